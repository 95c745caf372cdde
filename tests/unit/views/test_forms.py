"""Forms and tables: two short fields to a row, no empty columns."""

from __future__ import annotations

from salesduty.results.paper import Column, Field, Form, Row, Table
from salesduty.views.forms import form, labelled, pair, table


def test_two_short_fields_share_a_row() -> None:
    assert form([pair("甲", "1"), pair("乙", "2"), pair("丙", "3"), pair("丁", "4")]) == Form(
        ((Field("甲", ("1",)), Field("乙", ("2",))), (Field("丙", ("3",)), Field("丁", ("4",))))
    )


def test_a_wide_field_stands_alone_and_so_does_a_short_one_that_is_left_over() -> None:
    assert form([pair("甲", "1"), pair("乙", ("2", "3"), 3), pair("丙", "4")]) == Form(
        ((Field("甲", ("1",), 3),), (Field("乙", ("2", "3"), 3),), (Field("丙", ("4",), 3),))
    )


def test_empty_fields_are_left_out() -> None:
    assert form([pair("甲", ""), pair("乙", "2"), pair("丙", ()), pair("丁", "4")]) == Form(
        ((Field("乙", ("2",)), Field("丁", ("4",))),)
    )
    assert form([pair("甲", ""), pair("乙", ())]) is None
    assert form([]) is None


def test_columns_that_are_empty_in_every_row_are_left_out_and_the_others_grow() -> None:
    columns = (Column("甲", 20, centred=True), Column("乙", 30), Column("丙", 50))
    assert table(columns, [("1", "", ("2", "3")), ("", (), "4")], ["a b", ""]) == Table(
        (Column("甲", 29, centred=True), Column("丙", 71)),
        (Row((("1",), ("2", "3")), "a_b"), Row(((), ("4",)))),
    )


def test_rows_without_anchors() -> None:
    assert table((Column("甲", 100),), [("1",), ("2",)], ["a"]) == Table(
        (Column("甲", 100),), (Row((("1",),), "a"), Row((("2",),)))
    )


def test_a_table_without_rows_is_none() -> None:
    assert table((Column("甲", 100),), []) is None


def test_a_table_with_nothing_in_it_is_none() -> None:
    assert table((Column("甲", 50), Column("乙", 50)), [("", ()), ((), "")], ["a", "b"]) is None


def test_labelled() -> None:
    assert labelled([("时限", "2 日"), ("空", ""), ("产出", "单")]) == ("时限：2 日", "产出：单")
