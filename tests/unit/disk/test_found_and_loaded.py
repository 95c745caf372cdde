"""What becomes of that which was found, or named, when it is loaded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from salesduty.disk import find as module
from salesduty.source.problems import Problem
from salesduty.toolkit.load import load


@pytest.mark.parametrize(("error", "reason"), [(PermissionError, "permission"), (TimeoutError, "failed")])
def test_a_folder_that_cannot_be_listed_is_a_problem_of_its_own(
    error: type[OSError], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = tmp_path / "roles" / "b"
    refused.mkdir(parents=True)
    (tmp_path / "roles" / "a.yaml").write_text("post: {name: 岗}\n", encoding="utf-8")
    usual = os.scandir

    def scandir(path: str | Path) -> object:
        if Path(path) == refused:
            raise error(13, "refused", str(path))
        return usual(path)

    monkeypatch.setattr(module.os, "scandir", scandir)
    monkeypatch.chdir(tmp_path)
    told: list[tuple[int, int]] = []
    files = load(progress=lambda done, total: told.append((done, total))).files
    assert [(file.name, file.folder, file.text, file.problems, file.readable, file.reported) for file in files] == [
        ("roles/a.yaml", (), "post: {name: 岗}\n", (), True, True),
        ("roles/b", ("b",), None, (Problem("cannot-read", 0, 0, {"reason": reason}),), False, True),
    ]
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("b.yaml", ()),
        ("a/b.yaml", ("a",)),
        ("/b.yaml", ()),
        ("/a/b.yaml", ("a",)),
        ("//a/c/b.yaml", ("a", "c")),
        ("../a/../c/b.yaml", ("a", "c")),
        ("./.a/b.yaml", (".a",)),
    ],
)
def test_the_name_of_a_text_gives_its_folders(name: str, folder: tuple[str, ...]) -> None:
    workspace = load({name: "post: {name: 岗}\n"})
    assert [(file.name, file.folder) for file in workspace.files] == [(name, folder)]
    assert [department.id for department in workspace.departments] == [folder[0] if folder else "roles"]
