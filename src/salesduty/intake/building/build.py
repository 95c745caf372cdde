"""Units, fields and records in order → posts, departments and what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesduty.intake.building.anchors import anchors
from salesduty.intake.building.bare import bare_list
from salesduty.intake.building.contents import understood
from salesduty.intake.building.finish import finish
from salesduty.intake.building.parts import Built
from salesduty.intake.building.places import Anchor
from salesduty.intake.building.sights import Sight, sights
from salesduty.intake.building.walk import Walk
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.tables import Entry, Field, Record


def _outer(seen: Sequence[Sight | Entry], named: Mapping[int, Anchor]) -> frozenset[int]:
    """Return the places of plain units below a label of duties of a post that has another one further down.

    The first one (职位描述) heads the whole text of which the second (岗位职责) is a part.
    """
    found: list[int] = []
    run: list[int] = []
    within = False
    for place, each in enumerate(seen):
        if place in named or not isinstance(each, Sight):
            run, within = [], False
        elif each.sign.key == "duties":
            found += run
            run, within = [], True
        elif each.sign.key not in ("", "recruiting"):
            within = False
        elif within and each.unit.family:
            run, within = [], False
        elif within:
            run.append(place)
    return frozenset(found)


def _above(seen: Sequence[Sight | Entry], place: int, named: Mapping[int, Anchor]) -> str:
    """Say what stands at `place`, right below a unit: the first item of a `list`, an `anchor`, or nothing that matters."""
    below = seen[place] if place < len(seen) else None
    if place in named:
        return "anchor"
    return "list" if isinstance(below, Sight) and below.unit.family and below.unit.value[-1:] in ((1,), ()) else ""


def build(entries: Sequence[Entry], lexicon: Lexicon) -> Built:
    """Return what the entries of one document say."""
    seen = understood(sights(entries, lexicon), lexicon)
    built = _walked(seen, lexicon, None)
    if not (built.posts or built.functions or built.processes or built.kpis) and (start := bare_list(seen)) is not None:
        return _walked(seen, lexicon, start)
    return built


def _walked(seen: Sequence[Sight | Entry], lexicon: Lexicon, start: int | None) -> Built:
    """Go through a document; duties that nothing announces begin at `start`."""
    named = anchors(seen, lexicon)
    walk = Walk(lexicon)
    outer = _outer(seen, named)
    for place, each in enumerate(seen):
        if place == start:
            walk.begin("duties")
        if isinstance(each, Sight):
            walk.sight(each, named.get(place), "outer" if place in outer else _above(seen, place + 1, named))
        elif isinstance(each, Field):
            walk.field(each)
        elif isinstance(each, Record):
            walk.record(each)
    return finish(walk)
