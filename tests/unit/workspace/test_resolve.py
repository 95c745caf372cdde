"""Files to departments: who owns what, and where it is written."""

from __future__ import annotations

from salesduty.results.place import Place
from salesduty.toolkit.load import load
from salesduty.workspace.entities import Department, Workspace
from salesduty.workspace.resolve import joined

TWO_COMPANIES = {
    "acme/department.yaml": "department: {id: sales, name: 销售部}\n",
    "acme/posts/head.yaml": "post: {id: head, name: 销售经理}\n",
    "acme/posts/more/reps.yaml": "posts: [{id: rep, name: 销售代表}, {name: 内勤/开票}]\n",
    "acme/east/department.yaml": "部门: {名称: 华东组}\n",
    "acme/east/rep.yaml": "post: {name: 华东代表}\n",
    "acme/kpis.yaml": "kpis: [{id: revenue, name: 销售额}]\nkpi: {name: 回款率}\n",
    "acme/processes.yaml": "process: {id: cash, name: 回款}\nprocesses: [{name: 投诉}]\n",
    "acme/appraisal.yaml": "appraisal: {uses: 奖金}\n",
    "other/a/rep.yaml": "post: {name: 店员}\n",
    "other/b/rep.yaml": "post: {name: 店长}\n",
    "top.yaml": "post: {name: 总裁}\n",
}


def _shape(department: Department) -> tuple[str, str, bool, Place, tuple[str, ...]]:
    addresses = tuple(entity.address for entity in department.entities)
    return department.id, department.name, department.declared, department.place, addresses


def test_the_nearest_declared_folder_owns_a_file() -> None:
    assert [_shape(department) for department in load(TWO_COMPANIES).departments] == [
        ("roles", "roles", False, Place("top.yaml"), ("roles/总裁",)),
        (
            "sales",
            "销售部",
            True,
            Place("acme/department.yaml", ("department",)),
            (
                "sales",
                "sales/head",
                "sales/rep",
                "sales/内勤／开票",
                "sales/kpis/回款率",
                "sales/kpis/revenue",
                "sales/processes/cash",
                "sales/processes/投诉",
                "sales/appraisal",
            ),
        ),
        ("east", "华东组", True, Place("acme/east/department.yaml", ("department",)), ("east", "east/华东代表")),
        ("other", "other", False, Place("other/a/rep.yaml"), ("other/店员", "other/店长")),
    ]


def test_every_thing_knows_where_it_is_written() -> None:
    sales = load(TWO_COMPANIES).departments[1]
    assert [post.place for post in sales.posts] == [
        Place("acme/posts/head.yaml", ("post", 0)),
        Place("acme/posts/more/reps.yaml", ("posts", 0)),
        Place("acme/posts/more/reps.yaml", ("posts", 1)),
    ]
    assert [kpi.place for kpi in sales.kpis] == [Place("acme/kpis.yaml", ("kpi", 0)), Place("acme/kpis.yaml", ("kpis", 0))]
    assert [process.place for process in sales.processes] == [
        Place("acme/processes.yaml", ("process", 0)),
        Place("acme/processes.yaml", ("processes", 0)),
    ]
    assert [appraisal.place for appraisal in sales.appraisals] == [Place("acme/appraisal.yaml", ("appraisal",))]
    assert sales.posts[0] / "kpis" / 2 == Place("acme/posts/head.yaml", ("post", 0, "kpis", 2))


def test_of_two_departments_in_one_folder_the_first_file_counts() -> None:
    (department,) = load({"b.yaml": "department: {id: b, name: 乙}\n", "a.yaml": "department: {id: a, name: 甲}\n"}).departments
    assert _shape(department) == ("a", "甲", True, Place("a.yaml", ("department",)), ("a",))


def test_a_file_about_something_else_makes_no_department() -> None:
    workspace = load({"ci/workflow.yaml": "on: push\n", "empty.yaml": "# nichts\n"})
    assert ([file.name for file in workspace.files], workspace.departments) == (["empty.yaml", "ci/workflow.yaml"], ())
    assert workspace.owner("ci/workflow.yaml") is None


def test_a_file_that_cannot_be_read_still_belongs_to_its_department() -> None:
    workspace = load({"department.yaml": "department: {name: 销售部}\n", "rep.yaml": "post: [\n", "bad.yaml": b"\xff\xff\xff"})
    (department,) = workspace.departments
    assert [(file.name, file.readable) for file in department.files] == [
        ("bad.yaml", False),
        ("department.yaml", True),
        ("rep.yaml", False),
    ]


def test_what_follows_a_second_document_counts_as_unread() -> None:
    (department,) = load({"a.yaml": "department: {name: 销售部}\n---\npost: {name: 销售代表}\n"}).departments
    assert department.posts == ()
    assert [file.readable for file in department.files] == [False]


def test_a_file_is_found_with_its_owner() -> None:
    workspace = load(TWO_COMPANIES)
    owner = workspace.owner("acme/east/rep.yaml")
    assert owner is not None
    assert owner.id == "east"
    assert workspace.file("top.yaml").line(1) == "post: {name: 总裁}"


def test_separate_trees_are_resolved_apart_and_reported_together() -> None:
    one = load({"a/x.yaml": "department: {id: sales, name: 销售部}\npost: {name: 甲}\n"})
    two = load({"b/y.yaml": "department: {id: sales, name: 销售部}\npost: {name: 乙, reports_to: 甲}\n"})
    both = joined([one, two])
    assert [file.name for file in both.files] == ["a/x.yaml", "b/y.yaml"]
    assert both.departments == (*one.departments, *two.departments)
    assert both.departments[1].parties("甲") == ()
    assert joined([one]) is one
    assert joined([]) == Workspace((), ())
