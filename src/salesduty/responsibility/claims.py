"""A clause read: which area, what the post does there, and about what, each with its confidence and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from salesduty.model.choices import Action
from salesduty.responsibility.actions import action_of
from salesduty.responsibility.clauses import Clause, Role
from salesduty.responsibility.content import about
from salesduty.responsibility.matching import Token
from salesduty.responsibility.scope import segments
from salesduty.responsibility.vocabulary import ANY, Sense, Vocabulary

Span = tuple[int, int]

SURE, LIKELY, POSSIBLE, FAINT = 0.9, 0.8, 0.7, 0.5
"""How far a word that alone tells the facet, a verb with its object, an object alone, and a mere modifier are to be trusted."""
_THROUGHOUT = frozenset(("competitor",))
"""Terms that all the things of a clause are about: 竞争对手的产品、价格."""
_NEAR = 0.75
"""A facet whose score comes this near the best is read beside it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one clause of a sentence says a post answers for.

    `facet` is empty where the vocabulary does not tell; `facets` are all that may be meant, the likeliest first.
    `verb` is the group of the verb that decided the action, `term` the thing it is about, `modifiers` the terms
    that narrow the thing. Spans are of characters in the sentence.
    """

    role: Role
    facet: str
    facets: tuple[str, ...]
    certainty: float
    facet_span: Span
    action: Action
    verb: str
    verb_span: Span
    action_certainty: float
    term: str
    modifiers: tuple[str, ...]
    term_span: Span
    governed: bool
    span: Span
    segments: frozenset[str] = frozenset()
    """The customers, channels and lines of business that the clause names: it has that part, others have the rest."""
    content: frozenset[str] = frozenset()
    """Pairs of neighbouring characters that tell what the clause is about, known words and unknown ones alike."""
    strange: frozenset[str] = frozenset()
    """Those of them that lie in words which the vocabulary does not know."""

    @property
    def node(self) -> str:
        """The node of the taxonomy that the facet belongs to."""
        return self.facet.split(".", 1)[0]


def claims(text: str, clause: Clause, vocabulary: Vocabulary, *, whole: bool = True) -> Iterator[Claim]:
    """Yield what `clause` of a normalised `text` says: a claim for each group of things and each verb apart, none twice.

    If not `whole`, claims come without their segments and content.
    """
    found: dict[tuple[tuple[str, ...], Action, str], Claim] = {}
    groups = clause.groups or [[]]
    runs = _runs(clause, vocabulary)
    for index, group in enumerate(groups):
        begin = groups[index - 1][-1].end if index else clause.start
        end = groups[index + 1][0].start if index + 1 < len(groups) else clause.end
        content, strange = about(text, begin, end, clause.tokens, vocabulary) if whole else (frozenset(), frozenset())
        for verbs in _with_own(runs, group):
            claim = _claim(text, clause, verbs, group, content, strange, vocabulary, whole=whole)
            if claim is not None:
                key = (claim.facets, claim.action, claim.term)
                before = found.get(key)
                found[key] = claim if before is None else _both(before, claim)
    yield from found.values()


def _both(claim: Claim, further: Claim) -> Claim:
    """A claim with what a further one of the same is about."""
    if further.content <= claim.content:
        return claim
    return replace(claim, content=claim.content | further.content, strange=claim.strange | further.strange)


def _with_own(runs: list[list[Token]], group: Sequence[Token]) -> list[list[Token]]:
    """The runs of verbs, and that of the group itself where it has a verb before them: 满意度调查 和 评价."""
    inside = next((token for token in group if token.entry.verb), None)
    if inside is None or not runs[0] or runs[0][0].start < inside.start:
        return runs
    return [[], *runs]


def _runs(clause: Clause, vocabulary: Vocabulary) -> list[list[Token]]:
    """The verbs of the clause, those that stand apart by themselves; what governs the first of them governs all."""
    cuts = [0, *clause.apart, len(clause.verbs)]
    runs = [clause.verbs[start:end] for start, end in pairwise(cuts) if end > start or len(cuts) == 2]
    if len(runs) > 1 and len(runs[0]) > 1:
        first = vocabulary.verbs[runs[0][0].entry.verb]
        if first.role == "governs" or (first.role == "light" and first.action == Action.plan):
            return [runs[0], *([runs[0][0], *run] for run in runs[1:])]
    return runs


def _claim(
    text: str,
    clause: Clause,
    own: Sequence[Token],
    group: Sequence[Token],
    content: frozenset[str],
    strange: frozenset[str],
    vocabulary: Vocabulary,
    *,
    whole: bool,
) -> Claim | None:
    head, modifiers = _head(group, vocabulary)
    verbs = [*own, *(token for token in group if token.entry.verb and not (own and token.start < own[0].start))]
    facets, certainty, facet_token = _facets(verbs, own, group, head, clause, vocabulary)
    action, verb, governed = action_of(clause, verbs, facets, vocabulary)
    tokens = [*own, *group] or clause.tokens
    if not tokens:
        return None
    told = head or facet_token or tokens[0]
    term = told.entry.term if head is not None else ""
    group_of_verb = vocabulary.verbs.get(verb.entry.verb) if verb is not None else None
    if group_of_verb is not None and group_of_verb.role == "conduct" and not facets:
        return None
    start, end = min(token.start for token in tokens), max(token.end for token in tokens)
    return Claim(
        role=clause.role,
        facet=facets[0] if facets else "",
        facets=facets,
        certainty=certainty,
        facet_span=(facet_token.start, facet_token.end) if facet_token is not None else (told.start, told.end),
        action=action,
        verb=verb.entry.verb if verb is not None else "",
        verb_span=(verb.start, verb.end) if verb is not None else (told.start, told.start),
        action_certainty=SURE if verb is not None else FAINT,
        term=term,
        modifiers=tuple(dict.fromkeys(token.entry.term for token in modifiers if token.entry.term)),
        term_span=(told.start, told.end),
        governed=governed,
        span=(start, end),
        segments=segments(text[start:end], clause.tokens, vocabulary) if whole else frozenset(),
        content=content,
        strange=strange,
    )


def _head(group: Sequence[Token], vocabulary: Vocabulary) -> tuple[Token | None, list[Token]]:
    """The last thing that has a content of its own, and what stands before it."""
    for wanted in (_is_thing, _is_party):
        for index in range(len(group) - 1, -1, -1):
            if wanted(group[index], vocabulary):
                return group[index], [token for token in group if token is not group[index]]
    return None, list(group)


def _sense(token: Token, vocabulary: Vocabulary) -> Sense | None:
    return vocabulary.terms.get(token.entry.term)


def _is_thing(token: Token, vocabulary: Vocabulary) -> bool:
    sense = _sense(token, vocabulary)
    return bool(token.entry.facets) or (sense is not None and sense.kind is None)


def _is_party(token: Token, vocabulary: Vocabulary) -> bool:
    sense = _sense(token, vocabulary)
    return sense is not None and sense.kind == "party"


class _Votes:
    """What the words of a clause say for each facet: how much, how far that is to be trusted, and which word says so."""

    def __init__(self, verbs: Sequence[Token], vocabulary: Vocabulary) -> None:
        self._verbs = tuple(verb.entry.verb for verb in verbs)
        self._vocabulary = vocabulary
        self._scores: dict[str, tuple[float, float, Token]] = {}

    def hear(self, token: Token, *, leads: bool) -> None:
        """Take what a word says; the head of the things leads, what stands before it only hints."""
        self._vote(token.entry.facets, 3.0 if leads else 1.6, SURE if leads else FAINT, token)
        sense = _sense(token, self._vocabulary)
        if sense is None or sense.kind == "carrier":
            return
        pairs = self._vocabulary.pairs
        for step, term in enumerate(sense.itself):
            for verb in self._verbs:
                self._vote(pairs.get((verb, term), ()), (3.2 if leads else 2.1) - 0.2 * step, LIKELY if leads else FAINT, token)
            self._vote(pairs.get((ANY, term), ()), (2.4 if leads else 1.2) - 0.2 * step, POSSIBLE if leads else FAINT, token)
        if sense.area is not None and "." in sense.area:
            self._vote((sense.area,), 2.5 if leads else 1.1, POSSIBLE if leads else FAINT, token)

    def hear_of_all(self, token: Token) -> None:
        """Take the area of a word that all the things are about."""
        sense = _sense(token, self._vocabulary)
        if sense is not None and sense.area is not None:
            self._vote((sense.area,), 3.3, LIKELY, token)

    def _vote(self, facets: tuple[str, ...], score: float, certainty: float, token: Token) -> None:
        for facet in facets:
            if facet not in self._scores or score > self._scores[facet][0]:
                self._scores[facet] = (score, certainty, token)

    def result(self) -> tuple[tuple[str, ...], float, Token | None]:
        """Return the facets that may be meant, the likeliest first, how far to trust that one, and the word that told it."""
        if not self._scores:
            return (), 0.0, None
        ranked = sorted(self._scores.items(), key=lambda item: (-item[1][0], item[0]))
        best, certainty, token = ranked[0][1]
        return tuple(facet for facet, (score, _, _) in ranked if score >= _NEAR * best), certainty, token


def _facets(
    verbs: Sequence[Token],
    own: Sequence[Token],
    group: Sequence[Token],
    head: Token | None,
    clause: Clause,
    vocabulary: Vocabulary,
) -> tuple[tuple[str, ...], float, Token | None]:
    votes = _Votes(verbs, vocabulary)
    for each in clause.groups:
        for token in each:
            if token.entry.term in _THROUGHOUT:
                votes.hear_of_all(token)
    for token in (*own, *(group or (token for token in clause.parties if token.entry.term))):
        votes.hear(token, leads=token is head or (head is None and token in own))
    return votes.result()


def implied(claim: Claim, before: Claim, vocabulary: Vocabulary) -> Claim:
    """Return `claim`, whose verb has no thing of its own, about the thing of the clause before it: 受理投诉，回复客户."""
    sense = vocabulary.terms.get(before.term)
    for term in sense.itself if sense is not None else ():
        if facets := vocabulary.pairs.get((claim.verb, term)):
            return replace(claim, facet=facets[0], facets=facets, certainty=POSSIBLE, term=before.term)
    if before.facet and claim.role == before.role == "main":
        return replace(claim, facet=before.facet, facets=before.facets, certainty=FAINT * before.certainty, term=before.term)
    return claim
