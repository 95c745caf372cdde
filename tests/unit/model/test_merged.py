"""What is written wins over what `<<` brings in, whatever language the keys are in."""

from __future__ import annotations

import pytest

from salesduty.model.reading import read
from salesduty.source.parse import parse

ENGLISH_FIRST = "posts:\n  - &a {name: 甲, duties: [写]}\n  - <<: *a\n    岗位名称: 乙\n    岗位职责: [读]\n"
CHINESE_FIRST = "posts:\n  - &a {岗位名称: 甲, 岗位职责: [写]}\n  - <<: *a\n    name: 乙\n    duties: [读]\n"


@pytest.mark.parametrize("text", [ENGLISH_FIRST, CHINESE_FIRST])
@pytest.mark.parametrize("wrong", ["", "  - {name: 丙, headcount: 很多}\n"])
def test_what_is_written_wins(text: str, wrong: str) -> None:
    reading = read(parse(text + wrong).data or {})

    assert [(post.name, [duty.text for duty in post.duties]) for post in reading.document.posts][:2] == [
        ("甲", ["写"]),
        ("乙", ["读"]),
    ]
    assert [mistake.kind for mistake in reading.mistakes] == (["not-whole-number"] if wrong else [])


def test_a_field_written_twice_in_one_mapping_is_a_mistake() -> None:
    reading = read(parse("posts:\n  - {name: 甲, 岗位名称: 乙}\n").data or {})

    assert [(mistake.kind, mistake.path) for mistake in reading.mistakes] == [("unknown-key", ("posts", 0, "岗位名称"))]


def test_a_department_without_a_name_keeps_what_it_says() -> None:
    reading = read({"department": {"name": " ", "outside": ["总经理"]}})

    assert reading.document.department is not None
    assert [outside.name for outside in reading.document.department.outside] == ["总经理"]


def test_a_kpi_needs_a_name_or_a_reference() -> None:
    reading = read({"post": {"name": "甲", "kpis": [{"weight": "60"}, {"ref": "a"}]}})

    assert [(mistake.kind, mistake.path) for mistake in reading.mistakes] == [("missing-field", ("post", 0, "kpis", 0))]
    assert [kpi.ref for kpi in reading.document.post[0].kpis] == ["a"]


@pytest.mark.parametrize("sentence", ["时限：当天", "内容:审批折扣", " text： x"])
def test_a_sentence_that_is_a_key_with_its_value_is_a_mistake(sentence: str) -> None:
    assert [mistake.kind for mistake in read({"post": {"name": "甲", "duties": [sentence]}}).mistakes] == ["key-in-sentence"]


@pytest.mark.parametrize("sentence", ["注意：按标准执行", "每周：检查一次，时限：当天", "9:00 前开门"])
def test_other_sentences_with_a_colon_are_sentences(sentence: str) -> None:
    assert read({"post": {"name": "甲", "duties": [sentence]}}).mistakes == ()


def test_blanks_around_names_do_not_count() -> None:
    post = read({"post": {"name": "甲 ", "id": " a", "reports_to": " 乙\n", "aliases": ["丙 "]}}).document.post[0]

    assert (post.name, post.id, post.reports_to, post.aliases) == ("甲", "a", ("乙",), ("丙",))
