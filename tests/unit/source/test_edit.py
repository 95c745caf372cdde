"""Keys added to a text: what it looks like afterwards, and what is left alone."""

from __future__ import annotations

import pytest

from salesduty.model.fields import spellings
from salesduty.source.edit import CannotEdit, Key, with_fields
from salesduty.source.span import Path

AREA, ACTION, SHARED = Key("area", "职责领域"), Key("action", "动作"), Key("shared_with", "共担岗位")
SENTENCE = Key("text", "内容")
HEAD = "posts:\n- name: x\n  duties:\n"
FIRST: Path = ("posts", 0, "duties", 0)


def edited(text: str, path: Path = FIRST, **fields: str) -> str:
    keys = {"area": AREA, "action": ACTION, "shared_with": SHARED}
    given = fields or {"area": "C13.collect"}
    return with_fields(text, path, {keys[name]: value for name, value in given.items()}, sentence=SENTENCE, spellings=spellings())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- 每周催收", "- {text: 每周催收, area: C13.collect}"),
        ("- 每周催收  # 注", "- {text: 每周催收, area: C13.collect}  # 注"),
        ("- 催收, 到期", '- {text: "催收, 到期", area: C13.collect}'),
        ("- 比例 1:2", '- {text: "比例 1:2", area: C13.collect}'),
        ("- 用 {x} 的", '- {text: "用 {x} 的", area: C13.collect}'),
        ("- A#1 号", '- {text: "A#1 号", area: C13.collect}'),
        ('- 说"好", 走', "- {text: '说\"好\", 走', area: C13.collect}"),
        ("- 说\"好\"'嗯'", "- {text: '说\"好\"''嗯''', area: C13.collect}"),
        (r"- 走 C:\x", r"- {text: 'C:\x', area: C13.collect}".replace("'C", "'走 C")),
        ("- '每''周'", "- {text: '每''周', area: C13.collect}"),
        (r'- "一\n二"', r'- {text: "一\n二", area: C13.collect}'),
        ("- 一\n    二", "- {text: 一\n    二, area: C13.collect}"),
        ("- &a 一\n  - *a", "- {text: &a 一, area: C13.collect}\n  - *a"),
        ("- {text: 一}", "- {area: C13.collect, text: 一}"),
        ('- {"text": "一"}', '- {"area": "C13.collect", "text": "一"}'),
        ("- { text: 一 }", "- {area: C13.collect, text: 一 }"),
        ("- {\n    text: 一 # 注\n    }", "- {area: C13.collect,\n    text: 一 # 注\n    }"),
        ("- text: 一", "- area: C13.collect\n    text: 一"),
        ("-   id: a # 注\n      text: 一", "-   area: C13.collect\n      id: a # 注\n      text: 一"),
        ("- # 注\n    text: |\n      一\n      二", "- # 注\n    area: C13.collect\n    text: |\n      一\n      二"),
        ("- <<: {cadence: weekly}\n    text: 一", "- area: C13.collect\n    <<: {cadence: weekly}\n    text: 一"),
        ("- 内容: 一", "- 职责领域: C13.collect\n    内容: 一"),
    ],
)
def test_the_key_is_added_and_the_rest_stays(before: str, after: str) -> None:
    assert edited(f"{HEAD}  {before}\n") == f"{HEAD}  {after}\n"


def test_several_keys_go_in_together() -> None:
    assert edited(HEAD + "  - 一\n", area="C13.collect", action="do") == HEAD + "  - {text: 一, area: C13.collect, action: do}\n"
    assert edited(HEAD + "  - id: a\n", area="C1", action="do") == HEAD + "  - area: C1\n    action: do\n    id: a\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [("C13.collect", "C13.collect"), ("销售代表", "销售代表"), ("null", '"null"'), ("a, b", '"a, b"'), ("", '""'), ("“", '"“"')],
)
def test_a_value_is_quoted_where_it_must_be(value: str, written: str) -> None:
    assert edited(HEAD + "  - 一\n", area=value) == HEAD + f"  - {{text: 一, area: {written}}}\n"


def test_a_list_is_written_in_brackets() -> None:
    text = with_fields(HEAD + "  - 一\n", FIRST, {SHARED: ("rep", "甲, 乙")}, sentence=SENTENCE, spellings=spellings())

    assert text == HEAD + '  - {text: 一, shared_with: [rep, "甲, 乙"]}\n'


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_chinese_files_get_chinese_keys_and_line_ends_stay(end: str) -> None:
    text = end.join(("岗位:", "  岗位名称: 甲 # 注", "  岗位职责:", "    - 一", "    - 编号: b", "      内容: 二", ""))
    first = edited(text, ("post", 0, "duties", 0))
    both = edited(first, ("post", 0, "duties", 1))

    assert both == end.join(
        (
            "岗位:",
            "  岗位名称: 甲 # 注",
            "  岗位职责:",
            "    - {内容: 一, 职责领域: C13.collect}",
            "    - 职责领域: C13.collect",
            "      编号: b",
            "      内容: 二",
            "",
        )
    )


@pytest.mark.parametrize(
    ("duties", "reason"),
    [
        ("- |\n    一\n    二", "lines"),
        ("- >-\n    一", "lines"),
        ("- {text: 一, area: C08}", "taken"),
        ("- {text: 一, 职责领域: C08}", "taken"),
        ("- [一]", "nowhere"),
    ],
)
def test_what_cannot_be_edited_is_left_alone(duties: str, reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        edited(f"{HEAD}  {duties}\n")
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("posts:\n- name: x\n  duties: [&a {text: 一}, *a]\n", FIRST, "unsure"),
        ("posts:\n- name: x\n  duties: [&a {text: 一}, *a]\n", ("posts", 0, "duties", 1), "alias"),
        ("posts:\n- name: x\n  duties: &d [一]\n- name: y\n  duties: *d\n", ("posts", 1, "duties", 0), "alias"),
        ("posts:\n- &p {name: x, duties: [一]}\n- {<<: *p, name: y}\n", ("posts", 1, "duties", 0), "alias"),
        ("posts: []\n", FIRST, "nowhere"),
        ("posts: [\n", FIRST, "nowhere"),
        ("", FIRST, "nowhere"),
    ],
)
def test_what_stands_elsewhere_is_left_alone(text: str, path: Path, reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        edited(text, path)
    assert refused.value.reason == reason


def test_empty_items_are_no_items() -> None:
    assert edited(HEAD + "  -\n  - 一\n") == HEAD + "  -\n  - {text: 一, area: C13.collect}\n"
