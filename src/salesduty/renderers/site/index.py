"""The index of a site: its departments, and a search over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from salesduty.renderers.engine import engine
from salesduty.renderers.site.page import WORDS
from salesduty.renderers.site.scripts import embedded, scripts
from salesduty.renderers.webpage import policy, style
from salesduty.results.site import Index, Page
from salesduty.results.stationery import Stationery

_NAMED = 30
"""As many posts of a department are named on its card."""


@dataclass(frozen=True, slots=True)
class _Card:
    """A department as the index shows it; `href` leads to its page, `posts` are names with the ways to them."""

    href: str
    name: str
    paper: object
    figures: tuple[tuple[str, int], ...]
    counts: tuple[tuple[str, str, int], ...]
    posts: tuple[tuple[str, str], ...]
    more: int


def render(index: Index, stationery: Stationery) -> bytes:
    """Return `index` as one file without outside parts."""
    look = style(stationery, ("html/style.css", "site/site.css", "site/index.css"))
    early, late = scripts(stationery, "site/common.js", "site/index.js")
    companies = {page.paper.company for _, page in index.pages}
    text = (
        engine(stationery.templates)
        .get_template("site/index.html.jinja")
        .render(
            company=companies.pop() if len(companies) == 1 else "",
            cards=[_card(name, page) for name, page in index.pages],
            data=embedded(_data(index)),
            style=look,
            early=early,
            late=late,
            policy=policy((look,), (early, late)),
        )
    )
    return text.encode("utf-8")


def _card(name: str, page: Page) -> _Card:
    href = quote(name)
    posts = [(entry.title, f"{href}#{quote(entry.anchor)}") for entry in page.entries if entry.kind == "岗位"]
    return _Card(
        href=href,
        name=page.name,
        paper=page.paper,
        figures=page.figures,
        counts=tuple((kind.name, WORDS[kind], count) for kind, count in page.counts.items() if count),
        posts=tuple(posts[:_NAMED]),
        more=max(0, len(posts) - _NAMED),
    )


def _data(index: Index) -> object:
    """What can be found: names of pages and departments, and for each entry its kind, title, text, whose it is, its anchor."""
    return [
        [
            quote(name),
            page.name,
            [[entry.kind, entry.title, entry.text, entry.within, entry.anchor] for entry in page.entries],
        ]
        for name, page in index.pages
    ]
