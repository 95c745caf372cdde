"""The look of documents out of theme.yaml, and what each key does in Word and on a page."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from opened import docx
from opened.ooxml import complaints
from opened.pictures import png
from salesduty.results.picture import MOST_BYTES
from salesduty.results.theme import Theme
from salesduty.settings.mistake import Mistake
from salesduty.toolkit.render import render
from salesduty.toolkit.theme import BadTheme, theme_of

ROLES = {
    "d/a.yaml": "department: {id: d, name: 部, company: 公司, version: '1', effective: 2026-01-01, approved_by: 长}\n"
    "posts: [{id: x, name: 主任, duties: [管事, 管人], deputy: y}, {id: y, name: 干事, reports_to: x, duties: [办], deputy: x}]\n"
}


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Theme]:
    """Read a theme.yaml that holds this text, in the working folder, beside logo.png."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "logo.png").write_bytes(png())

    def read(text: str) -> Theme:
        (tmp_path / "theme.yaml").write_text(text, encoding="utf-8")
        return theme_of("theme.yaml")

    return read


def mistakes(theme: Callable[[str], Theme], text: str) -> list[tuple[str, str]]:
    with pytest.raises(BadTheme) as caught:
        theme(text)
    return [(each.place, each.what.zh) for each in caught.value.mistakes]


def word(look: Theme, document: str = "handbook") -> docx.Word:
    return docx.opened(render(ROLES, document=document, theme=look, despite_errors=True)[0].data)


def page(look: Theme) -> str:
    return render(ROLES, document="post", format="html", theme=look, despite_errors=True)[0].data.decode()


def test_every_key_in_both_languages(theme: Callable[[str], Theme]) -> None:
    chinese = theme(
        "字体: {文件标题: 甲, 一级标题: 乙, 二级标题: 丙, 正文: 丁, 西文: Arial Narrow}\n颜色: {主色: '#1f4e79', 底色: DDE6F0}\n"
        "标志: logo.png\n编号样式: 小数\n封面: 否\n页眉: 内部文件\n"
    )
    english = theme(
        "fonts: {title: 甲, heading: 乙, section: 丙, text: 丁, latin: Arial Narrow}\ncolors: {accent: 1F4E79, shade: DDE6F0}\n"
        "logo: ./logo.png\nnumbering: decimal\ncover: no\nheader: 内部文件\n"
    )

    expected = Theme("甲", "乙", "丙", "丁", "Arial Narrow", "1F4E79", True, "DDE6F0", png(), "decimal", False, "内部文件")
    assert chinese == english == expected


def test_what_is_not_written_stays_as_it_is(theme: Callable[[str], Theme]) -> None:
    assert theme("页眉: 内部文件\n") == Theme(header="内部文件")


def test_a_folder_has_its_theme(theme: Callable[[str], Theme], tmp_path: Path) -> None:
    theme("封面: 是\n")

    assert theme_of(tmp_path) == Theme(cover=True)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("字体: {正文: 'a\"b'}\n", ":1:10", '“正文”要写字体的名称，和 Word 字体框里的一样，例如 仿宋；现在是“a"b”'),
        ("字体: {正文: '</style>'}\n", ":1:10", "“正文”要写字体的名称，和 Word 字体框里的一样，例如 仿宋；现在是“</style>”"),
        ("颜色: {主色: red}\n", ":1:10", "“主色”要写六位十六进制的颜色，例如 1F4E79，带 # 号时要加引号；现在是“red”"),
        ("颜色:\n  主色: #1F4E79\n", ":2:3", "“主色”后面没有内容；# 号后面是注释，颜色带 # 号时要加引号"),
        ("封面: 也许\n", ":1:5", "“封面”要写 是 或 否；现在是“也许”"),
        ("编号样式: 罗马\n", ":1:7", "“编号样式”只能写 chinese（一、（一）1.（1））、decimal（8.3.2.1）；现在是“罗马”"),
        (f"页眉: {'长' * 101}\n", ":1:5", "“页眉”太长，最多 100 个字"),
        ("颜色: {主题色: red}\n", ":1:6", "没有“主题色”这个项目，是不是“主色”？"),
        ("logo: ../x.png\n", ":1:7", "标志“../x.png”用不了：它不在版式文件的文件夹里"),
        ("logo: 'C:\\x.png'\n", ":1:7", "标志“C:\\x.png”用不了：它不在版式文件的文件夹里"),
        ("logo: /etc/hostname\n", ":1:7", "标志“/etc/hostname”用不了：它不在版式文件的文件夹里"),
        ("logo: nope.png\n", ":1:7", "标志“nope.png”用不了：找不到这个文件"),
        (
            "logo: theme.yaml\n",
            ":1:7",
            "标志“theme.yaml”用不了：它不是完好的 PNG 或 JPEG 图片，或者超过 2 MB、每边 10000 像素",
        ),
        ("", "", "文件是空的。至少写一项，例如 封面: 否"),
    ],
)
def test_what_cannot_be_used_is_told(theme: Callable[[str], Theme], text: str, place: str, said: str) -> None:
    assert mistakes(theme, text) == [(f"theme.yaml{place}", said)]


def test_all_mistakes_are_told_in_order(theme: Callable[[str], Theme]) -> None:
    assert [place for place, _ in mistakes(theme, "封面: 也许\n颜色: {主色: red, 底色: 1}\n页眉2: a\n")] == [
        "theme.yaml:1:5",
        "theme.yaml:2:10",
        "theme.yaml:2:19",
        "theme.yaml:3:1",
    ]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"PK\x03\x04", b"a: [", b"- 1\n", b"a: &x [*x]\n", b"x: " + b"y" * 200_000])
def test_a_file_that_is_none(theme: Callable[[str], Theme], tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.yaml").write_bytes(data)

    with pytest.raises(BadTheme) as caught:
        theme_of(tmp_path / "bad.yaml")
    assert caught.value.mistakes


def test_links_that_lead_out_are_not_followed(theme: Callable[[str], Theme], tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "logo.png").symlink_to(tmp_path / "logo.png")
    (inside / "folder").symlink_to(tmp_path)
    link = inside / "link.yaml"
    link.symlink_to(tmp_path / "theme.yaml")
    theme("封面: 是\n")

    for name in ("logo.png", "folder/logo.png"):
        (inside / "theme.yaml").write_text(f"logo: {name}\n", encoding="utf-8")
        with pytest.raises(BadTheme) as caught:
            theme_of(inside)
        assert [each.what.en for each in caught.value.mistakes] == [
            f"the logo “{name}” cannot be used: it is a link that leads elsewhere"
        ]
    with pytest.raises(BadTheme) as caught:
        theme_of(link)
    assert caught.value.mistakes == (Mistake(link.as_posix(), caught.value.mistakes[0].what),)


def test_a_logo_too_large_is_refused(theme: Callable[[str], Theme], tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png() + b"\0" * MOST_BYTES)

    assert mistakes(theme, "logo: logo.png\n") == [("theme.yaml:1:7", "标志“logo.png”用不了：文件太大")]


def test_fonts_are_those_of_styles_and_pages() -> None:
    look = Theme("甲", "乙", "丙", "丁", "Arial")
    styles, usual = word(look).parts["word/styles.xml"].decode(), word(Theme()).parts["word/styles.xml"].decode()

    assert set(re.findall(r'w:eastAsia="([^"]*)"', styles)) == {"甲", "乙", "丙", "丁", "zh-CN"}
    assert set(re.findall(r'w:ascii="([^"]*)"', styles)) == {"Arial"}
    assert set(re.findall(r'w:eastAsia="([^"]*)"', usual)) == {"方正小标宋简体", "黑体", "楷体", "仿宋", "宋体", "zh-CN"}
    text = page(look)
    assert all(f'"{font}"' in text for font in "甲乙丙丁")


def test_colours_are_those_of_headings_and_grounds() -> None:
    look = Theme(accent="1F4E79", accented=True, shade="DDE6F0")
    opened = word(look)

    assert opened.parts["word/styles.xml"].count(b'<w:color w:val="1F4E79"/>') == 5
    assert set(re.findall(rb'w:fill="(\w+)"', opened.parts["word/document.xml"])) == {b"DDE6F0"}
    assert b"FFFFFF" not in opened.parts["word/styles.xml"]
    assert b'<w:color w:val="FFFFFF"/>' in word(Theme(shade="1F4E79")).parts["word/styles.xml"]
    text = page(look)
    assert "--accent: #1F4E79" in text
    assert "--tint: #DDE6F0" in text
    assert "color: var(--accent)" in text


def test_a_logo_is_on_the_cover_and_on_the_page() -> None:
    look = Theme(logo=png(40, 10))
    opened = word(look)

    assert opened.parts["word/media/logo.png"] == png(40, 10)
    assert b'Target="media/logo.png"' in opened.parts["word/_rels/document.xml.rels"]
    assert b'ContentType="image/png"' in opened.parts["[Content_Types].xml"]
    assert opened.parts["word/document.xml"].count(b'<wp:extent cx="2880000" cy="720000"/>') == 1
    assert word(look, "post").parts["word/document.xml"].count(b'<wp:extent cx="2016000" cy="504000"/>') == 1
    assert f'alt="公司" src="data:image/png;base64,{b64encode(png(40, 10)).decode()}" width="40" height="10"' in page(look)
    assert "word/media/logo.png" not in word(Theme()).parts
    assert "<img" not in page(Theme())


def test_numbering_goes_before_that_of_the_department() -> None:
    assert "2.1 管事" in " ".join(f"{shown.number} {shown.text}" for shown in word(Theme(numbering="decimal"), "post").paragraphs)
    assert "1. 管事" in " ".join(f"{shown.number} {shown.text}" for shown in word(Theme(), "post").paragraphs)
    assert '<span class="number">2.1</span>' in page(Theme(numbering="decimal"))


@pytest.mark.parametrize(("document", "usual"), [("handbook", True), ("post", False)])
def test_a_cover_is_there_or_not(document: str, usual: bool) -> None:
    assert [
        b"<w:titlePg/>" in word(Theme(cover=cover), document).parts["word/document.xml"] for cover in (None, True, False)
    ] == [
        usual,
        True,
        False,
    ]
    assert "部" in [shown.text for shown in word(Theme(cover=True), "post").paragraphs]


def test_a_text_stands_in_the_header_and_above_the_page() -> None:
    look = Theme(header="内部 <文件>")

    assert "内部 &lt;文件&gt;" in word(look).parts["word/header1.xml"].decode()
    assert '<p class="company">内部 &lt;文件&gt;</p>' in page(look)
    assert "内部" not in word(Theme()).parts["word/header1.xml"].decode()


@pytest.mark.parametrize("document", ["handbook", "post", "check"])
def test_the_schema_has_nothing_against_a_theme(document: str) -> None:
    look = Theme("甲", "乙", "丙", "丁", "Arial", "1F4E79", True, "1F4E79", png(), "decimal", True, "内部文件")

    assert complaints(word(look, document)) == []
