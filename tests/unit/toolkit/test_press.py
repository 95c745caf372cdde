"""Documents set in this process and in several."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from salesduty.disk.packaged import stationery
from salesduty.renderers import catalogue
from salesduty.results.paper import Paper
from salesduty.toolkit import press, processes
from salesduty.toolkit.press import printed
from salesduty.toolkit.processes import LostWorker, answer, working
from salesduty.toolkit.render import render

PAPER = Paper("post", "d", "名", "标题", "", "", "", "", "", ())
MANY = {
    "a.yaml": "department: {id: d, name: 部}\nposts: ["
    + ", ".join(f"{{id: p{number}, name: 岗位{number}, duties: [每周检查第 {number} 项]}}" for number in range(60))
    + "]\n"
}


def papers(count: int) -> Iterator[tuple[int, Paper]]:
    return ((number, replace(PAPER, title=f"第 {number} 份")) for number in range(count))


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return True
    return False


@pytest.mark.parametrize("jobs", [None, 2, 3])
def test_bytes_and_order_are_those_of_one_process(jobs: int | None) -> None:
    alone = list(printed(papers(50), "md", stationery(), 1))

    assert list(printed(papers(50), "md", stationery(), jobs)) == alone
    assert [about for about, _ in alone] == list(range(50))


def test_documents_are_the_same_with_several_processes() -> None:
    told: list[tuple[int, int]] = []
    alone = render(MANY, document="post", despite_errors=True)

    together = render(MANY, document="post", despite_errors=True, jobs=2, progress=lambda *far: told.append(far))

    assert together == alone
    assert told == [(number, 60) for number in range(1, 61)]


def test_others_help_only_where_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(press, "_together", lambda works, *_: asked.extend(number for number, _ in works) or iter(()))
    monkeypatch.setattr(press, "cores", lambda: 4)

    def after(*seconds: float) -> list[int]:
        ticks = iter((0.0, *seconds, *[9.0] * 99))
        return [number for number, _ in printed(papers(6), "md", stationery(), None, clock=lambda: next(ticks))]

    assert (after(*[0.0] * 9), asked) == ([0, 1, 2, 3, 4, 5], [])
    assert (after(0.0, 0.0), asked) == ([0, 1, 2], [3, 4, 5])


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are copies of this one, whatever other tests have loaded: what these tests patch must be in them."""
    monkeypatch.setattr(processes, "can_fork", lambda: True)


@pytest.mark.usefixtures("copied")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_goes_wrong_in_another_process_is_raised_here_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = catalogue.RENDERERS["md"]

    def failing(paper: Paper, used: object) -> bytes:
        if paper.title == "第 13 份":
            raise ZeroDivisionError(paper.title)
        return usual(paper, stationery())

    monkeypatch.setattr(press, "RENDERERS", {"md": failing})
    done: list[int] = []

    with pytest.raises(ZeroDivisionError, match="第 13 份"):
        done.extend(number for number, _ in printed(papers(40), "md", stationery(), 2))
    assert done == list(range(13))


@pytest.mark.usefixtures("copied")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_that_dies_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    usual, here = catalogue.RENDERERS["md"], os.getpid()

    def dying(paper: Paper, used: object) -> bytes:
        if paper.title == "第 13 份" and os.getpid() != here:
            os._exit(1)
        return usual(paper, stationery())

    monkeypatch.setattr(press, "RENDERERS", {"md": dying})

    assert list(printed(papers(60), "md", stationery(), 2)) == [(n, usual(paper, stationery())) for n, paper in papers(60)]


@pytest.mark.usefixtures("copied")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_processes_end_with_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    def told(connection: object) -> None:
        connection.send(os.getpid())  # type: ignore[attr-defined]
        connection.recv()  # type: ignore[attr-defined]

    with working(told, [(), ()]) as connections:
        started.extend(answer(connection) for connection in connections)
    assert all(map(gone, started))
    with pytest.raises(LostWorker):
        answer(connections[0])


def test_no_more_than_a_few_works_are_held() -> None:
    alive: weakref.WeakSet[Held] = weakref.WeakSet()
    most = 0

    class Held:
        pass

    def held() -> Iterator[tuple[Held, Paper]]:
        nonlocal most
        for _, paper in papers(300):
            about = Held()
            alive.add(about)
            most = max(most, len(alive))
            yield about, paper

    for jobs in (1, 2):
        for _ in printed(held(), "md", stationery(), jobs):
            pass
    assert most <= 40


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interruption_ends_all_and_leaves_whole_files(tmp_path: Path) -> None:
    posts = "".join(f"  - {{id: p{number}, name: 岗位{number}, duties: [每周检查第 {number} 项]}}\n" for number in range(3000))
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "a.yaml").write_text(f"department: {{id: d, name: 部}}\nposts:\n{posts}", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "salesduty",
        "render",
        "roles",
        "--document",
        "post",
        "--despite-errors",
        "--jobs",
        "2",
        "--lang",
        "en",
    ]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    out = tmp_path / "dist" / "d"
    for _ in range(600):
        if out.is_dir() and len(os.listdir(out)) > 20:
            break
        time.sleep(0.1)

    os.killpg(process.pid, signal.SIGINT)
    said, complained = process.communicate(timeout=30)

    written = sorted(os.listdir(out))
    assert (process.returncode, complained.decode()) == (130, "Interrupted. No half-written file is left behind.\n")
    assert [name for name in written if not name.endswith(".docx")] == []
    assert all((out / name).read_bytes().endswith(b"\0\0") for name in written)
    assert said.decode().endswith(f"These {len(written)} are written, the rest is not.\n") or len(written) == 3000


def test_beside_threads_processes_are_started_anew() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert list(printed(papers(20), "md", stationery(), 2)) == list(printed(papers(20), "md", stationery(), 1))
    finally:
        stop.set()
        thread.join()
