"""How wide text is taken to be, and where it is broken."""

from __future__ import annotations

import pytest

from salesduty.text.measure import lines, width


@pytest.mark.parametrize(
    ("text", "ems"), [("", 0), ("销售", 2), ("“”·…", 4), ("销售A", 2.72), ("i.", 0.78), ("2", 0.6), ("é\u0301", 0.6), ("𠀀", 1)]
)
def test_the_width_of_text(text: str, ems: float) -> None:
    assert width(text, 10) == pytest.approx(ems * 10)
    assert width(text, 10, bold=True) == pytest.approx(ems * 10.4)


@pytest.mark.parametrize(
    ("text", "room", "broken"),
    [
        ("", 50, ()),
        ("销售代表", 40, ("销售代表",)),
        ("客户服务与货款主管", 80, ("客户服务与", "货款主管")),
        ("接到商机（当天）办", 50, ("接到商机", "（当天）办")),
        ("abcdefghij", 30, ("abcde", "fghij")),
    ],
)
def test_lines_are_about_equally_long(text: str, room: float, broken: tuple[str, ...]) -> None:
    assert lines(text, 10, room) == broken
    assert all(width(line, 10) <= room for line in broken)
