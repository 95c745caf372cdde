"""What is inferred of a duty, in a comment: never as fact, with how sure it is and the words that it rests on.

Somebody has to read every comment, so a kind of it is only written where its words leave no doubt. Read on the 139 documents of
the accuracy sets: more than nine in ten of each kind are right with the conditions below, about half of recipients and outputs
without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.areas import AREAS
from salesduty.model.choices import Action
from salesduty.model.values import cadence_label
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.reading import Reading, sentence
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.wording import Lang, Text
from salesduty.text.normal import normal

SURE = 0.9
"""Areas and actions that are less sure are not worth a comment: who reads it would have to think as long as without it."""
_SHORTEST = 6
"""Characters of a duty that can be read at all; shorter ones are headings."""
_NEAR = 4
_SELLS = re.compile(r"销售|营销|市场|业务|客户|商务|推广|渠道|导购|置业|招商")
_OFTEN = re.compile(r"每|[按逐](?:[日周月季年]|天)")
"""Words that say how often and nothing else: 年度预算 is a budget, 当天 a time limit, 随时 a manner."""
_LIMIT = re.compile(r"\d|[一二三四五六七八九十两半几]")
_NO_LIMIT = re.compile(r"[的重未无]")
"""What follows a span of time that describes something else: 效期六个月以内的药品, 7天内重复报障."""
_WRITTEN_BY = re.compile(r"(?:填写|填报|填制|编写|撰写|编制|编辑|出具|输出|形成|建立|记入|记录于|录入|登记于|提交|写出?|填)$")
_GIVEN_TO = re.compile(r"(?:[报交给呈](?:送|交|给|至|到|告|报)?|汇报|通报|反馈)$")
_PEOPLE = re.compile(r"人员$")
_BEFORE_THE_VERB = re.compile(r"(?:负责|做好|协助|定期|及时|认真|组织|并|[每按].{1,3}|[,、;])*")
_END_OF_WORDS = re.compile(r"\s*(?:[,.、;:()/]|[及和与并]|工作|管理|$)")
_SAID = Text("推断：{parts}", "inferred: {parts}")
_AREA = Text("领域 {area}（{certainty}%，据“{words}”）", "area {area} ({certainty}%, from “{words}”)")
_ACTION = Text("动作 {action}（据“{words}”）", "action {action} (from “{words}”)")
_CADENCE = Text("频次 {value}（据“{words}”）", "cadence {value} (from “{words}”)")
_SLA = Text("时限 {value}", "time limit {value}")
_TO = Text("接收方 {value}", "recipient {value}")
_OUTPUTS = Text("产出 {value}", "outputs {value}")
_COMMA = Text("；", "; ")


def proposal(text: str, title: str, vocabulary: Vocabulary, lang: Lang, post: str = "") -> str:
    """Return what the sentence of a duty of `post` is read as, on one line; empty where nothing of it is sure.

    Areas are those of departments that sell, so they are proposed for posts that do, or that nobody has named.
    """
    if len(text) < _SHORTEST or text == title:
        return ""
    areas = not post or _SELLS.search(normal(post)) is not None
    parts = [part.within(lang) for part in _parts(sentence(text, vocabulary, whole=False), areas=areas)]
    return _SAID.filled({"parts": _COMMA.within(lang).join(parts)}).within(lang) if parts else ""


def _parts(read: Reading, *, areas: bool) -> Iterator[Text]:
    yield from _claimed(read, areas=areas)
    if read.cadence and _OFTEN.match(read.words(read.cadence_span)):
        yield _CADENCE.filled({"value": Text(cadence_label(read.cadence), read.cadence), "words": read.words(read.cadence_span)})
    if read.sla and _LIMIT.search(read.words(read.sla_span)) and not _NO_LIMIT.match(read.text, read.sla_span[1]):
        yield _SLA.filled({"value": read.words(read.sla_span)})
    if recipients := [name for name in read.recipients if _stands_behind(name, _GIVEN_TO, read) and not _PEOPLE.search(name)]:
        yield _TO.filled({"value": recipients})
    if outputs := [name for name in read.outputs if _stands_behind(name, _WRITTEN_BY, read)]:
        yield _OUTPUTS.filled({"value": outputs})


def _stands_behind(name: str, words: re.Pattern[str], read: Reading) -> bool:
    """Whether a sentence names something right behind a verb."""
    spelt = normal(read.text)
    at = spelt.find(name)
    return at > 0 and words.search(spelt[max(0, at - _NEAR) : at]) is not None


def _claimed(read: Reading, *, areas: bool) -> Iterator[Text]:
    """The area and the action of a duty that says one thing; one that says several has no single answer."""
    said = [claim for claim in read.main if claim.facet]
    if not said or len({claim.node for claim in said}) > 1 or said[0].certainty < SURE:
        return
    first = said[0]
    if areas and _END_OF_WORDS.match(normal(read.text), max(first.facet_span[1], first.term_span[1])) is not None:
        told = {"area": f"{first.facet} {AREAS.get(first.node, '')}".strip(), "certainty": round(first.certainty * 100)}
        yield _AREA.filled({**told, "words": _words(read, first)})
    begins = _BEFORE_THE_VERB.fullmatch(normal(read.text[: first.verb_span[0]])) is not None
    if begins and first.verb and first.action is not Action.do and first.action_certainty >= SURE:
        yield _ACTION.filled({"action": Text(first.action.label, first.action.value), "words": read.words(first.verb_span)})


def _words(read: Reading, claim: Claim) -> str:
    return read.words(claim.facet_span) or read.words(claim.term_span)
