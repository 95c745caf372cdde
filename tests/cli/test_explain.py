"""salesduty explain on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from salesduty.reporters.columns import width
from salesduty.rules.checks import ALL


def test_a_rule_is_shown_with_all_that_the_handbook_has_on_it(run: Callable) -> None:
    ran = run("explain", "STR003", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        """\
STR003  tab  错误  salesduty lint
  这里用了制表符（Tab），缩进只能用空格

为什么
  YAML 靠缩进表示层次，不同编辑器里一个制表符宽度不同，看起来对齐的内容读出来可能不是一层，所以标准
  不允许用它缩进。

怎么改
  把行首的制表符换成空格，每一层两个。

不好的例子
  1 | department:
  2 |  name: 销售部
    | ^
    | 这里用了制表符（Tab），缩进只能用空格

好的例子
  1 | department:
  2 |   name: 销售部

自动改
  要人来改，--fix 不动它。

例外
  有理由保留的，在那一行末尾写 # salesduty: ignore[STR003] 加理由，可以加期限 until=2027-03-01。

设置
  在 salesduty.toml 里：不查它，写 ignore = ["STR003"]；改级别，在 [severity] 下写 STR003 = "info"。
"""
    )


def test_the_families_are_listed_with_their_number_of_rules(run: Callable) -> None:
    ran = run("explain", "--lang", "en")
    counts = [int(line.split()[-2]) for line in ran.out.splitlines() if line.endswith(" rules")]
    assert (ran.code, sum(counts)) == (0, len(ALL))


def test_words_give_a_short_list_that_says_where_to_go_on(run: Callable) -> None:
    ran = run("explain", "指标", "权重", "--lang", "zh")
    assert ran.out.startswith("KPI001  错误  weights-not-100\n        “销售代表”的指标权重合计 90%，少 10\n")
    assert ran.out.endswith("看一条规则：salesduty explain KPI001\n")


def test_what_nothing_is_called_is_a_wrong_use(run: Callable) -> None:
    ran = run("explain", "alias-bom", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "规则手册里没有“alias-bom”（是不是 alias-bomb？）。运行 salesduty explain 看全部类别。\n"


def test_a_hostile_question_is_printed_as_text(run: Callable) -> None:
    ran = run("explain", "\x1b[31m::error::" + "x" * 5000)
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert len(ran.err) < 400


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_no_line_is_wider_than_the_window(run: Callable, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for code in ("REF001", "OVL003", "STR014"):
        assert max(map(width, run("explain", code, "--lang", "zh").out.splitlines()[2:])) <= columns


def test_a_gbk_console_gets_every_entry(start: Callable) -> None:
    ran = start("explain", "STR005", env={"PYTHONIOENCODING": "gbk", "SALESDUTY_LANG": "zh"}, encoding="gbk")
    assert (ran.code, ran.err) == (0, "")
    assert "怎么改" in ran.out


def test_json_holds_both_languages_and_every_finding(run: Callable) -> None:
    (rule,) = json.loads(run("explain", "KPI004", "--format", "json").out)["rules"]
    assert rule["severity"] == "warning"
    assert rule["thresholds"] == {"most_kpis": 7}
    assert rule["bad"][0]["findings"][0]["message"].keys() == {"zh", "en"}
    assert rule["bad"][0]["files"].keys() == {"roles.yaml"}


def test_markdown_is_what_the_page_of_the_family_has(run: Callable) -> None:
    page = (Path(__file__).parents[2] / "docs" / "rules" / "org.zh-CN.md").read_text(encoding="utf-8")
    ran = run("explain", "ORG002", "--format", "markdown", "--lang", "zh")
    assert ran.out.startswith("# ORG002 several-superiors\n")
    assert "#" + ran.out.strip() in page


def test_the_handbook_is_written_whole(run: Callable, tmp_path: Path) -> None:
    first = run("explain", "--output", "手册", "--lang", "zh")
    again = run("explain", "--output", "手册", "--lang", "zh")
    count = len(list((tmp_path / "手册").iterdir()))
    assert (first.code, first.out) == (0, f"已写入 手册，共 {count} 页\n")
    assert (again.code, again.out) == (0, f"手册 里的 {count} 页都没有变化\n")
    assert run("explain", "KPI001", "--output", "手册").code == 2


def test_a_rule_of_the_team_is_explained_too(run: Callable, write: Callable) -> None:
    write("roles/a.yaml", "department: {name: 销售部}\n")
    write("salesduty.toml", 'team-rules = ["own.yaml"]\n')
    write(
        "own.yaml",
        "rules:\n  - {code: TEAM001, name: no-chat, where: post.duties.text, pattern: 微信, message: '“{post}”写了“{word}”',\n"
        "     why: 聊天里的订单对不上。, fix: 写明在哪个系统里接单。, good: [当天录入系统], bad: [在微信接单]}\n",
    )

    ran = run("explain", "TEAM001", "--lang", "zh")

    assert ran.code == 0
    assert ran.out.startswith("TEAM001  no-chat")
    assert "聊天里的订单对不上。" in ran.out
