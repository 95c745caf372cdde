from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesduty.settings.keys import KEYS
from salesduty.settings.reading import Given, read
from salesduty.settings.selection import Layer

WHOLE = """
select = ["STR", "KPI001"]
ignore = ["KPI006"]
profile = "general"
team-rules = ["rules.yaml"]
lang = "en"
fail-on = "error"
show = "info"
[severity]
KPI = "info"
[per-path."roles/legacy/**"]
ignore = ["ORG"]
severity = {STR025 = "off"}
[thresholds]
most-duties = 15
widest-span = {manager = 12}
[glossary]
"应收账款" = ["货款", "欠款"]
"客户" = "顾客"
[profiles]
"roles/factory" = "manufacturing"
"""


def test_everything_that_can_be_written_is_read() -> None:
    assert read(tomllib.loads(WHOLE)) == Given(
        layers=(
            Layer("", ("STR", "KPI001"), ("KPI006",), {"KPI": "info"}),
            Layer("roles/legacy/**", (), ("ORG",), {"STR025": "off"}),
        ),
        select=("STR", "KPI001"),
        thresholds={"most-duties": 15, "widest-span": {"manager": 12}},
        glossary={"应收账款": ("货款", "欠款"), "客户": ("顾客",)},
        profile="general",
        profiles=(("roles/factory", "manufacturing"),),
        files=("rules.yaml",),
        choices={"lang": "en", "fail-on": "error", "show": "info"},
    )
    assert {key.name for key in KEYS} == tomllib.loads(WHOLE).keys()


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ('ingore = ["A"]', ("ingore",), "没有“ingore”这个设置，是不是“ignore”？"),
        ("x = 1", ("x",), "没有“x”这个设置"),
        ('select = "KPI"', ("select",), '“select”要写成加引号的词的列表，例如 select = ["STR", "REF", "KPI001"]'),
        ("select = []", ("select",), "“select”是空的，什么也不会检查；要检查全部，删掉这一行"),
        ('ignore = ["KPI", 1]', ("ignore",), '“ignore”要写成加引号的词的列表，例如 ignore = ["KPI006", "span-too-narrow"]'),
        ('ignore = ["KPI", " "]', ("ignore", 1), "“ignore”里有空的词"),
        ('severity = "info"', ("severity",), '“severity”要写成一个小节，例如 [severity] KPI = "info" KPI001 = "error"'),
        (
            'severity.KPI = "warn"',
            ("severity", "KPI"),
            "“severity.KPI”不能是“warn”，可以是：error、warning、info、off，是不是“warning”？",
        ),
        ("severity.KPI = [1]", ("severity", "KPI"), "“severity.KPI”不能是“[1]”，可以是：error、warning、info、off"),
        ("thresholds.most-duty = 1", ("thresholds", "most-duty"), "没有“thresholds.most-duty”这个设置，是不是“most-duties”？"),
        ("thresholds.most-duties = true", ("thresholds", "most-duties"), "“thresholds.most-duties”要写成 0 到 1000000 的整数"),
        ("thresholds.most-duties = -1", ("thresholds", "most-duties"), "“thresholds.most-duties”要写成 0 到 1000000 的整数"),
        ("thresholds.most-duties = 1.5", ("thresholds", "most-duties"), "“thresholds.most-duties”要写成 0 到 1000000 的整数"),
        ("thresholds.fewest-kpis = 9", ("thresholds", "fewest-kpis"), "“fewest-kpis”不能大于“most-kpis”"),
        ("thresholds.most-kpis = 2", ("thresholds", "most-kpis"), "“fewest-kpis”不能大于“most-kpis”"),
        (
            "thresholds.widest-span = 3",
            ("thresholds", "widest-span"),
            "“thresholds.widest-span”要写成一个小节，例如 [thresholds] most-duties = 15 widest-span = {manager = 12}",
        ),
        ("thresholds.widest-span.boss = 3", ("thresholds", "widest-span", "boss"), "没有“thresholds.widest-span.boss”这个设置"),
        ('glossary."甲" = ["乙", ""]', ("glossary", "甲", 1), "“glossary.甲”里有空的词"),
        ('glossary = {"甲" = ["乙"], "丙" = ["乙"]}', ("glossary", "丙", 0), "“乙”已经归到“甲”下面了"),
        ('glossary = {"甲" = ["乙"], "乙" = ["丙"]}', ("glossary", "甲", 0), "“乙”不能既是要用的词，又是不要用的词"),
        ("profile = 3", ("profile",), '“profile”要写成加引号的词，例如 profile = "general"'),
        ('profiles."../x" = "general"', ("profiles", "../x"), "“../x”指到了设置文件所在文件夹的外面"),
        ('per-path."/etc".ignore = ["KPI"]', ("per-path", "/etc"), "“/etc”指到了设置文件所在文件夹的外面"),
        (r"per-path.'C:\x'.ignore = ['KPI']", ("per-path", r"C:\x"), r"“C:\x”指到了设置文件所在文件夹的外面"),
        ('per-path."a".thresholds = 3', ("per-path", "a", "thresholds"), "没有“per-path.a.thresholds”这个设置"),
        ('fail-on = "off"', ("fail-on",), "“fail-on”不能是“off”，可以是：error、warning、info"),
    ],
)
def test_what_is_wrong_is_told_with_the_way_to_it(text: str, path: tuple[str | int, ...], said: str) -> None:
    (wrong,) = read(tomllib.loads(text)).wrong
    assert (wrong[0], wrong[1].zh) == (path, said)


def test_more_paths_than_anybody_needs_are_refused() -> None:
    found = read({"per-path": {f"a{number}": {"ignore": ["KPI"]} for number in range(101)}, "team-rules": ["a"] * 11})
    assert [(path, what.zh) for path, what in found.wrong] == [
        (("per-path",), "“per-path”最多写 100 项"),
        (("team-rules",), "“team-rules”最多写 10 项"),
    ]
    assert read({"per-path": {"a" * 2000: {}}}).wrong[0][1].zh.endswith("太长")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from([*(key.name for key in KEYS), "x", "../y"]), below, max_size=3)
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from([*(key.name for key in KEYS), "x"]), ANYTHING, max_size=4))
def test_whatever_is_written_is_read_or_told(data: dict[str, object]) -> None:
    for path, what in read(data).wrong:
        assert path
        assert what.zh
        assert what.en
