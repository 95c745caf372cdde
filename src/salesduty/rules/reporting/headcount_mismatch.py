"""ORG007: the headcount of a department is not that of its posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesduty.model.post import Post
from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.left_out import all_read
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.around import within
from salesduty.workspace.entities import Placed, Workspace

_MOST_MENTIONS = 20


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the departments whose headcount is neither that of their own posts nor that of all posts within."""
    for department in workspace.departments:
        declared = department.spec.headcount
        if declared is None or not department.active_posts:
            continue
        whole = (department, *within(workspace, department))
        posts = tuple(post for part in whole for post in part.active_posts)
        own, total = _sum(department.active_posts), _sum(posts)
        if own is not None and total is not None and declared not in (own, total) and all(all_read(part) for part in whole):
            values = {"declared": declared, "total": total, "off": _off(declared, total)}
            yield Hit(department.place / "headcount", values, tuple(_mentions(posts[:_MOST_MENTIONS])))


def _sum(posts: Iterable[Placed[Post]]) -> int | None:
    """The people in all of `posts`, or None if one of them has no headcount."""
    counts = [post.value.headcount for post in posts]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _off(declared: int, total: int) -> Text:
    if total < declared:
        return Text(f"少 {declared - total} 人", f"{declared - total} fewer")
    return Text(f"多 {total - declared} 人", f"{total - declared} more")


def _mentions(posts: Iterable[Placed[Post]]) -> Iterator[Mention]:
    for post in posts:
        name = quoted(post.value.name)
        yield Mention(post / "headcount", Text(f"{name}编制 {post.value.headcount} 人", f"{name}: {post.value.headcount}"))


RULE = Rule(
    code="ORG007",
    name="headcount-mismatch",
    severity=ERROR,
    check_workspace=check,
    message=Text(
        zh="部门编制写的是 {declared} 人，各岗位编制合计 {total} 人，{off}",
        en="the department has a headcount of {declared}, its posts add up to {total}, {off}",
    ),
    why=Text(
        zh="同一份文件里两个数对不上，招聘、预算和考勤各用各的；签字以后才发现，整份文件要重签。",
        en="Two figures in one document contradict each other; hiring and budgets will each pick another one.",
    ),
    fix=Text(
        zh="按批准的编制改正部门或岗位的“编制”（headcount）；拟设岗位的“岗位状态”（status）写成“拟设”，不计入合计。",
        en="Correct the `headcount` of the department or of the posts; posts with `status: proposed` are not counted.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, headcount: 13}
posts:
  - {id: head, name: 销售经理, headcount: 1}
  - {id: rep, name: 销售代表, headcount: 12, reports_to: head}
  - {id: online, name: 直播专员, headcount: 2, reports_to: head, status: proposed}
"""
        ),
        Example(
            {
                "department.yaml": "department: {id: sales, name: 销售部, headcount: 9}\n",
                "head.yaml": "post: {id: head, name: 销售总监, headcount: 1}\n",
                "east/all.yaml": "department: {id: east, name: 华东组}\npost: {id: rep, name: 华东代表, headcount: 8}\n",
            }
        ),
    ),
    bad=(
        Example(
            """\
department:
  id: sales
  name: 销售部
  headcount: 15
posts:
  - {id: head, name: 销售经理, headcount: 1}
  - {id: rep, name: 销售代表, headcount: 12, reports_to: head}
""",
            finds=("4:14 部门编制写的是 15 人，各岗位编制合计 13 人，少 2 人",),
        ),
        Example(
            {
                "department.yaml": "department: {id: sales, name: 销售部, headcount: 8}\n",
                "head.yaml": "post: {id: head, name: 销售总监, headcount: 1}\n",
                "east/all.yaml": "department: {id: east, name: 华东组}\npost: {id: rep, name: 华东代表, headcount: 8}\n",
            },
            finds=("department.yaml:1:47 部门编制写的是 8 人，各岗位编制合计 9 人，多 1 人",),
        ),
    ),
)
