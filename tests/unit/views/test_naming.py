"""What ids mean in words."""

from __future__ import annotations

import pytest

from salesduty.model.post import Post
from salesduty.toolkit.load import load
from salesduty.views import naming

TEXTS = {
    "a/department.yaml": """\
department:
  id: sales
  name: 销售部
  outside: [{name: 生产部, aliases: [工厂]}]
  systems: [{id: crm, name: 客户管理系统}]
posts:
  - id: rep
    name: 销售代表
    aliases: [业务员]
    authorities: [{id: sign, text: 签单权}, 打折权]
    kpis: [{id: own, name: 自定指标}, {ref: revenue}]
kpis: [{id: revenue, name: 销售额}]
""",
    "b/department.yaml": "department: {id: stock, name: 仓储部}\npost: {id: keeper, name: 仓管员}\n",
}
SALES = load(TEXTS).departments[0]
REP = SALES.posts[0]


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("rep", "销售代表"),
        ("业务员", "销售代表"),
        ("工厂", "生产部"),
        ("stock", "仓储部"),
        ("stock/keeper", "仓管员"),
        ("*", "全体"),
        ("全员", "全体"),
        ("查无此人", "查无此人"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_party(ref: str, name: str) -> None:
    assert naming.party(SALES, ref) == name


def test_parties() -> None:
    assert naming.parties(SALES, ["rep", "工厂", "x"]) == "销售代表、生产部、x"
    assert naming.parties(SALES, []) == ""


def test_kpi() -> None:
    assert [naming.kpi(SALES, ref, REP) for ref in ("revenue", "销售额", "own", "x")] == ["销售额", "销售额", "自定指标", "x"]
    assert naming.kpi(SALES, "own") == "自定指标"
    twice = {"a.yaml": "posts: [{name: 甲, kpis: [{id: k, name: 一}]}, {name: 乙, kpis: [{id: k, name: 二}]}]\n"}
    (department,) = load(twice).departments
    assert [naming.kpi(department, "k", post) for post in department.posts] == ["一", "二"]


def test_system() -> None:
    assert [naming.system(SALES, ref) for ref in ("crm", "客户管理系统", "erp")] == ["客户管理系统", "客户管理系统", "erp"]


def test_authority() -> None:
    assert [naming.authority(SALES, ref, REP) for ref in ("sign", "打折权", "x")] == ["签单权", "打折权", "x"]
    assert [naming.authority(SALES, ref) for ref in ("sign", "x")] == ["签单权", "x"]


def test_what_is_defined_around_the_department_has_its_name() -> None:
    outer, inner = load(
        {
            "department.yaml": "department: {id: group, name: 总部, systems: [{id: erp, name: 资源计划系统}]}\n",
            "all.yaml": "kpis: [{id: rev, name: 销售额}]\npost: {name: 总裁, kpis: [{id: own, name: 满意度}]}\n",
            "east/a.yaml": "department: {id: east, name: 华东}\npost: {name: 代表}\n",
        }
    ).departments
    assert [naming.kpi(inner, ref) for ref in ("rev", "own", "x")] == ["销售额", "满意度", "x"]
    assert naming.system(inner, "erp") == "资源计划系统"
    assert naming.kpi(outer, "rev") == "销售额"


def test_label_is_the_title_of_the_field() -> None:
    assert [naming.label(Post, key) for key in ("name", "reports_to", "nothing")] == ["岗位名称", "直接上级", "nothing"]


def test_lines_and_texts() -> None:
    assert naming.lines("一行 \r\n二行\x07\n\n") == ("一行", "二行\\x07")
    assert (naming.lines(None), naming.lines("")) == ((), ())
    assert naming.texts(["一\n二", "三"]) == "一 二、三"


@pytest.mark.parametrize(
    ("address", "anchor"), [("", ""), ("a/b", "a/b"), ("a/b c\td\n", "a/b_c_d\\x0a"), ("岗\x1b\ufffe", "岗\\x1b\\ufffe")]
)
def test_anchor(address: str, anchor: str) -> None:
    assert naming.anchor(address) == anchor
