"""Characters written as code: entities of HTML, escapes of programs; decoded, each at the place of its first character."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from salesduty.intake.account import Account
from salesduty.intake.passage import Passage, joined

_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,30};|nbsp)")
_NBSP = re.compile(r"&(?:amp;){0,3}(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#8194|#8195);?\Z", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,6}\}|x[0-9A-Fa-f]{2}|\r?\n|.)", re.DOTALL)
_LETTERS = {"n": "\n", "r": "\n", "t": "\t", "f": "\n", "v": "\n", "b": "", "0": ""}


def entities(passage: Passage, account: Account) -> Passage:
    """Return `passage` with its entities decoded; how they were written is put aside."""
    return _decoded(passage, _ENTITY, _of_entity, account) if "&" in passage.text else passage


def escapes(passage: Passage, account: Account) -> Passage:
    r"""Return `passage`, the inside of a literal, with `\n`, `\'`, `\u5c97` decoded."""
    return _decoded(passage, _ESCAPE, _of_escape, account) if "\\" in passage.text else passage


def _of_entity(written: str) -> str | None:
    if _NBSP.match(written):
        return " "
    name = written.replace("amp;", "") if written.count("&") == 1 and written != "&amp;" else written
    found = unescape(name if name.endswith(";") else f"{name};")
    return found if found[:1] != "&" or found == "&" else None


def _of_escape(written: str) -> str | None:
    kind = written[1]
    if kind in "ux" and len(written) > 2:
        code = int(written[2:].strip("{}"), 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _LETTERS.get(kind, "" if kind in "\r\n" else kind)


def _decoded(passage: Passage, pattern: re.Pattern[str], of: Callable[[str], str | None], account: Account) -> Passage:
    pieces, start = [], 0
    for match in pattern.finditer(passage.text):
        char = of(match[0])
        if char is None:
            continue
        written = passage.cut(match.start(), match.end())
        account.put_passage(written, "entity")
        pieces += [passage.cut(start, match.start()), Passage(char, tuple(written.at[: len(char)]))]
        start = match.end()
    return joined([*pieces, passage.cut(start)]) if pieces else passage
