"""A PDF as a reader sees it: its pages, what is read on them, its bookmarks, links and fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

_FOOT = re.compile(r"^第\s*(\d+)\s*页\s*共\s*(\d+)\s*页$")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Printed:
    """A PDF, opened."""

    reader: PdfReader

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """What is read on each page, header and footer too."""
        return tuple(page.extract_text() for page in self.reader.pages)

    @property
    def lines(self) -> list[str]:
        """What is read in the document, line by line as it stands on the pages."""
        return [line for page in self.pages for line in page.split("\n") if line.strip()]

    @property
    def text(self) -> str:
        """All text without blanks, for a PDF keeps none of those at which a line ended. Headers and footers are left out."""
        header = f"{self.lines_of_header}"
        said = (_BLANKS.sub("", page) for page in self.pages)
        return "".join(_FOOT_TIGHT.sub("", page.replace(header, "", 1)) for page in said)

    @property
    def lines_of_header(self) -> str:
        """The header without blanks, as the last page has it."""
        return _BLANKS.sub("", self.pages[-1].split("\n")[0])

    @property
    def sizes(self) -> list[tuple[int, int]]:
        """Width and height of each page in millimetres."""
        return [
            (round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4))
            for page in self.reader.pages
        ]

    @property
    def outline(self) -> list[tuple[int, str, int]]:
        """The bookmarks: depth from 0, title, page from 1."""
        return list(self._outline(self.reader.outline, 0))

    def _outline(self, entries: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from self._outline(entry, depth + 1)
            else:
                yield (depth, str(entry.title), self._page(entry))

    def _page(self, destination: Destination) -> int:
        number = self.reader.get_destination_page_number(destination)
        assert number is not None
        return number + 1

    @property
    def links(self) -> list[tuple[int, int]]:
        """Each link: the page it stands on and the page it leads to, from 1."""
        pages = {
            page.indirect_reference.idnum: number for number, page in enumerate(self.reader.pages, 1) if page.indirect_reference
        }
        named = self.reader.named_destinations
        found = []
        for number, page in enumerate(self.reader.pages, 1):
            for annotation in (each.get_object() for each in page.get("/Annots", ())):
                target = annotation["/A"]["/D"] if "/A" in annotation else annotation["/Dest"]
                led = target[0].idnum if isinstance(target, list) else named[str(target)].page.idnum
                found.append((number, pages[led]))
        return found

    @property
    def fonts(self) -> dict[str, bool]:
        """Each font by its name: whether its letters are in the file."""
        found: dict[str, bool] = {}
        for page in self.reader.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                font = font.get_object()
                for each in font.get("/DescendantFonts", [font]):
                    told = each.get_object().get("/FontDescriptor", {})
                    held = any(f"/FontFile{kind}" in told for kind in ("", "2", "3"))
                    found[str(font["/BaseFont"])] = held or str(font["/Subtype"]) == "/Type3"
        return found


_FOOT_TIGHT = re.compile(r"第\d+页共\d+页$")


def opened(data: bytes) -> Printed:
    """Return the PDF in `data`."""
    return Printed(PdfReader(BytesIO(data), strict=True))
