"""What KPIs measure, and which duties they fit."""

from __future__ import annotations

import json

import pytest

from salesduty.responsibility.measures import Measured, Measures, resembles, unmeasured
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.toolkit.load import load
from salesduty.toolkit.vocabulary import standard


def measures(duties: list[object], kpis: list[object]) -> Measures:
    posts = [
        {"id": "clerk", "name": "门店文员", "duties": duties, "kpis": kpis},
        {"id": "store", "name": "仓管员", "duties": ["每月盘点库存"]},
    ]
    written = {"department": {"id": "sales", "name": "销售部"}, "posts": posts}
    workspace = load({"roles/department.yaml": json.dumps(written, ensure_ascii=False)})
    return Measures(Responsibilities(workspace.departments[0], standard()))


def carried(found: Measures) -> tuple[Measured, ...]:
    return found.carried(found.found.department.active_posts[0])


@pytest.mark.parametrize(
    ("name", "general", "known"),
    [
        ("销售额达成率", True, None),
        ("客户满意度", True, None),
        ("托管资产增量", True, None),
        ("投诉处理及时率", False, True),
        ("库存准确率", False, True),
        ("引流私信数", False, None),
        ("土样检测份数", False, False),
    ],
)
def test_what_is_measured(name: str, general: bool, known: bool | None) -> None:
    (kpi,) = carried(measures(["给客户报价"], [{"name": name}]))
    assert kpi.general is general
    assert known is None or kpi.known is known


@pytest.mark.parametrize(
    ("kpi", "duty", "fits"),
    [
        ({"name": "回款率"}, "每月与客户对账", False),
        ({"name": "回款率"}, "催收货款", True),
        ({"name": "对账完成率"}, "每月与客户对账", True),
        ({"name": "库存准确率"}, "给客户报价", False),
        ({"name": "清零率", "drivers": ["C13"]}, "催收货款", True),
        ({"id": "speed", "name": "时限达成率"}, {"text": "给客户报价", "kpis": ["时限达成率"]}, True),
    ],
)
def test_fit(kpi: object, duty: object, fits: bool) -> None:
    found = measures([duty], [kpi])
    (own,) = found.by_post["sales/clerk"]
    assert (found.fit(carried(found)[0], own) > 0.5) is fits


def test_who_else_holds_it() -> None:
    found = measures(["给客户报价"], [{"name": "库存准确率"}, {"name": "样品发放准确率"}])
    assert [found.elsewhere(kpi) for kpi in carried(found)] == [("sales/store",), ()]


def test_resembling_characters() -> None:
    (kpi,) = carried(measures(["给客户报价"], [{"name": "样品准时寄出率"}]))
    assert resembles(kpi, "拿图纸找工厂做样，寄给客户")
    assert not resembles(kpi, "出货前到厂里开箱抽检")


@pytest.mark.parametrize(
    ("duties", "kpis", "left"),
    [
        (["催收货款", "给客户开发票"], ["回款率"], ["给客户开发票"]),
        (["催收货款", {"text": "给客户开发票", "kpis": ["票"]}], ["回款率"], []),
        (["催收货款", "陪客户录音录像", "把合同装袋寄走"], ["回款率", "双录合格率"], ["把合同装袋寄走"]),
        (["开结算单", "每月与客户对账", "登记承兑汇票"], ["结算单差错率", "对账完成率"], ["登记承兑汇票"]),
    ],
)
def test_unmeasured(duties: list[object], kpis: list[str], left: list[str]) -> None:
    found = measures(duties, [{"name": name} for name in kpis])
    own = found.by_post["sales/clerk"]
    assert [holding.text for holding in unmeasured(own, carried(found), found)] == left
