"""Each small workspace gives the findings, and is resolved into the departments and posts, that stand in its expected.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opened.workspaces import SETTINGS, SMALL, loaded, roles_of, small
from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run


@pytest.mark.parametrize("name", small())
def test_findings_and_posts(name: str, update_golden: bool) -> None:
    expected = SMALL / name / "expected.json"
    found = {"findings": _findings(name), "departments": _departments(name)}
    if update_golden:
        expected.write_text(_written(found), encoding="utf-8", newline="\n")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


def test_the_clean_workspace_is_clean() -> None:
    assert _findings("clean") == []


def test_every_folder_here_is_a_workspace_that_is_looked_at() -> None:
    folders = sorted(path.name for path in SMALL.iterdir() if path.is_dir() and path.name != "__pycache__")
    assert folders == small()
    assert len(folders) >= 10


def _findings(name: str) -> list[list[str | int]]:
    report = run(loaded(name), RULES, SETTINGS)
    return [
        [each.code, each.severity.name, _file(each.file, name), each.span.line, each.span.column, each.address, each.message.zh]
        for each in report.findings
    ]


def _departments(name: str) -> dict[str, list[str]]:
    """The posts of each department: address, and superiors as they are understood."""
    return {
        department.id: [
            " ← ".join((post.address, *(superior.address for superior in department.superiors(post))))
            for post in department.posts
        ]
        for department in loaded(name).departments
    }


def _file(file: str, name: str) -> str:
    return Path.cwd().joinpath(file).relative_to(roles_of(name)).as_posix()


def _written(found: dict[str, object]) -> str:
    """JSON with one finding or department a line, so that a diff reads well."""
    sections = []
    for title, entries in found.items():
        pairs = (
            entries.items() if isinstance(entries, dict) else ((None, entry) for entry in entries if isinstance(entries, list))
        )
        lines = [
            ("" if key is None else f"{json.dumps(key, ensure_ascii=False)}: ") + json.dumps(value, ensure_ascii=False)
            for key, value in pairs
        ]
        opening, closing = "{}" if isinstance(entries, dict) else "[]"
        inside = ",\n    ".join(lines)
        sections.append(f'  "{title}": {opening}' + (f"\n    {inside}\n  " if lines else "") + closing)
    return "{\n" + ",\n".join(sections) + "\n}\n"
