"""What lies in two written scopes."""

from __future__ import annotations

import pytest

from salesduty.model.duty import Scope as Written
from salesduty.responsibility.intersections import both_written, comparable, limits, scopes_meet, shared_names
from salesduty.responsibility.scope import NOWHERE, Scope, stated

REGIONS = {
    "东片": frozenset(("东片", "甲省", "乙省")),
    "河片": frozenset(("河片", "乙省", "丙省")),
    "甲省": frozenset(("甲省",)),
    "乙省": frozenset(("乙省",)),
}


def scope(**fields: object) -> Scope:
    return stated(Written.model_validate(fields))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ({"region": "东片"}, {"region": ["甲省", "丙省"]}, "甲省"),
        ({"region": "东片"}, {"region": "河片"}, "乙省"),
        ({"region": "东片"}, {"region": "东片"}, "东片"),
        ({"region": "甲省"}, {"region": "乙省"}, None),
        ({"region": "东片", "product": "泵"}, {"region": "甲省", "product": "阀"}, None),
        ({"region": "东片", "tier": "key"}, {"region": "甲省"}, "甲省，KEY"),
        ({"amount": "<500000"}, {"amount": "≥300000"}, "30 万元至 50 万元"),
        ({"amount": "<500000"}, {"amount": "≥500000"}, None),
        ({"region": "东片"}, {"amount": "≥500000"}, "东片，50 万元及以上"),
        ({"team": "本班组"}, {"team": "本班组"}, None),
        ({"customer": "名下客户"}, {"customer": "名下客户"}, None),
    ],
)
def test_scopes_meet(one: dict[str, object], other: dict[str, object], shared: str | None) -> None:
    assert scopes_meet(scope(**one), scope(**other), REGIONS) == shared
    assert scopes_meet(scope(**other), scope(**one), REGIONS) == shared


def test_names_beyond_the_known_regions_meet_by_name() -> None:
    assert shared_names(("某地", "甲省"), ("某地",), REGIONS) == ("某地",)


def test_what_is_written() -> None:
    assert both_written(scope(region="甲省"), scope(amount="<1"))
    assert not both_written(scope(region="*"), scope(amount="<1"))
    assert not both_written(NOWHERE, scope(amount="<1"))


def test_scopes_along_one_line() -> None:
    assert comparable(scope(region="甲省"), scope(region="乙省", tier="key"))
    assert not comparable(scope(region="甲省"), scope(product="泵"))
    assert limits(scope(region="甲省", amount="<1")) == {"region", "amount"}
