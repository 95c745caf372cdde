"""The questions behind findings that rest on inference."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from salesduty.model.department import Function
from salesduty.model.duty import Duty
from salesduty.model.process import Step
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.suggest import Question, questions
from unit.responsibility.analysed import department

OVERLAP = {"销售代表": ["每周催收到期货款"], "商务专员": ["对逾期货款打电话催收"]}


def asked(found: Responsibilities) -> list[tuple[str, str, dict[str, str]]]:
    return [(question.asked, question.address.rpartition("/")[0], dict(question.added)) for question in questions(found)]


def of_overlap(duties: Sequence[object]) -> list[Question]:
    return [one for one in questions(department({**OVERLAP, "商务专员": duties})) if one.asked == "overlap"]


def test_both_duties_of_an_overlap_are_asked_about() -> None:
    found = department(OVERLAP)

    assert sorted(asked(found)) == [
        ("overlap", "d0/商务专员", {"area": "C13.collect", "action": "do"}),
        ("overlap", "d0/销售代表", {"area": "C13.collect", "action": "do"}),
    ]
    for question in questions(found):
        assert question.part is Duty
        assert question.contrary["area"] != question.added["area"]
        assert "催收" in question.reason.zh
        assert "shared_with" in question.otherwise.zh


def test_what_is_written_is_not_asked() -> None:
    written = {"text": "对逾期货款打电话催收", "area": "C13.collect", "action": "do"}
    assert [question.address for question in of_overlap([written])] == ["d0/销售代表/#1"]
    assert [set(question.added) for question in of_overlap([{"text": "对逾期货款打电话催收", "action": "do"}])] in (
        [{"area"}, {"area", "action"}],
        [{"area", "action"}, {"area"}],
    )


def test_a_sentence_about_two_areas_is_not_asked_about() -> None:
    addresses = [question.address for question in of_overlap(["对逾期货款打电话催收，与客户签订合同"])]

    assert "d0/商务专员/#1" not in addresses


def test_a_function_and_a_step_whose_names_cannot_be_read_are_asked_about() -> None:
    found = department({"销售代表": ["每周催收到期货款"]}, functions=["玄黄洪荒"])
    (question,) = questions(found)

    assert (question.asked, question.part, question.added, set(question.trial)) == ("unread", Function, {}, {"areas"})
    assert "玄黄洪荒" in question.reason.zh
    assert Step.title_of("area") == "职责领域"


def test_what_shares_words_gives_the_area() -> None:
    found = department({"销售代表": ["玄黄期催收到期货款"]}, functions=["玄黄洪荒"])

    for question in questions(found):
        assert question.asked == "unread"
        assert dict(question.added) in ({}, {"areas": "C13.collect"})


@pytest.mark.parametrize("functions", [["货款回收"], ["客户投诉"], []])
def test_what_is_plain_is_not_asked(functions: list[str]) -> None:
    assert asked(department({"销售代表": ["每周催收到期货款"]}, functions=functions)) == []


def test_a_place_is_asked_about_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = department({"销售代表": ["给客户报价", "玄之又玄"]}, functions=["客户投诉", "培训"])
    monkeypatch.setattr(Responsibilities, "doubt", lambda self, covered: next(iter(self.unread), None))

    places = [question.place for question in questions(found)]
    assert len(places) == len(set(places)) == 1
