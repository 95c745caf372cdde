"""What a document of salesduty's own says, as pages: every field as it was, nothing proposed."""

from __future__ import annotations

from collections.abc import Mapping as Data
from typing import Any

from salesduty.intake.writing.departments import Said, Sheet
from salesduty.intake.writing.desk import Style, origins_of
from salesduty.intake.writing.posts import Page
from salesduty.intake.writing.tree import Mapping, tree, written
from salesduty.model.order import of_file
from salesduty.results.draft import Draft

_APPRAISAL = "appraisal"


def pages(exact: Data[str, Any], file: str, style: Style) -> tuple[Page, ...]:
    """Return a page for each post."""
    return tuple(_page(post, file, style) for post in exact.get("posts", ()))


def sheets(exact: Data[str, Any], file: str, style: Style) -> tuple[Sheet, ...]:
    """Return a page for each process, and one for the rules of appraisal."""
    found = [(each.get("name", ""), "process", each) for each in exact.get("processes", ())]
    if _APPRAISAL in exact:
        found.append((_APPRAISAL, _APPRAISAL, exact[_APPRAISAL]))
    return tuple(
        Sheet(name, each.get("id", name), _text(kind, each, style), origins_of(each, file), (), ()) for name, kind, each in found
    )


def said(draft: Draft) -> Said:
    """Return what the document says of its department."""
    return Said(draft.file, draft.department, draft.department_duties, draft.kpis, draft.exact)


def _page(post: Data[str, Any], file: str, style: Style) -> Page:
    name = str(post.get("name") or post.get("id", ""))
    given = str(post.get("id") or style.names.id(name, "post"))
    text = _text("post", {"id": given, **post}, style)
    return Page(name, tuple(post.get("aliases", ())), given, 1, text, (), origins_of(post, file), (), ())


def _text(kind: str, data: Data[str, Any], style: Style) -> str:
    return written(Mapping({kind: tree(data)}), of_file(style.keys))
