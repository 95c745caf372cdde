"""What PDFium tells of a page: each character with its box, and the straight lines that are drawn.

PDFium (pypdfium2) is what Chromium shows PDF with. It tells the place of each character, and has wheels for Windows, macOS and
Linux.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import hypot
from typing import Any

from salesduty.intake.manuscript import Unreadable

MOST_PAGES = 1000
MOST_CHARACTERS = 2_000_000
_MOST_RULES = 3_000
"""A page with more straight lines than this shows a drawing, no table."""
_THIN = 2.0
_SHORT = 4.0
_BOLD = 600
_ROTATED = 0.1
_FULL_TURN = 6.2831
_PASSWORD = 4
_MIDDLE = 0.38
"""The middle of a Chinese character above its baseline, in sizes."""
_HIGH, _LOW = 0xD800, 0xDC00
_RADICALS = dict(
    zip(
        "⺠⺟⻁⻄⻅⻆⻉⻋⻌⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺝⺼⻏⻖",
        "民母虎西见角贝车辶长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀月月阝阝",
        strict=True,
    )
)
_FORMS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
_BOLD_NAMES = re.compile("bold|heavy|black|simhei|黑体", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: from where to where it reaches, the height of its `middle`, its size; in points from the lower left corner.

    `turned` says that it does not stand upright.
    """

    text: str
    left: float
    right: float
    middle: float
    size: float
    strong: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: upright at `at` from `start` to `stop`, or level."""

    upright: bool
    at: float
    start: float
    stop: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its characters in the order of the file, its rules, its size in points."""

    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    width: float
    height: float


def pages(data: bytes) -> Iterator[Page]:
    """Yield the pages of a PDF. Raises Unreadable."""
    import pypdfium2 as pdfium  # what is loaded costs as much as the start of the program

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        encrypted = "password" in str(error).lower() or getattr(error, "err_code", 0) == _PASSWORD
        raise Unreadable("encrypted" if encrypted else "damaged") from error
    try:
        if len(document) > MOST_PAGES:
            raise Unreadable("too-long", most=MOST_PAGES)
        left = MOST_CHARACTERS
        for number in range(len(document)):
            try:
                page = document[number]
            except pdfium.PdfiumError as error:
                raise Unreadable("damaged") from error
            found = _page(page, left)
            left -= len(found.glyphs)
            page.close()
            yield found
    finally:
        document.close()


def _page(page: Any, left: int) -> Page:
    import pypdfium2.raw as raw

    width, height = page.get_size()
    text = page.get_textpage()
    count = raw.FPDFText_CountChars(text)
    if count > left:
        raise Unreadable("too-long", most=MOST_CHARACTERS)
    glyphs = tuple(_glyphs(raw, text, count))
    text.close()
    return Page(glyphs, tuple(dict.fromkeys(_rules(raw, page)))[:_MOST_RULES], width, height)


def _glyphs(raw: Any, text: Any, count: int) -> Iterator[Glyph]:
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    names: dict[tuple[float, int], bool] = {}
    high = ""
    for index in range(count):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, index)
        if _HIGH <= code < _LOW:
            high = chr(code)
            continue
        char = (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        high = ""
        if not (
            raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
            and raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
            and raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
        ):
            continue
        size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d) or abs(box.top - box.bottom)
        weight = raw.FPDFText_GetFontWeight(text, index)
        if (size, weight) not in names or weight < _BOLD:
            names[size, weight] = weight >= _BOLD or _bold(raw, text, index)
        turned = _ROTATED < raw.FPDFText_GetCharAngle(text, index) < _FULL_TURN - _ROTATED
        middle = y.value + _MIDDLE * size
        yield Glyph(plain(char), box.left, box.right, middle, size, names[size, weight], turned)


def _bold(raw: Any, text: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, index, name, 80, ctypes.byref(flags))
    return 0 < length <= 80 and bool(_BOLD_NAMES.search(name.value.decode("utf-8", "replace")))


def plain(char: str) -> str:
    """Return the character that is meant where a font names one by a form of it: a radical, a compatibility form, a ligature."""
    if _FORMS.match(char):
        return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return " " if char in "\r\n\t\xa0" else char


def _rules(raw: Any, page: Any) -> Iterator[Rule]:
    """The lines that paths draw: thin boxes, and the edges of boxes with an outline."""
    for each in islice(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=1), 2 * _MOST_RULES):
        left, bottom, right, top = each.get_bounds()
        wide, high = right - left, top - bottom
        if high <= _THIN and wide >= _SHORT:
            yield Rule(False, (bottom + top) / 2, left, right)
        elif wide <= _THIN and high >= _SHORT:
            yield Rule(True, (left + right) / 2, bottom, top)
        elif wide >= _SHORT and high >= _SHORT:
            yield from _edges(raw, each, (left, bottom, right, top))


def _edges(raw: Any, each: Any, box: tuple[float, float, float, float]) -> Iterator[Rule]:
    left, bottom, right, top = box
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(each, ctypes.byref(fill), ctypes.byref(stroke))
    segments = raw.FPDFPath_CountSegments(each)
    if not stroke.value or not 4 <= segments <= 6:
        return
    yield Rule(False, bottom, left, right)
    yield Rule(False, top, left, right)
    yield Rule(True, left, bottom, top)
    yield Rule(True, right, bottom, top)
