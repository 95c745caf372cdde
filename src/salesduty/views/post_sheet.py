"""岗位说明书: the description of one post."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.paper import Paper, Signatures
from salesduty.text.printable import printable
from salesduty.views import post
from salesduty.views.order import in_reporting_order
from salesduty.views.outline import FlatOutline, style_of
from salesduty.views.post_paper import post_paper
from salesduty.workspace.entities import Department


def papers(department: Department) -> Iterator[Paper]:
    """Yield the description of each post of `department`, in reporting order."""
    for placed in in_reporting_order(department):
        outline = FlatOutline(style_of(department.spec.numbering))
        blocks = (
            *post.sections(placed, department, outline, alone=True),
            outline.section("签署确认"),
            Signatures((printable(placed.value.name), "直接上级", "人力资源部")),
        )
        yield post_paper(placed, department, "post", blocks)
