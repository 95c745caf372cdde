"""Import: existing documents → drafts, and drafts → files of definitions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from salesduty.disk.packaged import intake_words
from salesduty.disk.read import read_bytes
from salesduty.intake.draft import draft
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.lexicon import lexicon as made
from salesduty.results.draft import Draft
from salesduty.source.parse import parse


@cache
def lexicon() -> Lexicon:
    """Return the words that come with salesduty."""
    return made({name: parse(text).data or {} for name, text in intake_words().items()})


def drafts(paths: Sequence[str | Path]) -> tuple[Draft, ...]:
    """Return what the documents at `paths` say, in this order. Raises `CannotRead` and `Unreadable`."""
    return tuple(draft(read_bytes(path, Path(path).parent), Path(path).name, lexicon()) for path in paths)
