"""Which KPIs are on a card together."""

from __future__ import annotations

import pytest

from salesduty.toolkit.load import load
from salesduty.views.cards import cards


def told(kpis: str, appraisal: str = "{}") -> list[tuple[str, list[int], float | None]]:
    text = f"department: {{id: d, name: 部}}\npost: {{id: a, name: 员, level: staff, kpis: [{kpis}]}}\nappraisal: {appraisal}\n"
    (department,) = load({"a.yaml": text}).departments
    return [(card.word, [one.number for one in card.scored], card.weight) for card in cards(department.posts[0], department)]


@pytest.mark.parametrize(
    ("kpis", "appraisal", "expected"),
    [
        ("", "{}", []),
        ("{name: 甲, weight: 60, cycle: monthly}, {name: 乙, weight: 40, cycle: monthly}", "{}", [("月度", [1, 2], 100)]),
        (
            "{name: 甲, cycle: yearly}, {name: 乙, weight: 30, cycle: monthly}, {name: 丙, weight: 30, cycle: P3M}",
            "{}",
            [("月度", [2], 30), ("季度", [3], 30), ("年度", [1], None)],
        ),
        ("{name: 甲}, {name: 乙, cycle: quarterly}", "{}", [("季度", [1, 2], None)]),
        ("{name: 甲, weight: 20}", "{cycles: [{cycle: monthly}]}", [("月度", [1], 20)]),
        ("{name: 甲}", "{cycles: [{cycle: monthly}, {cycle: yearly, levels: [director]}]}", [("月度", [1], None)]),
        ("{name: 甲}", "{cycles: [{cycle: monthly}, {cycle: yearly}]}", [("", [1], None)]),
        (
            "{name: 甲}, {name: 乙, cycle: monthly}, {name: 丙, cycle: yearly}",
            "{}",
            [("月度", [2], None), ("年度", [3], None), ("", [1], None)],
        ),
        ("{name: 甲, cycle: P10D}, {name: 乙, cycle: on-event}", "{}", [("按需", [2], None), ("每10天", [1], None)]),
    ],
)
def test_cards(kpis: str, appraisal: str, expected: list[tuple[str, list[int], float | None]]) -> None:
    assert told(kpis, appraisal) == expected


def test_a_reference_goes_with_the_cycle_of_its_definition() -> None:
    text = "department: {id: d, name: 部}\npost: {id: a, name: 员, kpis: [{ref: k, weight: 5}]}\nkpi: {id: k, name: 指, cycle: yearly}\n"
    (department,) = load({"a.yaml": text}).departments
    (card,) = cards(department.posts[0], department)
    assert (card.cycle, card.scored[0].written.ref, card.scored[0].measure.name) == ("yearly", "k", "指")
