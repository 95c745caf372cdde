"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from salesduty.disk import write as module
from salesduty.disk.write import CannotWrite, write


def failing(error: OSError) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


def test_folders_are_made_and_bytes_arrive(tmp_path: Path) -> None:
    assert write(tmp_path / "a" / "b" / "c.docx", b"\0new\r\n") is True
    assert (tmp_path / "a" / "b" / "c.docx").read_bytes() == b"\0new\r\n"
    assert os.listdir(tmp_path / "a" / "b") == ["c.docx"]


def test_what_stands_there_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(path, b"same")
    os.utime(path, ns=(1, 1))
    inode = path.stat().st_ino
    assert write(path, b"same") is False
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (1, inode)
    assert write(path, b"also") is True
    assert path.read_bytes() == b"also"


FAULTS = {
    "no space for the data": ("fsync", OSError(errno.ENOSPC, "No space left on device"), "full"),
    "over quota": ("fsync", OSError(errno.EDQUOT, "Disk quota exceeded"), "full"),
    "a failing disk": ("fsync", OSError(errno.EIO, "Input/output error"), "failed"),
    "no permission": ("fsync", PermissionError(errno.EACCES, "Permission denied"), "permission"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    name, error, reason = FAULTS[fault]
    monkeypatch.setattr(module.os, name, failing(error))
    if reason == "permission":
        monkeypatch.setattr(module.os, "name", "posix")
    with pytest.raises(CannotWrite) as caught:
        write(path, b"new and longer")
    assert (caught.value.path, caught.value.reason) == (str(path), reason)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.docx"]


def test_a_crash_before_the_renaming_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", failing(OSError(errno.EIO, "pulled plug")))
    # As it is when the process dies: nobody tidies up either.
    monkeypatch.setattr(Path, "unlink", failing(OSError(errno.EIO, "pulled plug")))
    with pytest.raises(CannotWrite):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    (left,) = set(os.listdir(tmp_path)) - {"a.docx"}
    assert left.startswith(".salesduty-")
    assert (tmp_path / left).read_bytes() == b"new"


def test_an_interruption_is_passed_on_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(path, b"new")
    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"old", ["a.docx"])


def test_the_new_bytes_are_on_the_disk_before_they_take_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(module.os, "fsync", lambda _: done.append("synced"))
    usual = Path.replace

    def replace(path: Path, target: Path) -> Path:
        done.append(f"{path.read_bytes().decode()} in place of {target.name}, beside it: {path.parent == target.parent}")
        return usual(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    write(tmp_path / "a.docx", b"new")
    assert done == ["synced", "new in place of a.docx, beside it: True"]


def test_a_file_that_word_holds_open_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", failing(PermissionError(errno.EACCES, "Access is denied")))
    path = tmp_path / "a.docx"
    monkeypatch.setattr(module.os, "name", "nt")
    # pathlib would now make Windows paths; the reason alone is asked for.
    assert module.reason_of(PermissionError(errno.EACCES, "Access is denied")) == "locked"
    monkeypatch.undo()
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_permissions_are_kept_and_new_files_get_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    before = os.umask(0o027)
    try:
        write(path, b"new")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        path.chmod(0o604)
        write(path, b"newer")
        assert stat.S_IMODE(path.stat().st_mode) == 0o604
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "signed.yaml"
    path.write_bytes(b"signed")
    path.chmod(0o444)
    with pytest.raises(CannotWrite) as caught:
        write(path, b"changed")
    assert caught.value.reason == "permission"
    assert path.read_bytes() == b"signed"


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(CannotWrite) as caught:
        write(tmp_path / "a.docx", b"new")
    assert caught.value.reason in ("failed", "permission", "locked")
    assert os.listdir(tmp_path) == ["a.docx"]


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(CannotWrite) as caught:
        write(tmp_path / "a" / "b.docx", b"new")
    assert caught.value.reason == "failed"


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"kept")
    try:
        (tmp_path / "a.docx").symlink_to(tmp_path / "kept")
    except OSError as error:
        pytest.skip(f"no symbolic links here: {error}")
    assert write(tmp_path / "a.docx", b"new") is True
    assert ((tmp_path / "kept").read_bytes(), (tmp_path / "a.docx").read_bytes()) == (b"kept", b"new")
    assert not (tmp_path / "a.docx").is_symlink()
