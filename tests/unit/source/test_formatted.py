"""The one style of role files: what a text looks like afterwards, and what is left alone."""

from __future__ import annotations

import pytest

from salesduty.model.order import Keys, of_file
from salesduty.source.edit import CannotEdit
from salesduty.source.formatted import WIDEST, formatted


def done(text: str, keys: Keys | None = None) -> str:
    return formatted(text, of_file(keys))


UNTIDY = """\
# 全文件的说明

# 岗位的说明
post:  &p   # 行尾
    name:   'x'   # 名
    # 里
    duties:
    -   "甲"    # 甲注
    # 乙前
    -
        text: |
            缩

              进
        id: a

        # 尾注
    # 丙
    - [a,   b,
       # 括号里
       c]
  # 底
    - {text: 一
       二, id: c}
kpis:
- {"name": y, id:   z}
# 部门前
department: {name: "销售部", id: s}
# 结束
"""
TIDY = """\
# 全文件的说明

# 部门前
department: {id: s, name: 销售部}

# 岗位的说明
post: &p  # 行尾
  name: x   # 名
  # 里
  duties:
    - 甲    # 甲注
    # 乙前
    - id: a
      text: |
        缩

          进

      # 尾注
    # 丙
    - - a
      - b
      # 括号里
      - c
    # 底
    - id: c
      text: 一
        二

kpis:
  - {id: z, name: y}
# 结束
"""


def test_everything_at_once() -> None:
    assert done(UNTIDY) == TIDY
    assert done(TIDY) == TIDY


def test_windows_line_ends_stay() -> None:
    assert done(UNTIDY.replace("\n", "\r\n")) == TIDY.replace("\n", "\r\n")
    assert done("post:\r\n    name: 甲\n") == "post:\r\n  name: 甲\r\n"
    assert done("post:\n    name: 甲") == "post:\n  name: 甲\n"


def test_keys_turn_into_the_other_language_and_back() -> None:
    english = "post:\n  id: x\n  name: 甲\n  kpis:\n    - {ref: y, weight: 40, split: {rep: 60, 岗位: 40}}\n"
    chinese = "岗位:\n  编号: x\n  岗位名称: 甲\n  绩效指标:\n    - {引用指标: y, 权重: 40, 分担: {rep: 60, 岗位: 40}}\n"
    assert done(english, "zh") == chinese
    assert done(chinese, "en") == english
    assert done("post: {名称: 甲, 职责: [乙], 没有: 1}\n", "en") == "post: {name: 甲, duties: [乙], 没有: 1}\n"
    assert done("post: {名称: 甲, 职责: [乙]}\n", "zh") == "岗位: {岗位名称: 甲, 岗位职责: [乙]}\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('"甲、乙"', "甲、乙"),
        ("'甲：乙'", "甲：乙"),
        ('"100"', '"100"'),
        ('"2026-01-01"', '"2026-01-01"'),
        ('"≥95%"', '"≥95%"'),
        ('"yes"', '"yes"'),
        ('"a: b"', '"a: b"'),
        ('"a #b"', '"a #b"'),
        ('"甲 "', '"甲 "'),
        (r'"甲\n乙"', r'"甲\n乙"'),
        ('!!str "甲"', '!!str "甲"'),
        ('&a "甲"', '&a "甲"'),
        ("甲 'x'", "甲 'x'"),
    ],
)
def test_quotes_go_only_where_nothing_hangs_on_them(value: str, written: str) -> None:
    assert done(f"post:\n  name: 甲\n  purpose: {value}\n") == f"post:\n  name: 甲\n  purpose: {written}\n"


def test_brackets_stay_as_long_as_they_fit() -> None:
    fits = f"post: {{name: {'甲' * ((WIDEST - 14) // 2)}}}\n"
    assert done(fits) == fits
    assert done(fits.replace("甲}", "甲甲}")) == f"post:\n  name: {'甲' * ((WIDEST - 14) // 2 + 1)}\n"
    assert done("post: {name: 甲, duties: [],\n  aliases: [乙,\n  丙]}\n") == "post: {name: 甲, aliases: [乙, 丙], duties: []}\n"


def test_unknown_fields_stand_last_in_their_order() -> None:
    assert done("post: {乙: 1, duties: [x], 甲: 2, name: y}\n") == "post: {name: y, duties: [x], 乙: 1, 甲: 2}\n"


def test_what_stands_in_one_file_alone_is_kept() -> None:
    assert done("---\npost: {name: 甲}\n") == "---\npost: {name: 甲}\n"
    assert done("# 头\n---\n# 甲\npost: {name: 甲}\n").count("#") == 2
    assert done("# yaml-language-server: $schema=x\nposts: []\ndepartment: {name: 甲}\n").startswith("# yaml-language-server")
    assert (
        done("post:\n  name: 甲\n  deputy:\n  duties:\n    -\n    - 乙\n")
        == "post:\n  name: 甲\n  deputy:\n  duties:\n    -\n    - 乙\n"
    )


def test_a_field_under_both_its_names_is_left_alone() -> None:
    with pytest.raises(CannotEdit):
        done("post:\n  name: 甲\n  岗位名称: 乙\n", "zh")


def test_an_alias_never_comes_before_its_anchor() -> None:
    text = "posts:\n    - duties: &d [甲]\n      name: 乙\n    - {name: 丙, duties: *d}\n"
    assert done(text) == "posts:\n  - name: 乙\n    duties: &d [甲]\n  - {name: 丙, duties: *d}\n"
    repeated = "post:\n  purpose: &a 甲\n  name: *a\n"
    assert done(repeated) == repeated


@pytest.mark.parametrize(
    "text", ["a: [", "post: {name: 甲}\n---\npost: {name: 乙}\n", "%YAML 1.1\n---\npost: {name: 甲}\n", "- 甲\n", ""]
)
def test_what_cannot_be_read_as_one_file_is_left_alone(text: str) -> None:
    with pytest.raises(CannotEdit):
        done(text)


@pytest.mark.parametrize(
    "block",
    [
        "|\n      甲\n",
        "|+\n      甲\n\n",
        ">-\n      甲\n      乙\n",
        "|2\n       甲\n      乙\n",
        "|  # 注\n      甲\n",
        ">\n\n      甲\n",
    ],
)
def test_sentences_of_several_lines_say_the_same(block: str) -> None:
    text = f"post:\n    name: 甲\n    purpose: {block}    duties: [乙]\n"
    after = done(text)
    assert after == done(after)
    assert after.startswith("post:\n  name: 甲\n  purpose: ")
