"""STR028: one name that holds several, because the comma between them is Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import split_names


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the names and aliases of posts and outside parties that are several names in one."""
    for place, name in _names(department):
        parts = split_names(name)
        if len(parts) > 1:
            yield Hit(place, {"name": name, "count": len(parts), "list": "[" + ", ".join(parts) + "]"})


def _names(department: Department) -> Iterator[tuple[Place, str]]:
    for index, outside in enumerate(department.spec.outside if department.declared else ()):
        at = department.place / "outside" / index
        yield at / "name", outside.name
        yield from ((at / "aliases" / number, alias) for number, alias in enumerate(outside.aliases))
    for post in department.posts:
        yield post / "name", post.value.name
        yield from ((post / "aliases" / number, alias) for number, alias in enumerate(post.value.aliases))


RULE = Rule(
    code="STR028",
    name="several-names",
    severity=ERROR,
    check=check,
    message=Text(zh="“{name}”是 {count} 个名字写成了一个", en="“{name}” is {count} names written as one"),
    why=Text(
        zh="清单里的名字要用英文逗号隔开；用中文逗号或顿号，几个名字就成了一个，文件里会把它当作一个人印出来。",
        en="Names in a list are told apart by a Latin comma. With a Chinese one they are one name, and printed as one party.",
    ),
    fix=Text(
        zh="逗号换成英文逗号加一个空格：{list}；每行写一个也可以。",
        en="Use a Latin comma and a space, {list}, or a line for each.",
    ),
    good=(Example("department:\n  name: 销售部\n  outside: [总经理, 财务部]\n"),),
    bad=(
        Example(
            "department:\n  name: 销售部\n  outside: [总经理，财务部]\n",
            finds=("3:13 “总经理，财务部”是 2 个名字写成了一个",),
        ),
        Example(
            "post:\n  name: 销售主管\n  aliases: 组长、团队长\n",
            finds=("3:12 “组长、团队长”是 2 个名字写成了一个",),
        ),
    ),
)
