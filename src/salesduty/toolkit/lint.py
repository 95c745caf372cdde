"""Lint: what the written fields say.

Nothing that reads files is imported before it is known that files have to be read: what has not changed is answered at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from salesduty.disk.find import find
from salesduty.results.finding import Report
from salesduty.settings.settings import Settings


def lint(
    source: str | Path | Iterable[str | Path] | Mapping[str, str | bytes] = "roles",
    *,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
    workers: int = 1,
    remember: bool = False,
) -> Report:
    """Return every finding about `source`, a path, several paths, or texts by file name; see `load`.

    `settings` default to today's date and the built-in thresholds. Up to `workers` processes are used where that pays.
    With `remember` the answer is kept in the user's cache folder, and taken from there while no file changes.
    Raises `NotFound` for a path that does not exist.
    """
    settings = settings or Settings(today=date.today())
    if isinstance(source, Mapping):
        return _of_texts(source, settings)
    paths = (source,) if isinstance(source, (str, Path)) else tuple(source)
    trees = find(paths)
    memory = None
    if remember:
        from salesduty.toolkit.memory import Memory

        memory = Memory(trees, paths, settings)
        if (known := memory.recall()) is not None:
            return known
    from salesduty.toolkit.parts import lint_trees

    return lint_trees(trees, settings, memory, workers=workers, progress=progress)


def _of_texts(texts: Mapping[str, str | bytes], settings: Settings) -> Report:
    from salesduty.toolkit.collector import without_collector
    from salesduty.toolkit.linted import linted
    from salesduty.toolkit.load import load

    with without_collector():
        return linted(load(texts), settings)
