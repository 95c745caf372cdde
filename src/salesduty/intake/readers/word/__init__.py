"""Word files: docx, docm, dotx, dotm and what is saved as one of them, in either edition of the standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesduty.intake.manuscript import Aside, Line, Manuscript, Unreadable
from salesduty.intake.package import Package, flattened, opened
from salesduty.intake.readers.word.names import NAMES
from salesduty.intake.readers.word.numbering import Counters, numberings
from salesduty.intake.readers.word.runs import Tagged
from salesduty.intake.readers.word.story import Story
from salesduty.intake.readers.word.styles import styles

_DOCUMENT = "word/document.xml"
_BESIDE = {
    "header": ("page", "页眉"),
    "footer": ("page", "页脚"),
    "footnotes": ("note", "脚注"),
    "endnotes": ("note", "尾注"),
    "comments": ("comment", "批注"),
}
"""What stands beside the text, by the kind of its relationship: why it is put aside, and what people call it."""
_BLOCKS = 2
_MOST_NESTED = 3
_MACROS = "vbaproject.bin"


def read(data: bytes) -> Manuscript:
    """Return what a Word file says. Raises Unreadable."""
    return manuscript(opened(data))


def read_flat(data: bytes) -> Manuscript:
    """Return what a Word file that was saved as one XML file says. Raises Unreadable."""
    return manuscript(flattened(data))


def manuscript(package: Package, nested: int = 0) -> Manuscript:
    """Return what the Word file in an open package says, which lies `nested` files deep in others. Raises Unreadable."""
    return with_tags(package, nested)[0]


def with_tags(package: Package, nested: int = 0) -> tuple[Manuscript, Mapping[int, Tagged]]:
    """Return the same, and by the places of lines what of them stands in tagged content controls. Raises Unreadable."""
    file = _File(package, nested)
    story = file.story(Counters(numberings(package.xml(file.part("numbering")))), "")
    for above, block in package.blocks(file.main, _BLOCKS):
        if NAMES[above] == "w:body":
            story.block(block)
    aside = [*story.aside, *file.beside()]
    if not story.lines and not story.aside:
        raise Unreadable("no-text")
    macros = any(name.lower().endswith(_MACROS) for name in package.names)
    notes = (("macros", ""),) if macros else ()
    return Manuscript("docx", tuple(story.lines), tuple(aside), notes), story.tagged


class _File:
    """The parts of a Word file as its main part refers to them."""

    def __init__(self, package: Package, nested: int) -> None:
        self.main = package.main(_DOCUMENT)
        if self.main not in package:
            raise Unreadable("damaged")
        self._package = package
        self._nested = nested
        self._inside = {key: each for key, each in package.relations(self.main).items() if not each.external}
        self._styles = styles(package.xml(self.part("styles")))

    def part(self, kind: str) -> str:
        """The name of the part that is the document's `kind`, or nothing."""
        return next((each.target for each in self._inside.values() if each.kind == kind), "")

    def story(self, counters: Counters, where: str) -> Story:
        """A story of this file, still to be read."""
        return Story(self._styles, counters, self._drawing, self._chunk, where)

    def beside(self) -> Iterator[Aside]:
        """What stands beside the text."""
        for each in self._inside.values():
            if each.kind in _BESIDE and each.target in self._package:
                reason, where = _BESIDE[each.kind]
                story = self.story(Counters({}), where)
                for _, block in self._package.blocks(each.target, 1):
                    story.block(block, reason)
                yield from story.aside

    def _target(self, key: str) -> str:
        return self._inside[key].target if key in self._inside else ""

    def _drawing(self, key: str) -> Iterator[str]:
        root = self._package.xml(self._target(key))
        for each in root.iter() if root is not None else ():
            if NAMES[each.tag] in ("a:t", "c:v") and each.text and each.text.strip():
                yield each.text

    def _chunk(self, key: str) -> tuple[Line, ...]:
        """The lines of a file in whatever format, which Word would take in when it opens the document."""
        from salesduty.intake.readers import READERS
        from salesduty.intake.sniff import sniff

        name = self._target(key)
        if name not in self._package or self._nested >= _MOST_NESTED:
            return ()
        data = self._package.content(name)
        kind = sniff(data, name)
        if kind == "docx":
            return manuscript(opened(data, self._package), self._nested + 1).lines
        return READERS[kind](data).lines if kind in READERS else ()
