"""The role sets that tests look at: the product's own `roles/` and every folder of `tests/workspaces/`."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from salesduty.results.book import Book
from salesduty.results.finding import ERROR
from salesduty.results.judged import Judged
from salesduty.results.paper import Paper
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.check import judged
from salesduty.toolkit.load import load
from salesduty.views.catalogue import BOOKS, JUDGED_BOOKS, JUDGED_VIEWS, VIEWS
from salesduty.workspace.entities import Department, Workspace

PROJECT = Path(__file__).parents[2]
SMALL = PROJECT / "tests" / "workspaces"
ROLES = PROJECT / "roles"
SETTINGS = Settings(today=date(2026, 11, 21))
"""A day on which none of the documents is overdue, and a test means the same tomorrow."""


def small() -> list[str]:
    """Return the name of every small workspace."""
    return sorted(folder.name for folder in SMALL.iterdir() if (folder / "roles").is_dir())


def roles_of(name: str) -> Path:
    """Return the folder of roles of a workspace; `roles` is that of the project."""
    return ROLES if name == "roles" else SMALL / name / "roles"


@cache
def loaded(name: str) -> Workspace:
    """Return a workspace, resolved."""
    return load(roles_of(name))


def departments() -> list[tuple[str, int]]:
    """Return the workspace and the number of every department that can be rendered, which is every one without errors."""
    return [
        (name, number)
        for name in ("roles", *small())
        for number, department in enumerate(loaded(name).departments)
        if not {file.name for file in department.files} & _with_errors(name)
    ]


@cache
def _with_errors(name: str) -> frozenset[str]:
    return frozenset(finding.file for finding in run(loaded(name), RULES, SETTINGS).at_least(ERROR).findings)


def department(name: str, number: int) -> Department:
    """Return a department of `departments()`."""
    return loaded(name).departments[number]


def documents() -> list[str]:
    """Return every document that is set as papers, by name."""
    return [*VIEWS, *JUDGED_VIEWS]


@cache
def papers_of(document: str, name: str, number: int) -> tuple[Paper, ...]:
    """Return the papers of a document about a department of `departments()`."""
    if document in VIEWS:
        return tuple(VIEWS[document](department(name, number)))
    return tuple(JUDGED_VIEWS[document](department(name, number), _judged(name)[number]))


@cache
def books_of(document: str, name: str, number: int) -> tuple[Book, ...]:
    """Return the workbooks of a document about a department of `departments()`."""
    if document in BOOKS:
        return tuple(BOOKS[document](department(name, number)))
    return tuple(JUDGED_BOOKS[document](department(name, number), _judged(name)[number]))


@cache
def _judged(name: str) -> tuple[Judged, ...]:
    return judged(loaded(name), SETTINGS)
