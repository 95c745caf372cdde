"""What posts make again and again: reports, ledgers, lists and plans, by name, period and recipient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from salesduty.responsibility.apart import posts_apart
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.overlaps import Lines, declared_shared
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.text.normal import normal

_ENDS = "报表|月报表?|周报表?|日报表?|季报|年报|台账|报告|方案|计划表?|清单|明细表|统计表|分析表|汇总表"
_DOCUMENT = re.compile("《([^《》]{2,24})》")
_MAKE = "编制|编写|撰写|制作|起草|草拟|拟定|拟订|制定|制订|形成|出具|建立|登记|整理|生成|更新|统计|[写做出编拟]"
_MAKES = re.compile(_MAKE)
_MADE = re.compile(rf"(?:{_MAKE})(?:出|好|成|一份|一次)?(?P<name>[\u4e00-\u9fffA-Z]{{2,12}}?(?:{_ENDS}))")
_NOT_FROM_SCRATCH = re.compile(
    "(?:汇总|汇集|合并|收集|收齐|审核|审定|审批|复核|核对|修改|修订|检查|抽查|校对|批阅|查阅|根据|按照|上报|转发)"
    rf"(?:(?!{_MAKE})[^,;。]){{0,10}}(?:{_ENDS})"
)
"""Somebody else made it: this post sums it up, reviews it or starts from it."""
_PERSONAL = re.compile(
    "个人|本人|名下|自己|本组|小组|本班|班组|本区|区域内|辖区|所辖|所负责|所管|各自|当日工作|"
    "工作(?:日|周|月)?(?:报|总结|计划)|拜访|日志|述职|跟进"
)
_PERIODS = (
    ("day", re.compile("每[个]?[日天]|日报|日度|当日|当天")),
    ("week", re.compile("每[个]?(?:周|星期)|周报|周度|周[一二三四五六日]|按周")),
    ("month", re.compile("每[个]?月|月报|月度|月底|月末|月初|按月|次月|当月")),
    ("quarter", re.compile("每[个]?季|季报|季度|季末|按季")),
    ("year", re.compile("每年|年报|年度|年终|年初|年底")),
)
_CADENCES = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year"}
_PERIOD_WORDS = re.compile("^(?:每[日天周月季年]|当[日月]|[日周月]度|季度|年度|部门|全?公司|最新|一份|的)+")
_KINDS = (
    ("report", re.compile("(?:统计|分析|汇总|明细)?(?:报表|报告|月报表?|周报表?|日报表?|季报|年报|统计表|分析表|汇总表)$")),
    ("ledger", re.compile("台账$|明细表$")),
    ("plan", re.compile("(?:方案|计划表?)$")),
    ("list", re.compile("清单$")),
)
_STANDING = frozenset(("ledger",))
"""What is kept all the time and needs no period to be the department's one."""
_FEWEST = 2
_MOST = 30


@dataclass(frozen=True, slots=True)
class Deliverable:
    """Something that a duty yields: the name as written, and what makes two of them one."""

    holding: Holding
    name: str
    stem: str
    kind: str
    period: str
    recipients: frozenset[str]


@dataclass(frozen=True, slots=True)
class Twice:
    """Deliverables of peers that are one thing."""

    made: tuple[Deliverable, ...]


def made_twice(found: Responsibilities) -> Iterator[Twice]:
    """Yield the deliverables that several peers make from scratch for the same recipient, each once."""
    by_name: dict[tuple[str, str, str], list[Deliverable]] = {}
    for holding in found.owned:
        for each in _of(holding, found):
            by_name.setdefault((each.stem, each.kind, each.period), []).append(each)
    lines = Lines(found.department)
    for key in sorted(by_name):
        several = _once_a_post(by_name[key])[:_MOST]
        same = {
            each.holding.post.address
            for one, other in combinations(several, 2)
            if _is_one(one, other, found, lines)
            for each in (one, other)
        }
        if same:
            yield Twice(tuple(each for each in several if each.holding.post.address in same))


def _once_a_post(several: list[Deliverable]) -> list[Deliverable]:
    first: dict[str, Deliverable] = {}
    for each in sorted(several, key=lambda each: each.holding.address):
        first.setdefault(each.holding.post.address, each)
    return list(first.values())


def _of(holding: Holding, found: Responsibilities) -> Iterator[Deliverable]:
    """What a duty yields that is not one person's own, in its field and in its sentence."""
    text = normal(holding.text)
    if _NOT_FROM_SCRATCH.search(text) or _PERSONAL.search(text) or holding.reading.scope.own:
        return
    names = [normal(name) for name in holding.duty.outputs]
    names += [match[1] for match in _DOCUMENT.finditer(text) if _MAKES.search(text[: match.start()])]
    names += [match["name"] for match in _MADE.finditer(text)]
    recipients = frozenset(_addresses(holding, found))
    for name in dict.fromkeys(names):
        kind, stem = _taken_apart(name.strip("《》 "))
        period = "" if kind in _STANDING else _period(name, holding, text)
        if kind and len(stem) >= _FEWEST and (period or kind in _STANDING) and not _PERSONAL.search(name):
            yield Deliverable(holding, name, stem, kind, period, recipients)


def _taken_apart(name: str) -> tuple[str, str]:
    """What kind of thing it is, and what it is about: 月度销售报表 and 销售月报 are both a report about 销售."""
    for kind, pattern in _KINDS:
        if pattern.search(name):
            return kind, _PERIOD_WORDS.sub("", pattern.sub("", name))
    return "", ""


def _period(name: str, holding: Holding, text: str) -> str:
    for words in (name, text):
        for period, pattern in _PERIODS:
            if pattern.search(words):
                return period
    return _CADENCES.get(holding.reading.cadence, "")


def _addresses(holding: Holding, found: Responsibilities) -> Iterator[str]:
    for ref in holding.reading.recipients:
        party = next(iter(found.department.parties(ref)), None)
        yield party.address if party is not None else found.vocabulary.parties.get(normal(ref), ref)


def _is_one(one: Deliverable, other: Deliverable, found: Responsibilities, lines: Lines) -> bool:
    mine, theirs = one.holding, other.holding
    if one.recipients and other.recipients and one.recipients.isdisjoint(other.recipients):
        return False
    if theirs.post.address in one.recipients or mine.post.address in other.recipients:
        return False
    if found.seats[mine.post.address].rank != found.seats[theirs.post.address].rank:
        return False
    if lines.one_leads(mine.post.address, theirs.post.address) or declared_shared(found.department, mine, theirs):
        return False
    if mine.reading.segments != theirs.reading.segments or not mine.reading.scope.meets(
        theirs.reading.scope, found.vocabulary.regions
    ):
        return False
    return not posts_apart(mine.post, theirs.post, found)
