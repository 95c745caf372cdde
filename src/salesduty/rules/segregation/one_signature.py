"""SOD005: a document that one and the same person prepares, reviews or approves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from salesduty.model.department import Department as Spec
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.segregation import sources
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_SIGNED = ("prepared_by", "reviewed_by", "approved_by")
_SAID = {
    "prepared_by": Text("编制", "prepares"),
    "reviewed_by": Text("审核", "reviews"),
    "approved_by": Text("批准", "approves"),
}
_MANY = re.compile("(?:部门?|室|中心|处|科|组|办|委员会|公司|团队)$")
"""Ends of names that more than one person may sign for."""


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield a department whose document has one name in two places, once."""
    for first, second in combinations(_SIGNED, 2):
        name, other = getattr(department.spec, first), getattr(department.spec, second)
        if name and other and name.split() == other.split() and not _MANY.search(name.strip()):
            title = Spec.title_of(second)
            values = {"name": name, "first": _SAID[first], "second": _SAID[second], "title": title, "key": second}
            yield Hit(department.place / second, values)
            return


RULE = Rule(
    code="SOD005",
    name="one-signature",
    severity=WARNING,
    check=check,
    message=Text(
        zh="这份文件由“{name}”{first}，又由“{name}”{second}", en="“{name}” {first} this document and {second} it as well"
    ),
    why=Text(
        zh="岗位责任制要管住所有人，包括写它的人；编的人自己审、自己批，写漏的和写偏的都没有人发现。",
        en="A document that binds everybody binds its author too. Where the author also reviews or approves it, nobody sees "
        "what was left out.",
    ),
    fix=Text(
        zh="“{title}”（{key}）换成另一个人，一般是编制人的上级。",
        en="Name somebody else under `{key}`, usually the superior of the author.",
    ),
    source=sources.BASIC_NORM,
    good=(
        Example("department: {name: 销售部, prepared_by: 人力资源部, reviewed_by: 销售经理, approved_by: 总经理}\n"),
        Example("department: {name: 销售部, prepared_by: 人力资源部, reviewed_by: 人力资源部, approved_by: 总经理}\n"),
    ),
    bad=(
        Example(
            "department: {name: 销售部, prepared_by: 销售经理, reviewed_by: 销售经理, approved_by: 总经理}\n",
            finds=("1:57 这份文件由“销售经理”编制，又由“销售经理”审核",),
        ),
    ),
)
