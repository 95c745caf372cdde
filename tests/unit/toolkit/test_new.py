"""New files go where their like are, in the language of their department, and make nothing worse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from salesduty.disk.create import AlreadyThere
from salesduty.disk.find import NotFound
from salesduty.results.finding import WARNING
from salesduty.settings.settings import Settings
from salesduty.toolkit.check import check
from salesduty.toolkit.format import format_files
from salesduty.toolkit.init import NotClean, Wishes, init
from salesduty.toolkit.lint import lint
from salesduty.toolkit.new import NoDepartment, Wanted, new

SETTINGS = Settings(today=date(2026, 11, 21))


@pytest.fixture(params=[False, True], ids=["zh", "en"])
def project(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """A department to add to; whether its keys are English."""
    monkeypatch.chdir(tmp_path)
    init(tmp_path, Wishes("销售部", "sales", english_keys=request.param), today=date(2026, 11, 21))
    return bool(request.param)


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        (Wanted("post", "大客户经理", {"reports_to": "销售经理", "level": "manager", "headcount": "2"}), "posts/大客户经理.yaml"),
        (Wanted("post", "渠道专员", {}), "posts/渠道专员.yaml"),
        (Wanted("post", "渠道专员", {"id": "channel"}, department="销售部"), "posts/channel.yaml"),
        (Wanted("process", "退换货", {"id": "returns"}, department="sales"), "processes/returns.yaml"),
        (Wanted("kpi", "毛利率", {}), "kpis/毛利率.yaml"),
        (Wanted("post", "../../x: y", {}), "posts/_.._x_ y.yaml"),
    ],
)
def test_a_new_file_has_no_findings(project: bool, wanted: Wanted, path: str) -> None:
    written = new(wanted)

    assert written.as_posix() == f"roles/sales/{path}"
    text = written.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../salesduty.schema.json\n")
    key = {"post": ("岗位", "post"), "process": ("流程", "process"), "kpi": ("指标", "kpi")}[wanted.kind][project]
    assert f"\n{key}:\n" in text
    assert lint(settings=SETTINGS).at_least(WARNING).findings == ()
    assert check(settings=SETTINGS).report.at_least(WARNING).findings == ()
    assert format_files().files == ()
    with pytest.raises((AlreadyThere, NotClean)):
        new(wanted)


def test_what_is_known_stands_there_in_the_language_of_the_department(project: bool) -> None:
    text = new(Wanted("post", "大客户经理", {"reports_to": "销售经理", "level": "manager", "headcount": "2"})).read_text("utf-8")
    wanted = (
        ("reports_to: 销售经理", "level: manager", "headcount: 2") if project else ("直接上级: 销售经理", "层级: 经理", "编制: 2")
    )
    assert all(f"\n  {line}\n" in text for line in wanted)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (Wanted("post", "大客户经理", {"reports_to": "销售经里"}), "找不到“销售经里”，是不是“销售经理”？"),
        (Wanted("post", "销售经理", {}), "有两个岗位都叫“销售经理”，分不清指的是哪一个"),
        (Wanted("kpi", "回款率", {}), "有两个指标都叫“回款率”，分不清指的是哪一个"),
    ],
)
def test_what_would_have_findings_is_not_written(project: bool, wanted: Wanted, message: str) -> None:
    before = sorted(Path().rglob("*"))
    with pytest.raises(NotClean) as raised:
        new(wanted)
    assert [finding.message.zh for finding in raised.value.report.findings] == [message]
    assert sorted(Path().rglob("*")) == before


def test_an_id_that_is_taken_is_refused(project: bool) -> None:
    with pytest.raises(NotClean) as raised:
        new(Wanted("kpi", "退货率", {"id": "revenue"}), "roles/sales")
    assert [finding.code for finding in raised.value.report.findings] == ["STR020"]


def test_findings_that_were_there_before_do_not_stand_in_the_way(project: bool) -> None:
    Path("roles/sales/posts/old.yaml").write_text("post: {name: 旧岗位}\n", encoding="utf-8")
    assert lint(settings=SETTINGS).at_least(WARNING).findings != ()
    assert new(Wanted("post", "渠道专员", {})).exists()


def test_the_department_has_to_be_told_where_there_are_several(project: bool, tmp_path: Path) -> None:
    init(tmp_path, Wishes("市场部", "marketing"))
    with pytest.raises(NoDepartment) as raised:
        new(Wanted("post", "渠道专员", {}))
    assert raised.value.known == ("市场部（marketing）", "销售部（sales）")
    with pytest.raises(NoDepartment) as raised:
        new(Wanted("post", "渠道专员", {}, department="市场"))
    assert (raised.value.given, raised.value.near) == ("市场", ("市场部",))
    assert new(Wanted("post", "渠道专员", {}), "roles/marketing").as_posix() == "roles/marketing/posts/渠道专员.yaml"


def test_without_a_department_there_is_nothing_to_add_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFound):
        new(Wanted("post", "渠道专员", {}))
    (tmp_path / "roles").mkdir()
    with pytest.raises(NoDepartment) as raised:
        new(Wanted("post", "渠道专员", {}))
    assert raised.value.known == ()


def test_a_file_goes_where_its_like_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "department.yaml": "department: {id: sales, name: 销售部, version: '1', effective: 2026-01-01, approved_by: 总经理}\n",
        "people/rep.yaml": "post: {name: 销售代表, duties: [每周拜访 5 家客户]}\n",
        "people/clerk.yaml": "post: {name: 销售内勤, duties: [当天录入订单]}\n",
    }.items():
        path = tmp_path / "roles" / "sales" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    written = new(Wanted("post", "渠道专员", {}))
    assert written.as_posix() == "roles/sales/people/渠道专员.yaml"
    assert written.read_text(encoding="utf-8").startswith("# 先按“拟设”登记")
