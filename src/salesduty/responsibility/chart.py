"""The coverage map of a department, as it is shown: functions, steps, and areas, against the posts that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from salesduty.model.choices import Action
from salesduty.responsibility.matches import PARTS
from salesduty.responsibility.responsibilities import Coverage, Held, Responsibilities
from salesduty.results.coverage import Chart, Holder, Row, State

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
    """The posts of several levels that hold one thing with different parts, the highest first."""
    best: dict[str, tuple[int, int, Held]] = {}
    for each in held:
        if each.post is None or each.part == "support":
            continue
        rung = _RUNG.get(Action(each.action), 5)
        height = -found.seats[each.post.address].rank if each.post.address in found.seats else 0
        if each.post.address not in best or rung < best[each.post.address][1]:
            best[each.post.address] = (height, rung, each)
    rungs = sorted(best.values(), key=lambda item: (item[0], item[1], item[2].party))
    if len({height for height, _, _ in rungs}) < 2 or len({rung for _, rung, _ in rungs}) < 2:
        return ()
    return tuple(_said(rungs))


def _said(rungs: Iterable[tuple[int, int, Held]]) -> Iterator[str]:
    for _, _, held in rungs:
        yield f"{held.party} {Action(held.action).label}"
