"""Every document that can be made of a department. A new one is one file and one line here.

A document that needs to know who holds what stands under `JUDGED_VIEWS`; what is made as a workbook, under `BOOKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from salesduty.results.book import Book
from salesduty.results.judged import Judged
from salesduty.results.paper import Paper
from salesduty.views import agreement, chart, check, handbook, onboarding, post_sheet, process_paper, raci, register, scorecard
from salesduty.views.books import raci as raci_book
from salesduty.views.books import register as register_book
from salesduty.views.books import scorecard as scorecard_book
from salesduty.workspace.entities import Department

View = Callable[[Department], Iterator[Paper]]
JudgedView = Callable[[Department, Judged], Iterator[Paper]]
BookView = Callable[[Department], Iterator[Book]]
JudgedBookView = Callable[[Department, Judged], Iterator[Book]]

VIEWS: Mapping[str, View] = {
    "handbook": handbook.papers,
    "post": post_sheet.papers,
    "agreement": agreement.papers,
    "scorecard": scorecard.papers,
    "onboarding": onboarding.papers,
    "chart": chart.papers,
    "process": process_paper.papers,
    "register": register.papers,
}
DRAWN = frozenset(("chart", "process"))
"""The documents that can be had as drawings alone."""
JUDGED_VIEWS: Mapping[str, JudgedView] = {
    "check": check.papers,
    "raci": raci.papers,
}
BOOKS: Mapping[str, BookView] = {
    "scorecard": scorecard_book.books,
    "register": register_book.books,
}
JUDGED_BOOKS: Mapping[str, JudgedBookView] = {
    "raci": raci_book.books,
}
