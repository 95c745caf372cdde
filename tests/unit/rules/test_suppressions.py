"""What comments hide, and what is said of those that hide nothing."""

from __future__ import annotations

from datetime import date

import pytest

from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.rules.suppressions import MOST_COMMENTS, OWN_RULES
from salesduty.settings.settings import Settings
from salesduty.toolkit.check import check
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import load

SETTINGS = Settings(today=date(2026, 11, 21))
CONTROL = 'version: "1", effective: 2026-01-01, approved_by: 总经理'
HEAD = f"department: {{id: sales, name: 销售部, outside: [总经理], {CONTROL}}}\n"
POSTS = """\
posts:{posts}
  {above}
  - {{id: rep, name: 销售代表, reports_to: 甲, duties: [拜访客户]}}{behind}
  - {{id: clerk, name: 销售内勤, reports_to: 乙, duties: [录入订单]}}
"""


def posts(*, head: str = "", posts: str = "", above: str = "#", behind: str = "") -> dict[str, str | bytes]:
    return {"department.yaml": HEAD, "posts.yaml": head + POSTS.format(posts=posts, above=above, behind=behind)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (posts(), ["REF001 甲", "REF001 乙"]),
        (posts(behind="  # salesduty: ignore[REF001] 新岗位下周设立"), ["REF001 乙"]),
        (posts(above="# salesduty: ignore[REF001] 新岗位下周设立"), ["REF001 乙"]),
        (posts(behind="  # salesduty: ignore[unknown-party] 新岗位下周设立"), ["REF001 乙"]),
        (posts(behind="  # salesduty: ignore[ref] 新岗位下周设立"), ["REF001 乙"]),
        (posts(behind="  # salesduty: ignore[ORG001, REF001] 新岗位下周设立"), ["REF001 乙", "STR044 ORG001"]),
        (posts(head="# salesduty: ignore[REF001] 新岗位下周设立\n"), []),
        (posts(head="# salesduty: ignore-file[REF001] 新岗位下周设立\n"), []),
        (posts(head="# 人事部\n\n# salesduty: ignore-file[REF001] 新岗位下周设立\n# 2026 年\n"), []),
        (posts(posts="  # salesduty: ignore[REF001] 新岗位下周设立"), ["REF001 甲", "REF001 乙", "STR044 REF001"]),
        (posts(behind="  # salesduty: ignore[REF001] 新岗位下周设立 until=2026-11-21"), ["REF001 乙"]),
        (posts(behind="  # salesduty: ignore[REF001] 新岗位下周设立 until=2026-11-20"), ["REF001 甲", "REF001 乙", "STR043"]),
        (posts(behind="  # salesduty: ignore[REF001] until=2027-01-01"), ["REF001 甲", "REF001 乙", "STR041"]),
        (posts(behind="  # salesduty: ignore[REF001]：。"), ["REF001 甲", "REF001 乙", "STR041"]),
        (posts(behind="  # salesduty: ignore"), ["REF001 甲", "REF001 乙", "STR040"]),
        (posts(behind="  # salesduty: ignore[] 新岗位"), ["REF001 甲", "REF001 乙", "STR040"]),
        (posts(behind="  # salesduty: ignore[REF1] 新岗位"), ["REF001 甲", "REF001 乙", "STR042 REF1"]),
        (posts(behind="  # salesduty：忽略【ref001】：新岗位下周设立，截止＝2027年1月1日"), ["REF001 乙"]),
        (posts(behind="  # salesduty: ignore(REF001) 新岗位 until 2026-01-01"), ["REF001 甲", "REF001 乙", "STR043"]),
        (posts(behind="  # salesduty: 忽略［ＲＥＦ００１］新岗位"), ["REF001 乙"]),
        (posts(behind="  # salesduty: ignore[STR044, REF001] 新岗位"), ["REF001 乙", "STR044 STR044"]),
        (
            posts(behind="  # salesduty: ignore[STR041] 新岗位 # salesduty: ignore[REF001]"),
            ["REF001 甲", "REF001 乙", "STR044 STR041"],
        ),
    ],
)
def test_what_is_left(files: dict[str, str | bytes], expected: list[str]) -> None:
    assert told(lint(files, settings=SETTINGS)) == sorted(expected)


def test_a_sentence_of_several_lines_is_met_behind_its_last_one() -> None:
    text = f"{HEAD}post:\n  name: 销售代表\n  duties:\n    - text: 每周拜访\n      to:\n        - 甲\n          乙  # salesduty: ignore[REF001] 新岗位\n"

    assert told(lint({"a.yaml": text}, settings=SETTINGS)) == []


def test_a_value_that_ends_above_the_comment_is_not_met() -> None:
    text = f"{HEAD}post:\n  name: 销售代表\n  reports_to: |\n    甲\n  duties: [写信]  # salesduty: ignore[REF001] 新岗位\n"

    assert told(lint({"a.yaml": text}, settings=SETTINGS)) == ["REF001 甲", "STR044 REF001"]


def test_an_unreadable_file_hides_nothing() -> None:
    text = "# salesduty: ignore-file[STR001, STR004] 以后再改\npost: {name: 甲\n"

    assert told(lint({"a.yaml": text}, settings=SETTINGS)) == ["STR001"]


def test_what_check_alone_can_find_is_not_called_unused_by_lint() -> None:
    comment = "  # salesduty: ignore[GAP001] 新职能"
    text = f"department:\n  id: sales\n  name: 销售部\n  {CONTROL.replace(', ', chr(10) + '  ')}\n  functions:\n    - 市场开拓{comment}\n"
    owned = text + "post: {id: rep, name: 销售代表, duties: [负责市场开拓]}\n"

    assert told(lint({"a.yaml": text}, settings=SETTINGS)) == []
    assert "GAP001" in " ".join(told(check({"a.yaml": text.replace(comment, "")}, settings=SETTINGS).report))
    assert not {"GAP001", "STR044"} & codes(check({"a.yaml": text}, settings=SETTINGS).report)
    assert "STR044" in codes(check({"a.yaml": owned}, settings=SETTINGS).report)


def test_what_lint_can_tell_is_not_told_by_check_again() -> None:
    files = posts(behind="  # salesduty: ignore[ORG001] 新岗位")

    assert "STR044" in codes(lint(files, settings=SETTINGS))
    assert "STR044" not in codes(check(files, settings=SETTINGS).report)


def test_a_family_is_judged_where_all_of_it_runs() -> None:
    files = posts(behind="  # salesduty: ignore[GAP, OVL] 新岗位")

    assert "STR044" not in codes(lint(files, settings=SETTINGS))
    assert [line for line in told(check(files, settings=SETTINGS).report) if line.startswith("STR044")] == [
        "STR044 GAP",
        "STR044 OVL",
    ]


def test_a_rule_that_does_not_run_is_not_judged() -> None:
    workspace = load(posts(behind="  # salesduty: ignore[REF001] 新岗位下周设立"))

    assert told(run(workspace, [rule for rule in RULES if rule.code != "REF001"], SETTINGS)) == []


def test_an_overlap_is_hidden_from_any_side() -> None:
    one = "post: {id: rep, name: 销售代表, duties: [每周催收到期货款]}\n"
    other = "post:\n  id: clerk\n  name: 商务专员\n  duties:\n    - 对逾期货款打电话催收\n"
    comment = "  # salesduty: ignore[OVL001] 年底前并岗\n"
    files: dict[str, str | bytes] = {"department.yaml": HEAD, "a.yaml": one, "b.yaml": other}
    here = {**files, "a.yaml": one.replace("\n", comment)}
    there = {**files, "b.yaml": other.removesuffix("\n") + comment}

    found = [codes(check(each, settings=SETTINGS).report) & {"OVL001", "STR044"} for each in (files, here, there)]

    assert found == [{"OVL001"}, set(), set()]


def test_the_comment_of_a_file_that_is_not_asked_for_hides_too(tmp_path, monkeypatch) -> None:
    (tmp_path / "roles").mkdir()
    for name, text in posts(behind="  # salesduty: ignore[ORG001] 没有这个问题").items():
        (tmp_path / "roles" / name).write_text(str(text), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert told(lint("roles/department.yaml", settings=SETTINGS)) == []
    assert told(lint("roles/posts.yaml", settings=SETTINGS)) == ["REF001 乙", "REF001 甲", "STR044 ORG001"]


def test_no_comment_hides_what_is_said_of_comments() -> None:
    for code in OWN_RULES:
        text = f"# salesduty: ignore-file[{code}] 不想看\n# salesduty: ignore\n# salesduty: ignore[X] 因为\n# salesduty: ignore[STR001]\n"
        found = codes(lint({"a.yaml": text + HEAD}, settings=SETTINGS))
        assert found == {"STR040", "STR041", "STR042", "STR044"}


def test_beyond_two_hundred_comments_none_has_an_effect() -> None:
    line = "  - {{name: 岗位{0}, reports_to: 甲{0}, duties: [写信]}}  # salesduty: ignore[REF001] 新岗位\n"
    text = HEAD + "posts:\n" + "".join(line.format(number) for number in range(MOST_COMMENTS + 2))
    found = told(lint({"a.yaml": text}, settings=SETTINGS))

    assert found == [f"REF001 甲{MOST_COMMENTS}", f"REF001 甲{MOST_COMMENTS + 1}", "STR040"]


def told(report: Report) -> list[str]:
    """Each warning and error: its code and the words that it is about."""
    return sorted(
        f"{each.code} {each.evidence.get('ref', each.evidence.get('code', ''))}".strip()
        for each in report.findings
        if each.severity.name != "info"
    )


def codes(report: Report) -> set[str]:
    return {each.code for each in report.findings}
