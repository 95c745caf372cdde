"""ORG: where its rules begin and end, beyond their examples."""

from __future__ import annotations

from datetime import date

import pytest

from salesduty.results.wording import Text
from salesduty.rules.reporting.cycle import RULE as CYCLE
from salesduty.rules.reporting.headcount_mismatch import RULE as MISMATCH
from salesduty.rules.reporting.span_too_wide import RULE as TOO_WIDE
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.load import load
from unit.rules.findings import findings


def _posts(*posts: str, department: str = "id: sales, name: 销售部") -> str:
    return f"department: {{{department}}}\nposts:\n" + "".join(f"  - {{{post}}}\n" for post in posts)


def test_each_circle_is_told_once_with_all_its_lines() -> None:
    text = _posts(
        "id: d, name: 丁, reports_to: c",
        "id: a, name: 甲, reports_to: b",
        "id: b, name: 乙, reports_to: a",
        "id: c, name: 丙, reports_to: d",
        "id: below, name: 戊, reports_to: a",
    )
    assert findings("ORG001", text) == [
        "4:34 汇报关系绕成了圈：“甲” → “乙” → “甲”",
        "6:34 汇报关系绕成了圈：“丙” → “丁” → “丙”",
    ]
    first = run(load({"roles.yaml": text}), [CYCLE], Settings(date(2026, 11, 21))).findings[0]
    assert [(mention.span.line, mention.address, mention.message) for mention in first.related] == [
        (5, "sales/b", Text("“乙”的上级是“甲”", "“乙” reports to “甲”"))
    ]


def test_of_several_superiors_the_one_in_the_circle_is_pointed_at() -> None:
    text = _posts(
        "id: top, name: 总监",
        "id: a, name: 甲, reports_to: [top, b]",
        "id: b, name: 乙, reports_to: [c, a, 甲]",
        "id: c, name: 丙, reports_to: top",
    )
    assert findings("ORG001", text) == ["4:40 汇报关系绕成了圈：“甲” → “乙” → “甲”"]


def test_circles_that_share_a_post_are_told_until_every_post_is_named() -> None:
    text = _posts("id: a, name: 甲, reports_to: [b, c]", "id: b, name: 乙, reports_to: a", "id: c, name: 丙, reports_to: a")
    assert findings("ORG001", text) == [
        "3:35 汇报关系绕成了圈：“甲” → “乙” → “甲”",
        "5:34 汇报关系绕成了圈：“丙” → “甲” → “丙”",
    ]


def test_a_post_between_two_circles_is_in_none() -> None:
    text = _posts(
        "id: a, name: 甲, reports_to: [b, m]",
        "id: b, name: 乙, reports_to: a",
        "id: m, name: 中, reports_to: x",
        "id: x, name: 子, reports_to: y",
        "id: y, name: 丑, reports_to: x",
    )
    assert findings("ORG001", text) == [
        "3:35 汇报关系绕成了圈：“甲” → “乙” → “甲”",
        "6:34 汇报关系绕成了圈：“子” → “丑” → “子”",
    ]


def test_a_proposed_post_closes_a_circle_and_a_retired_one_does_not() -> None:
    circle = ("id: a, name: 甲, reports_to: b", "id: b, name: 乙, reports_to: a, status: {}")
    assert findings("ORG001", _posts(circle[0], circle[1].format("proposed"))) == ["3:34 汇报关系绕成了圈：“甲” → “乙” → “甲”"]
    assert findings("ORG001", _posts(circle[0], circle[1].format("retired"))) == []


def test_a_circle_of_thousands_is_one_sentence() -> None:
    text = _posts(*(f"id: p{n:04}, name: 岗{n}, reports_to: p{(n + 1) % 2000:04}" for n in range(2000)))
    (finding,) = findings("ORG001", text)
    assert finding.endswith("“岗11” → … → “岗0”")


def test_names_in_a_sentence_drive_no_terminal() -> None:
    (finding,) = findings("ORG001", 'post: {name: "\\e[31m甲", reports_to: "\\e[31m甲"}\n')
    assert finding.endswith("“\\x1b[31m甲”的上级是自己")


def test_one_superior_under_two_names_is_one() -> None:
    assert findings("ORG002", _posts("id: a, name: 甲", "id: b, name: 乙, reports_to: [a, 甲]")) == []


def test_superiors_who_are_not_known_count_too() -> None:
    assert findings("ORG002", _posts("id: a, name: 甲, reports_to: [谁, 谁, 另一个]")) == ["3:22 “甲”有 2 个直接上级：谁、另一个"]


@pytest.mark.parametrize(("status", "count"), [("active", 1), ("proposed", 1), ("retired", 0)])
def test_several_superiors_of_a_post_that_is_no_more_are_history(status: str, count: int) -> None:
    text = _posts(f"id: a, name: 甲, status: {status}, reports_to: [乙, 丙]", "name: 乙", "name: 丙")
    assert len(findings("ORG002", text)) == count


def test_the_head_is_the_highest_then_the_one_with_most_below() -> None:
    text = _posts("name: 专员, level: staff", "name: 经理, level: manager", "name: 总监, level: director")
    assert findings("ORG003", text) == ["3:12 “专员”没有写直接上级", "4:12 “经理”没有写直接上级"]
    text = _posts("name: 甲", "name: 乙", "name: 丙, reports_to: 乙", "name: 丁, reports_to: 丙")
    assert findings("ORG003", text) == ["3:12 “甲”没有写直接上级"]


def test_who_reports_to_somebody_outside_is_the_head() -> None:
    text = _posts("name: 内勤", "name: 经理, reports_to: 总经理", department="name: 销售部, outside: [总经理]")
    assert findings("ORG003", text) == ["3:12 “内勤”没有写直接上级"]


def test_who_reports_to_an_unknown_party_is_not_the_head() -> None:
    assert findings("ORG003", _posts("name: 内勤", "name: 经理, reports_to: 总经里")) == []


def test_superiors_that_most_posts_but_the_head_lack_are_one_finding() -> None:
    led = [f"name: 有{n}, reports_to: 经理" for n in range(3)]
    text = _posts("name: 经理", *led, *(f"name: 无{n}" for n in range(4)))
    assert findings("ORG003", text) == ["7:12 “无0”等 4 个岗位没有写直接上级"]
    text = _posts("name: 经理", *led, "name: 有3, reports_to: 经理", *(f"name: 无{n}" for n in range(4)))
    assert len(findings("ORG003", text)) == 4


def test_the_head_of_a_department_within_another_reports_into_it() -> None:
    files = {
        "department.yaml": "department: {id: centre, name: 营销中心}\npost: {id: vp, name: 营销总监}\n",
        "east/a.yaml": "department: {name: 华东}\nposts: [{name: 华东经理, reports_to: vp}, {name: 内勤}]\n",
    }
    assert findings("ORG003", files) == ["east/a.yaml:2:46 “内勤”没有写直接上级"]


def test_below_a_circle_nobody_is_counted_twice() -> None:
    text = _posts("name: 甲", "name: 乙", "name: 丙, reports_to: [乙, 丁]", "name: 丁, reports_to: [乙, 丙]")
    assert findings("ORG003", text) == ["3:12 “甲”没有写直接上级"]


@pytest.mark.parametrize("superior", ["reports_to: {a: b}", "reports_too: 甲", "直接上司: 甲"])
def test_a_superior_that_could_not_be_read_is_not_missing(superior: str) -> None:
    assert findings("ORG003", _posts("name: 甲", "name: 丙, reports_to: 甲", f"name: 乙, {superior}")) == []


def test_a_superior_left_blank_is_not_reported_twice() -> None:
    files = {"a.yaml": "posts: [{name: 甲}, {name: 丙, reports_to: 甲}]\n", "b.yaml": "post:\n  name: 乙\n  直接上级:\n"}
    assert findings("ORG003", files) == []


def test_a_span_counts_people_across_departments() -> None:
    files = {
        "department.yaml": "department: {id: centre, name: 营销中心}\npost: {id: vp, name: 营销总监, level: director}\n",
        "east/a.yaml": "department: {id: east, name: 华东}\nposts: [{name: 华东经理, headcount: 6, reports_to: vp}]\n",
        "west/a.yaml": "department: {id: west, name: 华西}\nposts: [{name: 华西经理, headcount: 5, reports_to: vp}]\n",
    }
    assert findings("ORG004", files) == ["department.yaml:2:22 “营销总监”直接带 11 人，总监级一般不超过 10 人"]
    assert findings("ORG004", {name: text.replace("headcount: 5", "headcount: 4") for name, text in files.items()}) == []


def test_a_span_is_that_of_each_person_in_the_post() -> None:
    def team(leads: int, reps: int) -> str:
        return _posts(f"id: a, name: 甲, level: staff, headcount: {leads}", f"name: 乙, headcount: {reps}, reports_to: a")

    assert findings("ORG004", team(0, 21)) == ["3:19 “甲”直接带 21 人，员工级一般不超过 20 人"]
    assert findings("ORG004", team(3, 60)) == []
    assert findings("ORG004", team(3, 61)) == ["3:19 “甲”编制 3 人，直接带 61 人，平均每人带 20.3 人，员工级一般不超过 20 人"]


def test_the_limits_of_a_span_are_settings() -> None:
    text = _posts(
        "id: a, name: 甲, level: manager", "name: 乙, headcount: 3, reports_to: a", "id: b, name: 丙", "name: 丁, reports_to: b"
    )

    def told(widest: dict[str, int]) -> list[str]:
        return findings("ORG004", text, Settings(date(2026, 11, 21), widest_span=widest))

    assert told({"manager": 2, "staff": 0}) == ["3:19 “甲”直接带 3 人，经理级一般不超过 2 人"]
    assert told({"staff": 0}) == ["5:19 “丙”直接带 1 人，一般不超过 0 人"]
    assert told({}) == []


@pytest.mark.parametrize(
    "lead", ["name: 甲, status: proposed", "name: 甲, status: retired", "name: 甲, headcount: 两人", "name: 甲, headcont: 2"]
)
def test_the_span_of_a_post_that_is_not_there_or_not_counted_is_not_measured(lead: str) -> None:
    assert findings("ORG004", _posts(f"id: a, {lead}", "name: 乙, headcount: 30, reports_to: a")) == []


def test_a_headcount_left_blank_is_not_reported_twice() -> None:
    lead = "post:\n  id: a\n  name: 甲\n  编制:\n"
    reps = "posts: [{name: 乙, headcount: 30, reports_to: a}, {name: 丙, headcount: 1, reports_to: a}]\n"
    assert findings("ORG004", {"a.yaml": lead, "b.yaml": reps}) == []
    assert findings("ORG006", {"a.yaml": lead, "b.yaml": reps}) == []


def test_a_span_names_who_makes_it_up() -> None:
    text = _posts("id: a, name: 甲", "name: 乙, headcount: 30, reports_to: a", "name: 丙, reports_to: a")
    (finding,) = run(load({"roles.yaml": text}), [TOO_WIDE], Settings(date(2026, 11, 21))).findings
    assert [mention.message for mention in finding.related] == [
        Text("“乙”编制 30 人", "“乙” is 30 people"),
        Text("“丙”没有写编制，按 1 人计", "“丙” has no headcount and counts as 1"),
    ]


def _chain(*, lead: str = "", report: str = "headcount: 1") -> str:
    return _posts("id: a, name: 甲", f"id: b, name: 乙, reports_to: a{lead}", f"name: 丙, reports_to: b, {report}")


def test_a_span_of_one_is_told_only_where_it_is_certain() -> None:
    assert findings("ORG005", _chain()) == ["4:19 “乙”只带“丙”一个人"]
    assert findings("ORG005", _chain(report="purpose: 不知道几个人")) == []
    assert findings("ORG005", _chain(report="headcount: 2")) == []
    assert findings("ORG005", _chain(report="headcount: 1, status: proposed")) == []
    assert findings("ORG005", {"a.yaml": _chain(), "b.yaml": "post: [\n"}) == []
    assert findings("ORG005", {"a.yaml": _chain(), "east/b.yaml": "department: {name: 华东}\nposts: [{}]\n"}) == []


def test_the_head_of_a_department_may_lead_one_person() -> None:
    files = {
        "department.yaml": "department: {id: centre, name: 营销中心}\npost: {id: vp, name: 营销总监}\n",
        "east/a.yaml": "department: {name: 华东}\npost: {id: h, name: 经理, reports_to: vp}\n",
        "east/b.yaml": "post: {name: 代表, reports_to: h, headcount: 1}\n",
    }
    assert findings("ORG005", files) == []


def test_headcounts_are_missing_where_most_posts_have_one() -> None:
    def posts(counted: int, uncounted: int) -> str:
        return _posts(*(f"name: 有{n}, headcount: 1" for n in range(counted)), *(f"name: 无{n}" for n in range(uncounted)))

    assert findings("ORG006", posts(1, 0)) == []
    assert findings("ORG006", posts(2, 2)) == []
    assert findings("ORG006", posts(3, 2)) == ["6:12 “无0”没有写编制", "7:12 “无1”没有写编制"]


def test_headcounts_that_nobody_has_begun_to_write_are_one_finding() -> None:
    text = _posts(*(f"name: 岗{n}" for n in range(9)), department="name: 销售部, headcount: 9")
    assert findings("ORG006", text) == ["3:12 “岗0”等 9 个岗位没有写编制"]


def test_headcounts_do_not_have_to_be_given_for_posts_to_come() -> None:
    text = _posts("name: 甲, headcount: 1", "name: 乙, status: proposed", department="name: 销售部, headcount: 1")
    assert findings("ORG006", text) == []
    assert findings("ORG007", text) == []


def test_sums_are_not_compared_where_something_is_not_known() -> None:
    declared = "id: sales, name: 销售部, headcount: 9"
    posts = ("name: 甲, headcount: 1", "name: 乙, headcount: 2")
    assert findings("ORG007", _posts(*posts, department=declared)) == ["1:47 部门编制写的是 9 人，各岗位编制合计 3 人，少 6 人"]
    assert findings("ORG007", _posts(*posts, "name: 丙", department=declared)) == []
    assert findings("ORG007", _posts(*posts, "headcount: 6", department=declared)) == []
    assert findings("ORG007", {"a.yaml": _posts(*posts, department=declared), "b.yaml": "post: [\n"}) == []
    assert findings("ORG007", f"department: {{{declared}}}\n") == []


def test_a_sum_names_at_most_twenty_posts() -> None:
    text = _posts(*(f"name: 岗{n}, headcount: 1" for n in range(30)), department="name: 销售部, headcount: 9")
    (finding,) = run(load({"roles.yaml": text}), [MISMATCH], Settings(date(2026, 11, 21))).findings
    assert len(finding.related) == 20
    assert finding.related[0].message == Text("“岗0”编制 1 人", "“岗0”: 1")


@pytest.mark.parametrize(
    ("post", "superior", "count"),
    [
        ("level: manager", "level: supervisor", 1),
        ("level: manager, status: proposed", "level: supervisor, status: proposed", 1),
        ("level: manager, status: retired", "level: supervisor", 0),
        ("level: manager", "level: manager", 0),
        ("level: supervisor", "level: manager", 0),
        ("level: manager", "purpose: 不知道", 0),
        ("purpose: 不知道", "level: staff", 0),
    ],
)
def test_levels_are_compared_where_both_are_known(post: str, superior: str, count: int) -> None:
    text = _posts(f"id: a, name: 甲, {post}, reports_to: [谁, b]", f"id: b, name: 乙, {superior}")
    assert len(findings("ORG008", text)) == count
