"""All that a document says is compared, and goes where it belongs; one test a kind of difference."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from salesduty.intake.writing.desk import digest
from salesduty.results.merged import Merged
from salesduty.results.source_record import NAME, digests
from salesduty.results.suggestion import Edited
from salesduty.toolkit import edited
from salesduty.toolkit.import_into import import_into
from salesduty.toolkit.import_to import import_to
from salesduty.toolkit.importing import Wanted
from salesduty.toolkit.render import render

PLAIN = Wanted(proposals=False)
BEFORE = """# 销售部岗位职责

部门编制：5人

## 部门职能

1. 负责全公司产品销售

## 销售经理

直接上级：总经理

### 岗位职责

1. 建立客户档案
2. 制定年度销售计划
3. 审核销售合同

### 任职资格

1. 三年以上销售经验

### 岗位权限

1. 10万元以下合同审批权

### 考核指标

| 指标 | 权重 | 目标值 | 评分标准 |
| --- | --- | --- | --- |
| 销售额完成率 | 60% | 100% | 每低1%扣2分 |
| 回款率 | 40% | 95% | 每低1%扣1分 |

## 销售助理

直接上级：销售经理

### 岗位职责

1. 整理合同档案
2. 统计每日销售数据
3. 接听客户来电
"""


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    """A document and the definitions that were made of it."""
    document, folder = tmp_path / "职责.md", tmp_path / "roles"
    document.write_text(BEFORE, encoding="utf-8")
    import_to([document], folder, PLAIN)
    return document, folder


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))}


def merged(place: tuple[Path, Path], *changes: tuple[str, str], write: bool = True) -> Merged:
    document, folder = place
    text = BEFORE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    document.write_text(text, encoding="utf-8")
    return import_into([document], folder, PLAIN, write=write)[0]


def told(done: Merged) -> list[tuple[str, str, str, str, str]]:
    return [(each.kind, each.owner, each.key, each.old, each.new) for each in done.merges]


def lines_added(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """The lines that each file has more; none may be missing."""
    found = {}
    for name, text in after.items():
        old, new = before.get(name, "").splitlines(), text.splitlines()
        more = list(new)
        for line in old:
            more.remove(line)
        if more:
            found[name] = more
    return found


VALUES = [
    ("部门编制：5人", "部门编制：6人", ("changed", "", "headcount", "5", "6")),
    ("直接上级：总经理", "直接上级：副总经理", ("changed", "销售经理", "reports_to", "总经理", "副总经理")),
    ("三年以上", "五年以上", ("changed", "销售经理", "experience", "三年以上销售经验", "五年以上销售经验")),
    ("10万元", "20万元", ("changed", "销售经理", "authorities", "10万元以下合同审批权", "20万元以下合同审批权")),
    ("| 95% |", "| 98% |", ("changed", "销售经理", "target", "95%", "98%")),
    ("每低1%扣1分", "每低1%扣3分", ("changed", "销售经理", "scoring", "每低1%扣1分", "每低1%扣3分")),
    ("负责全公司产品销售", "负责全公司的产品销售", ("changed", "", "functions", "负责全公司产品销售", "负责全公司的产品销售")),
]


@pytest.mark.parametrize(("old", "new", "difference"), VALUES)
def test_a_value_that_is_another_one(
    place: tuple[Path, Path], old: str, new: str, difference: tuple[str, str, str, str, str]
) -> None:
    before = texts(place[1])
    assert told(merged(place, (old, new), write=False)) == [difference]
    assert texts(place[1]) == before
    assert told(merged(place, (old, new))) == [difference]
    after = texts(place[1])
    assert [name for name in after if after[name] != before[name]] == [
        "department.yaml" if not difference[1] else "posts/销售经理.yaml"
    ]
    assert any(difference[4] in each for each in after.values())
    assert merged(place, (old, new)).merges == ()


def test_new_duties_below_another_one_make_it_a_mapping(place: tuple[Path, Path]) -> None:
    change = ("2. 制定年度销售计划\n", "2. 制定年度销售计划\n\n   （1）收集市场信息\n\n   （2）分解到月\n\n")
    before = texts(place[1])["posts/销售经理.yaml"]
    assert told(merged(place, change)) == [
        ("new", "销售经理", "duties", "", "收集市场信息"),
        ("new", "销售经理", "duties", "", "分解到月"),
    ]
    assert texts(place[1])["posts/销售经理.yaml"] == before.replace(
        "    - 制定年度销售计划\n",
        "    - 内容: 制定年度销售计划\n      下级职责:\n        - 收集市场信息\n        - 分解到月\n",
    )
    again = merged(place, change)
    assert (again.merges, again.files) == ((), ())


def test_a_duty_in_the_middle_keeps_its_place_and_all_comments_stay(place: tuple[Path, Path]) -> None:
    path = place[1] / "posts/销售经理.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("    - 审核销售合同", "    # 我的注释\n    - 审核销售合同  # 行尾"),
        encoding="utf-8",
    )
    before = path.read_text(encoding="utf-8")
    change = ("2. 制定年度销售计划\n3.", "2. 制定年度销售计划\n3. 编制标书\n4.")
    assert told(merged(place, change)) == [("new", "销售经理", "duties", "", "编制标书")]
    assert path.read_text(encoding="utf-8") == before.replace(
        "    - 制定年度销售计划\n", "    - 制定年度销售计划\n    - 编制标书\n"
    )
    assert merged(place, change).merges == ()


def test_a_field_and_a_kpi_that_are_new(place: tuple[Path, Path]) -> None:
    before = texts(place[1])
    change = [
        ("直接上级：销售经理\n", "直接上级：销售经理\n\n编制：2人\n"),
        ("| 60% |", "| 50% |"),
        ("每低1%扣1分 |\n", "每低1%扣1分 |\n| 客户满意度 | 10% | 90分 | 按问卷 |\n"),
    ]
    assert told(merged(place, *change)) == [
        ("changed", "销售经理", "weight", "60", "50"),
        ("new", "销售经理", "kpis", "", "客户满意度"),
        ("new", "销售助理", "headcount", "", "2"),
    ]
    assert lines_added({**before, "posts/销售经理.yaml": before["posts/销售经理.yaml"].replace("60", "50")}, texts(place[1])) == {
        "posts/销售助理.yaml": ["  编制: 2"],
        "posts/销售经理.yaml": [
            "    - 指标名称: 客户满意度",
            "      权重: 10",
            '      目标值: "90分"',
            "      评分标准:",
            "        - 按问卷",
        ],
    }
    assert merged(place, *change).merges == ()


def test_a_post_of_another_name_and_a_duty_of_another_post(place: tuple[Path, Path]) -> None:
    changes = [
        ("## 销售助理", "## 销售内勤"),
        ("3. 接听客户来电\n", ""),
        ("3. 审核销售合同\n", "3. 审核销售合同\n4. 接听客户来电\n"),
    ]
    done = merged(place, *changes)
    assert told(done) == [
        ("moved", "销售经理", "duties", "接听客户来电", "接听客户来电"),
        ("renamed", "销售助理", "name", "销售助理", "销售内勤"),
    ]
    assert done.merges[0].other == "销售助理"
    after = texts(place[1])
    assert "岗位名称: 销售内勤" in after["posts/销售助理.yaml"]
    assert [name for name, text in after.items() if "接听客户来电" in text] == ["posts/销售助理.yaml", "posts/销售经理.yaml"]
    again = merged(place, *changes)
    assert (told(again), again.files) == ([("gone", "销售内勤", "duties", "接听客户来电", "")], ())


def test_what_a_person_wrote_is_never_written_over(place: tuple[Path, Path]) -> None:
    path = place[1] / "posts/销售经理.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"95%"', '"97%"').replace("总经理", "董事长"), encoding="utf-8")
    before = texts(place[1])
    assert merged(place).merges == ()
    assert told(merged(place, ("| 95% |", "| 98% |"))) == [("kept", "销售经理", "target", "97%", "98%")]
    assert texts(place[1]) == before


def test_what_a_person_took_away_does_not_come_back(place: tuple[Path, Path]) -> None:
    path = place[1] / "posts/销售经理.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    - 制定年度销售计划\n", ""), encoding="utf-8")
    assert merged(place).merges == ()


def test_another_department_gets_a_folder(place: tuple[Path, Path]) -> None:
    document = place[0].with_name("财务.md")
    document.write_text("# 财务部岗位职责\n\n## 出纳\n\n### 岗位职责\n\n1. 登记现金日记账\n2. 办理银行结算\n", encoding="utf-8")
    done = import_into([document, place[0]], place[1], PLAIN, write=True)[0]
    assert [(each.kind, each.new) for each in done.merges] == [("new-department", "财务部")]
    assert sorted(texts(place[1])) == [
        "department.yaml",
        "posts/销售助理.yaml",
        "posts/销售经理.yaml",
        "财务部/department.yaml",
        "财务部/posts/出纳.yaml",
    ]
    assert import_into([document, place[0]], place[1], PLAIN, write=True)[0].merges == ()


def test_one_of_several_files_that_cannot_be_written_stops_all(place: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in place[1].rglob("*") if path.is_file()}
    written, tried = edited.written, []

    def full(each: Edited, root: Path) -> Edited:
        tried.append(each.file)
        return written(each, root) if len(tried) < 2 else replace(each, left="unwritable")

    monkeypatch.setattr(edited, "written", full)
    done = merged(
        place,
        ("部门编制：5人", "部门编制：6人"),
        ("三年以上", "五年以上"),
        ("## 销售助理", "## 出纳\n\n### 岗位职责\n\n1. 登记现金日记账\n\n## 销售助理"),
    )
    assert (len(tried), done.files, len(done.left)) == (2, (), 1)
    assert {path: path.read_bytes() for path in place[1].rglob("*") if path.is_file()} == before


def test_each_value_of_a_list_is_in_the_record(tmp_path: Path) -> None:
    document, folder = tmp_path / "职责.md", tmp_path / "roles"
    document.write_text(BEFORE.replace("1. 三年以上销售经验", "1. 身体健康\n2. 遵纪守法"), encoding="utf-8")
    import_to([document], folder, PLAIN)
    known = digests((folder / NAME).read_text(encoding="utf-8"))["sales/sales-manager"]
    assert [digest(words) in known for words in ("身体健康", "遵纪守法", "每低1%扣2分", "40", "没有这一条")] == [True] * 4 + [
        False
    ]


@pytest.mark.parametrize(("document", "format"), [("handbook", "docx"), ("register", "xlsx"), ("scorecard", "docx")])
def test_what_was_rendered_of_roles_says_what_they_say(tmp_path: Path, document: str, format: str) -> None:
    roles = Path(__file__).parents[2] / "roles" / "general"
    render(roles, output=tmp_path, format=format, document=document)
    done = import_into([tmp_path], roles, PLAIN)[0]
    assert (done.merges, done.unchanged > 200) == ((), True)
