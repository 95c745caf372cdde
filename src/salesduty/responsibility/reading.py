"""A duty read: what it claims, where it holds, when, from what, for whom. What is written in a field always wins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from salesduty.model.choices import Action, DutyKind
from salesduty.model.duty import Work
from salesduty.responsibility import scope as scopes
from salesduty.responsibility import times
from salesduty.responsibility.claims import Claim, claims, implied
from salesduty.responsibility.clauses import Clause, clauses
from salesduty.responsibility.matching import Matcher, Token
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.responsibility.wording import units
from salesduty.text.normal import normal

WRITTEN = 1.0
_CATCH_ALL = re.compile(
    r"(?:其他|其它|临时|临时性|交办|委派|交付)(?!.{0,3}部门)[^、,;。]{0,8}(?:工作|任务|职责|事项|事务|指标)|"
    r"(?:上级|领导|公司|经理|总监|主管).{0,6}(?:交办|交给|委派|安排|交代|布置).{0,8}(?:工作|任务|事项|事)"
)
_COMMON = re.compile(
    r"(?:遵守|服从|严守|恪守|维护)(?!.{0,6}(?:客户|达人|业主|会员|关系|渠道|设备|系统|情绪)).{0,14}(?:规章|制度|纪律|考勤|法律|管理规定|规定|安排|公司利益|形象)|"
    r"(?:严格|认真)?执行(?:公司)?.{0,4}(?:考勤|规章制度|各项制度|管理规定)|职业道德|敬业|忠于职守|廉洁自律|以身作则|公司利益为重|"
    r"自身.{0,4}(?:素质|水平|能力)|(?:按要求)?(?:积极)?参加.{0,12}(?:培训|会议|例会)|树立.{0,6}形象|履行.{0,4}岗位职责|"
    r"(?:不断)?学习.{0,10}(?:知识|技能)|保守.{0,6}(?:秘密|机密)|与.{0,6}部门保持.{0,6}(?:沟通|合作)"
)
_DOCUMENT = re.compile(r"《[^》]{1,30}》")
_MOST_CLAIMS = 40
"""Things that one sentence says; who answers for more in one breath answers for none."""
_MOST_READ = 2_000
"""Characters of one sentence that are read; no duty that a person can answer for is longer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One duty as read. `claims` has the main clauses first; spans are of characters in `text`."""

    text: str
    claims: tuple[Claim, ...]
    scope: scopes.Scope
    kind: DutyKind
    cadence: str = ""
    cadence_span: tuple[int, int] = (0, 0)
    sla: str = ""
    sla_span: tuple[int, int] = (0, 0)
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    """The words that tell the sentence from others, each as what it stands for; see `wording`."""
    segments: frozenset[str] = frozenset()
    """The customers, channels and lines of business that the name of the post tells."""
    written: frozenset[str] = frozenset()
    """The fields of the duty that were written rather than inferred."""

    @property
    def main(self) -> tuple[Claim, ...]:
        """The claims that are the duty itself, neither purposes nor inputs."""
        return tuple(claim for claim in self.claims if claim.role == "main")

    def words(self, span: tuple[int, int]) -> str:
        """Return the characters of the sentence in `span`."""
        return self.text[span[0] : span[1]]


def read(work: Work, vocabulary: Vocabulary, matcher: Matcher | None = None, *, title: str = "") -> Reading:
    """Return how a duty, or the text of a step, is read. `matcher` knows the names of the department besides.

    `title` is read where the sentence itself tells no area.
    """
    text = (work.text or title or "")[:_MOST_READ]
    found = sentence(text, vocabulary, matcher)
    if title and work.text and not any(claim.facet for claim in found.main):
        by_title = [_moved(claim) for claim in sentence(title, vocabulary, matcher).main if claim.facet]
        found = replace(found, claims=(*by_title[:1], *found.claims)) if by_title else found
    return _with_written(found, work, vocabulary)


def _moved(claim: Claim) -> Claim:
    """A claim of the title, whose words do not stand in the sentence."""
    nowhere = (0, 0)
    return replace(claim, facet_span=nowhere, verb_span=nowhere, term_span=nowhere, span=nowhere, certainty=claim.certainty * 0.9)


def sentence(text: str, vocabulary: Vocabulary, matcher: Matcher | None = None, *, whole: bool = True) -> Reading:
    """Return how a plain sentence is read; if not `whole`, only what it claims, when, from what and for whom.

    What tells it from other sentences is left out then: where it holds, its kind, its units, the content of its claims.
    """
    spelt = normal(text[:_MOST_READ])
    tokens = (matcher or vocabulary.matcher).tokens(spelt)
    parts = clauses(spelt, tokens, vocabulary)
    told = [claim for part in parts if not part.aside for claim in claims(spelt, part, vocabulary, whole=whole)]
    said = _filled_in(told, vocabulary)
    if not any(claim.facet for claim in said):
        said = (*said, *(claim for part in parts if part.aside for claim in claims(spelt, part, vocabulary, whole=whole)))
    said = _with_a_main(said)[:_MOST_CLAIMS]
    cadence, sla = times.cadence(spelt), times.time_limit(spelt)
    return Reading(
        text=text,
        claims=said,
        scope=scopes.inferred(spelt, tokens, vocabulary) if whole else scopes.Scope(),
        kind=_kind(spelt) if whole else DutyKind.owned,
        cadence=cadence.value if cadence else "",
        cadence_span=(cadence.start, cadence.end) if cadence else (0, 0),
        sla=sla.value if sla else "",
        sla_span=(sla.start, sla.end) if sla else (0, 0),
        inputs=_inputs(parts),
        outputs=tuple(dict.fromkeys(match[0] for match in _DOCUMENT.finditer(spelt))),
        recipients=_named(parts),
        units=units(spelt, tokens, vocabulary) if whole else (),
    )


def _filled_in(said: Sequence[Claim], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """The claims, those without a thing of their own with that of the claim before."""
    done: list[Claim] = []
    for claim in said:
        sense = vocabulary.terms.get(claim.term)
        if done and not claim.facet and claim.verb and (sense is None or sense.kind is not None):
            done.append(implied(claim, done[-1], vocabulary))
        else:
            done.append(claim)
    return tuple(done)


def _with_a_main(said: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Where every clause is a purpose or an input, the purposes are what the sentence is about."""
    if any(claim.role == "main" for claim in said):
        return tuple(sorted(said, key=lambda claim: claim.role != "main"))
    purposes = any(claim.role == "purpose" for claim in said)
    return tuple(replace(claim, role="main") for claim in said if not purposes or claim.role == "purpose")


def _kind(text: str) -> DutyKind:
    if (match := _CATCH_ALL.search(text)) and len(match[0]) * 2 >= len(text) - 6:
        return DutyKind.catch_all
    if (match := _COMMON.search(text)) and len(match[0]) * 3 >= len(text):
        return DutyKind.common
    return DutyKind.owned


def _inputs(parts: Sequence[Clause]) -> tuple[str, ...]:
    things = (group[-1].word for part in parts if part.role == "input" for group in part.groups)
    return tuple(dict.fromkeys(things))


def _named(parts: Sequence[Clause]) -> tuple[str, ...]:
    """The parties that something is handed to."""
    tokens: list[Token] = [token for part in parts for token in part.handed_to]
    return tuple(dict.fromkeys(token.entry.party or token.word for token in tokens))


def _with_written(found: Reading, work: Work, vocabulary: Vocabulary) -> Reading:
    """`found` with every field that the duty writes in place of what was inferred."""
    written = frozenset(work.model_fields_set)
    changed: dict[str, object] = {"written": written}
    if work.kind is not None:
        changed["kind"] = work.kind
    elif work.area is not None:
        changed["kind"] = DutyKind.owned
    if work.scope is not None:
        changed["scope"] = scopes.stated(work.scope)
    if work.cadence is not None:
        changed |= {"cadence": work.cadence, "cadence_span": (0, 0)}
    if work.sla is not None:
        changed |= {"sla": work.sla, "sla_span": (0, 0)}
    for name, value in (("inputs", work.inputs), ("outputs", work.outputs), ("sources", work.from_), ("recipients", work.to)):
        if value:
            changed[name] = value
    if work.area or work.action or work.object:
        changed["claims"] = _stated(found, work.area, work.action, work.object, vocabulary)
    return replace(found, **changed)  # type: ignore[arg-type]


def _stated(
    found: Reading, area: str | None, action: Action | None, thing: str | None, vocabulary: Vocabulary
) -> tuple[Claim, ...]:
    """The claims with the written area, action and object. A written area leaves one claim: the duty says what it is."""
    main = found.main
    base = _closest(main, area) or _empty()
    if area is not None:
        base = replace(base, facet=area, facets=(area,), certainty=WRITTEN)
    if action is not None:
        base = replace(base, action=action, action_certainty=WRITTEN, governed=False)
    if thing is not None:
        said = sentence(thing, vocabulary).main
        term = next((claim.term for claim in reversed(said) if claim.term), "")
        base = replace(base, term=term or normal(thing), modifiers=tuple(claim.term for claim in said if claim.term != term))
    base = replace(base, role="main")
    return (base,) if area is not None else (base, *(claim for claim in found.claims if claim not in main[:1]))


def _closest(main: Sequence[Claim], area: str | None) -> Claim | None:
    """The claim that the written area most likely names anew."""
    if area is not None:
        for claim in main:
            if area in claim.facets or claim.node == area.split(".", 1)[0]:
                return claim
    return main[0] if main else None


def _empty() -> Claim:
    return Claim("main", "", (), 0.0, (0, 0), Action.do, "", (0, 0), 0.0, "", (), (0, 0), False, (0, 0))
