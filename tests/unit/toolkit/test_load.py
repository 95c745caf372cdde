"""Workspaces out of texts, files and folders."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

import salesduty
from salesduty.disk.find import NotFound
from salesduty.toolkit.load import load
from salesduty.workspace.entities import Workspace

DEPARTMENT = "department: {id: d, name: 部}\n"
POST = "post: {id: p, name: 岗, duties: [做]}\n"


@pytest.fixture
def roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `roles` with one department and one post, which one stands beside."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roles" / "d" / "posts").mkdir(parents=True)
    (tmp_path / "roles" / "d" / "department.yaml").write_text(DEPARTMENT, encoding="utf-8")
    (tmp_path / "roles" / "d" / "posts" / "p.yaml").write_text(POST, encoding="utf-8")
    return tmp_path / "roles"


def shape(workspace: Workspace) -> dict[str, tuple[list[str], list[str]]]:
    """The posts and the reported files of each department."""
    return {
        department.id: (
            [placed.address for placed in department.posts],
            [file.name for file in department.files if file.reported],
        )
        for department in workspace.departments
    }


WHOLE = {"d": (["d/p"], ["roles/d/department.yaml", "roles/d/posts/p.yaml"])}
PART = {"d": (["d/p"], ["roles/d/posts/p.yaml"])}


def test_the_usual_folder(roles: Path) -> None:
    assert shape(load()) == WHOLE


def test_paths_of_every_kind(roles: Path) -> None:
    for source in ("roles", Path("roles"), ["roles"], ("roles/d",), iter([Path("roles")])):
        assert shape(load(source)) == WHOLE
    for source in ("roles/d/posts", "roles/d/posts/p.yaml", ["roles/d/posts", "roles/d/posts/p.yaml"]):
        assert shape(load(source)) == PART


def test_texts_by_name(roles: Path) -> None:
    texts = {"roles/d/department.yaml": DEPARTMENT, "roles/d/posts/p.yaml": POST.encode("utf-8-sig")}
    assert {name: posts for name, (posts, _) in shape(load(texts)).items()} == {"d": ["d/p"]}
    assert [file.folder for file in load(texts).files] == [("roles", "d"), ("roles", "d", "posts")]


def test_a_byte_order_mark_in_a_text_is_not_part_of_it() -> None:
    (file,) = load({"a.yaml": "\ufeff" + POST}).files
    assert (file.text, file.problems) == (POST, ())


def test_nothing_at_all() -> None:
    assert (load({}).files, load({}).departments) == ((), ())


def test_separate_trees_do_not_know_each_other(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "roles").mkdir(parents=True)
        text = DEPARTMENT.replace("d,", f"{name},") + POST.replace(
            "name: 岗", f"name: 岗, reports_to: {'two' if name == 'one' else 'one'}"
        )
        (tmp_path / name / "roles" / "a.yaml").write_text(text, encoding="utf-8")
    workspace = load([tmp_path / "one", tmp_path / "two"])
    assert [department.id for department in workspace.departments] == ["one", "two"]
    assert [department.superiors(department.posts[0]) for department in workspace.departments] == [(), ()]


KINDS = {
    "empty": (b"", ["empty-file"], True, False),
    "only words": ("# 只有注释\n".encode(), ["empty-file"], True, False),
    "something else": (b"title: x\n", ["no-entity"], True, False),
    "a list": (b"- a\n", ["not-a-mapping"], False, True),
    "broken": (b"post: [\n", ["unclosed-bracket"], False, True),
    "no text": (b"\xff\xff\x00", ["undecodable"], False, True),
    "GB18030": (POST.encode("gb18030"), ["not-utf8"], True, True),
    "sound": (POST.encode(), [], True, True),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_file_is_taken_for(kind: str) -> None:
    data, problems, readable, roles = KINDS[kind]
    (file,) = load({"a.yaml": data}).files
    assert ([problem.kind for problem in file.problems], file.readable, file.roles) == (problems, readable, roles)


def test_a_file_that_cannot_be_read_is_a_problem_of_that_file(roles: Path) -> None:
    try:
        (roles / "d" / "x.yaml").symlink_to(roles.parent / "elsewhere")
    except OSError as error:
        pytest.skip(f"no symbolic links here: {error}")
    problems = {file.name: [(problem.kind, problem.values) for problem in file.problems] for file in load().files}
    assert problems == {
        "roles/d/department.yaml": [],
        "roles/d/posts/p.yaml": [],
        "roles/d/x.yaml": [("cannot-read", {"reason": "link"})],
    }


def test_a_path_that_does_not_exist() -> None:
    with pytest.raises(NotFound) as caught:
        load("nowhere")
    assert caught.value.path == "nowhere"


def test_how_far_it_is_is_told(roles: Path) -> None:
    told: list[tuple[int, int]] = []
    load(progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was_found(roles: Path, enabled: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load()
        assert gc.isenabled() is enabled
        with pytest.raises(NotFound):
            load("nowhere")
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()


def test_the_package_itself_offers_it() -> None:
    assert salesduty.load is load
    assert all(hasattr(salesduty, name) for name in salesduty.__all__)
    assert {"lint", "load", "render", "NotFound", "RenderRefused", "Settings"} <= set(salesduty.__all__)
    with pytest.raises(AttributeError, match="module 'salesduty' has no attribute 'nothing'"):
        _ = salesduty.nothing
