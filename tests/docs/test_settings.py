"""The pages about settings and about rules of one's own say what there is, and their examples work."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salesduty.rules.team.reading import KEYS as TEAM_KEYS
from salesduty.rules.team.reading import TITLES
from salesduty.settings.keys import KEYS, THRESHOLDS, figures
from salesduty.toolkit.configure import configure
from salesduty.toolkit.lint import lint
from salesduty.toolkit.rulebook import checked_team
from salesduty.toolkit.team import prove

DOCS = Path(__file__).parents[2] / "docs"
SETTINGS, TEAM = DOCS / "settings.zh-CN.md", DOCS / "team-rules.zh-CN.md"
WHAT = {
    "code": "代码",
    "name": "名称，不写就用代码",
    "where": "看哪里",
    "pattern": "不许出现的词，写成词式",
    "must": "必须出现的词，写成词式",
    "required": "必填，写 true 或 是",
    "forbid": "不许填，写 true 或 是",
    "one-of": "只能是其中之一",
    "unless": "出现这个就不报",
    "levels": "只看这些层级的岗位",
    "severity": "error 错误、warning 警告、info 提示；不写是 warning",
    "message": "报出来的话",
    "why": "为什么有这条规定",
    "fix": "怎么改",
    "good": "好例子，不该报",
    "bad": "坏例子，应当报",
}


def settings_table() -> str:
    rows = ["| 名称 | 作用 | 例 |", "| --- | --- | --- |"]
    examples = ("<br>".join(f"`{line}`" for line in key.example.splitlines()) for key in KEYS)
    rows += [f"| `{key.name}` | {key.about.zh} | {example} |" for key, example in zip(KEYS, examples, strict=True)]
    return "\n".join(rows)


def thresholds_table() -> str:
    rows = ["| 名称 | 说明 | 默认 |", "| --- | --- | --- |"]
    for name, default in figures().items():
        shown = "、".join(f"{level} {figure}" for level, figure in default.items()) if isinstance(default, dict) else default
        rows.append(f"| `{name}` | {THRESHOLDS[name].zh} | {shown} |")
    return "\n".join(rows)


def team_table() -> str:
    chinese = {key: title for title, key in TITLES.items()}
    rows = ["| 英文 | 中文 | 作用 |", "| --- | --- | --- |"]
    return "\n".join([*rows, *(f"| `{key}` | `{chinese[key]}` | {WHAT[key]} |" for key in TEAM_KEYS)])


@pytest.mark.parametrize(
    ("page", "mark", "table"),
    [(SETTINGS, "keys", settings_table), (SETTINGS, "thresholds", thresholds_table), (TEAM, "keys", team_table)],
)
def test_the_tables_hold_all_there_is(page: Path, mark: str, table: Callable[[], str], request: pytest.FixtureRequest) -> None:
    text, begin, end = page.read_text(encoding="utf-8"), f"<!-- {mark} -->\n", f"\n<!-- /{mark} -->"
    if request.config.getoption("--update-golden"):
        before, _, rest = text.partition(begin)
        text = before + begin + table() + end + rest[rest.find(end) + len(end) if end in rest else 0 :]
        page.write_text(text, encoding="utf-8", newline="\n")
    assert text.partition(begin)[2].partition(end)[0] == table()


def test_every_threshold_is_described() -> None:
    assert THRESHOLDS.keys() == figures().keys()


def test_the_example_of_settings_is_one(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "salesduty.toml").write_text(block(SETTINGS, "toml"), encoding="utf-8")
    (tmp_path / "salesduty-rules.yaml").write_text(block(TEAM, "yaml"), encoding="utf-8")

    found = configure(tmp_path / "roles", today=date(2026, 11, 21))

    assert len(checked_team(found.settings)) == 2
    assert found.settings.most_duties == 15
    assert found.settings.widest_span == {"director": 10, "manager": 12, "supervisor": 20, "staff": 20}
    assert found.settings.glossary == {"应收账款": ("货款", "欠款")}
    assert found.choices == {"fail-on": "error"}


def test_every_example_of_a_key_is_one(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "salesduty-rules.yaml").write_text(block(TEAM, "yaml"), encoding="utf-8")
    for key in KEYS:
        (tmp_path / "salesduty.toml").write_text(key.example, encoding="utf-8")
        found = configure(tmp_path / "roles").settings
        checked_team(found)


def test_the_example_of_rules_holds_and_finds(tmp_path: Path) -> None:
    rules = tmp_path / "salesduty-rules.yaml"
    rules.write_text(block(TEAM, "yaml"), encoding="utf-8")
    (tmp_path / "salesduty.toml").write_text(block(TEAM, "toml"), encoding="utf-8")
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "posts.yaml").write_text(
        "post:\n  id: rep\n  name: 销售代表\n  duties: [每天在微信群接单]\n  kpis: [{name: 回款率, weight: 40}]\n",
        encoding="utf-8",
    )

    proved = prove([rules])
    assert (proved.wrong, [rule.code for rule in proved.rules]) == ((), ["TEAM001", "TEAM002"])
    found = lint(tmp_path / "roles").findings
    assert [(each.code, each.span.line, each.message.zh) for each in found if each.code.startswith("TEAM")] == [
        ("TEAM001", 4, "“销售代表”的职责里有“微信群接单”：客户下单要进系统"),
        ("TEAM002", 5, "“销售代表”的指标没有写“目标值”"),
    ]


def block(page: Path, language: str) -> str:
    """The first block of code in a language on a page."""
    match = re.search(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert match is not None
    return match[1]
