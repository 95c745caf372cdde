"""The hooks, run by the real pre-commit on a commit in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNREACHABLE = ("No matching distribution found", "Could not find a version", "Connection", "timed out", "Temporary failure")
CLEAN = """\
department:
  {id: sales, name: 销售部, version: "1.0", effective: 2026-01-01, approved_by: 总经理, outside: [总经理], profile: general}
"""
POSTS = """\
posts:
  - {id: head, name: 销售经理, level: manager, reports_to: 总经理, headcount: 1, duties: [每月 5 日前把部门指标分解到人]}
  - {id: rep, name: 销售代表, level: staff, reports_to: 销售经理, headcount: 2, duties: [每周拜访五家客户]}
"""


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    own = {"PRE_COMMIT_HOME": str(folder.parent / "home"), "SALESDUTY_LANG": "zh", "PYTHONIOENCODING": "utf-8"}
    person = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "test") | dict.fromkeys(
        ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "test@example.com"
    )
    steering = ("GIT_", "COV_", "COVERAGE", "PYTEST", "PYTHON", "PRE_COMMIT", "SALESDUTY")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(steering)}
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, **person, **own, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=600,
        check=False,
    )


def committed(folder: Path, message: str = "x") -> subprocess.CompletedProcess[str]:
    run(folder, "git", "add", "-A")
    return run(folder, "git", "commit", "-m", message)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a clean department, whose commits go through the hooks of this project."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout: there is no list of the files that belong to the project")
    project, roles = tmp_path / "project", tmp_path / "roles-repository"
    for name in _belonging():
        target = project / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    run(project, "git", "init", "-q")
    assert committed(project).returncode == 0
    (roles / "roles" / "sales").mkdir(parents=True)
    run(roles, "git", "init", "-q")
    (roles / "roles" / "sales" / "department.yaml").write_text(CLEAN, encoding="utf-8")
    (roles / "roles" / "sales" / "posts.yaml").write_text(POSTS, encoding="utf-8")
    revision = run(project, "git", "rev-parse", "HEAD").stdout.strip()
    (roles / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {project.as_posix()}\n    rev: {revision}\n    hooks: [{{id: salesduty-lint}}]\n", encoding="utf-8"
    )
    installed = run(roles, sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    said = installed.stdout + installed.stderr
    if installed.returncode != 0 and any(words in said for words in UNREACHABLE):
        pytest.skip("no package index can be reached, and pre-commit installs the hook from one")
    assert installed.returncode == 0, said
    return roles


def _belonging() -> list[str]:
    """The files of the project, those included that are not committed yet."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    return [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def test_commits_go_through_the_hooks(repository: Path) -> None:
    # One test, because the hook is installed for it from the package index, which takes its time.
    a_clean_commit_passes_and_a_wrong_one_is_stopped(repository)
    what_is_no_role_file_is_left_alone(repository)
    check_looks_at_all_roles_whatever_is_committed(repository)


def a_clean_commit_passes_and_a_wrong_one_is_stopped(repository: Path) -> None:
    first = committed(repository, "clean")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "salesduty lint" in first.stdout + first.stderr

    posts = repository / "roles" / "sales" / "posts.yaml"
    posts.write_text(POSTS.replace("reports_to: 销售经理", "reports_to: 销售经里"), encoding="utf-8")
    stopped = committed(repository, "wrong")
    said = stopped.stdout + stopped.stderr
    assert stopped.returncode == 1
    assert "roles/sales/posts.yaml:3:" in said
    assert "找不到“销售经里”，是不是“销售经理”？" in said
    assert run(repository, "git", "log", "--format=%s").stdout == "clean\n"

    posts.write_text(POSTS + "# 改好了\n", encoding="utf-8")
    assert committed(repository, "mended").returncode == 0


def what_is_no_role_file_is_left_alone(repository: Path) -> None:
    (repository / "other.yaml").write_text("post: [\n", encoding="utf-8")

    ran = run(repository, sys.executable, "-m", "pre_commit", "run", "--files", "other.yaml")

    assert ran.returncode == 0, ran.stdout
    assert "no files to check" in ran.stdout


def check_looks_at_all_roles_whatever_is_committed(repository: Path) -> None:
    config = repository / ".pre-commit-config.yaml"
    before = config.read_text(encoding="utf-8")
    config.write_text(
        before.replace("[{id: salesduty-lint}]", "[{id: salesduty-check, args: [roles, --format, concise]}]"), encoding="utf-8"
    )
    department = repository / "roles" / "sales" / "department.yaml"
    department.write_text(CLEAN.replace("outside", "functions: [{id: complaint, name: 客户投诉}], outside"), encoding="utf-8")

    ran = run(repository, sys.executable, "-m", "pre_commit", "run", "--files", "roles/sales/posts.yaml")

    config.write_text(before, encoding="utf-8")
    assert ran.returncode == 1
    assert "roles/sales/department.yaml:2:" in ran.stdout
    assert "warning GAP001 " in ran.stdout
