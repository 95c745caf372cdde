"""Posts: what one kind of seat in a department answers for, may do, needs and is measured by."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from salesduty.model.choices import GroupBy, Level, Status
from salesduty.model.duty import Duty
from salesduty.model.kpi import PostKpi
from salesduty.model.part import Part, about
from salesduty.model.values import Headcount, Limit, Name, Ref, Refs, Sentence, Texts


class Authority(Part, title="权限"):
    """权限: what a post may decide on its own."""

    id: Name | None = about("编号", "在岗位内不重复的编号。", example="contract-under-500k", default=None)
    text: Sentence = about("权限内容", "用一句话写清可以决定什么。", example="50 万元以下合同的审核权", short=True, also="内容")
    limit: Limit | None = about("金额范围", "权限的金额区间，单位元。", example="<500000", default=None, also="金额上限")


class Qualifications(Part, title="任职资格"):
    """任职资格: what somebody in the post must bring."""

    education: Sentence | None = about("学历", "学历和专业。", example="大专及以上", default=None)
    experience: Sentence | None = about("经验", "年限和领域。", example="三年以上同行业销售经验", default=None)
    skills: Texts = about("技能", "能做什么。", default=())
    traits: Texts = about("素质", "是怎样的人。", default=())
    certificates: Texts = about("证书", "必须持有的证书。", default=())
    other: Texts = about("其他要求", "不属于上面几类的要求。", short=True, default=())


class Relation(Part, title="联系对象"):
    """A party that a post works with, and about what."""

    party: Sentence = about("联系对象", "和谁联系。", example="财务部", short=True)
    about: Sentence | None = about("联系事项", "为什么事联系。", example="核对到账", default=None)


class Relations(Part, title="工作关系"):
    """工作关系 of a post."""

    internal: tuple[Relation, ...] = about("内部关系", "公司内部的联系对象。", default=())
    external: tuple[Relation, ...] = about("外部关系", "公司外部的联系对象。", default=())


class Group(Part, title="岗位分组"):
    """The set of posts that a post belongs to, and what tells its posts apart."""

    by: GroupBy | None = about("划分依据", "按什么划分。", example="stage", default=None)
    value: Sentence = about("分组", "属于哪一组。", example="获客", short=True)


def _as_other(value: Any) -> Any:
    return {"other": value} if isinstance(value, list) else value


class Post(Part, title="岗位"):
    """岗位: a post, filled by one or more people."""

    id: Name | None = about("编号", "在部门内不重复的编号，英文小写加连字符。", example="area-manager", default=None)
    name: Name = about("岗位名称", "岗位的名称。", example="大区经理", also="名称")
    aliases: Refs = about("别名", "同一岗位的其他叫法。", example=["区域经理"], default=())
    level: Level | None = about("层级", "总监、经理、主管或员工。", example="manager", default=None)
    group: Group | None = about("岗位分组", "按环节、客户、区域、产品等划分的组。", default=None)
    status: Status = about("岗位状态", "在岗、拟设或已撤销。", default=Status.active)
    when: Sentence | None = about("设立条件", "拟设岗位在什么情况下设立，撤销岗位何时撤销。", default=None)
    reports_to: Refs = about("直接上级", "向谁汇报。", example="director", default=())
    appraised_by: Refs = about("考核人", "由谁给这个岗位考核评分，不写表示由直接上级考核。", example="director", default=())
    headcount: Headcount | None = about("编制", "编制人数。", example=2, default=None)
    purpose: Sentence | None = about("岗位目的", "设这个岗位是为了什么。", default=None)
    duties: tuple[Duty, ...] = about("岗位职责", "这个岗位对哪些事负责。", default=(), also="职责")
    authorities: tuple[Authority, ...] = about("岗位权限", "可以自己决定的事。", default=(), also="权限")
    qualifications: Annotated[Qualifications | None, BeforeValidator(_as_other)] = about(
        "任职资格", "任职的人要具备什么。", default=None
    )
    relations: Relations | None = about("工作关系", "经常和谁打交道。", default=None)
    kpis: tuple[PostKpi, ...] = about("绩效指标", "用哪些指标考核，各占多少。", default=())
    deputy: Ref | None = about("备岗", "不在时由谁代理。", example="rep", default=None)
