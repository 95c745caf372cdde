"""KPI: where its rules begin and end, beyond their examples."""

from __future__ import annotations

from datetime import date

import pytest

from salesduty.responsibility.schemes import named
from salesduty.results.wording import Text
from salesduty.rules.kpis.hundred import off_hundred
from salesduty.settings.settings import Settings
from unit.rules.findings import findings

NESTED = {
    "department.yaml": "department: {id: centre, name: 营销中心}\n",
    "kpis.yaml": "kpis: [{id: revenue, name: 销售额, level: shared}]\n",
    "appraisal.yaml": "appraisal: {cycles: [{cycle: P3M, levels: [staff]}]}\n",
    "east/a.yaml": "department: {id: east, name: 华东}\npost: {name: 甲, level: staff, kpis: [revenue]}\n",
    "west/a.yaml": "department: {id: west, name: 华西}\npost: {name: 乙, level: staff, kpis: [{ref: 销售额, cycle: monthly}]}\n",
}


@pytest.mark.parametrize(
    ("parts", "off"),
    [
        ([60, 40], None),
        ([33.33, 33.33, 33.33], None),
        ([16.67] * 6, None),
        ([33.3, 33.3, 33.3], Text("少 0.1", "0.1 too few")),
        ([60, 30], Text("少 10", "10 too few")),
        ([60, 50.5], Text("多 10.5", "10.5 too many")),
        ([0, 0], Text("少 100", "100 too few")),
        ([0.6, 0.4], Text("像是小数，把 60% 写成了 0.6", "as if 60% had been written as 0.6")),
        ([1], Text("像是小数，把 100% 写成了 1", "as if 100% had been written as 1")),
        ([0.333, 0.333, 0.333], Text("像是小数，把 33.3% 写成了 0.333", "as if 33.3% had been written as 0.333")),
    ],
)
def test_how_far_a_sum_is_off(parts: list[float], off: Text | None) -> None:
    assert off_hundred(parts) == off


@pytest.mark.parametrize(("status", "count"), [("active", 1), ("proposed", 1), ("retired", 0)])
def test_weights_and_splits_of_a_post_to_come_must_be_right_already(status: str, count: int) -> None:
    text = f"post: {{name: 甲, status: {status}, kpis: [{{name: 一, weight: 60}}, {{name: 二, weight: 30}}]}}\n"
    assert len(findings("KPI001", text)) == count
    text = f"post: {{name: 甲, status: {status}, kpis: [{{name: 一, weight: 60}}, {{name: 二}}]}}\n"
    assert len(findings("KPI002", text)) == count
    text = f"post: {{name: 甲, status: {status}, kpis: [{{name: 一, split: {{a: 60}}}}]}}\n"
    assert len(findings("KPI015", text)) == count


@pytest.mark.parametrize("kpi", ["[二]", "{ref: [二], weight: 40}", "{name: 二, weight: 四十}", "{name: 二, wieght: 40}"])
def test_a_weight_that_could_not_be_read_is_not_reported_twice(kpi: str) -> None:
    text = f"post: {{name: 甲, kpis: [{{name: 一, weight: 60}}, {kpi}]}}\n"
    assert findings("KPI001", text) == findings("KPI002", text) == []


def test_a_weight_left_blank_is_not_reported_twice() -> None:
    text = "post:\n  name: 甲\n  kpis:\n    - {name: 一, weight: 60}\n    - name: 二\n      weight:\n"
    assert findings("KPI002", text) == []


def test_every_kpi_without_a_weight_is_called_by_the_name_it_has() -> None:
    text = "kpi: {id: a, name: 甲}\npost: {name: 岗, kpis: [{ref: z, weight: 60}, a, b, {id: c, name: 丙}, {name: 丁, ref: a}]}\n"
    assert findings("KPI002", text) == ["2:46 “岗”的指标没有写权重：甲、b、丙、丁"]


@pytest.mark.parametrize(("count", "few", "many"), [(0, 0, 0), (1, 1, 0), (2, 1, 0), (3, 0, 0), (7, 0, 0), (8, 0, 1)])
def test_three_to_seven_kpis_are_a_scorecard(count: int, few: int, many: int) -> None:
    text = f"post: {{name: 甲, kpis: [{', '.join(f'k{n}' for n in range(count))}]}}\n"
    assert (len(findings("KPI003", text)), len(findings("KPI004", text))) == (few, many)
    assert findings("KPI003", text.replace("甲,", "甲, status: proposed,")) == []
    assert findings("KPI004", text.replace("甲,", "甲, status: proposed,")) == []


def test_how_many_kpis_there_may_be_is_a_setting() -> None:
    settings = Settings(date(2026, 11, 21), fewest_kpis=1, most_kpis=1)
    assert findings("KPI003", "post: {name: 甲, kpis: [a]}\n", settings) == []
    assert findings("KPI004", "post: {name: 甲, kpis: [a, b]}\n", settings) == ["1:17 “甲”有 2 个指标，多于 1 个"]


def test_a_kpi_that_could_not_be_read_is_not_too_few() -> None:
    assert findings("KPI003", "post: {name: 甲, kpis: [a, b, [c]]}\n") == []


def test_what_is_missing_is_told_where_it_can_be_mended() -> None:
    text = """\
kpis:
  - {id: one, name: 一人用}
  - {id: two, name: 两人用}
  - {id: own, name: 各写各的}
posts:
  - {name: 甲, kpis: [two, own, {name: 就地, id: here}]}
  - {name: 乙, kpis: [one, two, {ref: own, source: 台账}, here]}
  - {name: 丙, kpis: [nobody-knows, {name: 有, source: 台账}, {name: 也有, source: 台账}], status: active}
  - {name: 丁, kpis: [one], status: proposed}
  - {name: 戊, kpis: [own-1, own-2], status: retired}
"""
    assert findings("KPI008", text) == [
        "3:21 2 个岗位的指标“两人用”等 4 个指标没有写数据来源",
    ]
    assert findings("KPI008", text.replace("{name: 就地, id: here}", "{name: 就地, id: here, source: 台账}")) == [
        "3:21 2 个岗位的指标“两人用”没有写数据来源",
        "6:27 “甲”的指标“各写各的”没有写数据来源",
        "7:22 “乙”的指标“一人用”没有写数据来源",
    ]


def test_what_another_post_defines_in_place_is_used() -> None:
    kpis = "[{id: a, name: 一, kind: process, cycle: daily}, {name: 二, kind: process, cycle: daily}, {id: c, name: 三, kind: process, cycle: daily}]"
    text = f"posts:\n  - {{name: 甲, kpis: {kpis}}}\n  - {{name: 乙, level: director, kpis: [一, 二, c]}}\n"
    assert findings("KPI011", text) == ["2:15 “甲”的 3 个指标全是过程指标", "3:32 “乙”的 3 个指标全是过程指标"]
    clause = "每日考核，总监级的业绩按月或更长的周期才看得出"
    assert findings("KPI010", text) == [
        f"3:39 “乙”的指标“一”{clause}",
        f"3:42 “乙”的指标“二”{clause}",
        f"3:45 “乙”的指标“三”{clause}",
    ]


def test_a_kpi_is_called_by_what_there_is_to_call_it_by() -> None:
    text = "kpi: {id: a, name: 一}\npost: {name: 甲, kpis: [{name: 我的, ref: a}, {id: own, name: 自己}]}\n"
    assert findings("KPI008", text) == [
        "2:31 “甲”的指标“我的”没有写数据来源",
        "2:60 “甲”的指标“自己”没有写数据来源",
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("KPI005", "post:\n  name: 甲\n  kpis:\n    - name: 一\n      target:\n"),
        (
            "KPI014",
            "kpi:\n  id: a\n  name: 一\n  level: shared\n  split:\nposts: [{name: 甲, kpis: [a]}, {name: 乙, kpis: [a]}]\n",
        ),
    ],
)
def test_a_field_left_blank_is_not_reported_twice(code: str, text: str) -> None:
    assert findings(code, text) == []


@pytest.mark.parametrize(
    ("code", "post"),
    [
        ("KPI001", "{name: 甲, kpis: [{name: 一, weight: 60}]}"),
        ("KPI003", "{name: 甲, kpis: [{name: 一, weight: 100}]}"),
        ("KPI015", "{name: 甲, kpis: [{name: 一, split: {a: 60}}]}"),
    ],
)
def test_a_field_that_another_post_leaves_blank_hides_nothing(code: str, post: str) -> None:
    assert len(
        findings(code, f"posts:\n  - {post}\n  - name: 乙\n    kpis:\n  - name: 丙\n    kpis: [{{name: 二, split: }}]\n")
    ) == (2 if code == "KPI003" else 1)


def test_a_definition_around_the_department_is_used() -> None:
    assert findings("KPI008", NESTED) == ["kpis.yaml:1:28 2 个岗位的指标“销售额”没有写数据来源"]
    assert findings("KPI013", NESTED) == []
    assert findings("KPI014", NESTED) == ["kpis.yaml:1:40 共担指标“销售额”由甲、乙共同承担，没有写分担比例"]
    assert findings("KPI008", {**NESTED, "kpis.yaml": "kpis: [{id: revenue, name: 销售额, source: CRM}]\n"}) == []


def test_a_scheme_around_the_department_counts() -> None:
    assert findings("KPI009", NESTED) == []
    assert findings("KPI010", NESTED) == ["west/a.yaml:2:56 “乙”的指标“销售额”每月考核，考核方案对这个岗位是每季度考核"]


@pytest.mark.parametrize("target", ["target: [95]", "targt: 95"])
def test_a_target_that_could_not_be_read_is_not_missing(target: str) -> None:
    assert findings("KPI005", f"post: {{name: 甲, kpis: [{{name: 一, {target}}}]}}\n") == []
    assert findings("KPI005", f"kpi: {{id: a, name: 一, {target}}}\npost: {{name: 甲, kpis: [a]}}\n") == []


@pytest.mark.parametrize(
    "target", ["95", "≥95", "不低于 95", "95以上", "90～95", "1,000", "不超过 3（含）", "约 10 至 20", "<= 3.5", "至少2"]
)
def test_a_bare_number_needs_a_unit(target: str) -> None:
    assert len(findings("KPI006", f"post: {{name: 甲, kpis: [{{name: 一, target: '{target}'}}]}}\n")) == 1
    assert findings("KPI006", f"post: {{name: 甲, kpis: [{{name: 一, target: '{target}', unit: 次}}]}}\n") == []


@pytest.mark.parametrize(
    "target", ["95%", "≥95 分", "3天内", "零投诉", "按计划", "每月 2 次", "不低于去年", "95 ％", "100 万元以上", "A"]
)
def test_a_target_with_its_unit_or_without_a_number_needs_none(target: str) -> None:
    assert findings("KPI006", f"post: {{name: 甲, kpis: [{{name: 一, target: '{target}'}}]}}\n") == []


def test_a_target_of_the_post_with_a_unit_of_the_definition_is_enough() -> None:
    assert findings("KPI006", "kpi: {id: a, name: 一, unit: 次}\npost: {name: 甲, kpis: [{ref: a, target: 3}]}\n") == []


def test_a_bare_target_on_the_post_is_pointed_at() -> None:
    assert findings("KPI006", "kpi: {id: a, name: 一, target: 5%}\npost: {name: 甲, kpis: [{ref: a, target: 3}]}\n") == [
        "2:41 “甲”的指标“一”没有写单位，目标值只是一个数"
    ]
    posts = "posts:\n  - {name: 甲, kpis: [{ref: a, target: 3}]}\n  - {name: 乙, kpis: [{ref: a, target: 4}]}\n"
    text = f"kpi: {{id: a, name: 一}}\n{posts}"
    assert findings("KPI006", text) == ["1:20 2 个岗位的指标“一”没有写单位，目标值只是一个数"]


def test_a_kpi_that_people_judge_needs_neither_formula_nor_unit() -> None:
    text = "kpi: {id: a, name: 一, kind: qualitative, target: 90}\npost: {name: 甲, kpis: [a, {ref: a, kind: outcome}]}\n"
    assert findings("KPI007", text) == ["2:33 “甲”的指标“一”没有写计算公式"]
    assert findings("KPI006", text) == ["2:33 “甲”的指标“一”没有写单位，目标值只是一个数"]


@pytest.mark.parametrize(
    ("cycle", "name"),
    [
        *(("P1D", "daily"), ("P7D", "weekly"), ("P1W", "weekly"), ("P2W", "biweekly"), ("P1M", "monthly"), ("P3M", "quarterly")),
        *(("P6M", "half-yearly"), ("P12M", "yearly"), ("P1Y", "yearly"), ("P2M", "P2M"), ("monthly", "monthly")),
    ],
)
def test_a_duration_is_the_cycle_of_that_length(cycle: str, name: str) -> None:
    assert named(cycle) == name


def _scheme(cycles: str, *kpis: str, post: str = "name: 甲, level: staff") -> str:
    return f"appraisal: {{cycles: {cycles}}}\npost: {{{post}, kpis: [{', '.join(kpis)}]}}\n"


@pytest.mark.parametrize(
    ("cycles", "told"),
    [
        ("[{cycle: monthly}]", "每月"),
        ("[{cycle: monthly, levels: [staff]}, {cycle: P1M, levels: [staff]}]", "每月"),
        ("[{cycle: monthly, posts: [甲]}, {cycle: weekly, levels: [manager]}]", "每月"),
        ("[{cycle: monthly, posts: [全体]}]", "每月"),
        ("[{cycle: P45D, posts: [甲, 谁]}, {cycle: quarterly}]", "每45天、每季度"),
        ("[{cycle: monthly, levels: [manager]}]", None),
        ("[{cycle: monthly, levels: [manager], posts: [乙]}]", None),
    ],
)
def test_a_scheme_says_when_a_post_is_appraised(cycles: str, told: str | None) -> None:
    found = findings("KPI010", _scheme(cycles, "{name: 一, cycle: yearly}"))
    assert found == ([f"2:55 “甲”的指标“一”每年考核，考核方案对这个岗位是{told}考核"] if told else [])


def test_several_schemes_of_one_department_count_together() -> None:
    files = {
        "a.yaml": _scheme("[{cycle: monthly}]", "{name: 一, cycle: monthly}", "{name: 二, cycle: yearly}", "{name: 三}"),
        "b.yaml": "appraisal: {cycles: [{cycle: yearly}]}\n",
        "c.yaml": "appraisal: {uses: 奖金}\n",
    }
    assert findings("KPI010", files) == []
    assert findings("KPI009", files) == ["a.yaml:2:98 “甲”的指标“三”没有写考核周期"]


def test_what_follows_events_fits_every_scheme() -> None:
    assert findings("KPI010", _scheme("[{cycle: monthly}]", "{name: 一, cycle: on-event}")) == []


def test_without_a_scheme_only_what_nobody_would_defend_is_told() -> None:
    def told(level: str, *cycles: str) -> int:
        kpis = ", ".join(f"{{name: k{n}, cycle: {cycle}}}" if cycle else f"k{n}" for n, cycle in enumerate(cycles))
        return len(findings("KPI010", f"kpi: {{id: k9, name: 无}}\npost: {{name: 甲, {level}, kpis: [{kpis}]}}\n"))

    assert told("level: staff", "yearly", "P1Y") == 1
    assert told("level: supervisor", "yearly", "yearly") == 1
    assert told("level: supervisor", "yearly", "quarterly") == 0
    assert told("level: staff", "yearly", "") == 0
    assert told("level: manager", "yearly", "yearly") == 0
    assert told("level: manager", "daily") == 0
    assert told("purpose: 不知道层级", "yearly") == 0
    assert told("level: director", "daily", "P7D", "monthly") == 2


def test_kinds_are_compared_where_all_are_known() -> None:
    def told(code: str, *kinds: str) -> int:
        kpis = ", ".join(f"{{name: k{n}, {'kind: ' + kind if kind else 'unit: 次'}}}" for n, kind in enumerate(kinds))
        return len(findings(code, f"post: {{name: 甲, kpis: [{kpis}]}}\n"))

    for code, kind in (("KPI011", "process"), ("KPI012", "outcome")):
        assert told(code, kind, kind, kind) == 1
        assert told(code, kind, kind) == 0
        assert told(code, kind, kind, kind, "") == 0
        assert told(code, kind, kind, kind, "qualitative") == 0
    assert findings("KPI011", "kpi: {id: a, name: 一, kind: process}\npost: {name: 甲, kpis: [a, a, a, nobody-knows]}\n") == []


def test_a_definition_is_used_wherever_it_is_named() -> None:
    files = {
        "a.yaml": """\
department: {name: 销售部, functions: [{name: 回款, duties: [{text: 催收, kpis: [in-function]}]}]}
kpis: [{id: in-function, name: 一}, {id: in-step, name: 二}, {id: in-duty, name: 三}, {id: later, name: 四}, {name: 五}]
post: {name: 甲, status: proposed, kpis: [later], duties: [{text: 拜访, kpis: in-duty}]}
process: {name: 流程, steps: [{name: 一步, kpis: in-step}]}
"""
    }
    assert findings("KPI013", files) == ["a.yaml:2:113 指标“五”没有岗位承担，也没有职责引用"]
    assert findings("KPI013", {**files, "b.yaml": "post: [\n"}) == []
    assert findings("KPI013", {**files, "b.yaml": "posts: [{headcount: 1}]\n"}) == []


def test_a_shared_kpi_needs_a_split_where_several_share_it() -> None:
    def told(kpi: str, *posts: str) -> list[str]:
        listed = ", ".join(f"{{name: 岗{n}, {post}}}" for n, post in enumerate(posts))
        return findings("KPI014", f"kpi: {{id: a, name: 一, {kpi}}}\nposts: [{listed}]\n")

    shared = "1:30 共担指标“一”由岗0、岗1共同承担，没有写分担比例"
    assert told("level: shared", "kpis: [a]", "kpis: [a]") == [shared]
    assert told("level: shared", "kpis: [a]") == []
    assert told("level: shared", "kpis: [a]", "kpis: [a], status: proposed") == []
    assert told("level: shared", "kpis: [a]", "kpis: [{ref: a, split: {岗0: 40, 岗1: 60}}]") == []
    assert told("level: shared, split: {岗0: 六成}", "kpis: [a]", "kpis: [a]") == []
    assert told("level: team", "kpis: [a]", "kpis: [a]") == []
    own = "kpis: [{ref: a, level: shared}]"
    assert told("level: team", own, own) == ["1:20 共担指标“一”由岗0、岗1共同承担，没有写分担比例"]


def test_a_split_that_could_not_be_read_is_not_added_up() -> None:
    assert findings("KPI015", "kpi: {name: 一, split: [{post: a, share: 60}, {post: b, share: 四成}]}\n") == []
    assert findings("KPI015", "post: {name: 甲, kpis: [{ref: a, split: {a: 60, b: 50}}, {name: 二, split: {a: 1, b: 2}}]}\n") == [
        "1:33 指标“a”的分担比例合计 110%，多 10",
        "1:67 指标“二”的分担比例合计 3%，少 97",
    ]
