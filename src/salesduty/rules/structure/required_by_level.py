"""STR029: a post without what a post of its level must have."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import Level
from salesduty.model.post import Post
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the active posts that lack what `required` demands of their level; a post without duties is another rule's."""
    lacking = [
        (post, absent)
        for post in department.active_posts
        if post.value.level is not None and post.value.duties
        if (absent := [name for name in settings.required.get(post.value.level.value, ()) if not getattr(post.value, name, True)])
    ]
    unread = omitted((department,) if lacking else ())
    for post, absent in lacking:
        level = post.value.level or Level.staff
        if missing := [Text(Post.title_of(name), name) for name in absent if not unread.explains(post / name)]:
            yield Hit(post / "name", {"post": post.value.name, "level": Text(level.label, level.value), "missing": missing})


RULE = Rule(
    code="STR029",
    name="required-by-level",
    severity=INFO,
    check=check,
    message=Text(zh="“{post}”是{level}，没有写{missing}", en="“{post}” is {level} and lacks: {missing}"),
    why=Text(
        zh="管人管事的岗位只有职责没有权限，责任压下来却做不了主，事事都要往上请示。",
        en="Whoever leads and may decide nothing answers for what others decide, and has to ask for everything.",
    ),
    fix=Text(
        zh="补上这一项；哪一级必须写什么，可以在设置里改（required）。",
        en="Write it; what is required at which level can be set (`required`).",
    ),
    source=Text(
        zh="权责对等：岗位要有与职责相当的权力，见法约尔的管理原则（1916）。",
        en="Authority goes with responsibility: Fayol's principles of management (1916).",
    ),
    good=(
        Example(
            """\
posts:
  - {name: 店长, level: manager, duties: [每周巡店], authorities: [2000 元以下费用的审批权]}
  - {name: 店员, level: staff, duties: [每天理货]}
"""
        ),
    ),
    bad=(Example("post:\n  name: 店长\n  level: manager\n  duties: [每周巡店]\n", finds=("2:9 “店长”是经理，没有写岗位权限",)),),
)
