"""The page of one department: handbook, chart, matrix, search and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from salesduty.renderers.engine import engine
from salesduty.renderers.site.matrix import laid_out
from salesduty.renderers.site.scripts import scripts
from salesduty.renderers.svg import svg
from salesduty.renderers.webpage import brand, policy, style
from salesduty.results.finding import ERROR, INFO, WARNING, Severity
from salesduty.results.paper import Contents
from salesduty.results.site import Page
from salesduty.results.stationery import Stationery

WORDS: Mapping[Severity, str] = {ERROR: "错误", WARNING: "警告", INFO: "提示"}
_LISTED = 100
"""As many findings are listed at the top; the rest stand beside what they are about."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A finding as it is shown; `id` is its own anchor, `about` that of what it is about."""

    id: str
    severity: str
    word: str
    message: str
    fix: str
    rule: str
    place: str
    about: str


def render(page: Page, stationery: Stationery) -> bytes:
    """Return `page` as one file without outside parts."""
    paper = page.paper
    look = style(stationery, ("html/style.css", "site/site.css", "site/page.css"), paper.blocks)
    early, late = scripts(stationery, "site/common.js", "site/page.js")
    listed = tuple(_listed(page))
    contents = next((block for block in paper.blocks if isinstance(block, Contents)), None)
    text = (
        engine(stationery.templates)
        .get_template("site/page.html.jinja")
        .render(
            page=page,
            paper=paper,
            brand=brand(stationery.theme, paper.company),
            blocks=[(block, block.kind) for block in paper.blocks if block is not contents],
            contents=contents.entries if contents else (),
            style=look,
            early=early,
            late=late,
            policy=policy((look,), (early, late)),
            notes=_beside(page, listed),
            linked=True,
            whole=[note for note in listed if not note.about],
            others=[note for note in listed if note.about][:_LISTED],
            unlisted=max(0, sum(bool(note.about) for note in listed) - _LISTED),
            drawings=[
                (drawing.title, Markup(svg(drawing, theme=stationery.theme, prefix=f"chart-{number}", linked=True)))  # noqa: S704
                for number, drawing in enumerate(page.drawings, 1)
            ],
            anchors={entry.anchor for entry in page.entries},
            counts=[(kind.name, WORDS[kind], count) for kind, count in page.counts.items() if count],
            matrix=laid_out(page.matrix, page.open) if page.matrix and page.matrix.rows else None,
        )
    )
    return text.encode("utf-8")


def _listed(page: Page) -> Iterator[_Shown]:
    for number, (note, anchors) in enumerate(page.notes, 1):
        about = anchors[0] if anchors else ""
        yield _Shown(
            f"finding-{number}", note.severity.name, WORDS[note.severity], note.message, note.fix, note.rule, note.place, about
        )


def _beside(page: Page, listed: tuple[_Shown, ...]) -> Mapping[str, list[_Shown]]:
    """The findings at each anchor; one that is about several things stands at each and has its own anchor at the first."""
    found: dict[str, list[_Shown]] = {}
    for shown, (_, anchors) in zip(listed, page.notes, strict=True):
        for place, anchor in enumerate(anchors):
            again = _Shown("", shown.severity, shown.word, shown.message, shown.fix, shown.rule, shown.place, anchor)
            found.setdefault(anchor, []).append(again if place else shown)
    return found
