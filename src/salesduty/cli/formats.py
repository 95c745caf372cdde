"""What `--format` asks for, in every command that reports findings: which forms, and where each of them goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from salesduty.cli.terminal import Terminal
from salesduty.cli.words import NEAR
from salesduty.results.wording import Text
from salesduty.text.nearest import nearest

if TYPE_CHECKING:
    from salesduty.reporters.look import Look, Piece
    from salesduty.results.finding import Report

USUAL = "text"
NAMES = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjsonl", "markdown")
"""The forms of the catalogue of reporters, which a wrong use is told without loading; a test holds them equal."""
CARRIES_EDITS = ("json", "jsonl", "sarif", "rdjsonl")
"""The forms that tell programs what to put into the text; a test holds them equal to what the reporters do."""
FORMS = Text(
    "输出形式，可以写几次；写成 形式=文件 就写进文件。text 给人看，concise 一个问题一行，json、jsonl 给程序用（含全部级别），"
    "github 做批注，gitlab、sarif、junit、rdjsonl 给代码平台，markdown 用于评论和文档。默认 text。",
    "The form of the report; may be repeated; FORM=FILE writes to a file. text is for people, concise takes a line a finding, "
    "json and jsonl are for programs (of every severity), github makes annotations, gitlab, sarif, junit and rdjsonl are for "
    "code hosts, markdown for comments and pages. By default text.",
)
WRITTEN = Text("已写入 {path}", "wrote {path}")
Formats = Annotated[list[str] | None, typer.Option("--format", metavar="FORM[=FILE]")]
"""Declared for the parser; `wanted` reads it."""

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
_MOST_IN_SUMMARY = 1 << 20  # what GitHub takes of a step; it refuses more altogether

_STANDARD_OUTPUT = "-"
_COLOURED = ("text", "concise")
_WIDTH = 100
_ROLE_FILES = (".yaml", ".yml", ".toml")
_NO_FORM = Text("--format 不能是 {given}{near}，可以是：{known}", "--format cannot be {given}{near}; it is one of: {known}")
_NO_FILE = Text(
    "--format {form}= 后面要写文件名，如 --format {form}={form}.out",
    "--format {form}= needs a file, as in --format {form}={form}.out",
)
_TWO_ON_SCREEN = Text(
    "只能有一种形式显示在屏幕上，现在有 {one} 和 {other}。请把其中一种写到文件，如 --format {other}=文件名",
    "only one form can go to the screen, not {one} and {other}; send one to a file, as in --format {other}=FILE",
)
_TWO_IN_ONE_FILE = Text(
    "{one} 和 {other} 不能写进同一个文件 {file}。请各写一个文件",
    "{one} and {other} cannot go into the same file, {file}; give each its own",
)
_A_ROLE_FILE = Text(
    "报告不能写到 {file}：那是岗位文件或设置，或者看起来是。请换一个不以 .yaml、.yml、.toml 结尾的文件名",
    "a report cannot go to {file}: it is a role file or settings, or looks so; choose another ending than .yaml, .yml or .toml",
)
_NO_SUMMARY = Text(
    "步骤摘要 {path} 写不进去，没有批注的问题请看日志。",
    "The step summary {path} cannot be written; see the log for the findings without an annotation.",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report: its form, and the file that it goes to; the standard output where there is none."""

    form: str
    file: Path | None = None


class WrongFormat(typer.BadParameter):
    """A `--format` that cannot be carried out; `said` tells why and what to do."""

    def __init__(self, said: Text, context: Any) -> None:
        super().__init__(said.en, ctx=context)
        self.said = said


def wanted(
    given: Sequence[str] | None,
    sources: Iterable[str],
    context: Any,
    places: Mapping[str, Path] = MappingProxyType({}),
) -> tuple[Wanted, ...]:
    """Return what the values `given` of `--format` ask for; `sources` are the files to check.

    The forms in `places` always go to a file, to the one there if none is named. Where all that is wanted has been sent
    to files, the usual form goes to the standard output. Raises WrongFormat.
    """
    forms = (*NAMES, *places)
    asked = [_wanted(value, forms, context) for value in given or (USUAL,)]
    reports = [Wanted(each.form, each.file or places.get(each.form)) for each in asked]
    if all(report.file is not None and report.form not in places for report in reports):
        reports.insert(0, Wanted(USUAL))
    on_screen = [report.form for report in reports if report.file is None]
    if len(on_screen) > 1:
        raise WrongFormat(_TWO_ON_SCREEN.filled({"one": on_screen[0], "other": on_screen[1]}), context)
    _refuse_overwriting(reports, sources, context)
    return tuple(reports)


def carry_edits(reports: Iterable[Wanted]) -> bool:
    """Tell whether any of `reports` has a place for the edits of findings."""
    return any(report.form in CARRIES_EDITS for report in reports)


def _wanted(value: str, known: tuple[str, ...], context: Any) -> Wanted:
    form, to_file, file = value.partition("=")
    if form not in known:
        names = nearest(form, known)
        near = NEAR.filled({"names": names}) if names else ""
        raise WrongFormat(_NO_FORM.filled({"given": form, "near": near, "known": known}), context)
    if to_file and not file:
        raise WrongFormat(_NO_FILE.filled({"form": form}), context)
    return Wanted(form, Path(file) if file and file != _STANDARD_OUTPUT else None)


def _refuse_overwriting(reports: Iterable[Wanted], sources: Iterable[str], context: Any) -> None:
    checked = {_identity(source) for source in sources}
    taken: dict[str, str] = {}
    for report in reports:
        if report.file is None:
            continue
        identity = _identity(report.file)
        if identity in checked or str(report.file).lower().endswith(_ROLE_FILES):
            raise WrongFormat(_A_ROLE_FILE.filled({"file": str(report.file)}), context)
        if identity in taken:
            values = {"one": taken[identity], "other": report.form, "file": str(report.file)}
            raise WrongFormat(_TWO_IN_ONE_FILE.filled(values), context)
        taken[identity] = report.form


def _identity(path: str | Path) -> str:
    """One spelling for all names of a file; upper and lower case are one, as they are on Windows and macOS."""
    return os.path.realpath(path).casefold()


def deliver(
    reports: Iterable[Wanted], report: Report, pieces: Callable[[str, Look], Iterator[Piece]], terminal: Terminal, look: Look
) -> None:
    """Print and write `reports`, `pieces` making each; files are written whole or not at all. Raises `CannotWrite`.

    A file is told on the standard error, where it spoils no report for programs.
    """
    from salesduty.reporters.look import Piece

    for wish in sorted(reports, key=lambda wish: wish.file is not None):
        if wish.file is None:
            shown = pieces(wish.form, _informed(look, wish.form))
            terminal.show(shown if wish.form in _COLOURED else (Piece(piece.text) for piece in shown))
            if wish.form == "github":
                _summarise(report, terminal, look)
        else:
            _write(wish.file, pieces(wish.form, _informed(look, wish.form, in_file=True)))
            terminal.complain(terminal.within(WRITTEN, path=str(wish.file)))


def _write(file: Path, pieces: Iterable[Piece]) -> None:
    from salesduty.disk.write import write
    from salesduty.reporters.look import plain

    write(file, plain(pieces).encode())


def _informed(look: Look, form: str, *, in_file: bool = False) -> Look:
    """`look`, with what a file asks for and the explanations that one form carries along."""
    if in_file:
        look = replace(look, width=_WIDTH, encoding="utf-8")
    if form == "sarif":
        from salesduty.toolkit.about import about

        look = replace(look, about=about())
    return look


def _summarise(report: Report, terminal: Terminal, look: Look) -> None:
    """Append every finding to the summary of the step, if GitHub names a file for it and drops some of the annotations."""
    from salesduty.disk.append import append
    from salesduty.disk.write import CannotWrite
    from salesduty.reporters.github import overflows
    from salesduty.reporters.markdown import report_within

    path = terminal.environ.get(STEP_SUMMARY)
    if not path or not overflows(report, look):
        return
    wide = replace(look, encoding="utf-8")
    try:
        # A blank line first: whatever is above may be a table, and would go on.
        append(Path(path), lambda room: f"\n{report_within(report, wide, room - 1)}".encode(), _MOST_IN_SUMMARY)
    except CannotWrite:
        terminal.complain(terminal.within(_NO_SUMMARY, path=path))
