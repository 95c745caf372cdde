"""GAP015: a post that decides, and no word of how far it may go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.model.post import Post
from salesduty.responsibility import approvals
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.house import Demand
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.absence import Lack, lacking
from salesduty.rules.gaps.declared import house_rules, ruled
from salesduty.rules.gaps.written import usual
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_CONCEDES = re.compile("能让的|当场让|让[价利]|能优惠|优惠多少|给[予]?折扣|让多少|打折|减免|退赔|赔付|自己做主|自行决定|拍板")
"""Words of a duty that gives something of the company's away, with which the finding is shown."""
_SUBJECT = Text("{post}", "{post}")
_DECIDES = Text("{post}（{text}）", "{post} ({text})")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the posts without authorities that a house rule binds, or that decide where most deciding posts have theirs."""
    without = _without(found)
    yield from _told(without.lacks, len(found.department.active_posts), customary=without.customary, some=without.some)


def told(found: Responsibilities) -> frozenset[Place]:
    """Return the places of the names of the posts that this rule speaks of, so that no other rule asks them for limits."""
    without = _without(found)
    return frozenset(lack.at for lack, demand in without.lacks if demand is not None or without.customary or without.some)


@dataclass(frozen=True, slots=True)
class _Without:
    """The posts that lack authorities, and whether most, or some, of those who decide have theirs."""

    lacks: list[tuple[Lack, Demand | None]]
    customary: bool
    some: bool


def _without(found: Responsibilities) -> _Without:
    rules = [demand for demand in house_rules(found) if demand.kind == "authority"]
    by_post: dict[str, list[Holding]] = {}
    for each in found.owned:
        by_post.setdefault(each.post.address, []).append(each)
    deciding = {post: first for post, own in by_post.items() if (first := next(filter(approvals.gives, own), None)) is not None}
    spoilt = omitted((found.department,))
    written = sum(
        _is_written(post, deciding.get(post.address)) for post in found.department.active_posts if post.address in deciding
    )
    customary = usual(written, len(deciding))
    lacks: list[tuple[Lack, Demand | None]] = []
    for post in found.department.active_posts:
        holding, own = deciding.get(post.address), by_post.get(post.address, [])
        demand = next((rule for rule in rules if rule.binds(post) and (not rule.deciding or holding or _conceding(own))), None)
        if (demand is None and holding is None) or not post.value.duties or spoilt.explains(post / "authorities"):
            continue
        if not _is_written(post, holding) and not (demand is not None and _says_limits(own)):
            lacks.append((_lack(post, holding or _conceding(own)), demand))
    return _Without(lacks, customary, some=bool(written))


def _told(lacks: list[tuple[Lack, Demand | None]], among: int, *, customary: bool, some: bool) -> Iterator[Hit]:
    by_rule = {lack.at: (lack, demand) for lack, demand in lacks if demand is not None}
    for hit in lacking([lack for lack, _ in by_rule.values()], among, Text("个岗位", "other posts")):
        related = (ruled(by_rule[hit.at][1]), *hit.related)
        yield Hit(hit.at, hit.values, related, severity=WARNING, consequence=5)
    rest = [lack for lack, demand in lacks if demand is None]
    if customary:
        yield from (
            Hit(hit.at, hit.values, hit.related, severity=WARNING, consequence=5)
            for hit in lacking(rest, among, Text("个岗位", "other posts"))
        )
    elif some and rest:
        first, *others = rest
        subject = (
            first.subject
            if not others
            else Text(f"{first.subject.zh}等 {len(rest)} 个岗位", f"{first.subject.en} and {len(others)} more")
        )
        yield Hit(first.at, {"subject": subject}, tuple(Mention(each.at, each.subject) for each in others[:8]), severity=INFO)


def _is_written(post: Placed[Post], holding: Holding | None) -> bool:
    return bool(post.value.authorities) or (holding is not None and approvals.limited(holding))


def _says_limits(own: Sequence[Holding]) -> bool:
    """Whether a duty of a post says itself how far it may go."""
    return any(approvals.gives(each) and approvals.limited(each) for each in own)


def _conceding(own: Sequence[Holding]) -> Holding | None:
    return next((each for each in own if _CONCEDES.search(normal(each.text))), None)


def _lack(post: Placed[Post], holding: Holding | None) -> Lack:
    name = quoted(post.value.name)
    if holding is None:
        return Lack(post / "name", _SUBJECT.filled({"post": name}))
    return Lack(post / "name", _DECIDES.filled({"post": name, "text": quoted(holding.text)}))


RULE = Rule(
    code="GAP015",
    name="authority-missing",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{subject}没有写权限，别人不知道它能定到什么程度",
        en="{subject}: no authority is written, so nobody knows how far it may decide",
    ),
    why=Text(
        zh="要拍板的岗位没有写权限，小事层层上报，大事也可能随手就批了。",
        en="Where a post decides without a written limit, small things go all the way up and large ones may be waved through.",
    ),
    fix=Text(
        zh="在“岗位权限”（authorities）里写明能定什么、定到多少；确实不能自己定的，写“无”。",
        en="Write under `authorities` what it may decide and up to what amount; and say so where it may decide nothing.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, rules: [每个岗位都要写明权限]}
posts:
  - {id: head, name: 销售经理, duties: [审批报价单], authorities: [八折以上折扣的批准权]}
  - {id: rep, name: 销售代表, duties: [给客户报价], authorities: [无]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, rules: [每个岗位都要写明权限]}
posts:
  - {id: head, name: 销售经理, duties: [审批报价单], authorities: [八折以上折扣的批准权]}
  - {id: rep, name: 销售代表, duties: [给客户报价，能让的当场让]}
""",
            finds=("4:21 “销售代表”（“给客户报价，能让的当场让”）没有写权限，别人不知道它能定到什么程度",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售总监, duties: [审批合同], authorities: [100 万元以下合同的批准权]}
  - {id: east, name: 销售经理, duties: [审批报价单], authorities: [八折以上折扣的批准权]}
  - {id: fund, name: 商务经理, duties: [审批促销费用]}
""",
            finds=("5:22 “商务经理”（“审批促销费用”）没有写权限，别人不知道它能定到什么程度",),
        ),
    ),
)
