"""STR023: a document whose day of review has passed."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.text.dates import parse_date
from salesduty.workspace.entities import Department


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the department that should have been reviewed before today."""
    written = department.spec.review_by
    review_by = parse_date(written) if written is not None else None
    if review_by is not None and review_by < settings.today:
        yield Hit(department.place / "review_by", {"department": department.name, "review_by": written})


RULE = Rule(
    code="STR023",
    name="review-overdue",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{department}”应在 {review_by} 前复审，现在已经过期",
        en="“{department}” was to be reviewed by {review_by}, which has passed",
    ),
    why=Text(
        zh="业务、人员和考核每年都在变；过了复审日期的职责可能已经和实际不符，照着它考核容易起争议。",
        en="Business, people and targets change every year. Duties past their review may no longer be what is done.",
    ),
    fix=Text(
        zh="和部门负责人一起核对职责、编制和指标，改好以后更新版本和生效日期，再定下一次复审日期。",
        en="Go through duties, headcount and KPIs with the head of the department, then set version, date and the next review.",
    ),
    good=(Example("department: {id: sales, name: 销售部, effective: 2026-01-01, review_by: 2027-12-31}\n"),),
    bad=(
        Example(
            "department: {id: sales, name: 销售部, effective: 2024-01-01, review_by: 2025年12月31日}\n",
            finds=("1:70 “销售部”应在 2025年12月31日 前复审，现在已经过期",),
        ),
    ),
)
