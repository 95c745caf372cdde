"""New files are written all or none, and never over what is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from salesduty.disk import create as module
from salesduty.disk.create import AlreadyThere, create
from salesduty.disk.write import CannotWrite


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    create({tmp_path / "a" / "b" / "x.yaml": b"x", tmp_path / "y.toml": b"y"})
    assert tree(tmp_path) == ["a", "a/b", "a/b/x.yaml", "y.toml"]
    assert (tmp_path / "a" / "b" / "x.yaml").read_bytes() == b"x"


def test_what_is_there_stays_and_nothing_else_is_written(tmp_path: Path) -> None:
    (tmp_path / "y.toml").write_bytes(b"mine")
    with pytest.raises(AlreadyThere) as raised:
        create({tmp_path / "a" / "x.yaml": b"x", tmp_path / "y.toml": b"y"})
    assert raised.value.paths == ((tmp_path / "y.toml").as_posix(),)
    assert tree(tmp_path) == ["y.toml"]
    assert (tmp_path / "y.toml").read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_that_leads_nowhere_is_something_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "y.toml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(AlreadyThere):
        create({tmp_path / "y.toml": b"y"})
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("fault", [CannotWrite("z", "full"), KeyboardInterrupt()])
def test_what_was_written_before_a_fault_is_taken_away_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    real = module.write
    (tmp_path / "there").mkdir()

    def write(path: Path, data: bytes) -> bool:
        if path.name == "z":
            raise fault
        return real(path, data)

    monkeypatch.setattr(module, "write", write)
    with pytest.raises(type(fault)):
        create({tmp_path / "a" / "b" / "x": b"x", tmp_path / "there" / "y": b"y", tmp_path / "a" / "z": b"z"})
    assert tree(tmp_path) == ["there"]
