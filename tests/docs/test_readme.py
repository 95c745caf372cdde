"""What the READMEs show is what happens."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from opened import pdf
from salesduty import lint, render

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
LANGUAGE = {"README.md": "en", "README.zh-CN.md": "zh"}

MISTYPED = """\
部门: {部门名称: 销售部, 版本: "1.0", 生效日期: 2026-01-01, 批准人: 总经理, 外部对象: [总经理]}
岗位清单:
  - 岗位名称: 销售经理
    直接上级: 总经理
    岗位职责:
      - 每月 5 日前把部门指标分解到人
      - 1 个工作日内审批 50 万元以下的合同
  - 岗位名称: 销售代表
    直接上级: 销售经里
    岗位职责: [每周拜访五家客户]
"""


def blocks(readme: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(readme: str) -> list[str]:
    return [line for block in blocks(readme, "sh") for line in block.splitlines() if line]


def set_up(readme: str) -> list[str]:
    return [line for line in commands(readme) if line.startswith("python3 -m venv")]


@pytest.mark.parametrize("readme", READMES)
def test_the_role_of_ten_lines_has_ten_lines_and_is_clean(readme: str) -> None:
    (text,) = blocks(readme, "yaml")

    report = lint({"sales.yaml": text})

    assert len(text.splitlines()) == 10
    assert [finding.message.zh for finding in report.findings] == []
    assert (report.departments, report.posts) == (1, 2)


@pytest.mark.parametrize("readme", READMES)
def test_the_output_shown_is_what_lint_prints(readme: str, tmp_path: Path) -> None:
    (shown,) = blocks(readme, "text")
    command, wanted = shown.split("\n", 1)
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "sales.yaml").write_text(MISTYPED, encoding="utf-8")

    ran = _salesduty(command.removeprefix("$ salesduty ").split(), tmp_path, readme)

    assert ran.stdout == wanted
    assert ran.returncode == 1


def test_every_command_shown_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "roles", tmp_path / "roles")
    posts = render(tmp_path / "roles" / "real-estate", document="post", format="docx")
    (tmp_path / "岗位职责.docx").write_bytes(posts[0].data)
    shown: dict[str, str] = {}
    for readme in READMES:
        shown |= {line: readme for line in commands(readme) if line.startswith("salesduty ") and line not in shown}

    # What is imported has findings of its own.
    last = sorted(shown, key=lambda line: line.startswith("salesduty import "))
    ran = {line: _salesduty(shlex.split(line)[1:], tmp_path, shown[line]).returncode for line in last}

    # What breaks while somebody is away is a finding; without a Chinese font there is no PDF, and that is said.
    wanted = {line: int(line.startswith("salesduty absent ")) for line in shown}
    assert ran == {line: 2 if line.endswith(" pdf") and not pdf.CHINESE_FONT else code for line, code in wanted.items()}
    assert min(Counter(shown.values()).values()) >= 2
    assert len({path.parent for path in tmp_path.glob("dist/*/*.docx")}) >= 6
    assert len(list(tmp_path.glob("site/*/*.html"))) == 6
    assert (tmp_path / "site" / "index.html").is_file()
    assert len(list((tmp_path / "roles" / "acme").rglob("posts/*.yaml"))) == 1
    assert {path.name for path in tmp_path.glob("dist/check.html")} | {path.name for path in tmp_path.glob("*.*")} >= {
        "check.html",
        "职责覆盖.xlsx",
        "coverage.json",
    }


def test_the_words_shown_are_understood() -> None:
    (text,) = re.findall(
        r"^```yaml\n(.*?)^```$", (ROOT / "docs" / "check.zh-CN.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )

    assert [finding.message.zh for finding in lint({"words.yaml": text}).findings] == []


def test_the_python_shown_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = blocks("README.md", "python")
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"text": "department: {name: 销售部}"}

    exec(compile(code, "README.md", "exec"), names)

    assert len(names["handbooks"]) == 6  # type: ignore[arg-type]
    assert "销售代表" in names["posts"]  # type: ignore[operator]


def test_both_readmes_and_ci_run_the_same_commands() -> None:
    english, chinese = set_up("README.md"), set_up("README.zh-CN.md")

    assert english == chinese
    assert len(english) == 2
    assert english[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert english[1] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(os.name == "nt", reason="the command shown is for a POSIX shell")
def test_the_first_command_works_in_a_fresh_clone(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no list of the files that belong to the project")
    for name in _tracked():
        target = tmp_path / "clone" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("COV_", "COVERAGE", "PYTEST", "PYTHON"))
    }

    ran = subprocess.run(
        ["sh", "-c", set_up("README.md")[0]],
        cwd=tmp_path / "clone",
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert len(list((tmp_path / "clone").glob("dist/*/*.docx"))) == 6
    elsewhere = tmp_path / "elsewhere" / "some"
    shutil.copytree(ROOT / "roles" / "general", elsewhere / "roles" / "general")
    installed = tmp_path / "clone" / ".venv" / "bin" / "salesduty"
    for arguments in (["lint", "some/roles"], ["render", "some/roles", "--format", "md"]):
        again = subprocess.run(
            [installed, *arguments],
            cwd=elsewhere.parent,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert again.returncode == 0, again.stdout + again.stderr


def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def _salesduty(arguments: list[str], folder: Path, readme: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SALESDUTY_LANG": LANGUAGE[readme], "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-m", "salesduty", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
