"""STR031: a document with a number or a day of review that does not say who keeps it."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_CONTROL = ("version", "effective", "approved_by")
_FORMAL = ("document_no", "review_by")
_OWNERS = ("prepared_by", "reviewed_by")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the declared department whose formal document names nobody who wrote or reviews it.

    Without document control another rule speaks first (STR022); a short file needs no more than the approval asked for there.
    """
    spec = department.spec
    if not department.declared or any(getattr(spec, name) is None for name in _CONTROL):
        return
    if all(getattr(spec, name) is None for name in _FORMAL):
        return
    if all(getattr(spec, name) is None for name in _OWNERS):
        unread = omitted((department,))
        if not any(unread.explains(department.place / name) for name in _OWNERS):
            yield Hit(department.place / "name", {"department": department.name})


RULE = Rule(
    code="STR031",
    name="no-owner",
    severity=INFO,
    check=check,
    message=Text(zh="“{department}”的文件没有写由谁编制", en="the document of “{department}” does not say who keeps it"),
    why=Text(
        zh="到了复审日期没有人牵头，内容过时了也不知道找谁改。",
        en="Nobody begins the review when its day comes, and nobody is asked to mend what is out of date.",
    ),
    fix=Text(
        zh="在“部门”（department）下面写上“编制人”（prepared_by），有审核的写上“审核人”（reviewed_by）。",
        en="Write `prepared_by` under `department`, and `reviewed_by` where somebody reviews.",
    ),
    good=(
        Example(
            """\
department: {id: store, name: 门店, version: "1", effective: 2026-01-01, approved_by: 总经理,
  review_by: 2027-01-01, prepared_by: 人力资源部}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: store, name: 门店, version: "1", effective: 2026-01-01, approved_by: 总经理, review_by: 2027-01-01}
""",
            finds=("1:31 “门店”的文件没有写由谁编制",),
        ),
    ),
)
