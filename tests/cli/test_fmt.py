"""salesduty fmt: what is written, what is told, and the exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cli.conftest import Ran
from salesduty.toolkit.format import format_files

ROLES = Path(__file__).parents[2] / "roles"
UNTIDY = 'post:\n    name:   "甲"   # 注\n    id: a\n'
TIDY = "post:\n  id: a\n  name: 甲   # 注\n"


def test_files_are_written_in_the_style(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = write("roles/a.yaml", UNTIDY)
    ran = run("fmt", "--lang", "zh")
    assert (ran.code, ran.out) == (0, "已整理 roles/a.yaml\n看了 1 个文件，整理了 1 个\n")
    assert path.read_text(encoding="utf-8") == TIDY
    assert run("fmt", "--lang", "en").out == "looked at 1 files, formatted 0\n"


def test_a_check_writes_nothing(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = write("roles/a.yaml", UNTIDY)
    ran = run("fmt", "--check", "--lang", "zh")
    assert (ran.code, ran.out) == (1, "会整理 roles/a.yaml\n看了 1 个文件，要整理 1 个\n")
    assert path.read_text(encoding="utf-8") == UNTIDY
    path.write_text(TIDY, encoding="utf-8")
    assert run("fmt", "--check").code == 0
    assert run("fmt", "--check", "--keys", "zh").code == 1


def test_a_diff_shows_the_change(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    write("roles/a.yaml", UNTIDY)
    ran = run("fmt", "--diff", "--lang", "en")
    assert ran.code == 1
    assert ran.out.splitlines()[3:] == [" post:", '-    name:   "甲"   # 注', "-    id: a", "+  id: a", "+  name: 甲   # 注"]
    assert ran.err == "would format roles/a.yaml\nlooked at 1 files, 1 to be formatted\n"


def test_keys_turn_into_one_language(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = write("roles/a.yaml", TIDY)
    assert run("fmt", "--keys", "zh").code == 0
    assert path.read_text(encoding="utf-8") == "岗位:\n  编号: a\n  岗位名称: 甲   # 注\n"
    assert run("fmt", "--keys", "en").code == 0
    assert path.read_text(encoding="utf-8") == TIDY


def test_a_file_that_cannot_be_read_is_told(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = write("roles/a.yaml", "post: [\n")
    write("roles/notes.yaml", "shopping:   [milk]\n")
    ran = run("fmt", "--lang", "zh")
    assert (ran.code, ran.out) == (
        1,
        "没有改 roles/a.yaml：文件读不懂，请先运行 salesduty lint 改正\n看了 1 个文件，整理了 0 个\n",
    )
    assert path.read_text(encoding="utf-8") == "post: [\n"


def test_a_file_that_would_lose_something_is_told(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    text = "post:\n  name: 甲\n  岗位名称: 乙\n"
    path = write("roles/a.yaml", text)
    ran = run("fmt", "--keys", "zh", "--lang", "zh")
    assert ran.out.splitlines()[0] == "没有改 roles/a.yaml：不能保证整理后内容一字不差，请手工整理"
    assert (ran.code, path.read_text(encoding="utf-8")) == (0, text)


def test_the_roles_of_the_project_are_in_style() -> None:
    done = format_files(ROLES)
    assert [each.file for each in done.files] == []
    assert (done.left, done.looked > 70) == ((), True)
