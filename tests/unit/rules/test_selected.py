from __future__ import annotations

from datetime import date

import pytest

from salesduty.settings.paths import Base
from salesduty.settings.selection import Layer, Selection
from salesduty.settings.settings import RulesFile, Settings
from salesduty.toolkit.lint import lint

TODAY = date(2026, 11, 21)
FILES = {
    "roles/new/posts.yaml": "posts:\n  - {id: a, name: 甲, reports_to: 无人}\n",
    "roles/old/posts.yaml": "posts:\n  - {id: b, name: 乙, reports_to: 无人, dutys: []}\n",
}
EVERYTHING = ("new REF001 error", "old REF001 error", "old STR012 error")


def found(selection: Selection, **more: object) -> tuple[str, ...]:
    settings = Settings(TODAY, selection=selection, base=Base("/w", "/w"), **more)  # type: ignore[arg-type]
    findings = lint(FILES, settings=settings).findings
    return tuple(
        f"{each.file.split('/')[1]} {each.code} {each.severity.name}" for each in findings if each.code in ("REF001", "STR012")
    )


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(), EVERYTHING),
        (Selection(False, (Layer(select=("REF",)),)), EVERYTHING[:2]),
        (Selection(False, (Layer(select=("REF", "STR012")),)), EVERYTHING),
        (Selection(True, (Layer(ignore=("unknown-party",)),)), EVERYTHING[2:]),
        (Selection(True, (Layer(severity={"REF": "info", "STR012": "off"}),)), ("new REF001 info", "old REF001 info")),
        (Selection(True, (Layer("roles/old", ignore=("REF001",)),)), ("new REF001 error", "old STR012 error")),
        (
            Selection(True, (Layer("roles/old/**", severity={"REF": "warning"}),)),
            ("new REF001 error", "old REF001 warning", "old STR012 error"),
        ),
        (Selection(True, (Layer(ignore=("REF",)), Layer("roles/old", select=("REF001",)))), EVERYTHING[1:]),
        (Selection(True, (Layer("roles", ignore=("REF",)), Layer("**/old", select=("REF",)))), EVERYTHING[1:]),
        (Selection(True, (Layer("roles/old", select=("REF",)), Layer(ignore=("REF",)))), EVERYTHING[2:]),
    ],
)
def test_findings_are_those_that_are_wanted(selection: Selection, wanted: tuple[str, ...]) -> None:
    assert found(selection) == wanted


def test_a_file_of_rules_is_no_role_file() -> None:
    files = {"roles/rules.yaml": "rules: []\n"}
    assert [each.code for each in lint(files, settings=Settings(TODAY)).findings] != []
    assert lint(files, settings=Settings(TODAY, team=(RulesFile("roles/rules.yaml", GOOD),))).findings == ()


GOOD = b"rules:\n  - {code: TEAM001, where: post.name, pattern: x, message: m, good: [a], bad: [x]}\n"
