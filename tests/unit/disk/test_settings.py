from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from salesduty.disk.settings import around, find_settings, named, read_beside

PART = "[tool.salesduty]\n"


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    def make(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return make


def names(folder: Path, *paths: str) -> list[str]:
    return [found.path.relative_to(folder).as_posix() for found in find_settings([folder / path for path in paths])]


def test_the_nearest_file_counts(made: Callable) -> None:
    folder = made(git__roles__a_yaml="", git__salesduty_toml="", git__x="")
    (folder / "git" / ".git").mkdir()
    assert names(folder, "git/roles") == names(folder, "git/roles/a.yaml") == ["git/salesduty.toml"]
    made(git__roles__salesduty_toml="")
    assert names(folder, "git/roles") == ["git/roles/salesduty.toml"]


def test_nothing_beyond_the_repository_counts(made: Callable) -> None:
    folder = made(salesduty_toml="", git__roles__a_yaml="")
    (folder / "git" / ".git").mkdir()
    assert names(folder, "git/roles") == []


def test_without_a_repository_one_folder_around_is_looked_at(made: Callable) -> None:
    folder = made(a__salesduty_toml="", a__b__roles__x_yaml="")
    assert names(folder, "a/b/roles") == []
    made(a__b__salesduty_toml="")
    assert names(folder, "a/b/roles") == ["a/b/salesduty.toml"]


def test_a_file_that_is_shared_counts_only_with_a_part_for_us(made: Callable) -> None:
    folder = made(roles__x_yaml="", pyproject_toml="[tool.ruff]\n# [tool.salesduty]\n")
    assert names(folder, "roles") == []
    made(pyproject_toml="[tool.ruff]\n" + PART)
    assert names(folder, "roles") == ["pyproject.toml"]
    made(salesduty_toml="")
    assert names(folder, "roles") == ["salesduty.toml"]


def test_every_tree_has_its_own(made: Callable) -> None:
    folder = made(a__roles__x_yaml="", a__salesduty_toml="", b__roles__x_yaml="", b__salesduty_toml="")
    assert names(folder, "a/roles", "b/roles", "a/roles/x.yaml") == ["a/salesduty.toml", "b/salesduty.toml"]
    assert names(folder, "nothing") == []


def test_what_a_file_names_stays_in_the_repository(made: Callable) -> None:
    folder = made(git__a__salesduty_toml="", git__rules_yaml="r", outside_yaml="secret")
    (folder / "git" / ".git").mkdir()
    found = around(folder / "git" / "a")
    assert found is not None
    assert (read_beside(found, "../rules.yaml").data, read_beside(found, "../rules.yaml").refused) == (b"r", "")
    assert read_beside(found, "../../outside.yaml").refused == "outside"
    assert read_beside(found, str(folder / "outside.yaml")).refused == "outside"
    assert read_beside(found, "none.yaml").refused == "missing"
    assert read_beside(found, "..").refused == "special"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_that_leads_out_is_not_followed(made: Callable) -> None:
    folder = made(git__salesduty_toml="", outside_yaml="secret", outside_toml="secret")
    (folder / "git" / ".git").mkdir()
    (folder / "git" / "rules.yaml").symlink_to(folder / "outside.yaml")
    found = around(folder / "git")
    assert found is not None
    assert (read_beside(found, "rules.yaml").refused, read_beside(found, "rules.yaml").data) == ("link", b"")
    (folder / "git" / "salesduty.toml").unlink()
    (folder / "git" / "salesduty.toml").symlink_to(folder / "outside.toml")
    found = around(folder / "git")
    assert found is not None
    assert (found.refused, found.data) == ("link", b"")


def test_a_file_that_is_named_is_read_whatever_it_is_called(made: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made(x__mine_toml="a", x__pyproject_toml=PART)
    monkeypatch.chdir(folder)
    assert (named("x/mine.toml").data, named("x/mine.toml").name, named("x/mine.toml").is_shared) == (b"a", "x/mine.toml", False)
    assert named("x/pyproject.toml").is_shared
    assert named("none.toml").refused == "missing"
