"""Papers about a whole department: what all of them have in common."""

from __future__ import annotations

from collections.abc import Iterable

from salesduty.results.paper import Block, Paper
from salesduty.text.printable import printable
from salesduty.views.documents import TITLES
from salesduty.views.outline import style_of
from salesduty.workspace.entities import Department


def department_paper(department: Department, document: str, blocks: Iterable[Block]) -> Paper:
    """Return the `document` about `department`, without a cover, called by the name of the department and its own."""
    spec = department.spec
    title = department_title(department, document)
    return Paper(
        document=document,
        folder=department.id,
        name=title,
        title=title,
        subtitle="",
        company=printable(spec.company or ""),
        document_no=printable(spec.document_no or ""),
        version=printable(spec.version or ""),
        effective=printable(spec.effective or ""),
        blocks=tuple(blocks),
        numbering=style_of(spec.numbering),
        cover=False,
        source=department.source,
    )


def department_title(department: Department, document: str) -> str:
    """Return what the `document` about `department` is called: 销售部组织结构图."""
    return printable(f"{department.spec.name}{TITLES[document]}")
