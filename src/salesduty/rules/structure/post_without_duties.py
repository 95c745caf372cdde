"""STR026: a post that nothing is written for."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the active posts without duties, unless their duties were written and could not be read."""
    without = [post for post in department.active_posts if not post.value.duties]
    unread = omitted((department,) if without else ())
    for post in without:
        if not unread.explains(post / "duties"):
            yield Hit(post / "name", {"post": post.value.name})


RULE = Rule(
    code="STR026",
    name="post-without-duties",
    severity=WARNING,
    check=check,
    message=Text(zh="“{post}”没有写职责", en="“{post}” has no duties"),
    why=Text(
        zh="在岗的岗位没有职责，发出去的岗位说明书是一张空表，招聘和考核都没有依据。",
        en="The description of an active post without duties is an empty form, and neither hiring nor appraisal has anything "
        "to go by.",
    ),
    fix=Text(
        zh="在“岗位职责”（duties）下面一句一项写出职责；还没有设立的岗位，“岗位状态”（status）写成“拟设”。",
        en="List the duties under `duties`, one sentence each; give a post that does not exist yet the status `proposed`.",
    ),
    good=(
        Example(
            """\
posts:
  - {name: 销售代表, duties: [每周拜访 5 家客户]}
  - {name: 渠道专员, status: proposed, when: 经销商超过 30 家}
"""
        ),
    ),
    bad=(Example("post:\n  name: 销售代表\n  level: staff\n", finds=("2:9 “销售代表”没有写职责",)),),
)
