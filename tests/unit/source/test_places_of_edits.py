"""Words, values, keys and the order of lists changed in a text: what it looks like afterwards, and what is left alone."""

from __future__ import annotations

import pytest

from salesduty.model.fields import spellings
from salesduty.source.edit import CannotEdit, Key, edits
from salesduty.source.splice import spliced
from salesduty.source.wishes import Fields, Last, Named, Whole, Wish, Words

TEXT = ("post", "duties", 0)


def edited(text: str, *wishes: Wish) -> str:
    """The text with each wish granted that can be; raises what a single one is refused for."""
    done = edits(text, [[wish] for wish in wishes], spellings())
    if len(wishes) == 1 and isinstance(done[0], CannotEdit):
        raise done[0]
    return spliced(text, (splice for each in done if not isinstance(each, CannotEdit) for splice in each))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- 每周拜访５家  # 注", "- 每周拜访5家  # 注"),
        ("- '每周拜访５家'", "- '每周拜访5家'"),
        ('- "每周拜访５家"', '- "每周拜访5家"'),
        (r'- "每\u5468拜访５家"', r'- "每\u5468拜访5家"'),
        ("- &a 每周拜访５家", "- &a 每周拜访5家"),
        ("- |\n      每周拜访５家", "- |\n      每周拜访5家"),
        ("- >-  # 注\n        每周拜访５家\n", "- >-  # 注\n        每周拜访5家\n"),
        ("- !!str 每周拜访５家", "- !!str 每周拜访5家"),
    ],
)
def test_words_change_in_every_kind_of_scalar(before: str, after: str) -> None:
    assert edited(f"post:\n  duties:\n    {before}\n", Words(TEXT, 4, 5, "5")) == f"post:\n  duties:\n    {after}\n"


@pytest.mark.parametrize(
    ("before", "start", "end", "words", "after"),
    [
        ("'说''好'''", 2, 3, "坏'", "'说''坏'''''"),
        ("'说''好'''", 1, 2, "", "'说好'''"),
        (r'"一\n二\t三"', 3, 4, '"', r'"一\n二\"三"'),
        ('"一\n       二"', 1, 2, "、", '"一、二"'),
        ("一\n       二", 2, 3, "三", "一\n       三"),
        ("一\n\n       二", 1, 2, "，", "一，二"),
        ("一", 1, 1, "二", "一二"),
        ("一", 0, 0, "二", "二一"),
        ("'一'", 1, 1, "二", "'一二'"),
        ("一", 1, 1, " # 二", '"一 # 二"'),
        ("一", 0, 1, "null", '"null"'),
        (">\n      一\n      二\n", 2, 3, "三", ">\n      一\n      三\n"),
        (">\n      一\n\n      二\n", 2, 3, "三", ">\n      一\n\n      三\n"),
        ("|2\n       一\n      二\n", 1, 2, "三", "|2\n       三\n      二\n"),
    ],
)
def test_offsets_are_those_of_the_value(before: str, start: int, end: int, words: str, after: str) -> None:
    text = "post:\n  duties:\n    - {}\n"
    assert edited(text.replace("{}", before), Words(TEXT, start, end, words)) == text.replace("{}", after)


def test_line_ends_and_a_missing_last_one_stay() -> None:
    assert edited("post:\r\n  duties:\r\n  - 一\r\n  - 二", Words(("post", "duties", 1), 0, 1, "三")).endswith("一\r\n  - 三")


def test_several_changes_of_one_sentence_are_made_together() -> None:
    text = "post:\n  duties: ['１和２', 三]\n"
    assert edited(text, Words(TEXT, 0, 1, "1"), Words(TEXT, 2, 3, "2")) == "post:\n  duties: ['1和2', 三]\n"


def test_of_two_that_disagree_the_second_waits() -> None:
    text = "post:\n  duties: [一二, 三]\n"
    done = edits(text, [[Words(TEXT, 0, 2, "甲")], [Words(TEXT, 1, 2, "乙")], [Last(TEXT)]], spellings())
    assert [len(each) if not isinstance(each, CannotEdit) else each.reason for each in done] == [1, 0, 0]


def test_one_that_cannot_be_does_not_hold_up_the_others() -> None:
    text = "post:\n  duties: [&a 一, *a, 三]\n"
    wishes = [[Whole(TEXT, "甲")], [Whole(("post", "duties", 1), "乙")], [Whole(("post", "duties", 2), "丙")]]
    done = edits(text, wishes, spellings())
    assert [each.reason if isinstance(each, CannotEdit) else len(each) for each in done] == ["unsure", "alias", 1]


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("30%  # 注", "40%", "40%  # 注"),
        ("'30%'", "40%", "'40%'"),
        ('"30%"', "40%", '"40%"'),
        ("30", "a: b", '"a: b"'),
        ("30", "~", '"~"'),
        ("|\n      30\n", "40", '"40"\n'),
    ],
)
def test_a_value_is_put_in_the_quotes_that_are_there(before: str, words: str, after: str) -> None:
    text = "post:\n  kpis:\n  - weight: {}\n"
    assert edited(text.replace("{}", before), Whole(("post", "kpis", 0, "weight"), words)) == text.replace("{}", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("report_to: 甲 # 注", "reports_to: 甲 # 注"),
        ('"report_to": 甲', '"reports_to": 甲'),
        ("? report_to\n  : 甲", "? reports_to\n  : 甲"),
    ],
)
def test_a_key_is_renamed(before: str, after: str) -> None:
    assert edited(f"post:\n  {before}\n", Named(("post", "report_to"), "reports_to")) == f"post:\n  {after}\n"


@pytest.mark.parametrize(
    ("text", "wish", "why"),
    [
        ("post:\n  a: 1\n  b: 2\n", Named(("post", "a"), "b"), "taken"),
        ("post:\n  a: 1\n", Whole(("post", "b"), "2"), "nowhere"),
        ("post:\n  duties: [一]\n", Words(TEXT, 0, 9, "二"), "nowhere"),
        ("post:\n  duties: [一]\n", Last(TEXT), "taken"),
        ("post:\n  duties: [一, # 注\n   二]\n", Last(TEXT), "unsure"),
        ("post:\n  duties:\n  - - 一\n    - 二\n  - 三\n", Last((*TEXT, 0)), "lines"),
        ("a: [", Whole(("a",), "x"), "nowhere"),
        ("post:\n  x: |  # 注\n    一\n", Whole(("post", "x"), "二"), "unsure"),
        ("post:\n  x: &a {b: 一}\n  duties: [*a]\n", Whole(("post", "x", "b"), "二"), "unsure"),
        ("post:\n  x: |\n    一\n  duties: [二]\n", Words(("post", "x"), 0, 1, "二\n三"), "unsure"),
    ],
)
def test_what_cannot_be_proved_is_left_alone(text: str, wish: Wish, why: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        edited(text, wish)
    assert refused.value.reason == why


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- 其他  # 尾\n- 一\n- 二\n", "- 一\n- 二\n- 其他  # 尾\n"),
        ("- 其他\n- 一\n- 二", "- 一\n- 二\n- 其他"),
        ("# 头\n- 其他\n# 二\n- 一\n", "# 二\n- 一\n# 头\n- 其他\n"),
        ("- text: 其他\n  # 里\n  id: x\n    # 尾\n- 一\nx: 1\n", "- 一\n- text: 其他\n  # 里\n  id: x\n    # 尾\nx: 1\n"),
        ("- 其他\n\n- 一\n\n- 二\n", "- 一\n\n- 二\n\n- 其他\n"),
        ("- |\n  其他\n- - 一\n", "- - 一\n- |\n  其他\n"),
        ("-\n  其他\n-\n  一\n", "-\n  一\n-\n  其他\n"),
        ("- # 注\n  其他\n- &b [x]\n", "- &b [x]\n- # 注\n  其他\n"),
    ],
)
def test_an_item_goes_to_the_end_with_its_comments(before: str, after: str) -> None:
    assert edited("duties:\n" + before, Last(("duties", 0))) == "duties:\n" + after
    windows = before.replace("\n", "\r\n")
    assert edited("duties:\r\n" + windows, Last(("duties", 0))) == "duties:\r\n" + after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[其他, 一, 二]", "[一, 二, 其他]"),
        ("[ 其他,一 ]", "[ 一,其他 ]"),
        ("[{text: 其他, id: x},\n  一]  # 注", "[一,\n  {text: 其他, id: x}]  # 注"),
    ],
)
def test_an_item_in_brackets_goes_to_the_end(before: str, after: str) -> None:
    assert edited(f"duties: {before}\n", Last(("duties", 0))) == f"duties: {after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- 一  # 注\n", "- id: x\n  text: 一  # 注\n"),
        ("- 一\n  二\n", "- id: x\n  text: 一\n    二\n"),
        ("- |\n  一\n", "- id: x\n  text: |\n    一\n"),
        ("-   |\n      一\n", "-   id: x\n    text: |\n      一\n"),
        ("- text: 一\n", "- id: x\n  text: 一\n"),
        ("-\n  一\n", "-\n  id: x\n  text: 一\n"),
    ],
)
def test_a_sentence_gets_an_id_on_a_line_of_its_own(before: str, after: str) -> None:
    wish = Fields(("duties", 0), {Key("id", "编号"): "x"}, Key("text", "内容"), lines=True)
    assert edited("duties:\n" + before, wish) == "duties:\n" + after


def test_a_sentence_in_brackets_gets_its_id_there() -> None:
    wish = Fields(("duties", 0), {Key("id", "编号"): "x"}, Key("text", "内容"), lines=True)
    assert edited("duties: ['一, 二', 三]\n", wish) == "duties: [{id: x, text: '一, 二'}, 三]\n"
