"""A check for programs and for annotations."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Callable
from importlib import import_module

import pytest

from salesduty.reporters import checks, github
from salesduty.reporters import json as of_lint
from salesduty.reporters.catalogue import REPORTERS
from salesduty.reporters.checks import CHECK_REPORTERS
from salesduty.reporters.look import Look, plain
from salesduty.results.coverage import Chart, Checked, Holder, Row
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report

Make = Callable[..., Finding]

HOLDER = Holder("sales/rep/d1", "sales/rep", "销售代表", "do", "coordinate", 0.75, "每周催收货款", "催收 货款")
ROWS = (
    Row(
        "sales", "function", "collection", "货款回收", True, "owned", (HOLDER,), areas=("C13",), ladder=("总监 制定", "代表 完成")
    ),
    Row("sales", "step", "complaint", "客户投诉", True, "gap", group="售后"),
    Row("sales", "area", "C31", "展会", False, "optional"),
)
CHARTS = (Chart("sales", "销售部", (("sales/rep", "销售代表", "staff"),), ROWS), Chart("empty", "空部门", (), ()))


def printed(form: str, *findings: Finding, charts: tuple[Chart, ...] = CHARTS, **look: object) -> str:
    return plain(CHECK_REPORTERS[form](Checked(Report(findings, 2, 1, 4), charts), Look(version="1.2.3", **look)))  # type: ignore[arg-type]


def test_the_contract(finding: Make) -> None:
    found = json.loads(printed("json", finding(), finding(severity=INFO), show=ERROR))

    lint = json.loads(plain(of_lint.report(Report((finding(), finding(severity=INFO)), 2, 1, 4), Look(version="1.2.3"))))
    assert {name: value for name, value in found.items() if name != "coverage"} == lint
    assert list(found) == ["version", "findings", "summary", "coverage"]
    assert found["coverage"] == [
        {
            "department": "sales",
            "kind": "function",
            "group": "",
            "area": "collection",
            "name": "货款回收",
            "required": True,
            "state": "owned",
            "holders": [
                {
                    "address": "sales/rep/d1",
                    "post": "sales/rep",
                    "name": "销售代表",
                    "part": "do",
                    "action": "coordinate",
                    "confidence": 0.75,
                    "text": "每周催收货款",
                    "words": "催收 货款",
                }
            ],
            "areas": ["C13"],
            "ladder": ["总监 制定", "代表 完成"],
        },
        {"department": "sales", "kind": "step", "group": "售后", "area": "complaint", "name": "客户投诉", "required": True, "state": "gap", "holders": [], "areas": [], "ladder": []},
        {"department": "sales", "kind": "area", "group": "", "area": "C31", "name": "展会", "required": False, "state": "optional", "holders": [], "areas": [], "ladder": []},
    ]  # fmt: skip


def test_a_row_takes_a_line_and_nothing_is_valid_too() -> None:
    assert len(printed("json").splitlines()) == 6
    assert json.loads(printed("json", charts=()))["coverage"] == []


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_nothing_in_it_drives_a_terminal_or_a_build_server_and_nothing_is_lost(encoding: str) -> None:
    text = "\x1b[31m\x9b\u202e##[stop-commands]\n::error::\t😀"
    row = Row(
        text, "step", text, text, True, "owned", (Holder(text, text, text, "do", text, 1, text, text),), text, (text,), (text,)
    )

    shown = printed("json", charts=(Chart(text, text, (), (row,)),), encoding=encoding)

    assert not {"\x1b", "\x9b", "\u202e", "\t"} & set(shown)
    assert "##[" not in shown
    assert encoding == "utf-8" or shown.isascii()
    (found,) = json.loads(shown)["coverage"]
    assert {found[key] for key in ("department", "area", "name", "group")} == {text}
    assert found["holders"][0]["text"] == text


def test_annotations_are_those_of_lint(finding: Make) -> None:
    found = (finding(severity=WARNING), finding(severity=INFO))

    assert printed("github", *found) == plain(github.report(Report(found, 2, 1, 4), Look()))


def test_every_reporter_is_in_the_catalogue_under_its_own_name() -> None:
    modules = {module.name: import_module(f"{checks.__name__}.{module.name}") for module in pkgutil.iter_modules(checks.__path__)}
    offered = {name: module.report for name, module in modules.items() if hasattr(module, "report")}

    assert set(CHECK_REPORTERS) == set(REPORTERS)
    assert {name: CHECK_REPORTERS[name] for name in offered} == offered
