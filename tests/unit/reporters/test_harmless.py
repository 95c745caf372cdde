from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesduty.reporters.harmless import harmless, harmless_line, is_utf8, spelt
from salesduty.text.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("销售\tabc", "销售 abc"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\u202eb\x9bc", r"a\u202eb\x9bc"),
        ("[red]{{ x }}<b>", "[red]{{ x }}<b>"),
        ("x ##[stop-commands]y", r"x #\x23[stop-commands]y"),
        ("##vso[task]", r"#\x23vso[task]"),
        ("###[error]", r"##\x23[error]"),
        ("## [error] #[a]", "## [error] #[a]"),
        ("😀", "😀"),
    ],
)
def test_what_drives_a_terminal_or_a_build_server_is_written_out(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert "".join(spelt(text)) == shown


@pytest.mark.parametrize(
    ("encoding", "shown"), [("gbk", "销\\U0001f600é"), ("ascii", r"\u9500\U0001f600\xe9"), ("utf8", "销😀é")]
)
def test_what_an_encoding_lacks_is_written_out(encoding: str, shown: str) -> None:
    assert harmless("销😀é", encoding) == shown


def test_an_encoding_that_nobody_knows_is_taken_for_ascii() -> None:
    assert harmless("销", "martian") == r"\u9500"
    assert not is_utf8("martian")


@settings(deadline=None)
@given(st.text(), st.sampled_from(["utf-8", "gbk", "ascii", "cp1252"]))
def test_spelling_character_by_character_is_the_same(text: str, encoding: str) -> None:
    assert len(spelt(text, encoding)) == len(text)
    assert "".join(spelt(text, encoding)) == harmless(text, encoding)
    assert visible(harmless(text, encoding)) == harmless(text, encoding)
    harmless(text, encoding).encode(encoding)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error file=a::b", r"\x3a:error file=a::b"),
        ("   ::add-mask::x", r"   \x3a:add-mask::x"),
        ("a ::error::", "a ::error::"),
        (":a", ":a"),
    ],
)
def test_no_line_begins_with_a_workflow_command(line: str, shown: str) -> None:
    assert harmless_line(line) == shown
