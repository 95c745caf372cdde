"""What a change has caused, wherever it stands, and what stands on the lines that it touched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salesduty.disk import git
from salesduty.disk.git import NoHistory
from salesduty.settings.settings import Settings
from salesduty.toolkit.check import check
from salesduty.toolkit.lint import lint

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")

SETTINGS = Settings(today=date(2026, 11, 21))
HEAD = 'department: {id: sales, name: 销售部, outside: [总经理], version: "1", effective: 2026-01-01, approved_by: 总经理}\n'
REP = "post:\n  id: rep\n  name: 销售代表\n  reports_to: head\n  duties:\n    - {text: 每周拜访客户, to: 甲}\n    - {text: 每月对账, to: 乙}\n"
CHIEF = "post: {id: head, name: 销售经理, reports_to: 丙, duties: [审批合同]}\n"
FOLDER = "公司/roles/销售 部"


class Repository:
    """A repository to make changes in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self("init", "-q", "-b", "main")

    def __call__(self, *args: str) -> str:
        name = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
        done = subprocess.run(["git", "-C", str(self.path), *name, *args], capture_output=True, check=True, text=True)
        return done.stdout.strip()

    def put(self, name: str, text: str | bytes) -> None:
        path = self.path / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, message: str = "x") -> str:
        self("add", "-A")
        self("commit", "-q", "--allow-empty", "-m", message)
        return self("rev-parse", "HEAD")

    def new(self, since: str = "HEAD", *paths: str) -> list[str]:
        report = lint([self.path / each for each in paths or ("公司/roles",)], settings=SETTINGS, since=since)
        return [str(each.evidence.get("ref", each.code)) for each in report.findings]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    made = Repository(tmp_path)
    for name, text in {"department.yaml": HEAD, "rep.yaml": REP, "经理.yaml": CHIEF}.items():
        made.put(name, text)
    made.commit()
    return made


def test_nothing_has_changed(repository: Repository) -> None:
    assert repository.new() == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda it: it.put("rep.yaml", REP + "    - {text: 写信, to: 丁}\n"), ["丁"]),
        (lambda it: it.put("rep.yaml", REP.replace("duties:\n", "duties:\n    - 每天写日志\n")), []),
        (lambda it: it.put("rep.yaml", REP.replace("每周拜访客户", "每周拜访 5 家客户")), ["甲"]),
        (lambda it: it.put("rep.yaml", REP.replace("甲", "丁")), ["丁"]),
        (lambda it: it.put("经理.yaml", CHIEF.replace("审批合同", "审批采购合同")), ["丙"]),
        (lambda it: it.put("rep.yaml", "# 说明\n\n" + REP), []),
        (lambda it: it.put("rep.yaml", REP.replace("\n", "\r\n")), []),
        (lambda it: it.put("新.yaml", "post: {id: new, name: 新岗, reports_to: 戊, duties: [写信]}\n"), ["戊"]),
        (lambda it: (it.path / FOLDER / "经理.yaml").unlink(), ["head"]),
        (lambda it: (it.path / FOLDER / "rep.yaml").rename(it.path / FOLDER / "代表.yaml"), []),
        (lambda it: it.put("department.yaml", HEAD.replace("总经理]", "甲]")), ["总经理"]),
        (lambda it: it.put("readme.md", "# 说明"), []),
    ],
    ids=[
        "added",
        "inserted",
        "reworded",
        "changed",
        "touched",
        "moved",
        "line ends",
        "untracked",
        "caused",
        "renamed",
        "outside",
        "else",
    ],
)
def test_a_change(repository: Repository, change: Callable[[Repository], object], expected: list[str]) -> None:
    if "总经理" in expected:
        repository.put("a.yaml", "post: {id: a, name: 助理, reports_to: 总经理, duties: [写信]}\n")
        repository.commit()
    change(repository)

    assert repository.new() == expected
    repository.commit()
    assert repository.new("HEAD~1") == expected


def test_what_others_have_added_meanwhile_is_not_new(repository: Repository) -> None:
    repository("branch", "work")
    repository.put("rep.yaml", REP.replace("甲", "总经理"))
    repository.commit("mended on main")
    repository("checkout", "-q", "work")
    repository.put("b.yaml", "post: {id: b, name: 助理, reports_to: 戊, duties: [写信]}\n")
    repository.commit()

    assert repository.new("main") == ["戊"]


def test_only_what_was_asked_for(repository: Repository) -> None:
    (repository.path / FOLDER / "经理.yaml").unlink()

    assert repository.new("HEAD", f"{FOLDER}/department.yaml") == []
    assert repository.new("HEAD", f"{FOLDER}/rep.yaml") == ["head"]


def test_a_comment_taken_away_brings_its_finding_back(repository: Repository) -> None:
    repository.put("经理.yaml", CHIEF.replace("\n", "  # salesduty: ignore[REF001] 下月到岗\n"))
    repository.commit()
    repository.put("经理.yaml", CHIEF)

    assert repository.new() == ["丙"]


def test_a_new_folder_and_a_tree_that_was_not_there(repository: Repository) -> None:
    first = repository("rev-parse", "HEAD")
    repository.put("../../../other/roles/a.yaml", HEAD + CHIEF)

    assert repository.new(first, "公司/roles", "other/roles") == ["丙"]


def test_a_linked_worktree(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> None:
    beside = tmp_path_factory.mktemp("worktree") / "w"
    repository("worktree", "add", "-q", str(beside))
    other = Repository.__new__(Repository)
    other.path = beside
    other.put("rep.yaml", REP.replace("甲", "丁"))

    assert other.new() == ["丁"]


def test_a_repository_within_it_is_left_as_it_is(repository: Repository) -> None:
    inner = repository.path / FOLDER / "inner"
    inner.mkdir()
    nested = Repository.__new__(Repository)
    nested.path = inner
    nested("init", "-q")
    (inner / "a.yaml").write_text("post: {id: z, name: 助理, reports_to: 戊, duties: [写信]}\n", encoding="utf-8")
    nested("add", "-A")
    nested("commit", "-q", "-m", "x")
    repository("-c", "advice.addEmbeddedRepo=false", "add", "-A")
    repository("commit", "-q", "-m", "y")
    repository.put("rep.yaml", REP.replace("甲", "丁"))

    assert repository.new() == ["丁"]


def test_inside_a_hook(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    repository.put("rep.yaml", REP.replace("甲", "丁"))

    assert repository.new() == ["丁"]


def test_check_tells_the_new_ones_too(repository: Repository) -> None:
    roles = repository.path / "公司/roles"
    old = {each.fingerprint for each in check(roles, settings=SETTINGS).report.findings}
    repository.put("department.yaml", HEAD.replace("outside", "functions: [市场开拓], outside"))
    found = check(roles, settings=SETTINGS, since="HEAD")

    assert old
    assert [each.code for each in found.report.findings if each.code.startswith("GAP00")] == ["GAP001"]
    assert not old & {each.fingerprint for each in found.report.findings}
    assert len(found.charts) == 1


@pytest.mark.parametrize("revision", ["nope", "--output=x", "-h", "", "HEAD\n", "HEAD:", "main..HEAD", "HEAD~99", "$(touch x)"])
def test_no_such_revision(repository: Repository, revision: str) -> None:
    before = sorted(repository.path.rglob("*"))
    with pytest.raises(NoHistory) as error:
        repository.new(revision)

    assert (error.value.reason, error.value.near) == ("unknown", "")
    assert sorted(repository.path.rglob("*")) == before


def test_a_branch_that_is_known_from_elsewhere_is_named(repository: Repository) -> None:
    repository("update-ref", "refs/remotes/origin/base", "HEAD")
    with pytest.raises(NoHistory) as error:
        repository.new("base")

    assert error.value.near == "origin/base"
    assert repository.new("origin/base") == []


def test_a_clone_without_history(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> None:
    first = repository("rev-parse", "HEAD")
    repository.commit()
    clone = Repository.__new__(Repository)
    clone.path = tmp_path_factory.mktemp("clone") / "c"
    repository("clone", "-q", "--depth", "1", repository.path.as_uri(), str(clone.path))
    for revision in (first, "HEAD~1"):
        with pytest.raises(NoHistory) as error:
            clone.new(revision)
        assert error.value.reason == "shallow"
    assert clone.new("HEAD") == []


def test_no_repository_no_git_and_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "a.yaml").write_text(HEAD, encoding="utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    reasons = []
    for source in (tmp_path / "roles", {"a.yaml": HEAD}):
        with pytest.raises(NoHistory) as error:
            lint(source, since="HEAD")
        reasons.append(error.value.reason)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoHistory) as error:
        lint(tmp_path / "roles", since="HEAD")

    assert [*reasons, error.value.reason] == ["no-repository", "no-repository", "no-git"]


def test_git_of_the_working_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = tmp_path / "git"
    planted.write_text("#!/bin/sh\ntouch planted\n")
    planted.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "")))

    with pytest.raises(NoHistory, match="no-git"):
        git.base(tmp_path, "HEAD")
    assert not (tmp_path / "planted").exists()


def test_git_that_does_not_answer(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 1)

    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(NoHistory) as error:
        git.base(repository.path, "HEAD")
    assert error.value.reason == "slow"


def test_what_git_stores_is_known_by_its_bytes() -> None:
    stored = git.Stored("45b983be36b73c0788dc9cbcb76cbb80fc7bb057", 3, plain=True)

    assert [git.is_stored(data, stored) for data in (b"hi\n", b"hi\r\n", b"hi", b"ho\n")] == [True, True, False, False]


def test_a_repository_of_longer_names(tmp_path: Path) -> None:
    if subprocess.run(["git", "init", "-q", "--object-format=sha256", str(tmp_path)], capture_output=True).returncode:
        pytest.skip("an older git")
    made = Repository(tmp_path)
    made.put("department.yaml", HEAD + CHIEF)
    made.commit()
    made.put("department.yaml", HEAD + CHIEF.replace("丙", "丁"))

    assert made.new() == ["丁"]
