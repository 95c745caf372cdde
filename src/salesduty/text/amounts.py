"""Amounts of money and the intervals that limits and scopes are written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# No more digits than any amount of money needs, and single spaces: a number of any length would overflow Decimal.
_NUMBER = r"(\d[\d,]{0,30}(?:\.\d{1,10})?) ?(万|亿|千|k|K|M)? ?(元|块|RMB|CNY)?"
_BOUND = re.compile(rf"(<=|>=|<|>|≤|≥|＜|＞) ?{_NUMBER}")
_RANGE = re.compile(rf"{_NUMBER} ?(?:\.\.|~|～|-|—|至|到) ?{_NUMBER}")
_UNITS = {"万": 10_000, "亿": 100_000_000, "千": 1_000, "k": 1_000, "K": 1_000, "M": 1_000_000}
_SIGNS = {"≤": "<=", "≥": ">=", "＜": "<", "＞": ">"}


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of amounts in yuan; None is an open end, `low_in` and `high_in` tell whether an end belongs to it."""

    low: Decimal | None
    high: Decimal | None
    low_in: bool = True
    high_in: bool = True


def parse_interval(text: str) -> Interval | None:
    """Return the interval that `text` names (`<500000`, `≥50万`, `10万..50万`, `*`), or None if it names none."""
    folded = " ".join(text.split())
    if folded == "*":
        return Interval(None, None)
    if match := _BOUND.fullmatch(folded):
        return _half_open(_SIGNS.get(match[1], match[1]), _amount(match[2], match[3]))
    if match := _RANGE.fullmatch(folded):
        low, high = _amount(match[1], match[2]), _amount(match[4], match[5])
        if match[2] is None and match[3] is None and (shared := _amount(match[1], match[5])) <= high:
            low = shared
        return Interval(low, high) if low <= high else None
    return None


def _half_open(sign: str, amount: Decimal) -> Interval:
    if sign in ("<", "<="):
        return Interval(None, amount, high_in=sign == "<=")
    return Interval(amount, None, low_in=sign == ">=")


def _amount(digits: str, unit: str | None) -> Decimal:
    return Decimal(digits.replace(",", "")) * _UNITS.get(unit or "", 1)


def in_words(text: str) -> str:
    """Return how a document prints the interval `text`: `<500000` as 50 万元以下（不含）; what is no interval stays."""
    interval = parse_interval(text)
    if interval is None:
        return text
    if interval.low is None and interval.high is None:
        return "不限"
    if interval.low is None:
        return f"{_money(interval.high)}及以下" if interval.high_in else f"{_money(interval.high)}以下（不含）"
    if interval.high is None:
        return f"{_money(interval.low)}及以上" if interval.low_in else f"{_money(interval.low)}以上（不含）"
    return f"{_money(interval.low)}至 {_money(interval.high)}"


def _money(amount: Decimal | None) -> str:
    amount = amount or Decimal(0)
    for value, unit in ((100_000_000, "亿元"), (10_000, "万元")):
        if amount >= value:
            return f"{(amount / value).normalize():f} {unit}"
    return f"{amount.normalize():f} 元"
