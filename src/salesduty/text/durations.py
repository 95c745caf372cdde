"""Lengths of time as people write them: 48 小时, 两个工作日, 半天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_COUNT = r"(?<![\d.一二两三四五六七八九十半几])(?:\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十]{1,3}|半)"
_UNIT = "工作小时|工作日|工作天|小时|钟头|分钟|天|日(?![前之])|周|星期|个月"
_LENGTH = re.compile(rf"(?<![第月])(?<![第月] )(?P<count>{_COUNT}) ?(?:个(?!月))? ?(?P<unit>{_UNIT})(?!之?前)")
_WITHIN = re.compile(
    rf"(?P<count>{_COUNT}) ?(?:个(?!月))? ?(?P<unit>{_UNIT})(?:之|以)?内"
    "(?!的|未|没|无|不(?!少于)|到期|仍|已|曾|累计|连续|新增|有[过无])"
)
_NOT_OWN = re.compile(
    "(?:督促|要求|催促|敦促|提醒|(?<!申)请(?!示)|让(?![价利步]))[^,;。]{0,12}$|"
    "(?:客户|对方|经销商|供应商|代理商)(?:须|应|需)?(?:在|于) ?$|"
    "(?:有效期|账期|账龄|逾期|保质期|试用期|质保期?|交期|周期|入职|最近|近|过去) ?$"
)
"""Words before a limit that make it that of somebody else, or a property of something."""
_HOURS: dict[str, tuple[float, float]] = {
    "minute": (1 / 60, 1 / 60),
    "hour": (1, 1),
    "working hour": (1, 3),
    "day": (24, 24),
    "working day": (8, 24),
    "week": (168, 168),
    "month": (672, 744),
}
"""How many hours by the clock a unit is at least and at most; weekends come on top of working days."""
_NAMES = {
    "分钟": "minute",
    "小时": "hour",
    "钟头": "hour",
    "工作小时": "working hour",
    "天": "day",
    "日": "day",
    "工作日": "working day",
    "工作天": "working day",
    "周": "week",
    "星期": "week",
    "个月": "month",
}
_WORKING_WEEK, _WEEKEND = 5, 48


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `count` of a unit, in the words that said it."""

    count: float
    unit: str
    words: str
    start: int = 0
    end: int = 0

    @property
    def least(self) -> float:
        """Hours by the clock that it is at least."""
        return self.count * _HOURS[self.unit][0]

    @property
    def most(self) -> float:
        """Hours by the clock that it may be, with a weekend for every working week that it begins."""
        hours = self.count * _HOURS[self.unit][1]
        if self.unit not in ("working day", "working hour"):
            return hours
        days = self.count if self.unit == "working day" else self.count / 8
        return hours + _WEEKEND * -(-days // _WORKING_WEEK)

    def exceeds(self, other: Duration) -> bool:
        """Tell whether it is longer than `other` for sure, however working days fall."""
        return self.count > other.count if self.unit == other.unit else self.least > other.most

    def differs(self, other: Duration) -> bool:
        """Tell whether the two cannot be the same length."""
        return self.exceeds(other) or other.exceeds(self)


def duration(text: str) -> Duration | None:
    """Return the first length of time that a normalised text names, or None."""
    match = _LENGTH.search(text)
    return _of(match) if match is not None else None


def limits(text: str) -> Iterator[Duration]:
    """Yield every limit that a normalised sentence sets with 内: 48 小时内, 两个工作日之内.

    What a customer is asked for, a condition (3 天内未跟进的) and a property (账期 60 天内) are no limits of who is spoken of.
    """
    return (
        _of(match) for match in _WITHIN.finditer(text) if not _NOT_OWN.search(text, max(match.start() - 20, 0), match.start())
    )


def _of(match: re.Match[str]) -> Duration:
    return Duration(_number(match["count"]), _NAMES[match["unit"]], match[0], match.start(), match.end())


def _number(words: str) -> float:
    """A number below a hundred in characters, or in figures."""
    if words == "半":
        return 0.5
    if words[0].isdigit():
        return float(words)
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return float(_DIGITS.get(words[-1], 0))
    return float((_DIGITS.get(tens[-1:], 1)) * 10 + _DIGITS.get(ones[-1:], 0))
