"""What is worth asking: only what changes a finding, as an edit that changes nothing else."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.suggestion import Suggested
from salesduty.toolkit import edited as writing
from salesduty.toolkit import suggest as module
from salesduty.toolkit.check import check
from salesduty.toolkit.suggest import MOST, suggest

OVERLAP = """\
department: {id: sales, name: 销售部}
posts:
  - id: rep
    name: 销售代表
    duties:
      - 每周催收到期货款  # 到期前三天
  - {id: clerk, name: 商务专员, duties: [对逾期货款打电话催收]}
"""
GAP = """\
department: {id: sales, name: 销售部}
posts:
  - id: rep
    name: 销售代表
    duties:
      - 给客户报价
      - 玄之又玄, 众妙之门
process: {name: 从报价到售后, steps: [报价, 投诉处理]}
"""
UNREAD = """\
department: {id: sales, name: 销售部, functions: [玄黄洪荒]}
posts:
  - {id: rep, name: 销售代表, duties: [每周催收到期货款]}
"""


def asked(text: str) -> Suggested:
    return suggest({"sales/a.yaml": text})


def messages(text: str) -> set[str]:
    return {f"{finding.code} {finding.message.zh}" for finding in check({"sales/a.yaml": text}).report.findings}


def test_an_overlap_is_settled_by_saying_what_each_duty_is() -> None:
    found = asked(OVERLAP)

    assert [(each.asked, each.address, dict(each.added), each.left) for each in found.suggestions] == [
        ("overlap", "sales/rep/#1", {"area": "C13.collect", "action": "do"}, ""),
        ("overlap", "sales/clerk/#1", {"area": "C13.collect", "action": "do"}, ""),
    ]
    assert "shared_with: [clerk]" in found.suggestions[0].otherwise.zh
    (edited,) = found.files
    assert edited.after == OVERLAP.replace(
        "- 每周催收到期货款 ", "- {text: 每周催收到期货款, area: C13.collect, action: do} "
    ).replace("[对逾期货款打电话催收]", "[{text: 对逾期货款打电话催收, area: C13.collect, action: do}]")
    assert edited.diff.startswith("--- a/sales/a.yaml\n+++ b/sales/a.yaml\n@@ ")


def test_what_hangs_on_the_answer_is_told() -> None:
    for each in asked(OVERLAP).suggestions:
        (message,) = each.settles
        assert "催收" in message.zh
        assert any(message.zh in told for told in messages(OVERLAP))


def test_a_doubtful_duty_fills_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    # Which duty may be meant is for the analysis to say; here it is any that cannot be read.
    monkeypatch.setattr(
        Responsibilities, "doubt", lambda self, covered: next(iter(self.unread), None) if covered.state == "gap" else None
    )
    found = asked(GAP)

    assert [(each.asked, each.address, set(each.added)) for each in found.suggestions] == [("gap", "sales/rep/#2", {"area"})]
    (edited,) = found.files
    assert '- {text: "玄之又玄, 众妙之门", area: C14' in edited.after
    gap = next(message for message in messages(GAP) if "投诉处理" in message and message.startswith("GAP002"))
    assert gap not in messages(edited.after)


def test_a_name_that_cannot_be_read_is_asked_about() -> None:
    found = asked(UNREAD)

    assert [(each.asked, each.address, each.text, dict(each.added)) for each in found.suggestions] == [
        ("unread", "sales/functions/#1", "玄黄洪荒", {})
    ]
    assert found.files == ()


def test_a_name_that_shares_words_with_a_duty_gets_its_area() -> None:
    text = UNREAD.replace("玄黄洪荒", "玄黄台账洪").replace("[每周催收到期货款]", "[编制台账]")
    found = asked(text)

    for each in found.suggestions:
        assert set(each.added) <= {"areas"}
    for edited in found.files:
        assert "areas: [" in edited.after


@pytest.mark.parametrize(
    "text",
    [
        "department: {id: sales, name: 销售部, functions: [货款回收]}\nposts:\n  - {name: 销售代表, duties: [催收到期货款]}\n",
        "department: {id: sales, name: 销售部, functions: [货款回收]}\nposts:\n  - {name: 销售代表, duties: [拜访客户]}\n",
        "posts: []\n",
        "",
        "posts: [",
    ],
)
def test_where_nothing_hangs_on_it_nothing_is_asked(text: str) -> None:
    assert asked(text) == Suggested(())


def test_what_has_been_answered_is_not_asked_again() -> None:
    (edited,) = asked(OVERLAP).files

    assert asked(edited.after).suggestions == ()
    assert messages(edited.after) >= {message for message in messages(OVERLAP) if message.startswith("OVL001")}


def test_there_are_never_many(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"d{number}/a.yaml": OVERLAP.replace("sales", f"d{number}") for number in range(MOST)}

    found = suggest(files)
    assert (len(found.suggestions), found.untried) == (MOST, MOST)
    monkeypatch.setattr(module, "_MOST_READ", 10)
    few = suggest(files)
    assert 0 < len(few.suggestions) < 8
    assert len(few.suggestions) + few.untried == 2 * MOST


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_files_are_written_byte_for_byte(tmp_path: Path, end: str, mark: bytes) -> None:
    path = tmp_path / "roles" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(mark + OVERLAP.replace("\n", end).encode())
    expected = mark + asked(OVERLAP).files[0].after.replace("\n", end).encode()

    found = suggest(path.parent, write=True)

    assert [(each.written, each.left) for each in found.files] == [(True, "")]
    assert path.read_bytes() == expected
    assert suggest(path.parent, write=True).files == ()
    assert path.read_bytes() == expected
    assert [each.name for each in path.parent.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize(("encoding", "mark"), [("gbk", b""), ("utf-16-le", codecs.BOM_UTF16_LE)])
def test_a_file_in_another_encoding_keeps_it(tmp_path: Path, encoding: str, mark: bytes) -> None:
    path = tmp_path / "roles" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(mark + OVERLAP.encode(encoding))

    assert [(each.written, each.left) for each in suggest(path.parent, write=True).files] == [(True, "")]
    assert path.read_bytes() == mark + asked(OVERLAP).files[0].after.encode(encoding)


def test_a_file_that_changes_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "roles" / "a.yaml"
    path.parent.mkdir()
    path.write_text(OVERLAP, encoding="utf-8")
    read = writing.read_bytes
    monkeypatch.setattr(writing, "read_bytes", lambda *given: read(*given) + b"# more\n")

    assert [(each.written, each.left) for each in suggest(path.parent, write=True).files] == [(False, "changed")]
    assert path.read_text(encoding="utf-8") == OVERLAP


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "roles" / "a.yaml"
    path.parent.mkdir()
    path.write_text(OVERLAP, encoding="utf-8")

    def refuse(*_: object) -> bool:
        raise writing.CannotWrite("x", "locked")

    monkeypatch.setattr(writing, "write", refuse)

    assert [(each.written, each.left) for each in suggest(path.parent, write=True).files] == [(False, "unwritable")]


def test_a_sentence_on_several_lines_is_told_and_left_alone() -> None:
    text = OVERLAP.replace("- 每周催收到期货款  # 到期前三天", "- |\n        每周催收到期货款")
    found = asked(text)

    assert {each.address: each.left for each in found.suggestions} == {"sales/rep/#1": "lines", "sales/clerk/#1": ""}
    (edited,) = found.files
    assert "- |\n        每周催收到期货款" in edited.after


def test_only_what_was_asked_for_is_changed(tmp_path: Path) -> None:
    (tmp_path / "roles" / "s").mkdir(parents=True)
    department, posts = OVERLAP.split("  - {id: clerk", 1)
    (tmp_path / "roles" / "s" / "a.yaml").write_text(department, encoding="utf-8")
    (tmp_path / "roles" / "s" / "b.yaml").write_text("posts:\n  - {id: clerk" + posts, encoding="utf-8")

    # The finding stands in one of the two files, and only what is reported is settled.
    asked_in = {name: suggest(tmp_path / "roles" / "s" / name).suggestions for name in ("a.yaml", "b.yaml")}
    for name, suggestions in asked_in.items():
        assert {Path(each.file).name for each in suggestions} <= {name}
    assert any(asked_in.values())


def test_nothing_is_written_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "roles" / "a.yaml"
    path.parent.mkdir()
    path.write_text(OVERLAP, encoding="utf-8")

    assert suggest(path.parent).files[0].written is False
    assert path.read_text(encoding="utf-8") == OVERLAP
