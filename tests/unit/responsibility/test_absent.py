"""What breaks when a post is empty."""

from __future__ import annotations

import pytest

from salesduty.responsibility.absent import NotCalled
from salesduty.responsibility.absent import absent as missed
from salesduty.results.answers import Absence, Break
from salesduty.toolkit.ask import absent
from salesduty.toolkit.check import analyse
from salesduty.toolkit.load import load

DEPARTMENT = """\
department:
  id: sales
  name: 销售部
  outside: [客户, 财务部]
  promises: [{text: 客户询价当天答复, receiver: clerk}]
  meetings: [{name: 销售周会, chair: clerk, cadence: weekly}]
  systems: [{name: 客户管理系统, owner: clerk}]
  signals: [{watch: 逾期货款占比, owner: clerk}]
"""
CLERK = """\
post:
  id: clerk
  name: 销售内勤
  aliases: [内勤]
  level: staff
  reports_to: head
  {more}
  duties:
    - {{id: recon, title: 对账, text: 每月与财务部核对应收余额, area: C13.recon, action: do, sla: 3 天, to: 财务部, outputs: 对账表}}
    - {{text: 拜访客户, area: C03.visit, action: do}}
    - {{text: 打印标签, kind: common}}
"""
HEAD = """\
post:
  id: head
  name: 销售经理
  level: manager
  headcount: 1
  duties: [{text: 复核应收对账, area: C13.recon, action: review}, {text: 拜访客户, area: C03.visit, action: do}]
"""


def missing(more: str = "", *, posts: str = HEAD, rest: str = "", name: str = "销售内勤") -> Absence:
    files = {"d.yaml": DEPARTMENT, "clerk.yaml": CLERK.format(more=more), "posts.yaml": posts}
    if rest:
        files["rest.yaml"] = rest
    return absent(name, files).absences[0]


def kinds(breaks: tuple[Break, ...]) -> list[tuple[str, str]]:
    return [(each.kind, each.what) for each in breaks]


def test_without_a_deputy_everything_that_only_the_post_does_breaks_money_first() -> None:
    absence = missing()

    assert kinds(absence.broken) == [
        ("duty", "对账"),
        ("promise", "客户询价当天答复"),
        ("signal", "逾期货款占比"),
        ("deputy", ""),
        ("meeting", "销售周会"),
        ("system", "客户管理系统"),
    ]
    first = absence.breaks[0]
    assert (first.weight, first.limit, first.who, first.outputs, first.at and first.at.line) == (
        "money",
        "3 天",
        ("财务部",),
        ("对账表",),
        9,
    )
    assert absence.deputy.doubts == ("none",)
    assert absent("销售内勤", {"d.yaml": DEPARTMENT, "clerk.yaml": CLERK.format(more=""), "posts.yaml": HEAD}).breaks


def test_who_only_reviews_a_thing_does_not_do_it() -> None:
    assert ("duty", "对账") in kinds(missing().broken)
    assert ("duty", "拜访客户") not in kinds(missing().broken)


def test_another_post_that_does_the_same_takes_over_where_its_scope_reaches() -> None:
    other = HEAD.replace("action: review}", "action: do, scope: {region: 华东}}")
    assert ("duty", "对账") not in kinds(missing(posts=other).breaks)
    apart = CLERK.replace("sla: 3 天", "scope: {{region: 华南}}")
    files = {"d.yaml": DEPARTMENT, "clerk.yaml": apart.format(more=""), "posts.yaml": other}
    assert ("duty", "对账") in kinds(absent("内勤", files).absences[0].breaks)


def test_a_deputy_who_can_takes_over() -> None:
    absence = missing("deputy: head")

    assert (absence.deputy.name, absence.deputy.can, absence.deputy.duties, absence.deputy.people) == ("销售经理", True, 2, 1)
    assert {each.rests_on for each in absence.breaks if each.kind == "duty"} == {"deputy"}


def test_a_deputy_who_reviews_what_the_post_does_would_check_himself() -> None:
    [half] = missing("deputy: head").broken

    assert (half.kind, half.why, half.what, half.who, half.weight) == ("check", "half", "对账", ("销售经理",), "money")
    assert missing("deputy: head").deputy.doubts == ("half",)


@pytest.mark.parametrize(
    ("deputy", "doubt"),
    [("没有的岗位", "unknown"), ("财务部", "outside"), ("clerk", "itself"), ("planned", "inactive")],
)
def test_a_deputy_that_cannot(deputy: str, doubt: str) -> None:
    rest = "post: {id: planned, name: 拟设岗, status: proposed}\n"
    absence = missing(f"deputy: {deputy}", rest=rest)

    assert (absence.deputy.doubts[0], absence.deputy.can) == (doubt, False)
    assert ("deputy", absence.deputy.name) in kinds(absence.broken)


def test_a_deputy_two_levels_lower_cannot() -> None:
    posts = HEAD.replace("headcount: 1", "headcount: 1\n  deputy: clerk")
    assert missing(posts=posts, name="销售经理").deputy.doubts[0] == "level"


def test_a_deputy_for_many_is_told() -> None:
    rest = "posts: [{id: a, name: 甲, deputy: head}, {id: b, name: 乙, deputy: head}]\n"
    deputy = missing("deputy: head", rest=rest).deputy

    assert (deputy.for_others, "busy" in deputy.doubts, deputy.can) == (("甲", "乙"), True, True)


def test_colleagues_remain() -> None:
    absence = missing("headcount: 3")

    assert absence.broken == ()
    assert {each.rests_on for each in absence.breaks} == {"colleagues"}


def test_a_check_of_two_breaks_even_with_a_colleague() -> None:
    text = CLERK.replace("sla: 3 天", "performers: 2").format(more="headcount: 2")
    files = {"d.yaml": DEPARTMENT, "clerk.yaml": text, "posts.yaml": HEAD}
    [broken] = absent("内勤", files).absences[0].broken

    assert (broken.kind, broken.why, broken.what, broken.limit) == ("check", "performers", "对账", "1/2")
    three = {**files, "clerk.yaml": text.replace("headcount: 2", "headcount: 3")}
    assert absent("内勤", three).absences[0].broken == ()
    shared = {**files, "clerk.yaml": text.replace("performers: 2", "performers: 2, shared_with: head")}
    assert absent("内勤", shared).absences[0].broken == ()


def test_a_deputy_is_the_second_pair_of_eyes() -> None:
    rest = "post: {id: other, name: 副手, level: staff}\n"
    text = CLERK.replace("sla: 3 天", "performers: 2").format(more="headcount: 2\n  deputy: other")
    files = {"d.yaml": DEPARTMENT, "clerk.yaml": text, "posts.yaml": HEAD, "rest.yaml": rest}
    absence = absent("内勤", files).absences[0]

    assert absence.broken == ()
    assert [each.kind for each in absence.breaks if each.rests_on == "deputy"] == ["check"]


STEPS = """\
process:
  name: 流程甲
  steps:
    - {name: 登记样品, do: clerk, sla: 1 天, to: 客户}
    - {name: 拍照, do: [clerk, head]}
    - {name: 审价格, do: head, review: clerk}
    - {name: 定价格, do: head, accountable: clerk}
    - {name: 定折扣, do: head, accountable: clerk, escalate_to: 总经理}
    - {name: 双人点货, do: [clerk], performers: 2}
"""


def test_steps_that_stop_or_lack_somebody() -> None:
    steps = {each.what: each.why for each in missing(rest=STEPS).broken if each.kind == "step"}

    assert steps == {"登记样品": "do", "审价格": "review", "定价格": "decide", "双人点货": "do"}
    assert ("check", "双人点货") in kinds(missing(rest=STEPS).broken)


def test_a_deputy_who_is_the_other_half_of_a_step() -> None:
    broken = [each for each in missing("deputy: head", rest=STEPS).broken if each.why == "half"]

    assert {each.what for each in broken} == {"对账", "审价格"}


POWERS = """\
posts:
  - {{id: boss, name: 总监, level: director, headcount: 1, deputy: vice, authorities: [{{text: 50 万元以下合同的审批权, limit: "<500000"}}, 建议权]}}
  - {{id: vice, name: 副总监, level: director, headcount: 1, authorities: [{{text: 销售合同的审批权, limit: "{limit}"}}]}}
"""


@pytest.mark.parametrize(("limit", "broken"), [("<100000", True), ("<500000", False), ("<900000", False), ("*", False)])
def test_an_approval_that_nobody_else_may_give(limit: str, broken: bool) -> None:
    absence = absent("总监", {"d.yaml": DEPARTMENT, "p.yaml": POWERS.format(limit=limit)}).absences[0]

    assert [(each.kind, each.limit, each.who) for each in absence.broken] == (
        [("approval", "50 万元以下（不含）", ("副总监",))] if broken else []
    )
    assert ("limit" in absence.deputy.doubts) is broken


def test_words_that_lend_a_power_to_the_deputy_count() -> None:
    text = POWERS.format(limit="<1").replace('审批权, limit: "<500000"', '审批权；副总监代理期间照此办理, limit: "<500000"')

    assert absent("总监", {"d.yaml": DEPARTMENT, "p.yaml": text}).absences[0].broken == ()


def test_people_without_a_superior_and_kpis_of_the_team() -> None:
    rest = "kpi: {id: margin, name: 毛利率, level: department, target: ≥30%}\n"
    posts = HEAD.replace("headcount: 1", "headcount: 1\n  kpis: [{ref: margin, weight: 50}, {name: 个人评分, level: individual}]")
    absence = missing(posts=posts, rest=rest, name="销售经理")
    found = {each.kind: each for each in absence.broken}

    assert found["team"].who == ("销售内勤",)
    assert (found["kpi"].what, found["kpi"].limit) == ("毛利率", "≥30%")
    assert [each.kind for each in absence.broken].count("kpi") == 1


def test_a_post_goes_by_name_alias_and_id_and_by_department() -> None:
    files = {
        "a/d.yaml": DEPARTMENT,
        "a/c.yaml": CLERK.format(more=""),
        "b/d.yaml": "department: {id: b, name: 乙部}\npost: {name: 内勤}\n",
    }

    assert [each.department for each in absent("clerk", files).absences] == ["sales"]
    assert [each.department for each in absent("内勤", files).absences] == ["sales", "b"]
    assert [each.department for each in absent("内勤", files, department="乙部").absences] == ["b"]
    with pytest.raises(NotCalled) as error:
        absent("销售内情", files)
    assert (error.value.kind, error.value.near[0]) == ("post", "销售内勤")
    with pytest.raises(NotCalled) as error:
        absent("内勤", files, department="乙")
    assert (error.value.kind, error.value.near) == ("department", ("乙部",))


def test_a_post_that_does_not_exist_yet_breaks_nothing() -> None:
    absence = missing("status: proposed")

    assert (absence.active, absence.breaks) == (False, ())


def test_six_real_posts() -> None:
    departments = tuple(analyse(load("roles")))

    for name in ["销售总监", "销售助理", "部长", "内勤", "客户成功主管", "仓库保管员"]:
        assert all(absence.breaks for absence in missed(name, departments).absences), name


def test_powers_that_no_area_tells_are_compared_by_their_words() -> None:
    text = """\
posts:
  - {id: boss, name: 主管, headcount: 1, authorities: [{text: 2 万元以下客户补偿的批准权, limit: "<20000"}]}
  - {id: head, name: 总监, headcount: 1, authorities: [{text: 2 万元（含）至 10 万元（含）客户补偿的批准权, limit: 2万..10万}]}
"""
    files = {"d.yaml": DEPARTMENT, "p.yaml": text}

    assert "approval" not in {each.kind for each in absent("主管", files).absences[0].breaks}
    assert "approval" in {each.kind for each in absent("总监", files).absences[0].broken}
