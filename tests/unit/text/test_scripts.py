"""Traditional and simplified characters."""

from __future__ import annotations

from salesduty.text.scripts import simplified_in, traditional_in


def test_each_is_found_where_it_stands() -> None:
    assert traditional_in("回访老客戶") == [(4, "戶")]
    assert simplified_in("與客户核對订單") == [(2, "户"), (5, "订")]


def test_what_both_write_is_neither() -> None:
    assert traditional_in("后台里程，干系人") == []
    assert simplified_in("后里干") == []


def test_names_keep_their_characters() -> None:
    assert traditional_in("东昇仓库") == []


def test_other_characters_do_not_count() -> None:
    assert traditional_in("✅完成") == []
    assert simplified_in("✅完成") == []
