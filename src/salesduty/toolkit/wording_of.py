"""Values of definitions as people know them, and how a page spells and orders its keys."""

from __future__ import annotations

from salesduty.intake.writing.desk import plain_value
from salesduty.model.choices import Choice
from salesduty.model.duty import Duty
from salesduty.model.fields import part_at
from salesduty.model.order import Shape
from salesduty.model.part import Part
from salesduty.model.values import CADENCES
from salesduty.results.place import Path
from salesduty.toolkit.pairing import said


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts say the same to the letter; blanks and the colon behind a title do not count."""
    return _visible(one) == _visible(other)


def _visible(words: str) -> str:
    return "".join(words.split()).replace("：", "").replace(":", "")


def label(value: object, path: Path) -> str:
    """Return a value in the words that people know it by."""
    if isinstance(value, Choice):
        return value.label
    words = plain_value(value)
    return CADENCES.get(words, words) if path[-1] in ("cadence", "cycle") else words


def shown(part: Part | str) -> str:
    """Return what a thing says on one line."""
    if isinstance(part, Duty):
        return "：".join(filter(None, (part.title, part.text)))
    return said(part)


def shape_at(path: Path, text: str) -> Shape:
    """Return how the page `text` spells and orders the keys at `path`."""
    return Shape(part_at(path), "zh" if speaks_chinese(text) else "en")


def before(shape: Shape, key: str) -> tuple[str, ...]:
    """Return the keys that come before `key`."""
    rank = shape.rank(key)
    if shape.part is None or rank is None:
        return ()
    return tuple(name for name in shape.part.names if (other := shape.rank(name)) is not None and other < rank)


def sentence_key(shape: Shape) -> str:
    """Return the key of what a plain sentence says."""
    short = shape.part.short_form if shape.part is not None else None
    return shape.name(short) if short else ""


def speaks_chinese(text: str) -> bool:
    """Tell whether the first key of a page is Chinese."""
    first = next((line for line in text.splitlines() if line and not line.startswith("#")), "")
    return not first.partition(":")[0].isascii()
