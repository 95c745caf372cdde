"""Drawings as SVG: sound, whole, closed to the outside, readable to a machine, and the same each time."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from opened.papers import DRAWING, WIDE
from salesduty.disk.packaged import stationery
from salesduty.renderers.svg import render, svg
from salesduty.results.drawing import Box
from salesduty.results.theme import Theme
from salesduty.toolkit.render import render as rendered

NS = "{http://www.w3.org/2000/svg}"
HOSTILE = ("<script>alert(1)</script>", '"><a href="x">', "</text>", "]]>", "<!--", "&amp;", "url(http://x)")


def texts(picture: str) -> list[str | None]:
    return [text.text for text in ElementTree.fromstring(picture).iter(f"{NS}text")]


def test_every_line_is_in_it_and_grounds_come_first() -> None:
    assert texts(svg(DRAWING)) == ["受理", "经理", "2 人", "内勤 <甲> & 乙", "业务员", "（拟设）", "汇报"]


def test_it_says_what_it_shows() -> None:
    root = ElementTree.fromstring(svg(DRAWING, prefix="c"))
    assert (root.attrib["role"], root.attrib["aria-labelledby"], root.attrib["aria-describedby"]) == ("img", "c-title", "c-text")
    assert [(each.attrib["id"], each.text) for each in root if each.tag in (f"{NS}title", f"{NS}desc")] == [
        ("c-title", DRAWING.title),
        ("c-text", DRAWING.text),
    ]


@pytest.mark.parametrize(
    ("linked", "links", "ids"),
    [
        (False, [], ["sales/manager"]),
        (True, ["#sales/manager"], []),
        (("sales/manager",), ["#sales/manager"], []),
        (("sales/other",), [], []),
    ],
)
def test_boxes_are_places_or_lead_to_them(linked: bool | tuple[str, ...], links: list[str], ids: list[str]) -> None:
    root = ElementTree.fromstring(svg(DRAWING, linked=linked))
    assert [each.attrib["href"] for each in root.iter(f"{NS}a")] == links
    assert [each.attrib["id"] for each in root.iter(f"{NS}g") if "id" in each.attrib] == ids


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_wherever_it_stands(text: str) -> None:
    drawing = replace(DRAWING, title=text, text=text, boxes=(Box(0, 0, 9, 9, (text,), anchor=text),))
    for linked in (True, False):
        root = ElementTree.fromstring(svg(drawing, linked=linked))
        assert {each.tag.removeprefix(NS) for each in root.iter()} <= {
            "svg",
            "title",
            "desc",
            "g",
            "a",
            "rect",
            "text",
            "polyline",
            "polygon",
        }
        assert texts(svg(drawing, linked=linked)) == [text]
        assert all("style" not in each.attrib and not any(name.startswith("on") for name in each.attrib) for each in root.iter())


def test_the_head_is_drawn_in_the_colour_of_the_theme() -> None:
    assert svg(DRAWING, theme=Theme(accent="123456")).count("#123456") == 2


def test_a_picture_that_stands_alone() -> None:
    picture = render(WIDE, stationery()).decode()
    root = ElementTree.fromstring(picture)
    assert texts(picture) == [DRAWING.title, *texts(svg(DRAWING))]
    assert "prefers-color-scheme: dark" in picture
    assert re.findall(r"url\(|@import|href=|http://(?!www\.w3\.org/2000/svg)", picture) == []
    assert root.attrib["role"] == "img"
    assert render(WIDE, stationery()) == picture.encode()


def test_documents_of_drawings_can_be_had_as_svg() -> None:
    (done,) = rendered({"d/a.yaml": "department: {id: d, name: 部}\npost: {id: a, name: 长}\n"}, document="chart", format="svg")
    assert done.name.endswith(".svg")
    assert texts(done.data.decode()) == ["部组织结构图", "长"]
