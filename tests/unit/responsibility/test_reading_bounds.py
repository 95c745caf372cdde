"""What of a sentence is read, and how much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from salesduty.model.choices import DutyKind
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.scope import Scope
from salesduty.toolkit.vocabulary import standard

LONG = "负责客户投诉的受理；" * 400


@pytest.mark.parametrize(
    "text", ["每月5日前向财务部提交《回款表》", "负责华东区大客户开发，并在24小时内处理投诉", "（含VIP）维护"]
)
def test_in_part_it_says_the_same_without_what_tells_it_from_others(text: str) -> None:
    full = sentence(text, standard())
    bare = tuple(replace(claim, segments=frozenset(), content=frozenset(), strange=frozenset()) for claim in full.claims)

    assert sentence(text, standard(), whole=False) == replace(full, claims=bare, scope=Scope(), kind=DutyKind.owned, units=())


def test_nothing_is_read_beyond_what_a_duty_can_hold() -> None:
    assert sentence(LONG, standard()).claims == sentence(LONG[:2000], standard()).claims
    assert sentence("。" * 2000 + "负责开发客户", standard()).claims == ()
