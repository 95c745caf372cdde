"""STR024: a document that is to be reviewed before it takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.text.dates import parse_date
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the department whose review does not lie after the day from which its document holds."""
    spec = department.spec
    if spec.effective is None or spec.review_by is None:
        return
    effective, review_by = parse_date(spec.effective), parse_date(spec.review_by)
    if effective is not None and review_by is not None and review_by <= effective:
        yield Hit(
            department.place / "review_by",
            {"department": department.name, "review_by": spec.review_by, "effective": spec.effective},
            (Mention(department.place / "effective", Text("生效日期写在这里", "it takes effect here")),),
        )


RULE = Rule(
    code="STR024",
    name="dates-contradict",
    severity=ERROR,
    check=check,
    message=Text(
        zh="“{department}”的复审日期 {review_by} 不晚于生效日期 {effective}",
        en="“{department}” is to be reviewed on {review_by}, which is not after {effective}, when it takes effect",
    ),
    why=Text(
        zh="文件还没有生效就要复审，两个日期里至少有一个写错了，多半是换版时只改了一个。",
        en="Nothing is reviewed before it holds, so one of the dates is wrong; often only one was changed with a new version.",
    ),
    fix=Text(zh="核对生效日期和复审日期，改正写错的一个。", en="Look at both dates and mend the wrong one."),
    good=(Example("department: {id: sales, name: 销售部, effective: 2026-01-01, review_by: 2027-01-01}\n"),),
    bad=(
        Example(
            "department: {id: sales, name: 销售部, effective: 2027-01-01, review_by: 2027-01-01}\n",
            finds=("1:70 “销售部”的复审日期 2027-01-01 不晚于生效日期 2027-01-01",),
        ),
    ),
)
