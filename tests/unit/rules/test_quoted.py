"""Names of a file inside a message."""

from __future__ import annotations

from salesduty.rules.quoted import listed


def test_names_are_listed_once_each() -> None:
    assert listed(["销售部", "财务部", "销售部"]) == ("“销售部”", "“财务部”")


def test_a_list_ends_where_a_sentence_has_no_more_room() -> None:
    assert listed(f"第{number}号客户经理" for number in range(100, 200))[4:] == ("“第104号客户经理”", "…")
    assert listed(["销" * 90, "财务部"]) == (f"“{'销' * 59}…”", "…")
