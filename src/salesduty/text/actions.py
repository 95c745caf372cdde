"""How many things a sentence asks for: strings in, the asking pieces out.

Every text here is in the normal spelling of `text.normal`. It is a count of forms: a chain of verbs with one object
(审核、汇总并上报报表) is one thing, and what follows from the act (确保…, 提高…) or says when it holds (…时, …的) is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from salesduty.text.verbs import HEADS, NOUN_LIKE, PLAIN

_ASIDE = re.compile(r"\([^()]{0,200}\)|《[^《》]{0,60}》|“[^“”]{0,60}”")
_QUOTING = frozenset("(《“")
_PIECE = re.compile("[,;。:!?\n]")
_SEGMENT = re.compile("(、|以及|并且|并(?!购|列|行)|及(?!时|其)|和(?!谐)|与)")
_BEFORE = re.compile(
    "(?:同时|此外|另外|然后|并且?|且|还|需要?|应当?|要|须|必须|能|会|独立|全面|认真|严格|积极|及时|定期|不定期|按时|按期|不断|持续|主动|有效|合理|正确|准确|"
    "经常|随时|具体|切实|努力|直接|亲自|统一|科学|妥善|快速|高效|深入|定时|协同|共同|按要求|按规定|每[日天周月季年][度]?|"
    r"(?:每[个两]?|当|次|前|后|月|年|季|\d{1,4} ?|[一二两三四五六七八九十]个?)[^,;。]{0,10}?(?:内|前|底|末|后|当天|当日))"
)
_LEADING = frozenset(
    "同此另然并且还需应要须必能会独全认严积及定不按持主有合正准经随具切努直亲统科妥快高深协共每当次前后月年季0123456789一二两三四五六七八九十"
)
"""What begins one of `_BEFORE`."""
_TIMES = frozenset("前后")
_LATEST = 10
_WHEN = ("时", "后", "前", "者", "情况下", "范围内")
_AIM = re.compile(
    "确保|保证|保障|以?(?:提升|提高|促进|实现|达到|增强|增加|降低|减少|防止|避免|杜绝|力争|争取|满足|扩大|加强|推动|激发|营造|塑造)|使|以便?|从而|"
    "做到|形成|树立|打造|为[^,]{0,12}提供[^,]{0,8}(?:依据|保障|支持|支撑|参考)"
)
_CONDITION = re.compile("如|若|当|遇|一旦|凡|必要时|发现|超过|超出|逾期|未|缺|不|包括|例如|比如|其中")
_GROUND = re.compile("根据|依据|按照?|通过|结合|针对|围绕|随着|在|由|凭|对于|利用|运用")
_HEADING = re.compile("[^,;。:]{2,20}:")
_TAIL = re.compile("(?:等|的|各?类|相关|有关|日常|工作|事务|事宜|事项|活动|业务|任务){1,4}$")
_EVENT = re.compile(
    r"[^,;。]{2,8}?[前后](?:之?内)? ?(?:[\d一二两三四五六七八九十]{1,3} ?个?(?:工作日|小时|分钟|天|日)(?:之?内)?)?(?P<act>.*)",
    re.DOTALL,
)
_GIVEN_TO = re.compile(
    "(?:[对向与和给把]|为(?!了)|同(?![一类级期样时])|将(?!来)|就(?![地业近])|从(?![而事]))(?P<whom>[^,;。]{1,30})"
)
_LONGEST_TAIL = 12
_WITH_OBJECT = 4
_CLOSING = re.compile(
    "(?:并|及时)*(?:填写|填报|登记|录入|记录|归档|存档|汇总|整理成|提交|上报|报送|汇报|出具|给出|反馈|通知|形成|写出|更新|送)"
)
_CHAIN = 3
_STRONG = PLAIN - NOUN_LIKE
_LONGEST_SENTENCE = 2_000


def actions(text: str) -> tuple[str, ...]:
    """Return the pieces of a normal sentence that each ask for something of their own, in order.

    One or two pieces that write down or hand over what was done before them (填写记录, 提交报告) belong to it; where there is
    more in the sentence than that, they count.
    """
    found: list[str] = []
    said = text[:_LONGEST_SENTENCE]
    if not _QUOTING.isdisjoint(said):
        said = _ASIDE.sub("", said)
    heading = _HEADING.match(said)
    for number, piece in enumerate(_PIECE.split(said[heading.end() :] if heading else said)):
        found.extend(_asked(_without_lead(piece), first=number == 0))
    own = [piece for piece in found if piece is found[0] or _CLOSING.match(piece) is None]
    return tuple(found if len(found) > _CHAIN else own)


def leading_verb(text: str) -> str:
    """Return the verb that a piece begins with, "" where it begins with something else."""
    return text[:2] if text[:2] in PLAIN or text[:2] in HEADS else ""


def _without_lead(piece: str) -> str:
    """The piece without what says how and when."""
    piece = piece.strip()
    while piece[:1] in _LEADING and (match := _BEFORE.match(piece)):
        piece = piece[match.end() :].lstrip()
    if not _TIMES.isdisjoint(piece[2:_LATEST]) and (match := _EVENT.match(piece)) and leading_verb(match["act"]):
        return match["act"]
    return piece


def _asked(piece: str, *, first: bool) -> list[str]:
    if (_AIM.match(piece) and not first) or piece.endswith(_WHEN):
        return []
    verb = leading_verb(piece)
    if verb:
        bare = len(piece) < _WITH_OBJECT and not first
        return [] if bare else _named(piece[2:]) if verb in HEADS else _done(piece)
    if _CONDITION.match(piece):
        return []
    if _GROUND.match(piece):
        return [piece] if _ends_in_act(piece) else []
    match = _GIVEN_TO.match(piece)
    given = match["whom"] if match else ""
    return [piece] if any(given[start : start + 2] in PLAIN for start in range(1, len(given) - 1)) else []


def _ends_in_act(piece: str) -> bool:
    """Tell whether a piece that begins with a ground or a means goes on to an act: 根据目标编制计划."""
    acts = (start for start in range(4, len(piece) - 3) if piece[start : start + 2] in _STRONG)
    return any(piece[start - 1] not in "的所" and "的" not in piece[start + 2 : start + 8] for start in acts)


def _done(piece: str) -> list[str]:
    """What a piece that begins with a verb asks for: 整理台账、编制报表 two, 整理、编制报表 one, 编制台账、报表 one."""
    return _grouped(piece, _does)


def _does(segment: str, *, first: bool) -> bool:
    """Tell whether a segment is a verb with an object; behind another one it must be no noun: 制定招聘计划、培训计划."""
    verb = leading_verb(_without_lead(segment))
    if not verb or (not first and verb in NOUN_LIKE):
        return False
    return len(segment) > _LONGEST_TAIL or len(_TAIL.sub("", segment)) >= _WITH_OBJECT


def _named(piece: str) -> list[str]:
    """What stands behind 负责: things with a verb behind them (客户的开发、货款催收 two), or verbs with their objects."""
    return _grouped(piece, _names)


def _names(segment: str, *, first: bool) -> bool:
    bare = _TAIL.sub("", segment)
    ends_in_verb = bare[-2:] in PLAIN
    verb = leading_verb(bare)
    if len(bare) < _WITH_OBJECT:
        return False
    return (first or verb not in NOUN_LIKE or ends_in_verb) if verb else ends_in_verb


def _grouped(piece: str, counts: Callable[..., bool]) -> list[str]:
    """The segments of `piece` that count, each with those behind it that do not; the whole piece where none does."""
    first, *rest = _SEGMENT.split(piece)
    found = [first] if counts(first, first=True) else []
    before = "" if found else first
    for mark, segment in zip(rest[::2], rest[1::2], strict=True):
        if counts(segment, first=not found):
            found.append(before + mark + segment if before else segment)
            before = ""
        elif found:
            found[-1] += mark + segment
        else:
            before += mark + segment
    return found or [piece]
