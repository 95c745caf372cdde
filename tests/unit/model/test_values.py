"""Single values: what may be typed, and what is kept of it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from salesduty.model import values
from salesduty.model.values import CADENCES, cadence_label


def _read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        *((name, name) for name in CADENCES),
        *((label, name) for name, label in CADENCES.items()),
        *((word, "daily") for word in ("每天", "日")),
        *((word, "weekly") for word in ("每星期", "周", " 每周 ")),
        *((word, "monthly") for word in ("月", "月度")),
        *((word, "quarterly") for word in ("每季", "季", "季度")),
        *((word, "half-yearly") for word in ("半年", "半年度")),
        *((word, "yearly") for word in ("年", "年度", "每年度")),
        *((word, "on-event") for word in ("随时", "按事件")),
        ("双周", "biweekly"),
        *((duration, duration) for duration in ("P2W", "P1Y6M", "PT48H", "P1DT12H30M5S")),
    ],
)
def test_a_cadence_is_a_name_its_chinese_word_or_a_duration(typed: str, kept: str) -> None:
    assert _read(values.Cadence, typed) == kept


@pytest.mark.parametrize("typed", ["", "P", "PT", "P1", "1W", "P1H", "有空时", "Weekly"])
def test_anything_else_is_no_cadence(typed: str) -> None:
    with pytest.raises(ValidationError, match="not readable as cadence"):
        _read(values.Cadence, typed)


@pytest.mark.parametrize(
    ("cadence", "label"),
    [("monthly", "每月"), ("P2W", "每2周"), ("P1Y6M", "每1年6个月"), ("P1DT12H30M5S", "每1天12小时30分钟5秒"), ("随便", "随便")],
)
def test_documents_print_a_cadence_in_chinese(cadence: str, label: str) -> None:
    assert cadence_label(cadence) == label


@pytest.mark.parametrize("typed", ["C08", "C08.review", "ABC123.a-1"])
def test_an_area_is_a_node_with_or_without_a_facet(typed: str) -> None:
    assert _read(values.AreaId, typed) == typed


@pytest.mark.parametrize("typed", ["c08", "C8", "C08.", "C08.审核", "合同"])
def test_anything_else_is_no_area(typed: str) -> None:
    with pytest.raises(ValidationError, match="not readable as area"):
        _read(values.AreaId, typed)


@pytest.mark.parametrize(("typed", "kept"), [("40", 40), ("40%", 40), (" 33.3 ％", 33.3), (40, 40), ("0", 0), ("100%", 100)])
def test_a_percentage_is_a_share_of_a_hundred(typed: Any, kept: float) -> None:
    assert _read(values.Percent, typed) == kept


@pytest.mark.parametrize("typed", ["101", "-1", "nan", "inf", "四十", "40%%", ["40"]])
def test_anything_else_is_no_percentage(typed: Any) -> None:
    with pytest.raises(ValidationError):
        _read(values.Percent, typed)


@pytest.mark.parametrize(("typed", "kept"), [("13", 13), ("13名", 13), (" 13 人 ", 13), ("0", 0), (13, 13)])
def test_a_headcount_may_carry_its_measure_word(typed: Any, kept: int) -> None:
    assert _read(values.Headcount, typed) == kept


@pytest.mark.parametrize("typed", ["十三", "13台", "1.5", "-1", "1000001"])
def test_anything_else_is_no_headcount(typed: str) -> None:
    with pytest.raises(ValidationError):
        _read(values.Headcount, typed)


def test_a_day_and_a_limit_are_kept_as_typed() -> None:
    assert _read(values.Day, "2026年1月1日") == "2026年1月1日"
    assert _read(values.Limit, "10万..50万") == "10万..50万"


@pytest.mark.parametrize(("kind", "typed"), [(values.Day, "2026-02-30"), (values.Limit, "很多")])
def test_a_day_and_a_limit_must_be_readable(kind: Any, typed: str) -> None:
    with pytest.raises(ValidationError, match="not readable as"):
        _read(kind, typed)


def test_one_may_stand_for_a_list_of_one() -> None:
    assert _read(values.Texts, "一") == ("一",)
    assert _read(values.Refs, ["a", "b"]) == ("a", "b")
    assert _read(values.AreaIds, "C08") == ("C08",)


def test_a_text_is_never_blank() -> None:
    assert _read(values.Sentence, " 一 ") == " 一 "
    with pytest.raises(ValidationError):
        _read(values.Sentence, " \n\t")
