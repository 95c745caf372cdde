"""Rows of KPI tables → KPIs: which columns are which only the rows themselves tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salesduty.intake.building.parts import KpiPart
from salesduty.intake.building.rows import Row
from salesduty.intake.passage import EMPTY, Passage, joined

_FIELDS = ("target", "definition", "formula", "source", "cycle")
_WEIGHED = re.compile(r"[(（]\s*(?:权重|占比)?\s*[:：]?\s*(\d{1,3}(?:\.\d+)?\s*[%％分])\s*[)）]$")
_POINTS = re.compile(r"扣|加分|得分|得\d|每.{0,12}分|\d\s*分|不得分|满分")


@dataclass(slots=True)
class Kpis:
    """Takes the rows of one table. A KPI whose name reaches over several rows is one KPI."""

    last: KpiPart | None = None
    named: Passage | None = None

    def take(self, row: Row, into: list[KpiPart]) -> None:
        """Take in a row; a new KPI goes into `into`."""
        name, kind = row.one("name"), row.one("kind") or row.one("group")
        if name is None:
            name = self.named
        if name is None:
            return
        if self.last is None or self.named != name:
            self.named, self.last = name, KpiPart(*_weighed(name)[:1])
            if (weighed := _weighed(name)[1]).text:
                self.last.fields["weight"] = weighed
            into.append(self.last)
        kpi = self.last
        if kind is not None:
            kpi.fields.setdefault("kind", kind)
        weight, points = row.one("weight"), row.one("points")
        if grades := row.all("grade"):
            kpi.scoring.append(joined([*grades, *([points] if points else [weight] if weight else [])]))
        elif (weight := weight or points) is not None:
            kpi.fields.setdefault("weight", weight)
        for key in _FIELDS:
            if found := row.all(key):
                kpi.fields[key] = joined([*([kpi.fields[key]] if key in kpi.fields else []), *found])
        self._standard(kpi, row)
        kpi.scoring += [each for each in row.all("scoring") if each not in kpi.scoring]

    def _standard(self, kpi: KpiPart, row: Row) -> None:
        """A column called 标准 has targets or how points are given; its words tell."""
        for each in row.all("standard"):
            if _POINTS.search(each.text) or ("target" in kpi.fields and not row.fields.get("scoring")):
                kpi.scoring.append(each)
            else:
                before = [kpi.fields["target"]] if "target" in kpi.fields else []
                kpi.fields["target"] = joined([*before, each])


def _weighed(name: Passage) -> tuple[Passage, Passage]:
    """Return a name and the weight that stands in brackets behind it, as in `工作业绩（40%）`."""
    found = _WEIGHED.search(name.text)
    return (name.cut(0, found.start()).strip(), name.cut(*found.span(1))) if found and found.start() else (name, EMPTY)
