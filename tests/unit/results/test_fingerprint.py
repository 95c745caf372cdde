"""A fingerprint holds on to what was found, not to how it is said or where it moved."""

from __future__ import annotations

from dataclasses import replace

from salesduty import lint
from salesduty.results.finding import ERROR, Finding
from salesduty.results.place import FIRST
from salesduty.results.wording import Text

FINDING = Finding(
    "REF001", "unknown-party", ERROR, Text("甲", "a"), Text("", ""), "a.yaml", FIRST, "s/rep", evidence={"ref": "乙"}
)


def test_wording_place_and_suggestions_do_not_change_it() -> None:
    same = replace(
        FINDING, message=Text("乙", "b"), evidence={"ref": "乙", "near": ("丙",), "what": Text("丁", "d")}, file="b.yaml"
    )

    assert same.fingerprint == FINDING.fingerprint


def test_what_was_found_and_in_which_field_does() -> None:
    others = [
        replace(FINDING, code="REF002"),
        replace(FINDING, address="s/x"),
        replace(FINDING, evidence={"ref": "丙"}),
        replace(FINDING, about="to"),
    ]

    assert len({finding.fingerprint for finding in (FINDING, *others)}) == 5


def test_another_post_and_moved_lines_leave_it_alone() -> None:
    text = "department: {name: 部, version: '1', effective: 2026-01-01, approved_by: 甲}\nposts:\n  - {name: 销售员, reports_to: 业务}\n"
    before = _fingerprints(text)

    assert _fingerprints("\n# 注\n" + text + "  - {name: 业务员}\n")["REF001"] == before["REF001"]


def test_one_unknown_name_in_two_fields_gives_two() -> None:
    text = "post: {name: 甲, duties: [{text: 写, from: 乙, to: 乙}]}\n"
    found = [finding.fingerprint for finding in lint({"a.yaml": text}).findings if finding.code == "REF001"]

    assert len(set(found)) == 2


def _fingerprints(text: str) -> dict[str, str]:
    return {finding.code: finding.fingerprint for finding in lint({"a.yaml": text}).findings}
