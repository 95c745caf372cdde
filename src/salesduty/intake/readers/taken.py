"""A manuscript on its way from one process to another: what was read where a bad file can do no harm."""

from __future__ import annotations

import json
from dataclasses import asdict

from salesduty.intake.manuscript import Aside, Cell, Line, Manuscript, Unreadable

SIGN = b"\0salesduty manuscript\n"
"""What such bytes begin with; no document does."""
_DEFAULT = Line("", 0)


def packed(manuscript: Manuscript) -> bytes:
    """Return a manuscript as bytes."""
    lines = [{key: value for key, value in asdict(line).items() if value != getattr(_DEFAULT, key)} for line in manuscript.lines]
    aside = [(each.text, each.number, each.reason, each.where) for each in manuscript.aside]
    return SIGN + json.dumps([manuscript.kind, lines, aside, manuscript.notes]).encode()


def refused(error: Unreadable) -> bytes:
    """Return as bytes that a document cannot be read, and why."""
    return SIGN + json.dumps([error.reason, error.told]).encode()


def read(data: bytes) -> Manuscript:
    """Return the manuscript that was packed. Raises Unreadable, as the reader did that read it."""
    try:
        told = json.loads(data[len(SIGN) :])
        if len(told) == 2:
            reason, named = told
        else:
            kind, lines, aside, notes = told
            return Manuscript(
                kind,
                tuple(Line(**{**line, "cell": Cell(**line["cell"]) if line.get("cell") else None}) for line in lines),
                tuple(Aside(*each) for each in aside),
                tuple((str(key), str(words)) for key, words in notes),
            )
    except (ValueError, TypeError, KeyError) as error:
        raise Unreadable("damaged") from error
    raise Unreadable(str(reason), **named)
