"""Comments for salesduty are found where YAML has comments and nowhere else, with what each is about."""

from __future__ import annotations

import pytest

from salesduty.source.comments import comments


def about(text: str) -> list[tuple[str, str, str | None]]:
    """What each comment says, how it stands, and the text that it is about where it stands on a line of its own."""
    return [
        (comment.text, comment.standing, text[slice(*comment.below)] if comment.below is not None else None)
        for comment in comments(text)
    ]


def test_behind_a_value_and_on_a_line_of_its_own() -> None:
    text = """\
# salesduty: a
post:
  name: 甲  # salesduty: b
  # salesduty: c
  duties:
    # salesduty: d
    - text: 写
      to: 乙
    - 读

    # 别的
    # salesduty: e
"""
    assert about(text) == [
        ("a", "head", text[text.index("post") : text.index("读") + 1]),
        ("b", "behind", None),
        ("c", "above", text[text.index("duties") : text.index("读") + 1]),
        ("d", "above", "text: 写\n      to: 乙"),
        ("e", "above", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x # salesduty: no"\n',
        "a: 'x\n  # salesduty: no'\n",
        "a: |\n  x\n  # salesduty: no\nb: y\n",
        "a: >-\n  x\n\n    # salesduty: no\n\nb: y\n",
        "a: x#salesduty: no\n",
        '"k # salesduty: no": x\n',
        "a: 见 salesduty: 的说明\n",
        "a: x  # see salesduty: there\n",
    ],
)
def test_what_stands_inside_a_sentence_is_no_comment(text: str) -> None:
    assert comments(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: |  # salesduty: yes\n  x\n", ("yes", "behind", None)),
        ("a: |\n  x\n# salesduty: yes\nb: y\n", ("yes", "above", "b: y")),
        ("a: 'x' # salesduty: yes\n", ("yes", "behind", None)),
        ("a: [x, # salesduty: yes\n  y]\n", ("yes", "behind", None)),
        ("a: [\n  # salesduty: yes\n  x, y]\n", ("yes", "above", "x")),
        ("a: {\n  # salesduty: yes\n  b: {c: d}, e: f}\n", ("yes", "above", "b: {c: d}")),
        ("a:\n  - # salesduty: yes\n    b: c\n    d: e\n", ("yes", "above", "b: c\n    d: e")),
        ("a: x\r\n# salesduty: yes\r\nb: y\r\n", ("yes", "above", "b: y")),
        ("a: x\r# salesduty: yes\rb: y\r", ("yes", "above", "b: y")),
        ("--- # salesduty: yes\na: x\n", ("yes", "head", "a: x")),
        ("# SalesDuty：yes  \na: x\n", ("yes", "head", "a: x")),
        ("a: x  # 因为 # salesduty: yes\n", ("yes", "behind", None)),
        ("# 因为 # salesduty: yes # salesduty: no\na: x\n", ("yes # salesduty: no", "head", "a: x")),
        ("a: &b\n  # salesduty: yes\n  - c\nd: *b\n", ("yes", "above", "c")),
        ("# salesduty: yes\nd: &b x\ne: *b\n", ("yes", "head", "d: &b x")),
        ("a: # salesduty: yes\nb: x\n", ("yes", "behind", None)),
        ("# salesduty: yes\n- - a\n  - b\n- c\n", ("yes", "head", "- a\n  - b")),
        ("# salesduty: yes\n", ("yes", "head", None)),
    ],
)
def test_a_comment_and_what_it_is_about(text: str, said: tuple[str, str, str | None]) -> None:
    assert about(text) == [said]


def test_where_a_comment_stands() -> None:
    text = "a: x  # salesduty: ignore[STR001] 因为  \n"
    (comment,) = comments(text)

    assert text[comment.start : comment.end] == "# salesduty: ignore[STR001] 因为  "
    assert text[comment.at :].startswith(comment.text)


def test_a_block_that_ends_before_blank_lines() -> None:
    text = "# salesduty: a\na: |\n  x\n\n\nb: y\n"
    (comment,) = comments(text)

    assert comment.below is not None
    assert text[slice(*comment.below)].rstrip() == "a: |\n  x"


def test_a_text_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert about("a: x  # salesduty: yes\nb: 'y\n") == [("yes", "behind", None)]
