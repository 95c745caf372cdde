"""Readers of words: for any text an answer, and nothing that drives a terminal comes out."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from salesduty.text.amounts import in_words, parse_interval
from salesduty.text.dates import parse_date
from salesduty.text.nearest import nearest
from salesduty.text.printable import printable, printable_lines
from salesduty.text.visible import one_line, visible

AMOUNT_LIKE = st.text(alphabet="0123456789,.<>=≤≥~～-—至到万亿千kKM元 \t１", max_size=20)
DATE_LIKE = st.text(alphabet="0123456789-/.年月日 ", max_size=14)


def _is_harmless(text: str) -> bool:
    return all(unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") for character in text)


@given(AMOUNT_LIKE | st.text())
def test_an_interval_is_in_order_or_there_is_none(text: str) -> None:
    interval = parse_interval(text)
    if interval is not None and interval.low is not None and interval.high is not None:
        assert Decimal(0) <= interval.low <= interval.high
    assert in_words(text) or not text


@given(DATE_LIKE | st.text())
def test_a_date_is_a_day_or_there_is_none(text: str) -> None:
    parse_date(text)


@given(st.dates())
def test_a_date_is_read_in_every_form(day: object) -> None:
    iso = str(day)
    year, month, last = iso.split("-")
    forms = (iso, f"{year}/{month}/{last}", f"{year}.{month}.{last}", f"{year}年{month}月{last}日")
    assert {parse_date(form) for form in forms} == {day}


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=8))
def test_what_is_near_is_known_and_not_the_word_itself(word: str, known: list[str]) -> None:
    found = nearest(word, known)
    assert len(found) <= 3
    assert set(found) <= set(known) - {word}
    assert found == nearest(word, list(reversed(known)))


@given(st.text(), st.integers(1, 80))
def test_nothing_that_drives_a_terminal_comes_out(text: str, limit: int) -> None:
    for seen in (visible(text), one_line(text, limit), printable(text), *printable_lines(text)):
        assert _is_harmless(seen)
    assert len(one_line(text, limit)) <= limit
    assert visible(visible(text)) == visible(text)
