"""A department: who is meant by a name, who reports to whom, what a KPI says, and the address of everything."""

from __future__ import annotations

import pytest

from salesduty.model.kpi import PostKpi
from salesduty.results.place import Path, Place, Span
from salesduty.toolkit.load import load
from salesduty.workspace.around import within
from salesduty.workspace.entities import Department, Workspace

GROUP = {
    "department.yaml": """\
department:
  id: centre
  name: 营销中心
  company: 示例公司
  outside: [总经理, {name: 财务部, aliases: [财务, 内勤]}]
post: {id: vp, name: 营销总监, aliases: [总监]}
kpis: [{id: revenue, name: 销售额}]
""",
    "east/department.yaml": "department: {id: east, name: 华东销售部, company: 示例公司}\n",
    "east/posts.yaml": """\
posts:
  - {id: head, name: 华东经理, aliases: [经理], reports_to: [vp, 总监]}
  - {id: rep, name: 销售代表, reports_to: 经理}
  - {id: clerk, name: 内勤, reports_to: [head, rep, nobody, clerk]}
  - {id: online, name: 直播专员, reports_to: head, status: proposed}
  - {name: 甲, aliases: [同名]}
  - {name: 乙, aliases: [同名]}
""",
    "east/shanghai/department.yaml": "department: {id: shanghai, name: 上海组}\n",
    "east/shanghai/rep.yaml": "post: {id: rep, name: 上海代表, reports_to: 华东经理}\n",
    "west/department.yaml": "department: {id: west, name: 华西销售部, company: 示例公司}\npost: {id: head, name: 华西经理}\n",
    "rival/department.yaml": "department: {id: rival, name: 对手销售部, company: 对手公司}\npost: {id: boss, name: 对手经理}\n",
}


@pytest.fixture(scope="module")
def group() -> Workspace:
    return load(GROUP)


def _named(group: Workspace, name: str) -> Department:
    return next(department for department in group.departments if department.id == name)


@pytest.mark.parametrize(
    ("place", "ref", "meant"),
    [
        ("east", "head", ["post east/head"]),
        ("east", "华东经理", ["post east/head"]),
        ("east", "经理", ["post east/head"]),
        ("east", "同名", ["post east/甲", "post east/乙"]),
        ("east", "内勤", ["post east/clerk"]),
        ("east", "vp", ["post centre/vp"]),
        ("east", "总监", ["post centre/vp"]),
        ("east", "财务", ["outside centre/outside/财务部"]),
        ("centre", "内勤", ["outside centre/outside/财务部"]),
        ("east", "华东销售部", ["department east"]),
        ("east", "营销中心", ["department centre"]),
        ("east", "华西经理", ["post west/head"]),
        ("east", "west/head", ["post west/head"]),
        ("east", "华西销售部", ["department west"]),
        ("east", "west", ["department west"]),
        ("east", "对手经理", []),
        ("east", "rival/boss", ["post rival/boss"]),
        ("east", "对手销售部", ["department rival"]),
        ("shanghai", "rep", ["post shanghai/rep"]),
        ("shanghai", "销售代表", ["post east/rep"]),
        ("shanghai", "华西经理", []),
        ("centre", "rep", []),
        ("east", "", []),
    ],
)
def test_a_name_means_the_nearest_who_is_called_that(group: Workspace, place: str, ref: str, meant: list[str]) -> None:
    assert [f"{party.kind} {party.address}" for party in _named(group, place).parties(ref)] == meant


def test_an_id_goes_before_a_name_and_a_name_before_an_alias() -> None:
    (department,) = load(
        {
            "a.yaml": """\
department: {name: 部, outside: [三]}
posts: [{id: x, name: 一}, {id: 一, name: 二, aliases: [三]}, {id: y, name: 三}]
"""
        }
    ).departments
    assert [[party.address for party in department.parties(ref)] for ref in ("一", "三")] == [["roles/一"], ["roles/y"]]


def test_a_post_of_the_department_is_found_and_no_other(group: Workspace) -> None:
    east = _named(group, "east")
    assert [post.address if (post := east.post(ref)) else None for ref in ("经理", "vp", "财务部", "nobody")] == [
        "east/head",
        None,
        None,
        None,
    ]


def test_superiors_are_those_who_are_known(group: Workspace) -> None:
    east = _named(group, "east")
    clerk = next(post for post in east.posts if post.value.id == "clerk")
    assert [party.address for party in east.superiors(clerk)] == ["east/head", "east/rep", "east/clerk"]


def test_reports_are_active_once_each_and_not_oneself(group: Workspace) -> None:
    east = _named(group, "east")
    assert {address: [post.address for post in posts] for address, posts in east.reports.items()} == {
        "centre/vp": ["east/head"],
        "east/head": ["east/rep", "east/clerk"],
        "east/rep": ["east/clerk"],
    }
    assert [post.address for post in east.active_posts] == ["east/head", "east/rep", "east/clerk", "east/甲", "east/乙"]


def test_departments_know_what_is_around_and_within_them(group: Workspace) -> None:
    shanghai, centre = _named(group, "shanghai"), _named(group, "centre")
    assert [department.id for department in shanghai.outer] == ["east", "centre"]
    assert [department.id for department in shanghai.circles] == ["shanghai", "east", "centre"]
    assert centre.outer == ()
    known = {id(department) for department in group.departments}
    assert all(id(outer) in known for department in group.departments for outer in department.outer)
    assert [department.id for department in within(group, centre)] == ["east", "shanghai", "rival", "west"]
    assert within(group, shanghai) == ()


KPIS = """\
department: {id: sales, name: 销售部}
kpis:
  - {id: revenue, name: 销售额, target: ≥100%, cycle: monthly}
  - {name: 回款率, target: ≥95%}
  - {id: 回款率, name: 另一个}
  - {id: revenue, name: 销售额, target: 后写的}
"""


def test_a_kpi_is_found_by_id_before_name_and_the_first_counts() -> None:
    (department,) = load({"a.yaml": KPIS}).departments
    found = {ref: department.kpi(ref) for ref in ("revenue", "销售额", "回款率", "nothing")}
    assert {ref: kpi.place.path if kpi else None for ref, kpi in found.items()} == {
        "revenue": ("kpis", 0),
        "销售额": ("kpis", 0),
        "回款率": ("kpis", 2),
        "nothing": None,
    }


def test_what_a_post_says_of_a_kpi_wins_over_the_definition() -> None:
    (department,) = load({"a.yaml": KPIS}).departments
    measured = department.measure(PostKpi(ref="revenue", weight=40, cycle="quarterly"))
    assert (measured.name, measured.id, measured.ref, measured.weight) == ("销售额", "revenue", "revenue", 40)
    assert (measured.target, measured.cycle, measured.unit, measured.split) == ("≥100%", "quarterly", None, ())


@pytest.mark.parametrize("kpi", [PostKpi(ref="nothing", weight=40), PostKpi(name="就地", weight=40)])
def test_a_kpi_without_a_definition_is_what_the_post_says(kpi: PostKpi) -> None:
    (department,) = load({"a.yaml": KPIS}).departments
    assert department.measure(kpi) is kpi


LAYERS = {
    "a.yaml": """\
department: {id: group, name: 总部, systems: [{id: erp, name: 旧系统}, {id: oa, name: 办公系统}]}
kpis: [{id: rev, name: 销售额, unit: 万元}, {id: both, name: 外}]
post: {name: 总裁, kpis: [{id: far, name: 远, target: '1'}, {id: near, name: 外近}, {ref: far, name: 远名}]}
""",
    "east/a.yaml": """\
department: {id: east, name: 华东, systems: [{id: erp, name: 新系统}]}
kpis: [{id: both, name: 内}]
posts:
  - {name: 甲, kpis: [{id: near, name: 近}, {ref: rev, name: 华东销售额, weight: 60, target: '5'}, {ref: x, name: x}]}
  - {name: 乙, kpis: [{id: near, name: 乙近}, {id: rev, name: 挡不住}]}
""",
}


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("both", "内"),
        ("rev", "销售额"),
        ("near", "近"),
        ("far", "远"),
        ("远名", "远名"),
        ("华东销售额", "华东销售额"),
        ("外", "外"),
        ("x", None),
    ],
)
def test_a_kpi_is_looked_up_here_then_further_out_then_among_what_posts_define(ref: str, name: str | None) -> None:
    east = load(LAYERS).departments[1]
    found = east.kpi(ref)
    assert (found.value.name if found else None) == name
    assert (ref in east.kpi_words) == (name is not None)


def test_what_a_post_defines_goes_before_what_another_does() -> None:
    east = load(LAYERS).departments[1]
    assert [found.value.name if (found := east.kpi("near", post)) else None for post in east.posts] == ["近", "乙近"]
    assert found is not None
    assert found.place == Place("east/a.yaml", ("posts", 1, "kpis", 0))


def test_a_measure_takes_what_is_said_further_out_and_no_weight_of_another_post() -> None:
    east = load(LAYERS).departments[1]
    first = east.measure(east.posts[0].value.kpis[1])
    assert (first.name, first.unit, first.target, first.weight) == ("华东销售额", "万元", "5", 60)
    second = east.measure(PostKpi(ref="华东销售额"))
    assert (second.name, second.unit, second.target, second.weight, second.ref) == ("华东销售额", "万元", "5", None, "华东销售额")


def test_a_system_is_looked_up_here_and_then_further_out() -> None:
    group, east = load(LAYERS).departments
    found = {ref: east.system(ref) for ref in ("erp", "新系统", "oa", "办公系统", "旧系统", "x")}
    assert [system.name if system else None for system in found.values()] == [
        "新系统",
        "新系统",
        "办公系统",
        "办公系统",
        "旧系统",
        None,
    ]
    assert group.system("新系统") is None
    assert east.system_words == {"erp", "新系统", "旧系统", "oa", "办公系统"}


TREE = """\
department:
  id: sales
  name: 销售部
  functions: [市场开拓, {id: cash, name: 回款, duties: [催收]}]
  meetings: [{name: 周会, inputs: [日报]}]
post:
  id: rep
  name: 销售代表
  duties:
    - 拜访
    - {id: offer, text: 报价, from: [rep], duties: [算价, {id: send, text: 发送}]}
  kpis: [{ref: revenue, weight: 60}, {name: 回款率}]
  qualifications: {skills: [谈判]}
process: {id: cash, name: 回款, steps: [催收, {id: book, name: 入账, duties: [核对]}]}
appraisal: {cycles: [{cycle: monthly}]}
"""


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (("department",), "sales"),
        (("department", "name"), "sales"),
        (("department", "functions", 0), "sales/functions/#1"),
        (("department", "functions", 1, "duties", 0, "text"), "sales/functions/cash/#1"),
        (("department", "meetings", 0, "inputs", 0), "sales/meetings/#1"),
        (("post", 0), "sales/rep"),
        (("post", 0, "name"), "sales/rep"),
        (("post", 0, "duties", 0), "sales/rep/#1"),
        (("post", 0, "duties", 1, "from", 0), "sales/rep/offer"),
        (("post", 0, "duties", 1, "duties", 0, "text"), "sales/rep/offer/#1"),
        (("post", 0, "duties", 1, "duties", 1), "sales/rep/offer/send"),
        (("post", 0, "duties", 9), "sales/rep"),
        (("post", 0, "kpis", 0, "weight"), "sales/rep/kpis/revenue"),
        (("post", 0, "kpis", 1), "sales/rep/kpis/#2"),
        (("post", 0, "qualifications", "skills", 0), "sales/rep"),
        (("process", 0, "steps", 0), "sales/processes/cash/#1"),
        (("process", 0, "steps", 1, "duties", 0), "sales/processes/cash/book/#1"),
        (("appraisal", "cycles", 0, "cycle"), "sales/appraisal/cycles/#1"),
        ((), "sales"),
        (("posts", 7), "sales"),
    ],
)
def test_everything_has_an_address(path: Path, address: str) -> None:
    (department,) = load({"a.yaml": TREE}).departments
    assert department.address_of(Place("a.yaml", path)) == address


def test_a_folder_without_a_department_has_addresses_too() -> None:
    (department,) = load({"east/a.yaml": "post: {name: 代表, duties: [拜访]}\n"}).departments
    assert department.address_of(Place("east/a.yaml", ("post", 0, "duties", 0))) == "east/代表/#1"
    assert department.address_of(Place("east/a.yaml")) == "east"


def test_a_place_leads_to_lines_past_items_that_were_left_out() -> None:
    workspace = load({"a.yaml": "posts:\n  - {}\n  - name: 甲\n    duties:\n      -\n      - ''\n      - 拜访\n"})
    file = workspace.file("a.yaml")
    (post,) = workspace.departments[0].posts
    assert post.place == Place("a.yaml", ("posts", 0))
    assert file.span(post / "name") == Span(3, 11, 3, 12)
    assert file.span((post / "name").key) == Span(3, 5, 3, 9)
    assert file.span(post / "duties" / 0) == Span(7, 9, 7, 11)
