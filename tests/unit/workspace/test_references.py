"""Every place where one thing names another."""

from __future__ import annotations

from salesduty.toolkit.load import load
from salesduty.workspace.references import references

EVERYTHING = """\
department:
  name: 销售部
  functions: [{name: 回款, duties: [{text: 催收, to: f-to, kpis: f-kpi, authority: f-authority}]}]
  meetings: [{name: 周会, chair: m-chair, attendees: [m-all, 全体]}]
  systems: [{id: crm, name: 客户系统, owner: s-owner}]
  signals: [{watch: 线索, owner: w-owner, proposes: [w-post]}]
post:
  id: rep
  name: 销售代表
  reports_to: [up, "*"]
  deputy: stand-in
  duties:
    - 一句话
    - text: 报价
      from: [d-from, 全员]
      to: d-to
      shared_with: [d-shared, 全体]
      kpis: [d-kpi]
      systems: [d-system]
      authority: d-authority
      duties: [{text: 算价, to: [n-to]}]
  kpis: [p-kpi, {name: 就地, split: {p-share: 100}}]
kpi: {name: 销售额, split: [{post: k-share, share: 100}]}
process:
  name: 流程
  owner: p-owner
  steps:
    - name: 一步
      accountable: a
      do: [b, 全体]
      review: c
      support: d
      inform: [e, all]
      escalate_to: f
      from: g
      systems: h
      authority: s-authority
      duties: [{text: 细节, to: i}]
appraisal: {cycles: [{cycle: monthly, posts: [y-post, 全体人员]}]}
"""


def test_every_reference_is_found_with_its_kind_and_place() -> None:
    (department,) = load({"a.yaml": EVERYTHING}).departments
    found = {".".join(map(str, reference.place.path)): (reference.kind, reference.ref) for reference in references(department)}
    assert found == {
        "department.functions.0.duties.0.to.0": ("party", "f-to"),
        "department.functions.0.duties.0.kpis.0": ("kpi", "f-kpi"),
        "department.functions.0.duties.0.authority": ("authority", "f-authority"),
        "department.meetings.0.chair": ("party", "m-chair"),
        "department.meetings.0.attendees.0": ("party", "m-all"),
        "department.systems.0.owner": ("party", "s-owner"),
        "department.signals.0.owner": ("party", "w-owner"),
        "department.signals.0.proposes.0": ("party", "w-post"),
        "post.0.reports_to.0": ("party", "up"),
        "post.0.reports_to.1": ("party", "*"),
        "post.0.deputy": ("party", "stand-in"),
        "post.0.duties.1.from.0": ("party", "d-from"),
        "post.0.duties.1.to.0": ("party", "d-to"),
        "post.0.duties.1.shared_with.0": ("party", "d-shared"),
        "post.0.duties.1.shared_with.1": ("party", "全体"),
        "post.0.duties.1.kpis.0": ("kpi", "d-kpi"),
        "post.0.duties.1.systems.0": ("system", "d-system"),
        "post.0.duties.1.authority": ("authority", "d-authority"),
        "post.0.duties.1.duties.0.to.0": ("party", "n-to"),
        "post.0.kpis.0.ref": ("kpi", "p-kpi"),
        "post.0.kpis.1.split.0.post": ("party", "p-share"),
        "kpi.0.split.0.post": ("party", "k-share"),
        "process.0.owner": ("party", "p-owner"),
        "process.0.steps.0.accountable": ("party", "a"),
        "process.0.steps.0.do.0": ("party", "b"),
        "process.0.steps.0.do.1": ("party", "全体"),
        "process.0.steps.0.review.0": ("party", "c"),
        "process.0.steps.0.support.0": ("party", "d"),
        "process.0.steps.0.inform.0": ("party", "e"),
        "process.0.steps.0.escalate_to": ("party", "f"),
        "process.0.steps.0.from.0": ("party", "g"),
        "process.0.steps.0.systems.0": ("system", "h"),
        "process.0.steps.0.authority": ("authority", "s-authority"),
        "process.0.steps.0.duties.0.to.0": ("party", "i"),
        "appraisal.cycles.0.posts.0": ("party", "y-post"),
    }


def test_references_within_a_post_know_it() -> None:
    (department,) = load({"a.yaml": EVERYTHING}).departments
    inside = {reference.ref for reference in references(department) if reference.post is not None}
    assert inside == {"d-kpi", "d-system", "d-authority", "p-kpi"}
    assert {reference.post.address for reference in references(department) if reference.post} == {"roles/rep"}


def test_the_words_of_a_department_are_known_by_kind() -> None:
    (department,) = load({"a.yaml": EVERYTHING}).departments
    assert {kind: words for kind, words in department.words.items() if kind != "party"} == {
        "kpi": {"d-kpi", "p-kpi", "f-kpi"},
        "authority": {"d-authority", "f-authority", "s-authority"},
        "system": {"d-system", "h"},
    }
    assert department.words["party"] == {reference.ref for reference in references(department) if reference.kind == "party"}


def test_a_folder_without_a_department_has_references_too() -> None:
    (department,) = load({"a.yaml": "post: {name: 甲, reports_to: 乙}\n"}).departments
    assert [(reference.kind, reference.ref) for reference in references(department)] == [("party", "乙")]


def test_references_within_a_step_know_the_post_that_decides_there() -> None:
    text = "post: {name: 甲}\nprocess: {name: 流, steps: [{name: 审, accountable: 甲, authority: a, duties: [{text: 细, kpis: [k]}]}]}\n"
    (department,) = load({"a.yaml": text}).departments
    meant = {reference.ref: reference.post for reference in references(department) if reference.kind != "party"}
    assert {ref: post.address if post else None for ref, post in meant.items()} == {"a": "roles/甲", "k": "roles/甲"}
