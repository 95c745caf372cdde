"""Which units name posts because they stand above the labels of their sections."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence, Set

from salesduty.intake.building.naming import ends_surely, likeness
from salesduty.intake.building.places import Anchor, sight_at, unit_at
from salesduty.intake.building.qualifications import KINDS
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import FACTS
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.tables import Entry, Field

_COLON = re.compile(r"[:：]")
_DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
_ENOUGH = 3
_AMID = 5
_SURE = 7
_REACH = 12


Likes = Set[tuple[str, tuple[int, ...]]]
Best = tuple[int, int] | None
_LONGEST = 60
_NEAR = (2, 1, 0, 0, 0)


def above_labels(seen: Sequence[Sight | Entry], lexicon: Lexicon, known: Mapping[int, Anchor]) -> Iterable[tuple[int, Anchor]]:
    """Yield what stands above labels of sections without a name of their own."""
    have: set[str] = set()
    since = -1
    anchored = False
    likes: set[tuple[str, tuple[int, ...]]] = set()
    for place, each in enumerate(seen):
        if isinstance(each, Field) and each.key == "name" and each.units:
            have, anchored, since = set(), True, place
        if not isinstance(each, Sight):
            continue
        if place in known and known[place].kind not in ("post", "led"):
            have, anchored, since = set(), False, place
            continue
        if place in known:
            have, anchored, since = ({each.sign.key} if each.sign.key else set()), True, place
            likes.add((each.unit.family, each.unit.value))
            continue
        key = each.sign.key
        if key not in lexicon.opening or (key in KINDS and each.sign.value.text):
            since = _past(each, place, since)
            continue
        fresh = not have and anchored
        best = _best(seen, lexicon, since + 1, place, known, likes)
        if best is not None and not (fresh and best[1] == since + 1):
            points, at = best
            if points >= (_SURE if fresh else _ENOUGH if key in have or not anchored else _AMID):
                yield at, Anchor("post", unit_at(seen, at).body)
                have, anchored = set(), True
                likes.add((unit_at(seen, at).family, unit_at(seen, at).value))
        have.add(key)
        since = place


def _past(each: Sight, place: int, since: int) -> int:
    """Return behind which place the name above the next label stands, now that one that opens no section stands at `place`."""
    key = each.sign.key
    if key in FACTS and each.sign.bare:
        return place + 1
    return place if key and key not in KINDS and key not in FACTS and key != "recruiting" else since


def _best(seen: Sequence[Sight | Entry], lexicon: Lexicon, start: int, stop: int, known: Container[int], likes: Likes) -> Best:
    """Return the points and the place of what looks most like a name above the label at `stop`.

    `likes` are the numbers of the names before: what goes on counting them is most likely one too.
    """
    found: list[tuple[int, int]] = []
    listed = start > 0 and any(
        each is not None and each.unit.family for each in (sight_at(seen, at) for at in range(start, stop))
    )
    for place in range(stop - 1, max(start, stop - _REACH) - 1, -1):
        each = sight_at(seen, place)
        if (each is None and _is_fact(seen[place])) or (each is not None and _is_small(each)):
            continue
        if each is None or place in known or each.sign.key or (len(each.body) > _LONGEST and each.unit.family):
            break
        away = len(found)
        points = likeness(each.unit, lexicon) + (_NEAR[away] if away < len(_NEAR) else -2)
        found.append((points + _among(seen, place, start, away, listed, likes, lexicon), place))
        if each.unit.family and not _COLON.search(each.body.text):
            break
    return max(found, default=None)


def _among(seen: Sequence[Sight | Entry], place: int, start: int, away: int, listed: bool, likes: Likes, lexicon: Lexicon) -> int:
    """Return the points for how a unit stands among those around it; `listed` says that some of them are counted."""
    unit, before = unit_at(seen, place), sight_at(seen, place - 1)
    if unit.value and (unit.family, (*unit.value[:-1], unit.value[-1] - 1)) in likes:
        return 3
    if not listed:
        return 0
    if not unit.family:
        return 3 if before is not None and before.unit.family and away > 1 else 1
    return -4 if place != start and unit.value[-1:] > (1,) and not ends_surely(unit.body.text, lexicon) else 0


def _is_small(each: Sight) -> bool:
    """Whether a unit is a label that says a few words of a post, or a date."""
    key = each.sign.key
    if not key:
        return _DATE.fullmatch(each.body.text) is not None
    return key in FACTS or key == "recruiting" or (key in KINDS and bool(each.sign.value.text))


def _is_fact(entry: Sight | Entry) -> bool:
    """Whether an entry is a field of a form that says a few words of a post."""
    return isinstance(entry, Field) and (
        not entry.units or entry.key in FACTS or entry.key in KINDS or entry.key in ("", "recruiting")
    )
