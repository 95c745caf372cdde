"""The names that a template of Word may use: every field of the model, and what documents work out besides.

These names are a promise: a template that a company keeps goes on working. A name may be added, none may change its meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin

from salesduty.model.appraisal import Appraisal, AppraisalCycle, Grade, Principle
from salesduty.model.department import (
    Department,
    Function,
    Meeting,
    Numbering,
    Outside,
    Promise,
    Signal,
    System,
    Waiver,
)
from salesduty.model.duty import Duty, Scope
from salesduty.model.fields import parts_in
from salesduty.model.kpi import Kpi, PostKpi, Scoring, Share
from salesduty.model.part import ALSO, Part
from salesduty.model.post import Authority, Group, Post, Qualifications, Relation, Relations
from salesduty.model.process import Process, Step
from salesduty.results.record import Kind, Name

PARTS: Mapping[type[Part], tuple[str, ...]] = MappingProxyType(
    {
        Department: ("name",),
        Function: ("name", "text"),
        Meeting: ("name",),
        Outside: ("name",),
        System: ("name",),
        Signal: ("watch",),
        Promise: ("text",),
        Waiver: ("rule", "reason"),
        Numbering: ("style",),
        Post: ("name",),
        Group: ("by", "value"),
        Duty: ("title", "text"),
        Scope: ("summary",),
        Authority: ("text",),
        Qualifications: (),
        Relations: (),
        Relation: ("party", "about"),
        PostKpi: ("name",),
        Kpi: ("name",),
        Scoring: ("when", "score", "text"),
        Share: ("post", "share"),
        Process: ("name",),
        Step: ("name", "text"),
        Appraisal: (),
        AppraisalCycle: ("cycle", "focus"),
        Principle: ("title", "text"),
        Grade: ("name", "score"),
    }
)
"""Every model that a template sees, and the fields that it is said by where it is printed as a whole."""

_NUMBER = Name("number", "序号", "在清单里的序号；职责的序号与文件里的编号相同，如 1.、（1）、①。")
_DETAILS = Name("details", "说明", "内容之外写明的各项，每项有“名目”和“内容”。", of="detail", many=True)
_ALL = Name("all_duties", "全部职责", "各级职责从上到下排成一列，不分层。", of="duty", many=True)
_MORE: Mapping[type[Part], tuple[Name, ...]] = {
    Department: (
        Name("posts", "岗位清单", "部门的岗位，上级在前。", of="post", many=True),
        Name("processes", "流程清单", "部门的流程。", of="process", many=True),
        Name("kpis", "指标清单", "部门定义的绩效指标。", of="kpi", many=True),
        Name("appraisal", "考核方案", "部门的绩效考核方案。", of="appraisal"),
    ),
    Post: (
        Name("department", "所属部门", "岗位所在的部门，只有名称。"),
        _ALL,
        Name("team", "下属", "直接向这个岗位汇报的岗位，有编制的写明人数。", many=True),
        Name("given", "交给谁", "把什么交给谁，“名目”是对方，“内容”是东西。", of="detail", many=True),
        Name("taken", "谁交来", "从谁那里拿到什么，“名目”是对方，“内容”是东西。", of="detail", many=True),
    ),
    Function: (_NUMBER, _ALL),
    Duty: (_NUMBER, Name("depth", "层次", "第几层职责，从 1 数起。"), _DETAILS),
    Step: (
        _NUMBER,
        _DETAILS,
        _ALL,
        Name("holders", "责任岗位", "谁决定、执行、审核、协助、知会，每样一行。"),
    ),
    Scope: (Name("summary", "范围说明", "整个范围写成一句话。"),),
}
_NUMBERED = (Meeting, System, Signal, Promise, Waiver, Authority, Relation, PostKpi, Kpi, Process, Post, Principle, Grade)
"""What stands in tables with a number in the first column."""

_PAPER = Kind(
    "paper",
    "文件",
    (
        Name("title", "文件名称", "文件的标题。"),
        Name("subtitle", "副标题", "标题下面的一行，单个岗位的文件是部门名称。"),
        Name("company", "公司", "公司名称。"),
        Name("document_no", "文件编号", "公司文件体系中的编号。"),
        Name("version", "版本", "文件的版本。"),
        Name("effective", "生效日期", "从哪一天起执行。"),
        Name("term_from", "期限起", "责任期限从哪一天起，写成年月日；没有写生效日期时留空待填。"),
        Name("term_to", "期限止", "责任期限到哪一天止，写成年月日；没有写复审日期时留空待填。"),
    ),
    ("title",),
)
_DETAIL = Kind(
    "detail", "说明", (Name("label", "名目", "是哪一项，如 时限。"), Name("text", "内容", "这一项写了什么。")), ("label", "text")
)
_WHOLE = (
    Name("paper", "文件", "这份文件本身：标题、编号、版本。", of="paper"),
    Name("department", "部门", "部门和它的全部内容。", of="department"),
    Name("posts", "岗位清单", "部门的岗位，上级在前。", of="post", many=True),
    Name("processes", "流程清单", "部门的流程。", of="process", many=True),
    Name("kpis", "指标清单", "部门定义的绩效指标。", of="kpi", many=True),
    Name("appraisal", "考核方案", "部门的绩效考核方案。", of="appraisal"),
    Name("hints", "提示页", "总是空的：写在“{%p if 提示页 %}”里的说明不会出现在生成的文件里。"),
)
_POST = Name("post", "岗位", "这份文件所写的岗位。", of="post")
_CARD = (
    Name("cycle", "考核周期", "这张考核表的周期；其他文件为空。"),
    Name("scored", "考核指标", "这张考核表里的指标；其他文件是岗位的全部指标。", of="post-kpi", many=True),
    Name("weight", "权重合计", "考核指标的权重之和。"),
)
DEPARTMENT, POST = "of-department", "of-post"
"""The kinds of what a template of a whole department, and of one post, sees."""


def kind_id(part: type[Part]) -> str:
    """Return the id of the kind of record that a model becomes."""
    return "".join("-" + letter.lower() if letter.isupper() else letter for letter in part.__name__).lstrip("-")


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind of record by id."""
    known = {kind_id(part): Kind(kind_id(part), _title(part), _names(part), said) for part, said in PARTS.items()}
    whole = (
        Kind(DEPARTMENT, "整个部门的文件", _WHOLE),
        Kind(POST, "一个岗位的文件", (_WHOLE[0], _POST, *_WHOLE[1:], *_CARD)),
    )
    return MappingProxyType({**known, **{kind.id: kind for kind in (_PAPER, _DETAIL, *whole)}})


def extra(part: type[Part]) -> tuple[Name, ...]:
    """Return the names that records of a model have besides its fields."""
    return (*_MORE.get(part, ()), *((_NUMBER,) if part in _NUMBERED else ()))


def _title(part: type[Part]) -> str:
    return str(part.model_config.get("title") or part.__name__)


def _names(part: type[Part]) -> tuple[Name, ...]:
    return (*_fields(part), *extra(part))


def _fields(part: type[Part]) -> Iterator[Name]:
    for name, field in part.model_fields.items():
        below = next(parts_in(field.annotation), None)
        more = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        yield Name(
            field.alias or name,
            str(field.title),
            str(field.description),
            tuple(str(more.get(ALSO, "")).split()),
            kind_id(below) if below is not None else "",
            _is_many(field.annotation),
        )


def _is_many(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_many(argument) for argument in get_args(annotation))
