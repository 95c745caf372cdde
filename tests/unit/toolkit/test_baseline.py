"""A baseline hides what was there before, tells what is new, and shrinks by itself where a run can tell."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from salesduty.disk.write import CannotWrite
from salesduty.results.baseline import BadBaseline, NoBaseline
from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.settings.settings import Settings
from salesduty.toolkit.baseline import record, without_known
from salesduty.toolkit.check import check
from salesduty.toolkit.lint import lint

SETTINGS = Settings(today=date(2026, 11, 21))
HEAD = 'department: {id: sales, name: 销售部, outside: [总经理], version: "1", effective: 2026-01-01, approved_by: 总经理}\n'
REP = "post:\n  id: rep\n  name: 销售代表\n  duties:\n    - {text: 每周拜访客户, to: 甲}\n    - {text: 每月对账, to: 乙}\n"
CLERK = "post: {id: clerk, name: 销售内勤, reports_to: 丙, duties: [录入订单]}\n"
FILE = "baseline.json"


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make `roles` hold just the files that are given; rules about wording would say more than these tests plant."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("salesduty.toolkit.linted.RULES", tuple(rule for rule in RULES if rule.code < "STR029"))

    def written(files: Mapping[str, str]) -> None:
        for path in [*tmp_path.glob("roles/*.yaml"), *tmp_path.glob("roles/*/*.yaml")]:
            path.unlink()
        for name, text in files.items():
            path = tmp_path / "roles" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return written


FILES = {"department.yaml": HEAD, "rep.yaml": REP, "clerk.yaml": CLERK}


def linted(*paths: str) -> Report:
    return lint(paths or "roles", settings=SETTINGS)


def left() -> tuple[list[str], str, int, int]:
    """What a run with the baseline tells: the words of each finding, the outcome, how many are gone and how many are left."""
    done = without_known(linted(), FILE)
    return [str(each.evidence.get("ref", each.code)) for each in done.report.findings], done.outcome, done.gone, done.left


def test_what_is_recorded_is_not_told(put: Callable) -> None:
    put(FILES)
    done = record(linted(), FILE, "zh")

    assert (done.report.findings, done.hidden, done.left) == ((), 3, 3)
    assert left() == ([], "kept", 0, 3)
    assert [json.loads(line.rstrip(",")) for line in Path(FILE).read_text("utf-8").splitlines()[1:-1]] == [
        {"code": "REF001", "address": "sales/clerk", "file": "roles/clerk.yaml", "message": "找不到“丙”", "fingerprint": at(0)},
        {"code": "REF001", "address": "sales/rep/#1", "file": "roles/rep.yaml", "message": "找不到“甲”", "fingerprint": at(1)},
        {"code": "REF001", "address": "sales/rep/#2", "file": "roles/rep.yaml", "message": "找不到“乙”", "fingerprint": at(2)},
    ]


def at(index: int) -> str:
    return sorted(linted().findings, key=lambda each: each.address)[index].fingerprint


@pytest.mark.parametrize(
    "files",
    [
        {**FILES, "rep.yaml": "# 说明\n\n" + REP},
        {**FILES, "rep.yaml": REP.replace("  duties:\n", "  duties:\n    - 每天写日志\n")},
        {**FILES, "rep.yaml": REP.replace("- {text: 每周拜访客户, to: 甲}", "-\n      to: 甲\n      text: '每周拜访客户。'")},
        {"department.yaml": HEAD, "people/销售代表.yaml": REP, "people/b.yaml": CLERK},
        {
            "all.yaml": HEAD
            + "posts:\n"
            + "".join(
                f"  - {one}"
                for one in (
                    "{id: clerk, name: 销售内勤, reports_to: 丙, duties: [录入订单]}\n",
                    "{id: rep, name: 销售代表, duties: [{text: 每月对账, to: 乙}, {text: 每周拜访客户, to: 甲}]}\n",
                )
            )
        },
    ],
    ids=["moved", "inserted", "restyled", "renamed", "merged"],
)
def test_moved_lines_renamed_files_and_insertions_make_nothing_new(put: Callable, files: dict[str, str]) -> None:
    put(FILES)
    record(linted(), FILE, "zh")
    before = Path(FILE).read_bytes()
    put(files)

    assert left() == ([], "kept", 0, 3)
    assert Path(FILE).read_bytes() == before


def test_another_one_and_the_second_of_a_kind_are_new(put: Callable) -> None:
    put(FILES)
    record(linted(), FILE, "zh")
    put({**FILES, "rep.yaml": REP + "    - {text: 每周拜访客户, to: 甲}\n    - {text: 每周拜访客户, to: 丁}\n"})

    assert left() == (["甲", "丁"], "kept", 0, 3)


def test_what_is_mended_leaves_the_file(put: Callable) -> None:
    put(FILES)
    record(linted(), FILE, "zh")
    put({**FILES, "rep.yaml": REP.replace("甲", "总经理")})

    assert left() == ([], "shrunk", 1, 2)
    assert left() == ([], "kept", 0, 2)
    put({"department.yaml": HEAD})
    assert left() == ([], "shrunk", 2, 0)
    assert Path(FILE).read_text("utf-8") == '{"version": 1, "findings": []}\n'
    put(FILES)
    assert left() == (["丙", "甲", "乙"], "kept", 0, 0)


def test_one_of_two_of_a_kind_leaves_the_file(put: Callable) -> None:
    twice = REP + "    - {text: 每周拜访客户, to: 甲}\n"
    put({"department.yaml": HEAD, "rep.yaml": twice})
    record(linted(), FILE, "zh")
    put({"department.yaml": HEAD, "rep.yaml": REP})

    assert left() == ([], "shrunk", 1, 2)


@pytest.mark.parametrize(
    ("files", "new"),
    [
        ({**FILES, "rep.yaml": REP + "  level: 骨干\n  deputy: [a: b: c\n"}, ["STR001"]),
        ({**FILES, "rep.yaml": REP.replace("name", "nmae")}, ["STR012"]),
        ({**FILES, "rep.yaml": REP.replace("甲", "戊")}, ["戊"]),
    ],
    ids=["unreadable", "lost", "new error"],
)
def test_nothing_leaves_the_file_while_something_is_broken(put: Callable, files: dict[str, str], new: list[str]) -> None:
    put(FILES)
    record(linted(), FILE, "zh")
    put(files)

    found, outcome, gone, number = left()
    assert (sorted(found), outcome, gone, number) == (sorted(new), "kept", 0, 3)


def test_check_takes_nothing_out_for_a_post_that_is_lost(put: Callable) -> None:
    put(FILES)
    record(check("roles", settings=SETTINGS).report, FILE, "zh")
    put({**FILES, "rep.yaml": REP.replace("  id: rep\n  name: 销售代表\n", "")})

    done = without_known(check("roles", settings=SETTINGS).report, FILE)
    assert (done.report.findings, done.outcome) == ((), "kept")


def test_a_run_over_a_part_takes_nothing_out(put: Callable) -> None:
    put(FILES)
    record(linted(), FILE, "zh")
    put({**FILES, "rep.yaml": REP.replace("甲", "总经理")})

    for path in ("roles/rep.yaml", "roles/clerk.yaml"):
        done = without_known(linted(path), FILE)
        assert (done.report.findings, done.outcome, done.left) == ((), "kept", 3)


def test_a_run_over_another_tree_takes_nothing_out(put: Callable, tmp_path: Path) -> None:
    put(FILES)
    other = tmp_path / "elsewhere" / "roles"
    other.mkdir(parents=True)
    (other / "a.yaml").write_text(HEAD + CLERK.replace("丙", "丁"), encoding="utf-8")
    record(linted("roles", "elsewhere/roles"), FILE, "zh")
    (other / "a.yaml").write_text(HEAD + CLERK.replace("丙", "总经理"), encoding="utf-8")

    assert without_known(linted("roles"), FILE).outcome == "kept"
    assert without_known(linted("elsewhere/roles"), FILE).left == 3


def test_lint_and_check_share_a_file(put: Callable) -> None:
    put({**FILES, "department.yaml": HEAD.replace("outside", "functions: [市场开拓], outside")})
    checked = check("roles", settings=SETTINGS).report
    assert "GAP001" in {each.code for each in checked.findings}
    record(checked, FILE, "zh")
    both = record(linted(), FILE, "zh").left

    assert without_known(linted(), FILE).outcome == "kept"
    assert without_known(check("roles", settings=SETTINGS).report, FILE).report.findings == ()
    put({**FILES, "department.yaml": HEAD})
    assert without_known(linted(), FILE).left == both
    done = without_known(check("roles", settings=SETTINGS).report, FILE)
    assert (done.report.findings, done.outcome, done.gone > 0) == ((), "shrunk", True)


def test_a_part_is_recorded_beside_the_rest(put: Callable) -> None:
    put(FILES)
    record(linted("roles/rep.yaml"), FILE, "zh")
    assert left() == (["丙"], "kept", 0, 2)
    record(linted("roles/clerk.yaml"), FILE, "zh")
    assert left() == ([], "kept", 0, 3)


def test_what_cannot_be_read_is_neither_recorded_nor_hidden(put: Callable) -> None:
    put({**FILES, "broken.yaml": "post: {name: 甲\n"})
    assert [each.code for each in record(linted(), FILE, "zh").report.findings] == ["STR001"]
    assert left()[0] == ["STR001"]


def test_a_file_that_cannot_be_written_is_told(put: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    put(FILES)
    record(linted(), FILE, "zh")
    put({**FILES, "rep.yaml": REP.replace("甲", "总经理")})

    def refuse(*_: object) -> None:
        raise CannotWrite(FILE, "permission")

    monkeypatch.setattr("salesduty.toolkit.baseline.write_record", refuse)
    assert left() == ([], "refused", 1, 3)


def test_the_same_findings_make_the_same_file(put: Callable) -> None:
    put(FILES)
    report = linted()
    record(report, FILE, "zh")
    once = Path(FILE).read_bytes()
    record(report.only(tuple(reversed(report.findings))), FILE, "zh")

    assert Path(FILE).read_bytes() == once


ENTRY = {"code": "REF001", "address": "a", "file": "a.yaml", "message": "m", "fingerprint": "f"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "不是正确的 JSON：Expecting value"),
        ("<<<<<<< a\n", "有没解决的合并冲突"),
        ("[]", "findings 应当是 列表"),
        ('{"version": 1, "findings": {}}', "findings 应当是 列表"),
        ('{"version": 2, "findings": []}', "是更新版本的 salesduty 写的"),
        ('{"version": 1, "findings": [1]}', "findings #1 应当是 带 code、address、file、message、fingerprint 的一项"),
        (json.dumps({"version": 1, "findings": [{**ENTRY, "count": True}]}), "findings #1 应当是"),
        (json.dumps({"version": 1, "findings": [{**ENTRY, "count": 0}]}), "findings #1 应当是"),
        (json.dumps({"version": 1, "findings": [ENTRY, {**ENTRY, "file": 1}]}), "findings #2 应当是"),
        ('{"version": 1, "version": 1, "findings": []}', "“version”写了两次"),
        ("[" * 100_000, "不是正确的 JSON"),
    ],
)
def test_a_bad_file_is_refused_and_left_alone(put: Callable, text: str, says: str) -> None:
    put(FILES)
    Path(FILE).write_text(text, encoding="utf-8")

    for use in (lambda: without_known(linted(), FILE), lambda: record(linted(), FILE, "zh")):
        with pytest.raises(BadBaseline) as error:
            use()
        assert error.value.what.zh.startswith(says)
    assert Path(FILE).read_text("utf-8") == text


def test_a_file_that_is_not_there(put: Callable) -> None:
    put(FILES)
    with pytest.raises(NoBaseline):
        without_known(linted(), FILE)


@pytest.mark.parametrize("file", ["//server/share/a.yaml", "\\\\server\\a", "C:/a.yaml", "/etc/a.yaml", "", "a\0b"])
def test_a_strange_path_is_not_looked_for(put: Callable, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    put(FILES)
    Path(FILE).write_text(json.dumps({"version": 1, "findings": [{**ENTRY, "file": file}]}), encoding="utf-8")
    report = linted()
    asked: list[str] = []
    monkeypatch.setattr(Path, "exists", lambda path, **_: bool(asked.append(str(path))) or path.name == FILE)

    assert without_known(report.only(()), FILE).left == 1
    assert [name for name in asked if not name.endswith(FILE)] == []
