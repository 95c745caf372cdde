"""Words that say the same."""

from __future__ import annotations

import pytest

from salesduty.text.synonyms import SPELLINGS, misspelt, replaced, used


@pytest.mark.parametrize("text", ["制定单价", "确定货源", "固定货位", "设计画面", "营帐", "核定单位", "约定货期"])
def test_parts_of_other_words_are_no_spelling(text: str) -> None:
    assert misspelt(text) == []


@pytest.mark.parametrize(("word", "instead"), SPELLINGS.items())
def test_every_spelling_is_found(word: str, instead: str) -> None:
    assert misspelt(f"，{word}，") == [(1, word, instead)]


def test_a_word_inside_a_wanted_one_is_left_alone() -> None:
    glossary = {"应收账款": ("账款", "货款"), "客户": ("顾客",)}
    assert replaced("催收应收账款和货款，回访顾客", glossary) == [(7, "货款", "应收账款"), (12, "顾客", "客户")]
    assert replaced("催收货款", {}) == []
    assert replaced("催收货款", {"应收账款": ("",)}) == []


def test_words_are_counted_outside_longer_ones() -> None:
    group = ("回款", "货款", "应收账款", "应收款")
    assert used("回款、货款、退货款、应收账款、货款", group) == {"回款": 1, "货款": 2, "应收账款": 1}
