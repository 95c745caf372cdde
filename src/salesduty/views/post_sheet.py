"""岗位说明书: the description of one post."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.paper import Heading, Paper, Signatures
from salesduty.text.printable import printable
from salesduty.views import post
from salesduty.views.order import in_reporting_order
from salesduty.views.outline import Outline
from salesduty.workspace.entities import Department


def papers(department: Department) -> Iterator[Paper]:
    """Yield the description of each post of `department`, in reporting order."""
    spec = department.spec
    for placed in in_reporting_order(department):
        name = printable(placed.value.name)
        outline = _FlatOutline("chinese")
        yield Paper(
            document="post",
            folder=department.id,
            name=f"{name}岗位说明书",
            title=f"{name}岗位说明书",
            subtitle=printable(spec.name),
            company=printable(spec.company or ""),
            document_no=printable(spec.document_no or ""),
            version=printable(spec.version or ""),
            effective=printable(spec.effective or ""),
            blocks=(
                *post.sections(placed, department, outline),
                outline.section("签署确认"),
                Signatures((name, "直接上级", "人力资源部")),
            ),
            cover=False,
        )


class _FlatOutline(Outline):
    """The outline of a document about one post: its sections are the chapters."""

    def section(self, text: str, anchor: str = "") -> Heading:
        """Return the heading of the next chapter."""
        return self.chapter(text, anchor)
