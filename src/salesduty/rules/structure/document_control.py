"""STR022: a document that does not say which version it is, from when it holds, or who approved it.

ISO 9001:2015 asks for date and approval of a controlled document in 7.5.2, and for control of its versions in 7.5.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.department import Department as Spec
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_DEMANDED = ("version", "effective", "approved_by")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the declared department whose document lacks a version, a date or an approval."""
    absent = [field for field in _DEMANDED if getattr(department.spec, field) is None]
    if not department.declared or not absent:
        return
    unread = omitted((department,))
    missing = [Text(Spec.title_of(field), field) for field in absent if not unread.explains(department.place / field)]
    if missing:
        yield Hit(department.place / "name", {"department": department.name, "missing": missing})


RULE = Rule(
    code="STR022",
    name="document-control",
    severity=WARNING,
    check=check,
    message=Text(zh="“{department}”的文件没有写{missing}", en="the document of “{department}” lacks: {missing}"),
    why=Text(
        zh="没有版本、生效日期和批准人，就不知道手里这一份是不是现行的，出了劳动争议也很难拿它作依据。",
        en="Without version, date and approval nobody knows whether a copy is the one in force, and it hardly counts in a "
        "labour dispute.",
    ),
    fix=Text(
        zh="在“部门”（department）下面写上“版本”（version）、“生效日期”（effective）和“批准人”（approved_by）。",
        en="Write `version`, `effective` and `approved_by` under `department`.",
    ),
    good=(Example('department: {id: sales, name: 销售部, version: "2.1", effective: 2026-01-01, approved_by: 总经理}\n'),),
    bad=(
        Example("department: {id: sales, name: 销售部}\n", finds=("1:31 “销售部”的文件没有写版本、生效日期、批准人",)),
        Example('部门: {名称: 销售部, 版本: "2.1", 生效日期: 2026-01-01}\n', finds=("1:10 “销售部”的文件没有写批准人",)),
    ),
)
