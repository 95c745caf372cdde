"""The coverage map of a department, as it is shown: functions, steps, and areas, against the posts that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import cast

from salesduty.model.choices import Action
from salesduty.model.post import Post
from salesduty.responsibility.matches import PARTS
from salesduty.responsibility.responsibilities import Coverage, Held, Responsibilities
from salesduty.results.coverage import Chart, Holder, Row, State
from salesduty.workspace.placed import Placed

_RUNG = {
    action: rung
    for rung, action in enumerate(
        (Action.decide, Action.plan, Action.assign, Action.review, Action.coordinate, Action.do, Action.report)
    )
}
"""The rungs of a ladder from the top: who decides, sets, divides, reviews, does, reports."""


def chart(found: Responsibilities) -> Chart:
    """Return the map of one department. Areas that nothing requires are shown where somebody holds them."""
    required = {covered.need.id for covered in found.coverage if covered.need.kind == "area"}
    rows = [_of_need(covered, found) for covered in found.coverage if covered.need.kind != "area"]
    asked = {covered.need.id: covered for covered in found.coverage if covered.need.kind == "area"}
    held = _held_nodes(found)
    nodes = sorted({*(node for node in held if node), *required})
    rows.extend(_of_need(asked[node], found) if node in asked else _of_area(node, held[node], found) for node in nodes)
    posts = tuple(
        (post.address, post.value.name, post.value.level.label if post.value.level else "")
        for post in sorted(found.department.active_posts, key=lambda post: (-found.seats[post.address].rank, post.address))
    )
    return Chart(found.department.id, found.department.name, posts, tuple(rows))


def _of_need(covered: Coverage, found: Responsibilities) -> Row:
    need = covered.need
    return Row(
        department=found.department.id,
        kind=need.kind,
        area=need.id,
        name=need.name,
        required=True,
        state=cast("State", covered.state),
        holders=tuple(map(_holder, covered.held)),
        group=need.group,
        areas=need.facets,
        ladder=_ladder(covered.held, found),
        address=need.address,
    )


def _of_area(node: str, held: tuple[Held, ...], found: Responsibilities) -> Row:
    owned = any(each.part != "support" for each in held)
    return Row(
        department=found.department.id,
        kind="area",
        area=node,
        name=found.vocabulary.area_name(node),
        required=False,
        state="owned" if owned else "optional",
        holders=tuple(map(_holder, held)),
        areas=(node,),
        ladder=_ladder(held, found),
        address=found.department.id,
    )


def _held_nodes(found: Responsibilities) -> Mapping[str, tuple[Held, ...]]:
    """Who holds each node of the taxonomy, by the main clauses of their duties."""
    held: dict[str, list[Held]] = {}
    for holding in found.owned:
        seen = set()
        for claim in holding.reading.main:
            if claim.facet and (claim.node, claim.action) not in seen:
                seen.add((claim.node, claim.action))
                one = Held(
                    holding.post.value.name,
                    holding.address,
                    PARTS[claim.action],
                    claim.action.value,
                    round(claim.certainty, 2),
                    holding.post,
                    holding,
                    claim.span,
                )
                held.setdefault(claim.node, []).append(one)
    return {node: tuple(several) for node, several in held.items()}


def _holder(held: Held) -> Holder:
    holding = held.holding
    return Holder(
        address=held.address,
        post=held.post.address if held.post is not None else held.address,
        name=held.party,
        part=held.part,
        action=str(held.action.value if isinstance(held.action, Action) else held.action),
        confidence=held.confidence,
        text=holding.text if holding is not None else "",
        words=holding.reading.words(held.span) if holding is not None else "",
    )


def _ladder(held: Iterable[Held], found: Responsibilities) -> tuple[str, ...]:
    """The posts that hold one thing one above the other, the highest first, equals on one rung.

    Empty where the parts do not go down with the posts: then it is no ladder, whatever it is.
    """
    rungs: dict[int, dict[str, tuple[int, Held]]] = {}
    for each in held:
        if each.post is None or each.part == "support" or each.post.address not in found.seats:
            continue
        here = rungs.setdefault(_depth(each.post, found), {})
        rung = _RUNG.get(Action(each.action), _RUNG[Action.do])
        if each.post.address not in here or rung < here[each.post.address][0]:
            here[each.post.address] = (rung, each)
    levels = [sorted(rungs[depth].values(), key=lambda one: (one[0], one[1].party)) for depth in sorted(rungs)]
    parts = [{rung for rung, _ in level} for level in levels]
    goes_down = len(levels) > 1 and all(max(above) < min(below) for above, below in pairwise(parts))
    return tuple(_said(level) for level in levels) if goes_down else ()


def _depth(post: Placed[Post], found: Responsibilities) -> int:
    """How far below the head of the department a post stands; by its level where nobody is named above it."""
    depth, seen = 0, {post.address}
    while superior := next((party.post for party in found.department.superiors(post) if party.post is not None), None):
        if superior.address in seen:
            break
        seen.add(superior.address)
        post, depth = superior, depth + 1
    return depth or -found.seats[post.address].rank


def _said(level: Iterable[tuple[int, Held]]) -> str:
    """One rung: the posts on it and what they do, 大区经理、渠道经理 分解."""
    by_action: dict[str, list[str]] = {}
    for _, held in level:
        by_action.setdefault(Action(held.action).label, []).append(held.party)
    return "，".join(f"{'、'.join(dict.fromkeys(parties))} {action}" for action, parties in by_action.items())
