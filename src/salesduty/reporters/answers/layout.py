"""Lines of an answer: labels at the left, what they say wrapped beside them, fitted into the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from salesduty.reporters.columns import padded, width, wrapped
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.answers import At
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

INDENT = "  "
LIST, SEMICOLON = Text("、", ", "), Text("；", "; ")
_MORE = Text("等 {count} 个", "and {count} more")
_LONGEST = 120

_CADENCES = {
    "daily": Text("每日", "daily"),
    "weekly": Text("每周", "weekly"),
    "biweekly": Text("每两周", "every two weeks"),
    "monthly": Text("每月", "monthly"),
    "quarterly": Text("每季度", "quarterly"),
    "half-yearly": Text("每半年", "every half year"),
    "yearly": Text("每年", "yearly"),
}

Said = tuple[str, Style]
"""A paragraph and how it looks."""


def safe(text: str, look: Look, limit: int = _LONGEST) -> str:
    """Return words of strangers on one line that drives no terminal."""
    return harmless(one_line(text, limit), look.encoding)


def paragraph(text: str, look: Look, indent: str = "", style: Style = "") -> Iterator[Piece]:
    """Yield `text`, which is safe already, wrapped behind `indent`."""
    for line in wrapped(text, look.columns - len(indent)):
        yield Piece(indent + harmless_line(line) + "\n", style)


def labelled(label: Text, said: Iterable[Said], column: int, look: Look) -> Iterator[Piece]:
    """Yield the paragraphs of `said` beside `label`, which takes `column` columns; nothing where there are none."""
    shown = label.within(look.lang)
    for text, style in said:
        for line in wrapped(text.lstrip(" "), look.columns - len(INDENT) - column - _deep(text)):
            yield Piece(INDENT + padded(shown, column), "code" if shown else "")
            yield Piece(" " * _deep(text) + harmless_line(line) + "\n", style)
            shown = ""


def _deep(text: str) -> int:
    """How far a paragraph is set in."""
    return len(text) - len(text.lstrip(" "))


def column_of(labels: Iterable[Text], look: Look) -> int:
    """Return the columns that the widest of `labels` takes, with a gap behind it."""
    return max(width(label.within(look.lang)) for label in labels) + 2


def joined(names: Sequence[str], look: Look, most: int) -> str:
    """Return `names`, each once, as a list that ends after `most` of them; they are made safe."""
    once = [safe(name, look) for name in dict.fromkeys(names)]
    said = LIST.within(look.lang).join(once[:most])
    if len(once) <= most:
        return said
    count = len(once) if look.lang == "zh" else len(once) - most
    more = _MORE.filled({"count": count}).within(look.lang)
    return f"{said} {more}" if look.lang == "en" else said + more


def placed(at: At, look: Look) -> str:
    """Return the place where something is written."""
    return harmless(at.file, look.encoding) + (f":{at.line}" if at.line else "")


def cadence(value: str, look: Look) -> str:
    """Return a rhythm in words; one that has no name stays as it was written."""
    return _CADENCES[value].within(look.lang) if value in _CADENCES else safe(value, look)
