"""One file: the entities that stand in it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from salesduty.model.appraisal import Appraisal
from salesduty.model.department import Department
from salesduty.model.kpi import Kpi
from salesduty.model.part import Part, about
from salesduty.model.post import Post
from salesduty.model.process import Process


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, (dict, str)) else value


_Posts = Annotated[tuple[Post, ...], BeforeValidator(_one_or_many)]
_Processes = Annotated[tuple[Process, ...], BeforeValidator(_one_or_many)]
_Kpis = Annotated[tuple[Kpi, ...], BeforeValidator(_one_or_many)]


class Document(Part, title="一个文件"):
    """What one YAML file may hold. The singular keys take one entity, the plural ones a list."""

    department: Department | None = about("部门", "部门本身；有它的文件夹就是一个部门。", default=None)
    appraisal: Appraisal | None = about("考核方案", "部门的绩效考核方案。", default=None)
    post: _Posts = about("岗位", "一个岗位。", default=())
    posts: _Posts = about("岗位清单", "多个岗位。", default=())
    process: _Processes = about("流程", "一个流程。", default=())
    processes: _Processes = about("流程清单", "多个流程。", default=())
    kpi: _Kpis = about("指标", "一个绩效指标。", default=())
    kpis: _Kpis = about("指标清单", "多个绩效指标。", default=())
