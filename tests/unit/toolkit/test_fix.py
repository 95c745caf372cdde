"""What `--fix` makes of files: which repairs, how they are written, what is left alone."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path

import pytest

from opened.workspaces import SETTINGS
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.repair import Add, MoveLast, Put, Repair, Step, Substitute
from salesduty.results.wording import Text
from salesduty.rules.rule import Hit
from salesduty.rules.structure import tab
from salesduty.settings.settings import Settings
from salesduty.toolkit import edited as writing
from salesduty.toolkit import fix as module
from salesduty.toolkit.fix import fix
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import load
from salesduty.toolkit.offers import with_edits
from salesduty.toolkit.repairs import text_edits
from salesduty.workspace.entities import Department

WEIGHTS = """\
department: {id: sales, name: 销售部}
post:
  id: rep
  name: 销售代表
  kpis:
    - {name: 销售额, weight: 60%}  # 主指标
    - name: 回款率
      weight: "30%"
    - {name: 新客户, weight: 30}
"""
WHAT = Text("改", "mend")


def after(text: str, *, unsafe: bool = False, give_ids: bool = False) -> str:
    """The text as it is when it has been fixed."""
    files = fix({"roles/a.yaml": text}, settings=SETTINGS, unsafe=unsafe, give_ids=give_ids).files
    return files[0].after if files else text


def planted(monkeypatch: pytest.MonkeyPatch, *repairs: Repair, at: Place | None = None) -> None:
    """Let one rule find one thing for each of `repairs`, as long as its place is there."""

    def check(department: Department, _: Settings) -> object:
        for repair in repairs:
            yield Hit(at or department.place, {"what": WHAT}, repair=repair)

    monkeypatch.setattr(
        "salesduty.toolkit.linted.RULES", (replace(tab.RULE, kinds={}, code="WRD999", severity=WARNING, check=check),)
    )


def place(*path: str | int) -> Place:
    return Place("roles/a.yaml", path)


def test_weights_are_scaled_only_where_that_was_asked_for() -> None:
    assert after(WEIGHTS) == WEIGHTS
    assert fix({"roles/a.yaml": WEIGHTS}, settings=SETTINGS, give_ids=False).more == 1
    scaled = WEIGHTS.replace("60%", "50%").replace("30%", "25%").replace("weight: 30}", "weight: 25}")
    assert after(WEIGHTS, unsafe=True) == scaled


@pytest.mark.parametrize(
    ("weights", "scaled"),
    [
        ((1, 1, 1), ("34", "33", "33")),
        ((0.5, 0.3, 0.2), ("50", "30", "20")),
        ((33.3, 33.3, 33.3), ("33.34", "33.33", "33.33")),
        ((90, 60, 0), ("60", "40", "0")),
        ((70, 20, 5), ("74", "21", "5")),
        ((0, 0, 0), ("0", "0", "0")),
    ],
)
def test_weights_come_to_a_hundred(weights: tuple[float, ...], scaled: tuple[str, ...]) -> None:
    text = "department: {id: s, name: 部}\npost:\n  name: 岗\n  kpis:\n"
    items = ["    - {name: 甲%d, weight: %s}\n"] * len(weights)
    before = text + "".join(item % (n, f"{each:g}") for n, (item, each) in enumerate(zip(items, weights, strict=True)))
    expected = text + "".join(item % (n, each) for n, (item, each) in enumerate(zip(items, scaled, strict=True)))
    assert after(before, unsafe=True) == expected
    assert sum(map(float, scaled)) in (100, 0)


def test_shares_are_scaled_in_both_forms() -> None:
    text = "kpis: [{name: 甲, split: {rep: 60%, x: 60}}, {name: 乙, split: [{post: rep, share: 0.7}, {post: x, share: 0.3}]}]\n"
    assert after(text, unsafe=True) == (
        "kpis: [{name: 甲, split: {rep: 50%, x: 50}}, {name: 乙, split: [{post: rep, share: 70}, {post: x, share: 30}]}]\n"
    )


def test_a_name_is_put_right_where_only_one_is_like_it() -> None:
    text = """\
department: {id: sales, name: 营销部, outside: [总经理], systems: [{id: crm, name: 客户管理系统}]}
kpis: [{id: revenue, name: 销售额达成率}]
posts:
  - {id: head, name: 主任, reports_to: 总经理}
  - id: rep
    name: 销售代表
    report_to: 主任  # 注
    deputy: 销售代
    kpis: [revenu, "没有的"]
    duties: [{text: 每周录入 5 家客户, systems: 客户系统}]
"""
    right = text.replace("report_to:", "reports_to:").replace("revenu,", "revenue,").replace("客户系统", "客户管理系统")
    assert after(text) == text
    assert after(text, unsafe=True) == right.replace("销售代\n", "销售代表\n")


def test_chinese_colons_are_put_right() -> None:
    text = "岗位：\r\n  岗位名称：销售代表  # 注\r\n  层级: 员工\r\n  岗位目的: 目标：完成\r\n"
    assert after(text) == "岗位:\r\n  岗位名称: 销售代表  # 注\r\n  层级: 员工\r\n  岗位目的: 目标：完成\r\n"


def test_a_colon_that_does_not_make_the_file_readable_is_left() -> None:
    text = "岗位：\n  岗位名称：销售代表\n  层级: [员工\n"
    assert after(text) == text


def test_the_catch_all_goes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, Repair(WHAT, (MoveLast(place("post", 0, "duties", 0)),)))
    monkeypatch.setattr(module, "MOST_ROUNDS", 1)
    text = "post:\n  name: 甲\n  duties:\n    # 兜底\n    - 完成上级交办的其他工作\n    - 一\n    - 二  # 注\n"
    assert after(text) == "post:\n  name: 甲\n  duties:\n    - 一\n    - 二  # 注\n    # 兜底\n    - 完成上级交办的其他工作\n"


@pytest.mark.parametrize(
    ("text", "path", "mended"),
    [
        ("post: {name: 甲, duties: [拜访５家]}\n", ("post", 0, "duties", 0, "text"), "post: {name: 甲, duties: [拜访5家]}\n"),
        ("post: {name: 甲, duties: [拜访５家]}\n", ("post", 0, "duties", 0), "post: {name: 甲, duties: [拜访5家]}\n"),
        ("posts: [{name: 甲, 别名: 甲乙５}]\n", ("posts", 0, "aliases", 0), "posts: [{name: 甲, 别名: 甲乙5}]\n"),
        ("post: {name: ' 甲乙５'}\n", ("post", 0, "name"), "post: {name: ' 甲乙5'}\n"),
        ("post: {name: 甲, qualifications: [会开５车]}\n", ("post", 0, "qualifications", "other", 0), None),
        ("post: {name: 甲, kpis: [乙丙５]}\n", ("post", 0, "kpis", 0, "weight"), None),
    ],
)
def test_words_are_found_in_every_short_form(
    text: str, path: tuple[str | int, ...], mended: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = 2
    planted(monkeypatch, Repair(WHAT, (Substitute(place(*path), at, at + 1, "5"),)))
    monkeypatch.setattr(module, "MOST_ROUNDS", 1)
    assert after(text) == (mended if mended is not None else text.replace("５", "5") if "other" in path else text)


@pytest.mark.parametrize(
    "step",
    [
        Put(place("post", 0, "kpis", 0, "weight"), "5"),
        Put(place("post", 9), "5"),
        Add(place("post", 0, "level"), "id", "x"),
        MoveLast(place("post", 0, "name")),
        Substitute(place("post", 0, "name"), 0, 99, ""),
    ],
)
def test_what_has_no_place_is_left_alone(step: Step, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, Repair(WHAT, (step,)))
    text = "post: {name: 甲, kpis: [乙]}\n"
    assert after(text) == text


def test_a_repair_that_makes_a_mistake_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, Repair(WHAT, (Put(place("post", 0, "headcount"), "很多"),)))
    assert after("post: {name: 甲, headcount: 2}\n") == "post: {name: 甲, headcount: 2}\n"


def test_repairs_that_follow_each_other_forever_end(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [Repair(WHAT, (MoveLast(place("post", 0, "duties", 0)),))]
    planted(monkeypatch, *steps)
    assert sorted(after("post: {name: 甲, duties: [一, 二, 三]}\n")) == sorted("post: {name: 甲, duties: [一, 二, 三]}\n")


def test_only_what_was_asked_for_is_fixed(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    for name in ("a", "b"):
        (tmp_path / "roles" / f"{name}.yaml").write_text(WEIGHTS.replace("rep", name), encoding="utf-8")

    done = fix(tmp_path / "roles" / "a.yaml", settings=SETTINGS, unsafe=True, write=True)

    assert [Path(each.file).name for each in done.files] == ["a.yaml"]
    assert (tmp_path / "roles" / "b.yaml").read_text(encoding="utf-8") == WEIGHTS.replace("rep", "b")


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("gb18030", b""), ("utf-16-le", codecs.BOM_UTF16_LE)]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_keep_their_encoding_and_line_ends(tmp_path: Path, encoding: str, mark: bytes, end: str) -> None:
    path = tmp_path / "roles" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(mark + WEIGHTS.rstrip("\n").replace("\n", end).encode(encoding))

    done = fix(path.parent, settings=SETTINGS, unsafe=True, write=True)

    assert [(each.written, each.left) for each in done.files] == [(True, "")]
    expected = after(WEIGHTS, unsafe=True, give_ids=True).rstrip("\n").replace("\n", end)
    assert path.read_bytes() == mark + expected.encode(encoding)
    assert fix(path.parent, settings=SETTINGS, unsafe=True, write=True).files == ()


def test_a_file_that_changes_meanwhile_is_left_alone_and_reported_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "roles" / "a.yaml"
    path.parent.mkdir()
    path.write_text(WEIGHTS, encoding="utf-8")
    read = writing.read_bytes
    monkeypatch.setattr(writing, "read_bytes", lambda *given: read(*given) + b"# more\n")

    done = fix(path.parent, settings=SETTINGS, unsafe=True, write=True)

    assert [(each.written, each.left) for each in done.files] == [(False, "changed")]
    assert path.read_text(encoding="utf-8") == WEIGHTS
    assert done.kept() == ()
    assert done.report == lint(path.parent, settings=SETTINGS)


def test_edits_are_told_to_programs_by_their_place() -> None:
    workspace = load({"roles/a.yaml": WEIGHTS})
    (finding,) = (each for each in lint({"roles/a.yaml": WEIGHTS}, settings=SETTINGS).findings if each.code == "KPI001")
    assert finding.repair is not None
    (edits,) = text_edits(workspace.file("roles/a.yaml"), [finding.repair])
    whole = with_edits(lint({"roles/a.yaml": WEIGHTS}, settings=SETTINGS), workspace.file)
    assert {each.code: each.edits for each in whole.findings if each.edits} == {"KPI001": edits}
    assert [(each.span.line, each.span.column, each.span.end_line, each.span.end_column, each.words) for each in edits] == [
        (6, 27, 6, 30, "50%"),
        (8, 15, 8, 20, '"25%"'),
        (9, 27, 9, 29, "25"),
    ]
    broken = replace(finding.repair, steps=(Put(place("post", 9, "name"), "x"),))
    assert text_edits(workspace.file("roles/a.yaml"), [broken, finding.repair, finding.repair]) == ((), edits, edits)
