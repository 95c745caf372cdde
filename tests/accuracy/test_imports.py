"""Import reads the labelled documents no worse than it was recorded, and the scorer notices what is wrong.

The figures are printed: pytest tests/accuracy/test_imports.py -s. After a change for the better: --update-golden.
"""

from __future__ import annotations

import json
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from accuracy import imports
from accuracy.importing.scoring import score
from accuracy.importing.sources import documents, read_label
from accuracy.importing.tally import KINDS, Score
from accuracy.importing.values import canonical, same, strings
from accuracy.imports import DOCUMENTS, FIGURES, GOLD, LOWER_IS_BETTER
from salesduty.cli import main

SLACK = 0.005
"""Figures are kept to three digits; a single duty of the set weighs about as much as this."""
SAMPLES = GOLD.parents[1] / "samples"

LABEL: dict[str, Any] = {
    "complete": True,
    "department": "客房部",
    "department_duties": ["对客房的清洁与设施负责", {"text": "布草管理", "children": ["每月盘点布草"]}],
    "posts": [
        {
            "name": "楼层主管",
            "headcount": "3名",
            "reports_to": "客房部经理",
            "duties": [{"text": "查房", "children": ["每班抽查不少于十间", "记录不合格项"]}, "排班"],
            "qualifications": ["中专以上学历"],
            "authorities": ["退回不合格客房"],
            "kpis": [{"name": "查房合格率", "weight": "40%", "target": "≥95%", "scoring": "每低1个百分点扣2分"}],
        },
        {"name": "服务员", "part": "第二篇", "duties": ["按标准清扫客房", "上报遗留物品"]},
    ],
    "processes": [{"name": "报修", "steps": ["填单", "派工", "到场维修"]}],
    "sla": [{"item": "报修", "limit": "15分钟内到场"}],
    "noise": ["下载本文档"],
}


def test_what_agrees_with_its_label_is_perfect() -> None:
    result = _result()
    text = "".join(strings(result, ("title",)))
    told = score(result, LABEL, text)
    assert {kind: tally.f1 for kind, tally in told.kinds.items()} == dict.fromkeys(KINDS, 1.0)
    assert {kind: tally.found for kind, tally in told.kinds.items()} == {
        "posts": 2,
        "duties": 6,
        "duties anywhere": 9,
        "nesting": 3,
        "department duties": 3,
        "qualifications": 1,
        "authorities": 1,
        "kpi fields": 4,
        "facts": 3,
        "steps": 3,
        "promises": 1,
    }
    assert (told.noise_share, told.strange_share, told.conserved) == (0.0, 0.0, 1.0)


def test_what_is_wrong_is_noticed() -> None:
    result = _result()
    first, second = result["posts"]
    first["duties"][0]["children"] = ["每班抽查不少于十间下载本文档"]
    first["kpis"][0]["weight"] = 30
    first["headcount"] = 2
    second["duties"] += ["公司简介与企业文化"]
    result["posts"].append({"name": "附件", "duties": []})
    told = score(result, LABEL, "客房部丢了")
    wrong = {kind: (tally.missed, tally.extra) for kind, tally in told.kinds.items() if tally.missed or tally.extra}
    assert wrong == {
        "posts": ([], ["附件"]),
        "duties": (
            ["楼层主管 · 每班抽查不少于十间", "楼层主管 · 记录不合格项"],
            ["楼层主管 · 每班抽查不少于十间下载本文档", "服务员 [第二篇] · 公司简介与企业文化"],
        ),
        "duties anywhere": (
            ["每班抽查不少于十间", "记录不合格项"],
            ["每班抽查不少于十间下载本文档", "公司简介与企业文化"],
        ),
        "nesting": (
            ["楼层主管 · 查房 > 每班抽查不少于十间", "楼层主管 · 查房 > 记录不合格项"],
            ["楼层主管 · 查房 > 每班抽查不少于十间下载本文档"],
        ),
        "kpi fields": (["楼层主管 · 查房合格率.weight = 40"], ["楼层主管 · 查房合格率.weight = 30"]),
        "facts": (["楼层主管 · headcount = 3"], ["楼层主管 · headcount = 2"]),
    }
    assert (told.noise.extra, sorted(told.strange.extra)) == (
        ["下载本文档 in 每班抽查不少于十间下载本文档"],
        ["公司简介与企业文化", "附件"],
    )
    assert "".join(sorted(told.lost.elements())) == "丢了"


def test_texts_are_the_same_within_one_character_in_a_hundred() -> None:
    long = "逐笔核对" * 25
    assert same(canonical("对账 ，每月；"), canonical("对账,每月。"))
    assert same(long, long[:50] + "错" + long[51:])
    assert same(long, long[:50] + long[51:])
    assert not same(long, long[:50] + "两处" + long[52:])
    assert not same("每月对账", "每日对账")


def test_scores_add_up() -> None:
    one = score(_result(), LABEL)
    none = score({}, LABEL)
    both = one + none
    assert (both.kinds["posts"].found, len(both.kinds["posts"].missed)) == (2, 2)
    assert (Score() + one).figures() == one.figures()


def _result() -> dict[str, Any]:
    result = deepcopy(LABEL)
    result["department"] = {"name": "客房部"}
    result["processes"][0]["steps"][2] = {"text": "到场维修", "sla": "15分钟内到场"}
    result["posts"][0]["duties"][0]["title"] = "查房"
    result.pop("sla")
    result.pop("noise")
    result.pop("complete")
    return result


@pytest.mark.parametrize("name", ["own", "held", "doc", "gold"])
def test_documents_are_read_no_worse_than_recorded(name: str, update_golden: bool) -> None:
    given = imports.sets()[name]
    if not given:
        pytest.skip("the labelled documents of the workplace are not here")
    if name == "doc" and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not here, which reads Word 97")
    if update_golden:
        pytest.skip("the figures are being recorded")
    told = imports.total(given)
    print(f"\n{name}", imports.totals(told), sep="\n")
    assert worse(told.figures(), json.loads(FIGURES.read_text(encoding="utf-8"))[name]) == {}


def test_a_worse_figure_is_noticed() -> None:
    recorded = json.loads(FIGURES.read_text(encoding="utf-8"))["own"]
    poorer = recorded | {"posts": recorded["posts"] - 0.01, "noise let in": recorded["noise let in"] + 0.01}
    assert [*worse(poorer, recorded)] == ["posts", "noise let in"]
    assert worse(recorded | {"duties": recorded["duties"] - 0.004}, recorded) == {}


def test_what_is_reached_is_recorded(update_golden: bool) -> None:
    if not update_golden:
        pytest.skip("only with --update-golden")
    imports.record()


def test_the_own_set_is_large_and_varied_enough() -> None:
    given = [*documents(DOCUMENTS)]
    labels = [read_label(label) for _, label in given]
    assert len(given) >= 34
    assert 3 * sum(path.parent.name == "held" for path, _ in given) >= len(given) - 3
    assert {path.suffix for path, _ in given} == {".txt", ".md", ".html", ".docx", ".doc", ".xlsx", ".csv", ".pdf"}
    assert sum(label["made_by"] != "an editor" for label in labels) >= 10
    assert len({label["made_by"] for label in labels}) >= 6
    assert sum(path.stat().st_size for path in DOCUMENTS.rglob("*.*")) < 1_500_000


@pytest.mark.parametrize("number", range(5))
def test_samples_become_definitions_without_errors(number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = SAMPLES / f"source{number}.txt"
    if not sample.exists():
        pytest.skip("the samples of the workplace are not here")
    roles = tmp_path / "roles"
    assert main(["import", str(sample), "--to", str(roles)]) in (0, 1)
    capsys.readouterr()
    assert main(["lint", str(roles), "--format", "json"]) in (0, 1)
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [finding["message"] for finding in findings if finding["severity"] == "error"] == []
    assert [*roles.rglob("*.yaml")]


def worse(figures: dict[str, float], recorded: dict[str, float]) -> dict[str, str]:
    return {
        figure: f"{value} was {recorded[figure]}"
        for figure, value in figures.items()
        if (value - recorded[figure]) * (-1 if figure in LOWER_IS_BETTER else 1) < -SLACK
    }
