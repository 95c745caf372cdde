"""What a clause is about beyond the vocabulary."""

from __future__ import annotations

import pytest

from salesduty.responsibility.content import about, likeness
from salesduty.toolkit.vocabulary import standard


def _about(text: str) -> tuple[frozenset[str], frozenset[str]]:
    vocabulary = standard()
    return about(text, 0, len(text), vocabulary.matcher.tokens(text), vocabulary)


def test_verbs_and_usual_words_tell_nothing() -> None:
    assert _about("负责客户的日常工作")[0] == frozenset()


def test_known_words_are_content_but_not_strange() -> None:
    content, strange = _about("催收鱼缸货款")
    assert {"鱼缸", "货款"} <= content
    assert "货款" not in strange
    assert "鱼缸" in strange


@pytest.mark.parametrize(
    ("one", "other", "share"), [("AB BC", "AB", 1.0), ("AB", "CD", 0.0), ("", "AB", 0.0), ("AB CD", "AB EF", 0.5)]
)
def test_likeness(one: str, other: str, share: float) -> None:
    assert likeness(frozenset(one.split()), frozenset(other.split())) == share
    assert likeness(frozenset(other.split()), frozenset(one.split())) == share
