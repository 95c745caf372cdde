"""Moments: points of time that come again, and which comes first."""

from __future__ import annotations

import pytest

from salesduty.text.moments import Moment, moment


@pytest.mark.parametrize(
    ("text", "cadence", "meant"),
    [
        ("每周一 9:30,90 分钟", "weekly", Moment("weekly", 1, 570, words="每周一 9:30")),
        ("每周五 17:00 前向大区经理提交小组周报", "", Moment("weekly", 5, 1020, words="每周五 17:00 前")),
        ("周三下班前", "", Moment("weekly", 3, 1050, words="周三")),
        ("每月第 6 个工作日 14:00", "monthly", Moment("monthly", 6, 840, working=True, words="第 6 个工作日 14:00")),
        ("每月 5 日前", "", Moment("monthly", 5, None, words="每月 5 日前")),
        ("次月 3 号前", "", Moment("monthly", 3, None, words="次月 3 号前")),
        ("每天 18:30 前", "", Moment("daily", 0, 1110, words="每天 18:30 前")),
        ("每个工作日 8:45,15 分钟", "daily", Moment("daily", 0, 525, words="每个工作日 8:45")),
        ("每周二下午 2 点半", "", Moment("weekly", 2, 870, words="每周二")),
    ],
)
def test_what_is_meant(text: str, cadence: str, meant: Moment) -> None:
    assert moment(text, cadence) == meant


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("每天", ""),
        ("季度结束后第二个周五 14:00", "quarterly"),
        ("每季度首月 10 日前", ""),
        ("每月最后一个周五", ""),
        ("每周一至周五 8:45", "weekly"),
        ("每两周的周三", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_told(text: str, cadence: str) -> None:
    assert moment(text, cadence) is None


@pytest.mark.parametrize(
    ("one", "other", "behind"),
    [
        ("每周一 17:00", "每周一 9:30", 450),
        ("每周五 17:00", "每周一 9:30", 6210),
        ("每月 8 日前", "每月 6 日 14:00", 2880),
        ("每月 6 日前", "每月 6 日 14:00", None),
        ("每月 8 日前", "每月第 6 个工作日", None),
        ("每周一 9:00", "每天 9:00", None),
        ("每周一", "每周三", -2880),
    ],
)
def test_how_far_one_is_behind_the_other(one: str, other: str, behind: int | None) -> None:
    first, second = moment(one), moment(other)
    assert first is not None
    assert second is not None
    assert first.behind(second) == behind
