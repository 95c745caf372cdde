"""The text of a paragraph: runs, breaks, fields, tracked changes, symbols, boxes anchored in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesduty.intake.readers.word.names import NAMES, attribute, child, number, switch, value
from salesduty.intake.readers.word.styles import Style, Styles
from salesduty.intake.readers.word.symbols import is_symbol_font, symbols

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACES = " \t\r\n"
_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF"})
_CIRCLED = re.compile(r"eq\s*\\o\s*(?:\\ac)?\s*\(\s*[○◯〇]\s*[,，;；]\s*(\d{1,2})\s*\)", re.IGNORECASE)
_MOST_CIRCLED = 20
_SUMS = re.compile(r"[-+−＋－×÷*/±]")


Tagged = tuple[tuple[str, str], ...]
"""The pieces of a line in order, each with the tag of the content control that it stands in; none where no piece has one."""


@dataclass(slots=True)
class Piece:
    """Characters in one look. `aside` is the reason why they do not belong to the text; a `breaks` piece ends a line.

    `tag` is that of the content control that they stand in.
    """

    text: str
    strong: bool = False
    aside: str = ""
    breaks: bool = False
    tag: str = ""


@dataclass(slots=True)
class Read:
    """A paragraph: its pieces, the boxes and parts that hang on it, and whether a page ends in it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    page: bool = False

    def lines(self) -> Iterator[tuple[str, bool, Tagged]]:
        """Yield the lines of the paragraph, each with whether all that shows of it is bold, and what of it is tagged."""
        line: list[Piece] = []
        for piece in self.pieces:
            if piece.breaks:
                yield _line(line)
                line = []
            elif not piece.aside:
                line.append(piece)
        yield _line(line)

    def asides(self) -> Iterator[tuple[str, str]]:
        """Yield what does not belong to the text with the reason, pieces of one reason that meet as one."""
        text = reason = ""
        for piece in self.pieces:
            if piece.aside != reason:
                if text.strip():
                    yield text, reason
                text, reason = "", piece.aside
            if reason:
                text += piece.text
        if text.strip():
            yield text, reason


def _line(pieces: list[Piece]) -> tuple[str, bool, Tagged]:
    shown = [each for each in pieces if each.text.strip()]
    tagged = tuple((each.tag, each.text) for each in pieces) if any(each.tag for each in pieces) else ()
    return "".join(each.text for each in pieces), bool(shown) and all(each.strong for each in shown), tagged


@dataclass(slots=True)
class _Field:
    """A field of Word: `code` is what it does, and what follows once `result` is what it shows."""

    code: str = ""
    result: bool = False
    form: Element | None = None

    @property
    def kind(self) -> str:
        return next(iter(self.code.split()), "").upper()


class Runs:
    """Reads the paragraphs of a story one after the other; fields may go on from one to the next."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[_Field] = []
        self._style = Style()
        self._read = Read()
        self._aside: list[str] = []
        self._strong = self._hidden = False
        self._font = self._tag = ""
        self._do: dict[str, Callable[[Element], None]] = {
            "w:r": self._run,
            "w:del": self._deleted,
            "w:moveFrom": self._deleted,
            "w:sdt": self._control,
            "w:fldSimple": self._simple,
            "w:ruby": self._ruby,
            "mc:AlternateContent": self._alternatives,
            "m:f": self._fraction,
            "m:t": self._formula,
            "w:txbxContent": self._box,
            "w:t": self._words,
            "w:delText": self._words,
            "w:tab": self._tab,
            "w:ptab": self._tab,
            "w:noBreakHyphen": self._hyphen,
            "w:br": self._break,
            "w:cr": self._break,
            "w:sym": self._symbol,
            "w:fldChar": self._mark,
            "w:instrText": self._code,
            "w:drawing": self._drawing,
            "w:pict": self._drawing,
            "w:object": self._drawing,
        }

    def read(self, paragraph: Element, style: Style, aside: str = "") -> Read:
        """Return what `paragraph` says; all of it is put aside for the reason `aside`, where there is one."""
        self._style, self._read, self._aside = style, Read(), [aside] if aside else []
        self._strong, self._hidden = style.strong, style.hidden
        if style.heading and self._in_contents():
            # A table of contents holds no headings: its end is missing, and would swallow the document.
            self._fields.clear()
        self._inside(paragraph)
        # The code of a field ends in its paragraph; one that does not is broken, and would hide what follows.
        self._fields = [each for each in self._fields if each.result]
        return self._read

    def _in_contents(self) -> bool:
        return any(each.kind == "TOC" for each in self._fields)

    def _inside(self, element: Element) -> None:
        for each in element:
            name = NAMES[each.tag]
            do = self._do.get(name)
            if do is not None:
                do(each)
            elif not name.endswith("Pr") and len(each):
                self._inside(each)

    def _run(self, run: Element) -> None:
        looks = child(run, "w:rPr")
        font = ""
        if looks is None:
            self._strong, self._hidden = self._style.strong, self._style.hidden
        else:
            style = self._styles.run(value(looks, "w:rStyle"))
            strong, hidden = switch(looks, "w:b"), switch(looks, "w:vanish")
            # Bold is a toggle: a bold character style in a bold paragraph is not.
            self._strong = (style.strong != self._style.strong) if strong is None else strong
            self._hidden = (style.hidden or self._style.hidden) if hidden is None else hidden
            fonts = child(looks, "w:rFonts")
            font = (attribute(fonts, "ascii") or attribute(fonts, "hAnsi")) if fonts is not None else ""
        self._font = font
        self._inside(run)

    def _words(self, element: Element) -> None:
        self._text(_characters(element, self._font))

    def _tab(self, element: Element) -> None:  # noqa: ARG002
        self._text("\t")

    def _hyphen(self, element: Element) -> None:  # noqa: ARG002
        self._text("-")

    def _text(self, text: str) -> None:
        reason = "hidden" if self._hidden else ""
        for each in self._fields:
            if not each.result:
                reason = "hidden"
            elif each.kind == "TOC":
                reason = "contents"
            elif each.kind in _PAGES:
                reason = reason or "page"
        self._read.pieces.append(Piece(text, self._strong, self._aside[-1] if self._aside else reason, tag=self._tag))

    def _break(self, element: Element) -> None:
        if attribute(element, "type") in ("page", "column"):
            self._read.page = True
        self._read.pieces.append(Piece("\n", aside=self._aside[-1] if self._aside else "", breaks=True))

    def _mark(self, mark: Element) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(form=child(mark, "w:ffData")))
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            text = _drawn(ended)
            if text:
                self._text(text)

    def _code(self, element: Element) -> None:
        if self._fields and not self._fields[-1].result:
            self._fields[-1].code += element.text or ""

    def _symbol(self, element: Element) -> None:
        self._text(_symbol(element))

    def _simple(self, element: Element) -> None:
        self._fields.append(_Field(attribute(element, "instr"), result=True))
        self._inside(element)
        self._fields.pop()

    def _within(self, reason: str, element: Element) -> None:
        self._aside.append(self._aside[-1] if self._aside else reason)
        self._inside(element)
        self._aside.pop()

    def _deleted(self, element: Element) -> None:
        self._within("deleted", element)

    def _control(self, element: Element) -> None:
        content, properties = child(element, "w:sdtContent"), child(element, "w:sdtPr")
        if content is None:
            return
        if switch(properties, "w:showingPlcHdr"):
            self._within("prompt", content)
            return
        outer, self._tag = self._tag, value(properties, "w:tag") or self._tag
        self._inside(content)
        self._tag = outer

    def _ruby(self, element: Element) -> None:
        for each in element:
            if NAMES[each.tag] == "w:rt":
                self._within("pinyin", each)
            elif NAMES[each.tag] == "w:rubyBase":
                self._inside(each)

    def _alternatives(self, element: Element) -> None:
        """The same in several forms: the first one that says anything."""
        for each in element:
            before = len(self._read.pieces), len(self._read.boxes), len(self._read.parts)
            self._inside(each)
            if before != (len(self._read.pieces), len(self._read.boxes), len(self._read.parts)):
                return

    def _drawing(self, element: Element) -> None:
        """Boxes, words drawn as art, and what a diagram or chart refers to."""
        for each in element:
            name = NAMES[each.tag]
            if name == "w:txbxContent":
                self._box(each)
            elif name == "mc:AlternateContent":
                self._alternatives(each)
            elif name == "v:textpath":
                self._read.pieces.append(Piece(attribute(each, "string"), aside=self._aside[-1] if self._aside else "drawing"))
            elif name == "a:t":
                self._read.pieces.append(Piece(each.text or "", aside=self._aside[-1] if self._aside else "drawing"))
            elif name == "dgm:relIds":
                self._read.parts.append(attribute(each, "dm"))
            elif name == "c:chart":
                self._read.parts.append(attribute(each, "id"))
            elif len(each):
                self._drawing(each)

    def _box(self, element: Element) -> None:
        self._read.boxes.append(element)

    def _fraction(self, element: Element) -> None:
        """A fraction, whose bar is written as a stroke, with brackets around sums as they are needed then."""
        for stroke, name in (("", "m:num"), ("/", "m:den")):
            part = child(element, name)
            if part is None:
                continue
            text = "".join(each.text or "" for each in part.iter() if NAMES[each.tag] == "m:t")
            before, behind = ("(", ")") if _SUMS.search(text) else ("", "")
            self._text(stroke + before)
            self._inside(part)
            self._text(behind)

    def _formula(self, element: Element) -> None:
        self._text(element.text or "")


def _characters(element: Element, font: str) -> str:
    text = element.text or ""
    if not any(key.endswith("}space") for key in element.keys()):  # noqa: SIM118 (an Element iterates over its children)
        text = text.strip(_SPACES)
    text = text.replace("\n", " ").replace("\r", "").replace("\xad", "")
    return symbols(text, font) if is_symbol_font(font) or "\uf000" <= max(text, default="") <= "\uf0ff" else text


def _symbol(element: Element) -> str:
    code = attribute(element, "char")
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= char <= "\udfff" else symbols(char, attribute(element, "font"))


def _drawn(ended: _Field) -> str:
    """What Word draws for a field that holds no result: a number in a circle, a box to tick, a list to choose from."""
    circled = _CIRCLED.search(ended.code)
    if circled and not ended.result and 0 < int(circled[1]) <= _MOST_CIRCLED:
        return chr(ord("①") + int(circled[1]) - 1)
    if ended.kind == "FORMCHECKBOX":
        box = child(ended.form, "w:checkBox")
        checked, default = switch(box, "w:checked"), switch(box, "w:default")
        return "☑" if (default if checked is None else checked) else "□"
    choices = child(ended.form, "w:ddList")
    if ended.kind == "FORMDROPDOWN" and choices is not None and not ended.result:
        entries = [attribute(each, "val") for each in choices if NAMES[each.tag] == "w:listEntry"]
        chosen = number(value(choices, "w:result") or value(choices, "w:default"), 0)
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""
