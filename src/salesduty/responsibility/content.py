"""What a clause is about beyond the vocabulary: neighbouring characters of its nouns, known or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from salesduty.responsibility.matching import Token
from salesduty.responsibility.vocabulary import Vocabulary

_USUAL = re.compile(
    "客户|顾客|产品|销售|公司|市场|部门|工作|情况|业务|项目|管理|服务|相关|信息|有关|各项|各类|各种|进行|负责|要求|内部|日常|完成|开展|以及|其他|"
    "所有|全部|具体|主要|及时|定期|准确|有效|合理|积极|认真|严格|方面|过程|每[日天周月年季]|人员|团队|员工|问题|上级|下属|领导|总?经理|总监|主管|"
    "专员|代表|顾问|结果|内容|事项|事宜|事务|活动|一次|以内|以上|以下|不低于|不少于|不超过|工作日|小时|分钟|确保|保证|按照|根据|通过|对应|等|"
    "[的地得和与及或并且对向将把为在由按从以其各每给让使到至于了着过之内后前中时被如再先所同该本应须需要可能会不未无新]"
)
"""Words that any duty may have: they tell nothing of what this one is about."""
_HAN = re.compile("[\u4e00-\u9fffA-Z]{2,}")


def about(
    text: str, start: int, end: int, verbs: Sequence[Token], vocabulary: Vocabulary
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the pairs of characters between `start` and `end` that tell a matter, and those of words that are not known."""
    words = list(text[start:end])
    rest: list[Token] = []
    for token in verbs:
        if start <= token.start and token.end <= end:
            if _is_plain_verb(token) or _is_empty(token, vocabulary):
                words[token.start - start : token.end - start] = " " * (token.end - token.start)
            else:
                rest.append(token)
    content = _pairs("".join(words))
    if not (rest and content):
        return content, content
    for token in rest:
        words[token.start - start : token.end - start] = " " * (token.end - token.start)
    return content, _pairs("".join(words))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the smaller of two sets lies in the other; 0 where one of them is empty."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _is_plain_verb(token: Token) -> bool:
    return bool(token.entry.verb) and not token.entry.term and not token.entry.facets


def _is_empty(token: Token, vocabulary: Vocabulary) -> bool:
    sense = vocabulary.terms.get(token.entry.term)
    return sense is not None and sense.kind in ("carrier", "party")


def _pairs(text: str) -> frozenset[str]:
    return frozenset(_each(_HAN.findall(_USUAL.sub(" ", text))))


def _each(runs: Iterable[str]) -> Iterable[str]:
    return (run[at : at + 2] for run in runs for at in range(len(run) - 1))
