"""The map of a department on a terminal, and the findings below it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from salesduty.reporters.checks import CHECK_REPORTERS
from salesduty.reporters.checks.chart import MANY_ROWS
from salesduty.reporters.columns import width
from salesduty.reporters.look import Look, Piece, plain
from salesduty.results.coverage import Chart, Checked, Holder, Part, Row
from salesduty.results.finding import INFO, WARNING, Finding, Related, Report
from salesduty.results.place import Span
from salesduty.results.wording import Text

Make = Callable[..., Finding]

NAMES = {"head": "销售总监", "north": "华北大区经理", "rep": "销售代表", "clerk": "销售内勤"}
POSTS = tuple((f"sales/{post}", name, "") for post, name in NAMES.items())


def held(post: str, part: Part = "do", name: str = "") -> Holder:
    return Holder(f"sales/{post}/d1", f"sales/{post}", name or NAMES[post], part, part, 0.8)


def function(name: str, *holders: Holder, **given: object) -> Row:
    usual: dict[str, object] = {"required": True, "state": "owned" if holders else "gap"}
    return Row("sales", **{"kind": "function", "area": name, "name": name, "holders": holders, **usual, **given})  # type: ignore[arg-type]


ROWS = (
    function("客户信用", held("rep"), kind="area", required=False),
    function("展会", kind="area", required=False, state="optional"),
    function("报价审批", held("clerk", "do"), held("north", "review"), held("head", "decide"), kind="step", group="从线索到回款"),
    function("目标分解", held("head", "decide"), held("north"), ladder=("销售总监 制定", "大区经理 分解")),
    function("货款回收"),
    function("投标", held("clerk", "support"), state="supported-only"),
)


def printed(
    *rows: Row, findings: tuple[Finding, ...] = (), posts: tuple[tuple[str, str, str], ...] = POSTS, **look: object
) -> str:
    checked = Checked(Report(findings, 1, len(posts), 3), (Chart("sales", "销售部", posts, rows),))
    return plain(CHECK_REPORTERS["text"](checked, Look(**look)))  # type: ignore[arg-type]


def test_the_map_in_a_hundred_columns() -> None:
    assert printed(*ROWS) == (
        "销售部（4 个岗位）\n"
        "  4 项要求，2 项有人负责，1 项只有协助，1 项空白\n"
        "\n"
        "  部门职能      状态      决定      执行          审核          协助\n"
        "  目标分解      有人负责  销售总监  华北大区经理\n"
        "    层级：销售总监 制定 → 大区经理 分解\n"
        "! 货款回收      空白\n"
        "! 投标          只有协助                                        销售内勤\n"
        "\n"
        "  流程：从线索到回款\n"
        "  报价审批      有人负责  销售总监  销售内勤      华北大区经理\n"
        "\n"
        "  职责领域\n"
        "  客户信用      有人负责            销售代表\n"
        "  1 项没有要求，也无人负责\n"
        "  加 --show info 可逐项列出\n"
        "\n"
        "没有发现问题（1 个部门，4 个岗位，3 个文件）\n"
    )


def test_the_map_in_english() -> None:
    assert printed(*ROWS[3:5], lang="en") == (
        "销售部 (4 posts)\n"
        "  2 required, 1 held, 1 held by nobody\n"
        "\n"
        "  Functions     state         decides   does          reviews  supports\n"
        "  目标分解      held          销售总监  华北大区经理\n"
        "    levels: 销售总监 制定 → 大区经理 分解\n"
        "! 货款回收      nobody\n"
        "\n"
        "nothing found (1 department, 4 posts, 3 files)\n"
    )
    assert printed(posts=POSTS[:1], lang="en").startswith("销售部 (1 post)\n")


def test_holders_go_below_in_forty_columns() -> None:
    assert printed(*ROWS[2:6], width=40).splitlines()[:15] == [
        "销售部（4 个岗位）",
        "  4 项要求，2 项有人负责，1 项只有协助，",
        "  1 项空白",
        "",
        "  部门职能",
        "  有人负责  目标分解",
        "            决定 销售总监",
        "            执行 华北大区经理",
        "    层级：销售总监 制定 → 大区经理 分解",
        "! 空白      货款回收",
        "! 只有协助  投标",
        "            协助 销售内勤",
        "",
        "  流程：从线索到回款",
        "  有人负责  报价审批",
    ]


def crowd(count: int, rows: int = 5) -> tuple[tuple[tuple[str, str, str], ...], tuple[Row, ...]]:
    """Posts with long names, all of whom hold all rows in every way."""
    posts = tuple((f"sales/p{number}", f"第{number}销售大区重点客户与渠道业务经理", "") for number in range(count))
    everybody = [held(f"p{number}", part, name) for number, (_, name, _) in enumerate(posts) for part in ("decide", "do", "review", "support", "inform")]  # fmt: skip
    return posts, tuple(function(f"{number} 很长的部门职能名称" * 8, *everybody) for number in range(rows))


@pytest.mark.parametrize("columns", [40, 41, 75, 76, 80, 100, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_fits(columns: int, encoding: str, lang: str) -> None:
    posts, rows = crowd(60)

    shown = printed(*rows, *ROWS, posts=posts, width=columns, encoding=encoding, lang=lang, show=INFO)

    assert [line for line in shown.splitlines() if width(line) > columns] == []
    assert [line for line in shown.splitlines() if line != line.rstrip()] == []


def test_what_does_not_fit_is_counted() -> None:
    posts, rows = crowd(60, rows=1)

    assert re.search(r"(  第0\S+…\+59 *){4}\n", printed(*rows, posts=posts))
    assert re.search(r"(  第0\S+\.\.\.\+59 *){4}\n", printed(*rows, posts=posts, encoding="gbk"))


def test_a_post_is_named_once_a_part_in_the_order_of_the_department() -> None:
    twice = (held("clerk"), held("rep"), replace(held("clerk"), address="sales/clerk/d2"), held("outside", name="财务部"))

    assert "  销售代表、销售内勤、财务部\n" in printed(function("开票", *twice))


def test_a_long_map_counts_what_is_well_held() -> None:
    many = tuple(function(f"职能 {number}", held("rep")) for number in range(MANY_ROWS - 3))
    steps = tuple(function(f"环节 {number}", held("rep"), kind="step", group="售后") for number in range(2))

    whole = printed(*many, *ROWS[4:5], *steps)
    folded = printed(*many, *ROWS[4:6], *steps)

    assert "职能 7 " in whole
    assert folded.splitlines()[3:12] == [
        "  部门职能      状态      决定  执行  审核  协助",
        "! 货款回收      空白",
        "! 投标          只有协助                    销售内勤",
        f"  其余 {MANY_ROWS - 3} 项有人负责",
        "",
        "  流程：售后  2 项都有人负责",
        "  加 --show info 可逐项列出",
        "",
        "没有发现问题（1 个部门，4 个岗位，3 个文件）",
    ]
    assert "职能 7 " in printed(*many, *ROWS[4:6], *steps, show=INFO)


def test_what_is_all_held_takes_a_line_and_columns_are_named_where_rows_are() -> None:
    functions = tuple(function(f"职能 {number}", held("rep")) for number in range(MANY_ROWS))
    steps = tuple(function(f"环节 {number}", held("rep"), kind="step", group="售后") for number in range(2))

    assert printed(*functions, *steps, replace(ROWS[4], kind="area")).splitlines()[2:9] == [
        "",
        "  部门职能  25 项都有人负责",
        "  流程：售后  2 项都有人负责",
        "",
        "  职责领域      状态      决定  执行  审核  协助",
        "! 货款回收      空白",
        "  加 --show info 可逐项列出",
    ]


def test_departments_of_the_same_name_are_told_apart() -> None:
    charts = tuple(Chart(department, name, (), ()) for department, name in (("a", "销售部"), ("b", "销售部"), ("c", "客服部")))

    shown = plain(CHECK_REPORTERS["text"](Checked(Report((), 3, 0, 3), charts), Look()))

    assert [line for line in shown.splitlines() if "0 个岗位）" in line and "没有" not in line] == [
        "销售部 a（0 个岗位）",
        "销售部 b（0 个岗位）",
        "客服部（0 个岗位）",
    ]


def test_what_nobody_requires_is_not_called_held() -> None:
    many = tuple(function(f"职能 {number}", held("rep")) for number in range(MANY_ROWS))

    assert "  其余 25 项有人负责，2 项没有要求，也无人负责\n" in printed(
        *many,
        ROWS[4],
        function("展会", held("clerk", "support"), required=False, state="optional"),
        replace(ROWS[1], kind="function"),
    )


@pytest.mark.parametrize("columns", [40, 100])
def test_a_ladder_takes_one_line(columns: int) -> None:
    shown = printed(
        function("目标", held("rep"), ladder=tuple(f"第 {number} 大区经理 分解" for number in range(60))), width=columns
    )

    (ladder,) = (line for line in shown.splitlines() if "层级" in line)
    assert re.search(r" 分解…\+5\d$", ladder)
    assert ladder.startswith("    层级：第 0 大区经理 分解")


def test_a_name_too_long_for_its_column_is_cut() -> None:
    shown = printed(
        function(
            "目标",
            *(held(post, part, "很长" * 20) for post, part in zip(NAMES, ("decide", "do", "review", "support"), strict=True)),
        )
    )

    assert shown.count("很长很长…") == 4


def test_everything_is_listed_where_hints_are_shown() -> None:
    assert "  展会          未要求\n" in printed(*ROWS, show=INFO)
    assert "--show" not in printed(*ROWS, show=INFO)


@pytest.mark.parametrize(
    ("rows", "said"),
    [((), "还没有可以对照的内容"), (ROWS[:1], "没有写明部门职能、流程或部门类型，看不出缺什么；下面是各岗位已经承担的事")],
)
def test_without_requirements_it_says_so(rows: tuple[Row, ...], said: str) -> None:
    assert printed(*rows).splitlines()[1].strip() == said


def test_a_department_without_posts_has_nothing_but_gaps() -> None:
    assert printed(ROWS[4], posts=()).splitlines()[:2] == ["销售部（0 个岗位）", "  1 项要求，0 项有人负责，1 项空白"]


def test_gaps_stand_out() -> None:
    pieces = list(CHECK_REPORTERS["text"](Checked(Report((), 1, 4, 3), (Chart("sales", "销售部", POSTS, ROWS),)), Look()))

    assert Piece("1 项空白", "error") in pieces
    assert [piece.text.strip() for piece in pieces if piece.style == "error"] == ["1 项空白", "!", "货款回收", "空白"]
    assert [piece.text.strip() for piece in pieces if piece.style == "warning"] == ["1 项只有协助", "!", "投标", "只有协助"]


def test_findings_follow_in_their_own_order(finding: Make) -> None:
    one = finding(file="z.yaml", severity=WARNING, code="GAP001")
    other = finding(file="a.yaml", code="OVL001")

    shown = printed(ROWS[4], findings=(one, other, finding(severity=INFO)))

    below = shown.partition("需要处理的问题，后果重的在前：\n\n")[2]
    assert re.findall(r"^(\S+yaml)", below, re.MULTILINE) == ["z.yaml", "a.yaml"]
    assert shown.endswith("\n\n1 个错误，1 个警告（1 个部门，4 个岗位）；另有 1 条提示，加 --show info 查看\n")


def test_both_sentences_of_an_overlap_are_seen_once(finding: Make) -> None:
    line = "    - 两个工作日内审核合同"
    related = Related("b.yaml", Span(3, 5, 3, 9), "sales/b", Text("华东：“对合同进行评审”", "East"))
    one = finding(message=Text("合同评审有两个岗位在做", ""), excerpt=line, span=Span(4, 7, 4, 16), related=(related,))

    shown = printed(findings=(one, one))
    assert shown.count("两个工作日内审核合同") == 2  # once a finding
    assert shown.count("华东：“对合同进行评审”") == 2

    quoted = replace(one, related=(replace(related, file=one.file, message=Text("华北：“两个工作日内审核合同”", "")), related))
    assert printed(findings=(quoted,)).count("两个工作日内审核合同") == 1
    assert (
        printed(findings=(replace(one, message=Text("“两个工作日内审核合同”与别处重复", "")),)).count("两个工作日内审核合同") == 1
    )


def test_a_line_of_source_is_shown_once_where_nothing_is_set_beside_it(finding: Make) -> None:
    assert printed(findings=(finding(), finding(code="GAP009"))).count("reports_to") == 1
    assert printed(findings=(finding(), finding(file="b.yaml"))).count("reports_to") == 2


def test_without_a_department_only_the_findings_are_told(finding: Make) -> None:
    assert plain(CHECK_REPORTERS["text"](Checked(Report(())), Look())) == "没有文件可以检查：给出的路径下没有 .yaml 文件\n"
    shown = plain(CHECK_REPORTERS["text"](Checked(Report((finding(),), 0, 0, 1)), Look()))
    assert shown.startswith("roles/sales/posts.yaml:4:17  错误  REF001")


HOSTILE = "::error file=x::\x1b]0;owned\x07\u202e##[stop-commands]\r\n::warning::[red]"


@pytest.mark.parametrize("columns", [40, 100])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_words_of_strangers_stay_words(columns: int, encoding: str, finding: Make) -> None:
    row = function(HOSTILE, held("x", name=HOSTILE), held("x", "decide", HOSTILE), kind="step", group=HOSTILE, ladder=(HOSTILE,))
    posts = (("sales/x", HOSTILE, HOSTILE),)
    related = Related(HOSTILE, Span(1, 1, 1, 2), HOSTILE, Text(HOSTILE, HOSTILE))
    one = finding(message=Text(HOSTILE, HOSTILE), file=HOSTILE, excerpt=HOSTILE, fix=Text(HOSTILE, HOSTILE), related=(related,))
    checked = Checked(Report((one,), 1, 1, 1), (Chart("sales", HOSTILE, posts, (row, replace(row, kind="area"))),))

    shown = plain(CHECK_REPORTERS["text"](checked, Look(width=columns, encoding=encoding)))

    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]|##\[", shown)
    assert [line for line in shown.splitlines() if line.strip().startswith("::")] == []
    assert shown.encode(encoding).decode(encoding) == shown


def test_a_gbk_console_gets_nothing_that_it_cannot_show() -> None:
    shown = printed(function("😀回收", held("rep", name="😀代表")), encoding="gbk")

    assert r"\U0001f600回收" in shown
    shown.encode("gbk")
