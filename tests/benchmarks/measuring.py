"""Run commands in turn and compare them: medians of paired rounds, ratios, peak memory. Nothing here asserts a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from time import perf_counter

LIMIT = 540.0
"""Seconds after which a command is ended."""
_SLOW = 20.0
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Command:
    """Something to be timed. `inside` says that it prints the seconds that count as its last line."""

    name: str
    argv: Sequence[str]
    environ: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[int, ...] = (0,)
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that cannot be timed here, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: wall and processor seconds, and the largest memory of the process in bytes where the system tells."""

    wall: float
    processor: float | None
    peak: int | None


@dataclass(slots=True)
class Series:
    """The runs of one command, by round; `trouble` is why there are no more."""

    command: Command | Missing
    samples: dict[int, Sample] = field(default_factory=dict)
    trouble: str = ""


def measure(commands: Iterable[Command | Missing], rounds: int, *, limit: float = LIMIT) -> list[Series]:
    """Run every command once a round, each round starting with the next one, and return what they took.

    A command whose first run takes longer than twenty seconds runs only in every third round; one that fails or
    takes longer than `limit` does not run again.
    """
    series = [Series(command, trouble=command.reason if isinstance(command, Missing) else "") for command in commands]
    for number in range(rounds):
        for each in (*series[number % len(series) :], *series[: number % len(series)]):
            if isinstance(each.command, Command) and not each.trouble and not _spared(each, number):
                _progress(f"round {number + 1} of {rounds}: {each.command.name}")
                taken = _run(each.command, limit)
                if isinstance(taken, str):
                    each.trouble = taken
                else:
                    each.samples[number] = taken
    _progress("")
    return series


def table(title: str, series: Sequence[Series]) -> str:
    """Return the series as a table; the ratios are medians of the ratios to the first series in the same round."""
    base = series[0]
    rows = [(title, "wall", "min–max", "ratio", "cpu", "memory", "runs"), *(_row(each, base) for each in series)]
    widths = [max(_width(row[column]) for row in rows if len(row) > 2 or column == 0) for column in range(7)]
    return "\n".join(_line(row, widths) for row in rows) + "\n"


def _row(each: Series, base: Series) -> tuple[str, ...]:
    name, samples = each.command.name, each.samples.values()
    if not samples:
        return name, each.trouble or "not run"
    walls = [sample.wall for sample in samples]
    ratios = [sample.wall / base.samples[number].wall for number, sample in each.samples.items() if number in base.samples]
    processors = [sample.processor for sample in samples if sample.processor is not None]
    peaks = [sample.peak for sample in samples if sample.peak is not None]
    return (
        name,
        _seconds(median(walls)),
        f"{_seconds(min(walls))}–{_seconds(max(walls))}",
        f"{median(ratios):.2f}×" if ratios else "–",
        _seconds(median(processors)) if processors else "–",
        f"{max(peaks) / 1e6:.0f} MB" if peaks else "–",
        str(len(walls)) + (f", then {each.trouble}" if each.trouble else ""),
    )


def _run(command: Command, limit: float) -> Sample | str:
    """Return what one run took, or why it does not count."""
    with TemporaryFile() as out, TemporaryFile() as err:
        begun = perf_counter()
        process = subprocess.Popen(
            command.argv,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, "PYTHONUTF8": "1", **command.environ},
        )
        ended_by_us = threading.Event()
        clock = threading.Timer(limit, _end, (process, ended_by_us))
        clock.start()
        processor, peak = _wait(process)
        wall = perf_counter() - begun
        clock.cancel()
        if ended_by_us.is_set():
            return f"longer than {limit:g} s"
        if process.returncode not in command.accepted:
            return f"failed with {process.returncode}: {_last_line(err)}"
        return Sample(float(_last_line(out)) if command.inside else wall, processor, peak)


def _wait(process: subprocess.Popen[bytes]) -> tuple[float | None, int | None]:
    """Wait for `process` and return its processor seconds and peak memory, its own children's included."""
    if not hasattr(os, "wait4"):
        process.wait()
        return None, None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS_UNIT


def _end(process: subprocess.Popen[bytes], ended: threading.Event) -> None:
    ended.set()
    process.kill()


def _last_line(stream: object) -> str:
    stream.seek(0)  # type: ignore[attr-defined]
    lines = stream.read().decode("utf-8", errors="replace").strip().splitlines()  # type: ignore[attr-defined]
    return lines[-1][:100] if lines else ""


def _spared(each: Series, number: int) -> bool:
    return number % 3 != 0 and any(sample.wall > _SLOW for sample in each.samples.values())


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _seconds(value: float) -> str:
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value:.3f} s" if value < 10 else f"{value:.1f} s"


def _line(row: tuple[str, ...], widths: Sequence[int]) -> str:
    if len(row) == 2:
        return f"  {row[0]}{' ' * (widths[0] - _width(row[0]))}  {row[1]}"
    first = row[0] + " " * (widths[0] - _width(row[0]))
    return f"  {first}  " + "  ".join(
        " " * (width - _width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True)
    )


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def salesduty(*arguments: str) -> list[str]:
    """Return the command line of the installed `salesduty` beside this Python, or of the module where there is no script."""
    script = Path(sys.executable).parent / ("salesduty.exe" if os.name == "nt" else "salesduty")
    return [str(script), *arguments] if script.exists() else [sys.executable, "-m", "salesduty", *arguments]
