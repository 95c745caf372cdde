"""ACC050: something declared that several posts do and that nobody stands above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.post import Post
from salesduty.responsibility.responsibilities import Coverage, Responsibilities
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.says import mention
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.workspace.placed import Placed

_MOST_MENTIONS, _MOST_NEEDS = 6, 3
_UPPER = frozenset(("decide", "review", "plan", "assign", "coordinate"))


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the functions and steps that several posts do, none decides or reviews, and whose lines never meet.

    Only posts that write whom they report to count: what nobody has written may well be a common superior.
    """
    by_posts: dict[tuple[str, ...], list[Coverage]] = {}
    for covered in found.coverage:
        if covered.need.kind == "area" or covered.need.outside or covered.state != "owned":
            continue
        doers = _doers(covered)
        if len(doers) > 1 and not any(held.action in _UPPER for held in covered.held) and _apart(doers, found):
            by_posts.setdefault(tuple(sorted(post.address for post in doers)), []).append(covered)
    yield from map(_hit, by_posts.values())


def _doers(covered: Coverage) -> tuple[Placed[Post], ...]:
    """The posts that hold a need by a duty; where a step names who does it, another rule asks for who decides."""
    if any(held.holding is None for held in covered.held):
        return ()
    return tuple({held.post.address: held.post for held in covered.held if held.part == "do" and held.post is not None}.values())


def _apart(posts: Sequence[Placed[Post]], found: Responsibilities) -> bool:
    """Whether no two of the posts have anybody in common above them, nor does one stand above another."""
    lines = [_line(post, found) for post in posts]
    if not all(len(line) > 1 for line in lines):
        return False
    return all(one.isdisjoint(other) for index, one in enumerate(lines) for other in lines[index + 1 :])


def _line(post: Placed[Post], found: Responsibilities) -> frozenset[str]:
    """The post with all who stand above it, in the department and outside, as far as they are known."""
    line, waiting = {post.address}, [post]
    while waiting:
        for party in found.department.superiors(waiting.pop()):
            if party.address not in line:
                line.add(party.address)
                waiting.extend([party.post] if party.post is not None else [])
    return frozenset(line)


def _hit(several: Sequence[Coverage]) -> Hit:
    """One hit for all that the same posts do."""
    held = [each.holding for covered in several for each in covered.held if each.holding is not None]
    mentions = tuple(mention(holding) for holding in {each.address: each for each in held}.values())
    values = {
        "name": tuple(quoted(covered.need.name) for covered in several[:_MOST_NEEDS]),
        "posts": listed(post.value.name for post in _doers(several[0])),
    }
    return Hit(several[0].need.place, values, mentions[:_MOST_MENTIONS], consequence=weight(several[0].need.facets))


RULE = Rule(
    code="ACC050",
    name="need-undecided",
    severity=INFO,
    judge=judge,
    message=Text(
        zh="{name}由{posts}分头做，没有人决定，也看不出他们有共同的上级",
        en="{posts} do {name}, nobody decides, and no superior of theirs in common is written",
    ),
    why=Text(
        zh="两边意见不一样的时候，部门里没有人能定，只能各做各的。",
        en="When they disagree nobody in the department can settle it, and each goes its own way.",
    ),
    fix=Text(
        zh="给其中一个岗位写上决定的职责，或者在“直接上级”（reports_to）里让他们归到同一个上级。",
        en="Give one post the duty to decide, or let them report to one superior (`reports_to`).",
    ),
    source=Text(
        zh="RACI 责任分配矩阵的通行做法：每件事有且只有一个最终负责人（A）。",
        en="RACI practice: every activity has exactly one who is accountable (A).",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, functions: [货款回收], outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理, duties: [每月制定销售计划]}
  - {id: rep, name: 销售代表, reports_to: head, duties: [每周催收到期货款]}
  - {id: clerk, name: 商务专员, reports_to: 总经理, duties: [每月 5 日前与客户核对货款]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, functions: [货款回收], outside: [总经理, 财务总监]}
posts:
  - {id: rep, name: 销售代表, reports_to: 总经理, duties: [每周催收到期货款]}
  - {id: clerk, name: 商务专员, reports_to: 财务总监, duties: [每月 5 日前登记到账货款]}
""",
            finds=("1:48 “货款回收”由“商务专员”、“销售代表”分头做，没有人决定，也看不出他们有共同的上级",),
        ),
    ),
)
