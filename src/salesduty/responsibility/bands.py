"""The bands of money that a sentence names, and what several bands leave open between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from salesduty.text.amounts import Interval, in_words

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = {"十": 10, "百": 100, "千": 1_000}
_UNITS = {"万": 10_000, "亿": 100_000_000, "千": 1_000}
_COUNT = (
    r"(?:\d[\d,]{0,15}(?:\.\d{1,4})? ?[万亿千]?|[零一二两三四五六七八九十百千]{1,9}[万亿]?[零一二两三四五六七八九十百千]{0,9})"
)
_SUM = rf"{_COUNT}(?: ?元| ?块钱?)?"
_OTHER = r"(?! ?(?:公里|平|台|套|件|户|人|名|次|粉|米|吨|箱|条|辆|字|张|家|个|天|日|月|年|小时|分|折|点|播放|曝光|%))"
_HOLDS = r"(?: ?\((?:不?含)[^()]{0,4}\))?"
_UP, _DOWN = "(?:及|含)?以上|起", "(?:及|含)?以下|(?:及|含)?以内"
_SIGNS = "不超过|不高于|不低于|不少于|超过|超出|高于|大于|达到|低于|小于|不足|不满|少于|未达|未满"
_BANDS = re.compile(
    rf"(?P<low>{_SUM})(?P<low_in>{_HOLDS}) ?(?:至|到|~|-|\.\.) ?(?P<high>{_SUM}){_OTHER}(?P<high_in>{_HOLDS})|"
    rf"(?P<from>{_SUM})(?P<from_in>{_HOLDS}) ?(?:{_UP}) ?[、,至到和且]? ?(?P<upto>{_SUM})(?P<upto_in>{_HOLDS}) ?(?:{_DOWN})|"
    rf"(?P<above>{_SUM})(?P<above_in>{_HOLDS}) ?(?:{_UP})|"
    rf"(?P<below>{_SUM})(?P<below_in>{_HOLDS}) ?(?:{_DOWN})|"
    rf"(?P<sign>{_SIGNS}) ?(?P<bound>{_SUM}){_OTHER}"
)
_MONEY = re.compile("[万亿元千块]")
_NO_GAP = Decimal(1)
"""Amounts are whole yuan where people write them: 49,999 and 50,000 leave nothing between them."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Amounts that lie between two bands and in neither. `point` where it is only the figure that both exclude."""

    low: Decimal
    high: Decimal

    @property
    def point(self) -> bool:
        """Whether it is a single figure."""
        return self.low == self.high

    @property
    def interval(self) -> Interval:
        """The opening as an interval."""
        return Interval(self.low, self.high)


def bands(text: str) -> tuple[Interval, ...]:
    """Return every band of money that a normalised sentence names, in its order. 以上 and 以下 include the figure, as in law."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Interval]:
    for match in _BANDS.finditer(text):
        if not _MONEY.search(match[0]):
            continue
        found = _of(match)
        if found is not None and (found.low is None or found.high is None or found.low < found.high):
            yield found


def _of(match: re.Match[str]) -> Interval | None:
    for low, high in (("low", "high"), ("from", "upto")):
        if match[low]:
            top, top_unit = _value(match[high])
            bottom, bottom_unit = _value(match[low])
            bottom = bottom if bottom_unit or bottom * top_unit > top else bottom * top_unit
            return Interval(bottom, top, _included(match[f"{low}_in"]), _included(match[f"{high}_in"]))
    if match["above"]:
        return Interval(_value(match["above"])[0], None, low_in=_included(match["above_in"]))
    if match["below"]:
        return Interval(None, _value(match["below"])[0], high_in=_included(match["below_in"]))
    amount, sign = _value(match["bound"])[0], match["sign"]
    if sign in ("不超过", "不高于"):
        return Interval(None, amount)
    if sign in ("不低于", "不少于", "达到"):
        return Interval(amount, None)
    if sign in ("超过", "超出", "高于", "大于"):
        return Interval(amount, None, low_in=False)
    return Interval(None, amount, high_in=False)


def _included(words: str) -> bool:
    return "不含" not in words


def _value(words: str) -> tuple[Decimal, int]:
    """A sum in yuan, and its unit: 0 where it has neither 万 nor 元 of its own."""
    bare = words.replace(" ", "").replace(",", "").rstrip("元块钱")
    own = 1 if bare != words.replace(" ", "").replace(",", "") else 0
    if bare[:1].isdigit():
        unit = _UNITS.get(bare[-1], 0)
        return Decimal(bare.rstrip("万亿千")) * (unit or 1), unit or own
    for unit_word in ("亿", "万"):
        if unit_word in bare:
            many, rest = bare.split(unit_word, 1)
            return Decimal(_small(many) * _UNITS[unit_word] + _small(rest)), _UNITS[unit_word]
    return Decimal(_small(bare)), own


def _small(words: str) -> int:
    """A number below ten thousand in characters: 三百五十."""
    value, digit = 0, 0
    for char in words:
        if char in _TENS:
            value, digit = value + (digit or 1) * _TENS[char], 0
        else:
            digit = _DIGITS.get(char, 0)
    return value + digit


def openings(several: Iterable[Interval]) -> tuple[Opening, ...]:
    """Return what lies between `several` bands and in none, from the lowest up; what lies below or above all is not meant."""
    ordered = sorted(several, key=lambda band: (band.low is not None, band.low or 0, not band.low_in))
    found = []
    top: Interval | None = None
    for band in ordered:
        if top is not None and top.high is not None and band.low is not None:
            apart = band.low - top.high
            if apart > _NO_GAP or (apart == 0 and not top.high_in and not band.low_in):
                found.append(Opening(top.high, band.low))
        if top is None or _reaches_higher(band, top):
            top = band
    return tuple(found)


def _reaches_higher(band: Interval, top: Interval) -> bool:
    if top.high is None:
        return False
    return band.high is None or (band.high, band.high_in) > (top.high, top.high_in)


def common(one: Interval, other: Interval) -> Interval | None:
    """Return the amounts that lie in both; None where the two are apart or only touch."""
    lows = [each for each in (one, other) if each.low is not None]
    highs = [each for each in (one, other) if each.high is not None]
    low = max(lows, key=lambda each: (each.low or 0, not each.low_in), default=None)
    high = min(highs, key=lambda each: (each.high or 0, each.high_in), default=None)
    if low is not None and high is not None and low.low is not None and high.high is not None and low.low >= high.high:
        return None
    start, end = low or Interval(None, None), high or Interval(None, None)
    return Interval(start.low, end.high, start.low_in, end.high_in)


def in_chinese(band: Interval) -> str:
    """Return how a message names a band: 30 万元至 50 万元."""
    if band.low is not None and band.low == band.high:
        return in_words(f"≥{band.low:f}").removesuffix("及以上")
    if band.low is not None and band.high is not None:
        return in_words(f"{band.low:f}..{band.high:f}")
    if band.high is not None:
        return in_words(f"{'≤' if band.high_in else '<'}{band.high:f}")
    return in_words(f"{'≥' if band.low_in else '>'}{band.low:f}") if band.low is not None else in_words("*")


def in_english(band: Interval) -> str:
    """Return a band as an English message names it: 300,000 to 500,000 yuan."""
    low, high = (f"{end.normalize():,f}" if end is not None else "" for end in (band.low, band.high))
    if low and high:
        return f"{low} yuan" if low == high else f"{low} to {high} yuan"
    return f"up to {high} yuan" if high else f"from {low} yuan"
