"""Targets that are figures: an amount or a number of things, with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from salesduty.rules.kpis.carried import Carried
from salesduty.text.normal import normal

_TARGET = re.compile(
    r"(?:>=|>|≥|不低于|不少于|至少|完成|达到)? ?(?P<figure>\d[\d,]{0,15}(?:\.\d{1,4})?) ?(?P<scale>万|亿|千)? ?"
    r"(?P<unit>[^\d%‰~至到.,;、]{0,6}?)(?:及?以上|起)?"
)
_UNIT = re.compile("(?P<scale>万|亿|千)?(?P<unit>.{0,6})")
_SCALES = {"千": 1_000, "万": 10_000, "亿": 100_000_000}
_MONEY = frozenset(("元", "块", "人民币", "RMB", "CNY"))
_RATIOS = frozenset(("分", "倍", "天", "小时", "分钟", "个百分点", "百分点", "名次", "名", "折", "级"))
"""Units of figures that do not add up from person to person; 名 may be a rank."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What is to be reached: so much of a unit."""

    amount: Decimal
    unit: str

    def times(self, people: int) -> Decimal:
        """Return what so many people reach together."""
        return self.amount * people


def figure(kpi: Carried) -> Figure | None:
    """Return the target of a KPI as a figure that can be added up; None for shares, scores, days and whatever else is written.

    The unit stands behind the figure, or in the field for it.
    """
    match = _TARGET.fullmatch(normal(str(kpi.said("target") or "")).strip())
    if match is None:
        return None
    scale, unit = match["scale"], match["unit"].strip()
    if not unit and not (scale is not None and kpi.said("unit") is None):
        written = _UNIT.fullmatch(normal(str(kpi.said("unit") or "")).strip())
        if written is None:
            return None
        scale, unit = scale or written["scale"], written["unit"]
    unit = "元" if unit in _MONEY or (not unit and scale) else unit
    if not unit or unit in _RATIOS or "%" in unit or "/" in unit or "率" in unit:
        return None
    return Figure(Decimal(match["figure"].replace(",", "")) * _SCALES.get(scale or "", 1), unit)


def in_words(amount: Decimal, unit: str) -> str:
    """Return an amount with its unit as people write it: 1200 万元."""
    for name, scale in (("亿", 100_000_000), ("万", 10_000)):
        if unit == "元" and amount >= scale:
            return f"{(amount / scale).normalize():f} {name}元"
    return f"{amount.normalize():f} {unit}"
