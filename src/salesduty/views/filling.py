"""The documents that a company may have in a Word file of its own, and papers that carry the values for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from salesduty.model.post import Post
from salesduty.results.paper import Paper
from salesduty.results.record import Record, Several
from salesduty.views.cards import Card, cards
from salesduty.views.catalogue import VIEWS
from salesduty.views.context import context, whole
from salesduty.views.kinds import DEPARTMENT, POST
from salesduty.views.order import in_reporting_order
from salesduty.views.post_paper import filled_posts
from salesduty.workspace.entities import Department, Placed

_Subject = tuple[Placed[Post] | None, Card | None]

FILLED: Mapping[str, str] = {"handbook": DEPARTMENT, "post": POST, "agreement": POST, "scorecard": POST, "onboarding": POST}
"""The documents that a Word file can be filled to, and the kind of record that it is filled with."""


def papers(document: str) -> Callable[[Department], Iterator[Paper]]:
    """Return the view of `document`, one of FILLED, whose papers carry what a template of Word sees."""

    def filled(department: Department) -> Iterator[Paper]:
        shared = whole(department)
        posts = shared["posts"] if isinstance(shared["posts"], Several) else Several()
        by_address = {placed.address: post for placed, post in zip(in_reporting_order(department), posts, strict=True)}
        for paper, (placed, card) in zip(VIEWS[document](department), _subjects(document, department), strict=True):
            post = by_address[placed.address] if placed is not None else None
            values = context(paper, shared, post if isinstance(post, Record) else None, card)
            yield replace(paper, blocks=(), values=values)

    return filled


def _subjects(document: str, department: Department) -> Iterator[_Subject]:
    """What each paper of `document` is about, in the order of the papers."""
    if document == "handbook":
        yield (None, None)
    elif document == "post":
        yield from ((placed, None) for placed in in_reporting_order(department))
    elif document == "scorecard":
        yield from ((placed, card) for placed in filled_posts(department) for card in cards(placed, department))
    else:
        yield from ((placed, None) for placed in filled_posts(department))
