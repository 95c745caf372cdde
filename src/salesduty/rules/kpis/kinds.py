"""Posts all of whose KPIs are of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import KpiKind
from salesduty.rules.kpis.carried import carried
from salesduty.rules.rule import Hit
from salesduty.workspace.entities import Workspace

_FEWEST = 3


def only(workspace: Workspace, kind: KpiKind) -> Iterator[Hit]:
    """Yield the active posts with three KPIs or more, each of which is known to be of `kind`."""
    for post, kpis in carried(workspace):
        count = len(post.value.kpis)
        if _FEWEST <= count == len(kpis) and all(kpi.said("kind") is kind for kpi in kpis):
            yield Hit((post / "kpis").key, {"post": post.value.name, "count": count})
