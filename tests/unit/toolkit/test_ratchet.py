"""The record of what is held: made, kept, raised, broken, and understood or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from salesduty.disk.write import CannotWrite
from salesduty.results.coverage import Chart, Holder, Row, State
from salesduty.results.ratchet import BadRecord, Entry, Ratcheted
from salesduty.toolkit.ratchet import dumped, parsed, ratchet


def row(name: str, state: State = "owned", *, id: str = "", kind: str = "function", dept: str = "sales", **more: object) -> Row:
    holders = (Holder(f"{dept}/rep/#1", f"{dept}/rep", "销售代表", "do", "do", 0.9),) if state == "owned" else ()
    label = id or name
    address = dept if kind == "area" else f"{dept}/functions/{label}"
    return Row(
        **{
            "department": dept,
            "kind": kind,
            "area": label,
            "name": name,
            "required": True,
            "state": state,
            "holders": holders,
            "address": address,
            **more,
        }
    )  # type: ignore[arg-type]


def chart(*rows: Row, dept: str = "sales") -> Chart:
    return Chart(dept, "销售部", ((f"{dept}/rep", "销售代表", ""),), rows)


def names(ratcheted: Ratcheted) -> tuple[str, list[str], list[str]]:
    return ratcheted.outcome, [lost.entry.name for lost in ratcheted.lost], [entry.name for entry in ratcheted.gained]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "record" / "coverage.json"


def test_a_missing_record_is_made(file: Path) -> None:
    made = ratchet([chart(row("回款", id="b"), row("投诉", "gap"), row("开发", id="a"), row("C01", kind="area"))], file)

    assert (made.outcome, made.recorded, made.lost) == ("made", 3, ())
    assert file.read_text(encoding="utf-8") == (
        '{"version": 1, "departments": {\n'
        '"sales": [\n'
        '{"address": "sales/areas/C01", "kind": "area", "name": "C01", "by": ["销售代表"]},\n'
        '{"address": "sales/functions/a", "kind": "function", "name": "开发", "by": ["销售代表"]},\n'
        '{"address": "sales/functions/b", "kind": "function", "name": "回款", "by": ["销售代表"]}\n'
        "]\n"
        "}}\n"
    )
    assert json.loads(file.read_text(encoding="utf-8"))["version"] == 1


def test_what_is_not_required_is_not_recorded(file: Path) -> None:
    assert ratchet([chart(row("回款", required=False))], file).recorded == 0


def test_the_same_again_changes_nothing(file: Path) -> None:
    charts = [chart(row("回款"))]
    ratchet(charts, file)
    before = file.stat().st_mtime_ns

    assert names(ratchet(charts, file)) == ("kept", [], [])
    assert file.stat().st_mtime_ns == before


def test_more_raises_the_record(file: Path) -> None:
    ratchet([chart(row("回款"))], file)

    assert names(ratchet([chart(row("回款"), row("投诉"))], file)) == ("raised", [], ["投诉"])
    assert names(ratchet([chart(row("回款"))], file))[:2] == ("fallen", ["投诉"])


@pytest.mark.parametrize(
    ("left", "declared"), [((row("投诉", "gap"),), True), ((row("投诉", "supported-only"),), True), ((), False)]
)
def test_less_is_told_and_the_record_stays(file: Path, left: tuple[Row, ...], declared: bool) -> None:
    ratchet([chart(row("投诉"))], file)
    before = file.read_bytes()

    fallen = ratchet([chart(row("新的"), *left)], file)

    assert names(fallen) == ("fallen", ["投诉"], ["新的"])
    assert (fallen.lost[0].declared, fallen.lost[0].entry.by, fallen.recorded) == (declared, ("销售代表",), 1)
    assert file.read_bytes() == before


def test_other_departments_stay_as_they_are(file: Path) -> None:
    ratchet([chart(row("回款")), chart(row("开票", dept="finance"), dept="finance")], file)

    assert names(ratchet([chart(row("回款"), row("投诉"))], file)) == ("raised", [], ["投诉"])
    assert [entry.name for entry in parsed(file.read_bytes(), "x")["finance"]] == ["开票"]
    assert names(ratchet([chart(row("开票", "gap", dept="finance"), dept="finance")], file))[1] == ["开票"]


def test_a_position_is_no_name(file: Path) -> None:
    ratchet([chart(row("甲", id="#1"), row("乙", id="#2"))], file)

    assert names(ratchet([chart(row("新", id="#1"), row("甲", id="#2"), row("乙", id="#3"))], file)) == ("raised", [], ["新"])
    assert names(ratchet([chart(row("甲", id="#1"), row("新", id="#2"))], file))[1] == ["乙"]


def test_a_renamed_function_with_an_id_is_the_same(file: Path) -> None:
    ratchet([chart(row("回款", id="collection"))], file)

    assert names(ratchet([chart(row("货款回收", id="collection"))], file)) == ("kept", [], [])


def test_two_branches_merge_line_by_line() -> None:
    lines = dumped({"b": (Entry("b/functions/x", "function", "x"),), "a": (), "c": (Entry("c/p/s", "step", "签约", "流程"),)})

    assert lines.splitlines()[1:3] == ['"a": [],', '"b": [']
    assert parsed(lines.encode(), "x") == {
        "a": (),
        "b": (Entry("b/functions/x", "function", "x"),),
        "c": (Entry("c/p/s", "step", "签约", "流程"),),
    }


@pytest.mark.parametrize("name", ["\u2028", "\ud800", '"', "\\", "\x1b[31m", "\x85", "😀", "}{"])
def test_hostile_names_come_back(name: str) -> None:
    record = {name: (Entry(f"{name}/x", "function", name, by=(name,)),)}

    assert parsed(dumped(record).encode(), "x") == record
    assert len(dumped(record).splitlines()) == 5


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"", 1, "JSON"),
        (b"[]", 1, "departments"),
        (b'{"version": 1}', 1, "departments"),
        (b'{"departments": {}}', 1, "version"),
        (b'{"version": 2, "departments": {}}', 1, "更新版本"),
        (b'{"version": 1, "departments": {\n"a": 1}}', 0, "departments.a"),
        (b'{"version": 1, "departments": {"a": [\n{"address": "x"}]}}', 0, "#1"),
        (b'{"version": 1, "departments": {"a": [{"address": "x", "kind": "y", "name": "z"}]}}', 0, "#1"),
        (b'{"version": 1, "departments": {"a": [{"address": "x", "kind": "step", "name": "z", "by": [1]}]}}', 0, "#1"),
        (b'{"version": 1, "departments": {"a": [{"address": "x", "kind": [], "name": "z"}]}}', 0, "#1"),
        (b'{"version": 1, "departments": {\n"a": [],\n"a": []}}', 3, "两次"),
        (b'{"version": 1, "departments": {\n<<<<<<< HEAD\n"a": []\n=======\n"b": []\n>>>>>>> x\n}}', 2, "合并冲突"),
        (b'{"version": 1,\n"x": \xff}', 2, "UTF-8"),
        (b'{"version": 1, "departments": {\n"a": [\n,]}}', 3, "JSON"),
        (b"[" * 100_000, 0, "JSON"),
        (b"1" * 10_000, 0, "JSON"),
    ],
)
def test_a_record_that_cannot_be_understood_is_told_with_its_place(file: Path, data: bytes, line: int, said: str) -> None:
    file.parent.mkdir()
    file.write_bytes(data)

    with pytest.raises(BadRecord) as bad:
        ratchet([chart(row("回款"))], file)

    assert said in bad.value.what.zh
    assert (bad.value.file, bad.value.line) == (str(file), line)
    assert file.read_bytes() == data


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(BadRecord, match=tmp_path.name):
        ratchet([chart()], tmp_path)


def test_a_mark_at_the_start_is_no_trouble(file: Path) -> None:
    ratchet([chart(row("回款"))], file)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())

    assert ratchet([chart(row("回款"))], file).outcome == "kept"


def test_a_link_is_followed(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    ratchet([chart(row("回款"))], file)
    link.symlink_to(file)

    assert ratchet([chart(row("回款"), row("投诉"))], link).outcome == "raised"
    assert link.is_symlink()
    assert len(parsed(file.read_bytes(), "x")["sales"]) == 2


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")

    with pytest.raises(CannotWrite):
        ratchet([chart(row("回款"))], tmp_path / "taken" / "coverage.json")
