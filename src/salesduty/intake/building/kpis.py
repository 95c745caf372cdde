"""Rows of KPI tables → KPIs: which columns are which only the rows themselves tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salesduty.intake.building.parts import KpiPart
from salesduty.intake.building.rows import Row
from salesduty.intake.passage import joined

_FIELDS = ("target", "definition", "formula", "source", "cycle")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十]+分")
_POINTS = re.compile(r"扣|加分|得分|得\d|每.{0,12}分|\d\s*分|不得分|满分")


@dataclass(slots=True)
class Kpis:
    """Takes the rows of one table. A KPI whose name reaches over several rows is one KPI."""

    last: KpiPart | None = None

    def take(self, row: Row, into: list[KpiPart]) -> None:
        """Take in a row; a new KPI goes into `into`."""
        name, kind = row.one("name"), row.one("kind") or row.one("group")
        points = joined(row.all("weight") + row.all("points"))
        weight, points_too = row.one("weight"), row.one("points")
        grades = weight is not None and not _FIGURE.search(weight.text)
        if name is None:
            name = self.last.name if self.last else None
        if name is None:
            return
        new = self.last is None or self.last.name != name
        if new:
            self.last = KpiPart(name)
            into.append(self.last)
        kpi = self.last
        assert kpi is not None  # noqa: S101
        if kind is not None:
            kpi.fields.setdefault("kind", kind)
        if grades:
            kpi.scoring.append(points)
        elif weight is not None:
            kpi.fields.setdefault("weight", weight)
        elif points_too is not None:
            kpi.fields.setdefault("weight", points_too)
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
