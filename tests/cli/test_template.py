"""salesduty template, and render with a template: what is said, and the exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from opened.templates import word
from salesduty.cli.template.new import Document
from salesduty.views.filling import FILLED

_ROLES = (
    "department: {id: tea, name: 茶饮部, outside: [店长]}\npost: {id: clerk, name: 店员, reports_to: 店长, duties: [每日收款]}\n"
)


@pytest.fixture
def roles(write: Callable[..., Path]) -> Path:
    """A folder of roles in the folder that the program runs in."""
    return write("roles/tea.yaml", _ROLES)


def test_the_documents_are_those_that_can_be_filled() -> None:
    assert set(get_args(Document)) == set(FILLED)


def test_new_check_and_render(run: Callable, roles: Path, tmp_path: Path) -> None:
    begun = run("template", "new", "post", "company.docx", "--lang", "zh")
    assert (begun.code, begun.err) == (0, "")
    assert begun.out.splitlines()[0] == "已写入 company.docx"
    assert begun.out.splitlines()[-1] == "  salesduty render --document post --template company.docx"
    assert run("template", "check", "company.docx", "--lang", "en").out == "Nothing is wrong with company.docx\n"
    done = run("render", "--document", "post", "--template", "company.docx", "--despite-errors")
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "dist" / "tea" / "店员岗位说明书.docx").is_file()


def test_nothing_is_written_over_unless_it_is_asked_for(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "company.docx").write_bytes(b"mine")
    refused = run("template", "new", "post", "company.docx", "--lang", "zh")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "company.docx 已经有了，没有写入。请换一个文件名；要重新开始，加 --force。\n"
    assert (tmp_path / "company.docx").read_bytes() == b"mine"
    assert run("template", "new", "post", "company.docx", "--force").code == 0
    assert run("template", "new", "post", "company.doc").code == 2


def test_flaws_are_told_with_places_and_exit_codes(run: Callable, roles: Path, tmp_path: Path) -> None:
    (tmp_path / "company.docx").write_bytes(word(["甲方 {{ 岗位.名子 }}"]))
    checked = run("template", "check", "company.docx", "--document", "post", "--lang", "zh")
    assert (checked.code, checked.err) == (1, "")
    assert checked.out.startswith("正文第 1 段：“岗位”里没有“名子”这一项")
    assert "附近的文字：甲方 {{ 岗位.名子 }}" in checked.out
    assert checked.out.endswith("共 1 处要改\n")
    done = run("render", "--document", "post", "--template", "company.docx", "--despite-errors", "--lang", "zh")
    assert done.code == 2
    assert done.err.startswith("模板 company.docx 有要改的地方，没有生成任何文件：\n正文第 1 段：")
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("command", [("template", "check"), ("render", "--document", "post", "--template")])
def test_what_is_no_template_is_told_why(command: tuple[str, ...], run: Callable, roles: Path, tmp_path: Path) -> None:
    (tmp_path / "company.docx").write_bytes(b"nothing")
    refused = run(*command, "company.docx", "--lang", "zh")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "模板 company.docx 用不了：这不是 Word 文件。请用 Word 打开，另存为 docx。\n"
    assert run(*command, "nowhere.docx").code == 2


def test_a_format_that_does_not_go_with_it(run: Callable, roles: Path, tmp_path: Path) -> None:
    (tmp_path / "company.docx").write_bytes(word(["{{ 部门 }}"]))
    refused = run("render", "--format", "html", "--template", "company.docx", "--lang", "zh")
    assert refused.code == 2
    assert refused.err.startswith("用法不对：Word 模板只能生成 docx，不能生成 html。")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_lists_the_commands_below(lang: str, run: Callable) -> None:
    shown = run("template", "--help", "--lang", lang)
    assert shown.code == 0
    assert "new" in shown.out
    assert "check" in shown.out
    assert run("template", "new", "--help", "--lang", lang).code == 0
    assert run("template").code == 2
    assert run("template", "nwe").code == 2
