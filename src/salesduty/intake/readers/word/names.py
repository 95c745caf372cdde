"""Names in the XML of Word files: one short name whichever edition of the standard a file is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIXES = {
    _W: "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
}
_MOST = 5_000


class _Names(dict[str, str]):
    """`{namespace}name` → `w:name`; what is of no known namespace becomes its bare name with a `?:` before it."""

    def __missing__(self, tag: str) -> str:
        space, _, local = tag.rpartition("}")
        name = f"{_PREFIXES.get(space[1:], '?')}:{local}"
        if len(self) < _MOST:
            self[tag] = name
        return name


NAMES = _Names()
"""The short name of a tag or of an attribute."""


def attribute(element: Element, name: str) -> str:
    """Return the attribute of `element` whose name is `name` in whatever namespace, or nothing."""
    found = element.get(f"{{{_W}}}{name}")
    if found is not None:
        return found
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of the short name `name`."""
    if element is None:
        return None
    return next((each for each in element if NAMES[each.tag] == name), None)


def value(element: Element | None, name: str) -> str:
    """Return `w:val` of the child `name`, or nothing."""
    found = child(element, name)
    return "" if found is None else attribute(found, "val")


def switch(element: Element | None, name: str) -> bool | None:
    """Return whether the property `name` is on, or None where nothing is said."""
    found = child(element, name)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off", "none")


def number(text: str, default: int) -> int:
    """Return a decimal number within reason, else `default`."""
    return int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 9 else default
