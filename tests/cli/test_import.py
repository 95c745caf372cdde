"""salesduty import: what is told, what is written, and the exit code."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Ran
from salesduty.disk import staged
from salesduty.reporters.columns import width
from salesduty.results.source_record import NAME, read_record

TEXT = """销售经理
岗位职责
1、制定销售计划；
2、每周召开销售例会；
任职资格
1、大专以上学历
"""
GUIDE = Path(__file__).parents[2] / "docs" / "import.zh-CN.md"


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_look_writes_nothing(run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path) -> None:
    write("职责.txt", TEXT)
    before = files_below(tmp_path)
    ran = run("import", "职责.txt", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert "└─ 销售经理（第 1 行，职责 2，任职资格 1）" in ran.out
    assert ran.out.endswith("要写成文件，请运行：\n  salesduty import 职责.txt --to roles/职责\n")
    assert run("import", "职责.txt", "--dry-run", "--to", "roles/a", "--lang", "zh").code == 0
    assert files_below(tmp_path) == before


def test_what_is_written_is_checked_and_told(run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path) -> None:
    write("职责.txt", TEXT)
    ran = run("import", "职责.txt", "--to", "roles/销售部", "--no-proposals", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert "已写入 roles/销售部：2 个文件，1 个部门，1 个岗位" in ran.out
    assert "salesduty lint roles/销售部" in ran.out
    post = (tmp_path / "roles/销售部/posts/销售经理.yaml").read_text(encoding="utf-8")
    assert post.startswith("岗位:\n  编号: sales-manager\n  岗位名称: 销售经理\n  岗位职责:\n    - 制定销售计划\n")
    assert run("lint", "roles", "--fail-on", "error").code == 0


def test_every_value_remembers_its_source(run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path) -> None:
    write("职责.txt", TEXT)
    assert run("import", "职责.txt", "--to", "roles/销售部").code == 0
    record = read_record((tmp_path / "roles/销售部" / NAME).read_text(encoding="utf-8"))
    assert {
        address: (each.file, each.line) for address, each in record.items() if address.startswith("sales/sales-manager/#")
    } == {
        "sales/sales-manager/#1": ("职责.txt", 3),
        "sales/sales-manager/#2": ("职责.txt", 4),
    }


def test_proposals_are_comments(run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path) -> None:
    write("职责.txt", TEXT)
    assert run("import", "职责.txt", "--to", "a").code == 0
    assert run("import", "职责.txt", "--to", "b", "--no-proposals").code == 0
    with_them, without = ((tmp_path / each / "posts/销售经理.yaml").read_text(encoding="utf-8") for each in "ab")
    assert "    # 推断：" in with_them
    assert [line for line in with_them.splitlines() if "推断" not in line] == without.splitlines()


def test_a_folder_that_is_not_empty_is_refused(run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path) -> None:
    write("职责.txt", TEXT)
    write("roles/a/x.yaml", "")
    before = files_below(tmp_path)
    ran = run("import", "职责.txt", "--to", "roles/a", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "roles/a 里已经有文件了（如 x.yaml），没有写入任何文件。请换一个新的文件夹；要更新已经导入的内容，用 --into roles/a。\n"
    )
    assert files_below(tmp_path) == before


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path
) -> None:
    write("文件/职责.txt", TEXT)
    write("文件/空.txt", "")
    write("文件/~$职责.docx", "lock")
    write("文件/.hidden.txt", TEXT)
    ran = run("import", "文件", "--to", "roles", "--lang", "zh")
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "文件/空.txt 是空文件。请检查是不是没有保存好。",
        "有 1 份文件没有读出来，原因见上；其余的都处理了。",
    ]
    assert (tmp_path / "roles/posts/销售经理.yaml").is_file()
    ran = run("import", "文件/空.txt", "--to", "b", "--lang", "zh")
    assert (ran.code, ran.out, (tmp_path / "b").exists()) == (2, "", False)


def test_files_that_are_passed_over_are_named(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    write("来稿/职责.txt", TEXT)
    for name in ("来稿/旧版/手册.zip", "来稿/Thumbs.db", "来稿/~$职责.docx"):
        write(name, "x")
    ran = run("import", "来稿", "--lang", "zh")
    assert (ran.code, ran.err) == (
        0,
        "没有看这 1 个文件，能导入的只有 Word、Excel、WPS、PDF、网页和文本文件：来稿/旧版/手册.zip\n",
    )


def test_where_nothing_was_found_nobody_is_told_to_write_it(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    write("通知.txt", "各部门：\n兹定于周五下午三点召开会议，请准时参加。\n")
    ran = run("import", "通知.txt", "--lang", "zh")
    assert (ran.code, "salesduty import" in ran.out) == (1, False)
    assert ran.err.startswith("没有找到岗位和职责。")


def test_a_file_is_no_folder_to_write_to(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    path = write("职责.txt", TEXT)
    ran = run("import", "职责.txt", "--to", "职责.txt", "--lang", "zh")
    assert (ran.code, ran.err) == (2, "职责.txt 是文件，不是文件夹，没有写入任何文件。请换一个新的文件夹名称。\n")
    assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("职责.txt", "职责.txt 是文件，不是文件夹。请写放岗位文件的文件夹。\n"),
        ("来稿", "来稿 里还没有岗位文件，没有什么可以比较。第一次导入请用 --to，写一个新的文件夹。\n"),
    ],
)
def test_there_must_be_something_to_compare_with(
    run: Callable[..., Ran], write: Callable[..., Path], folder: str, said: str
) -> None:
    write("职责.txt", TEXT)
    write("来稿/说明.txt", TEXT)
    ran = run("import", "职责.txt", "--into", folder, "--write", "--lang", "zh")
    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_a_path_without_a_character_is_not_the_folder_one_is_in(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    write("职责.txt", TEXT)
    ran = run("import", "", "--lang", "zh")
    assert (ran.code, ran.out, ran.err) == (2, "", '找不到 ""。请检查路径有没有写错。\n')


def test_what_could_not_be_read_is_told_once_where_files_and_json_are_written(
    run: Callable[..., Ran], write: Callable[..., Path]
) -> None:
    write("职责.txt", TEXT)
    write("空.txt", "")
    ran = run("import", "职责.txt", "空.txt", "--to", "roles/a", "--format", "json", "--lang", "zh")
    assert (ran.code, ran.err.count("空.txt 是空文件"), ran.err.count("没有读出来")) == (1, 1, 1)
    assert [each["file"] for each in json.loads(ran.out)["documents"]] == ["职责.txt"]


def test_no_document_at_all(run: Callable[..., Ran]) -> None:
    assert run("import", "--lang", "zh").err == "用法不对：没有写 文件\n运行 salesduty import --help 查看用法。\n"


def test_superiors_called_after_the_department_are_to_be_decided_and_doubles_are_not(
    run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path
) -> None:
    for name in ("一.txt", "二.txt"):
        write(name, "岗位名称：采购员\n所属部门：采购部\n直接上级：采购部经理\n岗位职责：\n1、询价；\n2、下单。\n")
    ran = run("import", "一.txt", "二.txt", "--to", "roles/a", "--lang", "zh")
    asked = "请确认：采购部经理 没有岗位文件，先记为“采购部”的外部对象；是本部门岗位的，请补上岗位文件"
    assert f"要您决定的（1 处）：\n  {asked}\n已经处理好的（1 处）：\n" in ran.out.replace("\n    ", "")
    assert (tmp_path / "roles/a/department.yaml").read_text(encoding="utf-8").startswith(f"# {asked}\n")


def test_a_wrong_path_is_told_with_what_it_may_mean(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    write("岗位职责.txt", TEXT)
    ran = run("import", "岗位职责.docx", "--lang", "zh")
    assert (ran.code, ran.err) == (2, "找不到 岗位职责.docx（是不是 岗位职责.txt？）。请检查路径有没有写错。\n")


def test_json_is_one_object_or_a_list(run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path) -> None:
    write("a/职责.txt", TEXT)
    one = json.loads(run("import", "a/职责.txt", "--format", "json").out)
    assert [(post["name"], [duty["text"] for duty in post["duties"]]) for post in one["posts"]] == [
        ("销售经理", ["制定销售计划", "每周召开销售例会"])
    ]
    write("a/空.txt", "")
    ran = run("import", "a", "--format", "json", "--lang", "zh")
    several = json.loads(ran.out)
    assert ran.code == 1
    assert [each["file"] for each in several["documents"]] == ["职责.txt"]
    assert [(each["file"], each["reason"]) for each in several["unreadable"]] == [("a/空.txt", "empty")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a"]


@pytest.mark.parametrize(
    "options",
    [("--to", "x", "--into", "y"), ("--write",), ("--into", "y", "--write", "--dry-run")],
)
def test_options_that_do_not_go_together(run: Callable[..., Ran], write: Callable[..., Path], options: tuple[str, ...]) -> None:
    write("职责.txt", TEXT)
    ran = run("import", "职责.txt", *options)
    assert (ran.code, ran.out, bool(ran.err)) == (2, "", True)


def test_the_order_of_files_and_the_number_of_processes_make_no_difference(
    run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path
) -> None:
    names = [f"文件/{number}.txt" for number in range(20)]
    for number, name in enumerate(names):
        write(name, TEXT.replace("销售经理", f"{'甲乙丙丁戊'[number % 5]}区销售经理").replace("例会", f"例会{number // 10}"))
    assert run("import", *names, "--to", "a/roles").code == 0
    assert run("import", *reversed(names), "--to", "b/roles", "--jobs", "2").code == 0
    assert len(one := files_below(tmp_path / "a")) == 12
    assert files_below(tmp_path / "b") == one


def test_the_report_fits_a_narrow_gbk_console(start: Callable[..., Ran], write: Callable[..., Path]) -> None:
    write("职责.txt", TEXT.replace("制定", "制定\x1b[31m😀") + "长" * 300)
    ran = start("import", "职责.txt", "--to", "roles", env={"PYTHONIOENCODING": "gbk", "COLUMNS": "80"}, encoding="gbk")
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if width(line) > 80] == []
    assert "\x1b" not in ran.out


def test_an_interruption_leaves_nothing(
    run: Callable[..., Ran], write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("职责.txt", TEXT)
    before = files_below(tmp_path)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(staged.Staged, "lift", interrupted)
    assert run("import", "职责.txt", "--to", "roles/a/b").code == 130
    assert files_below(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["职责.txt"]


def test_the_guide_shows_commands_that_work(run: Callable[..., Ran], write: Callable[..., Path]) -> None:
    blocks = re.findall(r"```\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines() if line.startswith("salesduty ")]
    assert len(commands) >= 5
    write("岗位职责.docx", TEXT)
    write("新版职责.docx", TEXT.replace("每周", "每月"))
    for command in commands:
        ran = run(*shlex.split(command)[1:], "--lang", "zh")
        assert ran.code in ((0, 1) if " lint " in command or " check " in command else (0,)), (command, ran)
