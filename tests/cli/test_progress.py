from __future__ import annotations

import io
from collections.abc import Mapping

import pytest

from salesduty.cli.progress import Progress
from salesduty.cli.terminal import Terminal
from salesduty.results.wording import Text

READ = Text("已读取 {done}/{total}", "{done}/{total} read")


class Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def counted(*times: float, terminal: bool = True, environ: Mapping[str, str] | None = None) -> str:
    """What is shown of work that is done with one file more at each of `times`, in seconds from its start."""
    screen, clock = Screen(terminal=terminal), Clock()
    with Progress(Terminal("zh", io.StringIO(), screen, environ or {}), READ, clock) as progress:
        for done, time in enumerate(times, 1):
            clock.now = 100.0 + time
            progress(done, 1000)
    return screen.getvalue()


def test_short_work_shows_nothing() -> None:
    assert counted(0.1, 0.5, 0.99) == ""


def test_long_work_is_counted_and_the_line_taken_away() -> None:
    assert counted(0.5, 1.0, 1.05, 1.09, 1.11, 1.2) == ("\r已读取 2/1000\r\r已读取 5/1000\r" + "\r" + " " * 13 + "\r")


def test_a_shorter_line_covers_a_longer_one() -> None:
    screen = Screen(terminal=True)
    clock = Clock()
    progress = Progress(Terminal("en", io.StringIO(), screen, {}), READ, clock)
    for seconds, done in ((2.0, 10), (3.0, 9)):
        clock.now = 100.0 + seconds
        progress(done, 10)

    assert screen.getvalue() == "\r10/10 read\r\r9/10 read \r"


def test_it_is_taken_away_when_the_work_breaks_off() -> None:
    screen, clock = Screen(terminal=True), Clock()
    progress = Progress(Terminal("en", io.StringIO(), screen, {}), READ, clock)
    clock.now += 2

    with pytest.raises(KeyboardInterrupt):
        broken_off(progress)

    assert screen.getvalue() == "\r1/2 read\r\r        \r"


def broken_off(progress: Progress) -> None:
    with progress:
        progress(1, 2)
        raise KeyboardInterrupt


def test_nothing_is_shown_where_there_is_no_terminal() -> None:
    assert counted(2.0, 3.0, terminal=False) == ""
    assert counted(2.0, 3.0, environ={"TERM": "dumb"}) == ""
