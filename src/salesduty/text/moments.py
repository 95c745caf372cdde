"""Points of time that come again: 每周一 9:30, 每月 5 日前, 每月第 6 个工作日, 每天 18:30 前."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Cycle = Literal["daily", "weekly", "monthly"]

_DAYS = {char: value for value, char in enumerate("一二三四五六日", start=1)} | {"天": 7, "末": 5}
_CLOCK = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-4]) ?(?::(?P<minute>[0-5]\d)|点(?P<half>半)?(?![^,;。前]{0,2}(?:检查|内容)))")
_WORDS = (("下班前", 1050), ("下班", 1050), ("中午", 720), ("上班前", 480))
"""What stands for an hour; half past five is when most offices close."""
_WEEKDAY = re.compile("(?<![至到~、和-])(?:每|每个|当|本)?(?:周|星期)(?P<day>[一二三四五六日天末])(?![至到~、和-])")
_NTH = re.compile(r"第 ?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,2}) ?个?工作日")
_DATE = re.compile(r"(?:每个?月|次月|当月|下月|每月的?) ?(?P<day>\d{1,2}) ?[日号]")
_DAILY = re.compile("每个?(?:工作日|日|天)")
_LONGER = re.compile("季|年|两周|双周|半月")
"""Cycles that are not compared."""
_HAN = {char: value for value, char in enumerate("一二三四五六七八九十", start=1)}
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of time in a cycle: the day of the week, of the month or of its working days, and minutes from midnight."""

    cycle: Cycle
    day: int
    minute: int | None
    working: bool = False
    words: str = ""

    def behind(self, other: Moment) -> int | None:
        """Return by how many minutes it comes after `other` in the same cycle; None where that cannot be told.

        Less than nothing is before. Whole days count where one of them names no hour.
        """
        if (self.cycle, self.working) != (other.cycle, other.working):
            return None
        days = (self.day - other.day) * _DAY
        if self.minute is None or other.minute is None:
            return days or None
        return days + self.minute - other.minute


def moment(text: str, cadence: str = "") -> Moment | None:
    """Return the point of time that a normalised text names, or None. `cadence` is the one written beside it, if any."""
    if _LONGER.search(text) or cadence not in ("", "daily", "weekly", "monthly"):
        return None
    minute = _minute(text)
    if match := _NTH.search(text):
        return Moment("monthly", _number(match["day"]), minute, working=True, words=_words(text, match))
    if match := _DATE.search(text):
        return Moment("monthly", int(match["day"]), minute, words=_words(text, match))
    if cadence == "monthly" or "月" in text:
        return None
    if match := _WEEKDAY.search(text):
        return Moment("weekly", _DAYS[match["day"]], minute, words=_words(text, match))
    daily = _DAILY.search(text)
    if minute is not None and (daily or cadence == "daily"):
        return Moment("daily", 0, minute, words=_words(text, daily or _CLOCK.search(text)))
    return None


def _words(text: str, told: re.Match[str] | None) -> str:
    """The words that tell the moment: the day, the hour behind it, and 前."""
    if told is None:
        return text
    end, clock = told.end(), _CLOCK.match(text, told.end() + (text[told.end() : told.end() + 1] == " "))
    end = clock.end() if clock is not None else end
    behind = re.match(" ?之?前", text[end:])
    return text[told.start() : end + (behind.end() if behind else 0)]


def _minute(text: str) -> int | None:
    if match := _CLOCK.search(text):
        afternoon = 12 if "下午" in text and int(match["hour"]) < 12 else 0
        return (int(match["hour"]) + afternoon) * 60 + int(match["minute"] or (30 if match["half"] else 0))
    return next((minute for word, minute in _WORDS if word in text), None)


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return sum(_HAN[char] for char in words)
