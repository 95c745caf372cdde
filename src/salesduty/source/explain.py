"""What libyaml says about a text, turned into kinds that can be put into words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import islice
from typing import Any

import yaml
from yaml._yaml import CParser

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
_AFTER_A_COLON = frozenset(("missing-colon", "stray-colon", "bad-indentation"))
_FULLWIDTH_COLON = re.compile(r"^[ ]*(?:- +)?([^\s:：#'\"\[{-][^\s:：]{0,15})：")
_KEY_AND_COLON = re.compile(r"(?<![^\r\n])[ ]*(?:- +)?([^\s:：#'\"\[{-][^\s:：]{0,15})(：|:(?=\S))")
_DASHED_KEY = re.compile(r"[ ]*-([^\s:：-][^\s:：]{0,15})[:：]")
_WIDE_DASH = re.compile(r"[ ]*([—–―−－])")
_WIDE_BLANK = re.compile(r"[ ]*[\u3000\xa0]\s*")
_NUMBERED = re.compile(r"[ ]*([0-9]{1,3}[.、．)）])")
_ENTRY = re.compile(r"\s*(?:- |[^\s:：]{1,16}[:：])")
_SWALLOWED = re.compile(r"[\r\n]\s*(?:- |[^\s:：]{1,16}: )")
_MOST_COLONS = 200


def explained(text: str, error: Any, keys: Set[str] = frozenset()) -> tuple[Problem, ...]:
    """Return what is behind a libyaml error: several where the colons behind known `keys` are wrong, or else one."""
    problem = _explained(text, error, keys)
    if problem.kind not in ("fullwidth-colon", "colon-without-blank"):
        return (problem,)
    found = {each.start: each for each in (problem, *islice(_wrong_colons(text, keys), _MOST_COLONS))}
    return tuple(found[start] for start in sorted(found))


def _wrong_colons(text: str, keys: Set[str]) -> Iterator[Problem]:
    """The lines that begin with one of `keys` and a colon that is full-width or has no blank behind it."""
    for match in _KEY_AND_COLON.finditer(text):
        if match[1] in keys:
            kind = "fullwidth-colon" if match[2] == "：" else "colon-without-blank"
            yield Problem(kind, match.start(2), match.end(2), {"key": match[1]})


def _explained(text: str, error: Any, keys: Set[str]) -> Problem:
    """The problem behind a libyaml error: its kind, its place, and libyaml's own words as `detail`."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else 0
    said = str(error.problem or error)
    if (tab := _tab_before(text, at)) is not None:
        return Problem("tab", tab, tab + 1)
    kind = next((kind for words, kind in _KINDS if words in said), "syntax")
    if (opened := _swallowing_quote(text, at)) is not None:
        return Problem("unclosed-quote", opened, opened + 1, {"detail": said})
    if kind == "missing-colon" and error.context_mark is not None:
        at = min(error.context_mark.index, len(text))
    if kind in _AFTER_A_COLON and (typed := _mistyped(text, at, kind, keys)) is not None:
        return typed
    values: dict[str, object] = {"detail": said}
    if kind == "unknown-tag":
        values["tag"] = text[at : at + 60].split(None, 1)[0] if text[at : at + 60].strip() else ""
    if kind == "odd-start":
        values["character"] = text[at : at + 1]
    if at >= len(text.rstrip()) and "node content" in said:
        kind = "unclosed-bracket"
    if kind in ("unclosed-quote", "unclosed-bracket") and error.context_mark is not None:
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


def _mistyped(text: str, at: int, kind: str, keys: Set[str]) -> Problem | None:
    """A sign of the wrong kind on the line at `at` or up to two lines above it."""
    for above, (start, end) in enumerate(_lines_up(text, at)):
        line = text[start:end]
        if above < 2 and (match := _WIDE_BLANK.match(line)) and (above == 0 or _ENTRY.match(line, match.end())):
            return Problem("wide-indentation", start, start + match.end())
        if (match := _WIDE_DASH.match(line)) and _ENTRY.match(line, match.end()):
            return Problem("wide-dash", start + match.start(1), start + match.end(1), {"character": match[1]})
        if (match := _DASHED_KEY.match(line)) and match[1] in keys:
            return Problem("dash-without-blank", start + match.start(1) - 1, start + match.start(1), {"key": match[1]})
        if above == 0 and (match := _NUMBERED.match(line)):
            return Problem("numbered-item", start + match.start(1), start + match.end(1), {"number": match[1]})
        if (colon := _colon(line, start, kind, keys)) is not None:
            return colon
    return None


def _colon(line: str, start: int, kind: str, keys: Set[str]) -> Problem | None:
    """The colon of the wrong kind behind the key that a line begins with.

    A list item with a full-width colon is usually a sentence; it is to blame only for a colon that follows it.
    """
    match = _FULLWIDTH_COLON.match(line)
    is_item = line.lstrip().startswith("- ")
    if match is not None and ": " not in line and (not is_item or kind == "stray-colon"):
        return Problem("fullwidth-colon", start + match.end() - 1, start + match.end(), {"key": match[1]})
    match = _KEY_AND_COLON.match(line)
    if match is not None and match[2] == ":" and match[1] in keys:
        return Problem("colon-without-blank", start + match.start(2), start + match.end(2), {"key": match[1]})
    return None


def _lines_up(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The bounds of the line at `at` and of the two above it."""
    for _ in range(3):
        start, end = _line_bounds(text, at)
        yield start, end
        if start == 0:
            return
        at = start - 1
        if text[at - 1 : at + 1] == "\r\n":
            at -= 1


def _swallowing_quote(text: str, at: int) -> int | None:
    """Where a quoted text begins that ends on the line at `at` and has swallowed whole fields or items before."""
    line, _ = _line_bounds(text, at)
    if not {"'", '"'}.intersection(text[line : at + 1]):
        return None
    quoted: tuple[int, int] | None = None
    parser: Any = CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            if getattr(event, "style", None) in ("'", '"') and event.start_mark.index < line:
                quoted = event.start_mark.index, event.end_mark.index
    except yaml.MarkedYAMLError:
        pass
    finally:
        parser.dispose()
    if quoted is None or not line <= quoted[1] <= at or not _SWALLOWED.search(text, *quoted):
        return None
    return quoted[0]
