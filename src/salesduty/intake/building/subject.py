"""The department that a document is about, by its title: 财务部岗位职责汇编, 客服部关键绩效考核指标."""

from __future__ import annotations

import re
from collections.abc import Sequence

from salesduty.intake.building.naming import is_department
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import begins_with_verb
from salesduty.intake.lexicon import Lexicon, plain
from salesduty.intake.passage import Passage
from salesduty.intake.tables import Entry

_BEFORE = re.compile(r"\s*(?:[(（【\[《][^)）】\]》]{0,8}[)）】\]])?[《\s]*(?:关于)?")
_AFTER = (
    r"(?:各级|各类|各岗位?|全体|所有|相关|内部|岗位|职位|职员|人员|员工|工作|组织|管理|安全|主要|关键|绩效|KPI|kpi|考核|与|和|及|的|量化|目标)*"
    r"(?:职责|职能|责任|说明|手册|制度|流程|岗位|考核|指标|编制|机构|架构|一览|分工|汇编|KPI|kpi)"
)
_ENDS = ("部门", "事业部", "部", "中心", "科", "处", "室", "车间")
_MOST = 12
_LONGEST = 18


def subject(seen: Sequence[Sight | Entry], lexicon: Lexicon) -> Passage | None:
    """Return the name of the department in the title of a document; None where titles name none or more than one."""
    found = [name for each in seen[:_MOST] if isinstance(each, Sight) and (name := _named(each, lexicon)) is not None]
    return found[0] if found and len({plain(name.text) for name in found}) == 1 else None


def _named(each: Sight, lexicon: Lexicon) -> Passage | None:
    text = each.body.text
    if each.unit.family or each.sign.value.text:
        return None
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    for end in range(start + 2, min(len(text), start + _LONGEST)):
        name = text[start:end]
        if name.endswith(_ENDS) and re.match(_AFTER, text[end:]) and _is_one(name, lexicon):
            return each.body.cut(start, end)
    return None


def _is_one(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of one department: not 各部门, nor 公司部门."""
    general = plain(name).removesuffix("部门") in ("", *lexicon.posts.nobody)
    return (
        is_department(name, lexicon) and not general and not begins_with_verb(name) and not re.search(r"[\s、，,：:和与各]", name)
    )
