"""How much is said on a page that holds only so much."""

from __future__ import annotations

import pytest

from salesduty.views.fitting import fitted, height, in_a_row, width

LONG, SHORT = ("一", "二", "三"), ("一二三",)
SECTIONS = {"甲": (LONG, SHORT), "乙": (LONG, SHORT, ()), "空": ()}


def test_what_fits_is_said_at_length() -> None:
    assert fitted(SECTIONS, 6, ("甲", "乙"), ()) == {"甲": LONG, "乙": LONG, "空": ()}


def test_sections_are_shortened_in_turn_and_no_further_than_needed() -> None:
    assert fitted(SECTIONS, 5, ("空", "乙", "甲"), ()) == {"甲": LONG, "乙": SHORT, "空": ()}
    assert fitted(SECTIONS, 2, ("乙", "甲"), ()) == {"甲": SHORT, "乙": SHORT, "空": ()}
    assert fitted(SECTIONS, 1, ("乙", "甲", "甲", "乙"), ()) == {"甲": SHORT, "乙": (), "空": ()}


def test_what_cannot_fit_is_said_as_short_as_it_can_be() -> None:
    assert fitted(SECTIONS, 0, ("甲", "乙", "乙", "乙"), ("甲", "乙")) == {"甲": SHORT, "乙": (), "空": ()}


def test_room_that_is_left_lets_a_section_grow_again() -> None:
    ways = {"甲": (LONG, SHORT), "乙": (("一",) * 9, ("二",))}
    assert fitted(ways, 5, ("甲", "乙"), ()) == {"甲": SHORT, "乙": ("二",)}
    assert fitted(ways, 5, ("甲", "乙"), ("甲", "乙")) == {"甲": LONG, "乙": ("二",)}


def test_a_running_line_says_how_much_is_missing() -> None:
    assert in_a_row((), "另有 {count} 项") == ()
    assert in_a_row(("甲",), "另有 {count} 项") == (("甲。",),)
    assert in_a_row(("甲", "乙", "丙"), "另有 {count} 项") == (
        ("甲；乙；丙。",),
        ("甲；乙；另有 1 项。",),
        ("甲；另有 2 项。",),
    )


@pytest.mark.parametrize("name", ["{% raw %}", "{{ 7*7 }}", "{0.__class__}", "{count}", "{"])
def test_braces_in_a_name_are_no_place_to_fill(name: str) -> None:
    assert in_a_row(("甲", "乙"), f"另有 {{count}} 项，见《{name}》")[1] == (f"甲；另有 1 项，见《{name}》。",)


def test_heights() -> None:
    assert width("中ＡA1") == pytest.approx(3.1)
    assert (height(()), height(("",)), height(("中" * 33,)), height(("中" * 34, "短"))) == (0, 1, 1, 3)
    assert height(("中" * 13,), 12) == 2
