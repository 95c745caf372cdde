"""The action, the hooks and the snippets of docs/ci: they parse, keep to their schemas, and what they call works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from salesduty.cli.commands import COMMANDS
from salesduty.cli.formats import NAMES

ROOT = Path(__file__).parents[2]
DOCS = ("ci.md", "ci.zh-CN.md")
POSIX = pytest.mark.skipif(os.name != "posix", reason="the steps are run by a POSIX shell here")


def snippets() -> Mapping[str, str]:
    """The YAML of docs/ci.zh-CN.md by the file that it says it is."""
    text = (ROOT / "docs" / "ci.zh-CN.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n# ([^\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return dict(blocks)


def texts(value: object) -> Iterator[str]:
    """Every text within YAML values."""
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(item)


def commands(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("salesduty ")]


def shown_commands() -> list[str]:
    """Every call of salesduty in a snippet or a shell block of the pages."""
    found = [line for snippet in snippets().values() for value in texts(yaml.safe_load(snippet)) for line in commands(value)]
    for name in DOCS:
        page = (ROOT / "docs" / name).read_text(encoding="utf-8")
        found += [line for block in re.findall(r"^```sh\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) for line in commands(block)]
    return sorted(set(found))


def validated(schema: str, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_snippets_are_those_of_six_places() -> None:
    assert list(snippets()) == [
        ".pre-commit-config.yaml",
        ".github/workflows/roles.yml",
        ".gitlab-ci.yml",
        ".workflow/roles.yml",
        "流水线的 YAML 编排",
        ".cnb.yml",
    ]
    assert all(isinstance(yaml.safe_load(snippet), dict) for snippet in snippets().values())


@pytest.mark.parametrize(
    ("name", "schema"), [(".github/workflows/roles.yml", "vendor.github-workflows"), (".gitlab-ci.yml", "vendor.gitlab-ci")]
)
def test_a_snippet_keeps_to_the_published_schema(name: str, schema: str, tmp_path: Path) -> None:
    path = tmp_path / "snippet.yml"
    path.write_text(snippets()[name], encoding="utf-8")
    ran = validated(schema, path)
    assert ran.returncode == 0, ran.stdout + ran.stderr

    path.write_text(snippets()[name].replace("runs-on:", "runs_on:").replace("script:", "skript:"), encoding="utf-8")
    assert validated(schema, path).returncode == 1


def test_the_action_keeps_to_the_published_schema(tmp_path: Path) -> None:
    ran = validated("vendor.github-actions", ROOT / "action.yml")
    assert ran.returncode == 0, ran.stdout + ran.stderr

    (tmp_path / "action.yml").write_text((ROOT / "action.yml").read_text(encoding="utf-8").replace("shell: bash", "shel: bash"))
    assert validated("vendor.github-actions", tmp_path / "action.yml").returncode == 1


def test_the_workflow_of_the_project_keeps_to_the_published_schema() -> None:
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        ran = validated("vendor.github-workflows", path)
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_command_shown_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "roles", tmp_path / "roles")

    ran = {line: salesduty(line.split()[1:], tmp_path).returncode for line in shown_commands()}

    assert ran == dict.fromkeys(shown_commands(), 0)
    assert len(ran) >= 5
    written = {path.name for path in tmp_path.rglob("*") if path.is_file() and "roles" not in path.parts[-4:-1]}
    assert written >= {"gl-code-quality-report.json", "salesduty.xml", "salesduty.sarif", "salesduty.rdjsonl", "salesduty.md"}


def test_both_pages_name_every_form() -> None:
    for name in DOCS:
        rows = re.findall(r"^\| (`.*?) \|", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.MULTILINE)
        assert re.findall(r"`(\w+)`", "".join(rows)) == list(NAMES)


def test_every_hook_runs_a_command_that_there_is() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    known = {command.name for command in COMMANDS}

    assert [hook["id"] for hook in hooks] == [hook["entry"].replace(" ", "-") for hook in hooks]
    assert {hook["entry"].split()[1] for hook in hooks} <= known
    shown = yaml.safe_load(snippets()[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    assert {hook["id"] for hook in shown} <= {hook["id"] for hook in hooks}


# --- The action


def action() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return found


def test_no_input_is_put_into_a_script() -> None:
    for step in action()["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", "a@" + "0" * 40))


def test_what_the_pages_hand_to_the_action_are_inputs_of_it() -> None:
    jobs = yaml.safe_load(snippets()[".github/workflows/roles.yml"])["jobs"]
    used = [step["with"] for step in jobs["roles"]["steps"] if step["uses"].startswith("your-org/salesduty@")]

    assert len(used) == 2
    assert {name for given in used for name in given} <= set(action()["inputs"])


@pytest.fixture
def run_action(tmp_path: Path) -> Any:
    """Run the last step of the action with these inputs, with a salesduty that is the one under test."""
    installed = tmp_path / "runner" / "salesduty" / "bin" / "salesduty"
    installed.parent.mkdir(parents=True)
    installed.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m salesduty "$@"\n', encoding="utf-8")
    installed.chmod(0o755)
    (tmp_path / "work").mkdir()

    def ran(**inputs: str) -> subprocess.CompletedProcess[str]:
        given = {name: value.get("default", "") for name, value in action()["inputs"].items()} | inputs
        step = action()["runs"]["steps"][-1]
        filled = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
            for name, value in step["env"].items()
        }
        return subprocess.run(
            ["bash", "-c", step["run"]],
            cwd=tmp_path / "work",
            env={**os.environ, **filled, "RUNNER_TEMP": str(tmp_path / "runner"), "SALESDUTY_LANG": "en"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return ran


@POSIX
def test_the_action_annotates_and_writes_sarif(run_action: Any, tmp_path: Path) -> None:
    roles = tmp_path / "work" / "销售 部"
    roles.mkdir()
    (roles / "a.yaml").write_text(
        "department: {name: 销售部, outside: [总经理]}\npost: {name: 代表, reports_to: 无此人}\n", encoding="utf-8"
    )

    ran = run_action(paths="销售 部\r\n\n销售 部/a.yaml", args="--fail-on error --show error", **{"sarif-file": "out/s.sarif"})

    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("::error file=销售 部/a.yaml,line=2,")
    assert (tmp_path / "work" / "out" / "s.sarif").is_file()
    assert run_action(command="check", paths="销售 部", format="concise").stdout.startswith("销售 部/a.yaml:2:")


@POSIX
@pytest.mark.parametrize(
    "inputs",
    [
        {"command": "lint; touch planted"},
        {"command": "render"},
        {"paths": "$(touch planted)"},
        {"paths": "`touch planted`"},
        {"paths": "--output=planted"},
        {"args": "; touch planted"},
        {"args": "$(touch planted)"},
        {"args": "*"},
        {"sarif-file": "a; touch planted"},
        {"format": "text'; touch planted; '"},
    ],
)
def test_an_input_is_never_run(run_action: Any, tmp_path: Path, inputs: dict[str, str]) -> None:
    ran = run_action(**inputs)

    assert ran.returncode == 2, ran.stdout + ran.stderr
    assert not (tmp_path / "work" / "planted").exists()


def salesduty(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "salesduty", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
