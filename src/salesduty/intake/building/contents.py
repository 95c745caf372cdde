"""Sections whose heading says nothing known: what stands below tells what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from salesduty.intake.building.naming import ends_like_post
from salesduty.intake.building.qualifications import kind
from salesduty.intake.building.sections import is_recruiting
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import Sign, begins_with_act, begins_with_verb
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.passage import Passage
from salesduty.intake.tables import Entry

_SECTIONS = frozenset(
    {"duties", "qualifications", "recruiting", "authorities", "kpis", "skills", "traits", "education", "experience"}
)
_OURS = re.compile(r"我们|有限公司|公司(?:提供|为您|为你|拥有|是一)|晋升|补助|补贴|年假|氛围|下午茶|团建")
_LONGEST = 16
_FEWEST = 2
_Looks = tuple[int, bool, bool, str]


def understood(seen: Sequence[Sight | Entry], lexicon: Lexicon) -> list[Sight | Entry]:
    """Return what was seen, with the headings of sections that no label names told by what stands below them.

    A heading that looks like the labels of the document (你的必备：, **传统工具：**) heads a section as they do: of
    qualifications or of what a company offers where most of its items say so, of something else where none of them is an act.
    """
    found = list(seen)
    looks = {_looks(each.unit) for each in seen if isinstance(each, Sight) and each.sign.bare and each.sign.key in _SECTIONS}
    for place, each in enumerate(seen):
        if isinstance(each, Sight) and not each.sign.key and _looks(each.unit) in looks and _may_head(each.unit, lexicon):
            key = _held(_below(seen, place), lexicon)
            if key:
                found[place] = replace(each, sign=Sign(key, each.body))
    return found


def _looks(unit: Unit) -> _Looks:
    return unit.line.heading, unit.line.strong, unit.leads or unit.end.text.strip() in (":", "："), unit.family


def _may_head(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a unit may be the heading of a section: a few words, set off from what stands below, and no name."""
    set_off = unit.line.heading or unit.line.strong or _looks(unit)[2]
    few = len(unit.body) <= _LONGEST and unit.opens and unit.closes
    return bool(set_off and few and not unit.family and not ends_like_post(unit.body.text, lexicon))


def _below(seen: Sequence[Sight | Entry], place: int) -> list[Passage]:
    """Return the items of the list right below `place`."""
    family, found = "", []
    for each in seen[place + 1 :]:
        if (
            not isinstance(each, Sight)
            or each.sign.bare
            or not each.unit.family
            or each.unit.family != (family or each.unit.family)
        ):
            break
        family = each.unit.family
        found.append(each.body)
    return found


def _held(items: Sequence[Passage], lexicon: Lexicon) -> str:
    """Return the field of a section with these items; nothing where they may be duties, or are too few to tell."""
    if len(items) < _FEWEST:
        return ""
    acts = sum(begins_with_verb(each.text) and kind(each.text, lexicon) not in ("education", "experience") for each in items)
    offered = [is_recruiting(each.text) or _OURS.search(each.text) is not None for each in items]
    offers = sum(offered)
    asked = sum(
        kind(each.text, lexicon) != "other" and not begins_with_act(each.text) and not ours
        for each, ours in zip(items, offered, strict=True)
    )
    if 2 * asked > len(items) and asked > offers and not any(begins_with_act(each.text) for each in items):
        return "qualifications"
    if 2 * offers >= len(items) and offers > acts:
        return "recruiting"
    return "" if acts else "introduction"
