"""What lint remembers is what it would find again, and it never remembers what has changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salesduty.disk import cache
from salesduty.results.finding import Report
from salesduty.rules.catalogue import RULES
from salesduty.settings.settings import Settings
from salesduty.toolkit.lint import lint

SETTINGS = Settings(today=date(2026, 11, 21))
HEAD = 'department: {{id: {0}, name: {0}部, version: "1", effective: 2026-01-01, approved_by: 总经理, outside: [总经理]}}\n'
POST = "post: {{id: rep, name: {0}, reports_to: 总经理, duties: [每周拜访五家客户]}}\n"
LONG_AGO = 1_000_000_000
FEW = tuple(rule for rule in RULES if rule.code in ("STR020", "STR023", "REF001"))
"""What these tests plant, so that new rules do not change what they expect."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree of three departments that nobody has touched for years, and an empty cache."""
    monkeypatch.setenv("SALESDUTY_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("salesduty.toolkit.linted.RULES", FEW)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("east", "south", "west"):
        wrote(f"roles/{name}/department.yaml", HEAD.format(name))
        wrote(f"roles/{name}/rep.yaml", POST.format("代表"))
    return tmp_path


def wrote(name: str, text: str, when: int = LONG_AGO) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (when, when))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """The files that were parsed since the last question."""
    from salesduty.toolkit import load

    parsed: list[str] = []
    usual = load._file

    def noting(name: str, *rest: object, **more: object) -> object:
        parsed.append(name)
        return usual(name, *rest, **more)  # type: ignore[arg-type]

    def since() -> list[str]:
        found = sorted(set(parsed))
        parsed.clear()
        return found

    monkeypatch.setattr(load, "_file", noting)
    return since


def found(*paths: str, settings: Settings = SETTINGS) -> list[str]:
    return said(lint(paths or ("roles",), settings=settings, remember=True))


def said(report: Report) -> list[str]:
    return [f"{each.code} {each.file}:{each.span.line}" for each in report.findings]


def test_the_second_time_nothing_is_parsed(reads: Callable[[], list[str]]) -> None:
    wrote("roles/east/rep.yaml", POST.format("代表").replace("总经理", "总精理"))
    first = lint(["roles"], settings=SETTINGS, remember=True)
    assert len(reads()) == 6
    assert lint(["roles"], settings=SETTINGS, remember=True) == first
    assert reads() == []
    assert said(first) == ["REF001 roles/east/rep.yaml:1"]


def test_a_change_reads_its_own_branch(reads: Callable[[], list[str]]) -> None:
    assert found() == []
    reads()
    wrote("roles/south/rep.yaml", POST.format("代表").replace("每周拜访五家客户", "{text: 每周对账, to: 财务部}"))
    assert found() == ["REF001 roles/south/rep.yaml:1"]
    assert reads() == ["roles/south/department.yaml", "roles/south/rep.yaml"]
    assert found() == ["REF001 roles/south/rep.yaml:1"]
    assert reads() == []


def test_a_change_that_others_see_reads_all(reads: Callable[[], list[str]]) -> None:
    wrote("roles/east/rep.yaml", POST.format("代表").replace("总经理", "south/rep"))
    assert found() == []
    reads()
    wrote("roles/south/rep.yaml", POST.format("代表").replace("id: rep", "id: other"))
    assert found() == ["REF001 roles/east/rep.yaml:1"]
    assert len(reads()) == 6


def test_a_file_added_and_one_taken_away() -> None:
    assert found() == []
    wrote("roles/east/more.yaml", "post: {name: 主管, reports_to: 谁, duties: [每天回访]}\n")
    assert found() == ["REF001 roles/east/more.yaml:1"]
    Path("roles/east/more.yaml").unlink()
    assert found() == []
    wrote("roles/north/rep.yaml", "post: {name: 主管, reports_to: 谁, duties: [每天回访]}\n")
    assert [each for each in found() if each.startswith("REF")] == ["REF001 roles/north/rep.yaml:1"]


def test_a_file_taken_away_while_another_branch_changes() -> None:
    wrote("roles/east/more.yaml", "post: {name: 主管, reports_to: 谁, duties: [每天回访]}\n")
    wrote("roles/north/department.yaml", HEAD.format("north"))
    wrote("roles/mid/department.yaml", HEAD.format("mid"))
    assert found() == ["REF001 roles/east/more.yaml:1"]
    Path("roles/east/more.yaml").unlink()
    wrote("roles/west/department.yaml", "# 说明\n" + HEAD.format("west"))
    assert found() == []


def test_a_related_line_that_moves_elsewhere() -> None:
    wrote("roles/east/department.yaml", HEAD.format("south"))
    first = lint(["roles"], settings=SETTINGS, remember=True)
    wrote("roles/east/department.yaml", "# 说明\n" + HEAD.format("south"))
    again = lint(["roles"], settings=SETTINGS, remember=True)
    assert [each.related[0].span.line for each in first.findings if each.code == "STR020"] == [1]
    assert [each.related[0].span.line for each in again.findings if each.code == "STR020"] == [2]
    assert again == lint(["roles"], settings=SETTINGS)


def test_the_same_bytes_with_another_time_are_no_change(reads: Callable[[], list[str]]) -> None:
    assert found() == []
    reads()
    os.utime("roles/east/rep.yaml", (LONG_AGO + 5, LONG_AGO + 5))
    assert found() == []
    assert reads() == []


def test_a_change_within_the_grain_of_the_clock_is_seen() -> None:
    """The same size and, as far as the clock tells, the same time: written in the moment in which it was read."""
    assert found() == []
    before = Path("roles/east/rep.yaml").stat()
    text = POST.format("代表").replace("总经理", "总精理")
    Path("roles/east/rep.yaml").write_text(text, encoding="utf-8")
    os.utime("roles/east/rep.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Path("roles/east/rep.yaml").stat().st_size == before.st_size
    assert found() == ["REF001 roles/east/rep.yaml:1"]


def test_other_settings_paths_and_rules_are_other_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    wrote("roles/east/department.yaml", HEAD.format("east").replace("outside", "review_by: 2026-12-01, outside"))
    assert found() == []
    assert found(settings=Settings(today=date(2026, 12, 2))) == ["STR023 roles/east/department.yaml:1"]
    assert found("roles/south", settings=Settings(today=date(2026, 12, 2))) == []
    assert found() == []
    kept = len(list(Path("cache").iterdir()))
    monkeypatch.setattr("salesduty.toolkit.memory.stamp_of_rules", lambda: "another")
    assert found() == []
    assert len(list(Path("cache").iterdir())) == kept, "what an older salesduty found is replaced, not kept beside"


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 100, b"x" * 64 + b"{}"])
def test_a_damaged_memory_is_forgotten_and_made_anew(damage: bytes, reads: Callable[[], list[str]]) -> None:
    assert found() == []
    for path in Path("cache").iterdir():
        path.write_bytes(damage)
    reads()
    assert found() == []
    assert len(reads()) == 6
    assert found() == []
    assert reads() == []


@pytest.mark.parametrize("missing", ["report", "digest", "fresh", "files", "branches", "taken"])
def test_a_memory_that_lacks_something_is_no_memory(missing: str) -> None:
    wrote("roles/east/rep.yaml", POST.format("代表").replace("总经理", "总精理"))
    first = found()
    for path in Path("cache").iterdir():
        values = json.loads(cache.fetch(path.name) or b"{}")
        values.pop(missing, None)
        cache.keep(path.name, json.dumps(values).encode())
    assert found() == first
    wrote("roles/east/rep.yaml", POST.format("代表"))
    assert found() == []


def test_where_nothing_can_be_kept_all_is_found_all_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SALESDUTY_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert found() == found() == []


def test_the_cache_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_ENTRIES", 3)
    for number in range(6):
        cache.keep(f"{number}.json", b"{}")
        os.utime(f"cache/{number}.json", (number, number))
    assert sorted(path.name for path in Path("cache").iterdir()) == ["3.json", "4.json", "5.json"]


def test_one_department_around_all_is_remembered_too(reads: Callable[[], list[str]]) -> None:
    wrote("roles/department.yaml", HEAD.format("all"))
    first = found()
    reads()
    assert found() == first
    assert reads() == []
    wrote("roles/department.yaml", HEAD.format("all").replace("id: all", "id: east"))
    assert found() == ["STR020 roles/east/department.yaml:1"]


def test_several_trees_are_remembered_too(tmp_path: Path, reads: Callable[[], list[str]]) -> None:
    wrote("other/roles/department.yaml", HEAD.format("other").replace("outside", "review_by: 2026-02-01, outside"))
    first = found("roles", "other/roles")
    assert first == ["STR023 other/roles/department.yaml:1"]
    reads()
    assert found("roles", "other/roles") == first
    assert reads() == []


def test_two_at_once_do_not_harm_each_other() -> None:
    wrote("roles/east/rep.yaml", POST.format("代表").replace("总经理", "总精理"))
    answers: list[list[str]] = []
    threads = [threading.Thread(target=lambda: answers.append(found())) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [["REF001 roles/east/rep.yaml:1"]] * 6
    assert found() == answers[0]


def test_a_warm_answer_imports_neither_the_models_nor_the_parser() -> None:
    assert said(lint(["roles"], remember=True)) == []
    code = (
        "import sys; from salesduty.toolkit.lint import lint; r = lint(['roles'], remember=True);"
        "print([name for name in ('pydantic', 'yaml', 'salesduty.model.post') if name in sys.modules], r.files)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[] 6\n"
