"""KPIs of a draft as the fields of definitions."""

from __future__ import annotations

from collections.abc import Sequence

from salesduty.intake.writing.desk import Desk
from salesduty.intake.writing.duties import short
from salesduty.intake.writing.tree import Bare, Item, Listing, Mapping, listing
from salesduty.intake.writing.values import cadence, one, shares
from salesduty.model.choices import KpiKind
from salesduty.model.kpi import Measure, PostKpi, Scoring
from salesduty.results.draft import DraftKpi

_TEXTS = ("definition", "formula", "target", "source")


def kpis(several: Sequence[DraftKpi], desk: Desk, at: str, *, weighed: bool) -> Listing:
    """Return KPIs as a list below the address `at`, with their weights where they are those of a post."""
    items = []
    found = shares(several)
    names: dict[str, int] = {}
    for number, (kpi, share) in enumerate(zip(several, found, strict=True), 1):
        address = f"{at}/kpis/#{number}"
        names[str(kpi.name)] = names.get(str(kpi.name), 0) + 1
        again = names[str(kpi.name)] if not weighed else 1
        mapping = Mapping({"name": str(kpi.name) if again == 1 else f"{kpi.name}（{again}）"})
        desk.origin(address, kpi.name, mapping.fields["name"])
        above = [] if again == 1 else [desk.remark("same-name", kpi.name, {"words": str(kpi.name)})]
        above += _weight(mapping, kpi, share, desk, address) if weighed else _unweighed(kpi, desk)
        for key in _TEXTS:
            one(mapping, key, getattr(kpi, key), desk, address)
        if kpi.cycle and (comment := cadence(mapping, "cycle", kpi.cycle, Measure, desk, address)):
            above.append(comment)
        above += _kind(mapping, kpi, desk, address)
        for line in kpi.scoring:
            desk.origin(f"{address}#scoring", line)
        mapping.put("scoring", listing([short(str(line), Scoring, "text") for line in kpi.scoring]))
        items.append(Item(mapping, above))
    return Listing(items)


def _unweighed(kpi: DraftKpi, desk: Desk) -> list[str]:
    """KPIs of a department have no weight in the model."""
    return [desk.said(PostKpi.title_of("weight"), kpi.weight)] if kpi.weight else []


def _weight(mapping: Mapping, kpi: DraftKpi, share: str | None, desk: Desk, address: str) -> list[str]:
    if not kpi.weight:
        return []
    if share is None:
        return [desk.remark("weight", kpi.weight, {"words": str(kpi.weight)})]
    mapping.put("weight", Bare(share))
    desk.origin(f"{address}#weight", kpi.weight, float(share))
    return []


def _kind(mapping: Mapping, kpi: DraftKpi, desk: Desk, address: str) -> list[str]:
    """The kind where the model knows it; else what the document says, which is no fault: 定量, 财务类."""
    if not kpi.kind:
        return []
    try:
        found = KpiKind(str(kpi.kind))
    except ValueError:
        return [desk.said(PostKpi.title_of("kind"), kpi.kind)]
    mapping.put("kind", found.label if desk.style.keys == "zh" else found.value)
    desk.origin(f"{address}#kind", kpi.kind, found)
    return []
