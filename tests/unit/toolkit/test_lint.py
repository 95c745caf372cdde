"""Findings out of texts and paths."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import salesduty
from salesduty.disk.find import NotFound
from salesduty.results.finding import ERROR, INFO, Report
from salesduty.settings.settings import Settings
from salesduty.toolkit.lint import lint

GOOD = "department: {id: d, name: 部, version: '1', effective: 2026-01-01, approved_by: 长}\npost: {name: 岗, duties: [做]}\n"
OVERDUE = GOOD.replace("approved_by: 长", "approved_by: 长, prepared_by: 办, review_by: 2026-06-30")


def found(report: Report) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in report.findings]


def test_a_clean_text() -> None:
    assert lint({"a.yaml": GOOD}) == Report((), departments=1, posts=1, files=1)


def test_findings_have_their_place() -> None:
    assert found(lint({"a.yaml": GOOD.replace("做]", "{text: 做, to: [查无此人]}]")})) == [("REF001", 2, 41)]


def test_the_day_decides_what_is_overdue() -> None:
    days = {day: found(lint({"a.yaml": OVERDUE}, settings=Settings(today=day))) for day in (date(2026, 6, 30), date(2026, 7, 1))}
    assert days == {date(2026, 6, 30): [], date(2026, 7, 1): [("STR023", 1, 110)]}


def test_without_settings_it_is_today() -> None:
    assert found(lint({"a.yaml": OVERDUE.replace("2026-06-30", "2020-01-01").replace("2026-01-01", "2019-01-01")})) == [
        ("STR023", 1, 110)
    ]


def test_only_what_was_asked_for_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "roles" / "b.yaml").write_text(
        "post: {name: 丙, reports_to: 岗, duties: [{text: 做, to: [丁]}]}\n", encoding="utf-8"
    )
    assert (found(lint()), lint().files) == ([("REF001", 1, 56)], 2)
    assert (found(lint("roles/a.yaml")), lint("roles/a.yaml").files) == ([], 1)
    assert found(lint("roles/b.yaml")) == [("REF001", 1, 56)]
    told: list[tuple[int, int]] = []
    lint("roles", progress=lambda *done: told.append(done))
    assert told == [(1, 2), (2, 2)]


def test_a_path_that_does_not_exist() -> None:
    with pytest.raises(NotFound):
        lint("nowhere")


def test_a_report_counts_and_can_be_narrowed() -> None:
    report = lint({"a/x.yaml": "post: {name: 甲, kpis: [{ref: 无}], duties: [做]}\n"})
    assert found(report) == [("STR019", 1, 1), ("KPI003", 1, 17), ("REF002", 1, 30)]
    assert found(report.at_least(ERROR)) == [("REF002", 1, 30)]
    assert (report.count(ERROR), report.count(INFO)) == (1, 1)


def test_the_package_itself_offers_it() -> None:
    assert salesduty.lint is lint
