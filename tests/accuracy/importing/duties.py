"""Texts put side by side: duties with what is below them, and plain lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from accuracy.importing.tally import Tally
from accuracy.importing.values import canonical, listed, nodes, same, texts_of

Posts = Sequence[Mapping[str, Any]]


def trees(mine: object, expected: object, at: str, free: AbstractSet[str]) -> tuple[Tally, Tally]:
    """Return how the duties agree and how their parent–child pairs do."""
    ours, theirs = [*nodes(mine)], [*nodes(expected)]
    twins = _one_to_one([text for text, _ in ours], [text for text, _ in theirs])
    taken = {*twins.values()}
    flat = Tally(
        len(twins),
        [at + text for j, (text, _) in enumerate(theirs) if j not in taken],
        [at + text for i, (text, _) in enumerate(ours) if i not in twins and text not in free],
    )
    good = {i for i, j in twins.items() if ours[i][1] and theirs[j][1] and same(ours[i][1] or "", theirs[j][1] or "")}
    paired = {twins[i] for i in good}
    nested = Tally(
        len(good),
        [f"{at}{parent} > {text}" for j, (text, parent) in enumerate(theirs) if parent and j not in paired],
        [f"{at}{parent} > {text}" for i, (text, parent) in enumerate(ours) if parent and i not in good and text not in free],
    )
    return flat, nested


def duties_anywhere(ours: Posts, result: Mapping[str, Any], theirs: Posts, label: Mapping[str, Any]) -> Tally:
    """Count the duties as if all posts were one and the department with them: what is left wrong is no matter of names."""
    mine, expected = (
        [duty for holder in posts for duty in listed(holder.get("duties"))] + listed(of.get("department_duties"))
        for posts, of in ((ours, result), (theirs, label))
    )
    free = {canonical(text) for of in (*theirs, label) for key in ("optional", "constraints") for text in texts_of(of.get(key))}
    return trees(mine, expected, "", free)[0]


def lists(mine: Sequence[str], expected: Sequence[str], at: str, free: AbstractSet[str] = frozenset()) -> Tally:
    """Return how two lists of texts agree; what is `free` may be there or not."""
    ours, theirs = [canonical(text) for text in mine], [canonical(text) for text in expected]
    twins = _one_to_one(ours, theirs)
    taken = {*twins.values()}
    return Tally(
        len(twins),
        [at + text for j, text in enumerate(theirs) if j not in taken],
        [at + text for i, text in enumerate(ours) if i not in twins and text not in free],
    )


def _one_to_one(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Return which of ours is which of theirs: equal texts first, then those within one character in a hundred."""
    waiting: dict[str, list[int]] = {}
    for j in reversed(range(len(theirs))):
        waiting.setdefault(theirs[j], []).append(j)
    twins = {i: waiting[text].pop() for i, text in enumerate(ours) if waiting.get(text)}
    taken = {*twins.values()}
    rest = [j for j in range(len(theirs)) if j not in taken and len(theirs[j]) >= 99]
    for i, text in enumerate(ours):
        if i not in twins and (near := next((j for j in rest if same(text, theirs[j])), None)) is not None:
            twins[i] = near
            rest.remove(near)
    return twins
