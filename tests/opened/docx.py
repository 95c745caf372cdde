"""A Word file: its parts, its paragraphs with the numbers that Word gives them, its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from opened.numbering import Numbers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True)
class Shown:
    """A paragraph: the id of its style, the number that Word puts before it, and its text with `\\n` for a line break."""

    style: str
    number: str
    text: str


@dataclass(frozen=True)
class Word:
    """A Word file as its parts, by name."""

    parts: Mapping[str, bytes]

    def xml(self, name: str) -> Element:
        """Return the root of a part."""
        return ElementTree.fromstring(self.parts[name])

    @property
    def body(self) -> Element:
        """The body of the document."""
        found = self.xml("word/document.xml").find(f"{W}body")
        assert found is not None
        return found

    @property
    def paragraphs(self) -> tuple[Shown, ...]:
        """Every paragraph in document order, those in tables too."""
        numbers = Numbers(self.xml("word/numbering.xml"), self.xml("word/styles.xml"))
        return tuple(Shown(style_of(each), numbers.next(each), text_of(each)) for each in self.body.iter(f"{W}p"))

    @property
    def lines(self) -> list[str]:
        """What is read in the document, line by line."""
        return [line for shown in self.paragraphs for line in f"{shown.number}\n{shown.text}".split("\n") if line.strip()]

    @property
    def blocks(self) -> Iterator[Shown | list[list[str]]]:
        """Paragraphs, and tables as rows of cells, in document order."""
        numbers = Numbers(self.xml("word/numbering.xml"), self.xml("word/styles.xml"))
        for child in self.body:
            if child.tag == f"{W}p":
                yield Shown(style_of(child), numbers.next(child), text_of(child))
            elif child.tag == f"{W}tbl":
                yield [[_cell(cell) for cell in row.iter(f"{W}tc")] for row in child.iter(f"{W}tr")]


def opened(data: bytes) -> Word:
    """Return the Word file in `data`."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return Word({name: archive.read(name) for name in archive.namelist()})


def style_of(paragraph: Element) -> str:
    """Return the id of the style of a paragraph."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.attrib[f"{W}val"]


def text_of(paragraph: Element) -> str:
    """Return the text of a paragraph as it is read, that of a drawing in it with a line for each line of a box."""
    boxes = [text_of(line) for content in paragraph.iter(f"{W}txbxContent") for line in content.iter(f"{W}p")]
    if boxes:
        return "\n".join(boxes)
    said = []
    for part in paragraph.iter():
        if part.tag == f"{W}t":
            said.append(part.text or "")
        elif part.tag == f"{W}tab":
            said.append("\t")
        elif part.tag == f"{W}br" and part.attrib.get(f"{W}type") != "page":
            said.append("\n")
    return "".join(said)


def _cell(cell: Element) -> str:
    return "\n".join(text_of(paragraph) for paragraph in cell.iter(f"{W}p"))
