"""Words that say the same: two spellings of one word, and words that a company uses side by side for one thing.

The spellings are those that 《第一批异形词整理表》 (GF 1001-2001) recommends and its variants, and 账 for 帐 in what has to do
with money. The groups are of words seen side by side in descriptions of posts; which of them a company wants its settings say.
Strings in, values out; texts are as written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_ACCOUNTS = "款户号单目本龄期"
SPELLINGS: Mapping[str, str] = {
    **{f"帐{char}": f"账{char}" for char in _ACCOUNTS},
    **{f"{char}帐": f"{char}账" for char in "台对记坏呆结报入"},
    "定单": "订单",
    "定货": "订货",
    "签定": "签订",
    "计画": "计划",
    "赢利": "盈利",
    "赢余": "盈余",
}
"""Spellings with the one to write instead."""
_SPELLED = re.compile(
    f"帐[{_ACCOUNTS}]|[台对记坏呆结报入]帐(?!篷)|(?<![制拟确固规核设指约签鉴评审稳限特选])定(?:单(?![价位独据个元一品])|货(?![位物源架款期车币]))|签定|(?<!设)计画|赢[利余]"
)
GROUPS: tuple[tuple[str, ...], ...] = (
    ("回款", "货款", "应收账款", "应收款"),
    ("客户", "顾客"),
    ("供应商", "供货商"),
    ("患者", "病人"),
    ("发货", "出货"),
    ("岗前培训", "入职培训"),
)
"""Words that stand for one thing as often as for two, so that using several of them is worth a question."""
_INSIDE = {"货款": ("退货款", "进货款"), "出货": ("发出货", "取出货", "出货物", "出货架"), "应收款": ("其他应收款",)}


class Word(NamedTuple):
    """A word of a text, where it stands, and what it should be."""

    start: int
    word: str
    instead: str


def misspelt(text: str) -> list[Word]:
    """Return the words of `text` that are spelled in a way that is not recommended."""
    return [Word(each.start(), each[0], SPELLINGS[each[0]]) for each in _SPELLED.finditer(text)]


def replaced(text: str, glossary: Mapping[str, tuple[str, ...]]) -> list[Word]:
    """Return the words of `text` that `glossary` (the word wanted: the others) replaces, none inside a longer word of it."""
    instead = {other: wanted for wanted, others in glossary.items() for other in others}
    words = sorted({*instead, *glossary}, key=lambda word: (-len(word), word))
    if not instead:
        return []
    found = re.finditer("|".join(map(re.escape, filter(None, words))), text)
    return [Word(each.start(), each[0], instead[each[0]]) for each in found if each[0] in instead]


def used(text: str, group: tuple[str, ...]) -> dict[str, int]:
    """Return the words of `group` that `text` holds, each with how often, none counted inside another or in a longer word."""
    counted: dict[str, int] = {}
    for word in sorted(group, key=len, reverse=True):
        count = text.count(word) - sum(text.count(longer) for longer in _INSIDE.get(word, ()))
        count -= sum(text.count(other) for other in group if word in other and word != other)
        if count > 0:
            counted[word] = count
    return counted
