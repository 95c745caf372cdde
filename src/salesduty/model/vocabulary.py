"""What the analysis of duties knows of the language: verbs, terms, areas, regions, other names, kinds of department."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from salesduty.model.choices import Action, Level, TermKind, VerbRole
from salesduty.model.part import Part, about
from salesduty.model.values import ONE_OR_MANY, AreaId, Name, Sentence, listed


def _split(value: Any) -> Any:
    """Words in one line stand between blanks; an item of a list may hold blanks itself."""
    return value.split() if isinstance(value, str) else listed(value)


Words = Annotated[tuple[Name, ...], BeforeValidator(_split), WithJsonSchema(ONE_OR_MANY)]
"""Words in one line with blanks between them, or a list."""


class Verb(Part, title="动词组"):
    """动词组: words for one and the same action."""

    id: Name = about("编号", "动词组的编号；已有的编号表示给它添词。", example="collect")
    action: Action | None = about("动作", "这些词说的是哪种动作。", example="do", default=None)
    role: VerbRole | None = about("作用", "把动作让给后面的动词，或管住后面的动词。", example="light", default=None)
    words: Words = about("词", "用空格隔开的词。", example="催收 催款", default=())
    kin: Words = about("近义族", "属于哪几族近义的动词组；同族的才可能说同一件事。", example="collect", default=())


class Term(Part, title="词条"):
    """词条: words for one and the same thing."""

    id: Name = about("编号", "词条的编号；已有的编号表示给它添词。", example="payment")
    words: Words = about("词", "指同一样东西的词，用空格隔开。", example="货款 应收账款", default=())
    under: Name | None = about("上位词", "它是哪个词条的一种。", example="payment", default=None)
    area: AreaId | None = about("职责领域", "单独出现时最可能说的领域。", example="C13.collect", default=None)
    kind: TermKind | None = about("词条类型", "人或单位，或没有内容的词。", example="party", default=None)


class Pair(Part, title="动宾搭配"):
    """动宾搭配: verbs with objects that together tell the facet. Without verbs, any verb will do."""

    verbs: Words = about("动词组", "动词组的编号。", example="sign", default=())
    objects: Words = about("对象", "词条的编号。", example="contract", default=())


class Facet(Part, title="领域细分"):
    """领域细分: one part of an area."""

    id: Name = about("编号", "细分的编号，英文小写。", example="collect")
    name: Sentence | None = about("细分名称", "细分的名称。", example="催收", also="名称", default=None)
    words: Words = about("词", "单独出现就说明是它的词。", example="催款 清欠", default=())
    when: tuple[Pair, ...] = about("搭配", "动词和对象都对上才说明是它。", default=())
    also: Words = about("还算承担", "负责它的人，也算负责这些领域。", example="M05.develop", default=())
    drawn_up: bool | None = about("靠制定", "没有写动词时，说的是制定它。", default=None)
    apart: bool | None = about("单列", "有人负责同一领域的其他细分，不算有人负责它。", default=None)


class Area(Part, title="职责领域"):
    """职责领域: a node of the taxonomy."""

    id: Name = about("编号", "领域的编号：字母加两位数字。", example="C13")
    name: Sentence | None = about("领域名称", "领域的名称。", example="回款", also="名称", default=None)
    facets: tuple[Facet, ...] = about("细分", "领域的各个部分。", default=())
    routine: bool | None = about("日常事务", "在这个领域里编制、建立都是执行，不是规划。", default=None)
    own: bool | None = about("各有一份", "每个岗位各有自己的一份，不算重叠。", default=None)
    watched: bool | None = about("外部事物", "在这个领域里关注、监控就是执行，不是审核。", default=None)


class Region(Part, title="区域词条"):
    """区域词条: a region and the smaller ones in it."""

    name: Name = about("区域名称", "区域的名称。", example="华东", also="名称")
    aliases: Words = about("别名", "同一区域的其他叫法。", default=())
    includes: Words = about("包含", "它包含的区域。", example="上海 江苏 浙江", default=())


class Alias(Part, title="对象别名"):
    """对象别名: other names of a party that posts hand over to."""

    name: Name = about("通用名称", "最常用的叫法。", example="财务部", also="名称")
    words: Words = about("词", "其他叫法，用空格隔开。", example="财务 会计部", default=())


class Requirement(Part, title="必备领域"):
    """必备领域: an area that a kind of department must hold, and at which level."""

    area: AreaId = about("职责领域", "必须有人负责的领域。", example="C13", short=True)
    at: Annotated[tuple[Level, ...], BeforeValidator(_split), WithJsonSchema(ONE_OR_MANY)] = about(
        "层级", "通常由哪一级岗位负责，写几个层级表示都可以。", example="staff", default=()
    )
    why: Sentence | None = about("理由", "缺了会怎样。", default=None)


class Profile(Part, title="部门类型"):
    """部门类型: a kind of department and the areas that it must hold."""

    id: Name = about("编号", "部门写在 profile 里的编号。", example="manufacturing")
    name: Sentence | None = about("类型名称", "类型的名称。", example="制造", also="名称", default=None)
    base: Name | None = about("基于", "先取哪个类型的必备领域。", example="general", default=None)
    requires: tuple[Requirement, ...] = about("必备领域", "必须有人负责的领域。", default=())
    without: Words = about("不要求", "基于的类型里不适用的领域。", example="C12", default=())
