from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROLES = """\
department: {id: sales, name: 销售部, outside: [总经理]}
posts:
  - {id: head, name: 销售经理, reports_to: 总经理, duties: [每周检查回款]}
  - {id: rep, name: 销售代表, reports_to: 销售经里, duties: [拜访客户], kpis: [{name: 回款率, weight: 40}]}
"""
SETTINGS = """\
ignore = ["STR022", "GAP"]
show = "info"
[severity]
ORG = "off"
KPI = "off"
[thresholds]
most-duties = 20
"""


@pytest.fixture
def roles(write: Callable) -> None:
    write("roles/sales.yaml", ROLES)


def codes(ran: object) -> list[str]:
    return [finding["code"] for finding in json.loads(ran.out)["findings"]]  # type: ignore[attr-defined]


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize("command", ["lint", "check"])
def test_a_file_and_options_choose_what_is_found(run: Callable, write: Callable, command: str) -> None:
    everything = codes(run(command, "--format", "json"))
    write("salesduty.toml", "select = ['REF', 'KPI']\n")

    assert len({*everything}) > 3
    assert codes(run(command, "--format", "json")) == [code for code in everything if code[:3] in ("REF", "KPI")]
    assert codes(run(command, "--format", "json", "--ignore", "KPI")) == ["REF001"]
    assert codes(run(command, "--format", "json", "--select", "unknown-party")) == ["REF001"]
    assert codes(run(command, "--format", "json", "--select", "REF,ORG", "--select", "KPI", "--ignore", "ORG，KPI")) == ["REF001"]
    assert codes(run(command, "--format", "json", "--no-config")) == everything
    write("other.toml", "[severity]\nREF = 'info'\n[tool]\n".replace("[tool]\n", ""))
    assert {
        f["code"]: f["severity"] for f in json.loads(run(command, "--format", "json", "--config", "other.toml").out)["findings"]
    }["REF001"] == "info"


@pytest.mark.usefixtures("roles")
def test_what_fails_is_set_too(run: Callable, write: Callable) -> None:
    write("salesduty.toml", "select = ['REF']\nfail-on = 'error'\nseverity = {REF = 'warning'}\n")
    ran = run("lint")
    assert (ran.code, "REF001" in ran.out) == (0, True)
    assert run("lint", "--fail-on", "warning").code == 1
    assert "REF001" not in run("lint", "--show", "error").out


@pytest.mark.usefixtures("roles")
def test_every_setting_is_shown_with_where_it_comes_from(run: Callable, write: Callable) -> None:
    write("salesduty.toml", SETTINGS)

    ran = run("lint", "--show-settings", "--ignore", "REF", "--fail-on", "info", "--lang", "zh")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "设置                                 值           来自\n"
        "select                               全部         默认\n"
        "ignore                               STR022, GAP  salesduty.toml:1\n"
        "ignore                               REF          选项 --ignore\n"
        "severity.ORG                         off          salesduty.toml:4\n"
        "severity.KPI                         off          salesduty.toml:5\n"
        "thresholds.fewest-kpis               3            默认\n"
        "thresholds.most-kpis                 7            默认\n"
        "thresholds.most-duties               20           salesduty.toml:7\n"
        "thresholds.longest-duty              80           默认\n"
        "thresholds.most-actions              3            默认\n"
        "thresholds.most-doers                2            默认\n"
        "thresholds.most-decided              0.7          默认\n"
        "thresholds.fewest-decisions          10           默认\n"
        "thresholds.fewest-posts-to-separate  3            默认\n"
        "thresholds.targets-over              0.3          默认\n"
        "thresholds.widest-span.director      10           默认\n"
        "thresholds.widest-span.manager       15           默认\n"
        "thresholds.widest-span.supervisor    20           默认\n"
        "thresholds.widest-span.staff         20           默认\n"
        "profile                              未设置       默认\n"
        "team-rules                           未设置       默认\n"
        "lang                                 zh           选项 --lang\n"
        "fail-on                              info         选项 --fail-on\n"
        "show                                 info         salesduty.toml:2\n"
    )


@pytest.mark.usefixtures("roles")
def test_programs_read_every_setting_too(run: Callable, write: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDUTY_LANG", "en")
    write(
        "pyproject.toml",
        '[tool.salesduty]\nlang = "zh"\n[tool.salesduty.per-path."roles"]\nignore = ["KPI"]\nseverity.REF = "info"\n',
    )

    shown = {
        each["key"]: each
        for each in json.loads(run("check", "--show-settings", "--format", "json", "--select", "REF").out)["settings"]
    }

    assert shown["select"] == {"key": "select", "value": ["REF"], "source": "option", "place": "--select"}
    assert shown["lang"] == {"key": "lang", "value": "en", "source": "environment", "place": "SALESDUTY_LANG"}
    assert shown['per-path."roles".ignore'] == {
        "key": 'per-path."roles".ignore',
        "value": ["KPI"],
        "source": "file",
        "place": "pyproject.toml:4",
    }
    assert shown['per-path."roles".severity.REF']["place"] == "pyproject.toml:5"
    assert shown["profile"] == {"key": "profile", "value": None, "source": "default", "place": ""}


@pytest.mark.usefixtures("roles")
def test_an_option_goes_before_the_variable_before_the_file_before_the_system(
    run: Callable, write: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("salesduty.toml", "lang = 'en'\nselect = ['STR001']\n")
    assert run("lint").out.startswith("nothing found")
    assert run("lint", "--help").out.startswith("Usage:")
    assert "错误  REF001" in run("lint", "--no-config").out
    monkeypatch.setenv("SALESDUTY_LANG", "zh")
    assert run("lint").out.startswith("没有发现问题")
    assert run("lint", "--lang", "en").out.startswith("nothing found")


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize("command", ["lint", "check"])
def test_all_mistakes_are_told_at_once_and_nothing_is_checked(run: Callable, write: Callable, command: str) -> None:
    write("salesduty.toml", 'ingore = ["KPI"]\nfail-on = "eror"\n')
    ran = run(command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "设置有误，没有检查：\n"
        "  salesduty.toml:1:1  没有“ingore”这个设置，是不是“ignore”？\n"
        "  salesduty.toml:2:1  “fail-on”不能是“eror”，可以是：error、warning、info，是不是“error”？\n"
        "请改好再运行；加 --no-config 可以不用设置文件。\n"
    )
    write("salesduty.toml", 'ignore = [\n  "KPI",\n  "KPl001",\n]\nprofile = "generl"\n')
    assert "salesduty.toml:3:3  没有“KPl001”这条规则或这一族规则，是不是“KPI001”？" in run(command).err
    assert "--select  没有“nothing-like-it”这条规则" in run(command, "--select", "nothing-like-it", "--ignore", "KPI").err
    write("salesduty.toml", '\nprofile = "generl"\n')
    assert "salesduty.toml:2:1  没有“generl”这种部门类型，是不是“general”？" in run(command).err


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("team-rules = ['../rules.yaml']\n", "规则文件“../rules.yaml”用不了：它在仓库外面"),
        ("team-rules = ['none.yaml']\n", "规则文件“none.yaml”用不了：找不到这个文件"),
        ("team-rules = ['\x1b[31m']\n".replace("\x1b", "\\u001b").replace("'", '"'), "规则文件“\\x1b[31m”用不了"),
        ('"\\u001b[31m::error::" = 1\n', "没有“\\x1b[31m::error::”这个设置"),
    ],
)
def test_hostile_settings_are_told_and_drive_nothing(
    run: Callable, write: Callable, tmp_path: Path, settings: str, said: str
) -> None:
    (tmp_path / ".git").mkdir()
    write("salesduty.toml", settings)
    ran = run("lint")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.usefixtures("roles")
def test_a_settings_file_that_is_named_has_to_be_there(run: Callable, write: Callable) -> None:
    assert "none.toml  找不到这个文件" in run("lint", "--config", "none.toml").err
    write("pyproject.toml", "[tool.ruff]\n")
    assert "pyproject.toml  文件里没有 [tool.salesduty] 这一节" in run("lint", "--config", "pyproject.toml").err
    assert run("lint", "--config", "x", "--no-config").err == "--config 和 --no-config 不能一起用。请去掉一个。\n"


def test_paths_with_different_settings_are_not_mixed(run: Callable, write: Callable) -> None:
    for company in "ab":
        write(f"{company}/roles/sales.yaml", ROLES)
        write(f"{company}/salesduty.toml", "select = ['REF']\n")
    ran = run("lint", "a/roles", "b/roles")
    assert (ran.code, ran.out) == (2, "")
    assert (
        "a/salesduty.toml  这些路径各有各的设置文件（另一个是 b/salesduty.toml）。请分开运行，或用 --config 指定一个" in ran.err
    )
    assert run("lint", "a/roles", "b/roles", "--config", "a/salesduty.toml").out.count("REF001") == 2


@pytest.mark.usefixtures("roles")
def test_the_profile_of_the_settings_counts_where_a_department_names_none(run: Callable, write: Callable) -> None:
    before = codes(run("check", "--format", "json")).count("GAP001")
    write("salesduty.toml", "profile = 'general'\n")
    general = json.loads(run("check", "--format", "json").out)
    assert sum(row["kind"] == "area" and row["required"] for row in general["coverage"]) > before
    write("salesduty.toml", "[profiles]\n'roles/factory' = 'general'\n")
    assert sum(row["required"] for row in json.loads(run("check", "--format", "json").out)["coverage"]) == 0
    write("salesduty.toml", "[profiles]\n'roles/*.yaml' = 'general'\n")
    assert json.loads(run("check", "--format", "json").out)["coverage"] == general["coverage"]


RULES = """\
rules:
  - code: TEAM001
    name: 拜访要有次数
    where: post.duties.text
    pattern: ^拜访
    message: "“{word}”没有写多久一次"
    good: [每周拜访 5 家客户]
    bad: [拜访客户]
"""


@pytest.mark.usefixtures("roles")
def test_rules_of_a_team_are_found_and_tried(run: Callable, write: Callable) -> None:
    write("salesduty.toml", "team-rules = ['rules.yaml']\nselect = ['TEAM']\n")
    write("rules.yaml", RULES)

    assert run("lint", "--lang", "en").out.startswith("roles/sales.yaml:4:")
    assert "“拜访”没有写多久一次" in run("lint").out
    assert run("rules").out == "TEAM001  拜访要有次数  警告  好例子 1 个，坏例子 1 个  成立\n1 条规则，2 个例子，全部成立。\n"

    write("rules.yaml", RULES.replace("每周拜访", "拜访"))
    assert run("lint").code == 2
    ran = run("rules", "--lang", "zh")
    assert (ran.code, ran.out) == (
        1,
        "TEAM001  拜访要有次数  警告  好例子 1 个，坏例子 1 个  不成立\n"
        "rules.yaml:7:12  TEAM001 的例子不成立：好例子不该报，却报了：“拜访”没有写多久一次\n"
        "有 1 处不对，请改好。\n",
    )
    told = json.loads(run("rules", "rules.yaml", "--format", "json").out)
    assert told["rules"] == [
        {"code": "TEAM001", "name": "拜访要有次数", "severity": "warning", "good": 1, "bad": 1, "holds": False}
    ]
    assert [each["place"] for each in told["wrong"]] == ["rules.yaml:7:12"]


def test_without_rules_it_says_where_to_name_them(run: Callable) -> None:
    ran = run("rules")
    assert (ran.code, ran.out) == (0, "没有规则文件。请在 salesduty.toml 里用 team-rules 写明，或在命令后面写文件。\n")
    assert run("rules", "none.yaml").code == 2


@pytest.mark.usefixtures("roles")
def test_a_pattern_that_takes_too_long_is_told(run: Callable, write: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesduty.text.pattern._MOST_WORK", 3)
    write("salesduty.toml", "team-rules = ['rules.yaml']\n")
    write("rules.yaml", RULES)
    ran = run("lint")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("自定规则里的“^拜访”太费时间")


def test_nothing_that_reads_settings_is_loaded_where_there_are_none(environment: Callable, tmp_path: Path) -> None:
    # What measures coverage reads settings of its own.
    code = (
        "import sys; before = set(sys.modules); from salesduty.cli import main; main(['lint', '--help']);"
        "sys.stderr.write(chr(10).join(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, check=True)
    loaded = set(done.stderr.decode().split())
    assert loaded.isdisjoint({"tomllib", "salesduty.settings.reading", "salesduty.disk.settings", "salesduty.text.pattern"})
    assert "typer" in loaded
