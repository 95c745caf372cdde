"""The page of a check: sound, closed to the outside, and what it has to show."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from opened import html
from opened.html import Page, Tag
from salesduty.disk.packaged import templates
from salesduty.renderers.checks.html import POSTS_A_TABLE, render
from salesduty.results.coverage import Chart, Checked, Holder, Part, Row
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report
from salesduty.results.place import FIRST, Span
from salesduty.results.wording import Text

NAMES = {"head": "销售总监", "rep": "销售代表", "clerk": "销售内勤"}
POSTS = tuple((f"sales/{post}", name, "") for post, name in NAMES.items())


def held(post: str, part: Part = "do", confidence: float = 0.8) -> Holder:
    return Holder(f"sales/{post}/d1", f"sales/{post}", NAMES[post], part, part, confidence, f"{NAMES[post]}的句子")


ROWS = (
    Row("sales", "area", "C31", "展会", False, "optional"),
    Row("sales", "step", "quote", "报价审批", True, "owned", (held("rep"), held("rep", "review"), held("head", "decide", 1)), "从线索到回款"),
    Row("sales", "function", "target", "目标分解", True, "owned", (held("head", "decide"), held("rep")), ladder=("总监 制定", "代表 完成")),
    Row("sales", "function", "collection", "货款回收", True, "gap", address="sales/functions/collection"),
    Row("sales", "function", "bid", "投标", True, "supported-only", (held("clerk", "support"),)),
)  # fmt: skip
CHART = Chart("sales", "销售部", POSTS, ROWS)
GAP = Finding(
    "GAP001", "no-owner", WARNING, Text("货款回收没有人负责", ""), Text("写明谁来催收。", ""), "d.yaml", Span(8, 5, 8, 9),
    "sales/functions/collection", "  - 货款回收",
)  # fmt: skip
OVERLAP = replace(
    GAP, code="OVL001", severity=ERROR, message=Text("合同评审有两个岗位在做", ""), address="sales/rep/contract", file="rep.yaml",
    span=Span(4, 7, 4, 13), excerpt="    - 审核销售合同，出具意见", related=(Related("clerk.yaml", Span(5, 1, 5, 9), "sales/clerk/contract", Text("内勤：“评审合同”", "")),),
)  # fmt: skip
ELSEWHERE = replace(GAP, address="other/functions/x", severity=INFO)
CHECKED = Checked(Report((OVERLAP, GAP, ELSEWHERE), 2, 3, 4), (CHART,))


def opened(checked: Checked = CHECKED) -> Page:
    page = html.opened(render(checked, templates()))
    assert page.complaints == ()
    assert page.comments == ()
    assert [anchor for anchor, count in Counter(page.ids).items() if count > 1] == []
    assert [target for target in page.targets if target.removeprefix("#") not in page.ids] == []
    return page


def tags(page: Page | Tag, name: str, kind: str = "") -> list[Tag]:
    every = page.walk() if isinstance(page, Tag) else page.tags
    return [tag for tag in every if tag.name == name and (not kind or kind in tag.attributes.get("class", "").split())]


def text(tag: Tag) -> str:
    return " ".join(tag.text.split())


def grid(page: Page) -> list[list[str]]:
    return [[text(cell) for cell in row.walk() if cell.name in ("th", "td")] for row in tags(page, "tr")]


def test_the_map_shows_what_each_post_does() -> None:
    assert grid(opened()) == [
        ["事项", "状态", "销售总监", "销售代表", "销售内勤"],
        ["部门职能"],
        ["目标分解总监 制定 → 代表 完成", "有人负责", "决", "办", ""],
        ["货款回收", "空白", "", "", ""],
        ["投标", "只有协助", "", "", "协"],
        ["流程：从线索到回款"],
        ["报价审批", "有人负责", "决", "办审", ""],
        ["承担项数", "", "2", "2", "1"],
    ]


def test_headings_of_the_map_say_what_they_head_and_the_map_can_be_reached() -> None:
    page = opened()

    assert Counter(tag.attributes["scope"] for tag in tags(page, "th")) == {"col": 5, "row": 5, "rowgroup": 2}
    (scroll,) = tags(page, "div", "scroll")
    assert scroll.attributes == {"class": "scroll", "role": "region", "aria-labelledby": "d1-map", "tabindex": "0"}
    assert [tag.attributes["title"] for tag in tags(page, "span", "sign") if "title" in tag.attributes][-1] == "执行、审核"


def test_gaps_are_marked_and_lead_to_what_to_do() -> None:
    page = opened()

    (gap,) = tags(page, "tr", "gap")
    (link,) = tags(gap, "a")
    assert (text(link), link.attributes["href"]) == ("空白", "#f2")
    assert "货款回收没有人负责" in page.inside("f2")
    assert len(tags(page, "tr", "supported-only")) == 1


def test_what_is_about_the_whole_department_is_linked_from_no_row() -> None:
    rows = tuple(replace(row, address="sales") for row in ROWS)

    page = opened(Checked(Report((replace(GAP, address="sales"),)), (replace(CHART, rows=rows),)))

    assert page.targets == []
    assert len(tags(tags(page, "section")[0], "li", "card")) == 1


def test_departments_of_the_same_name_are_told_apart() -> None:
    page = opened(Checked(Report(()), (CHART, replace(CHART, department="b"), replace(CHART, department="c", name="客服部"))))

    assert [text(link) for link in tags(tags(page, "nav")[0], "a")] == ["销售部 sales", "销售部 b", "客服部"]


def test_a_long_ladder_is_cut() -> None:
    row = replace(ROWS[2], ladder=tuple(f"{number} 级" for number in range(60)))

    assert "0 级 → 1 级" in grid(opened(Checked(Report(()), (replace(CHART, rows=(row,)),))))[2][0]
    assert grid(opened(Checked(Report(()), (replace(CHART, rows=(row,)),))))[2][0].endswith("7 级 …共 60 个岗位")


def test_the_figures_count_what_is_required() -> None:
    (figures,) = tags(opened(), "dl", "figures")

    assert text(figures) == "项要求 4 项有人负责 2 项只有协助 1 项空白 1"


def test_a_finding_shows_both_sentences_and_the_remedy() -> None:
    first, second, third = tags(opened(), "li", "card")

    assert text(first) == (
        "错误 合同评审有两个岗位在做 审核销售合同，出具意见 rep.yaml:4 内勤：“评审合同” clerk.yaml:5 怎么做 写明谁来催收。 OVL001 no-owner"
    )
    assert [text(mark) for mark in tags(first, "mark")] == ["审核销售合同"]
    assert [tag.attributes["class"] for tag in (first, second, third)] == ["card error", "card warning", "card info"]


def test_findings_stand_below_their_department_and_the_rest_at_the_end() -> None:
    sections = tags(opened(), "section")

    assert [len(tags(section, "li", "card")) for section in sections] == [2, 1]
    assert text(tags(sections[1], "h2")[0]) == "其他问题"


def test_what_nobody_asked_for_is_named_and_sentences_can_be_looked_up() -> None:
    page = opened()

    assert [text(tag) for tag in tags(page, "p", "note")] == ["另有 1 项没有要求，也无人负责：展会。"]
    (evidence,) = tags(page, "dl", "evidence")
    assert "报价审批 销售总监 决定 （写明） 销售总监的句子 销售代表 执行 （推断，把握 80%） 销售代表的句子" in text(evidence)


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (Checked(Report(())), "给出的路径下没有部门，也没有发现问题。"),
        (Checked(Report((), 1), (Chart("sales", "销售部", (), ()),)), "没有写明部门职能、流程或部门类型，看不出缺什么。"),
        (Checked(Report((GAP,))), "货款回收没有人负责"),
        (Checked(Report((), 1), (Chart("sales", "销售部", (), ROWS[3:4]),)), "货款回收"),
        (Checked(Report((), 1), (CHART, replace(CHART, department="b", name="大客户部"))), "大客户部"),
    ],
)
def test_little_to_show_is_shown_too(checked: Checked, said: str) -> None:
    page = opened(checked)

    assert said in "".join(page.lines)
    assert len(tags(page, "nav")) == (len(checked.charts) > 1)


def test_sixty_posts_stand_in_one_map_and_more_in_a_second() -> None:
    def chart(count: int) -> Chart:
        posts = tuple((f"sales/p{number}", "特别长的岗位名称" * 20, "") for number in range(count))
        holders = tuple(Holder("x", address, name, "do", "do", 1) for address, name, _ in posts)
        return Chart("sales", "销售部", posts, (Row("sales", "function", "f", "职能", True, "owned", holders),))

    one, two = (opened(Checked(Report(()), (chart(count),))) for count in (POSTS_A_TABLE, POSTS_A_TABLE + 1))

    assert [len(tags(table, "th", "post")) for table in tags(one, "table")] == [60]
    assert [len(tags(table, "th", "post")) for table in tags(two, "table")] == [60, 1]
    assert [text(caption) for caption in tags(two, "caption")] == ["岗位 1–60，共 61 个", "岗位 61–61，共 61 个"]
    assert tags(one, "table", "crowded")
    assert len(text(tags(one, "th", "post")[0])) == 24


def test_who_is_no_post_of_the_department_has_a_column_too() -> None:
    outside = Holder("总经理", "outside/总经理", "总经理", "decide", "decide", 1)
    chart = replace(CHART, rows=(replace(ROWS[3], state="owned", holders=(outside,)),))

    assert grid(opened(Checked(Report(()), (chart,))))[0] == ["事项", "状态", "销售总监", "销售代表", "销售内勤", "总经理"]


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = opened()

    (policy,) = (tag.attributes["content"] for tag in page.tags if tag.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert _foreign(page) == []
    assert page.tags[0].attributes == {"lang": "zh-CN"}
    (style,) = ("".join(map(str, tag.children)) for tag in tags(page, "style"))
    assert not re.search(r"url\(|@import|expression|//", style)
    assert "size: A4 landscape" in style[style.index("@media print") :]
    assert "position: sticky" in style


def _foreign(page: Page) -> list[str]:
    found = [tag.name for tag in page.tags if tag.name in ("script", "img", "iframe", "link", "object", "form", "svg", "b")]
    found += [name for tag in page.tags for name in tag.attributes if name.startswith("on") or name in ("src", "srcdoc")]
    return found + [target for target in page.targets if not target.startswith("#")]


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>粗</b>",
        "</style><script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)",
        "{{ 7*7 }}{% include 'x' %}",
        "<!-- x",
        "javascript:alert(1)",
        "&lt;b&gt; &amp;",
    ],
)  # fmt: skip
def test_markup_is_text_wherever_it_stands(hostile: str) -> None:
    page = opened(_filled_with(hostile))

    assert _foreign(page) == []
    # The department's name, the whole of a post's in the map, the process, the thing, its ladder; who holds it twice
    # (map and evidence), the thing again, the sentence; the message, the source line, the second place, the remedy.
    body = "".join(tags(page, "body")[0].text.split())
    assert body.count("".join(hostile.split())) >= 12


@pytest.mark.parametrize("hostile", ["a\x1b[31m\x9b\u202e\x00b", "\ud800", "\r\n::error::\t", "=1+1"])
def test_what_cannot_be_seen_is_written_out(hostile: str) -> None:
    shown = render(_filled_with(hostile), templates()).decode("utf-8")

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    opened(_filled_with(hostile))


def _filled_with(hostile: str) -> Checked:
    holder = Holder(hostile, hostile, hostile, "do", hostile, 0.5, hostile, hostile)
    row = Row(hostile, "step", hostile, hostile, True, "owned", (holder,), hostile, (hostile,), (hostile,), hostile)
    related = Related(hostile, FIRST, hostile, Text(hostile, hostile))
    said = Text(hostile, hostile)
    finding = Finding("GAP001", "x", WARNING, said, said, hostile, Span(1, 1, 1, 400), hostile, hostile, (related,))
    return Checked(Report((finding,), 1, 1, 1), (Chart(hostile, hostile, ((hostile, hostile, hostile),), (row,)),))


def test_a_line_of_megabytes_is_cut() -> None:
    long = replace(GAP, excerpt="长" * 1_000_000, span=Span(1, 500_000, 1, 600_000))

    assert len(render(Checked(Report((long,)), (CHART,)), templates())) < 60_000


def test_the_same_check_gives_the_same_bytes() -> None:
    assert render(CHECKED, templates()) == render(CHECKED, templates())
