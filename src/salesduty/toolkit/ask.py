"""Ask: who holds a thing, and what breaks when a post is empty."""

from __future__ import annotations

from salesduty.responsibility.absent import absent as missed
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.who import who as answered
from salesduty.results.answers import Absent, Who
from salesduty.toolkit.check import analyse, is_reported
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.load import Progress, Source, load


def who(question: str, source: Source = "roles", *, progress: Progress | None = None) -> Who:
    """Return who holds what `question` asks for in every department of `source`; see `load`.

    Raises `NotFound` for a path that does not exist.
    """
    with without_collector():
        return answered(question, _departments(source, progress))


def absent(post: str, source: Source = "roles", *, department: str | None = None, progress: Progress | None = None) -> Absent:
    """Return what breaks when one person of `post`, a name, an alias or an id, is away; in `department` alone if it is given.

    Raises `NotFound` for a path that does not exist and `NotCalled` for a post or a department that nobody is called.
    """
    with without_collector():
        return missed(post, _departments(source, progress), department)


def _departments(source: Source, progress: Progress | None) -> tuple[Responsibilities, ...]:
    return tuple(each for each in analyse(load(source, progress=progress)) if is_reported(each.department))
