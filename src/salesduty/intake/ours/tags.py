"""What a Word file of ours says where: its lines, with the address and field of every text that the model said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from salesduty.intake.manuscript import Line, Manuscript
from salesduty.intake.ours.tree import OF, model_of, place
from salesduty.intake.package import Package
from salesduty.intake.readers.word import with_tags

_PROPERTIES = "docProps/custom.xml"
_TEXTS = "urn:salesduty:texts"
_OURS = "salesduty."


@dataclass(frozen=True, slots=True)
class Said:
    """A line, and its text in pieces, each with the address and field that it says; nothing for what the document adds."""

    line: Line
    pieces: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """The first address and field, if any."""
        return next((key for key, _ in self.pieces if key), "")

    @property
    def text(self) -> str:
        """The whole line."""
        return self.line.text.strip()


def properties(package: Package) -> Mapping[str, str]:
    """Return what the file says of its origin: `document`, `department`, `source`; nothing for a file of others."""
    root = package.xml(_PROPERTIES)
    found = {}
    for each in root if root is not None else ():
        name = each.get("name", "")
        if name.startswith(_OURS):
            found[name.removeprefix(_OURS)] = "".join(each.itertext()).strip()
    return found


def lines(package: Package, department: str) -> tuple[Manuscript, tuple[Said, ...]]:
    """Return the document, and its lines with what they say about `department`."""
    manuscript, tagged = with_tags(package)
    whole = dict(_whole(package))
    found = []
    for number, line in enumerate(manuscript.lines):
        pieces = [(_key(tag, whole, department), text) for tag, text in tagged.get(number, (("", line.text),))]
        joined = ((key, "".join(text for _, text in run)) for key, run in groupby(pieces, key=lambda each: each[0]))
        found.append(Said(line, tuple(joined)))
    return manuscript, tuple(found)


def _key(tag: str, whole: Mapping[str, str], department: str) -> str:
    """The address and field of a tag; nothing for one of somebody else, or about something that there is not."""
    key = whole.get(tag, tag)
    address, _, path = key.rpartition("#")
    if address.partition("/")[0] != department or "//" in f"{address}/":
        return ""
    steps = place(address)
    is_list = bool(steps) and (
        (steps[0][1] in OF["department"] and len(steps) == 1) or (steps[-1][1] in OF["posts"] and len(steps) == 2)
    )
    return key if not is_list and path.partition("/")[0] in model_of(address).names else ""


def _whole(package: Package) -> Iterator[tuple[str, str]]:
    """Tags that were too long for Word, and what they stand for."""
    for name in package.names:
        if not name.lower().startswith("customxml/item") or "props" in name.lower():
            continue
        root = package.xml(name)
        if root is not None and root.tag == f"{{{_TEXTS}}}texts":
            for each in root:
                yield each.get("tag", ""), each.text or ""
