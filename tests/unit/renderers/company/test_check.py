"""What is found in a template without filling it: every flaw, with its place."""

from __future__ import annotations

import pytest

from opened.templates import document, package, word
from salesduty.renderers.company.check import flaws
from salesduty.views.kinds import DEPARTMENT, POST, kinds


def _found(data: bytes, kind: str = POST) -> list[tuple[str, str]]:
    return [(flaw.place.zh, flaw.what.zh) for flaw in flaws(data, kinds(), kind, "company.docx")]


def _said(*paragraphs: str, kind: str = POST) -> str:
    return "\n".join(what for _, what in _found(word(paragraphs), kind))


def test_a_template_without_flaws() -> None:
    paragraphs = (
        "{{ 岗位.岗位名称 }} {{ post.name }} {{ 岗位.名称 }} {{ 部门.公司 }}",
        "{%p for 职责 in 岗位.岗位职责 %}",
        "{{ loop.index }} {{ 职责.标题 }}{% for 下级 in 职责.下级职责 %}{{ 下级.内容 }}{% endfor %}",
        "{%p if 职责.频次 and not loop.last %}",
        "{{ 职责.接收方 | join('；') | default('无', true) }}",
        "{%p elif 职责 is defined %}",
        "{%p else %}",
        "{%p endif %}",
        "{%p endfor %}",
        "{% set 人 = 岗位.直接上级 | first %}{{ 人 }}{# 这里是说明 #}{{ (岗位.绩效指标 | first).权重 }}",
        "{% macro 行(甲, 乙) %}{{ 甲 }}：{{ 乙 }}{% endmacro %}{{ 行('编制', 岗位.编制) }}",
        "{% raw %}{{ 什么都可以 }}{% endraw %}",
        "{% with 名 = 岗位.岗位名称 %}{{ 名 }}{% endwith %}{% for 键 in range(3) %}{{ 键 }}{% endfor %}",
    )
    rows = (
        ("{%tr for 指标 in 岗位.绩效指标 %}", ""),
        ("{{ 指标.指标名称 }}", "{% for 行 in 指标.评分标准 %}{{ 行.得分条件 }}{% endfor %}"),
        ("{%tr endfor %}", ""),
    )
    assert _found(word(paragraphs, rows)) == []


def test_every_flaw_is_told_with_its_place() -> None:
    rows = (("指标", "权重"), ("{{ 指标.权重 }}", "{%tr for 指标 in 岗位.绩效指标 %}"), ("{%tr endfor %}", "x"))
    found = _found(word(("好 {{ 岗位.岗位名 }}", "{{ 岗位.编制"), rows))
    assert [place for place, _ in found] == [
        "正文第 1 段",
        "正文第 2 段",
        "正文第 1 个表格第 2 行第 1 格",
        "正文第 1 个表格第 2 行第 2 格",
        "正文第 1 个表格第 3 行第 1 格",
    ]
    assert found[0][1].startswith("“岗位”里没有“岗位名”这一项（是不是 岗位名称 或 岗位分组？）。可用的有：编号、岗位名称、")
    assert found[1][1].startswith("“{{”没有配成一对")
    assert found[2][1].startswith("没有“指标”这个名称（是不是 指标清单")
    assert found[3][1] == "这一行里还有别的文字或标签，会一起被删掉。{%tr for 指标 in 岗位.绩效指标 %} 要单独占一行。"


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("{{ 岗位.岗位职责.内容 }}", "“岗位.岗位职责”是一份清单，要一项一项取"),
        ("{{ 岗位.岗位名称.字数 }}", "是一段文字，后面不能再写“.字数”"),
        ("{% for 字 in 岗位.岗位名称 %}{% endfor %}", "“岗位.岗位名称”不是清单，不能循环"),
        ("{{ 岗位名称 }}", "没有“岗位名称”这个名称（是不是 岗位.岗位名称？）"),
        ("{{ 部门。公司 }}", "不认识的字符“。”"),
        ("｛｛ 岗位.编制 ｝｝", "花括号“｛｛”是中文的"),
        ("{{ 岗位.编制 %}", "的开头和结尾不是一对"),
        ("{{ 岗位.编制 + }}", "没有写完"),
        ("{{ 岗位 | uper }}", "没有“|uper”这种处理（是不是 upper？）"),
        ("{% if 岗位 is defind %}{% endif %}", "没有“is defind”这种判断（是不是 defined 或 undefined？）"),
        ("{% fro 项 in 岗位清单 %}", "不认识“fro”这种标签（是不是 for？）"),
        ("{% p for 项 in 岗位清单 %}", "要写成 {%p for 项 in 岗位清单 %}"),
        ("前 {%p if 岗位 %}", "这一段里还有别的文字或标签"),
        ("{%tr if 岗位 %}", "只能写在表格里"),
        ("{{r 岗位.编制 }}", "不需要写 {{r 岗位.编制 }}"),
        ("{% if 岗位 %}", "后面没有对应的 endif"),
        ("{% endif %}", "前面没有对应的开头"),
        ("{% else %}", "前面没有对应的开头"),
        ("{% include '../../x' %}", "要读别的文件"),
        ("{% extends 'x' %}", "要读别的文件"),
        ("{{ 岗位.__class__ }}", "模板里不能用“__class__”"),
        ("{{ 岗位['__class__'] }}", "模板里不能用“__class__”"),
        ("{% for 项 in 岗位清单 %}{{ loop.idnex }}{% endfor %}", "“loop”里没有“idnex”这一项（是不是 index"),
        ("没有标签", "文件里没有标签"),
    ],
)
def test_what_is_said_of_a_flaw(paragraph: str, words: str) -> None:
    assert words in _said(paragraph)


def test_a_loop_that_begins_and_ends_in_different_ways_or_places() -> None:
    assert "写法不一样：开头用 {%p … %}" in _said("{%p for 项 in 岗位清单 %}", "{% endfor %}")
    rows = (("{% for 项 in 岗位清单 %}", "{% endfor %}"),)
    assert "不在同一个表格、同一格或同一段正文里" in _found(word((), rows))[0][1]


def test_one_post_is_not_there_in_a_document_about_all() -> None:
    assert _said("{{ 岗位.岗位名称 }}", kind=DEPARTMENT).startswith("这份文件写的是整个部门，先要循环")
    assert _said("{% for 岗位 in 岗位清单 %}{{ 岗位.岗位名称 }}{% endfor %}", kind=DEPARTMENT) == ""


def test_tags_split_into_runs_by_word_are_read_whole() -> None:
    runs = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{piece}</w:t></w:r>" for piece in ("{", "{ 岗", "位.岗位", "名 }", "}"))
    assert "“岗位名”" in _found(package(document(f"<w:p>{runs}</w:p>")))[0][1]


def test_headers_and_properties_are_looked_at_and_comments_are_not_filled() -> None:
    w = document("").partition('xmlns:w="')[2].partition('"')[0]
    header = f'<w:hdr xmlns:w="{w}"><w:p><w:r><w:t>{{{{ 文件.标题 }}}}</w:t></w:r></w:p></w:hdr>'
    comments = f'<w:comments xmlns:w="{w}"><w:p><w:r><w:t>{{{{ 文件.版本 }}}}</w:t></w:r></w:p></w:comments>'
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ 文件.编号 }}</dc:title></c>'
    parts = {"word/header1.xml": header, "word/comments.xml": comments, "docProps/core.xml": core}
    found = _found(package(document("<w:p><w:r><w:t>{{ 文件.版本 }}</w:t></w:r></w:p>"), parts))
    assert [place for place, _ in found] == ["文档属性", "word/comments.xml第 1 段", "页眉第 1 段"]
    assert "不会被替换" in found[1][1]
