"""Ids for what has none: readable, unique, and the same wherever it stands."""

from __future__ import annotations

import re
from itertools import permutations

from opened.workspaces import SETTINGS
from salesduty.responsibility.called import readable
from salesduty.results.repair import Add
from salesduty.toolkit.fix import fix
from salesduty.toolkit.ids import ids
from salesduty.toolkit.load import load
from salesduty.toolkit.vocabulary import standard

DEPARTMENT = "department: {id: sales, name: 销售部, functions: [市场开拓, {id: x, name: 货款回收, duties: [催收货款]}]}\n"
SENTENCES = ("每周拜访 5 家客户", "每月拜访 2 家重点客户", "审核销售合同", "哼哼哈哈", "嘻嘻", "催收到期货款")


def given(text: str) -> dict[tuple[str | int, ...], str]:
    """The ids that are given in a text, by place."""
    return {
        step.at.path: step.words for repair in ids(load({"roles/a.yaml": text})) for step in repair.steps if isinstance(step, Add)
    }


def post(*sentences: str) -> str:
    return "post:\n  name: 销售代表\n  duties:\n" + "".join(f"    - {sentence}\n" for sentence in sentences)


def by_sentence(*sentences: str) -> dict[str, str]:
    return {sentences[int(path[-1])]: name for path, name in given(post(*sentences)).items()}


def test_ids_are_english_words_or_a_digest() -> None:
    words = by_sentence(*SENTENCES)
    assert words["审核销售合同"] == "review-contract"
    assert words["催收到期货款"] == "collect-payment"
    assert re.fullmatch(r"duty-[0-9a-f]{4}", words["哼哼哈哈"])
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in words.values())
    assert len(set(words.values())) == len(SENTENCES)


def test_ids_do_not_depend_on_where_things_stand() -> None:
    expected = by_sentence(*SENTENCES)
    for order in list(permutations(SENTENCES))[::97]:
        assert by_sentence(*order) == expected
    assert by_sentence("催收到期货款") == {"催收到期货款": "collect-payment"}


def test_what_would_be_called_the_same_is_told_apart() -> None:
    found = by_sentence("审核销售合同", "审核采购合同", "哼哼", "哼哼")
    assert len(set(found.values())) == len(found)
    assert "review-contract" not in found.values(), "whichever stands first would have it"
    names = list(given(post("哼哼", "哼哼")).values())
    assert names[1] == f"{names[0]}-2"
    taken = given(post("{id: review-contract, text: 甲}", "审核销售合同"))
    assert [re.sub(r"[0-9a-f]{4}$", "…", name) for name in taken.values()] == ["review-contract-…"]


def test_duties_functions_steps_and_authorities_get_ids() -> None:
    text = (
        DEPARTMENT
        + "process: {name: 投诉, steps: [登记投诉, {id: y, name: 处理, duties: [回复客户]}]}\n"
        + "post: {name: 销售代表, authorities: [样品赠送权], duties: [{title: 合同, duties: [审核销售合同]}]}\n"
    )
    assert set(given(text)) == {
        ("department", "functions", 0),
        ("department", "functions", 1, "duties", 0),
        ("process", 0, "steps", 0),
        ("process", 0, "steps", 1, "duties", 0),
        ("post", 0, "authorities", 0),
        ("post", 0, "duties", 0),
        ("post", 0, "duties", 0, "duties", 0),
    }


def test_names_of_posts_are_no_verbs() -> None:
    text = "posts:\n  - {id: m, name: 销售经理}\n  - {id: r, name: 销售代表, duties: [每周向销售经理提交拜访记录]}\n"
    assert not any(name.startswith("sell") for name in given(text).values())
    assert readable("", standard()) == ""


def test_a_place_that_a_waiver_names_by_position_keeps_its_address() -> None:
    waiver = "{rule: OVL001, at: 'sales/rep/#1', reason: 试, approver: 总经理, until: 2099-01-01}"
    text = f"department: {{id: sales, name: 销售部, waivers: [{waiver}]}}\npost: {{id: rep, name: 代表, duties: [一, 二]}}\n"
    assert given(text) == {}
    assert len(given(text.replace("#1", "one"))) == 2


def test_sentences_keep_the_language_of_the_keys() -> None:
    done = fix({"roles/a.yaml": "岗位:\n  岗位名称: 甲\n  岗位职责:\n    - 审核销售合同\n"}, settings=SETTINGS)
    assert done.files[0].after == "岗位:\n  岗位名称: 甲\n  岗位职责:\n    - 编号: review-contract\n      内容: 审核销售合同\n"
