from __future__ import annotations

from pathlib import Path

import pytest

from salesduty.disk.append import append
from salesduty.disk.write import CannotWrite


def test_what_is_there_stays_and_the_room_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    rooms: list[int] = []

    for data in (b"12345", b"678"):
        append(path, lambda room, data=data: (rooms.append(room), data)[1], 10)  # type: ignore[misc]

    assert path.read_bytes() == b"12345678"
    assert rooms == [10, 5]


@pytest.mark.parametrize("data", [b"too much", b""])
def test_what_does_not_fit_is_not_written(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 8)
    append(path, lambda room: data, 10)
    append(path, lambda room: b"y" * room, 5)

    assert path.read_bytes() == b"x" * 8


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no" / "a.md"):
        with pytest.raises(CannotWrite) as caught:
            append(path, lambda room: b"x", 1_000_000)
        assert caught.value.path == str(path)
