from __future__ import annotations

from collections.abc import Callable

import pytest

from salesduty.reporters.columns import width
from salesduty.reporters.look import Look, Piece, plain
from salesduty.reporters.summary import MANY
from salesduty.reporters.text import CROWD, report
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report
from salesduty.results.place import FIRST, Span
from salesduty.results.wording import Text

Make = Callable[..., Finding]


def printed(*findings: Finding, **look: object) -> str:
    """What is printed about `findings` in a workspace of 6 departments, 42 posts and 57 files."""
    return plain(report(Report(findings, departments=6, posts=42, files=57), Look(**look)))  # type: ignore[arg-type]


def test_a_finding_in_chinese(finding: Make) -> None:
    assert printed(finding()) == (
        "roles/sales/posts.yaml:4:17  错误  REF001 unknown-party\n"
        "  找不到“销售经里”\n"
        "  4 |     reports_to: 销售经里\n"
        "    |                 ^^^^^^^^\n"
        "  改法：改成岗位的名称。\n"
        "\n"
        "1 个错误（6 个部门，42 个岗位）\n"
    )


def test_a_finding_in_english(finding: Make) -> None:
    assert printed(finding(), lang="en") == (
        "roles/sales/posts.yaml:4:17  error  REF001 unknown-party\n"
        "  nobody here is called “销售经里”\n"
        "  4 |     reports_to: 销售经里\n"
        "    |                 ^^^^^^^^\n"
        "  fix: Use the name of a post.\n"
        "\n"
        "1 error (6 departments, 42 posts)\n"
    )


def test_every_line_fits_a_window_of_forty_columns(finding: Make) -> None:
    long = finding(
        span=Span(1204, 61, 1204, 65),
        excerpt="  - {name: 销售代表, purpose: 负责华东大区全部重点客户的拜访和合同签订, reports_to: 销售经里}",
        message=Text("找不到“销售经里”，是不是“销售经理”或者“大区销售经理”？请核对岗位名称", ""),
        fix=Text("改成岗位的编号、名称或别名；如果对方不在本部门，写进部门的“外部对象”（outside）。", ""),
    )

    shown = printed(long, width=40)

    assert shown == (
        "roles/sales/posts.yaml:1204:61  错误  REF001 unknown-party\n"
        "  找不到“销售经里”，是不是“销售经理”或者\n"
        "  “大区销售经理”？请核对岗位名称\n"
        "  1204 | ...订, reports_to: 销售经里}\n"
        "       |                    ^^^^^^^^\n"
        "  改法：改成岗位的编号、名称或别名；如果\n"
        "        对方不在本部门，写进部门的“外部\n"
        "        对象”（outside）。\n"
        "\n"
        "1 个错误（6 个部门，42 个岗位）\n"
    )
    assert all(width(line) <= 40 for line in shown.splitlines()[1:])


def test_a_window_narrower_than_forty_columns_counts_as_forty(finding: Make) -> None:
    assert printed(finding(), width=10) == printed(finding(), width=40)


def test_a_remedy_is_told_once_a_file(finding: Make) -> None:
    other_remedy = Text("写进外部对象。", "")

    shown = printed(
        finding(),
        finding(span=Span(5, 1, 5, 2)),
        finding(span=Span(6, 1, 6, 2), fix=other_remedy),
        finding(file="b.yaml"),
        finding(file="b.yaml", code="REF002"),
    )

    assert [line.strip() for line in shown.splitlines() if "改法" in line] == [
        "改法：改成岗位的名称。",
        "改法：写进外部对象。",
        "改法：改成岗位的名称。",
        "改法：改成岗位的名称。",
    ]


def test_related_places_stand_beneath(finding: Make) -> None:
    near = Related("roles/sales/a.yaml", Span(3, 5, 3, 9), "sales/a", Text("第一次写在这里", "first written here"))
    far = Related("roles/sales/b.yaml", Span(30, 5, 30, 9), "sales/b", Text("还有这里，" * 10, "and here"))

    shown = printed(finding(related=(near, far), fix=Text("", "")))

    assert shown.splitlines()[4:7] == [
        "  另见 roles/sales/a.yaml:3:5  第一次写在这里",
        "  另见 roles/sales/b.yaml:30:5",
        "    还有这里，还有这里，还有这里，还有这里，还有这里，还有这里，还有这里，还有这里，还有这里，还有这",
    ]
    assert "see roles/sales/a.yaml:3:5  first written here" in printed(finding(related=(near,)), lang="en")


def test_a_finding_about_a_whole_file_has_no_source_line(finding: Make) -> None:
    assert printed(finding(span=FIRST, excerpt="")).splitlines()[:3] == [
        "roles/sales/posts.yaml:1:1  错误  REF001 unknown-party",
        "  找不到“销售经里”",
        "  改法：改成岗位的名称。",
    ]


def test_what_is_hidden_is_counted(finding: Make) -> None:
    found = [finding(), finding(), finding(severity=WARNING), finding(severity=INFO), finding(severity=INFO)]

    assert printed(*found).endswith("\n\n2 个错误，1 个警告（6 个部门，42 个岗位）；另有 2 条提示，加 --show info 查看\n")
    assert printed(*found, show=ERROR).endswith(
        "\n\n2 个错误（6 个部门，42 个岗位）；另有 1 个警告，2 条提示，加 --show info 查看\n"
    )
    assert printed(*found, show=INFO, lang="en").endswith("\n\n2 errors, 1 warning, 2 infos (6 departments, 42 posts)\n")
    assert printed(*found, lang="en").endswith("(6 departments, 42 posts); 2 infos not shown, add --show info to see them\n")
    assert printed(*found).count("错误  ") == 2
    assert "提示  " not in printed(*found)


@pytest.mark.parametrize(
    ("severities", "look", "said"),
    [
        ((), {}, "没有发现问题（6 个部门，42 个岗位，57 个文件）"),
        ((), {"lang": "en"}, "nothing found (6 departments, 42 posts, 57 files)"),
        ((INFO,), {}, "没有发现问题（6 个部门，42 个岗位，57 个文件）；另有 1 条提示，加 --show info 查看"),
        ((WARNING,), {"show": ERROR}, "没有错误（6 个部门，42 个岗位，57 个文件）；另有 1 个警告，加 --show warning 查看"),
        (
            (INFO,),
            {"show": ERROR, "lang": "en"},
            "no errors (6 departments, 42 posts, 57 files); 1 info not shown, add --show info to see them",
        ),
    ],
)
def test_a_clean_report_is_one_line(finding: Make, severities: tuple[object, ...], look: dict[str, object], said: str) -> None:
    assert printed(*(finding(severity=severity) for severity in severities), **look, width=120) == said + "\n"


def test_a_report_about_no_file_at_all_says_so() -> None:
    assert plain(report(Report(()), Look())) == "没有文件可以检查：给出的路径下没有 .yaml 文件\n"
    assert plain(report(Report(()), Look("en"))) == "no files to look at: there is no .yaml file below the given paths\n"


def test_many_findings_are_counted_by_rule(finding: Make) -> None:
    found = [finding() for _ in range(MANY - 1)]
    found += [finding(code="STR003", name="tab"), finding(code="KPI008", name="no-source", severity=WARNING)]

    assert printed(*found).split("\n\n")[-2] == (
        "按规则：\n"
        "  11  REF001 unknown-party  错误  1 个文件\n"
        "   1  STR003 tab            错误  1 个文件\n"
        "   1  KPI008 no-source      警告  1 个文件"
    )
    assert "按规则" not in printed(*found[1:])


def test_words_of_strangers_stay_words(finding: Make) -> None:
    shown = printed(
        finding(
            file="::error file=x::\x1b]0;owned\x07.yaml",
            message=Text("找不到“\x1b[2J[red]”\u202e", ""),
            excerpt="reports_to: \x1b[31m##[add-mask]x",
            span=Span(4, 13, 4, 14),
            fix=Text("改成\r\n::error::x 的名称", ""),
            related=(Related("\x9b31m.yaml", FIRST, "", Text("\n::error::y" + "z" * 60, "")),),
        ),
        width=60,
    )

    assert shown.splitlines() == [
        r"\x3a:error file=x::\x1b]0;owned\x07.yaml:4:13  错误  REF001 unknown-party",
        r"  找不到“\x1b[2J[red]”\u202e",
        r"  4 | reports_to: \x1b[31m#\x23[add-mask]x",
        r"    |             ^^^^",
        r"  改法：改成\x0d\x0a::error::x 的名称",
        r"  另见 \x9b31m.yaml:1:1",
        r"    \x0a::error::y" + "z" * 42,
        "    " + "z" * 18,
        "",
        "1 个错误（6 个部门，42 个岗位）",
    ]


def test_a_wrapped_line_never_begins_with_a_workflow_command(finding: Make) -> None:
    shown = printed(finding(message=Text("找不到“" + "x" * 25 + " ::error file=a::b”", "")), width=40)

    assert r"  \x3a:error file=a::b”" in shown.splitlines()


def test_a_gbk_console_gets_nothing_that_it_cannot_show(finding: Make) -> None:
    shown = printed(finding(excerpt="    名称: 😀销售经里", span=Span(4, 10, 4, 14)), encoding="gbk")

    assert shown.encode("gbk").decode("gbk") == shown
    assert shown.splitlines()[2:4] == [
        "  4 |     名称: \\U0001f600销售经里",
        "    |                     ^^^^^^^^",
    ]


def test_styles_follow_severity(finding: Make) -> None:
    pieces = list(report(Report((finding(), finding(severity=WARNING), finding(severity=INFO)), 1, 1, 1), Look(show=INFO)))

    assert [piece for piece in pieces if piece.style in ("error", "warning", "info")] == [
        Piece("错误", "error"),
        Piece("                ^^^^^^^^\n", "error"),
        Piece("警告", "warning"),
        Piece("                ^^^^^^^^\n", "warning"),
        Piece("提示", "info"),
        Piece("                ^^^^^^^^\n", "info"),
    ]
    assert pieces[0] == Piece("roles/sales/posts.yaml:4:17", "place")
    assert pieces[-1] == Piece("1 个错误，1 个警告，1 条提示（1 个部门，1 个岗位）\n", "strong")
    assert list(report(Report((), 1, 1, 1), Look()))[-1].style == "good"


def test_a_crowd_is_told_by_a_few_of_each_rule_and_the_places_of_the_others(finding: Make) -> None:
    crowd = [finding(file=f"roles/{at % 3}.yaml", span=Span(at, 1, at, 2), excerpt="") for at in range(1, CROWD + 1)]
    crowd.sort(key=lambda each: each.order)
    rare = finding(code="KPI008", name="no-source", severity=WARNING, file="z.yaml", excerpt="")

    shown = printed(*crowd, rare)

    assert shown.count("  找不到“销售经里”\n") == 6
    assert shown.count("KPI008") == 2
    assert shown.split("\n\n")[-3] == (
        "还有同样的问题，这里只列位置；加 --format concise 逐条查看：\n"
        "  REF001 unknown-party\n"
        "    roles/0.yaml: 18、21、24、27、30、33、36、39、42、45、48\n"
        "    roles/1.yaml: 1、4、7、10、13、16、19、22、25、28、31、34、37、40、43、46、49\n"
        "    roles/2.yaml: 2、5、8、11、14、17、20、23、26、29、32、35、38、41、44、47、50"
    )
    assert "REF001 unknown-party  错误  3 个文件" in shown
    assert printed(*crowd).count("  找不到“销售经里”\n") == CROWD
    assert "\n  The same was found" not in printed(*crowd, rare, lang="en")
    assert "add --format concise to read each:\n" in printed(*crowd, rare, lang="en")


def test_the_places_of_a_crowd_fit_the_window(finding: Make) -> None:
    shown = printed(*(finding(span=Span(at, 1, at, 2), excerpt="") for at in range(1, 400)), width=40)

    assert max(width(line) for line in shown.splitlines() if "yaml:" not in line) <= 40
    assert len(shown.splitlines()) < 100
