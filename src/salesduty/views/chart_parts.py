"""An organisation chart in as few drawings as its size asks for: an overview, and one for the branches that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from salesduty.views.charting import Part, fitted
from salesduty.views.reporting import Node

_LEVELS = 12
"""From how many levels on no page is tried: more never fit."""
_TRUNK = 5
"""How many superiors that each have one report are drawn again above each piece of a long row."""
_PIECES = (96, 72, 54, 40, 30, 22, 16, 11, 7, 4, 2, 1)


def parts(roots: Sequence[Node]) -> tuple[Part, ...]:
    """Return the parts of the chart of `roots`, each fit for a page: first what is higher, then what is below it."""
    found: list[Part] = []
    waiting = [tuple(roots)] if roots else []
    while waiting:
        together = waiting.pop()
        shown, later = _split(together)
        found.extend(shown)
        waiting.extend(reversed(later))
    return tuple(found)


def _split(roots: tuple[Node, ...]) -> tuple[list[Part], list[tuple[Node, ...]]]:
    """What of `roots` is drawn now, and what has to be drawn after it."""
    whole = Part(roots)
    if fitted(whole) is not None:
        return [whole], []
    if len(roots) > 1:
        return [], _packs(roots)
    root = roots[0]
    trunk, trunk_depth = _trunk(root)
    least = trunk_depth if trunk_depth <= _TRUNK else 0
    if (found := _overview(root, range(_LEVELS, least, -1))) is not None:
        return found
    pieces = _pieces(root, trunk)
    if trunk_depth and not all(map(fitted, pieces)) and (found := _overview(root, range(least, 0, -1))) is not None:
        return found
    return pieces, _packs([child for child in trunk.children if child.children])


def _overview(root: Node, depths: Iterable[int]) -> tuple[list[Part], list[tuple[Node, ...]]] | None:
    """What is shown down to the first of `depths` that fits a page, and the branches left for later; None where none fits."""
    for depth in depths:
        ends = _ends(root, depth)
        if ends and fitted(Part((root,), frozenset(map(id, ends)))) is not None:
            ends = _cut_least(root, ends)
            return [Part((root,), frozenset(map(id, ends)))], _packs(ends)
    return None


def _ends(root: Node, deepest: int) -> list[Node]:
    """The nodes `deepest` below `root` that have others below them."""
    row = [root]
    for _ in range(deepest):
        row = [child for node in row for child in node.children]
    return [node for node in row if node.children]


def _cut_least(root: Node, ends: list[Node]) -> list[Node]:
    """Those of `ends` that stay without what is below them when as many of the smaller ones as fit are drawn whole."""
    order = sorted(ends, key=lambda node: sum(1 for _ in node.walk()))
    fits, fails = 0, len(order)
    while fails - fits > 1:
        count = (fits + fails) // 2
        if fitted(Part((root,), frozenset(map(id, order[count:])))) is not None:
            fits = count
        else:
            fails = count
    kept = set(map(id, order[fits:]))
    return [node for node in ends if id(node) in kept]


def _trunk(root: Node) -> tuple[Node, int]:
    """The first node from `root` down that does not have exactly one below it, and its depth."""
    depth = 0
    while len(root.children) == 1:
        root, depth = root.children[0], depth + 1
    return root, depth


def _pieces(root: Node, trunk: Node) -> list[Part]:
    """The row below `trunk` in pieces of about equal length."""
    children = tuple(trunk.children)
    cut = frozenset(id(child) for child in children if child.children)
    found: list[Part] = []
    for most in _PIECES:
        count = -(-len(children) // most)
        cuts = [len(children) * place // count for place in range(count + 1)]
        found = [Part((root,), cut, trunk, children[start:end]) for start, end in pairwise(cuts) if start < end]
        if all(fitted(part) is not None for part in found):
            break
    return found


def _packs(nodes: Sequence[Node]) -> list[tuple[Node, ...]]:
    """`nodes` in groups that fit one page each, and those alone that do not."""
    packs: list[tuple[Node, ...]] = []
    start = 0
    while start < len(nodes):
        fits, fails = 1, min(len(nodes) - start, _PIECES[0]) + 1
        while fails - fits > 1:
            count = (fits + fails) // 2
            if fitted(Part(tuple(nodes[start : start + count]))) is not None:
                fits = count
            else:
                fails = count
        packs.append(tuple(nodes[start : start + fits]))
        start += fits
    return packs
