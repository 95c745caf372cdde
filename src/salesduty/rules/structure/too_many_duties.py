"""STR030: a post with more top-level duties than anybody keeps in mind."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import DutyKind
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_OWN = (None, DutyKind.owned)
_FAR = 2
"""Beyond this many times the limit somebody should act; up to it the limit is a hint."""


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the posts with more than `most_duties` at the top; what is common to all and the catch-all do not count."""
    for post in department.posts:
        count = sum(duty.kind in _OWN for duty in post.value.duties)
        if count > settings.most_duties and post.value.status != "retired":
            values = {"post": post.value.name, "count": Text(*2 * (str(count),)), "most": settings.most_duties}
            yield Hit(post / "duties", values, severity=WARNING if count > _FAR * settings.most_duties else None)


RULE = Rule(
    code="STR030",
    name="too-many-duties",
    severity=INFO,
    check=check,
    message=Text(
        zh="“{post}”有 {count} 条并列的职责，超过 {most} 条", en="“{post}” has {count} duties side by side, more than {most}"
    ),
    why=Text(
        zh="十几条平铺下来，看不出哪些是主要的，写的人和看的人都记不住。",
        en="In so long a list nobody sees what matters, and nobody remembers it.",
    ),
    fix=Text(
        zh="把同类的归到几个标题下，写成“下级职责”（duties）；细碎的操作放进流程或作业指导书。",
        en="Put what belongs together below a few titles (`duties`); details belong into processes or work instructions.",
    ),
    good=(
        Example(
            "post:\n  name: 库管\n  duties:\n    - title: 入库\n      duties:\n"
            + "".join(f"        - 每天核对第 {number} 号库位\n" for number in range(1, 14))
        ),
    ),
    bad=(
        Example(
            "post:\n  name: 库管\n  duties:\n" + "".join(f"    - 每天核对第 {number} 号库位\n" for number in range(1, 14)),
            finds=("3:3 “库管”有 13 条并列的职责，超过 12 条",),
        ),
    ),
)
