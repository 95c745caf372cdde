"""岗位说明书: the description of one post."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.paper import Heading, Paper, Signatures
from salesduty.text.printable import printable
from salesduty.views import naming, post
from salesduty.views.order import in_reporting_order
from salesduty.views.outline import Outline, style_of
from salesduty.workspace.entities import Department


def papers(department: Department) -> Iterator[Paper]:
    """Yield the description of each post of `department`, in reporting order."""
    spec = department.spec
    for placed in in_reporting_order(department):
        name = printable(placed.value.name)
        outline = _FlatOutline(style_of(spec.numbering))
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
                *post.sections(placed, department, outline, alone=True),
                outline.section("签署确认"),
                Signatures((name, "直接上级", "人力资源部")),
            ),
            numbering=style_of(spec.numbering),
            cover=False,
            post=name,
        )


class _FlatOutline(Outline):
    """The outline of a document about one post: its sections are the chapters, 1 and not 1.1 in the decimal style."""

    def chapter(self, text: str, anchor: str = "", *, new_page: bool = False) -> Heading:
        """Return the heading of the next chapter, on the first level whatever the style."""
        return Heading(1, text, self._next(0), naming.anchor(anchor), new_page)

    def section(self, text: str, anchor: str = "") -> Heading:
        """Return the heading of the next chapter."""
        return self.chapter(text, anchor)

    def _label(self, level: int) -> str:
        if self._style == "decimal":
            return ".".join(str(max(count, 1)) for place, count in enumerate(self._counts[: level + 1]) if place != 1)
        return super()._label(level)
