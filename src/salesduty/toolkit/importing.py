"""Import: existing documents → drafts, and drafts → files of definitions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from salesduty.disk.packaged import intake_words
from salesduty.intake.draft import draft
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.lexicon import lexicon as made
from salesduty.results.draft import Draft
from salesduty.source.parse import parse
from salesduty.toolkit.documents import Documents


@cache
def lexicon() -> Lexicon:
    """Return the words that come with salesduty."""
    return made({name: parse(text).data or {} for name, text in intake_words().items()})


def drafts(paths: Sequence[str | Path]) -> tuple[Draft, ...]:
    """Return what the documents at `paths` say, in this order. Raises `Unreadable`, whose message can name the `file`."""
    with Documents() as documents:
        return tuple(draft(documents.read(path), Path(path).name, lexicon()) for path in paths)
