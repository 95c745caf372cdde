"""Characters exchanged one for one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from salesduty.text.exchange import Exchange

_TABLE: dict[int, int | str] = {ord("後"): "后", ord("，"): ord(","), ord("]"): "〕", ord("^"): "＾", ord("-"): "－"}


@given(st.text(st.sampled_from("後，]^-客户a\n😀")))
def test_it_is_what_translate_makes(text: str) -> None:
    assert Exchange(_TABLE)(text) == text.translate(_TABLE)
