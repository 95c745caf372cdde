"""Every document that can be rendered. A new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from salesduty.results.paper import Paper
from salesduty.views import handbook, post_sheet
from salesduty.workspace.entities import Department

View = Callable[[Department], Iterator[Paper]]

VIEWS: Mapping[str, View] = {
    "handbook": handbook.papers,
    "post": post_sheet.papers,
}
