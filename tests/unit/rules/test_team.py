from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from salesduty.rules.team.where import BadWhere, where
from salesduty.settings.mistake import BadSettings
from salesduty.settings.settings import RulesFile, Settings
from salesduty.toolkit.lint import lint
from salesduty.toolkit.team import documented_rules, team_rules

TODAY = date(2026, 11, 21)
BEGIN = "rules:\n  - code: TEAM001\n"
ROLES = """\
department: {id: sales, name: 销售部, meetings: [周会]}
posts:
  - id: head
    name: 销售经理
    level: manager
    duties: [负责管理]
    kpis: [{ref: revenue, weight: 60}, {name: 满意度, weight: 40}]
  - id: Rep1
    name: 销售代表
    level: 员工
    reports_to: head
    qualifications: {education: 大专}
    duties:
      - title: 开发
        text: 开发客户
        duties: [每天负责拜访客户, {text: 记录拜访, cadence: weekly}]
kpi: {id: revenue, name: 销售额, target: 100 万}
process: {id: p, name: 回款, steps: [{name: 催款, do: [Rep1]}]}
"""


def found(rule: str, roles: str = ROLES) -> list[str]:
    """What a rule finds, `rule` being all but its code and its examples."""
    text = f"{BEGIN}    {rule.strip()}\n    message: “{{post}}”的“{{field}}”：{{word}}\n"
    # Examples are tried before; here they only have to hold.
    settings = Settings(
        TODAY, team=(RulesFile("rules.yaml", (text + EXAMPLES[rule.split("\n")[1].split(":")[0].strip()]).encode()),)
    )
    return [
        f"{each.span.line}:{each.span.column} {each.message.zh}"
        for each in lint({"a.yaml": roles}, settings=settings).findings
        if each.code == "TEAM001"
    ]


EXAMPLES: Mapping[str, str] = {
    "pattern": "    good: [{post: {name: 好}}]\n    bad: [负责]\n",
    "must": "    good: [abc]\n    bad: [A1]\n",
    "required": "    good: [已写]\n    bad: [{post: {name: 坏, kpis: [{name: 指标}], duties: [{title: 标题}]}}]\n",
    "forbid": "    good: [{post: {name: 好}}]\n    bad: [每周]\n",
    "one-of": "    good: [{post: {name: 好}}]\n    bad: [director]\n",
}


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("where: post.duties\n    pattern: 负责", ["6:14 “销售经理”的“岗位职责”：负责", "16:18 “销售代表”的“岗位职责”：负责"]),
        (
            "where: duty.text\n    pattern: 负责|开发",
            ["6:14 “销售经理”的“内容”：负责", "15:15 “销售代表”的“内容”：开发", "16:18 “销售代表”的“内容”：负责"],
        ),
        ("where: 岗位.岗位职责.内容\n    pattern: 负责\n    unless: 每天", ["6:14 “销售经理”的“内容”：负责"]),
        ("where: post.duties.text\n    pattern: 负责\n    levels: [员工]", ["16:18 “销售代表”的“内容”：负责"]),
        ("where: 岗位.编号\n    must: ^[a-z]+$", ["8:9 “销售代表”的“编号”：Rep1"]),
        ("where: kpi.target\n    required: true", ["7:41 “销售经理”的“目标值”："]),
        ("where: post.duties.text\n    required: 是", []),
        ("where: duty.cadence\n    forbid: true", ["16:41 “销售代表”的“频次”：weekly"]),
        ("where: post.level\n    one-of: [经理, supervisor]", ["10:12 “销售代表”的“层级”：staff"]),
    ],
)
def test_a_rule_finds_what_it_says(rule: str, wanted: list[str]) -> None:
    assert found(rule) == wanted


@pytest.mark.parametrize(
    ("path", "word", "near"),
    [
        ("posts.name", "posts", ("post",)),
        ("post.nam", "nam", ("name",)),
        ("岗位.直属上级", "直属上级", ("直接上级",)),
        ("post.duties.txt", "txt", ("text",)),
        ("", "", ()),
        ("post.reports_to.x", "x", ()),
    ],
)
def test_a_path_that_leads_nowhere_is_told(path: str, word: str, near: tuple[str, ...]) -> None:
    with pytest.raises(BadWhere) as caught:
        where(path)
    assert (caught.value.word, caught.value.near) == (word, near)


GOOD = """\
rules:
  - code: TEAM001
    where: post.name
    pattern: 业务员
    message: 叫销售代表
    good: [销售代表]
    bad: [业务员]
"""


@pytest.mark.parametrize(
    ("change", "mistakes"),
    [
        (("rules:", "rulez:"), ["1:1 没有“rulez”这一项，是不是“rules”？", "1:1 文件最外层要写“rules:”，下面一条规则一项"]),
        (("code: TEAM001", "code: team1"), ["2:11 代码“team1”不行：要三到八个大写字母加三位数字，例如 TEAM001"]),
        (("code: TEAM001", "code: KPI001"), ["2:11 KPI 开头的代码是 salesduty 自己用的，换几个字母，例如 TEAM"]),
        (("code: TEAM001", "name: A B\n    code: TEAM001"), ["2:11 名称“A B”不行：用小写字母、数字和“-”，或者汉字"]),
        (("code: TEAM001", "name: syntax\n    code: TEAM001"), ["2:11 “syntax”已经有别的规则用了"]),
        (("where: post.name", "where: post.nmae"), ["3:12 位置里的“nmae”不存在，是不是“name”？"]),
        (("pattern: 业务员", "pattern: (业务员"), ["4:14 第 1 个字符起看不懂：括号没有成对"]),
        (("pattern: 业务员", "pattern: .*"), ["4:14 第 1 个字符起看不懂：它什么都能匹配，等于没有要求"]),
        (
            ("pattern: 业务员", "patern: 业务员"),
            [
                "2:5 要写而且只能写其中一项：不许出现（pattern）、必须出现（must）、必填（required）、不许填（forbid）、只能是（one-of）",
                "4:5 没有“patern”这一项，是不是“pattern”？",
            ],
        ),
        (("pattern: 业务员", "required: 对"), ["4:15 “required”后面写 true，不要就删掉这一行"]),
        (("message: 叫销售代表", "message: “{words}”"), ["5:14 花括号里只能是 {word}、{post}、{field}；要写花括号本身就写两遍"]),
        (
            ("message: 叫销售代表", 'message: "{word:>999999999}"'),
            ["5:14 花括号里只能是 {word}、{post}、{field}；要写花括号本身就写两遍"],
        ),
        (
            ("message: 叫销售代表", 'message: "{word.__class__}"'),
            ["5:14 花括号里只能是 {word}、{post}、{field}；要写花括号本身就写两遍"],
        ),
        (
            ("message: 叫销售代表", "message: 叫\n    severity: wrong"),
            ["6:15 “wrong”不行，可以是：error、warning、info、错误、警告、提示，是不是“warning”？"],
        ),
        (("good: [销售代表]", ""), ["2:5 至少写一个“good”：规则靠它自己检查自己"]),
        (("good: [销售代表]", "good: [业务员]"), ["6:12 TEAM001 的例子不成立：好例子不该报，却报了：叫销售代表"]),
        (("bad: [业务员]", "bad: [业务员, 销售员]"), ["7:16 TEAM001 的例子不成立：坏例子应当报，却没有报"]),
        (
            ("bad: [业务员]", "bad: [{example: 业务员, says: 别的}]"),
            ["7:12 TEAM001 的例子不成立：坏例子报的不是“别的”，而是：叫销售代表"],
        ),
        (
            ("bad: [业务员]", "bad: [{post: {nam: 业务员}}]"),
            ["7:12 TEAM001 的例子不成立：这个例子读不懂：post.0.nam (unknown-key)"],
        ),
    ],
)
def test_what_is_wrong_with_a_rule_is_told_with_its_place(change: tuple[str, str], mistakes: list[str]) -> None:
    assert change[0] in GOOD
    with pytest.raises(BadSettings) as caught:
        team_rules(Settings(TODAY, team=(RulesFile("rules.yaml", GOOD.replace(*change).encode()),)))
    assert [f"{each.line}:{each.column} {each.what.zh}" for each in caught.value.mistakes] == mistakes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: [",
        "- a",
        "rules: x",
        "rules: [x, 1]",
        "rules: [{code: [x], where: {a: b}, pattern: {}, message: [], good: 3, bad: {x: y}}]",
        "\x00",
        "rules:\n\t- a",
    ],
)
def test_whatever_a_file_holds_is_told(text: str) -> None:
    with pytest.raises(BadSettings) as caught:
        team_rules(Settings(TODAY, team=(RulesFile("rules.yaml", text.encode()),)))
    assert all(each.what.zh and each.what.en for each in caught.value.mistakes)


def test_two_files_cannot_have_the_same_code() -> None:
    files = (RulesFile("a.yaml", GOOD.encode()), RulesFile("b.yaml", GOOD.encode()))
    with pytest.raises(BadSettings) as caught:
        team_rules(Settings(TODAY, team=files))
    assert [(each.file, each.what.zh) for each in caught.value.mistakes] == [("b.yaml", "“TEAM001”已经有别的规则用了")]


def test_a_rule_is_shown_with_its_examples_as_role_files() -> None:
    (rule,) = documented_rules(Settings(TODAY, team=(RulesFile("rules.yaml", GOOD.encode()),)))
    assert [example.files for example in (*rule.good, *rule.bad)] == ["post:\n  name: 销售代表\n", "post:\n  name: 业务员\n"]
    assert rule.bad[0].finds == ("2:9 叫销售代表",)


def test_a_rule_of_a_team_can_be_waived() -> None:
    waiver = "{rule: TEAM001, reason: 沿用, approver: 总经理, until: 2027-01-01}"
    roles = {"a.yaml": f"department: {{id: s, name: 销售部, waivers: [{waiver}]}}\npost: {{id: a, name: 业务员}}\n"}
    with_rules = Settings(TODAY, team=(RulesFile("rules.yaml", GOOD.encode()),))
    assert [each.code for each in lint(roles, settings=with_rules).findings if each.code in ("TEAM001", "REF007")] == []
    assert [each.code for each in lint(roles, settings=Settings(TODAY)).findings if each.code in ("TEAM001", "REF007")] == [
        "REF007"
    ]
