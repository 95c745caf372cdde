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

from salesduty.renderers.fonts.library import library
from salesduty.results.missing import MissingFont

_FOOT = re.compile(r"第 \d+ 页　共 \d+ 页$")
_BLANKS = re.compile(r"\s+")


def _is_there() -> bool:
    try:
        return bool(library(()).any_chinese)
    except MissingFont:
        return False


CHINESE_FONT = _is_there()
"""Whether there is a Chinese font on this machine; without one no PDF is made."""
NO_FONT = "no Chinese font on this machine (Debian, Ubuntu: apt install fonts-noto-cjk)"


@dataclass(frozen=True)
class Printed:
    """A PDF, opened."""

    reader: PdfReader

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """What is read on each page, header and footer too."""
        return tuple(page.extract_text() for page in self.reader.pages)

    @property
    def bodies(self) -> list[str]:
        """What is read on each page between header and footer; a page without a footer, a cover, has no header either."""
        return [_FOOT.sub("", page).partition("\n")[2] if _FOOT.search(page) else page for page in self.pages]

    @property
    def lines(self) -> list[str]:
        """What is read in the document between headers and footers, line by line as it stands on the pages."""
        return [line for body in self.bodies for line in body.split("\n") if line.strip()]

    @property
    def text(self) -> str:
        """All text between headers and footers in one piece and without blanks, for a PDF keeps none at which a line ended."""
        return squeezed("".join(self.bodies))

    @property
    def sizes(self) -> list[tuple[int, int]]:
        """Width and height of each page in millimetres."""
        return [(_millimetres(page.mediabox.width), _millimetres(page.mediabox.height)) for page in self.reader.pages]

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
        numbers = {page.indirect_reference.idnum: number for number, page in enumerate(self.reader.pages, 1)}  # type: ignore[union-attr]
        named = self.reader.named_destinations
        found = []
        for number, page in enumerate(self.reader.pages, 1):
            for annotation in (each.get_object() for each in page.get("/Annots", ())):
                target = annotation["/A"]["/D"] if "/A" in annotation else annotation["/Dest"]
                place = named[target].page if isinstance(target, str) else target[0]
                found.append((number, numbers[place.idnum]))
        return found

    @property
    def fonts(self) -> dict[str, bool]:
        """Each font by its name, without the letters of its subset: whether its glyphs are in the file."""
        found: dict[str, bool] = {}
        for page in self.reader.pages:
            for each in page["/Resources"].get("/Font", {}).values():
                font = each.get_object()
                told = [part.get_object()["/FontDescriptor"] for part in font["/DescendantFonts"]]
                held = all(any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")) for descriptor in told)
                found[str(font["/BaseFont"]).partition("+")[2]] = held
        return found


def opened(data: bytes) -> Printed:
    """Return the PDF in `data`."""
    return Printed(PdfReader(BytesIO(data), strict=True))


def squeezed(text: str) -> str:
    """Return `text` without any blanks."""
    return _BLANKS.sub("", text)


def _millimetres(points: float) -> int:
    return round(float(points) / 72 * 25.4)
