"""Who reports to whom, as a tree that can be drawn: each post once, below one superior."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from salesduty.model.choices import Status
from salesduty.model.post import Post
from salesduty.results.drawing import Manner
from salesduty.text.printable import printable
from salesduty.views import naming
from salesduty.views.order import in_reporting_order
from salesduty.workspace.entities import Department, Placed


@dataclass(eq=False, slots=True)
class Node:
    """A post, or a superior from outside the department (`post` is None), with those who report to it.

    `others` are the superiors that it is not drawn below.
    """

    name: str
    post: Placed[Post] | None = None
    others: tuple[str, ...] = ()
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, each before those who report to it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    @property
    def status(self) -> Status:
        """Whether the post exists."""
        return self.post.value.status if self.post is not None else Status.active

    @property
    def headcount(self) -> int | None:
        """How many people the post has, where that is written."""
        return self.post.value.headcount if self.post is not None else None

    @property
    def group(self) -> str:
        """The group of the post, empty for none."""
        group = self.post.value.group if self.post is not None else None
        return printable(group.value) if group is not None else ""

    @property
    def span(self) -> tuple[int, int | None]:
        """How many posts that exist report to this one, and how many people; None where a headcount is not written."""
        reports = [child for child in self.children if child.status is Status.active]
        counts = [child.headcount for child in reports]
        known = [count for count in counts if count is not None]
        return len(reports), sum(known) if len(known) == len(counts) else None

    def manner(self, *, leads: bool) -> Manner:
        """How the box of the post is drawn."""
        if self.post is None:
            return "outside"
        if self.status is Status.retired:
            return "retired"
        if self.status is Status.proposed or self.headcount == 0:
            return "vacant"
        return "head" if leads else "post"


def forest(department: Department) -> tuple[Node, ...]:
    """Return the posts of `department` as trees: below a superior from outside, or on their own where none is written.

    A post that reports to several is drawn below the first of them in the department, or the first at all. Where posts report to
    each other in a circle, the first of them in reporting order is taken for the highest.
    """
    placed = in_reporting_order(department)
    nodes = {each.address: Node(printable(each.value.name), each) for each in placed}
    above = _superiors(department, placed, nodes)
    roots: list[Node] = []
    outsiders: dict[str, Node] = {}
    for each in placed:
        node, superior = nodes[each.address], above[each.address]
        names = tuple(dict.fromkeys(naming.party(department, ref) for ref in each.value.reports_to))
        if superior is not None:
            superior.children.append(node)
        elif names and not _is_inside(department, each, nodes):
            if names[0] not in outsiders:
                roots.append(outsiders.setdefault(names[0], Node(names[0])))
            outsiders[names[0]].children.append(node)
            superior = outsiders[names[0]]
        else:
            roots.append(node)
        node.others = tuple(name for name in names if superior is None or name != superior.name)
    return tuple(roots)


def _superiors(department: Department, placed: tuple[Placed[Post], ...], nodes: dict[str, Node]) -> dict[str, Node | None]:
    """The superior inside the department below which each post is drawn, without circles."""
    above: dict[str, str | None] = {}
    for each in placed:
        own = (party.address for party in department.superiors(each) if party.address in nodes and party.address != each.address)
        above[each.address] = next(own, None)
    _cut_circles(above)
    return {address: nodes[superior] if superior is not None else None for address, superior in above.items()}


def _cut_circles(above: dict[str, str | None]) -> None:
    """Take the superior from the first post of every circle, in place."""
    done: set[str] = set()
    order = {address: place for place, address in enumerate(above)}
    for start in above:
        way: list[str] = []
        on_way: set[str] = set()
        address: str | None = start
        while address is not None and address not in done and address not in on_way:
            way.append(address)
            on_way.add(address)
            address = above[address]
        if address is not None and address in on_way:
            circle = way[way.index(address) :]
            above[min(circle, key=order.__getitem__)] = None
        done.update(way)


def _is_inside(department: Department, placed: Placed[Post], nodes: dict[str, Node]) -> bool:
    """Whether the first superior of a post is of the department itself: only a circle leaves such a one without it."""
    superiors = department.superiors(placed)
    return bool(superiors) and superiors[0].address in nodes
