"""GAP016: a post that nobody stands in for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.model.post import Post
from salesduty.responsibility.house import Demand, binding
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps.declared import house_rules, ruled
from salesduty.rules.gaps.written import usual
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.workspace.placed import Placed

_RULED = Text("{post}没有备岗", "{post} has no deputy")
_ALL = Text("{post}等 {count} 个岗位没有备岗", "{post} and {others} other posts have no deputy")
_ONLY = Text("{post}没有备岗，而{need}只有它一个人做", "{post} has no deputy and is the only one to do {need}")
_MANY = Text(
    "有 {count} 个岗位只有一个人、没有备岗，如{post}，{need}只有它做",
    "{count} posts of one person have no deputy, such as {post}, the only one to do {need}",
)
_FEW, _MOST_MENTIONS = 3, 10


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the posts without a deputy that a house rule binds, and those that alone hold something declared."""
    without = _without(found)
    yield from _ruled(without.bound, len(found.department.active_posts))
    if without.customary:
        for post in without.single:
            needs = without.alone[post.address]
            what = _ONLY.filled({"post": quoted(post.value.name), "need": _needs(needs)})
            yield Hit(post / "name", {"what": what}, severity=WARNING, consequence=needs[0][1])
    elif without.single:
        yield _together(without.single, without.alone)


def told(found: Responsibilities) -> frozenset[str]:
    """Return the addresses of the posts that this rule speaks of, so that no other rule asks them for a deputy."""
    without = _without(found)
    return frozenset(post.address for post in (*(post for post, _ in without.bound), *without.single))


@dataclass(frozen=True, slots=True)
class _Without:
    """The posts without a deputy: those that a rule binds, and those that alone hold what `alone` tells."""

    bound: list[tuple[Placed[Post], Demand]]
    single: list[Placed[Post]]
    alone: dict[str, list[tuple[str, int]]]
    customary: bool


def _without(found: Responsibilities) -> _Without:
    rules, spoilt, posts = house_rules(found), omitted((found.department,)), found.department.active_posts
    without = [post for post in posts if post.value.deputy is None and not spoilt.explains(post / "deputy")]
    bound = [(post, demand) for post in without if (demand := binding(rules, "deputy", post)) is not None]
    ruled_posts = {post.address for post, _ in bound}
    customary = usual(sum(post.value.deputy is not None for post in posts), len(posts))
    alone = _alone(found) if without else {}
    single = [
        post
        for post in without
        if post.address not in ruled_posts and post.address in alone and _is_one(post, customary=customary)
    ]
    return _Without(bound, single, alone, customary)


def _ruled(bound: Sequence[tuple[Placed[Post], Demand]], among: int) -> Iterator[Hit]:
    if len(bound) > _FEW and 2 * len(bound) > among:
        (first, demand), *rest = bound
        what = _ALL.filled({"post": quoted(first.value.name), "count": len(bound), "others": len(rest)})
        others = tuple(Mention(post / "name", _RULED.filled({"post": quoted(post.value.name)})) for post, _ in rest)
        yield Hit(first / "name", {"what": what}, (ruled(demand), *others[:_MOST_MENTIONS]), severity=WARNING, consequence=3)
        return
    for post, demand in bound:
        what = _RULED.filled({"post": quoted(post.value.name)})
        yield Hit(post / "name", {"what": what}, (ruled(demand),), severity=WARNING, consequence=3)


def _together(single: Sequence[Placed[Post]], alone: dict[str, list[tuple[str, int]]]) -> Hit:
    """The single holders where neither a rule nor a custom asks for deputies: one finding, for information."""
    first, *rest = single
    words = _MANY if rest else _ONLY
    what = words.filled({"post": quoted(first.value.name), "need": _needs(alone[first.address]), "count": len(single)})
    others = tuple(
        Mention(post / "name", _ONLY.filled({"post": quoted(post.value.name), "need": _needs(alone[post.address])}))
        for post in rest
    )
    return Hit(first / "name", {"what": what}, others[:_MOST_MENTIONS], severity=INFO, consequence=alone[first.address][0][1])


def _is_one(post: Placed[Post], *, customary: bool) -> bool:
    """Whether one person fills the post; where no headcount is written, that counts only against a custom."""
    return post.value.headcount == 1 or (customary and post.value.headcount is None)


def _alone(found: Responsibilities) -> dict[str, list[tuple[str, int]]]:
    """The functions and steps that one post alone holds, with what depends on them, the weightiest first."""
    alone: dict[str, list[tuple[str, int]]] = {}
    for covered in found.coverage:
        holders = {
            held.post.address if held.post is not None else held.address for held in covered.held if held.part in ("do", "decide")
        }
        if covered.need.kind != "area" and len(holders) == 1 and not covered.need.outside:
            (holder,) = holders
            alone.setdefault(holder, []).append((covered.need.name, weight(covered.need.facets)))
    return {post: sorted(dict.fromkeys(needs), key=lambda need: (-need[1], need[0])) for post, needs in alone.items()}


def _needs(needs: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    return listed(name for name, _ in needs[:2])


RULE = Rule(
    code="GAP016",
    name="deputy-missing",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="人一请假、一离职，事情就停在那里，客户和下一个环节都等着。",
        en="When that person is away the work stops, and customers and the next step wait.",
    ),
    fix=Text(
        zh="写上“备岗”（deputy）：不在时由哪个岗位顶上；同一岗位几个人互相顶的，写本岗位的编号，并写清编制。",
        en="Write the `deputy` who stands in. Where several people of one post do so for each other, write the post itself and "
        "its headcount.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, rules: [每个岗位都要有备岗]}
posts:
  - {id: head, name: 销售经理, deputy: rep, duties: [审批合同]}
  - {id: rep, name: 销售代表, headcount: 6, deputy: rep, duties: [给客户报价]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, rules: [每个岗位都要指定代理人]}
posts:
  - {id: head, name: 销售经理, deputy: rep, duties: [审批合同]}
  - {id: rep, name: 销售代表, headcount: 6, duties: [给客户报价]}
""",
            finds=("4:21 “销售代表”没有备岗",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, functions: [货款回收]}
posts:
  - {id: head, name: 销售经理, headcount: 1, duties: [审批合同]}
  - {id: clerk, name: 商务专员, headcount: 1, duties: [每周催收到期货款]}
""",
            finds=("4:23 “商务专员”没有备岗，而“货款回收”只有它一个人做",),
        ),
    ),
)
