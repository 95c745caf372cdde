"""The appraisal scheme of a department: who is appraised when, on what principles, with what result."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from salesduty.model.choices import Level
from salesduty.model.part import Part, about
from salesduty.model.values import ONE_OR_MANY, Cadence, Name, Refs, Sentence, Texts, listed

Levels = Annotated[tuple[Level, ...], BeforeValidator(listed), WithJsonSchema(ONE_OR_MANY)]
"""One level or a list of them."""


class Principle(Part, title="考核原则"):
    """考核原则, one of them."""

    title: Sentence | None = about("标题", "几个字的小标题。", default=None)
    text: Sentence = about("原则内容", "用一句话写清。", short=True)


class AppraisalCycle(Part, title="考核安排"):
    """Who is appraised how often, and about what."""

    cycle: Cadence = about("考核周期", "多久考核一次。", example="monthly")
    levels: Levels = about("考核层级", "考核哪些层级。", example=["staff"], default=())
    posts: Refs = about("考核岗位", "考核哪些岗位，不写则按层级。", default=())
    focus: Sentence | None = about("考核重点", "看什么。", default=None)


class Grade(Part, title="考核等级"):
    """考核等级, one of them."""

    name: Name = about("等级名称", "等级的名称。", example="优秀", short=True)
    score: Sentence | None = about("分数区间", "对应的分数。", example="≥90", default=None)
    share: Sentence | None = about("比例", "占考核人数的比例。", example="≤20%", default=None)
    consequence: Sentence | None = about("结果应用", "对薪酬、晋升的影响。", default=None)


class Appraisal(Part, title="考核方案"):
    """考核方案: principles, cycles, grades and what the results are used for."""

    principles: tuple[Principle, ...] = about("考核原则", "考核遵循的原则。", default=())
    cycles: tuple[AppraisalCycle, ...] = about("考核安排", "谁在哪个周期考核什么。", default=())
    grades: tuple[Grade, ...] = about("考核等级", "分几等，各是什么分数。", default=())
    uses: Texts = about("结果运用", "考核结果用在哪里。", default=())
