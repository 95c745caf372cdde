"""Folders to import into that were made to mislead: forged records, links that lead out, paths that cannot be."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from salesduty.disk.staged import refuse_filled
from salesduty.disk.write import CannotWrite
from salesduty.results.source_record import NAME
from salesduty.toolkit import import_into as module
from salesduty.toolkit.import_into import import_into
from salesduty.toolkit.import_to import import_to

TEXT = "销售经理\n岗位职责：\n1、负责销售工作；\n2、完成销售任务；\n"
OTHER = "仓库主管\n岗位职责：\n1、盘点库存；\n2、收发货物；\n"
links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text(TEXT, "utf-8")
    (tmp_path / "new.txt").write_text(TEXT.replace("完成销售任务", "完成全部销售任务") + OTHER, "utf-8")
    import_to([tmp_path / "old.txt"], tmp_path / "roles")
    return tmp_path / "roles"


def merged(folder: Path) -> list[str]:
    """The kinds of differences, after they were written."""
    done, refused, count = import_into([folder.parent / "new.txt"], folder, write=True)
    assert (refused, count) == ((), 1)
    return sorted(each.kind for each in done.merges)


@pytest.mark.parametrize(
    "forged",
    [
        b"[" * 100_000,
        b'{"source":"old.txt","values":{"a":[%s,""]}}' % (b"9" * 5_000),
        b'{"source":1}\n\xff\xfe\0',
        b"null\n[]\n1",
    ],
)
def test_a_record_that_is_none_is_passed_over(folder: Path, forged: bytes) -> None:
    (folder / NAME).write_bytes(forged)
    assert "new-post" in merged(folder)
    assert (folder / "posts" / "仓库主管.yaml").is_file()


def test_a_record_without_end_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_RECORDED", 1_000)
    (folder / NAME).write_bytes(b"\n" * 2_000)
    assert "new-post" in merged(folder)
    assert (folder / NAME).read_bytes().startswith(b'{"source"')


@links
def test_a_record_that_lies_elsewhere_is_left_alone(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere.jsonl"
    (folder / NAME).rename(elsewhere)
    (folder / NAME).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert merged(folder) == ["changed", "new-post"]
    assert elsewhere.read_bytes() == before


@links
def test_new_posts_do_not_follow_a_link_out(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere"
    (folder / "posts").rename(elsewhere)
    (folder / "posts").symlink_to(elsewhere)
    before = {each.name: each.read_bytes() for each in elsewhere.iterdir()}
    with pytest.raises(CannotWrite) as caught:
        merged(folder)
    assert caught.value.reason == "outside"
    assert {each.name: each.read_bytes() for each in elsewhere.iterdir()} == before


@pytest.mark.parametrize("path", ["a\0b", "file/new"])
def test_a_folder_that_cannot_be_made(path: str, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(TEXT, "utf-8")
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CannotWrite):
        import_to([tmp_path / "old.txt"], tmp_path / path)
    assert sorted(os.listdir(tmp_path)) == ["file", "old.txt"]


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        refuse_filled(tmp_path / "a\0b")
