"""File names that every system can store and that stay where they belong."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesduty.disk.names import safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("销售部岗位责任制", "销售部岗位责任制"),
        ("Sales Manager", "Sales Manager"),
        ("../../../etc/passwd", "_.._.._etc_passwd"),
        ("..", "_"),
        (".", "_"),
        ("", "_"),
        ("   ", "_"),
        ("/", "_"),
        ("a/b\\c", "a_b_c"),
        ("C:\\Users\\x", "C__Users_x"),
        ('<a href="x">|?*', "_a href=_x_____"),
        ("CON", "_CON"),
        ("con.docx", "_con.docx"),
        ("Nul", "_Nul"),
        ("COM1", "_COM1"),
        ("lpt9.x", "_lpt9.x"),
        ("COM¹", "_COM¹"),
        ("CONsole", "CONsole"),
        ("COM10", "COM10"),
        ("name.", "name"),
        (" name ", "name"),
        (".hidden", "hidden"),
        ("a\0b\nc\x1bd\x7f", "a_x00b_x0ac_x1bd_x7f"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_long_name_is_cut_between_characters() -> None:
    assert safe_name("岗" * 300) == "岗" * 60
    assert safe_name("a" * 300) == "a" * 180
    assert safe_name("a" * 179 + "岗") == "a" * 179
    assert safe_name("a" * 179 + " .岗") == "a" * 179


@given(st.text(max_size=250))
def test_any_name_is_one_legal_name_on_every_system(text: str) -> None:
    name = safe_name(text)
    assert name
    assert len(name.encode("utf-8", "replace")) <= 181
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).drive
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]|^[ .]|[ .]$', name)
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name)
    assert safe_name(name) == name
