"""What lines come apart into: outlines printed in any style come back, and nothing else is taken for a number."""

from __future__ import annotations

import sys
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.outlines import WORDS, agreement, clean, counted, flat, outline, printed, read, styles
from salesduty.intake.items import units

# How items stand in a document: what ends each, what stands between number and words, and between items.
LAYOUTS = {
    "a line each": ("；", "", "\n"),
    "a line each, no stops": ("", "", "\n"),
    "a line each, blank behind numbers": ("。", " ", "\n"),
    "run together, semicolons": ("；", "", ""),
    "run together, full stops": ("。", "", ""),
    "run together, blanks": ("", "", " "),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=60, deadline=None)
@given(chance=st.integers(0, 1_000_000), levels=st.integers(1, 3))
def test_outlines_come_back(layout: str, chance: int, levels: int) -> None:
    end, gap, between = LAYOUTS[layout]
    made = Random(chance)
    shape = styles(made, levels)
    items = outline(made, levels)
    text = "岗位职责：" + between + between.join(printed(items, shape, end=end, gap=gap))
    assert counted(read(text)) == list(flat(items))


def test_outlines_without_anything_between_items_come_back_mostly(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = []
    for chance in range(150):
        made = Random(chance)
        levels = made.randint(1, 3)
        shape, items = styles(made, levels), outline(made, levels)
        pairs.append((list(flat(items)), counted(read("岗位职责：" + "".join(printed(items, shape, end="", gap=""))))))
    precision, recall = agreement(pairs)
    with capsys.disabled():
        sys.stdout.write(f"\noutlines run together without a stop: precision {precision:.3f}, recall {recall:.3f}\n")
    assert precision > 0.7


_PIECES = ["1、", "一、", "（1）", "(", "）", "1.", "8.1.1", "①", "•", "-", "负责", "客户", "；", "。", "：", "岗位职责：", "销售主管",
           "\n", "\n\n", " ", "第一条", "2", "１．", "A.", "\u3000", "l"]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=3)), max_size=50).map("".join))
def test_every_character_is_in_one_unit(text: str) -> None:
    taken: list[int] = []
    for unit in read(text):
        for passage in (unit.mark, unit.body, unit.end):
            taken.extend(passage.at)
    source = "".join(each.passage.text for each in clean(text))
    assert len(taken) == len(set(taken))
    assert not "".join(char for at, char in enumerate(source) if at not in set(taken)).strip(
        " \t\r\u3000\xa0\u200b\u200c\u200d\ufeff\n\f\v\u2002\u2003\u2009\u202f"
    )


def shown(text: str) -> list[str]:
    """Units as lines: indented by depth, `-` for what is not counted, the mark before a bar."""
    return [
        ("- " if unit.depth < 0 else "  " * unit.depth)
        + (f"{unit.mark.text.strip()}|" if unit.mark.text else "")
        + unit.body.text
        for unit in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("八、销售部8.1部长8.1.1遵守制度。8.1.2负责计划。8.2销售员8.2.1执行规定。",
         ["八、|销售部", "  8.1|部长", "    8.1.1|遵守制度", "    8.1.2|负责计划", "  8.2|销售员", "    8.2.1|执行规定"]),
        ("一、汇报工作；二、完成其他工作。销售主管一、起草计划。二、培训顾问。三、监督流程。",
         ["一、|汇报工作", "二、|完成其他工作", "- 销售主管", "  一、|起草计划", "  二、|培训顾问", "  三、|监督流程"]),
        ("4、开票前核对单价。二级区域销售经理1、管理销量。2、跟踪经销商。",
         ["4、|开票前核对单价", "- 二级区域销售经理", "  1、|管理销量", "  2、|跟踪经销商"]),
        ("1、普通话标准\n2、有服务意识。\n3、会用Excel。\n4、有耐心\n3、能出差\n4、能加班",
         ["1、|普通话标准", "2、|有服务意识", "3、|会用Excel", "4、|有耐心", "3、|能出差", "4、|能加班"]),
        ("3、制定计划；\n4、审核合同；\n6、回访客户。", ["3、|制定计划", "4、|审核合同", "6、|回访客户"]),
        ("1、制定计划；\n2.审核合同；\n3．回访客户；", ["1、|制定计划", "2.|审核合同", "3．|回访客户"]),
        ("1. 1、核心功能开发\n2、协助设计", ["1. 1、|核心功能开发", "2、|协助设计"]),
        ("1.20-30岁，口齿清晰；2.有销售经验；3.3年以上经验", ["1.|20-30岁，口齿清晰", "2.|有销售经验", "3.|3年以上经验"]),
        ("1 负责产品规划；\n2 完成需求说明；\n3年以上经验", ["1|负责产品规划", "2|完成需求说明", "- 3年以上经验"]),
        ("1.0 负责规划\n2.0 负责实施", ["1.0|负责规划", "2.0|负责实施"]),
        ("l 负责规划\nl 负责实施", ["l|负责规划", "l|负责实施"]),
        ("1\n负责规划；\n2\n负责实施。", ["1|负责规划", "2|负责实施"]),
        ("1、\n负责规划；\n2、\n负责实施。", ["1、|负责规划", "2、|负责实施"]),
        ("利用QC-S报告2#5#6#7#，每周一、周二拜访3-5家客户，1.5倍、8:30、5年以上",
         ["- 利用QC-S报告2#5#6#7#，每周一、周二拜访3-5家客户，1.5倍、8:30、5年以上"]),
        ("1.销售总监核心职责：制定战略(年度；季度)；统筹资源。能力要求：5年以上经验。2.销售经理核心职责：带教新人；复盘。",
         ["1.|销售总监", "- 核心职责", "- 制定战略(年度；季度)", "- 统筹资源", "- 能力要求：5年以上经验", "2.|销售经理", "- 核心职责", "- 带教新人", "- 复盘"]),
        ("21、参加培训;参加会议", ["21、|参加培训;参加会议"]),
        ("•A类客户\n  ◦甲\n  ◦乙\n•B类客户", ["•|A类客户", "  ◦|甲", "  ◦|乙", "•|B类客户"]),
        ("- 甲类\n  - 乙类\n  - 丙类\n- 丁类", ["-|甲类", "  -|乙类", "  -|丙类", "-|丁类"]),
        ("1. 前台部门前台部门是酒店的门面。其职责包括:- 迎接客人;- 办理入住;- 处理投诉。2. 客房部门客房部门负责客房。",
         ["1.|前台部门", "- 前台部门是酒店的门面", "- 其职责包括", "  -|迎接客人", "  -|办理入住", "  -|处理投诉", "2.|客房部门", "- 客房部门负责客房"]),
        ("第一章 总则\n第一条 目的\n第二条 范围\n第二章 门岗\n第三条 登记\n第四条 放行\n第三章 附则\n第五条 施行",
         ["第一章|总则", "  第一条|目的", "  第二条|范围", "第二章|门岗", "  第三条|登记", "  第四条|放行", "第三章|附则", "  第五条|施行"]),
        ("职责一：销售主管\n1、制定计划\n2、培训\n职责二：销售主管\n1、考勤", ["职责一：|销售主管", "  1、|制定计划", "  2、|培训", "职责二：|销售主管", "  1、|考勤"]),
    ],
)  # fmt: skip
def test_units(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_lines_that_a_page_wrapped_are_one_unit() -> None:
    text = (
        "1、负责本部门年度经营计划的编制、分解与落实，对计划的执行情况进\n行跟踪、检查和考核，并向总经理提交书面的分析报告和改进的措施建\n"
        "议，确保目标按期达成；\n2、负责客户信用的评审，建立并维护客户档案和应收账款台账，每月与财\n务部核对一次账目；\n3、负责部门内部的培训。"
    )
    assert shown(text) == [
        "1、|负责本部门年度经营计划的编制、分解与落实，对计划的执行情况进行跟踪、检查和考核，并向总经理提交书面的分析报告和改进的措施建议，确保目标按期达成",
        "2、|负责客户信用的评审，建立并维护客户档案和应收账款台账，每月与财务部核对一次账目",
        "3、|负责部门内部的培训",
    ]


def test_lines_of_a_list_without_numbers_stay_apart() -> None:
    text = "岗位职责：\n通过各渠道接收用户的问题\n快速识别问题是常见还是复杂\n跟进处理的进度\n向用户反馈结果"
    assert shown(text) == ["- 岗位职责", *(f"- {line}" for line in text.split("\n")[1:])]


def test_what_the_program_draws_counts_too() -> None:
    drawn = [("一、", 0, "销售"), ("1.", 1, "拜访客户"), ("2.", 1, "回款"), ("二、", 0, "服务"), ("1.", 1, "售后")]
    lines = clean("\n".join(text for *_, text in drawn))
    lines = [
        replace(each, line=replace(each.line, label=label, depth=depth))
        for each, (label, depth, _) in zip(lines, drawn, strict=True)
    ]
    assert [(unit.number, unit.depth, unit.value, unit.body.text) for unit in units(lines, WORDS)] == [
        ("一、", 0, (1,), "销售"),
        ("1.", 1, (1,), "拜访客户"),
        ("2.", 1, (2,), "回款"),
        ("二、", 0, (2,), "服务"),
        ("1.", 1, (1,), "售后"),
    ]


def test_headings_hold_what_stands_below() -> None:
    lines = clean("客服\n接收工单\n审核工单\n问题处理\n查询日志\n二线")
    ranks = (3, 4, 0, 4, 0, 3)
    lines = [replace(each, line=replace(each.line, heading=rank)) for each, rank in zip(lines, ranks, strict=True)]
    assert [(unit.depth, unit.body.text) for unit in units(lines, WORDS)] == [
        (0, "客服"),
        (1, "接收工单"),
        (2, "审核工单"),
        (1, "问题处理"),
        (2, "查询日志"),
        (0, "二线"),
    ]
