"""What programs are told to put into a text: just what `--fix` would, as long as the text is what was looked at."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from opened.workspaces import SETTINGS
from salesduty.reporters.jsonl import report as jsonl
from salesduty.reporters.look import Look, plain
from salesduty.results.finding import Report
from salesduty.toolkit import offers
from salesduty.toolkit.fix import fix
from salesduty.toolkit.lint import lint

SALES = """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  duties:
    - {id: visit, text: 每月第２周 拜访客户　１０家，提交《拜访记录》}  # 全角
    - {id: odd, text: "另有\\u3000安排 时，每月 提交《总结》"}
    - {id: other, text: 完成领导交办的其他工作}
    - id: claim
      text: >-
        每周 核对回款，
        登记《台账》
  kpis:
    - {name: 销售额, weight: 60%}
    - {name: 回款率, weight: "30%"}
    - {name: 新客户, weight: 30}
"""
TEXTS = {
    "usual": SALES,
    "the line ends of Windows": SALES.replace("\n", "\r\n"),
    "a wide colon": "department: {id: sales, name: 销售部}\npost:\n  id：rep\n  name: 销售代表\n",
}


def edits(report: Report) -> list[dict[str, object]]:
    """All edits of a report, as a program reads them."""
    findings = [json.loads(line) for line in plain(jsonl(report, Look())).splitlines()]
    return [edit for finding in findings if finding["fix"] for edit in finding["fix"]["edits"]]


def applied(text: str, edits: Iterable[dict[str, object]]) -> str:
    """`text` with `edits`, by lines and columns alone."""
    starts = [0, *(end.end() for end in re.finditer("\r\n|\n|\r", text))]
    places = {
        (starts[edit["line"] - 1] + edit["column"] - 1, starts[edit["end_line"] - 1] + edit["end_column"] - 1, edit["text"])
        for edit in edits
    }
    for start, end, words in sorted(places, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def on_disk(folder: Path, text: str) -> Path:
    path = folder / "roles" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_programs_put_in_is_what_fix_writes(text: str, tmp_path: Path) -> None:
    path = on_disk(tmp_path, text)
    (fixed,) = fix({"roles/a.yaml": text}, settings=SETTINGS, unsafe=True, give_ids=False).files
    told = [
        edits(lint({"roles/a.yaml": text}, settings=SETTINGS, edits=True)),
        edits(lint({"roles/a.yaml": text.encode()}, settings=SETTINGS, edits=True)),
        edits(lint([path.parent], settings=SETTINGS, edits=True)),
        edits(lint([path], overlay={path: text}, settings=SETTINGS, edits=True)),
        edits(lint([path.parent], settings=SETTINGS, remember=True, edits=True)),
        edits(lint([path.parent], settings=SETTINGS, remember=True, edits=True)),
    ]

    assert [applied(text, each) for each in told] == [fixed.after] * 6
    assert fixed.after != text


def test_nobody_gets_edits_without_asking(tmp_path: Path) -> None:
    path = on_disk(tmp_path, SALES)

    assert edits(lint([path], settings=SETTINGS)) == []
    assert lint([path], settings=SETTINGS).findings
    assert edits(lint([path], settings=SETTINGS, remember=True, edits=True))
    assert edits(lint([path], settings=SETTINGS, remember=True)) == []


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_what_is_new_since_a_revision_has_edits(tmp_path: Path) -> None:
    path = on_disk(tmp_path, SALES.replace("60%", "40%"))
    for command in ("init -q", "add .", "-c user.name=a -c user.email=a@b.example commit -q -m old"):
        subprocess.run(["git", "-C", str(tmp_path), *command.split()], check=True)
    path.write_bytes(SALES.encode())

    told = edits(lint([path], settings=SETTINGS, since="HEAD", edits=True))

    assert [edit["text"] for edit in told] == ["50%", '"25%"', "25"]
    assert edits(lint([path], settings=SETTINGS, since="HEAD")) == []


def test_unsaved_text_goes_before_the_file(tmp_path: Path) -> None:
    path = on_disk(tmp_path, SALES)
    text = SALES.replace("  duties:", "  # 还没有保存\n\n  duties:")

    told = edits(lint([path], overlay={path: text}, settings=SETTINGS, edits=True))

    assert applied(text, told) == applied(SALES, edits(lint([path], settings=SETTINGS, edits=True))).replace(
        "  duties:", "  # 还没有保存\n\n  duties:"
    )


@pytest.mark.parametrize("remember", [False, True])
@pytest.mark.parametrize("change", [lambda path: path.write_text(SALES + "# 新\n"), Path.unlink], ids=["changed", "gone"])
def test_a_file_that_has_changed_meanwhile_gets_no_edits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, change: Callable[[Path], object], remember: bool
) -> None:
    path = on_disk(tmp_path, SALES)
    before = lint([path], settings=SETTINGS, remember=remember)
    read = offers.read_file

    def late(*given: object) -> object:
        change(path)
        return read(*given)

    monkeypatch.setattr(offers, "read_file", late)

    assert lint([path], settings=SETTINGS, remember=remember, edits=True) == before


def test_only_files_with_repairs_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = on_disk(tmp_path, SALES)
    path.with_name("b.yaml").write_text("post: {id: head, name: 销售经理}\n", encoding="utf-8")
    again: list[str] = []
    read = offers.read_file
    monkeypatch.setattr(offers, "read_file", lambda found: again.append(Path(found.path).name) or read(found))

    assert edits(lint([path.parent], settings=SETTINGS, edits=True))
    assert again == ["a.yaml"]


def test_no_more_is_offered_than_anybody_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "MOST_REPAIRS", 2)
    report = lint({"roles/a.yaml": SALES}, settings=SETTINGS, edits=True)

    repaired = [bool(finding.edits) for finding in report.findings if finding.repair is not None]
    assert repaired == [True, True, *[False] * (len(repaired) - 2)]
    assert len(repaired) > 2


def test_repairs_that_cannot_be_done_do_not_take_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"roles/a.yaml": SALES, "roles/b/a.yaml": SALES.replace("id: sales", "id: other")}
    whole = {finding.file for finding in lint(texts, settings=SETTINGS, edits=True).findings if finding.edits}
    monkeypatch.setattr(offers, "MOST_READ", 12 * len(SALES))

    part = lint(texts, settings=SETTINGS, edits=True)

    assert whole == set(texts)
    assert {finding.file for finding in part.findings if finding.edits} == {"roles/a.yaml"}


def test_what_is_left_after_fixing_has_edits_too() -> None:
    done = fix({"roles/a.yaml": SALES}, settings=SETTINGS, give_ids=False, edits=True)
    (safe,) = done.files
    (fixed,) = fix({"roles/a.yaml": SALES}, settings=SETTINGS, unsafe=True, give_ids=False).files

    assert applied(safe.after, edits(done.report)) == fixed.after
    assert safe.after != fixed.after
