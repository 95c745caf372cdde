"""Papers about one post: what all of them have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesduty.model.choices import Status
from salesduty.model.post import Post
from salesduty.results.paper import Block, Paper
from salesduty.text.printable import printable
from salesduty.views.documents import TITLES
from salesduty.views.order import in_reporting_order
from salesduty.views.outline import style_of
from salesduty.workspace.entities import Department, Placed


def post_paper(
    placed: Placed[Post],
    department: Department,
    document: str,
    blocks: Iterable[Block],
    *,
    of: str = "",
    subtitle: str | None = None,
) -> Paper:
    """Return the `document` about a post, called by the name of the post and its own; `of` tells one of several apart.

    The `subtitle` is the name of the department unless another is given.
    """
    spec = department.spec
    name = printable(placed.value.name)
    title = f"{name}{TITLES[document]}{of}"
    return Paper(
        document=document,
        folder=department.id,
        name=title,
        title=title,
        subtitle=printable(spec.name) if subtitle is None else subtitle,
        company=printable(spec.company or ""),
        document_no=printable(spec.document_no or ""),
        version=printable(spec.version or ""),
        effective=printable(spec.effective or ""),
        blocks=tuple(blocks),
        numbering=style_of(spec.numbering),
        cover=False,
        post=name,
        source=department.source,
    )


def filled_posts(department: Department) -> Iterator[Placed[Post]]:
    """Yield the posts that exist today, in reporting order: those that somebody can sign for."""
    return (placed for placed in in_reporting_order(department) if placed.value.status is Status.active)
