"""What is inferred of a duty, in a comment: never as fact, with how sure it is and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.areas import AREAS
from salesduty.model.choices import Action
from salesduty.model.values import cadence_label
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.reading import Reading, sentence
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.wording import Lang, Text

SURE = 0.9
"""Areas and actions that are less sure are not worth a comment: who reads it would have to think as long as without it."""
_SHORTEST = 6
"""Characters of a duty that can be read at all; shorter ones are headings."""
_SAID = Text("推断：{parts}", "inferred: {parts}")
_AREA = Text("领域 {area}（{certainty}%，据“{words}”）", "area {area} ({certainty}%, from “{words}”)")
_ACTION = Text("动作 {action}（据“{words}”）", "action {action} (from “{words}”)")
_CADENCE = Text("频次 {value}（据“{words}”）", "cadence {value} (from “{words}”)")
_SLA = Text("时限 {value}", "time limit {value}")
_TO = Text("接收方 {value}", "recipient {value}")
_OUTPUTS = Text("产出 {value}", "outputs {value}")
_COMMA = Text("；", "; ")


def proposal(text: str, title: str, vocabulary: Vocabulary, lang: Lang) -> str:
    """Return what the sentence of a duty is read as, on one line; empty where nothing of it is sure."""
    if len(text) < _SHORTEST or text == title:
        return ""
    parts = [part.within(lang) for part in _parts(sentence(text, vocabulary, whole=False))]
    return _SAID.filled({"parts": _COMMA.within(lang).join(parts)}).within(lang) if parts else ""


def _parts(read: Reading) -> Iterator[Text]:
    yield from _claimed(read)
    if read.cadence:
        yield _CADENCE.filled({"value": Text(cadence_label(read.cadence), read.cadence), "words": read.words(read.cadence_span)})
    if read.sla:
        yield _SLA.filled({"value": read.words(read.sla_span) or read.sla})
    if read.recipients:
        yield _TO.filled({"value": read.recipients})
    if read.outputs:
        yield _OUTPUTS.filled({"value": read.outputs})


def _claimed(read: Reading) -> Iterator[Text]:
    """The area and the action of a duty that says one thing; one that says several has no single answer."""
    said = [claim for claim in read.main if claim.facet]
    if not said or len({claim.node for claim in said}) > 1 or said[0].certainty < SURE:
        return
    first = said[0]
    name = AREAS.get(first.node, "")
    yield _AREA.filled(
        {
            "area": f"{first.facet} {name}".strip(),
            "certainty": round(first.certainty * 100),
            "words": _words(read, first),
        }
    )
    if first.verb and first.action is not Action.do and first.action_certainty >= SURE:
        yield _ACTION.filled({"action": Text(first.action.label, first.action.value), "words": read.words(first.verb_span)})


def _words(read: Reading, claim: Claim) -> str:
    return read.words(claim.facet_span) or read.words(claim.term_span)
