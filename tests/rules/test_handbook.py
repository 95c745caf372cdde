"""The handbook in docs/rules is what the rules say, and every rule can be looked up.

`--update-golden` writes it anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from salesduty.reporters.handbook.markdown import pages
from salesduty.results.handbook import Entry
from salesduty.rules.checks import ALL
from salesduty.rules.families import FAMILIES
from salesduty.toolkit.handbook import NotInHandbook, handbook, whole_handbook, write_handbook

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_the_handbook_is_up_to_date(update_golden: bool) -> None:
    wanted = pages(whole_handbook())
    if update_golden:
        for stale in FOLDER.glob("*"):
            stale.unlink()
        write_handbook(FOLDER)
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == wanted


def test_every_link_of_the_handbook_leads_somewhere() -> None:
    written = pages(whole_handbook())
    anchors = {name: {slug(heading) for heading in re.findall("^## (.*)$", page, re.MULTILINE)} for name, page in written.items()}
    links = [link for page in written.values() for link in re.findall(r"\]\(([^)]*)\)", page)]
    assert len(links) > 2 * len(ALL)
    for link in links:
        name, _, anchor = link.partition("#")
        assert name in written
        assert not anchor or anchor in anchors[name]


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading of letters, digits and hyphens."""
    return heading.lower().replace(" ", "-")


def test_every_rule_belongs_to_a_family_and_has_an_entry_with_all_its_examples() -> None:
    entries = {entry.code: entry for section in whole_handbook() for entry in section.entries if isinstance(entry, Entry)}
    assert entries.keys() == {rule.code for rule in ALL}
    for rule in ALL:
        entry = entries[rule.code]
        shown = [tuple(mark.message.zh for mark in example.marked) for example in entry.bad]
        stated = [tuple(find.split(" ", 1)[1] for find in example.finds) for example in rule.bad]
        assert (entry.name, entry.severity, len(entry.good), shown) == (rule.name, rule.severity, len(rule.good), stated)
        assert entry.fix is not None or all(mark.fix is not None for example in entry.bad for mark in example.marked)
        assert "{" not in entry.says.zh + entry.says.en


def test_the_families_are_told_apart() -> None:
    words = [word for family in FAMILIES for word in family.words]
    assert len(words) == len(set(words))
    assert all(re.fullmatch("[A-Z]{3}", family.prefix) and family.about.zh.endswith("。") for family in FAMILIES)


@pytest.mark.parametrize("asked", ["KPI003", "kpi3", "kpi-003", "ＫＰＩ００３", "too-few-kpis", "Too Few KPIs", " KPI003 "])
def test_a_rule_is_found_however_its_code_or_name_is_spelt(asked: str) -> None:
    assert [entry.code for entry in handbook(asked).entries] == ["KPI003"]


@pytest.mark.parametrize("asked", ["OVL", "ovl", "重叠", "职责重叠", "overlaps"])
def test_a_family_is_found_by_its_prefix_and_by_what_people_call_it(asked: str) -> None:
    (section,) = handbook(asked).sections
    assert (section.prefix, section.count, len(section.entries)) == ("OVL", section.count, section.count)


def test_words_are_looked_for_in_all_rules_and_the_best_hit_stands_first() -> None:
    assert [line.code for line in handbook("权重").hits][:2] == ["KPI001", "KPI002"]
    assert best("没有目标值") == best("沒有目標值") == "KPI005"
    assert best("several superiors") in ("ORG002", "ORG003")
    assert 1 < len(handbook("岗位").hits) <= 8


def best(asked: str) -> str:
    found = handbook(asked)
    return (*found.entries, *found.hits)[0].code


def test_a_single_hit_is_shown_in_full() -> None:
    assert [entry.code for entry in handbook("expired waiver").entries] == ["STR027"]


def test_what_stands_in_the_examples_of_a_rule_is_not_what_it_says() -> None:
    assert "客户沟通" in str(handbook("STR012").entries[0].bad)
    with pytest.raises(NotInHandbook):
        handbook("客户沟通")


@pytest.mark.parametrize(("asked", "near"), [("weigth-missing", "weight-missing"), ("GAP999", "GAP"), ("措词", "措辞")])
def test_what_nothing_is_called_is_told_with_what_may_be_meant(asked: str, near: str) -> None:
    with pytest.raises(NotInHandbook) as raised:
        handbook(asked)
    assert near in raised.value.near


def test_an_entry_tells_the_thresholds_that_the_rule_goes_by_and_who_reports_it() -> None:
    (entry,) = handbook("KPI004").entries
    assert (entry.thresholds, entry.commands) == ({"most_kpis": 7}, ("lint", "check"))
    assert handbook("STR003").entries[0].commands == ("lint",)
    assert handbook("GAP001").entries[0].commands == ("check",)
    assert handbook("GAP001").entries[0].thresholds == {}


def test_writing_the_handbook_again_changes_nothing(tmp_path: Path) -> None:
    first = write_handbook(tmp_path)
    assert set(first.values()) == {True}
    assert set(write_handbook(tmp_path).values()) == {False}
