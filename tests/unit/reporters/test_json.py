from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from salesduty.reporters.json import report
from salesduty.reporters.look import Look, plain
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report
from salesduty.results.place import Span
from salesduty.results.wording import Text

Make = Callable[..., Finding]


def printed(*findings: Finding, **look: object) -> str:
    return plain(report(Report(findings, 6, 42, 57), Look(version="1.2.3", **look)))  # type: ignore[arg-type]


def test_the_contract(finding: Make) -> None:
    one = finding(
        related=(Related("a.yaml", Span(3, 5, 3, 9), "sales/a", Text("第一次写在这里", "first written here")),),
        evidence={
            "ref": "销售经里",
            "near": Text("是不是销售经理", "did you mean"),
            "of": ("a", Text("乙", "b")),
            "count": 2,
            "none": None,
        },
    )

    assert json.loads(printed(one, finding(severity=INFO))) == {
        "version": "1.2.3",
        "findings": [
            {
                "code": "REF001",
                "severity": "error",
                "message": "找不到“销售经里”",
                "file": "roles/sales/posts.yaml",
                "line": 4,
                "column": 17,
                "end_line": 4,
                "end_column": 21,
                "address": "sales/rep",
                "related": [{"file": "a.yaml", "line": 3, "column": 5, "address": "sales/a", "message": "第一次写在这里"}],
                "evidence": {"ref": "销售经里", "near": "是不是销售经理", "of": ["a", "乙"], "count": 2, "none": None},
                "fingerprint": one.fingerprint,
                "fix": None,
                "remedy": "改成岗位的名称。",
            },
            {**json.loads(printed(finding(severity=INFO)))["findings"][0]},
        ],
        "summary": {"errors": 1, "warnings": 0, "infos": 1, "departments": 6, "posts": 42, "files": 57},
    }


def test_every_severity_is_there_whatever_is_shown(finding: Make) -> None:
    found = json.loads(printed(finding(), finding(severity=WARNING), finding(severity=INFO), show=ERROR))

    assert [one["severity"] for one in found["findings"]] == ["error", "warning", "info"]


def test_it_speaks_english(finding: Make) -> None:
    (one,) = json.loads(printed(finding(evidence={"near": Text("甲", "first")}), lang="en"))["findings"]

    assert (one["message"], one["remedy"], one["evidence"]) == (
        "nobody here is called “销售经里”",
        "Use the name of a post.",
        {"near": "first"},
    )


def test_a_clean_report_is_valid() -> None:
    assert printed() == (
        '{"version": "1.2.3", "findings": [\n'
        '], "summary": {"errors": 0, "warnings": 0, "infos": 0, "departments": 6, "posts": 42, "files": 57}}\n'
    )


def test_a_finding_takes_a_line(finding: Make) -> None:
    lines = printed(finding(), finding()).splitlines()

    assert len(lines) == 4
    assert json.loads(lines[2])["code"] == "REF001"


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252"])
def test_text_is_ascii_where_the_output_is_not_utf8(finding: Make, encoding: str) -> None:
    made = finding(excerpt="", message=Text("找不到😀", ""), file="##[x]\x9b.yaml")

    shown = printed(made, encoding=encoding)

    assert shown.isascii()
    assert json.loads(shown) == json.loads(printed(made))


def test_nothing_in_it_drives_a_terminal_or_a_build_server_and_nothing_is_lost(finding: Make) -> None:
    file = "\x1b[31m\x9b\x7f\u202e##[stop-commands]\n::error::\t.yaml"

    for encoding in ("utf-8", "gbk"):
        shown = printed(finding(file=file), encoding=encoding)
        assert not {"\x1b", "\x9b", "\x7f", "\u202e", "\t"} & set(shown)
        assert "##[" not in shown
        assert json.loads(shown)["findings"][0]["file"] == file


def test_what_json_cannot_hold_is_spelt_out(finding: Make) -> None:
    shown = printed(finding(file="a\udcff.yaml", evidence={"share": float("nan"), "set": {"a": frozenset("b")}}))

    (one,) = json.loads(shown, parse_constant=pytest.fail)["findings"]
    assert one["file"] == r"a\udcff.yaml"
    assert one["evidence"] == {"share": "nan", "set": {"a": "frozenset({'b'})"}}
    shown.encode("utf-8")
