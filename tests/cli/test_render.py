from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from salesduty.cli import render as command
from salesduty.results.finding import ERROR, Finding, Report
from salesduty.results.place import Span
from salesduty.results.wording import Text
from salesduty.toolkit.render import DOCUMENTS, FORMATS, Rendered, RenderRefused


@pytest.fixture
def rendering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[dict[str, object]]]:
    """Let render give these files; return what it is asked for."""

    def let(*files: Rendered) -> list[dict[str, object]]:
        asked: list[dict[str, object]] = []

        def renderings(paths: object, **options: object) -> Iterator[Rendered]:
            asked.append({"paths": paths, **options})
            return iter(files)

        monkeypatch.setattr("salesduty.toolkit.render.renderings", renderings)
        return asked

    return let


def test_the_choices_are_those_of_the_toolkit() -> None:
    assert set(get_args(command.Format)) == set(FORMATS)
    assert set(get_args(command.Document)) == set(DOCUMENTS)


def test_every_file_is_told(run: Callable, rendering: Callable) -> None:
    rendering(
        Rendered("general/责任制.docx", b"x", Path("dist/general/责任制.docx"), changed=True),
        Rendered("solution/\x1b.docx", b"x", Path("dist/solution/\x1b.docx"), changed=False),
    )

    ran = run("render")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == ("已写入 dist/general/责任制.docx\n未变化 dist/solution/\\x1b.docx\n共 2 个文件，其中 1 个有变化\n")
    assert run("render", "--lang", "en").out.splitlines() == [
        "wrote dist/general/责任制.docx",
        "unchanged dist/solution/\\x1b.docx",
        "2 in all, 1 changed",
    ]


def test_the_toolkit_is_asked_for_what_the_options_say(run: Callable, rendering: Callable) -> None:
    asked = rendering()

    run("render")
    run(
        "render",
        "a",
        "b",
        "--format",
        "md",
        "--document",
        "post",
        "-o",
        "out",
        "--despite-errors",
        "--name",
        "{post}",
        "-j",
        "3",
        "--font-path",
        "f",
        "--font-path",
        "g",
    )

    for one in asked:
        assert callable(one.pop("progress"))
        assert callable(one.pop("reading"))
    assert asked == [
        {
            "paths": ("roles",),
            "format": "docx",
            "document": "handbook",
            "output": Path("dist"),
            "despite_errors": False,
            "font_paths": (),
            "name": None,
            "jobs": None,
        },
        {
            "paths": ["a", "b"],
            "format": "md",
            "document": "post",
            "output": Path("out"),
            "despite_errors": True,
            "font_paths": (Path("f"), Path("g")),
            "name": "{post}",
            "jobs": 3,
        },
    ]


def test_errors_are_shown_and_nothing_is_written(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    finding = Finding("STR001", "syntax", ERROR, Text("读不懂", "unreadable"), Text("改", "mend"), "a.yaml", Span(1, 1, 1, 2), "")

    def refuse(*_: object, **__: object) -> None:
        raise RenderRefused(Report((finding,), 1, 0, 1))

    monkeypatch.setattr("salesduty.toolkit.render.renderings", refuse)

    ran = run("render")

    assert ran.code == 1
    assert ran.out == "a.yaml:1:1  错误  STR001 syntax\n  读不懂\n  改法：改\n\n1 个错误（1 个部门，0 个岗位）\n"
    assert ran.err == "有错误，没有生成任何文件。请先改正；只想看看效果，可以加 --despite-errors。\n"


def test_nothing_to_render_is_a_wrong_use(run: Callable, rendering: Callable) -> None:
    rendering()

    ran = run("render", "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Nothing was rendered: there is no department below the given paths.")


def test_files_are_written_once(run: Callable, write: Callable, tmp_path: Path) -> None:
    write("roles/sales/department.yaml", "department: {id: sales, name: 销售部, outside: [总经理]}\n")
    write("roles/sales/posts.yaml", "post: {id: head, name: 销售经理, reports_to: 总经理, duties: [每月 5 日前分解部门指标]}\n")

    first = run("render", "--format", "md", "--output", "out", "--despite-errors")
    (file,) = (path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("out/**/*.md"))

    assert (first.code, first.err) == (0, "")
    assert first.out == f"已写入 {file}\n共 1 个文件，其中 1 个有变化\n"
    assert run("render", "--format", "md", "--output", "out", "--despite-errors").out == (
        f"未变化 {file}\n共 1 个文件，其中 0 个有变化\n"
    )
