"""Which fonts a document is set in, on machines with these fonts and those."""

from __future__ import annotations

from typing import Any

import pytest

from salesduty.renderers.fonts import library as shelf
from salesduty.renderers.fonts.chosen import Choice, chosen
from salesduty.renderers.fonts.coverage import Coverage
from salesduty.renderers.fonts.library import Face, Library
from salesduty.results.missing import MissingCharacters, MissingFont, Unprintable
from salesduty.results.theme import Theme

LATIN = Coverage((0x20,), (0x7E,))
CHINESE = Coverage((0x20, 0x3000, 0x4E00, 0xFF00), (0x7E, 0x303F, 0x9FFF, 0xFFEF))
FONTS: dict[str, Coverage] = {
    "SimSun": CHINESE,
    "FangSong": CHINESE,
    "KaiTi": CHINESE,
    "SimHei": CHINESE,
    "Noto Serif CJK SC": CHINESE,
    "Times New Roman": LATIN,
    "Rare": Coverage((0x20000,), (0x2A6DF,)),
    "Emoji": Coverage((0x1F600,), (0x1F64F,)),
}


@pytest.fixture(autouse=True)
def _files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_coverage", lambda path, _: FONTS[path])


def machine(*names: str, bold: tuple[str, ...] = ()) -> Library:
    nothing: Any = None
    faces = {
        name.casefold(): (
            Face(name, 400, name, 0, given=False),
            *([Face(name, 700, name, 1, given=False)] if name in bold else []),
        )
        for name in names
    }
    return Library(nothing, (), faces)


def test_windows() -> None:
    found = chosen(machine("FangSong", "KaiTi", "SimHei", "SimSun", "Times New Roman"), Theme(), "文", ("文a",))

    assert {role: (choice.families[0], choice.weight) for role, choice in found.items()} == {
        "title": ("SimSun", 700),
        "heading": ("SimHei", 400),
        "heading-bold": ("SimHei", 700),
        "section": ("KaiTi", 400),
        "section-bold": ("KaiTi", 700),
        "text": ("FangSong", 400),
        "strong": ("SimHei", 400),
        "small": ("SimSun", 400),
    }
    assert found["section"] == Choice(("KaiTi", "FangSong", "SimSun", "SimHei"), 400, "Times New Roman")


def test_one_font_with_a_bold_face_does_for_all() -> None:
    found = chosen(machine("Noto Serif CJK SC", bold=("Noto Serif CJK SC",)), Theme(), "文", ("文a",))

    assert set(found.values()) == {
        Choice(("Noto Serif CJK SC",), 400, ""),
        Choice(("Noto Serif CJK SC",), 700, ""),
    }
    assert found["strong"].weight == 700


def test_a_font_that_nobody_knows_is_better_than_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FONTS, "本公司体", CHINESE)

    assert chosen(machine("本公司体", "Emoji"), Theme(), "文", ("文",))["text"].families == ("本公司体",)


def test_rare_characters_bring_their_fonts() -> None:
    found = chosen(machine("SimSun", "Rare", "Emoji"), Theme(), "文", ("𠮷😀", "𠮷"))

    assert found["text"].families == ("SimSun", "Emoji", "Rare")


def test_a_font_that_is_not_chinese_is_not_taken_for_its_name() -> None:
    with pytest.raises(MissingFont) as caught:
        chosen(
            Library(machine().fonts, ("/f",), {"simsun": (Face("SimSun", 400, "Times New Roman", 0, given=False),)}),
            Theme(),
            "",
            ("文",),
        )
    assert caught.value.folders == ("/f",)


def test_characters_that_nothing_has_are_told_with_their_place() -> None:
    with pytest.raises(MissingCharacters) as caught:
        chosen(machine("SimSun"), Theme(), "文", ("平常", "一二三四五六七八九十一二三四𠮷后😀", "𠮷"))

    assert (caught.value.name, caught.value.count, caught.value.told) == (
        "文",
        2,
        (Unprintable("😀", "五六七八九十一二三四𠮷后😀"), Unprintable("𠮷", "三四五六七八九十一二三四𠮷后😀")),
    )


def test_accents_blanks_and_selectors_of_variants_need_no_glyph_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FONTS, "Times New Roman", Coverage((0x20, 0x301), (0x7E, 0x301)))

    assert (
        chosen(machine("SimSun", "Times New Roman"), Theme(), "文", ("文\ufe0f é e\u0301\u2003",))["text"].latin
        == "Times New Roman"
    )
