"""Packages of Office: parts in a zip, read within bounds whatever the file claims about itself.

Python's own zipfile and expat do it: nothing has to be installed, a part is unpacked and parsed piece by piece, and a DOCTYPE is
seen before anything that it declares.
"""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLParser, XMLPullParser, tostring
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from salesduty.intake.manuscript import Unreadable

MOST_PARTS = 10_000
MOST_DEEP = 200
_MB = 2**20
MOST_UNPACKED = 64 * _MB
"""Bytes that are unpacked of one package. A Word file of 1,000 pages has about 20 MB."""
MOST_ELEMENTS = 1_000_000
"""Elements that are held at once: those of a part, or of one block of a part that is read by blocks."""
_PIECE = 2**16
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_BAD_XML = (ParseError, ValueError, LookupError, OverflowError)
_DAMAGED = (BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError, LookupError, OSError)


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relationship leads: `kind` is the end of its type (`header`, `footnotes`), `target` the name of a part."""

    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """An open package. Names of parts are compared without regard to case, as the standard wants."""

    _zip: ZipFile
    _parts: Mapping[str, ZipInfo]
    _left: list[int] = field(default_factory=lambda: [MOST_UNPACKED])

    def __contains__(self, name: str) -> bool:
        """Return whether there is a part `name`."""
        return name.lower() in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as they are written."""
        return tuple(each.filename for each in self._parts.values())

    def content(self, name: str) -> bytes:
        """Return the bytes of a part, none where it is missing. Raises Unreadable."""
        return b"".join(self._pieces(name))

    def xml(self, name: str) -> Element | None:
        """Return the root of a part, or None where the part is missing. Raises Unreadable."""
        if name not in self:
            return None
        return parsed(self._pieces(name), name)

    def blocks(self, name: str, depth: int) -> Iterator[tuple[str, Element]]:
        """Yield the elements `depth` levels below the root of a part, each with the tag above it, and forget each then.

        Raises Unreadable.
        """
        yield from blocks(self._pieces(name), name, depth)

    def relations(self, name: str) -> dict[str, Relation]:
        """Return the relationships of a part by id. Raises Unreadable."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for each in root if root is not None else ():
            target, external = each.get("Target", ""), each.get("TargetMode") == "External"
            path = target if external else posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
            found[each.get("Id", "")] = Relation(each.get("Type", "").rpartition("/")[2], path, external)
        return found

    def main(self, default: str) -> str:
        """Return the name of the part that the package is about. Raises Unreadable."""
        targets = (each.target for each in self.relations("").values() if each.kind == "officeDocument")
        return next((each for each in targets if each in self), default)

    def _pieces(self, name: str) -> Iterator[bytes]:
        info = self._parts.get(name.lower())
        if info is None:
            return
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable("encrypted")
        if info.file_size > self._left[0]:
            raise Unreadable("bomb", part=info.filename, most=MOST_UNPACKED // _MB)
        self._left[0] -= info.file_size
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_PIECE):
                    yield piece
        except _DAMAGED as error:
            raise Unreadable("damaged") from error


def opened(data: bytes, outer: Package | None = None) -> Package:
    """Return the package `data`, which shares what may be unpacked with an `outer` one. Raises Unreadable for a bad one."""
    if data.count(_ENTRY) > MOST_PARTS:
        raise Unreadable("too-many-parts", most=MOST_PARTS)
    try:
        archive = ZipFile(BytesIO(data))
    except _DAMAGED as error:
        raise Unreadable("damaged") from error
    parts = {each.filename.replace("\\", "/").lower(): each for each in archive.infolist()}
    return Package(archive, parts, outer._left) if outer else Package(archive, parts)  # noqa: SLF001


def flattened(data: bytes) -> Package:
    """Return the package whose parts are written one after the other in an XML file, as Word saves it. Raises Unreadable."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for _, part in blocks(iter((data,)), "XML", 1):
            name = next((value for key, value in part.items() if key.endswith("}name")), "").lstrip("/")
            inner = next((each for each in part if each.tag.endswith("}xmlData") and len(each)), None)
            if name and inner is not None:
                archive.writestr(name, tostring(inner[0]))
    return opened(stream.getvalue())


def parsed(pieces: Iterator[bytes], name: str) -> Element:
    """Return the root of an XML text, which a message calls `name`. Raises Unreadable."""
    parser, guard = XMLParser(), _Guard(name)  # noqa: S314 (the guard refuses what could be declared)
    held = 0
    try:
        for piece in pieces:
            guard.feed(piece)
            held += piece.count(b"<")
            if held > 2 * MOST_ELEMENTS:
                raise Unreadable("too-long", most=MOST_ELEMENTS)
            parser.feed(piece)
        return parser.close()
    except _BAD_XML as error:
        raise Unreadable("damaged") from error


def blocks(pieces: Iterator[bytes], name: str, depth: int) -> Iterator[tuple[str, Element]]:
    """Yield the elements `depth` levels below the root of an XML text, each with the tag above it, and forget each then.

    `name` is what a message calls the text. Raises Unreadable.
    """
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    guard = _Guard(name)
    above: list[Element] = []
    held = level = 0
    try:
        for piece in pieces:
            guard.feed(piece)
            parser.feed(piece)
            for event, element in _events(parser):
                if event == "start":
                    held += 1
                    level += 1
                    if level <= depth:
                        above.append(element)
                    elif level > MOST_DEEP:
                        raise Unreadable("too-deep", most=MOST_DEEP)
                    continue
                level -= 1
                if level < depth:
                    above.pop()
                elif level == depth:
                    yield above[-1].tag, element
                    above[-1].clear()
                    held = 0
            if held > MOST_ELEMENTS:
                raise Unreadable("too-long", most=MOST_ELEMENTS)
        parser.close()
    except _BAD_XML as error:
        raise Unreadable("damaged") from error


def _events(parser: XMLPullParser[Element]) -> Iterator[tuple[str, Element]]:
    """The events of a parser that was asked for starts and ends, whose subjects are elements."""
    return cast("Iterator[tuple[str, Element]]", parser.read_events())


class _Guard:
    """Reads an XML text up to its first element, before which alone a DOCTYPE may stand, and refuses one."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._over = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._element
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, piece: bytes) -> None:
        """Look at the next bytes."""
        if self._over:
            return
        try:
            self._parser.Parse(piece)
        except (expat.ExpatError, _Over):
            self._over = True

    def _element(self, *_: object) -> None:
        raise _Over

    def _doctype(self, *_: object) -> None:
        raise Unreadable("entities", part=self._name)


class _Over(Exception):
    """The first element of a text was seen."""
