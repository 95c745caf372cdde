"""Duties, and the fields that duties and process steps have in common."""

from __future__ import annotations

from typing import Self

from salesduty.model.choices import Action, DutyKind
from salesduty.model.part import Part, about
from salesduty.model.values import AreaId, Cadence, Count, Limit, Name, Ref, Refs, Sentence, Texts


class Scope(Part, title="范围"):
    """范围: where a duty holds; what is left out is not limited, and `*` says so."""

    region: Texts = about("区域", "职责适用的区域。", example="华东", default=())
    product: Texts = about("产品", "职责适用的产品或产品线。", example="*", default=())
    tier: Texts = about("客户层级", "职责适用的客户层级。", example="key", default=())
    industry: Texts = about("行业", "职责适用的行业。", example="医疗", default=())
    customer: Texts = about("客户", "职责适用的客户或客户群。", example="已签约客户", default=())
    channel: Texts = about("渠道", "职责适用的销售渠道。", example="经销商", default=())
    team: Texts = about("团队", "职责适用的团队。", example="本组", default=())
    amount: Limit | None = about("金额", "职责适用的金额区间，单位元。", example="<500000", default=None)


class Work(Part, title="工作"):
    """What a duty and a step of a process have in common."""

    text: Sentence | None = about("内容", "用一句话写清做什么、做到什么程度。", short=True, default=None)
    kind: DutyKind | None = about("类别", "本岗职责、通用职责或兜底职责。", example="owned", default=None)
    area: AreaId | None = about("职责领域", "职责分类的编号，可带细分。", example="C08.review", default=None)
    action: Action | None = about("动作", "岗位对这件事做什么。", example="review", default=None)
    object: Sentence | None = about("对象", "动作的对象。", example="销售合同", default=None)
    scope: Scope | None = about("范围", "职责在哪个区域、产品、客户或金额范围内有效。", default=None)
    cadence: Cadence | None = about("频次", "多久做一次。", example="weekly", default=None)
    sla: Sentence | None = about("时限", "从触发到完成的最长时间。", example="2 工作日", default=None)
    inputs: Texts = about("输入", "做这件事需要拿到的东西。", example=["合同草案"], default=())
    outputs: Texts = about("产出", "做完之后交出的东西。", example=["审核意见"], default=())
    from_: Refs = about("来自", "输入由谁交来。", example=["rep"], default=(), alias="from")
    to: Refs = about("接收方", "产出交给谁。", example=["director"], default=())
    records: Texts = about("记录", "留下的表单或台账。", example=["合同评审表"], default=())
    authority: Ref | None = about("所用权限", "履行职责所用的权限，写权限的编号。", example="contract-under-500k", default=None)
    shared_with: Refs = about("共担岗位", "明确共同承担的岗位，不算重叠。", default=())
    kpis: Refs = about("衡量指标", "衡量这项职责的指标。", example=["contract-cycle"], default=())
    performers: Count | None = about("执行人数", "至少几个人完成，双人复核写 2。", example=2, default=None)
    systems: Refs = about("所用系统", "在哪些系统里完成。", example=["crm"], default=())
    acceptance: Sentence | None = about("验收标准", "接收方凭什么认可产出。", default=None)
    duties: tuple[Duty, ...] = about("下级职责", "这项职责之下的职责，层数不限。", default=(), also="职责")


class Duty(Work, title="职责"):
    """职责: one thing that a post answers for. A plain sentence is a whole duty."""

    id: Name | None = about("编号", "在岗位内不重复的编号，改了措辞也不变。", example="contract-review", default=None)
    title: Sentence | None = about("标题", "几个字的小标题。", example="合同评审", default=None)

    def walk(self, depth: int = 0) -> list[tuple[int, Self | Duty]]:
        """Return this duty and all below it in document order, each with its depth from here."""
        found: list[tuple[int, Self | Duty]] = [(depth, self)]
        for child in self.duties:
            found.extend(child.walk(depth + 1))
        return found


Work.model_rebuild()
