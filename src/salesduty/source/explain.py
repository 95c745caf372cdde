"""What libyaml says about a text, turned into kinds that can be put into words."""

from __future__ import annotations

import re
from typing import Any

from salesduty.source.problems import Problem

_KINDS = (
    ("found character that cannot start any token", "odd-start"),
    ("found unexpected end of stream", "unclosed-quote"),
    ("found unexpected document indicator", "unclosed-quote"),
    ("found unknown escape character", "bad-escape"),
    ("mapping values are not allowed in this context", "stray-colon"),
    ("could not find expected ':'", "missing-colon"),
    ("did not find expected ',' or ']'", "unclosed-bracket"),
    ("did not find expected ',' or '}'", "unclosed-bracket"),
    ("did not find expected '-' indicator", "bad-indentation"),
    ("did not find expected key", "bad-indentation"),
    ("block sequence entries are not allowed in this context", "bad-indentation"),
    ("did not find expected <document start>", "bad-indentation"),
    ("found undefined tag handle", "unknown-tag"),
)
# What YAML does not allow in a text (YAML 1.2.2, production 1).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufeff\uff00-\ufffd\U00010000-\U0010ffff]")
_FARTHEST = 10_000
_FULLWIDTH_COLON = re.compile(r"^[ ]*(?:- +)?([^\s:：#'\"\[{-][^\s:：]{0,15})：")


def explained(text: str, error: Any) -> Problem:
    """Return the problem behind a libyaml error: its kind, its place, and libyaml's own words as `detail`."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else 0
    said = str(error.problem or error)
    if (tab := _tab_before(text, at)) is not None:
        return Problem("tab", tab, tab + 1)
    if (colon := _fullwidth_colon(text, at)) is not None:
        start, end, key = colon
        return Problem("fullwidth-colon", start, end, {"key": key})
    kind = next((kind for words, kind in _KINDS if words in said), "syntax")
    values: dict[str, object] = {"detail": said}
    if kind == "unknown-tag":
        values["tag"] = text[at : at + 60].split(None, 1)[0] if text[at : at + 60].strip() else ""
    if kind == "odd-start":
        values["character"] = text[at : at + 1]
    if at >= len(text.rstrip()) and "node content" in said:
        kind = "unclosed-bracket"
    if kind in ("unclosed-quote", "unclosed-bracket", "missing-colon") and error.context_mark is not None:
        at = min(error.context_mark.index, len(text))
    if kind == "unclosed-bracket" and text[at : at + 1] not in ("[", "{"):
        at = _open_bracket(text, at)
    return Problem(kind, at, min(at + 1, len(text)), values)


def _open_bracket(text: str, at: int) -> int:
    """The last bracket before `at` that is not closed before it; `at` itself if there is none."""
    closed = 0
    for index in range(min(at, len(text)) - 1, max(at - _FARTHEST, 0) - 1, -1):
        closed += (text[index] in "]}") - (text[index] in "[{")
        if closed < 0:
            return index
    return at


def control_character(text: str) -> Problem:
    """Return the problem of a text that libyaml will not read because of a character in it."""
    match = _FORBIDDEN.search(text)
    at = match.start() if match else 0
    return Problem("control-character", at, at + 1, {"character": f"U+{ord(text[at]):04X}" if text else ""})


def _line_bounds(text: str, at: int) -> tuple[int, int]:
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return start, min(ends, default=len(text))


def _tab_before(text: str, at: int) -> int | None:
    """The tab that the line at `at` is indented with, or the offending tab itself."""
    if text[at : at + 1] == "\t":
        return at
    start, end = _line_bounds(text, at)
    indentation = text[start:end][: len(text[start:end]) - len(text[start:end].lstrip())]
    tab = indentation.find("\t")
    return start + tab if tab >= 0 else None


def _fullwidth_colon(text: str, at: int) -> tuple[int, int, str] | None:
    """A key followed by a full-width colon on the line at `at` or up to two lines above it."""
    for _ in range(3):
        start, end = _line_bounds(text, at)
        match = _FULLWIDTH_COLON.match(text[start:end])
        if match is not None and ": " not in text[start:end]:
            return start + match.end() - 1, start + match.end(), match[1]
        if start == 0:
            return None
        at = start - 1
        if text[at - 1 : at + 1] == "\r\n":
            at -= 1
    return None
