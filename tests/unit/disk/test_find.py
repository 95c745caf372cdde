"""Which files belong to a workspace, and which of them were asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from salesduty.disk import find as module
from salesduty.disk.find import NotFound, find

DEPARTMENT = "department: {name: 甲}\n"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test works in an empty folder that is a repository of its own."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def made(*names: str, text: str | bytes = "post: {name: 甲}\n") -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def trees(*paths: str | Path) -> dict[str, list[str]]:
    """The root of each workspace with its files; `*` marks those that are reported."""
    return {
        tree.root.name: [f"{'*' if file.reported else ''}{file.name}" for file in tree.files]
        for tree in find(paths or ("roles",))
    }


def test_yaml_files_at_any_depth_are_found_in_order() -> None:
    made(
        "roles/b.yaml", "roles/a.yml", "roles/x/C.YAML", "roles/x/y/d.yaml", "roles/notes.txt", "roles/a.yaml.bak", "other/e.yaml"
    )
    assert trees() == {"roles": ["*roles/a.yml", "*roles/b.yaml", "*roles/x/C.YAML", "*roles/x/y/d.yaml"]}


def test_each_file_knows_its_folders_and_its_root() -> None:
    made("roles/x/y/d.yaml")
    ((found,),) = (tree.files for tree in find([Path("roles")]))
    assert (found.folder, found.root, found.path) == (("x", "y"), Path.cwd() / "roles", Path.cwd() / "roles/x/y/d.yaml")


def test_hidden_and_foreign_folders_are_passed_by() -> None:
    made("roles/.git/a.yaml", "roles/.hidden.yaml", "roles/node_modules/b.yaml", "roles/__pycache__/c.yaml", "roles/venv/d.yaml")
    made("roles/site-packages/e.yaml", "roles/f.yaml")
    assert trees() == {"roles": ["*roles/f.yaml"]}


def test_what_is_asked_for_by_name_is_found_even_if_it_is_hidden() -> None:
    made("roles/.draft/a.yaml", "roles/.b.yaml", "roles/c.yaml", "roles/d.txt")
    assert trees("roles/.draft/a.yaml") == {"roles": ["roles/c.yaml", "*roles/.draft/a.yaml"]}
    assert trees("roles/.draft") == {"roles": ["roles/c.yaml", "*roles/.draft/a.yaml"]}
    assert trees("roles/.b.yaml", "roles/d.txt") == {"roles": ["roles/c.yaml", "*roles/.b.yaml", "*roles/d.txt"]}


def test_a_path_selects_what_is_reported_and_loads_the_whole_workspace() -> None:
    made("roles/x/a.yaml", "roles/x/y/b.yaml", "roles/z/c.yaml")
    assert trees("roles/x") == {"roles": ["*roles/x/a.yaml", "*roles/x/y/b.yaml", "roles/z/c.yaml"]}
    assert trees("roles/x/y/b.yaml") == {"roles": ["roles/x/a.yaml", "*roles/x/y/b.yaml", "roles/z/c.yaml"]}
    assert trees("roles/x/y", "roles/z/c.yaml") == {"roles": ["roles/x/a.yaml", "*roles/x/y/b.yaml", "*roles/z/c.yaml"]}
    assert trees("roles", "roles/z") == {"roles": ["*roles/x/a.yaml", "*roles/x/y/b.yaml", "*roles/z/c.yaml"]}


def test_paths_in_separate_trees_are_separate_workspaces() -> None:
    made("one/roles/a.yaml", "two/roles/b.yaml")
    assert [[file.name for file in tree.files] for tree in find(["two/roles", "one/roles/a.yaml"])] == [
        ["one/roles/a.yaml"],
        ["two/roles/b.yaml"],
    ]


def test_without_a_folder_called_roles_the_outermost_department_is_the_root() -> None:
    made("firm/unit/a.yaml", "firm/unit/deep/b.yaml", "firm/c.yaml")
    assert trees("firm/unit/deep/b.yaml") == {"deep": ["*firm/unit/deep/b.yaml"]}
    made("firm/unit/department.yaml", text=DEPARTMENT)
    assert list(trees("firm/unit/deep/b.yaml")) == ["unit"]
    made("firm/department.yml", text=DEPARTMENT)
    assert trees("firm/unit/deep") == {
        "firm": ["firm/c.yaml", "firm/department.yml", "firm/unit/a.yaml", "firm/unit/department.yaml", "*firm/unit/deep/b.yaml"]
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("text", ["部门: {名称: 甲}\n", "# 注\ndepartment:\n  name: 甲\n", "department : {name: 甲}\n"])
def test_a_department_is_seen_in_whatever_encoding_it_is_written(encoding: str, text: str) -> None:
    made("firm/posts/a.yaml")
    made("firm/x.yaml", text=text.encode(encoding))
    assert list(trees("firm/posts")) == ["firm"]


@pytest.mark.parametrize("text", ["departments: 1\n", "x:\n  department: 1\n", "# department: no\n", "post: department:\n"])
def test_what_only_looks_like_a_department_is_none(text: str) -> None:
    made("firm/posts/a.yaml")
    made("firm/x.yaml", text=text)
    assert list(trees("firm/posts")) == ["posts"]


def test_the_search_for_the_root_ends_at_the_repository(tmp_path: Path) -> None:
    made("department.yaml", text=DEPARTMENT)
    made("clone/.git/HEAD", "clone/x/a.yaml")
    made("clone/department.yaml", text=DEPARTMENT)
    assert list(trees("clone/x")) == ["clone"]


def test_a_single_file_anywhere() -> None:
    made("a.yaml")
    made("b.txt")
    assert trees("a.yaml") == {Path.cwd().name: ["*a.yaml"]}
    assert trees("b.txt") == {Path.cwd().name: ["a.yaml", "*b.txt"]}


def test_an_empty_folder_is_a_workspace_without_files() -> None:
    Path("roles").mkdir()
    assert trees() == {"roles": []}


def test_names_are_relative_to_where_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    made("one/roles/a.yaml", "two/x.yaml")
    monkeypatch.chdir("two")
    ((found,),) = (tree.files for tree in find(["../one/roles"]))
    assert found.name == (Path.cwd().parent / "one/roles/a.yaml").as_posix()


@pytest.mark.parametrize("path", ["nowhere", "roles/nowhere.yaml", "a\0b", "", "x" * 300])
def test_a_path_that_does_not_exist_is_named_as_it_was_given(path: str) -> None:
    Path("roles").mkdir()
    if path == "":
        assert trees(path)  # the folder that one stands in
        return
    with pytest.raises(NotFound) as caught:
        find(["roles", path])
    assert (caught.value.path, caught.value.reason) == (path, "missing")


def test_a_walk_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    made("roles/a.yaml", "roles/b.yaml", "roles/c.yaml")
    monkeypatch.setattr(module, "_MOST_FILES", 2)
    with pytest.raises(NotFound) as caught:
        find(["roles"])
    assert (caught.value.path, caught.value.reason) == (str(Path.cwd() / "roles"), "too-many")


def test_a_folder_that_cannot_be_listed_is_an_error_and_not_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    made("roles/x/a.yaml")
    refused = str(Path.cwd() / "roles" / "x")

    def walk(root: Path, onerror: object) -> object:
        assert callable(onerror)
        onerror(PermissionError(13, "Permission denied", refused))
        return iter(())

    monkeypatch.setattr(module.os, "walk", walk)
    with pytest.raises(NotFound) as caught:
        find(["roles"])
    assert (caught.value.path, caught.value.reason) == (refused, "unlistable")


def test_a_folder_around_that_cannot_be_listed_is_no_root(monkeypatch: pytest.MonkeyPatch) -> None:
    made("firm/x/a.yaml")
    monkeypatch.setattr(module.os, "scandir", lambda _: (_ for _ in ()).throw(PermissionError()))
    assert module._declares_department(Path("firm")) is False


def test_a_file_that_cannot_be_opened_does_not_hide_the_department_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made("firm/a.yaml", "firm/posts/b.yaml")
    made("firm/z.yaml", text=DEPARTMENT)
    usual = Path.open

    def refusing(path: Path, *args: object, **more: object) -> object:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    assert list(trees("firm/posts")) == ["firm"]


def test_only_so_many_files_are_opened_in_search_of_a_department(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_HEADS", 2)
    made("firm/a.yaml", "firm/b.yaml", "firm/posts/x.yaml")
    made("firm/c.yaml", text=DEPARTMENT)
    assert list(trees("firm/posts")) == ["posts"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_beside_the_files_is_found_and_not_waited_for() -> None:
    made("firm/b.yaml")
    os.mkfifo("firm/a.yaml")
    assert trees("firm/b.yaml") == {"firm": ["firm/a.yaml", "*firm/b.yaml"]}


def linked(link: str, target: str, *, folder: bool = False) -> None:
    """Make a link, or skip the test where this system allows none."""
    try:
        Path(link).symlink_to(target, target_is_directory=folder)
    except OSError as error:
        pytest.skip(f"no symbolic links here: {error}")


def test_links_to_folders_are_not_entered_unless_asked_for() -> None:
    made("roles/a.yaml", "elsewhere/b.yaml")
    linked("roles/link", "../elsewhere", folder=True)
    linked("roles/loop", ".", folder=True)
    assert trees() == {"roles": ["*roles/a.yaml"]}
    assert trees("roles/link") == {"roles": ["roles/a.yaml", "*roles/link/b.yaml"]}


def test_a_root_that_is_a_link_is_entered() -> None:
    made("elsewhere/a.yaml")
    linked("roles", "elsewhere", folder=True)
    assert trees() == {"roles": ["*roles/a.yaml"]}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_may_hold_anything() -> None:
    made("roles/a\nb.yaml", "roles/\x1b[31m.yaml", "roles/::error::x.yaml")
    assert trees() == {"roles": ["*roles/\x1b[31m.yaml", "*roles/::error::x.yaml", "*roles/a\nb.yaml"]}


def test_a_folder_may_be_called_like_a_file() -> None:
    made("roles/x.yaml/a.yaml")
    assert trees() == {"roles": ["*roles/x.yaml/a.yaml"]}
    assert trees("roles/x.yaml") == {"roles": ["*roles/x.yaml/a.yaml"]}
