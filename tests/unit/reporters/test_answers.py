"""Answers as a director reads them, and as a program does."""

from __future__ import annotations

import json

import pytest

from salesduty.reporters.answers import ABSENT_REPORTERS, WHO_REPORTERS
from salesduty.reporters.columns import width
from salesduty.reporters.look import Look, plain
from salesduty.results.answers import (
    Absence,
    Absent,
    Answer,
    At,
    Bearer,
    Break,
    Carrier,
    Deputy,
    Handed,
    Measured,
    Mention,
    Near,
    Timed,
    Who,
)

AT = At("roles/a.yaml", 7, "sales/csm/complaint")


def bearer(part: str = "do", name: str = "客服主管", **given: object) -> Bearer:
    usual: dict[str, object] = {
        "post": "sales/csm",
        "kind": "duty",
        "title": "处理投诉",
        "text": "接到投诉后处理到客户认可",
        "words": "处理投诉",
        "stated": True,
        "confidence": 1.0,
        "at": AT,
    }
    return Bearer(part, name, **{**usual, **given})  # type: ignore[arg-type]


STEP = bearer("decide", "销售经理", kind="step", title="解决", text="", at=At("roles/p.yaml", 3, "sales/processes/p/#1"))
ANSWER = Answer(
    "sales",
    "销售部",
    (
        STEP,
        bearer(),
        bearer("do", "销售代表", text="登记投诉", stated=False, at=At("roles/b.yaml", 0, "sales/rep/#1")),
        bearer("do", "销售经理", kind="step", title="解决", text="", at=STEP.at),
        bearer("support", "财务部"),
    ),
    handed=(Handed("to", "客户", "解决"), Handed("escalate", "总经理", "解决")),
    limits=(Timed("客户投诉两小时内答复客户并登记下来", "", "客服主管"), Timed("24 小时", "解决"), Timed("当天", "", "销售代表")),
    rhythms=(Timed("weekly", "解决"), Timed("每3天", "", "客服主管")),
    measures=(Measured("投诉办结率", "≥95%", (Carrier("客服主管", 30.0), Carrier("销售经理", None))),),
    mentions=(Mention("function", "客户投诉处理"), Mention("step", "解决", "投诉流程", "销售经理")),
    records=("投诉单",),
)
FOUND = Who("客户投诉", "matter", ("投诉与售后·投诉处理",), (ANSWER,), 2)


def test_a_block_for_a_department() -> None:
    assert plain(WHO_REPORTERS["text"](FOUND, Look())) == (
        "“客户投诉”按这件事查：投诉与售后·投诉处理\n"
        "\n"
        "销售部\n"
        "  决定  销售经理  写明\n"
        "          环节：解决  roles/p.yaml:3\n"
        "  执行  客服主管  写明\n"
        "          接到投诉后处理到客户认可  roles/a.yaml:7\n"
        "        销售代表  推断\n"
        "          登记投诉  roles/b.yaml\n"
        "        同上：销售经理\n"
        "  协助  财务部\n"
        "  交给  客户\n"
        "  升级  解决 → 总经理\n"
        "  时限  客户投诉两小时内答复客户并登记下来；解决 24 小时；销售代表 当天\n"
        "  频次  解决 每周；客服主管 每3天\n"
        "  考核  投诉办结率 ≥95%：客服主管 30%、销售经理\n"
        "  出处  部门职能：客户投诉处理\n"
        "        流程“投诉流程”：解决（销售经理总负责）\n"
        "  表单  投诉单\n"
        "\n"
        "其余 2 个部门没有。\n"
    )


def test_the_same_in_english() -> None:
    said = plain(WHO_REPORTERS["text"](FOUND, Look("en")))

    assert "  decides    销售经理  stated\n" in said
    assert "  how often  解决 weekly; 客服主管 每3天\n" in said
    assert said.endswith("\nNothing in 2 other departments.\n")


def test_nobody_holds_it() -> None:
    near = (Near("销售部", bearer(text="办理退款")),)
    nobody = Who("退货", "matter", ("投诉与售后·退换货",), (), 1, near, ("退换货",))

    assert plain(WHO_REPORTERS["text"](nobody, Look())) == (
        "没有人负责“退货”。\n最接近的：\n  销售部 客服主管：办理退款\n    roles/a.yaml:7\n是不是想问：退换货\n"
    )
    assert plain(WHO_REPORTERS["text"](Who("嗯", "", (), (), 1), Look())).startswith("看不懂“嗯”。")
    support = Who("退货", "matter", (), (Answer("a", "甲部", (bearer("support"),)),), 0)
    assert "  只有人协助或知会，没有人负责\n" in plain(WHO_REPORTERS["text"](support, Look()))


def test_many_are_counted() -> None:
    many = tuple(bearer(name=f"岗位{n}", at=At("a.yaml", n, f"a/{n}")) for n in range(1, 15))
    several = tuple(bearer(text=f"第 {n} 条", at=At("a.yaml", n, f"b/{n}")) for n in range(1, 6))

    said = plain(WHO_REPORTERS["text"](Who("投诉", "matter", (), (Answer("a", "甲部", many),), 0), Look()))
    assert "还有 岗位5、岗位6、岗位7、岗位8、岗位9、岗位10等 10 个\n" in said
    said = plain(WHO_REPORTERS["text"](Who("投诉", "post", (), (Answer("a", "甲部", several),), 0), Look()))
    assert "第 5 条" in said
    said = plain(WHO_REPORTERS["text"](Who("投诉", "matter", (), (Answer("a", "甲部", several),), 0), Look()))
    assert "还有 3 条\n" in said


BREAKS = (
    Break("approval", "money", "nobody", "合同审批", "50 万元以下合同的审批权", "50 万元以下", ("副总监",), (), "limit", AT),
    Break("check", "money", "nobody", "对账", "核对应收余额", "1/2", (), (), "performers", AT),
    Break("check", "money", "nobody", "开票", "开票", "", ("副总监",), (), "half", AT),
    Break("step", "customer", "nobody", "解决", "", "24 小时", ("客户",), ("方案",), "decide", AT),
    Break("deputy", "other", "nobody", "副总监", why="level"),
    Break("duty", "money", "deputy", "催收货款", "催收货款", "当天", ("财务部",), ("催收单",), "", AT),
    Break("meeting", "other", "deputy", "周会", "周会", "weekly", at=AT),
    Break("team", "other", "deputy", "", who=("销售代表",), at=AT),
)
DEPUTY = Deputy("副总监", 12, 1, ("甲", "乙"), ("busy", "limit", "half"))
ABSENCE = Absence("sales", "销售部", "sales/boss", "总监", 1, True, DEPUTY, BREAKS)


def test_an_absence() -> None:
    assert plain(ABSENT_REPORTERS["text"](Absent("总监", (ABSENCE,)), Look())) == (
        "销售部：总监不在（编制 1 人）\n"
        "  备岗      副总监，能顶；还要顶甲、乙；有的审批没有权限；有的事会自己做、自己审；自己有 12 项职责\n"
        "  没人接（5 件）\n"
        "  钱和合同  没人能批，备岗副总监没有这些权限：\n"
        "              50 万元以下合同的审批权  roles/a.yaml:7\n"
        "            要 2 人办，只剩 1 人：对账  roles/a.yaml:7\n"
        "            副总监会自己做、自己审：开票  roles/a.yaml:7\n"
        "  客户      环节“解决”没人拍板（时限 24 小时）  roles/a.yaml:7\n"
        "  其他      备岗“副总监”低两级\n"
        "  全靠备岗副总监接（3 件）\n"
        "  钱和合同  催收货款（时限 当天）\n"
        "  其他      主持：周会（每周）\n"
        "            带 1 个岗位：销售代表\n"
        "  在等的人  客户、财务部（方案、催收单）\n"
    )


@pytest.mark.parametrize(
    ("people", "deputy", "said"),
    [
        (None, Deputy("", doubts=("none",)), "销售部：总监不在（没有写编制，按 1 人算）\n  备岗      没有写\n"),
        (3, Deputy("", doubts=("none",)), "  备岗      同岗同事互相顶，还有 2 人\n"),
        (3, Deputy("总监"), "  备岗      同岗同事互相顶，还有 2 人\n"),
        (1, Deputy("外人", doubts=("outside",)), "  备岗      外人，顶不了；备岗“外人”不是本部门的岗位\n"),
        (1, Deputy("副总监", doubts=("level",)), "  备岗      副总监，顶不了；低两级\n"),
        (1, Deputy("副总监"), "  什么都不耽误。\n"),
    ],
)
def test_deputies(people: int | None, deputy: Deputy, said: str) -> None:
    absence = Absence("sales", "销售部", "sales/boss", "总监", people, True, deputy)

    assert said in plain(ABSENT_REPORTERS["text"](Absent("总监", (absence,)), Look()))


def test_what_colleagues_take_over_and_a_post_that_does_not_exist() -> None:
    rest = tuple(Break("duty", "money", "colleagues", f"事{n}", f"事{n}", at=AT) for n in range(5))
    one = Absence("sales", "销售部", "sales/boss", "总监", 2, True, Deputy("总监"), rest)
    gone = Absence("shop", "门店部", "shop/boss", "总监", 2, False, Deputy("总监"))

    said = plain(ABSENT_REPORTERS["text"](Absent("总监", (one, gone)), Look()))
    assert "  全落到剩下的 1 名同事身上（5 件）\n" in said
    assert "            还有 2 件\n" in said
    assert said.endswith("\n门店部：总监现在没有人，它还没有设立或已经撤销。\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 60, 100])
def test_every_line_fits_the_window(columns: int, lang: str) -> None:
    look = Look(lang, columns)  # type: ignore[arg-type]
    said = plain(WHO_REPORTERS["text"](FOUND, look)) + plain(ABSENT_REPORTERS["text"](Absent("总监", (ABSENCE,)), look))

    assert max(width(line) for line in said.splitlines()) <= columns


def test_names_of_strangers_are_text() -> None:
    evil = "\x1b[31m##[error]\u202e\n::error::x" + "长" * 300
    hostile = Answer("a", evil, (bearer(name=evil, text=evil, title=evil, at=At(evil, 1, "")),), records=(evil,))
    absence = Absence(
        "a",
        evil,
        "a/b",
        evil,
        1,
        True,
        Deputy(evil, doubts=("unknown",)),
        (Break("duty", "money", "nobody", evil, evil, evil, (evil,), (evil,), "", At(evil, 1, "")),),
    )
    for form in ("text", "json"):
        said = plain(WHO_REPORTERS[form](Who(evil, "matter", (evil,), (hostile,), 0), Look()))
        said += plain(ABSENT_REPORTERS[form](Absent(evil, (absence,)), Look()))
        assert not {"\x1b", "\u202e"} & set(said)
        assert "##[" not in said
        assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_a_gbk_console_gets_what_it_can_write() -> None:
    said = plain(WHO_REPORTERS["text"](Who("投诉🐼", "", (), (), 1), Look(encoding="gbk")))

    assert said.encode("gbk")
    assert r"\U0001f43c" in said


def test_json_has_everything() -> None:
    told = json.loads(plain(WHO_REPORTERS["json"](FOUND, Look(version="1"))))
    assert (told["version"], told["question"], told["subject"], told["held"], told["others"]) == (
        "1",
        "客户投诉",
        "matter",
        True,
        2,
    )
    [department] = told["departments"]
    assert (department["department"], department["held"], department["records"]) == ("sales", True, ["投诉单"])
    assert department["bearers"][1]["line"] == 7
    assert department["bearers"][2]["line"] is None
    assert department["measures"][0]["carriers"][0] == {"name": "客服主管", "weight": 30.0}
    nobody = json.loads(plain(WHO_REPORTERS["json"](Who("x", "", (), (), 1, (Near("甲", bearer()),)), Look(encoding="gbk"))))
    assert (nobody["subject"], nobody["departments"], nobody["nearest"][0]["department"]) == (None, [], "甲")
    missed = json.loads(plain(ABSENT_REPORTERS["json"](Absent("总监", (ABSENCE,)), Look())))
    assert (missed["post"], missed["breaks"]) == ("总监", True)
    assert missed["absences"][0]["deputy"]["can"] is True
    assert missed["absences"][0]["breaks"][0]["line"] == 7
    assert json.loads(plain(ABSENT_REPORTERS["json"](Absent("总监", ()), Look())))["absences"] == []
