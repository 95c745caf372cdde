"""Every character of a document is in a value or in what was left out, once."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from salesduty.intake.draft import draft
from salesduty.intake.encoding import decode
from salesduty.results.draft import Draft, DraftDuty, DraftKpi
from salesduty.toolkit.importing import lexicon

_WORDS = [
    "销售经理",
    "岗位职责：",
    "任职要求",
    "一、",
    "（一）",
    "1.",
    "1、",
    "①",
    "负责",
    "客户；",
    "。",
    "直接上级：总监",
    "\n",
    "\n\n",
    " ",
    "\\n",
    "&nbsp;",
    "<p>",
    "第1页",
    "(zé)",
    "权重",
    "\t",
    "30%",
    "A.",
]
texts = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=4)), max_size=60).map("".join)


def said(value: Any) -> str:
    """All characters in the values of a draft. A title is said again in its text."""
    if isinstance(value, str):
        return value
    if isinstance(value, DraftDuty):
        return value.text + (value.number or "") + said(value.children) + "".join(text for _, text in value.details)
    if isinstance(value, dict):
        return "".join(map(said, value.values()))
    if isinstance(value, (tuple, list)):
        return "".join(map(said, value))
    if is_dataclass(value):
        return "".join(
            said(getattr(value, field.name))
            for field in fields(value)
            if field.name not in ("file", "kind", "notes", "reason", "where")
            or (field.name == "kind" and isinstance(value, DraftKpi))
        )
    return ""


def visible(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def missing(source: str, found: Draft) -> Counter[str]:
    return visible(source) - visible(said(found))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_no_character_is_lost(text: str) -> None:
    data = text.encode()
    assert not missing(decode(data)[0], draft(data, "职责.txt", lexicon()))
