from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from salesduty.cli import render as command
from salesduty.results.finding import ERROR, Finding, Report
from salesduty.results.place import Span
from salesduty.results.wording import Text
from salesduty.toolkit.filenames import PLACEHOLDERS
from salesduty.toolkit.render import DOCUMENTS, FORMATS, Rendered, RenderRefused, formats_of
from salesduty.views.documents import TITLES


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
        "--theme",
        "t.yaml",
        "--template",
        "company.docx",
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
            "theme": None,
            "name": None,
            "jobs": None,
            "template": None,
        },
        {
            "paths": ["a", "b"],
            "format": "md",
            "document": "post",
            "output": Path("out"),
            "despite_errors": True,
            "font_paths": (Path("f"), Path("g")),
            "theme": Path("t.yaml"),
            "name": "{post}",
            "jobs": 3,
            "template": Path("company.docx"),
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


ROLES = (
    "department: {id: sales, name: 销售部, version: '1', effective: 2026-01-01, approved_by: 长}\n"
    "posts: [{id: a, name: 经理, duties: [管], deputy: b}, {id: b, name: 代表, reports_to: a, duties: [办], deputy: a}]\n"
)


def test_files_are_called_as_wished(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", ROLES)

    ran = run("render", "--document", "post", "--format", "md", "--name", "{部门}/{岗位}-{版本}-{周期}")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "已写入 dist/销售部/经理-1.md\n已写入 dist/销售部/代表-1.md\n共 2 个文件，其中 2 个有变化\n"


@pytest.mark.parametrize(
    ("options", "zh", "en"),
    [
        (
            ("--name", "{pots}"),
            "--name 里没有 {pots} 这一项（是不是 post？）。可以写："
            "部门编号、部门、公司、岗位、文件、标题、名称、文件编号、版本、生效日期、周期",
            "--name knows no {pots} (did you mean post?); there are: department, department-name, company, post, document, title, "
            "name, number, version, effective, cycle",
        ),
        (
            ("--name", "{post"),
            "--name {post 里的花括号不成对。花括号本身写成 {{ 和 }}",
            "the braces in --name {post do not match; a brace itself is written {{ or }}",
        ),
        (
            ("--name", "../x"),
            "--name ../x 指到了输出文件夹的外面。写成相对的名字，输出文件夹用 --output 指定",
            "--name ../x leads out of the output folder; write a relative name, and choose the folder with --output",
        ),
        (
            ("--name", "x.pdf"),
            "--name 以 .pdf 结尾，生成的却是 docx。请把结尾改成 .docx，或加上对应的 --format",
            "--name ends in .pdf, but what is made is docx; let it end in .docx, or add the --format that goes with it",
        ),
        (
            ("--name", ""),
            '--name 没有写文件名。例如 --name "{department}/{post}-{version}"',
            '--name names no file; an example is --name "{department}/{post}-{version}"',
        ),
        (
            ("--name", "a/b/c/d/e/f/g/h/i"),
            "--name a/b/c/d/e/f/g/h/i 的文件夹层数太多，最多 7 层",
            "--name a/b/c/d/e/f/g/h/i has too many folders; 7 is the most",
        ),
    ],
)
def test_a_name_that_cannot_be_used(run: Callable, options: tuple[str, ...], zh: str, en: str) -> None:
    ran = run("render", *options)

    assert (ran.code, ran.out, ran.err) == (2, "", f"用法不对：{zh}\n运行 salesduty render --help 查看用法。\n")
    assert run("render", *options, "--lang", "en").err.splitlines()[0] == f"error: {en}"


def test_a_format_that_there_is_not_for_a_document(run: Callable) -> None:
    books = "、".join(document for document in DOCUMENTS if "xlsx" in formats_of(document))
    known = "、".join(formats_of("handbook"))

    assert run("render", "--format", "xlsx").err == (
        f"用法不对：handbook 不能生成 xlsx，可以是：{known}。能生成 xlsx 的有：{books}\n运行 salesduty render --help 查看用法。\n"
    )


def test_the_help_says_every_placeholder_and_every_document(run: Callable) -> None:
    said, english = run("render", "--help").out, run("render", "--help", "--lang", "en").out
    joined, plain = "".join(said.split()), " ".join(english.split())

    assert all(f"{name}" in joined for name in PLACEHOLDERS.values())
    assert ", ".join(PLACEHOLDERS) in plain
    assert all(TITLES[document] in joined for document in DOCUMENTS)
    books = [document for document in DOCUMENTS if "xlsx" in formats_of(document)]
    assert all(document in plain.partition("xlsx goes with")[2].partition(".")[0] for document in books)


def test_a_theme_that_cannot_be_used(run: Callable, write: Callable) -> None:
    write("theme.yaml", "封面: 也许\n")

    ran = run("render", "--theme", "theme.yaml")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "版式文件有误，没有生成：\n  theme.yaml:1:5  “封面”要写 是 或 否；现在是“也许”\n请改好再运行；写法见 docs/theme.zh-CN.md。\n"
    )
    assert run("render", "--theme", "nope.yaml", "--lang", "en").err == (
        "The theme cannot be used, and nothing was rendered:\n  nope.yaml  there is no such file\n"
        "Mend it and run again; see docs/theme.zh-CN.md.\n"
    )


def test_what_was_written_before_it_failed_is_told(run: Callable, write: Callable, tmp_path: Path) -> None:
    write("roles/a.yaml", ROLES)
    (tmp_path / "dist" / "sales" / "代表岗位说明书.md").mkdir(parents=True)

    ran = run("render", "--document", "post", "--format", "md")

    assert ran.code == 2
    assert ran.out == "已写入 dist/sales/经理岗位说明书.md\n以上 1 个文件已经写好，其余没有写。\n"
    assert ran.err == "写不了 dist/sales/代表岗位说明书.md。请检查路径和磁盘。\n"


def test_nothing_lands_outside_of_the_output(run: Callable, write: Callable, tmp_path: Path) -> None:
    write("roles/a.yaml", ROLES)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "sales").symlink_to(tmp_path / "elsewhere")

    ran = run("render", "--format", "md")

    assert (ran.code, ran.out, list((tmp_path / "elsewhere").iterdir())) == (2, "", [])
    assert ran.err.startswith("没有写 dist/sales/销售部岗位责任制.md：它所在的文件夹是链接，指到了输出文件夹的外面。")


def test_a_check_as_a_workbook_is_that_of_check(run: Callable, write: Callable, tmp_path: Path) -> None:
    write("roles/a.yaml", ROLES)

    run("render", "--document", "check", "--format", "xlsx")
    run("check", "--format", "xlsx")

    assert (tmp_path / "dist" / "sales" / "销售部职责检查报告.xlsx").read_bytes() == (
        tmp_path / "dist" / "check.xlsx"
    ).read_bytes()
