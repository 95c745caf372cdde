"""Documents out of departments, written or not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import salesduty
from opened import docx, html
from salesduty.disk.find import NotFound
from salesduty.disk.write import CannotWrite
from salesduty.results.finding import ERROR
from salesduty.toolkit.render import DOCUMENTS, FORMATS, Rendered, RenderRefused, UnknownChoice, formats_of, render
from salesduty.views.documents import TITLES

TEXTS = {
    "a/department.yaml": "department: {id: a, name: 甲部, version: '1', effective: 2026-01-01, approved_by: 长}\n"
    "posts: [{id: x, name: 主任, duties: [管], deputy: y}, {id: y, name: 干事, reports_to: x, duties: [办], deputy: x}]\n",
    "b/department.yaml": "department: {id: b, name: 乙部, version: '1', effective: 2026-01-01, approved_by: 长}\n"
    "post: {name: 主任, duties: [管]}\n",
}
BROKEN = {**TEXTS, "b/x.yaml": "post: {name: 员, reports_to: 查无此人, duties: [办]}\n"}


@pytest.fixture
def roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`TEXTS` as files, which one stands beside."""
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        path = tmp_path / "roles" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "roles"


def test_what_there_is() -> None:
    assert set(DOCUMENTS) <= set(TITLES)
    assert {each for document in DOCUMENTS for each in formats_of(document)} == set(FORMATS)
    assert all(formats_of(document) for document in DOCUMENTS)
    assert salesduty.render is render


def test_a_handbook_for_each_department() -> None:
    done = render(TEXTS)
    assert [(each.name, each.path, each.changed) for each in done] == [
        ("a/甲部岗位责任制.docx", None, True),
        ("b/乙部岗位责任制.docx", None, True),
    ]
    assert [docx.opened(each.data).paragraphs[1].text for each in done] == ["甲部岗位责任制", "乙部岗位责任制"]


def test_a_description_for_each_post() -> None:
    done = render(TEXTS, document="post", format="html")
    assert [each.name for each in done] == ["a/主任岗位说明书.html", "a/干事岗位说明书.html", "b/主任岗位说明书.html"]
    assert [html.opened(each.data).lines[0] for each in done] == ["主任岗位说明书", "干事岗位说明书", "主任岗位说明书"]


def test_files_are_written_once(tmp_path: Path) -> None:
    first = render(TEXTS, format="md", output=tmp_path / "dist")
    assert [(each.path, each.changed) for each in first] == [
        (tmp_path / "dist" / "a" / "甲部岗位责任制.md", True),
        (tmp_path / "dist" / "b" / "乙部岗位责任制.md", True),
    ]
    assert [each.path.read_bytes() for each in first if each.path] == [each.data for each in first]
    (tmp_path / "dist" / "a" / "甲部岗位责任制.md").write_text("改过", encoding="utf-8")
    again = render(TEXTS, format="md", output=str(tmp_path / "dist"))
    assert [each.changed for each in again] == [True, False]
    assert [each.data for each in again] == [each.data for each in first]


def test_a_path_selects_the_departments_that_are_rendered(roles: Path) -> None:
    assert [each.name for each in render(format="md")] == ["a/甲部岗位责任制.md", "b/乙部岗位责任制.md"]
    assert [each.name for each in render("roles/b", format="md")] == ["b/乙部岗位责任制.md"]
    assert [each.name for each in render(roles / "a" / "department.yaml", document="post", format="md")] == [
        "a/主任岗位说明书.md",
        "a/干事岗位说明书.md",
    ]


@pytest.mark.parametrize(
    ("choice", "kind", "given", "known"),
    [({"document": "novel"}, "document", "novel", DOCUMENTS), ({"format": "doc"}, "format", "doc", formats_of("handbook"))],
)
def test_what_there_is_not(choice: dict[str, str], kind: str, given: str, known: tuple[str, ...]) -> None:
    with pytest.raises(UnknownChoice, match=f"no {kind} is called '{given}'; there are {', '.join(known)}") as caught:
        render("nowhere", **choice)  # type: ignore[arg-type]
    assert (caught.value.kind, caught.value.given, caught.value.known) == (kind, given, known)


def test_errors_are_not_handed_out(tmp_path: Path) -> None:
    with pytest.raises(RenderRefused, match="what would be rendered has errors: 1") as caught:
        render(BROKEN, output=tmp_path)
    assert [(each.code, each.file, each.severity) for each in caught.value.report.findings] == [("REF001", "b/x.yaml", ERROR)]
    assert os.listdir(tmp_path) == []
    assert len(render(BROKEN, format="md", despite_errors=True)) == 2


def test_a_warning_is_no_obstacle() -> None:
    assert len(render({"a.yaml": "department: {name: 部}\n"}, format="md")) == 1


def test_what_would_be_the_same_file_gets_a_number() -> None:
    posts = ", ".join(
        f"{{id: p{number}, name: {name}}}" for number, name in enumerate(("Rep", "rep", "REP", "a/b", "a:b", "a_b"))
    )
    done = render(
        {"a.yaml": f"department: {{id: d, name: 部}}\nposts: [{posts}]\n"}, document="post", format="md", despite_errors=True
    )
    assert [each.name for each in done] == [
        "d/Rep岗位说明书.md",
        "d/rep岗位说明书-2.md",
        "d/REP岗位说明书-3.md",
        "d/a_b岗位说明书.md",
        "d/a_b岗位说明书-2.md",
        "d/a_b岗位说明书-3.md",
    ]


def test_names_lead_nowhere_else(tmp_path: Path) -> None:
    text = "department: {id: ../../../etc, name: /etc/passwd}\nposts: [{name: ..}, {name: 'C:\\x'}, {name: con}, {name: \"a\\nb\"}]\n"
    done = render({"a.yaml": text}, document="post", format="md", output=tmp_path / "dist", despite_errors=True)
    assert [each.name for each in done] == [
        "_.._.._etc/岗位说明书.md",
        "_.._.._etc/C__x岗位说明书.md",
        "_.._.._etc/con岗位说明书.md",
        "_.._.._etc/a b岗位说明书.md",
    ]
    assert all(each.path and each.path.resolve().is_relative_to(tmp_path / "dist") for each in done)
    (handbook,) = render({"a.yaml": text}, format="md", despite_errors=True)
    assert handbook.name == "_.._.._etc/_etc_passwd岗位责任制.md"


def test_how_far_it_is_is_told() -> None:
    told: list[tuple[int, int]] = []
    render(TEXTS, document="post", format="md", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"")
    with pytest.raises(CannotWrite) as caught:
        render(TEXTS, format="md", output=tmp_path / "dist")
    assert caught.value.reason in ("failed", "permission", "locked")


def test_a_path_that_does_not_exist() -> None:
    with pytest.raises(NotFound):
        render("nowhere")


def test_nothing_to_render() -> None:
    assert render({"a.yaml": ""}) == ()
    assert render({"a.yaml": "post: {name: 岗}\n"}, format="md") == (
        Rendered(".".join(("roles/roles岗位责任制", "md")), render({"a.yaml": "post: {name: 岗}\n"}, format="md")[0].data),
    )


@pytest.mark.parametrize("format", ["md", "xlsx"])
def test_who_does_what_is_told_without_looking_for_gaps(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [file.data for file in render("roles/general", document="raci", format=format)]
    monkeypatch.setattr("salesduty.toolkit.check.CHECKS", None)
    assert [file.data for file in render("roles/general", document="raci", format=format)] == usual


@pytest.mark.parametrize(("document", "format"), [("handbook", "html"), ("check", "xlsx"), ("check", "md")])
def test_nothing_tells_where_the_roles_lie_on_the_disk(
    roles: Path, monkeypatch: pytest.MonkeyPatch, document: str, format: str
) -> None:
    (roles / "a/z.yaml").write_text("post: {name: 员, duties: [办好事, 办好事]}\n", encoding="utf-8")
    beside = [each.data for each in render("roles", document=document, format=format, despite_errors=True)]
    whole = [each.data for each in render(roles, document=document, format=format, despite_errors=True)]
    monkeypatch.chdir(roles / "a")
    above = [each.data for each in render("..", document=document, format=format, despite_errors=True)]
    assert beside == whole == above
