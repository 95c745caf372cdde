"""Pairs of work that one and the same post must not hold: what comes with salesduty, and what a team adds to it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from salesduty.model.choices import Action, Gravity
from salesduty.model.part import Part, about
from salesduty.model.values import ONE_OR_MANY, AreaIds, Name, Sentence, listed
from salesduty.model.vocabulary import Words

_Actions = Annotated[tuple[Action, ...], BeforeValidator(listed), WithJsonSchema(ONE_OR_MANY)]


class Side(Part, title="不相容职务的一方"):
    """One side of a pair. A duty is meant where it has one of `words`, or meets all of the other fields that are given."""

    name: Sentence = about("事项", "这一方做什么，能接在“既”字后面。", example="审批订单")
    name_en: Sentence | None = about("英文事项", "英文消息里的说法，动词用第三人称。", example="approves orders", default=None)
    areas: AreaIds = about("职责领域", "属于哪些职责领域。", example=["C11.order"], default=())
    actions: _Actions = about("动作", "对这件事做什么。", example=["decide"], default=())
    verbs: Words = about("动词组", "用哪些动词组的词，写动词组的编号。", example="approve", default=())
    objects: Words = about("对象", "关于哪些词条，写词条的编号。", example="order", default=())
    words: Words = about("词", "句子里出现就算这件事的词。", example="批准发货", default=())
    without: Words = about("排除词", "同一个分句里出现就不算的词。", example="申请开票", default=())

    @property
    def says_what(self) -> bool:
        """Whether anything tells which work is meant; what is done with it alone does not."""
        return bool(self.areas or self.verbs or self.objects or self.words)


class Separation(Part, title="不相容职务"):
    """不相容职务: two things that one post must not do both, why, and what makes up for it where they cannot be parted."""

    id: Name = about("编号", "这一对职务的编号；与自带的编号相同时以这里写的为准。", example="approve-ship")
    name: Sentence = about("职务名称", "这一对职务的叫法。", example="审批订单与发货", also="名称")
    one: Side = about("一方", "其中一件事。")
    other: Side = about("另一方", "另一件事。")
    same: bool = about("同一对象", "两件事要关于同一样东西才算。", default=False)
    eased_by: Side | None = about("制衡", "有别的岗位做这件事，问题就轻一级。", default=None)
    reason: Sentence = about("理由", "放在一个岗位会出什么事。", example="一个人就能把货发给不该发的客户")
    reason_en: Sentence | None = about("英文理由", "英文消息里的理由。", default=None)
    control: Sentence | None = about("替代控制", "确实分不开时用什么办法弥补。", example="每周由财务部抽查发货单", default=None)
    control_en: Sentence | None = about("英文替代控制", "英文消息里的替代控制。", default=None)
    source: Sentence | None = about("依据", "来自哪条规定。", example="企业内部控制应用指引第9号", default=None)
    severity: Gravity = about("严重程度", "报成错误、警告还是提示。", example="warning", default=Gravity.warning)
