"""Which files belong to a workspace, and which of them were asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from salesduty.disk import find as module
from salesduty.disk.find import Found, NotFound, Tree, find

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


@pytest.fixture
def no_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing around is a repository, wherever the tests are run."""
    monkeypatch.setattr(module, "_is_repository", lambda _: False)


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
    assert (found.folder, found.root, found.path) == (("x", "y"), Path.cwd() / "roles", str(Path.cwd() / "roles/x/y/d.yaml"))


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


FIRM = ("firm/department.yml", "firm/sales/department.yaml", "firm/sales/posts/a.yaml", "firm/stock/b.yaml")


def all_of(folder: str, reported: str) -> list[str]:
    """FIRM below `folder`, as it is found when `reported` is asked for."""
    names = (f"{folder}{name}" for name in FIRM)
    return [f"{'*' if name.startswith(reported) else ''}{name}" for name in names]


@pytest.mark.usefixtures("no_repository")
def test_without_a_repository_the_root_is_the_last_in_a_chain_of_departments() -> None:
    made("firm/department.yml", text=DEPARTMENT)
    made(*FIRM[2:], "firm/sales/x.yaml")
    assert trees("firm/stock/b.yaml") == {
        "firm": ["firm/department.yml", "firm/sales/x.yaml", "firm/sales/posts/a.yaml", "*firm/stock/b.yaml"]
    }
    assert trees("firm/sales/posts/a.yaml") == {"posts": ["*firm/sales/posts/a.yaml"]}
    made("firm/sales/x.yaml", text=DEPARTMENT)
    assert list(trees("firm/sales/posts")) == ["firm"]
    Path("firm/department.yml").unlink()
    assert list(trees("firm/sales/posts")) == ["sales"]
    assert list(trees("firm/stock")) == ["stock"]
    assert list(trees("firm")) == ["firm"]


@pytest.mark.parametrize("path", ["a/firm/sales/posts/a.yaml", "a/firm/stock/b.yaml", "a/firm/sales/department.yaml", "a/firm"])
def test_in_a_repository_a_single_file_has_the_root_of_the_folder_that_holds_the_departments(path: str) -> None:
    made(*(f"a/{name}" for name in FIRM), "a/b/c.yaml", "d.yaml")
    assert list(trees("a/firm/stock/b.yaml")) == ["stock"]
    made("a/firm/sales/department.yaml", text=DEPARTMENT)
    assert trees(path) == {"firm": all_of("a/", path)}


def test_in_a_repository_the_outermost_folder_with_a_department_below_it_is_the_root() -> None:
    made("a/b/c/d/x.yaml", "a/y.yaml")
    made("a/b/c/d/e/department.yaml", text=DEPARTMENT)
    assert list(trees("a/b/c/d/x.yaml")) == ["d"]
    made("a/b/department.yaml", text=DEPARTMENT)
    assert trees("a/b/c/d/x.yaml") == {"a": ["a/y.yaml", "a/b/department.yaml", "*a/b/c/d/x.yaml", "a/b/c/d/e/department.yaml"]}
    assert list(trees("a/b/c/d/e")) == ["a"]


def test_of_a_repository_only_the_departments_and_what_lies_around_the_path_are_read() -> None:
    made("ci.yaml", "infra/x.yaml", "team/posts/a.yaml", "team/posts/deep/b.yaml", "team/c.yaml", "north/posts/d.yaml")
    made("north/department.yaml", "south/x/../department.yaml", text=DEPARTMENT)
    top = Path.cwd().name
    departments = ["north/department.yaml", "north/posts/d.yaml", "south/department.yaml"]
    assert trees("team/posts/a.yaml") == {top: [*departments, "*team/posts/a.yaml", "team/posts/deep/b.yaml"]}
    assert (
        trees("north")
        == trees("north/posts/d.yaml", "north")
        == {top: [f"*{name}" for name in departments[:2]] + departments[2:]}
    )
    everything = ["ci.yaml", "infra/x.yaml", *departments, "team/c.yaml", "team/posts/a.yaml", "team/posts/deep/b.yaml"]
    assert trees("infra", ".") == {top: [f"*{name}" for name in everything]}
    assert trees("ci.yaml", "team") == {top: [f"{'*' if name[:2] in ('ci', 'te') else ''}{name}" for name in everything]}


def test_around_the_path_the_folder_with_the_departments_is_read_whole() -> None:
    made("team/a/b.yaml", "team/c/d.yaml", "other/e.yaml")
    made("north/department.yaml", "team/x/department.yaml", text=DEPARTMENT)
    assert trees("team/a/b.yaml") == {
        Path.cwd().name: ["north/department.yaml", "*team/a/b.yaml", "team/c/d.yaml", "team/x/department.yaml"]
    }


def test_a_hidden_department_is_the_root_of_what_is_in_it() -> None:
    made(".firm/department.yaml", text=DEPARTMENT)
    made(".firm/posts/a.yaml")
    assert trees(".firm/posts") == {".firm": [".firm/department.yaml", "*.firm/posts/a.yaml"]}


def test_a_repository_in_a_repository_is_part_of_it_where_its_walk_comes_by() -> None:
    made("clone/.git/HEAD", "clone/a.yaml", "team/b.yaml")
    made("clone/department.yaml", text=DEPARTMENT)
    assert trees("clone", "team") == {Path.cwd().name: ["*clone/a.yaml", "*clone/department.yaml", "*team/b.yaml"]}


def test_a_repository_that_is_a_department_is_read_whole() -> None:
    made("department.yaml", "north/department.yaml", text=DEPARTMENT)
    made("infra/x.yaml", "team/a.yaml")
    assert trees("team/a.yaml") == {Path.cwd().name: ["department.yaml", "infra/x.yaml", "north/department.yaml", "*team/a.yaml"]}


def test_hidden_foreign_and_linked_folders_make_no_root() -> None:
    made("a/.hidden/x.yaml", "a/venv/x.yaml", "elsewhere/deep/x.yaml", text=DEPARTMENT)
    made("a/b/c.yaml")
    linked("a/link", "../elsewhere/deep", folder=True)
    assert list(trees("a/b/c.yaml")) == ["b"]


def test_only_so_many_folders_are_looked_into_in_search_of_a_department(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_CHILDREN", 2)
    made("a/b/x.yaml", "a/e/x.yaml")
    made("a/d/x.yaml", text=DEPARTMENT)
    assert list(trees("a/b")) == ["a"]
    made("a/c/x.yaml")
    assert list(trees("a/b")) == ["b"]


def test_each_folder_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made("a/b/x.yaml", "a/b/y.yaml", "a/c/z.yaml")
    looked: list[Path] = []
    for name in ("_declares_department", "_children"):
        usual = getattr(module, name)
        monkeypatch.setattr(module, name, lambda folder, name=name, usual=usual: (looked.append(folder / name), usual(folder))[1])
    find(["a/b/x.yaml", "a/b/y.yaml", "a/c/z.yaml"])
    assert len(looked) == len(set(looked)) > 0


@pytest.mark.usefixtures("no_repository")
def test_a_root_inside_another_is_none_of_its_own() -> None:
    made("co/a.yaml", "co/sub/posts/b.yaml", "co-op/c.yaml")
    made("co/sub/department.yaml", text=DEPARTMENT)
    everything = ["*co/a.yaml", "*co/sub/department.yaml", "*co/sub/posts/b.yaml"]
    assert trees("co/sub", "co", "co/sub/posts") == trees("co", "co/sub") == {"co": everything}
    assert trees("co/a.yaml", "co/sub/posts/b.yaml") == {"co": ["*co/a.yaml", "co/sub/department.yaml", everything[-1]]}
    assert trees("co", "co-op") == {"co": everything, "co-op": ["*co-op/c.yaml"]}


def test_roles_inside_a_root_are_part_of_it_only_where_its_walk_comes_by() -> None:
    made("a/department.yaml", text=DEPARTMENT)
    made("a/roles/x.yaml", "roles/sales/y.yaml")
    top = Path.cwd().name
    assert trees("roles/sales", "a/roles", "a/department.yaml") == {
        top: ["*a/department.yaml", "*a/roles/x.yaml"],
        "roles": ["*roles/sales/y.yaml"],
    }


DECLARING = {
    "Chinese": "部门: {名称: 甲}\n",
    "below a comment": "# 注\ndepartment:\n  name: 甲\n",
    "a space": "department : {name: 甲}\n",
    "double quotes": '"department": {name: 甲}\n',
    "single quotes": "post: {name: 甲}\n'部门' : {名称: 甲}\n",
    "JSON": '{"department": {"name": "甲"}}',
    "JSON in lines": '{\n  "posts": [{"name": "甲"}],\n  "部门": {"name": "甲"}\n}\n',
    "JSON below a comment": "# 注 {\r\n--- {department: {name: 甲}}\n",
    "JSON below a comment and a lone CR": "# 注\r{department: {name: 甲}}\r",
    "lone CR": "# 注\rdepartment:\r  name: 甲\r",
    "CR and LF": "post: {name: 甲}\r\ndepartment:\r\n  name: 甲\r\n",
}


@pytest.mark.usefixtures("no_repository")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("text", DECLARING)
def test_a_department_is_seen_in_whatever_form_and_encoding_it_is_written(encoding: str, text: str) -> None:
    made("firm/posts/a.yaml")
    made("firm/x.yaml", text=DECLARING[text].encode(encoding))
    assert list(trees("firm/posts")) == ["firm"]


@pytest.mark.usefixtures("no_repository")
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["a", "甲"])
def test_a_department_is_seen_in_utf_16_without_a_mark(encoding: str, name: str) -> None:
    made("firm/posts/a.yaml")
    made("firm/x.yaml", text=f"post: {{name: {name}}}\ndepartment: {{name: {name}}}\n".encode(encoding))
    assert list(trees("firm/posts")) == ["firm"]


@pytest.mark.usefixtures("no_repository")
@pytest.mark.parametrize(
    "text",
    [
        "departments: 1\n",
        "x:\n  department: 1\n",
        "x:\r  department: 1\r",
        "# department: no\n",
        "post: department:\n",
        "post: {name: 甲, department: 乙}\n",
        "post: {department: 乙}\n",
        "# {department: 乙}\npost: 1\n",
        '{"departments": 1, "x": "department"}',
        '["department"]',
    ],
)
def test_what_only_looks_like_a_department_is_none(text: str) -> None:
    made("firm/posts/a.yaml")
    made("firm/x.yaml", text=text)
    assert list(trees("firm/posts")) == ["posts"]


def test_the_search_for_the_root_ends_at_the_repository() -> None:
    made("department.yaml", text=DEPARTMENT)
    made("roles/clone/.git/HEAD", "roles/clone/x/a.yaml")
    assert list(trees("roles/clone/x")) == ["x"]
    made("roles/clone/department.yaml", text=DEPARTMENT)
    assert list(trees("roles/clone/x")) == ["clone"]


def test_a_repository_called_roles_is_the_root() -> None:
    made("roles/.git/HEAD", "roles/a/b.yaml", "roles/c.yaml")
    assert trees("roles/a/b.yaml") == {"roles": ["roles/c.yaml", "*roles/a/b.yaml"]}


def test_roles_are_found_from_far_below() -> None:
    deep = "/".join(["roles", *"abcdefghijklmnopqrst"])
    made(f"{deep}/x.yaml")
    assert trees(f"{deep}/x.yaml") == {"roles": [f"*{deep}/x.yaml"]}


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


def refuse(monkeypatch: pytest.MonkeyPatch, folder: str, error: type[OSError] = PermissionError) -> None:
    """Let nobody list `folder`, not even root, whom no permission binds."""
    usual, refused = os.scandir, Path(folder).absolute()

    def scandir(path: str | Path) -> object:
        if Path(path) == refused:
            raise error(13, "refused", str(path))
        return usual(path)

    monkeypatch.setattr(module.os, "scandir", scandir)


@pytest.mark.parametrize(("error", "reason"), [(PermissionError, "permission"), (TimeoutError, "failed")])
def test_a_folder_that_cannot_be_listed_stands_among_the_files(
    error: type[OSError], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made("roles/x/y/a.yaml", "roles/z/b.yaml")
    refuse(monkeypatch, "roles/x/y", error)
    (tree,) = find(["roles/x", "roles/x/y/a.yaml"])
    root = Path.cwd() / "roles"
    assert tree == Tree(
        root,
        (
            Found(str(root / "z/b.yaml"), "roles/z/b.yaml", ("z",), False, root),
            Found(str(root / "x/y/a.yaml"), "roles/x/y/a.yaml", ("x", "y"), True, root),
            Found(str(root / "x/y"), "roles/x/y", ("x", "y"), True, root, reason),
        ),
    )


def test_a_root_that_cannot_be_listed_stands_among_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    made("roles/x/a.yaml")
    refuse(monkeypatch, "roles")
    (tree,) = find(["roles/x"])
    root = Path.cwd() / "roles"
    assert tree.files == (
        Found(str(root / "x/a.yaml"), "roles/x/a.yaml", ("x",), True, root),
        Found(str(root), "roles", (), False, root, "permission"),
    )


@pytest.mark.parametrize("paths", [["roles/x"], ["roles", "roles/x"], ["roles/.x"]])
def test_a_folder_that_was_asked_for_and_cannot_be_listed_is_an_error(paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    made("roles/x/a.yaml", "roles/.x/a.yaml")
    refuse(monkeypatch, paths[-1])
    with pytest.raises(NotFound) as caught:
        find(paths)
    assert (caught.value.path, caught.value.reason) == (str(Path.cwd() / paths[-1]), "unlistable")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not delete the folder that one stands in")
def test_from_a_deleted_folder_a_whole_path_is_read_and_another_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    made("roles/a.yaml")
    roles = Path.cwd() / "roles"
    Path("gone").mkdir()
    monkeypatch.chdir("gone")
    Path("../gone").rmdir()
    assert trees(roles) == {"roles": [f"*{roles.as_posix()}/a.yaml"]}
    for path in (".", "", "roles"):
        with pytest.raises(NotFound) as caught:
            find([roles, path])
        assert (caught.value.path, caught.value.reason) == (path, "missing")


def test_a_folder_around_that_cannot_be_listed_is_no_root(monkeypatch: pytest.MonkeyPatch) -> None:
    made("firm/department.yaml", "firm/y/department.yaml", text=DEPARTMENT)
    made("firm/x/a.yaml")
    refuse(monkeypatch, "firm")
    assert trees("firm/x/a.yaml") == {"x": ["*firm/x/a.yaml"]}


@pytest.mark.usefixtures("no_repository")
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


@pytest.mark.usefixtures("no_repository")
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
