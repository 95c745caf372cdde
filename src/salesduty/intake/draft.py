"""Bytes of one document → what it says."""

from __future__ import annotations

import re
from dataclasses import replace

from salesduty.intake.building import build
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.manuscript import Line, Manuscript, refuse_too_much
from salesduty.intake.noise import clean
from salesduty.intake.ours import ours
from salesduty.intake.readers import READERS
from salesduty.intake.settle import settle
from salesduty.intake.sniff import sniff
from salesduty.intake.tables import entries
from salesduty.results.draft import Draft

_BLANKS = re.compile(r"(\s{200})\s++")


def draft(data: bytes, name: str, lexicon: Lexicon) -> Draft:
    """Return what the document `data`, a file called `name`, says. Raises `Unreadable`."""
    kind = sniff(data, name)
    return ours(data, kind, name) or understood(READERS[kind](data), name, lexicon)


def understood(manuscript: Manuscript, name: str, lexicon: Lexicon) -> Draft:
    """Return what a document that has been read says. Raises `Unreadable` for one that is too long."""
    manuscript = replace(manuscript, lines=tuple(map(_squeezed, manuscript.lines)))
    refuse_too_much(len(manuscript.lines), sum(len(line.text) for line in manuscript.lines))
    cleaned = clean(manuscript, lexicon)
    found = entries(cleaned.lines, lexicon)
    return settle(name, manuscript, cleaned.aside, found, build(found, lexicon))


def _squeezed(line: Line) -> Line:
    """The line with no more blanks in a row than a page is wide: more are looked through again and again."""
    text = _BLANKS.sub(r"\1", line.text)
    return replace(line, text=text) if len(text) < len(line.text) else line
