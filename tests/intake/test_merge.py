"""A document imported again: what is new, changed, gone; edits of people stay."""

from __future__ import annotations

from pathlib import Path

from salesduty.toolkit.import_into import import_into
from salesduty.toolkit.import_to import import_to
from salesduty.toolkit.importing import Wanted

BEFORE = "销售经理\n岗位职责\n1、制定年度销售计划；\n2、每周召开销售例会；\n3、审核销售合同的条款；\n"
PLAIN = Wanted(proposals=False)


def begun(tmp_path: Path, *, text: str = BEFORE) -> tuple[Path, Path, Path]:
    document, folder = tmp_path / "职责.txt", tmp_path / "roles"
    document.write_text(text, encoding="utf-8")
    import_to([document], folder, PLAIN)
    return document, folder, folder / "posts/销售经理.yaml"


def merged(document: Path, folder: Path, *, write: bool = False) -> list[tuple[str, str, str]]:
    done, refused, count = import_into([document], folder, PLAIN, write=write)
    assert (refused, count) == ((), 1)
    return [(each.kind, each.old, each.new) for each in done.merges]


def test_the_same_document_again_is_no_change(tmp_path: Path) -> None:
    document, folder, _ = begun(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert merged(document, folder, write=True) == []
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_new_words_go_where_the_old_ones_are_and_all_else_stays(tmp_path: Path) -> None:
    document, folder, post = begun(tmp_path)
    text = post.read_text(encoding="utf-8").replace("    - 每周", "    # 我的注释\n    - 每周").replace("年度", "全年")
    post.write_text(text + "  备岗: 张三\n", encoding="utf-8")
    document.write_text(BEFORE.replace("每周", "每月").replace("3、审核销售合同的条款", "3、采购办公用品"), encoding="utf-8")
    wanted = [
        ("changed", "每周召开销售例会", "每月召开销售例会"),
        ("new", "", "采购办公用品"),
        ("gone", "审核销售合同的条款", ""),
    ]
    assert merged(document, folder) == wanted
    assert merged(document, folder, write=True) == wanted
    assert post.read_text(encoding="utf-8") == (
        text.replace("每周", "每月").replace("    - 审核销售合同的条款\n", "    - 审核销售合同的条款\n    - 采购办公用品\n")
        + "  备岗: 张三\n"
    )
    assert merged(document, folder) == [("gone", "审核销售合同的条款", "")]


def test_what_was_changed_on_both_sides_is_left_to_the_person(tmp_path: Path) -> None:
    document, folder, post = begun(tmp_path)
    text = post.read_text(encoding="utf-8").replace("每周召开销售例会", "每周一召开销售例会")
    post.write_text(text, encoding="utf-8")
    assert merged(document, folder) == []
    document.write_text(BEFORE.replace("每周召开销售例会", "每周召开部门销售例会"), encoding="utf-8")
    assert merged(document, folder, write=True) == [("kept", "每周一召开销售例会", "每周召开部门销售例会")]
    assert post.read_text(encoding="utf-8") == text


def test_a_new_post_is_a_new_file(tmp_path: Path) -> None:
    document, folder, _ = begun(tmp_path)
    document.write_text(BEFORE + "\n销售助理\n岗位职责\n1、整理合同档案；\n", encoding="utf-8")
    assert merged(document, folder) == [("new-post", "", "销售助理")]
    assert not (folder / "posts/销售助理.yaml").exists()
    assert merged(document, folder, write=True) == [("new-post", "", "销售助理")]
    assert (folder / "posts/销售助理.yaml").read_text(encoding="utf-8").endswith("    - 整理合同档案\n")
    assert merged(document, folder) == []
