"""ACC051: an authority that two posts have side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from salesduty.model.choices import GroupBy
from salesduty.model.post import Group, Post
from salesduty.responsibility import scope as scopes
from salesduty.responsibility.bands import common
from salesduty.responsibility.overlaps import Lines, between
from salesduty.responsibility.parallel import names_alike, sentences_alike
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.accountability.judged.powers import DECIDES, Approval, Power, approving, meets, powers
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.says import says
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.amounts import Interval
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_FORM = re.compile(
    rf"{DECIDES.pattern}|[\d.,%]+|[一二三四五六七八九十百]+ ?折|[万亿元千]+|及?以[上下内]|不[满足超过低高于]+|超[过出]|"
    "单[笔份次项]|的|权限?|有权|对|[ ,;。、()]"
)
"""What every authority is worded with, and how far it goes."""
_INSTEAD = re.compile("离岗|代理|代审|代批|代为|会签|联签|共同|一起")
"""Words of an authority that somebody has in place of another, or together with him."""
_BY_WORK = frozenset((GroupBy.function, GroupBy.stage))
"""Kinds of groups that do not divide the customers or goods."""
_ANY = Interval(None, None)
_ENOUGH = 0.6
_FEW = 5
_MOST, _MOST_MENTIONS = 60, 8
"""So many powers of one thing are compared, and named; a department with more has copied its posts."""


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the authorities to approve one thing of posts neither of which leads the other nor is there for a part, each once.

    What the duties of the same posts tell as an overlap already is left to that rule.
    """
    by_thing: dict[tuple[object, ...], list[Power]] = {}
    for power in powers(found):
        spelt = normal(power.authority.text)
        if DECIDES.search(spelt) and not _INSTEAD.search(spelt):
            by_thing.setdefault((power.about.terms, power.about.facets, _ground(power, found)), []).append(power)
    lines = Lines(found.department)
    contested = [pair for several in by_thing.values() for pair in _pairs_of(several[:_MOST], found, lines)]
    duties = _approving(found) if contested else {}
    by_first: dict[Place, tuple[Power, list[Power]]] = {}
    seen: set[Place] = set()
    for one, other in contested:
        if (other.place in seen and one.place not in by_first) or _is_told(one, other, duties, found, lines):
            continue
        seen.update((one.place, other.place))
        by_first.setdefault(one.place, (one, []))[1].append(other)
    yield from (_hit(one, others) for one, others in by_first.values())


def _pairs_of(several: Sequence[Power], found: Responsibilities, lines: Lines) -> Iterator[tuple[Power, Power]]:
    spelt = {id(power): _pairs(_FORM.sub("", normal(power.authority.text))) for power in several}
    for one, other in combinations(several, 2):
        mine, theirs = spelt[id(one)], spelt[id(other)]
        alike = len(mine & theirs) >= _ENOUGH * max(len(mine | theirs), 1)
        if alike and _contested(one, other, found, lines):
            yield one, other


def _approving(found: Responsibilities) -> dict[str, list[Approval]]:
    by_post: dict[str, list[Approval]] = {}
    for approval in approving(found):
        by_post.setdefault(approval.holding.post.address, []).append(approval)
    return by_post


def _is_told(one: Power, other: Power, duties: Mapping[str, Sequence[Approval]], found: Responsibilities, lines: Lines) -> bool:
    """Whether two approvals of the posts, both about the matter, are an overlap."""
    mine, theirs = (
        [approval for approval in duties.get(power.post.address, ()) if meets(power, approval)][:_FEW] for power in (one, other)
    )
    return any(between(each.holding, another.holding, found, lines).relation == "conflict" for each in mine for another in theirs)


def _contested(one: Power, other: Power, found: Responsibilities, lines: Lines) -> bool:
    mine, theirs = one.post, other.post
    if mine.address == theirs.address or _divided(mine, theirs, found) or lines.one_leads(mine.address, theirs.address):
        return False
    if common(one.amount or _ANY, other.amount or _ANY) is None:
        return False
    return not sentences_alike(normal(one.authority.text), normal(other.authority.text))


def _divided(one: Placed[Post], other: Placed[Post], found: Responsibilities) -> bool:
    """Whether two posts are there for different regions, customers or goods. What they do divides no approvals."""
    if names_alike(one.value.name, other.value.name):
        return True
    mine, theirs = found.seats[one.address], found.seats[other.address]
    if mine.scope.named != theirs.scope.named or mine.segments != theirs.segments:
        return True
    groups = [post.value.group for post in (one, other)]
    return any(group is not None and group.by not in _BY_WORK for group in groups) and _values(groups[0]) != _values(groups[1])


def _values(group: Group | None) -> str:
    return group.value if group is not None else ""


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _ground(power: Power, found: Responsibilities) -> tuple[object, ...]:
    """The regions, customers and lines of business that an authority is for."""
    spelt = normal(power.authority.text)
    tokens = found.matcher.tokens(spelt)
    scope = scopes.inferred(spelt, tokens, found.vocabulary)
    return (tuple(sorted(scope.named.items())), scope.width, scope.own, scopes.segments(spelt, tokens, found.vocabulary))


def _hit(one: Power, others: Sequence[Power]) -> Hit:
    return Hit(
        one.place,
        {
            "posts": listed(power.post.value.name for power in (one, *others[:_MOST_MENTIONS])),
            "text": quoted(one.authority.text),
        },
        tuple(Mention(each.place, says(each.post.value.name, each.authority.text)) for each in others[:_MOST_MENTIONS]),
        consequence=weight(sorted(one.about.facets)),
    )


RULE = Rule(
    code="ACC051",
    name="authority-contested",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{posts}有同一项权限，没有分谁批哪一部分：{text}",
        en="{posts} have the same authority, and nothing says who approves which part: {text}",
    ),
    why=Text(
        zh="两个互不隶属的岗位都能批，这边不批可以去找那边；批错了，谁都可以说是对方批的。",
        en="Where two may approve side by side, whoever hears a no asks the other one, and later neither has approved.",
    ),
    fix=Text(
        zh="只留给一个岗位；要分着批的，按金额写“金额范围”（limit），或者在权限里写明区域、客户；要一起批的，写明会签。",
        en="Leave it to one post. To divide it write a `limit`, or name regions or customers in the authority; if both have to "
        "agree, say so.",
    ),
    source=Text(
        zh="《企业内部控制应用指引第 1 号——组织架构》第六条：明确各机构的职责权限，避免职能交叉、缺失或权责过于集中。",
        en="Guideline No. 1 on Enterprise Internal Control (China), organisational structure, article 6: avoid overlapping or "
        "missing functions and too much power in one place.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理, duties: [每月制定销售计划], authorities: [{text: 合同的审批权, limit: ≥30万}]}
  - {id: risk, name: 商务主管, reports_to: 总经理, duties: [每月核对库存], authorities: [{text: 合同的审批权, limit: "<300000"}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理, duties: [每月制定销售计划], authorities: [30 万元以下合同的审批权]}
  - {id: risk, name: 商务主管, reports_to: 总经理, duties: [每月核对库存], authorities: [{text: 合同审批权, limit: "<100000"}]}
""",
            finds=("3:79 “销售经理”、“商务主管”有同一项权限，没有分谁批哪一部分：“30 万元以下合同的审批权”",),
        ),
    ),
)
