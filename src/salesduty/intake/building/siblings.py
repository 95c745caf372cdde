"""Which units name posts because others that are written like them do, in the same document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from salesduty.intake.building.naming import ends_surely, is_department, likeness
from salesduty.intake.building.places import Anchor, sight_at
from salesduty.intake.building.sections import is_recruiting
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import FACTS, begins_with_verb
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.tables import Entry

_LONGEST = 24
_FEWEST = 2
_REACH = 5
_SENTENCE = 12
_SURE = 4


def siblings(seen: Sequence[Sight | Entry], lexicon: Lexicon, known: Mapping[int, Anchor]) -> Iterable[tuple[int, Anchor]]:
    """Yield headings written like those of two posts or more that have sections or a list of their own below."""
    styles = Counter(
        _style(each.unit)
        for place, each in enumerate(seen)
        if isinstance(each, Sight) and place in known and known[place].kind == "post" and _is_bare(each)
    )
    for place, each in enumerate(seen):
        if not isinstance(each, Sight) or place in known or each.sign.key or not _is_bare(each):
            continue
        others = styles[_style(each.unit)]
        points = likeness(each.unit, lexicon)
        sure = points >= _SURE and ends_surely(each.body.text, lexicon)
        if (
            others < (1 if each.unit.line.heading and points > 1 else _FEWEST)
            or points < 0
            or is_department(each.body.text, lexicon)
        ):
            continue
        if _ends_before(seen, place, known) and _begins_below(seen, place, lexicon, known, sure=sure):
            yield place, Anchor("post", each.body)


def _style(unit: Unit) -> tuple[object, ...]:
    return unit.family, unit.depth, unit.line.heading, unit.line.strong, unit.value[:-1]


def _is_bare(each: Sight) -> bool:
    """Whether a unit is a line of a few words that may be a name."""
    unit = each.unit
    return (
        unit.opens
        and unit.closes
        and not each.sign.key
        and 2 <= len(unit.body) <= _LONGEST
        and not unit.end.text.strip(" :：")
        and not begins_with_verb(unit.body.text)
        and not is_recruiting(unit.body.text)
    )


def _ends_before(seen: Sequence[Sight | Entry], place: int, known: Mapping[int, Anchor]) -> bool:
    """Whether what stands above `place` is over: the list above does not go on, and something is said of the post above."""
    unit, above = seen[place], sight_at(seen, place - 1)
    if not isinstance(unit, Sight) or above is None:
        return True
    if above.sign.bare or (unit.unit.family and above.unit.family == unit.unit.family and above.unit.depth <= unit.unit.depth):
        return False
    for at in range(place - 1, max(place - _REACH, 0) - 1, -1):
        if at in known:
            return False
        before = sight_at(seen, at)
        if before is None or before.unit.family or before.sign.key not in ("", "recruiting", *FACTS):
            return True
    return True


def _begins_below(
    seen: Sequence[Sight | Entry], place: int, lexicon: Lexicon, known: Mapping[int, Anchor], *, sure: bool
) -> bool:
    """Whether a section of duties or a list begins below, with facts and a sentence between at the most."""
    unit = seen[place]
    for at in range(place + 1, place + 1 + _REACH):
        below = sight_at(seen, at)
        if below is None or at in known or not isinstance(unit, Sight):
            return False
        key = below.sign.key
        if key == "recruiting" or key in FACTS:
            continue
        if key:
            return key in lexicon.opening
        if below.unit.family:
            return below.unit.family != unit.unit.family and below.unit.value[-1:] in ((1,), ())
        if not sure and (below.unit.line.heading or len(below.body) < _SENTENCE):
            return False
    return False
