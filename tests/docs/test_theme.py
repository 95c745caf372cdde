"""The page about themes: its examples work, and it tells every key and every default."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest

from salesduty.model.theme import Colours, Fonts, ThemeFile
from salesduty.results.theme import Theme
from salesduty.toolkit.theme import theme_of

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "theme.zh-CN.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">II", 30, 20) + b"\x08\x02\0\0\0") + chunk(b"IEND")


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_used(tmp_path: Path, example: str) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "theme.yaml").write_text(example, encoding="utf-8")

    assert theme_of(tmp_path).logo == PNG


def test_the_whole_example_has_every_key() -> None:
    for part in (ThemeFile, Fonts, Colours):
        assert all(f"{part.title_of(name)}:" in EXAMPLES[0] for name in part.names)


def test_the_table_has_every_key_and_what_is_usual() -> None:
    rows = [row for row in PAGE.splitlines() if row.startswith("| ")]
    usual = Theme()

    for part in (ThemeFile, Fonts, Colours):
        for name in part.names - {"fonts", "colours"}:
            (row,) = (
                row
                for row in rows
                if f"`{name}`" in row.split("|")[2] and row.split("|")[1].strip().endswith(part.title_of(name))
            )
            default = getattr(usual, f"{name}_font", "") or (usual.shade if name == "shade" else "")
            assert row.split("|")[4].strip() == default or not default
