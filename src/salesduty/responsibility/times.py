"""How often and by when, as sentences say it."""

from __future__ import annotations

import re
from typing import NamedTuple

_EVERY = {
    "daily": "每[个]?(?:日|天|工作日)|日报|日清|晨会|夕会|早会|当日|当天",
    "weekly": "每[个]?(?:周|星期)|周[一二三四五六日报会]|按周",
    "biweekly": "每两周|双周",
    "monthly": "每[个]?月|月度|月报|月会|月底|月末|月初|按月|次月",
    "quarterly": "每[个]?季|季度|季末|按季",
    "half-yearly": "每半年|半年度|每个?学期",
    "yearly": "每年|每个?学年|年度|全年|年终|年初|年底",
    "on-event": "随时|必要时|出现.{1,10}时|发生.{1,10}时",
}
_CADENCES = tuple((name, re.compile(pattern)) for name, pattern in _EVERY.items())
_NUMBER = r"(?<![\d.一二两三四五六七八九十半])(?:\d{1,9}(?:\.\d{1,3})?|[一二两三四五六七八九十半]{1,6})"
_SLA = re.compile(
    rf"{_NUMBER} ?个?(?:小时|工作日|天|日|分钟|周|月)(?:之|以)?内|(?:每[月周季年]?|次月|当月)? ?{_NUMBER} ?[日号点](?:之|以)?前|"
    r"当[日天]|次日|月底前|下班前|立即|即时|到期[前后]?[^,;。]{0,6}?内"
)


class Told(NamedTuple):
    """What a sentence tells, and the characters that tell it."""

    value: str
    start: int
    end: int


def cadence(text: str) -> Told | None:
    """Return how often, as a name of `CADENCES`: the first that a normalised sentence says."""
    found = [(match.start(), match.end(), name) for name, pattern in _CADENCES if (match := pattern.search(text))]
    if not found:
        return None
    start, end, name = min(found)
    return Told(name, start, end)


def time_limit(text: str) -> Told | None:
    """Return by when, in the words of a normalised sentence."""
    match = _SLA.search(text)
    return Told(match[0], match.start(), match.end()) if match else None
