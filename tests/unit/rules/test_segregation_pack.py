"""The pack of pairs in the data and the rules about them say the same."""

from __future__ import annotations

import pytest

from salesduty.results.finding import WARNING
from salesduty.rules.kpis.carried import carried
from salesduty.rules.kpis.figures import figure, in_words
from salesduty.rules.segregation import judged
from salesduty.rules.segregation.judged import own_pair
from salesduty.toolkit.load import load
from salesduty.toolkit.vocabulary import standard


def test_every_pair_of_the_pack_has_a_rule_and_the_words_that_it_needs() -> None:
    pairs = standard().separations
    assert pairs.keys() == own_pair.COME_WITH_IT
    for pair in pairs.values():
        said = (pair.reason_en, pair.control, pair.control_en, pair.source, pair.one.name_en, pair.other.name_en)
        assert all(said), pair.id
        assert pair.severity == WARNING.name, pair.id


def test_what_a_pair_rests_on_is_what_its_rule_cites() -> None:
    cited = [rule.source.zh for rule in judged.RULES if rule.source is not None]
    assert [pair.source for pair in standard().separations.values()] == cited


@pytest.mark.parametrize(
    ("target", "unit", "said"),
    [
        ("≥100 万元", None, "100 万元"),
        ("1200", "万元", "1200 万元"),
        ("1,500 万", None, "1500 万元"),
        ("2 亿元以上", None, "2 亿元"),
        ("30 台", None, "30 台"),
        ("不低于 12", "家", "12 家"),
        ("500", "元", "500 元"),
        ("≥95%", None, None),
        ("≥95", "%", None),
        ("90 分", None, None),
        ("3 倍", None, None),
        ("2～4 家", None, None),
        ("两天以内", None, None),
        ("1200", None, None),
        ("≥8", "次/月", None),
    ],
)
def test_targets_that_are_figures(target: str, unit: str | None, said: str | None) -> None:
    written = f"unit: {unit!r}, " if unit else ""
    text = f"post: {{id: rep, name: 销售代表, kpis: [{{name: 指标, {written}target: {target!r}}}]}}\n"
    ((_, (kpi,)),) = carried(load({"rep.yaml": text}))
    found = figure(kpi)
    assert (in_words(found.amount, found.unit) if found is not None else None) == said
