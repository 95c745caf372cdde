"""Linted in parts, in several processes or from memory, a tree gives what it gives as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from opened.workspaces import SMALL, small
from salesduty.disk.find import Tree, find
from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.rules.rule import Example, Rule
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit import workers
from salesduty.toolkit.branches import branches, lint_beside, seen, together
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import load_trees, read_file

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(today=date(2026, 11, 21))
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{n}")
    for rule in RULES
    for n, example in enumerate((*rule.good, *rule.bad), 1)
    if isinstance(example.files, Mapping)
]


@pytest.fixture(autouse=True)
def _own_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_every_example_of_several_files(rule: Rule, example: Example, tmp_path: Path) -> None:
    for name, text in dict(example.files).items():  # type: ignore[arg-type]
        path = tmp_path / "roles" / name.removeprefix("roles/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert _in_parts(_tree()) in (None, _whole(_tree()))


@pytest.mark.parametrize("name", small())
def test_every_small_workspace(name: str) -> None:
    assert _in_parts(_tree(SMALL / name)) in (None, _whole(_tree(SMALL / name)))


def test_the_worked_examples() -> None:
    report = _in_parts(_tree(ROOT / "roles"))
    assert report == _whole(_tree(ROOT / "roles"))
    assert report is not None
    assert report.departments == 6


def test_neighbours_that_know_each_other(tmp_path: Path) -> None:
    """References, reporting lines, ids and a broken file across departments, each of which alone looks otherwise."""
    _write(tmp_path, NEIGHBOURS)
    report = _whole(_tree())
    assert {finding.code for finding in report.findings} >= {"STR020", "REF001", "ORG001"}
    assert _in_parts(_tree()) == report


def test_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, NEIGHBOURS)
    monkeypatch.setattr(workers, "_WORTH_A_FORK", 1)
    monkeypatch.setattr(workers, "_WORTH_A_START", 1)
    seen_shares: list[int] = []
    usual = workers.lint_groups

    def counted(shares: list[Mapping[str, object]], *rest: object) -> object:
        seen_shares.append(len(shares))
        return usual(shares, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("salesduty.toolkit.parts.lint_groups", counted)
    report = _whole(_tree())
    in_processes = lint(["roles"], settings=SETTINGS, workers=3)
    assert (in_processes, in_processes.scope) == (report, report.scope)
    assert seen_shares == [3]


def test_a_process_that_is_lost_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, NEIGHBOURS)
    monkeypatch.setattr(workers, "_WORTH_A_FORK", 1)
    monkeypatch.setattr(workers, "_WORTH_A_START", 1)
    monkeypatch.setattr(workers, "_work", _nothing)
    assert lint(["roles"], settings=SETTINGS, workers=3) == _whole(_tree())


def _nothing(*_: object) -> None:
    return


NEIGHBOURS = {
    "a/department.yaml": "department: {id: sales, name: 销售部, company: 甲, headcount: 3, outside: [总经理]}\n",
    "a/post.yaml": "posts:\n"
    "  - {id: head, name: 销售经理, level: manager, reports_to: [service/lead], duties: [每周一分解指标]}\n"
    "  - {id: rep, name: 销售代表, reports_to: [head, 客服经里], duties: [{text: 当天移交, to: 客服主管}]}\n",
    "b/department.yaml": "# 第一行\ndepartment: {id: service, name: 客服部, company: 甲}\n",
    "b/post.yaml": "post: {id: lead, name: 客服主管, level: supervisor, reports_to: sales/head, duties: [每天回访]}\n",
    "c/department.yaml": "\ndepartment: {id: sales, name: 销售二部, company: 乙}\n",
    "c/post.yaml": "post: {id: one, name: 专员, status: retired, reports_to: 已撤岗位, duties: [每天回访]}\n",
    "c/broken.yaml": "post: {name: 已撤岗位\n",
    "words.yaml": "aliases: [{name: 财务部, aliases: [财务]}]\n",
}


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / "roles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _tree(path: Path | str = "roles") -> Tree:
    (tree,) = find([path])
    return tree


def _whole(tree: Tree) -> Report:
    return run(load_trees([tree]), RULES, SETTINGS)


def _in_parts(tree: Tree) -> Report | None:
    """Each branch on its own beside the outlines of the others; None where a department is declared around them all."""
    files = branches(tree)
    read = {name: [read_file(found) for found in several] for name, several in files.items()}
    if any(file.document.department is not None for file in read.get("", ())):
        return None
    reports = []
    for name, several in read.items():
        others = [
            seen(found, file) for other in files if other != name for found, file in zip(files[other], read[other], strict=True)
        ]
        reports.append(lint_beside(several, others, tree.root.name, SETTINGS)[name])
    return together(reports)
