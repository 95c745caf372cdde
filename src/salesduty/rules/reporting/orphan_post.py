"""ORG003: a post without a superior that is not the head of the department."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.post import Post
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.absence import Lack, lacking
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the active posts that name no superior, but for the one that heads the department."""
    alone = [post for post in department.active_posts if not post.value.reports_to]
    if alone:
        head, spoilt = _head(department), omitted((department,))
        named = (
            (post, quoted(post.value.name)) for post in alone if post is not head and not spoilt.explains(post / "reports_to")
        )
        lacks = [Lack(post / "name", Text(name, name)) for post, name in named]
        yield from lacking(lacks, len(department.active_posts) - 1, Text("个岗位", "other posts"))


def _head(department: Department) -> Placed[Post]:
    """The post that heads the department: of those with no superior inside it the highest, then the one with most below."""
    own = {post.address for post in department.posts}
    at_the_top = [
        post
        for post in department.active_posts
        if not post.value.reports_to
        or ((superiors := department.superiors(post)) and own.isdisjoint(party.address for party in superiors))
    ]
    return max(at_the_top, key=lambda post: (_rank(post), _count_below(department, post), bool(post.value.reports_to)))


def _rank(post: Placed[Post]) -> int:
    return post.value.level.rank if post.value.level is not None else -1


def _count_below(department: Department, post: Placed[Post]) -> int:
    """How many posts report to `post`, directly or through others."""
    below: set[str] = set()
    waiting = [post.address]
    while waiting:
        for report in department.reports.get(waiting.pop(), ()):
            if report.address not in below:
                below.add(report.address)
                waiting.append(report.address)
    return len(below)


RULE = Rule(
    code="ORG003",
    name="orphan-post",
    severity=WARNING,
    check=check,
    message=Text(zh="{subject}没有写直接上级", en="no superior is named for {subject}"),
    why=Text(
        zh="除部门负责人以外，每个岗位都要有人派工、评分和兜底；没有上级的岗位在组织结构图上是悬空的，出了问题没有人接。",
        en="But for the head of the department, every post needs somebody who assigns, scores and steps in; without one it "
        "hangs in the air.",
    ),
    fix=Text(
        zh="写上“直接上级”（reports_to）；如果它就是部门负责人，上级写部门以外的人，例如总经理，并列入“外部对象”（outside）。",
        en="Name the superior (`reports_to`); for the head of the department that is somebody outside, listed under `outside`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: lead, name: 销售主管, reports_to: head}
  - {id: rep, name: 销售代表, reports_to: lead}
"""
        ),
        Example("department: {id: sales, name: 销售部}\npost: {id: head, name: 销售经理}\n"),
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: rep, name: 销售代表, reports_to: head}
  - {id: online, name: 直播专员, status: proposed}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理}
  - {id: rep, name: 销售代表, reports_to: head}
  - id: clerk
    name: 销售内勤
""",
            finds=("6:11 “销售内勤”没有写直接上级",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, level: staff}
  - {id: head, name: 销售经理, level: manager}
""",
            finds=("3:21 “销售代表”没有写直接上级",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, level: manager}
  - {id: lead, name: 销售主管}
  - {id: rep, name: 销售代表}
  - {id: clerk, name: 销售内勤}
  - {id: keeper, name: 仓库管理员}
""",
            finds=("4:22 “销售主管”等 4 个岗位没有写直接上级",),
        ),
    ),
)
