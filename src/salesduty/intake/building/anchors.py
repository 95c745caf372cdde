"""Which units name a post or a department: by labels, by what stands below, by their likes in the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from salesduty.intake.building.above import above_labels
from salesduty.intake.building.naming import ends_like_post, ends_surely, is_department, likeness, whose
from salesduty.intake.building.places import Anchor, sight_at, unit_at
from salesduty.intake.building.sections import is_recruiting
from salesduty.intake.building.siblings import siblings
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import HEADS_FIRST, begins_with_verb, is_act
from salesduty.intake.building.titles import titles
from salesduty.intake.lexicon import Lexicon, plain
from salesduty.intake.passage import EMPTY, Passage
from salesduty.intake.tables import Entry

_LED = re.compile(
    r"(?:[^，。；,;]{0,12}(?:职责|责任制?))?([^，。；,;:：]{2,14}?)(?:作为[^，,]{2,20})?在[^，。；,;]{2,16}(?:的)?(?:领导|指导|带领|管理|授权)下"
)
_SAID = re.compile(r"([^：:。；;，,]{2,20})[:：](?=\S)")
_OFFICE = re.compile(r"[^，。；,;:]{0,8}(?:部门?|中心|科室?)[^，。；,;:]{0,6}(?:职责|职能)")
_COUNTED_POST = re.compile(
    r"([^\d，。；;,：:（()）\s]{2,16})[\s（(:：]*(?:招聘?)?\s*(?:若干[名人]?|\d{1,3}(?:\s*[-—~至]+\s*\d{1,3})?\s*[名人])(?![次民员工])"
)
_TRAIL = re.compile(r"[>»›→]")
_QUOTED = re.compile(r"“[^”]{1,12}”.|(?:明确|准确|清晰|如实)(?:标注|填写|写明)")
_HEADING = 16
_ENOUGH = 3
_LONGEST_NAME = 20
_SHORTEST_DUTY = 6
_SHORTEST_SENTENCE = 12


def anchors(seen: Sequence[Sight | Entry], lexicon: Lexicon) -> Mapping[int, Anchor]:
    """Return what the units at these places name."""
    found: dict[int, Anchor] = {}
    found.update(_told(seen, lexicon))
    found.update(_lines_of_posts(seen, lexicon, found))
    found.update(_heading_lists(seen, lexicon, found))
    found.update(above_labels(seen, lexicon, found))
    found.update(siblings(seen, lexicon, found))
    found.update(_over_functions(seen, found))
    for place, kind, name in titles(seen, lexicon):
        found.setdefault(place, Anchor("about" if kind == "post" else kind, name))
    return _with_labels(seen, found)


def _with_labels(seen: Sequence[Sight | Entry], found: Mapping[int, Anchor]) -> dict[int, Anchor]:
    """Say of each anchor whether a label of duties comes before the next one."""
    labelled = False
    told = dict(found)
    for place in range(len(seen) - 1, -1, -1):
        each = seen[place]
        if place in found:
            told[place] = replace(found[place], labelled=labelled)
            labelled = False
        elif isinstance(each, Sight) and each.sign.key == "duties":
            labelled = True
    return told


def _over_functions(seen: Sequence[Sight | Entry], known: Mapping[int, Anchor]) -> Iterable[tuple[int, Anchor]]:
    """Yield headings that speak of the duties of a department and have a list below."""
    for place, each in enumerate(seen):
        if not isinstance(each, Sight) or place in known or each.sign.key or not (each.unit.mark.text or each.unit.line.heading):
            continue
        below = sight_at(seen, place + 1)
        if below is not None and below.unit.depth > each.unit.depth and _OFFICE.match(plain(each.body.text)[:_HEADING]):
            yield place, Anchor("functions", EMPTY)


def _told(seen: Sequence[Sight | Entry], lexicon: Lexicon) -> Iterable[tuple[int, Anchor]]:  # noqa: C901
    """Yield what a label says by itself: 岗位名称：X, X岗位职责, X在…领导下."""
    last = ""
    for place, each in enumerate(seen):
        if not isinstance(each, Sight):
            continue
        if each.sign.key == "name" and each.sign.value.text and _may_be_name(each.sign.value.text, lexicon):
            yield place, Anchor("post", each.sign.value)
        elif (
            each.sign.key == "name"
            and (after := sight_at(seen, place + 1)) is not None
            and not after.sign.key
            and likeness(after.unit, lexicon) > 0
        ):
            yield place + 1, Anchor("post", after.body)
        elif (owner := whose(each.sign.owner, lexicon)).text:
            if each.sign.key == "duties" and is_department(owner.text, lexicon) and owner.text in last:
                continue
            last = owner.text if ends_surely(owner.text, lexicon) else last
            if is_department(owner.text, lexicon) or (each.sign.key == "functions" and not ends_surely(owner.text, lexicon)):
                yield place, Anchor("department", owner)
            elif len(owner) <= 24 and (ends_surely(owner.text, lexicon) or not begins_with_verb(owner.text)):
                yield place, Anchor("post", owner)
        elif (counted := _COUNTED_POST.match(each.body.text)) is not None and _may_count(each, counted, lexicon):
            yield place, Anchor("post", each.body.cut(0, counted.end()))
        elif (led := _LED.match(plain(each.body.text))) is not None and not each.unit.mark.text:
            name = each.body.cut(led.start(1), led.end(1))
            if ends_surely(name.text, lexicon) and not begins_with_verb(name.text):
                yield place, Anchor("led", name)


def _may_be_name(text: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind 岗位名称 may be one: no trail of pages, no sentence that says what to write there."""
    return not _TRAIL.search(text) and (not _QUOTED.search(text) or ends_like_post(text, lexicon))


def _may_count(each: Sight, counted: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a unit that begins like `维修技术人员 5—15名` names a post: it is counted, or that is all of it."""
    name = counted.group(1)
    if (
        (begins_with_verb(name) and not ends_like_post(name, lexicon))
        or lexicon.field(name) is not None
        or (is_department(name, lexicon) and not ends_like_post(name, lexicon))
    ):
        return False
    rest = each.body.text[counted.end() :]
    return bool(each.unit.family) or not rest or is_recruiting(rest)


def _lines_of_posts(seen: Sequence[Sight | Entry], lexicon: Lexicon, known: Mapping[int, Anchor]) -> Iterable[tuple[int, Anchor]]:
    """Yield lines like `客户经理：负责…；维护…`, several of a kind together, at least half of them called as posts are."""
    run: list[tuple[int, Passage]] = []
    style: object = None
    for place in range(len(seen) + 1):
        each = sight_at(seen, place)
        name = _said(each, lexicon) if each is not None and place not in known else None
        own = (each.unit.family, each.unit.depth) if each is not None else None
        if name is None or own != style:
            sure = sum(ends_surely(words.text, lexicon) for _, words in run)
            if sure > 1 and 2 * sure >= len(run):
                yield from ((at, Anchor("posts", words)) for at, words in run)
            run = []
        if name is not None:
            run.append((place, name))
            style = own


def _said(each: Sight, lexicon: Lexicon) -> Passage | None:
    """Return what stands before the colon of a line that may be the duties of the post so called."""
    said = _SAID.match(each.body.text)
    if said is None or each.sign.key or len(each.body) - said.end() < _SHORTEST_DUTY:
        return None
    name = each.body.cut(0, said.end(1))
    return (
        name if len(name) <= _LONGEST_NAME and not begins_with_verb(name.text) and not is_department(name.text, lexicon) else None
    )


def _heading_lists(seen: Sequence[Sight | Entry], lexicon: Lexicon, known: Mapping[int, Anchor]) -> Iterable[tuple[int, Anchor]]:
    """Yield short units with a list of their own below, when they or most of their likes end as posts do."""
    groups: dict[object, list[int]] = {}
    listed: set[int] = set()
    for place, each in enumerate(seen):
        if not isinstance(each, Sight) or place in known or each.sign.key or each.unit.end.text.strip(" ：:"):
            continue
        if _has_list(seen, place):
            listed.add(place)
        elif not _has_acts(seen, place) and not _has_sentence(seen, place, lexicon):
            continue
        key = (each.unit.family, each.unit.depth, each.unit.line.heading, each.unit.value[:-1])
        groups.setdefault(key, []).append(place)
    for places in groups.values():
        points = {place: likeness(unit_at(seen, place), lexicon) for place in places}
        posts = [place for place in places if ends_like_post(unit_at(seen, place).body.text, lexicon) and points[place] >= 0]
        enough = 2 if any(place in listed for place in posts) else 3
        if len(posts) >= enough and len(posts) * 10 >= len(places) * 6:
            yield from ((place, Anchor("post", unit_at(seen, place).body)) for place in places if points[place] >= 0)
        else:
            for place in listed.intersection(posts):
                if points[place] >= _ENOUGH and ends_surely(unit_at(seen, place).body.text, lexicon):
                    yield place, Anchor("post", unit_at(seen, place).body)


def _has_acts(seen: Sequence[Sight | Entry], place: int) -> bool:
    """Whether what stands right below a short unit is an act, as duties without numbers are."""
    unit, below = unit_at(seen, place), sight_at(seen, place + 1)
    if below is None or below.sign.key or len(unit.body) > _LONGEST_NAME or begins_with_verb(unit.body.text):
        return False
    about = len(unit.body) > 1 and below.body.text.startswith(unit.body.text) and not below.unit.family
    count = HEADS_FIRST.match(below.body.text)
    return (about or is_act(below.body.text[count.end() if count else 0 :])) and len(below.body) >= _SHORTEST_DUTY


def _has_sentence(seen: Sequence[Sight | Entry], place: int, lexicon: Lexicon) -> bool:
    """Whether a whole sentence stands right below a line that is called as posts are."""
    unit, below = unit_at(seen, place), sight_at(seen, place + 1)
    if below is None or below.sign.key or below.unit.family or not ends_surely(unit.body.text, lexicon):
        return False
    whole = below.unit.closes and below.unit.end.text.strip() == "。" and len(below.body) >= _SHORTEST_SENTENCE
    return whole and unit.opens and unit.closes and not begins_with_verb(unit.body.text)


def _has_list(seen: Sequence[Sight | Entry], place: int) -> bool:
    """Whether a list of its own begins right below a unit, at most one sentence between."""
    unit = unit_at(seen, place)
    if len(unit.body) > 40:
        return False
    for step in (1, 2):
        below = sight_at(seen, place + step)
        if below is None or below.sign.key:
            return False
        if below.unit.family:
            begins = below.unit.value[-1:] in ((1,), ()) or (bool(unit.family) and below.unit.depth > unit.depth)
            return begins and (below.unit.depth > unit.depth or below.unit.family != unit.family)
        if unit.line.heading and not below.unit.line.heading:
            return True
        if len(below.body) < 12:
            return False
    return False
