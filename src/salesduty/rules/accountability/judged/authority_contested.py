"""ACC051: an authority that two posts have side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from salesduty.model.choices import GroupBy
from salesduty.model.post import Group, Post
from salesduty.responsibility import scope as scopes
from salesduty.responsibility.bands import common
from salesduty.responsibility.overlaps import Lines, conflicts
from salesduty.responsibility.parallel import names_alike, sentences_alike
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.accountability.judged.powers import DECIDES, Power, powers
from salesduty.rules.quoted import quoted
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
_MOST = 200
"""So many powers of one thing are compared; a department with more has copied its posts."""


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the pairs of authorities to approve one thing, of posts neither of which leads the other nor is there for a part.

    What the duties of the same posts tell as an overlap already is left to that rule.
    """
    by_thing: dict[tuple[str, ...], list[Power]] = {}
    for power in powers(found):
        spelt = normal(power.authority.text)
        if DECIDES.search(spelt) and not _INSTEAD.search(spelt):
            by_thing.setdefault((*sorted(power.about.terms), *sorted(power.about.facets)) or (_FORM.sub("", spelt),), []).append(
                power
            )
    lines = Lines(found.department)
    pairs = [
        (one, other)
        for several in by_thing.values()
        for one, other in combinations(several[:_MOST], 2)
        if _contested(one, other, found, lines)
    ]
    told = {frozenset((each.one.post.address, each.other.post.address)) for each in conflicts(found)} if pairs else set()
    for one, other in pairs:
        if frozenset((one.post.address, other.post.address)) not in told:
            yield _hit(one, other)


def _contested(one: Power, other: Power, found: Responsibilities, lines: Lines) -> bool:
    mine, theirs = one.post, other.post
    if mine.address == theirs.address or _divided(mine, theirs, found) or lines.one_leads(mine.address, theirs.address):
        return False
    if common(one.amount or _ANY, other.amount or _ANY) is None or sentences_alike(*_texts(one, other)):
        return False
    return _alike(one, other) and _ground(one, found) == _ground(other, found)


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


def _alike(one: Power, other: Power) -> bool:
    """Whether the things that two authorities name are nearly the same words: a framework contract is not any contract."""
    mine, theirs = (_pairs(_FORM.sub("", text)) for text in _texts(one, other))
    return len(mine & theirs) >= _ENOUGH * max(len(mine | theirs), 1)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _texts(one: Power, other: Power) -> tuple[str, str]:
    return normal(one.authority.text), normal(other.authority.text)


def _ground(power: Power, found: Responsibilities) -> tuple[object, ...]:
    """The regions, customers and lines of business that an authority is for."""
    spelt = normal(power.authority.text)
    tokens = found.matcher.tokens(spelt)
    scope = scopes.inferred(spelt, tokens, found.vocabulary)
    return (dict(scope.named), scope.width, scope.own, scopes.segments(spelt, tokens, found.vocabulary))


def _hit(one: Power, other: Power) -> Hit:
    return Hit(
        one.place,
        {
            "post": quoted(one.post.value.name),
            "colleague": quoted(other.post.value.name),
            "text": quoted(one.authority.text),
        },
        (Mention(other.place, says(other.post.value.name, other.authority.text)),),
        consequence=weight(sorted(one.about.facets)),
    )


RULE = Rule(
    code="ACC051",
    name="authority-contested",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{post}和{colleague}有同一项权限，没有分谁批哪一部分：{text}",
        en="{post} and {colleague} have the same authority, and nothing says who approves which part: {text}",
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
            finds=("3:79 “销售经理”和“商务主管”有同一项权限，没有分谁批哪一部分：“30 万元以下合同的审批权”",),
        ),
    ),
)
