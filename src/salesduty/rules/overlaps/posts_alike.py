"""OVL003: posts so alike that they might be one."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.likeness import Duplicates, duplicates
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings

_MOST_MENTIONS = 5
_CONSEQUENCE = 5
_SAME = Text("{post}也写着：{text}", "{post} says as well: {text}")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield one hit for each group of posts that share most of their duties."""
    by_address = {post.address: post for post in found.department.active_posts}
    for group in duplicates(found):
        posts = [by_address[address] for address in group.posts]
        yield Hit(
            posts[0] / "name",
            {"posts": listed(post.value.name for post in posts), "count": len(group.pairs), "number": len(posts)},
            tuple(_mentions(group)),
            consequence=_CONSEQUENCE,
        )


def _mentions(group: Duplicates) -> Iterator[Mention]:
    for mine, theirs in group.pairs[:_MOST_MENTIONS]:
        words = {"post": quoted(theirs.post.value.name), "text": quoted(theirs.text), "mine": quoted(mine.text)}
        yield Mention(theirs.place, _SAME.filled(words))


RULE = Rule(
    code="OVL003",
    name="posts-alike",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{posts}这 {number} 个岗位几乎一样：{count} 条职责说的是同一件事",
        en="the {number} posts {posts} are nearly one: {count} duties say the same",
    ),
    why=Text(
        zh="两个岗位几乎一样，每件事就都有两个负责人；多半是一个岗位写了两遍，或者分工没有写出来。",
        en="Two posts that are nearly one have two holders for everything: one post written twice, or a division that was not "
        "written down.",
    ),
    fix=Text(
        zh="合并成一个岗位，用“编制”（headcount）写人数；确实分管不同区域、产品或客户的，写上“岗位分组”（group）或“范围”（scope）。",
        en="Make them one post and give its `headcount`; if they divide regions or customers, write `group` or `scope`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: rep
    name: 销售代表
    group: {by: region, value: 华东}
    duties: [每周拜访十家客户, 编制报价单, 与客户签订合同, 催收到期货款]
  - id: agent
    name: 业务专员
    group: {by: region, value: 华南}
    duties: [每周拜访十家客户, 编制报价单, 与客户签订合同, 催收到期货款]
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周拜访十家客户, 编制报价单, 与客户签订合同, 催收到期货款]}
  - {id: clerk, name: 销售内勤, duties: [录入订单, 编制销售月报, 安排发货, 催收到期货款]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: rep
    name: 销售代表
    duties: [每周拜访十家客户, 编制报价单, 与客户签订合同, 催收到期货款, 参加展会]
  - id: agent
    name: 业务专员
    duties: [每周拜访十家客户, 编制客户报价单, 与客户签订合同, 催收到期货款]
""",
            finds=("7:11 “业务专员”、“销售代表”这 2 个岗位几乎一样：4 条职责说的是同一件事",),
        ),
    ),
)
