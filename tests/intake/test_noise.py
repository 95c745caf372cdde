"""Noise is put aside with its reason, and nothing that is none goes with it."""

from __future__ import annotations

import pytest

from salesduty.intake.manuscript import Cell, Line, Manuscript
from salesduty.intake.noise import clean
from salesduty.toolkit.importing import lexicon

DUTIES = ["岗位职责：", "1、负责辖区客户的开发；", "2、跟进订单并催收货款。"]


def cleaned(*texts: str) -> tuple[list[str], list[tuple[str, str]]]:
    """What is left of lines, and what was put aside with which reason."""
    found = clean(Manuscript("txt", tuple(Line(text, number) for number, text in enumerate(texts, 1))), lexicon())
    return [each.passage.text for each in found.lines], [(each.passage.text, each.reason) for each in found.aside]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("第 3 页 共 12 页", "page"),
        ("- 7 -", "page"),
        ("Page 2 of 9", "page"),
        ("Copyright © 2020 某某公司", "boilerplate"),
        ("已阅读5页，还剩7页未读", "boilerplate"),
        ("仓储部岗位职责.docx", "boilerplate"),
        ("3. 本站所有资源均由用户上传，如有侵权请联系我们删除。", "boilerplate"),
        ("精品文档，欢迎下载", "boilerplate"),
    ],
)
def test_whole_lines(line: str, reason: str) -> None:
    assert cleaned(*DUTIES, line, "3、整理台账。") == ([*DUTIES, "3、整理台账。"], [(line, reason)])


@pytest.mark.parametrize(
    "line",
    [
        "4、负责官网下载区文档的更新，处理侵权投诉；",
        "5、管理公司公众号，发布会员活动；",
        "编制：3人",
        "来源：CRM 系统",
        "审核页面文案（de）与排版",
        "6、每月 5 日前提交报表[见附件]；",
        "下载量",
        "7、编写《第3页》栏目的稿件；",
    ],
)
def test_what_is_no_noise(line: str) -> None:
    assert cleaned(*DUTIES, line, "8、整理台账。") == ([*DUTIES, line, "8、整理台账。"], [])


def test_pinyin_and_its_debris() -> None:
    left, aside = cleaned("銷售部門職責(zé)明確與崗位(wèi)劃分，年?duì)收較(jiào)高的客戶(hù)，聯系(CRM)")
    assert left == ["銷售部門職責明確與崗位劃分，年收較高的客戶，聯系(CRM)"]
    assert aside == [(text, "pinyin") for text in ("(zé)", "(wèi)", "?duì)", "(jiào)", "(hù)")]


def test_units_in_brackets_are_no_pinyin() -> None:
    assert cleaned("每周送货量(kg)与里程(km)，负责(de)") == (["每周送货量(kg)与里程(km)，负责(de)"], [])


def test_page_number_between_the_halves_of_a_sentence() -> None:
    left, aside = cleaned(*DUTIES, "3、定期走访门店，了解陈列与库存情况并及时", "第2页", "向主管反馈；", "4、其他。")
    assert left == [*DUTIES, "3、定期走访门店，了解陈列与库存情况并及时向主管反馈；", "4、其他。"]
    assert aside == [("第2页", "page")]


def test_page_number_within_a_line() -> None:
    left, aside = cleaned(*DUTIES, "3、定期走访门店第2页共8页，了解库存；")
    assert left[-1] == "3、定期走访门店，了解库存；"
    assert aside == [("第2页共8页", "page")]


def test_bare_page_numbers_count_on_far_apart() -> None:
    page = [f"{number}、负责第 {number} 类商品的盘点；" for number in range(1, 7)]
    left, aside = cleaned("仓库主管", *page, "1", *page, "2", *page, "3")
    assert left == ["仓库主管", *page * 3]
    assert aside == [("1", "page"), ("2", "page"), ("3", "page")]


def test_numbers_before_their_items_are_no_pages() -> None:
    lines = [text for number in range(1, 6) for text in (str(number), f"负责第 {number} 类商品的盘点；")]
    assert cleaned("岗位职责", *lines) == (["岗位职责", *lines], [])


def test_heads_of_pages() -> None:
    page = [f"{number}、负责第 {number} 类商品的盘点；" for number in range(1, 7)]
    lines = [text for number in "123" for text in ("宏远物流管理手册", *page, f"第{number}页")]
    left, aside = cleaned(*lines)
    assert left == ["宏远物流管理手册", *page * 3]
    assert {reason for _, reason in aside} == {"page"}


def test_what_a_site_adds_before_and_behind() -> None:
    left, aside = cleaned("首页 > 范文 > 职责", "时间: 03-12 栏目:职责", *DUTIES, "相关推荐", "护士长岗位职责", "仓管员职责范本")
    assert left == DUTIES
    assert [reason for _, reason in aside] == ["boilerplate"] * 5


def test_a_tail_is_none_where_duties_follow() -> None:
    left, _ = cleaned(*DUTIES, "相关文章", "任职要求：", "1、大专学历。")
    assert left == [*DUTIES, "相关文章", "任职要求：", "1、大专学历。"]


def test_sentences_within_a_line_of_matter() -> None:
    left, aside = cleaned("这篇文档由网友为您分享整理，希望对您有所帮助！仓库管理员职责：1、收货；2、发货。")
    assert left == ["仓库管理员职责：1、收货；2、发货。"]
    assert aside == [("这篇文档由网友为您分享整理，希望对您有所帮助！", "boilerplate")]


def test_watermark_characters() -> None:
    lines = [text for number in range(1, 6) for text in (f"{number}、清点第 {number} 排货架；", "密")]
    left, aside = cleaned("岗位职责", *lines, "\ue004整理\u200b台账")
    assert left == ["岗位职责", *lines[::2], "整理台账"]
    assert {reason for _, reason in aside} == {"watermark"}


def test_citations() -> None:
    assert cleaned("负责现场安全[3]，组织演练[4-6]。") == (
        ["负责现场安全，组织演练。"],
        [("[3]", "citation"), ("[4-6]", "citation")],
    )


@pytest.mark.parametrize(("end", "cut"), [("3.", "3."), ("三、", "三、"), ("……（略）", "……（略）")])
def test_a_document_that_breaks_off(end: str, cut: str) -> None:
    assert cleaned(*DUTIES, end) == (DUTIES, [(cut, "truncated")])


def test_a_number_in_a_cell_is_no_broken_end() -> None:
    lines = (Line("负责盘点。", 1, cell=Cell(0, 0, 0)), Line("30", 1, cell=Cell(0, 0, 1)))
    assert [each.passage.text for each in clean(Manuscript("docx", lines), lexicon()).lines] == ["负责盘点。", "30"]


def test_numbers_of_the_pieces_that_a_site_shows() -> None:
    piece = "一、组织编制年度预算并监督执行；二、审核各部门的费用报销；" * 5
    left, aside = cleaned(f"1、{piece}三、拟订采购与", f"2、付款的审批办法；{piece}四、核对往来", "3、账款。五、其他。")
    assert left == [f"{piece}三、拟订采购与付款的审批办法；{piece}四、核对往来账款。五、其他。"]
    assert aside == [("1、", "page"), ("2、", "page"), ("3、", "page")]


def test_long_items_are_no_pieces() -> None:
    items = [f"{number}、{'组织编制年度预算并监督执行，审核各部门的费用报销，' * 6}并归档。" for number in (1, 2, 3)]
    assert cleaned("财务主管岗位职责", *items) == (["财务主管岗位职责", *items], [])


def test_a_title_set_into_the_text_again() -> None:
    left, aside = cleaned("护士长都做什么", *DUTIES, "【护士长都做什么】3、完成其他工作。")
    assert left == ["护士长都做什么", *DUTIES, "3、完成其他工作。"]
    assert aside == [("【护士长都做什么】", "repeated")]


def test_an_address_is_a_watermark_only_when_it_comes_often() -> None:
    once = ["1、维护官网www.example.com的商品信息；", *DUTIES]
    assert cleaned(*once) == (once, [])
    left, aside = cleaned(*(f"{number}、维护商品www.example.com信息；" for number in (1, 2, 3)))
    assert left == [f"{number}、维护商品信息；" for number in (1, 2, 3)]
    assert {reason for _, reason in aside} == {"watermark"}
