"""Judgement is no worse than it was: precision, recall and the rest against what figures.json holds.

The figures are printed: pytest tests/accuracy -s. After a change for the better: python tests/accuracy/score.py --record
"""

from __future__ import annotations

import json
from collections import Counter

import pytest

from accuracy import score
from accuracy.score import FIGURES, ORGANISATIONS, PAIRS, Gaps, figures_of_gaps, figures_of_pairs

SLACK = 0.005
"""Figures are kept to two digits."""
LOWER_IS_BETTER = ("layered", "false")


@pytest.mark.parametrize("name", PAIRS)
def test_pairs_are_judged_no_worse_than_recorded(name: str) -> None:
    rows = score.read_pairs(_present(PAIRS[name]))
    result = score.score_pairs(rows)
    print(score.shown_pairs(f"pairs {name}", result))
    _assert_no_worse(f"pairs {name}", figures_of_pairs(result))


def test_what_is_written_decides_pairs() -> None:
    result = score.score_pairs(score.read_pairs(PAIRS["own"]), written=True)
    print(score.shown_pairs("pairs own, fields written", result))
    assert min(result.precision, result.recall) >= 0.98
    assert result.layered_share == 0


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_organisations_are_judged_no_worse_than_recorded(name: str) -> None:
    result = score.score_organisations(score.read_organisations(_present(ORGANISATIONS[name])))
    print(score.shown_gaps(f"organisations {name}", result))
    _assert_no_worse(f"organisations {name}", figures_of_gaps(result))


def test_the_own_set_is_large_and_varied_enough() -> None:
    rows, organisations = score.read_pairs(PAIRS["own"]), score.read_organisations(ORGANISATIONS["own"])
    assert len(rows) >= 200
    assert len({row["industry"] for row in rows}) >= 6
    assert {row["label"] for row in rows} == {"duplicate", "layered", "related", "unrelated"}
    assert len(organisations) >= 12
    assert len({each["industry"] for each in organisations}) >= 6


def test_comparing_characters_does_not_solve_the_own_set() -> None:
    best = score.best_f1_of_characters(score.read_pairs(PAIRS["own"]))
    print(f"character 1-2-gram TF-IDF on the own pairs: best F1 {best:.2f}")
    assert 0.3 < best <= 0.65


def test_a_worse_figure_is_noticed() -> None:
    nothing = Gaps(Counter(step_no_owner=3), Counter(), ("a", "b"), ("c",), 2, 0, (), 1)
    with pytest.raises(AssertionError, match="found"):
        _assert_no_worse("organisations own", figures_of_gaps(nothing))


def test_an_industry_without_its_words_is_left_out_for_real() -> None:
    rows = [row for row in score.read_pairs(PAIRS["own"]) if row["industry"] == "教育培训"]
    with score.without("教育培训"):
        without = score.score_pairs(rows)
    assert without.recall < score.score_pairs(rows).recall


def _present(path: score.Path) -> score.Path:
    if not path.exists():
        pytest.skip("the labelled material of the workplace is not here")
    return path


def _assert_no_worse(name: str, figures: dict[str, float]) -> None:
    recorded = json.loads(FIGURES.read_text(encoding="utf-8"))[name]
    worse = {
        figure: f"{value} was {recorded[figure]}"
        for figure, value in figures.items()
        if (value - recorded[figure]) * (-1 if figure.startswith(LOWER_IS_BETTER) else 1) < -SLACK
    }
    assert worse == {}
