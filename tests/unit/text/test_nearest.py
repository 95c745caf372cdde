"""Did you mean."""

from __future__ import annotations

from salesduty.text.nearest import nearest


def test_the_nearest_comes_first() -> None:
    known = ["销售总监", "销售经理", "仓库管理员"]
    assert nearest("销售经里", known) == ("销售经理",)
    assert nearest("销售经里", known, cutoff=0.4) == ("销售经理", "销售总监")


def test_one_word_in_the_other_is_near_whatever_their_lengths() -> None:
    assert nearest("经理", ["华东区大客户销售经理"]) == ("华东区大客户销售经理",)
    assert nearest("华东区大客户销售经理", ["经理"]) == ("经理",)


def test_a_single_character_in_common_is_not_enough() -> None:
    assert nearest("理", ["华东区大客户销售经理"]) == ()


def test_one_of_two_characters_in_its_place_is_enough() -> None:
    assert nearest("店张", ["店长", "店员", "张店", "会计"]) == ("店员", "店长")
    assert nearest("客服", ["销服"], cutoff=0.61) == ()
    assert nearest("店张甲", ["店长乙"]) == ()


def test_the_word_itself_is_no_suggestion() -> None:
    assert nearest("销售经理", ["销售经理"]) == ()


def test_case_does_not_count() -> None:
    assert nearest("Area-Manager", ["area-manager"]) == ("area-manager",)


def test_no_more_than_asked_for_and_each_once() -> None:
    known = ["经理a", "经理b", "经理c", "经理d", "经理a"]
    assert nearest("经理", known) == ("经理a", "经理b", "经理c")
    assert nearest("经理", known, most=1) == ("经理a",)


def test_the_order_of_the_known_words_never_shows() -> None:
    assert nearest("经理", ["经理b", "经理a"]) == nearest("经理", ["经理a", "经理b"])


def test_nothing_near_is_nothing() -> None:
    assert nearest("abc", ["销售经理"]) == ()


def test_a_whole_paragraph_is_not_compared() -> None:
    assert nearest("经" * 81, ["经" * 80]) == ()
    assert nearest("经" * 80, ["经" * 81]) == ()


def test_beyond_two_thousand_candidates_nobody_looks() -> None:
    assert nearest("销售经里", [*(f"x{n}" for n in range(2_000)), "销售经理"]) == ()
