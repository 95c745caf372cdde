"""What a post does by the verbs of a clause: decide, plan, do, review, support …"""

from __future__ import annotations

from collections.abc import Sequence

from salesduty.model.choices import Action
from salesduty.responsibility.clauses import OWN_PEOPLE, Clause
from salesduty.responsibility.matching import Token
from salesduty.responsibility.vocabulary import VerbGroup, Vocabulary


def action_of(
    clause: Clause, verbs: Sequence[Token], facets: Sequence[str], vocabulary: Vocabulary
) -> tuple[Action, Token | None, bool]:
    """What the post does, the verb that says so, and whether that verb governs others."""
    governor = clause.governed_by
    if governor is not None:
        led_by = vocabulary.verbs[governor.entry.verb].action
        return Action.plan if led_by == Action.do else led_by, governor, True
    for index, token in enumerate(verbs):
        group = vocabulary.verbs.get(token.entry.verb)
        if group is None:
            continue
        follows = index + 1 < len(verbs)
        if group.role == "light" and group.action == Action.plan:
            return _organising(verbs[index + 1 :], vocabulary), token, False
        if group.role == "light" and follows:
            continue
        governs = group.role == "governs" and follows
        helps = group.id == "support" and follows
        if group.id in _WITH_PEOPLE and not helps and _is_of_others(clause, vocabulary):
            return Action.do, token, governs
        return _there(group, facets, vocabulary), token, governs
    return _unsaid(facets, vocabulary), None, False


_OVERSIGHT = frozenset(("M02.metric", "M04.process", "M10.track"))
"""Facets in which to keep an eye on something is to oversee those who do it."""


_WITH_CUSTOMERS = frozenset(("C01", "C02", "C03", "C04", "C05", "C07", "C15", "C16", "C17", "M05"))
"""Areas whose work consists in talking to people outside."""


def _there(group: VerbGroup, facets: Sequence[str], vocabulary: Vocabulary) -> Action:
    """What a verb does in an area: drawing up a ledger is doing, watching the market is doing, talking a need over too."""
    node = vocabulary.areas.get(facets[0].split(".", 1)[0]) if facets else None
    if node is None:
        return group.action
    if group.id == "watch" and facets[0] in _OVERSIGHT:
        return Action.review
    if group.id == "hear" and node.id.startswith("C"):
        return Action.do
    if group.role == "light" and group.action == Action.do:
        return _unsaid(facets, vocabulary)
    routine = group.action == Action.plan and node.routine
    watching = (group.id in ("supervise", "monitor") and node.watched) or (group.id == "monitor" and node.routine)
    talking = group.action == Action.coordinate and node.id in _WITH_CUSTOMERS
    return Action.do if routine or watching or talking else group.action


def _unsaid(facets: Sequence[str], vocabulary: Vocabulary) -> Action:
    """What is done with a thing that stands without a verb of its own: 做好 销售计划 is planning."""
    node = vocabulary.areas.get(facets[0]) if facets else None
    return Action.plan if node is not None and node.drawn_up else Action.do


_WITH_PEOPLE = frozenset(("guide", "hear", "support"))
"""Verbs that concern one's own people, and serve all others: 听取下级述职, 听取客户意见."""
_OWN = frozenset((*OWN_PEOPLE, "talent", "superior", "departments"))


def _is_of_others(clause: Clause, vocabulary: Vocabulary) -> bool:
    """Whether the people of a clause are customers or partners: to guide them is the work itself."""
    tokens = (*clause.parties, *(token for group in clause.groups for token in group))
    senses = (vocabulary.terms.get(token.entry.term) for token in tokens)
    people = [sense for sense in senses if sense is not None and sense.kind == "party"]
    return bool(people) and not any(term in _OWN for sense in people for term in sense.itself)


def _organising(behind: Sequence[Token], vocabulary: Vocabulary) -> Action:
    """组织 is doing where the thing itself is organised (组织培训), and planning where it has others do (组织签订合同)."""
    own = [verb for verb in behind if not verb.entry.facets and vocabulary.verbs[verb.entry.verb].role != "light"]
    return Action.plan if own else Action.do
