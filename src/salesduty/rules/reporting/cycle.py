"""ORG001: posts that report to each other in a circle."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence, Set

from salesduty.model.choices import Status
from salesduty.model.post import Post
from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed, Workspace

_MOST_NAMES = 12

Lines = Mapping[Place, Mapping[Place, Place]]
"""The reporting lines: by a post's place, the places of its superiors, each with the place of the words that name it."""


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield every circle once, at the superior of the post in it whose address comes first."""
    posts = {post.place: post for department in workspace.departments for post in department.posts}
    lines: Lines = {
        post.place: _superiors(department, post)
        for department in workspace.departments
        for post in department.posts
        if post.value.status is not Status.retired
    }
    inside = _only_in_circles(lines)
    reported: set[Place] = set()
    for start in sorted(inside, key=lambda place: (posts[place].address, place.file, str(place.path))):
        circle = _shortest_circle(start, inside) if start not in reported else ()
        if circle:
            reported.update(circle)
            yield _hit(circle, inside, posts)


def _superiors(department: Department, post: Placed[Post]) -> Mapping[Place, Place]:
    found: dict[Place, Place] = {}
    for index, ref in enumerate(post.value.reports_to):
        for party in department.parties(ref)[:1]:
            if party.post is not None:
                found.setdefault(party.post.place, post / "reports_to" / index)
    return found


def _only_in_circles(lines: Lines) -> Lines:
    """The lines without those of posts that stand below or above every circle."""
    upwards: dict[Place, set[Place]] = {post: set(superiors) & lines.keys() for post, superiors in lines.items()}
    downwards: dict[Place, set[Place]] = {post: set() for post in lines}
    for post, superiors in upwards.items():
        for superior in superiors:
            downwards[superior].add(post)
    inside = _trimmed(upwards) & _trimmed(downwards)
    return {post: {superior: at for superior, at in lines[post].items() if superior in inside} for post in inside}


def _trimmed(links: Mapping[Place, Set[Place]]) -> Set[Place]:
    """What is left when everything that no link leads to is taken away, until something leads to all."""
    leading_to = Counter(target for targets in links.values() for target in targets)
    left = set(links)
    waiting = [place for place in links if not leading_to[place]]
    while waiting:
        place = waiting.pop()
        left.remove(place)
        for target in links[place]:
            leading_to[target] -= 1
            if not leading_to[target]:
                waiting.append(target)
    return left


def _shortest_circle(start: Place, lines: Lines) -> tuple[Place, ...]:
    """The posts on the shortest way from `start` back to it, in the order of reporting; empty if there is no way."""
    came_from: dict[Place, Place] = {}
    waiting = deque((start,))
    while waiting:
        post = waiting.popleft()
        for superior in lines[post]:
            if superior == start:
                way = [post]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if superior not in came_from:
                came_from[superior] = post
                waiting.append(superior)
    return ()


def _hit(circle: Sequence[Place], lines: Lines, posts: Mapping[Place, Placed[Post]]) -> Hit:
    named = [quoted(posts[place].value.name) for place in circle]
    places = [lines[post][superior] for post, superior in zip(circle, (*circle[1:], circle[0]), strict=True)]
    mentions = [
        Mention(at, Text(f"{post}的上级是{superior}", f"{post} reports to {superior}"))
        for at, post, superior in zip(places, named, (*named[1:], named[0]), strict=True)
    ]
    return Hit(places[0], {"circle": _drawn(named)}, tuple(mentions[1:]))


def _drawn(named: Sequence[str]) -> Text:
    if len(named) == 1:
        return Text(f"{named[0]}的上级是自己", f"{named[0]} reports to itself")
    shown = named if len(named) <= _MOST_NAMES else (*named[:_MOST_NAMES], "…")
    drawn = " → ".join((*shown, named[0]))
    return Text(drawn, drawn)


RULE = Rule(
    code="ORG001",
    name="reporting-cycle",
    severity=ERROR,
    check_workspace=check,
    message=Text(zh="汇报关系绕成了圈：{circle}", en="the reporting lines run in a circle: {circle}"),
    why=Text(
        zh="圈里没有最后拍板的人：请示一层层转回原处，评分、批假也找不到该签字的人，组织结构图画不出来。",
        en="In a circle nobody has the last word: a question comes back to whoever asked, and no organisation chart can be "
        "drawn.",
    ),
    fix=Text(
        zh="把圈里一个岗位的“直接上级”（reports_to）改成圈外的岗位或外部对象。",
        en="Let one post of the circle report to a post or an outside party that is not in it (`reports_to`).",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: lead, name: 销售主管, reports_to: head}
  - {id: rep, name: 销售代表, reports_to: lead}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, reports_to: 销售代表}
  - {id: lead, name: 销售主管, reports_to: head}
  - {id: rep, name: 销售代表, reports_to: lead}
""",
            finds=("3:40 汇报关系绕成了圈：“销售经理” → “销售代表” → “销售主管” → “销售经理”",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  id: head
  name: 销售经理
  reports_to: head
""",
            finds=("5:15 汇报关系绕成了圈：“销售经理”的上级是自己",),
        ),
        Example(
            {
                "east/department.yaml": "department: {id: east, name: 华东销售部, company: 示例公司}\n",
                "east/head.yaml": "post:\n  id: head\n  name: 华东经理\n  reports_to: west/head\n",
                "west/department.yaml": "department: {id: west, name: 华西销售部, company: 示例公司}\n",
                "west/head.yaml": "post:\n  id: head\n  name: 华西经理\n  reports_to: 华东经理\n",
            },
            finds=("east/head.yaml:4:15 汇报关系绕成了圈：“华东经理” → “华西经理” → “华东经理”",),
        ),
    ),
)
