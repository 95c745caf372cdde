"""Sentences that name a field of work and not what comes of it: 负责销售管理工作. Strings in, values out.

Texts are in the normal spelling of `text.normal`.
"""

from __future__ import annotations

import re

from salesduty.text.actions import actions, leading_verb
from salesduty.text.times import says_when
from salesduty.text.verbs import HEADS, NOUN_LIKE, PLAIN

_CHARGE = re.compile("(?:全面|具体|主要|直接|统一|统筹|做到)?(负责|主管|分管|主抓|管理|主持|做好|抓好|搞好|从事)好?")
_EMPTY_END = re.compile("(?:工作|事务|事宜|事项|业务)$")
_OF_MANAGING = re.compile("对?[^,;。:()]{2,14}的(管理)")
_DETAIL = re.compile(r"[,;。:()《\d]")
_LONGEST = 40
_LONGEST_THING = 14
_SEVERAL = 2
_SHORT_VERBS = frozenset("做写开报签送交收发查问接打拍修装卖买找盯催教带")


def bare_charge(text: str) -> str:
    """Return the word of charge (负责, 管理 …) where a sentence says no more than what it is about, "" elsewhere."""
    said = text.strip().rstrip("。;,.")
    if len(said) > _LONGEST or _DETAIL.search(said) or says_when(said):
        return ""
    match = _CHARGE.match(said)
    if match is None:
        match = _OF_MANAGING.fullmatch(said)
        return match[1] if match else ""
    thing = said[match.end() :]
    if not thing or thing in NOUN_LIKE:
        return match[1]
    if _EMPTY_END.search(thing):
        return match[1] if len(actions(said)) < _SEVERAL and not _is_done(thing) else ""
    short = len(thing) <= _LONGEST_THING and match[1] in ("负责", "主管", "分管", "主抓", "管理")
    return match[1] if short and not has_verb(thing.removesuffix("管理")) else ""


def _is_done(thing: str) -> bool:
    """Tell whether an act on something is named: 制定培训计划等工作, but not 客户的接待工作."""
    verb = leading_verb(thing)
    return bool(verb) and verb not in NOUN_LIKE and thing[len(verb) : len(verb) + 1] not in ("、", "和", "及", "与", "的", "工")


def has_verb(text: str) -> bool:
    """Tell whether a normal text holds any verb that duties are written with."""
    pairs = {text[start : start + 2] for start in range(len(text) - 1)}
    return not pairs.isdisjoint(PLAIN) or not pairs.isdisjoint(HEADS) or not _SHORT_VERBS.isdisjoint(text)


CHARGE = re.compile(f"^ {{0,3}}{_CHARGE.pattern}|的管理", re.MULTILINE)
"""What a sentence must hold for `bare_charge` to find anything."""
