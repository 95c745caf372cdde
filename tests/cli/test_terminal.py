"""The program as a process: encodings, pipes, colour, and what it imports."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from salesduty.cli.formats import NAMES
from salesduty.cli.terminal import Terminal, of_process
from salesduty.reporters.columns import width

COMMAND = (sys.executable, "-m", "salesduty")
POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and terminals of POSIX")


@pytest.fixture
def broken(write: Callable) -> Path:
    """A file that cannot be read as YAML, because of something behind a character that GBK lacks."""
    path: Path = write("roles/坏\U0001f600.yaml", "😀: [销售\n")
    return path


def place(shown: str) -> list[str]:
    """The source line and the caret line."""
    return [line for line in shown.splitlines() if " | " in line]


@pytest.mark.usefixtures("broken")
def test_a_gbk_console(start: Callable) -> None:
    ran = start("lint", env={"PYTHONIOENCODING": "gbk"}, encoding="gbk")

    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("roles/坏\\U0001f600.yaml:1:4  错误  STR001 ")
    assert place(ran.out) == ["  1 | \\U0001f600: [销售", "    |             ^"]


@pytest.mark.usefixtures("broken")
def test_a_console_without_chinese_is_spoken_to_in_english(start: Callable) -> None:
    env = {"PYTHONIOENCODING": "", "PYTHONUTF8": "0", "LC_ALL": "C"}
    ran = start("lint", env=env, encoding="ascii")

    assert (ran.code, ran.err) == (1, "")
    assert re.match(r"roles/(\\udc[0-9a-f]{2})+\.yaml:1:4  error  STR001 ", ran.out)
    assert place(ran.out) == ["  1 | \\U0001f600: [\\u9500\\u552e", "    |             ^"]
    assert start("lint", "--lang", "zh", env=env, encoding="ascii").out.splitlines()[0].split("  ")[1] == "\\u9519\\u8bef"
    for args in (["lint", "--lang", "zh", "--help"], ["--lang", "zh", "没有"]):
        assert start(*args, env=env, encoding="ascii").code in (0, 2)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_json_is_the_same_whatever_the_console(start: Callable, encoding: str) -> None:
    import json

    ran = start("lint", "--lang", "zh", "--format", "json", env={"PYTHONIOENCODING": encoding}, encoding=encoding)
    usual = start("lint", "--lang", "zh", "--format", "json")

    assert json.loads(ran.out) == json.loads(usual.out)
    assert ran.out.isascii()
    assert not usual.out.isascii()


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("form", NAMES)
@pytest.mark.parametrize("command", ["lint", "check"])
def test_every_form_on_a_gbk_console(start: Callable, command: str, form: str) -> None:
    ran = start(command, "--lang", "zh", "--format", form, env={"PYTHONIOENCODING": "gbk"}, encoding="gbk")
    usual = start(command, "--lang", "zh", "--format", form)

    assert (ran.code, usual.code) == (1, 1)
    assert bool(ran.out) == bool(usual.out)
    if form in ("json", "jsonl", "sarif", "gitlab", "rdjsonl", "junit"):
        assert ran.out.isascii()
    else:
        assert "😀" not in ran.out


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("form", NAMES)
def test_every_form_in_colour_a_narrow_window_and_none(start: Callable, form: str) -> None:
    usual = start("lint", "--format", form).out
    coloured = start("lint", "--format", form, env={"FORCE_COLOR": "1", "TERM": "xterm"}).out

    assert ("\x1b" in coloured) is (form in ("text", "concise"))
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == usual
    assert start("lint", "--format", form, env={"FORCE_COLOR": "1", "TERM": "xterm", "NO_COLOR": "1"}).out == usual
    narrow = start("lint", "--format", form, env={"COLUMNS": "40"}).out
    assert (narrow == usual) is (form != "text")


@POSIX
@pytest.mark.parametrize("form", NAMES)
def test_a_reader_of_any_form_may_go_away(environment: Callable, write: Callable, tmp_path: Path, form: str) -> None:
    for number in range(400):
        write(f"roles/{number}.yaml", "a: [\n")

    assert piped(environment(), tmp_path, "lint", "--format", form, read=10) == (1, b"")


@POSIX
@pytest.mark.usefixtures("broken")
def test_a_file_name_that_is_no_utf8(start: Callable, tmp_path: Path) -> None:
    name = os.fsdecode("销".encode("gbk"))
    try:
        (tmp_path / f"roles/{name}.yaml").write_text("a: [", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes UTF-8 names only")

    for form in NAMES:
        ran = start("lint", "--format", form)
        assert ran.code == 1
        assert {"sarif": "%CF%FA.yaml", "markdown": r"\\udcc"}.get(form, r"\udcc") in ran.out


def piped(environ: dict[str, str], folder: Path, *args: str, read: int) -> tuple[int, bytes]:
    """Run the program, read so many bytes of its output, and go away."""
    with subprocess.Popen([*COMMAND, *args], cwd=folder, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(read)
        process.stdout.close()
        err = process.stderr.read()
        return process.wait(timeout=60), err


@POSIX
def test_a_reader_who_goes_away_is_no_trouble(environment: Callable, write: Callable, tmp_path: Path) -> None:
    for number in range(400):
        write(f"roles/{number}.yaml", "a: [\n")

    assert piped(environment(), tmp_path, "lint", read=10) == (1, b"")


@POSIX
def test_a_reader_who_never_came_is_no_trouble(environment: Callable, write: Callable, tmp_path: Path) -> None:
    write("good/department.yaml", "department: {name: 销售部}\n")

    for coloured in ("", "1"):
        assert piped(environment(FORCE_COLOR=coloured), tmp_path, "lint", "--fail-on", "error", "good", read=0) == (0, b"")
    for args in (["--version"], ["lint", "--help"]):
        assert piped(environment(), tmp_path, *args, read=0) == (0, b"")


@POSIX
@pytest.mark.usefixtures("broken")
def test_streams_that_are_closed_or_full(environment: Callable, tmp_path: Path) -> None:
    def run(line: str) -> subprocess.CompletedProcess[bytes]:
        salesduty = f"{sys.executable} -m salesduty"
        return subprocess.run(
            ["/bin/sh", "-c", line.replace("salesduty", salesduty)],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            check=False,
            timeout=60,
        )

    assert run("salesduty lint >&-").returncode == 1
    assert run("salesduty lint nowhere 2>&-").returncode == 2
    assert run("salesduty --version >&-").returncode == 0
    if Path("/dev/full").exists():
        full = run("salesduty lint > /dev/full")
        assert (full.returncode, full.stderr.decode()[:8]) == (2, "输出写不出去（N")
        assert full.stderr.count(b"\n") == 1
        assert run("salesduty lint nowhere 2> /dev/full").returncode == 2


@POSIX
def test_an_interruption_ends_with_a_sentence(environment: Callable, tmp_path: Path) -> None:
    slow = (
        "import signal, sys, time, salesduty.toolkit.lint as toolkit\n"
        "def lint(*_, **__):\n    print('ready', flush=True)\n    time.sleep(60)\n"
        "toolkit.lint = lint\n"
        # A shell that starts the tests in the background has SIGINT ignored for all below it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from salesduty.cli import main\n"
        "sys.exit(main(['lint']))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", slow], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)

    assert (process.returncode, out, err.decode()) == (130, b"", "已中断。没有留下写了一半的文件。\n")


def on_a_terminal(environ: dict[str, str], folder: Path, *args: str) -> str:
    """What the program shows on a terminal of 50 columns."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
    with subprocess.Popen([*COMMAND, *args], cwd=folder, env=environ, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 65536):
                shown += data
        except OSError:
            pass
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


@POSIX
@pytest.mark.usefixtures("broken")
def test_a_terminal_gets_colour_and_its_own_width(environment: Callable, tmp_path: Path) -> None:
    shown = on_a_terminal(environment(TERM="xterm-256color"), tmp_path, "lint", "--show", "info")

    assert "\x1b[1;31m错误\x1b[0m" in shown
    plain = on_a_terminal(environment(TERM="xterm", NO_COLOR="1"), tmp_path, "lint")
    assert "\x1b" not in plain
    assert 41 <= max(map(width, plain.splitlines())) <= 50


@pytest.mark.usefixtures("broken")
def test_colour_on_request_takes_nothing_for_markup(start: Callable, write: Callable) -> None:
    name = "[red]x[/]" + "长" * 60
    write(f"roles/{name}.yaml", "'[bold]:smile:': *x\n")

    ran = start("lint", env={"FORCE_COLOR": "1", "TERM": "xterm"})

    assert f"\x1b[1mroles/{name}.yaml:1:18\x1b[0m" in ran.out
    assert "'[bold]:smile:': *x\n" in ran.out
    assert re.sub("\x1b\\[[0-9;]*m", "", ran.out) == start("lint").out


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(("columns", "least", "most"), [("40", 30, 40), ("60", 41, 60), ("", 61, 100)])
def test_columns_are_honoured(run: Callable, monkeypatch: pytest.MonkeyPatch, columns: str, least: int, most: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    lines = run("lint").out.splitlines()

    assert least <= max(width(line) for line in lines if "yaml:" not in line) <= most


class Window(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("environ", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "3"}, False, True),
    ],
)
def test_colour(environ: dict[str, str], terminal: bool, coloured: bool) -> None:
    assert Terminal("zh", Window(terminal=terminal), Window(terminal=True), environ).in_colour is coloured


@pytest.mark.parametrize(("columns", "wide"), [("80", 80), ("0", 100), ("-5", 100), ("x", 100), ("", 100), ("²", 100)])
def test_width(columns: str, wide: int) -> None:
    assert Terminal("zh", Window(terminal=False), Window(terminal=False), {"COLUMNS": columns}).width == wide


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()

    assert not Terminal("zh", stream, stream, {}).in_colour


def test_streams_that_are_no_files_are_taken_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)

    of_process(["--lang", "en"]).say("销售")

    assert out.getvalue() == "销售\n"
