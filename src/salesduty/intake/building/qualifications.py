"""What kind of qualification a sentence asks for."""

from __future__ import annotations

import re

from salesduty.intake.lexicon import plain

KINDS = ("education", "experience", "skills", "traits", "certificates")
_SIGNS = (
    ("education", re.compile(r"学历|本科|大专|专科|硕士|博士|中专|高中|初中|毕业|院校")),
    ("certificates", re.compile(r"证书|执业证|资格证|上岗证|驾照|驾驶证|驾驶执照|职称|持证|执照|[四六]级|CET")),
    ("experience", re.compile(r"经验|经历|年以上|从业")),
    ("skills", re.compile(r"熟悉|熟练|掌握|精通|了解|能力|技能|技巧|办公软件|会使用|运用|操作|知识|普通话|英语")),
    ("traits", re.compile(r"责任心|责任感|性格|吃苦|耐劳|团队|诚信|诚实|热情|积极|敬业|抗压|压力|心态|品行|正直|细心|认真|踏实|形象|气质|身高|年龄|周岁|岁|身体|健康|精神|意识|热爱|进取|开朗|外向")),
)  # fmt: skip


def kind(text: str) -> str:
    """Return the field of qualifications that `text` goes to, `other` where its words do not tell."""
    said = plain(text)
    return next((key for key, pattern in _SIGNS if pattern.search(said)), "other")
