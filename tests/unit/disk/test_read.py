"""Bytes of a file, never more than is wanted, never from where one should not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from salesduty.disk import read as module
from salesduty.disk.read import CannotRead, read_bytes


def refused(path: Path, root: Path) -> str:
    with pytest.raises(CannotRead) as caught:
        read_bytes(path, root)
    assert caught.value.path == str(path)
    return caught.value.reason


def linked(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError as error:
        pytest.skip(f"no symbolic links here: {error}")


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n\0")
    assert read_bytes(tmp_path / "a.yaml", tmp_path) == b"\xef\xbb\xbfa: 1\r\n\0"


def test_one_byte_more_than_is_wanted_tells_that_it_is_too_much(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"12345")
    assert read_bytes(tmp_path / "a.yaml", tmp_path, 3) == b"1234"


def test_a_link_inside_the_root_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1")
    linked(tmp_path / "b.yaml", tmp_path / "a.yaml")
    assert read_bytes(tmp_path / "b.yaml", tmp_path) == b"a: 1"


def test_a_link_out_of_the_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"password: 1")
    (tmp_path / "roles").mkdir()
    linked(tmp_path / "roles" / "a.yaml", tmp_path / "secret")
    linked(tmp_path / "roles" / "b.yaml", tmp_path / "roles" / "a.yaml")
    assert refused(tmp_path / "roles" / "a.yaml", tmp_path / "roles") == "link"
    assert refused(tmp_path / "roles" / "b.yaml", tmp_path / "roles") == "link"


def test_a_link_inside_a_root_that_is_itself_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yaml").write_bytes(b"a: 1")
    linked(tmp_path / "real" / "b.yaml", tmp_path / "real" / "a.yaml")
    linked(tmp_path / "roles", tmp_path / "real")
    assert read_bytes(tmp_path / "roles" / "b.yaml", tmp_path / "roles") == b"a: 1"


def test_a_link_to_nothing_and_a_link_to_itself_fail(tmp_path: Path) -> None:
    linked(tmp_path / "a.yaml", tmp_path / "gone")
    linked(tmp_path / "b.yaml", tmp_path / "b.yaml")
    assert refused(tmp_path / "a.yaml", tmp_path) == "failed"
    assert refused(tmp_path / "b.yaml", tmp_path) == "failed"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert refused(tmp_path / "a.yaml", tmp_path) == "special"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert refused(tmp_path / "a.yaml", tmp_path) == "special"


def test_a_file_that_has_gone_since_it_was_listed(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.yaml", tmp_path) == "failed"


@pytest.mark.parametrize(
    ("error", "reason"), [(PermissionError(13, "denied"), "permission"), (OSError(5, "I/O error"), "failed")]
)
def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")

    def refusing(*_: object, **__: object) -> object:
        raise error

    monkeypatch.setattr(module, "open", refusing, raising=False)
    assert refused(tmp_path / "a.yaml", tmp_path) == reason


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions bind nobody here: Windows, or root")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")
    (tmp_path / "a.yaml").chmod(0)
    assert refused(tmp_path / "a.yaml", tmp_path) == "permission"
