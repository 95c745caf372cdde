"""Text of strangers, made harmless."""

from __future__ import annotations

import pytest

from salesduty.text.printable import printable, printable_lines
from salesduty.text.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("销售经理 [red] <b> {{ x }}", "销售经理 [red] <b> {{ x }}"),
        ("\x1b[31m红", "\\x1b[31m红"),
        ("a\tb", "a b"),
        ("a\nb", "a\\x0ab"),
        ("\x9b", "\\x9b"),
        ("gro\u200bss", "gro\\u200bss"),
        ("user\u202etxt", "user\\u202etxt"),
        ("\u3164\U000e0041", "\\u3164\\U000e0041"),
        ("\ufeff\ud800", "\\ufeff\\ud800"),
        ("\ufdd0\U0001fffe\U0010ffff", "\\ufdd0\\U0001fffe\\U0010ffff"),
        ("𠀀", "𠀀"),
    ],
)
def test_nothing_unseen_is_left(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_one_line_folds_blanks_and_cuts_what_is_long() -> None:
    assert one_line("  销售\n\t 经理  ") == "销售 经理"
    assert one_line("一" * 40) == "一" * 40
    assert one_line("一" * 41) == "一" * 39 + "…"
    assert one_line("一二三四", limit=3) == "一二…"


def test_a_cut_counts_what_is_seen() -> None:
    assert one_line("\x1b\x1b", limit=5) == "\\x1b…"


def test_lines_of_a_document() -> None:
    assert printable_lines("\n第一行  \r\n\r\n第\x07二行\u2028第三行\n\n") == ("第一行", "", "第\\x07二行", "第三行")
    assert printable("\n第一行\n\n第二行\n") == "第一行 第二行"
    assert printable("") == ""
