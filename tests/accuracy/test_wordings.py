"""The figures in the rules about wording are those that reading their hits gave, and an unsure rule is a hint."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from accuracy import wordings
from salesduty.results.finding import INFO, WARNING
from salesduty.rules.rule import Measured, Rule
from salesduty.rules.wordings import RULES, vague_time

SURE = 0.7
"""A rule that is right less often than this must not demand that somebody acts."""


def test_an_unsure_rule_is_a_hint() -> None:
    assert too_loud(RULES) == []


def test_an_unsure_rule_that_warns_is_noticed() -> None:
    unsure = replace(vague_time.RULE, measured=Measured(hits=10, right=6))
    assert too_loud([unsure, replace(unsure, severity=INFO), replace(unsure, measured=Measured(10, 7))]) == ["WRD004: 6 of 10"]


def test_figures_are_what_reading_gave() -> None:
    if not (wordings.SHARED / "gold" / "import").is_dir():
        pytest.skip("the shared documents are not here")
    found = [*wordings.hits()]
    known = wordings.judgements()
    assert [hit.hash for hit in found if hit.hash not in known["right"] | known["wrong"]] == []
    assert {rule.code: rule.measured for rule in RULES if rule.measured} == wordings.measured(iter(found), known)


def test_hits_of_a_department_are_told_apart_and_counted(tmp_path: Path) -> None:
    folder = tmp_path / "gold" / "import"
    folder.mkdir(parents=True)
    label = "posts: [{name: 店员, duties: [及时理货, {text: 收银, children: [定期对账]}]}, {name: 店员, duties: [及时理货]}]"
    (folder / "one.expected.yaml").write_text(label, encoding="utf-8")
    samples = tmp_path / "samples"
    samples.mkdir()
    for name in wordings.UNLABELLED:
        (samples / f"{name}.txt").write_text("1.定期检查冷库温度\n版权所有，定期更新\n", encoding="utf-8")
    found = [hit for hit in wordings.hits(tmp_path) if hit.code == "WRD004"]
    assert [hit.sentence for hit in found] == ["- 及时理货", "- 定期对账", "- 定期检查冷库温度"]
    judged = {"right": {found[0].hash, found[1].hash}, "wrong": {found[2].hash}}
    assert wordings.measured(iter(found), judged) == {"WRD004": Measured(hits=3, right=2)}
    assert wordings.measured(iter(found), {"right": set(), "wrong": set()}) == {}


def test_judgements_hold_no_sentence() -> None:
    text = wordings.JUDGED.read_text(encoding="utf-8")
    assert text.isascii()
    assert {len(each) for codes in json.loads(text).values() for hashes in codes.values() for each in hashes} == {12}


def too_loud(rules: list[Rule] | tuple[Rule, ...]) -> list[str]:
    loud = [
        rule for rule in rules if rule.measured and rule.severity >= WARNING and rule.measured.right < SURE * rule.measured.hits
    ]
    return [f"{rule.code}: {rule.measured.right} of {rule.measured.hits}" for rule in loud if rule.measured]
