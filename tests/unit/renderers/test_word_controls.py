"""The content controls of a Word file: each text of the model in one, with its tag, its id and its bookmark."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from opened import docx
from opened.docx import W, Word
from opened.ooxml import complaints
from opened.papers import LAVISH
from opened.workspaces import department
from salesduty.disk.packaged import stationery
from salesduty.renderers.docx import render
from salesduty.renderers.word.controls import Controls, bookmark
from salesduty.results.paper import Block, Column, Contents, Detail, Field, Form, Heading, Item, Paragraph, Row, Signatures, Table
from salesduty.results.said import Said
from salesduty.views.catalogue import VIEWS

LONG = f"general/{'very-' * 20}long/#3#text"
TEXTS = "{urn:salesduty:texts}"


def opened(*blocks: Block) -> Word:
    return docx.opened(render(replace(LAVISH, blocks=blocks), stationery()))


def controls(word: Word) -> list[tuple[str, str]]:
    """The tag and the text of each control, in the order in which they stand."""
    return [(_value(each, f"{W}sdtPr/{W}tag"), docx.text_of(each)) for each in word.body.iter(f"{W}sdt")]


def marked(word: Word) -> dict[str, str]:
    """The text between the ends of each bookmark, by its name."""
    found: dict[str, str] = {}
    for paragraph in word.body.iter(f"{W}p"):
        within: dict[str, str] = {}
        for part in paragraph.iter():
            if part.tag == f"{W}bookmarkStart":
                within[part.attrib[f"{W}id"]] = part.attrib[f"{W}name"]
            elif part.tag == f"{W}bookmarkEnd":
                within.pop(part.attrib[f"{W}id"], None)
            for name in within.values():
                found[name] = found.get(name, "") + ((part.text or "") if part.tag == f"{W}t" else "\n" * (part.tag == f"{W}br"))
    return found


def _value(element: Element, path: str) -> str:
    found = element.find(path)
    assert found is not None
    return found.attrib[f"{W}val"]


def test_each_text_of_the_model_sits_in_a_control_and_nothing_else_does() -> None:
    title, text, target = Said("计划", "s/a#title"), Said("每周排计划", "s/a#text"), Said("目标：≥100%", "s/k#target", 3)
    heading = Heading(1, Said("内勤", "s/clerk#name"), "一、")
    word = opened(
        Contents("目录", (heading,)),
        heading,
        Item(0, "1.", title, (text,), (Detail("时限", Said("2 日", "s/a#sla")), Detail("接收方", "经理"))),
        Paragraph((Said("使命", "s#purpose"),)),
        Form(((Field("目的", (Said("一", "s/p#purpose"), "二"), 3),),)),
        Table((Column("目标", 100),), (Row(((target,),)),)),
        Signatures(("内勤",)),
    )
    assert complaints(word) == []
    assert controls(word) == [
        ("s/clerk#name", "内勤"),
        ("s/a#title", "计划"),
        ("s/a#text", "每周排计划"),
        ("s/a#sla", "2 日"),
        ("s#purpose", "使命"),
        ("s/p#purpose", "一"),
        ("s/k#target", "≥100%"),
    ]
    assert [each.text for each in word.paragraphs if "计划" in each.text] == ["计划：每周排计划"]
    assert [each.text for each in word.paragraphs if "目标：" in each.text] == ["目标：≥100%"]


def test_a_control_stands_within_the_run_level_of_a_paragraph_and_is_rich_text() -> None:
    word = opened(Paragraph((Said("使命", "s#purpose"),)))
    (control,) = (each for paragraph in word.body.iter(f"{W}p") for each in paragraph if each.tag == f"{W}sdt")
    assert [each.tag for each in control[0]] == [f"{W}tag", f"{W}id", f"{W}richText"]
    assert [each.tag for each in control[1]] == [f"{W}r"]


def test_a_bookmark_of_the_same_id_stands_around_it() -> None:
    word = opened(Heading(1, Said("内勤", "s/clerk#name"), "一、"), Paragraph((Said("使命", "s#purpose"), "别的")))
    for paragraph in word.body.iter(f"{W}p"):
        tags = [each.tag.removeprefix(W) for each in paragraph]
        for place, control in enumerate(paragraph):
            if control.tag == f"{W}sdt":
                before, behind = paragraph[place - 1], paragraph[place + 1]
                assert (tags[place - 1], tags[place + 1]) == ("bookmarkStart", "bookmarkEnd")
                assert _value(control, f"{W}sdtPr/{W}id") == before.attrib[f"{W}id"] == behind.attrib[f"{W}id"]
    assert {name: text for name, text in marked(word).items() if not name.startswith("_Toc")} == {
        bookmark("s/clerk#name"): "内勤",
        bookmark("s#purpose"): "使命",
    }


def test_what_is_printed_twice_and_a_text_of_several_lines_have_ids_and_names_of_their_own() -> None:
    text = (Said("一", "s/a#text"), Said("二", "s/a#text"))
    word = opened(Item(0, "1.", "", text), Paragraph(text), Paragraph(text))
    assert complaints(word) == []
    assert controls(word) == [("s/a#text", said) for said in ("一\n二", "一", "二", "一", "二")]
    name = bookmark("s/a#text")
    assert list(marked(word)) == [name, *(f"{name}_{number}" for number in range(2, 6))]


def test_lines_of_different_texts_in_one_paragraph_have_controls_of_their_own() -> None:
    lines = (Said("一", "s/a#text"), "无", Said("标签：二", "s/b#text", 3), Said("三", "s/b#text"))
    word = opened(Item(0, "1.", "", lines))
    assert [each.text for each in word.paragraphs if each.style == "Duty1"] == ["一\n无\n标签：二\n三"]
    assert controls(word) == [("s/a#text", "一"), ("s/b#text", "二\n三")]


def test_a_tag_is_cut_where_word_would_cut_it_and_a_list_says_what_it_was() -> None:
    same = LONG.replace("#3", "#4")
    word = opened(Paragraph((Said("甲", LONG), Said("乙", same), Said("丙", "s#purpose"))))
    (first, _), (second, _), (third, _) = controls(word)
    assert len({first, second}) == 2
    assert third == "s#purpose"
    for tag in (first, second):
        assert len(tag) == 64
        assert tag.startswith("general/very-very-")
        assert tag.endswith("#text")
    listed = {each.attrib["tag"]: each.text for each in word.xml("customXml/item1.xml").iter(f"{TEXTS}text")}
    assert listed == {first: LONG, second: same}
    assert controls(opened(Paragraph((Said("乙", same), Said("甲", LONG))))) == [(second, "乙"), (first, "甲")]


def test_two_texts_never_have_one_tag() -> None:
    counting = Controls(1)
    counting.run(Said("甲", LONG))
    (cut,) = counting.shortened
    counting.run(Said("乙", cut))
    assert sorted(counting.shortened.values()) == sorted((LONG, cut))


@pytest.mark.parametrize(
    "key",
    ["a/b<c>&\"'#text", "a/\x00\x1b[31m#text", "a/\ud800#text", "𠀀" * 40 + "/b#text", "a  b/c\td#text", "#", "甲/" * 60, ""],
)
@pytest.mark.parametrize("text", ["<w:p/>", "&amp;", "]]>", "{{ 7*7 }}", "\"'", "𠀀😀"])
def test_whatever_stands_in_a_key_or_a_text_is_text(key: str, text: str) -> None:
    word = opened(Paragraph((Said(text, key),)), Item(0, "1.", Said(text, key), (Said(text, key),)))
    assert complaints(word) == []
    assert [each.text for each in word.paragraphs if text in each.text] == [text, f"{text}：{text}"]
    assert {said for _, said in controls(word)} in ({text}, set())


def test_the_properties_say_what_an_edited_file_is_read_back_with() -> None:
    word = docx.opened(render(replace(LAVISH, source="0f3a", post="内勤"), stationery()))
    assert {each.attrib["name"]: each[0].text for each in word.xml("docProps/custom.xml")} == {
        "salesduty.document": "handbook",
        "salesduty.department": "sales",
        "salesduty.post": "内勤",
        "salesduty.source": "0f3a",
    }


def test_everything_is_there_after_libreoffice_has_saved_it(tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not there: no soffice on the PATH")
    (paper,) = VIEWS["handbook"](department("everything", 0))
    before = docx.opened(render(replace(paper, source="0f3a"), stationery()))
    (tmp_path / "a.docx").write_bytes(render(replace(paper, source="0f3a"), stationery()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    format = ("--convert-to", "docx:Office Open XML Text", "--outdir", str(tmp_path / "saved"))
    subprocess.run(
        [program, "--headless", profile, *format, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120
    )
    after = docx.opened((tmp_path / "saved" / "a.docx").read_bytes())
    ours = {name: text for name, text in marked(before).items() if name.startswith("t_")}
    assert len(ours) > 100
    assert {name: text for name, text in marked(after).items() if name.startswith("t_")} == ours
    kept = [_value(each, f"{W}sdtPr/{W}tag") for each in after.body.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}tag") is not None]
    # Before version 24 LibreOffice keeps the bookmarks alone.
    assert kept in ([], [tag for tag, _ in controls(before)])
    assert ("salesduty.source", "0f3a") in {(each.attrib["name"], each[0].text) for each in after.xml("docProps/custom.xml")}
