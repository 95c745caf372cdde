"""STR012: a field that does not exist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesduty.results.finding import ERROR
from salesduty.results.repair import Put, Repair
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Rule, Trouble
from salesduty.rules.suggestion import did_you_mean

_DASHES = ("-", "–", "—", "―", "−", "－")


def _unknown(values: Mapping[str, object]) -> Text:
    """The words for a key nobody knows, and for a field that is written under two of its names."""
    key, same, near = quoted(str(values["key"])), values["same"], values["near"]
    if same:
        return Text(
            f"{key}和“{same}”是同一个项目的两种写法，这里写了两遍",
            f"{key} and “{same}” are two names of one field, which is written twice here",
        )
    if near and str(values["key"]).startswith(_DASHES):
        return Text(
            f"{key}开头的横线要用半角“-”，后面空一格",
            f"the dash that {key} begins with has to be a Latin one, with a space behind it",
        )
    meant = did_you_mean(near if isinstance(near, Sequence) else ())
    return Text(f"没有{key}这个项目{meant.zh}", f"there is no field called {key}{meant.en}")


def _remedy(values: Mapping[str, object]) -> Text:
    """What to do about a key nobody knows, with and without a name that it may stand for."""
    if values["same"]:
        return Text("两处合成一处，删掉另一处。", "Write it once and take the other out.")
    if values["near"]:
        first = Text("改成提示的项目名，或删掉这一项", "Use the name that is suggested, or take the field out")
    else:
        first = Text("项目名写错的就改正，多余的就删掉", "Mend the name of the field, or take the field out")
    return Text(
        f"{first.zh}；如果这本来是一句话，只是里面有冒号，给整句加上引号。",
        f"{first.en}; if it is a sentence that happens to hold a colon, quote the sentence.",
    )


def _mend(trouble: Trouble) -> Repair | None:
    """The name that is meant, where only one looks like it."""
    near = trouble.values["near"]
    if trouble.values["same"] or not isinstance(near, Sequence) or len(near) != 1:
        return None
    what = Text(f"项目名改成{quoted(near[0])}", f"call the field {quoted(near[0])}")
    return Repair(what, (Put(trouble.at.key, str(near[0])),), safe=False)


RULE = Rule(
    code="STR012",
    name="unknown-key",
    severity=ERROR,
    kinds={"unknown-key": _unknown},
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="写错名字的项目等于没有写：内容不会被检查，也不会印进发给员工的文件。",
        en="A field under a wrong name is not written at all: nobody checks it, and it is missing in what people sign.",
    ),
    fixes={"unknown-key": _remedy},
    mend=_mend,
    fix=Text(zh="{how}", en="{how}"),
    good=(
        Example("department: {name: 销售部, outside: [总经理]}\npost:\n  name: 销售经理\n  reports_to: 总经理\n"),
        Example("部门: {名称: 销售部, 外部对象: [总经理]}\n岗位:\n  岗位名称: 销售经理\n  直接上级: 总经理\n"),
        Example('post:\n  name: 销售代表\n  duties:\n    - "客户沟通: 每周拜访 5 家客户"\n'),
    ),
    bad=(
        Example(
            "post:\n  name: 销售代表\n  report_to: 销售经理\n",
            finds=("3:3 没有“report_to”这个项目，是不是“reports_to”？",),
        ),
        Example(
            "岗位:\n  岗位名称: 销售代表\n  直属上级: 销售经理\n",
            finds=("3:3 没有“直属上级”这个项目，是不是“直接上级”？",),
        ),
        Example(
            "岗位:\n  岗位名称: 销售代表\n  -层级: 员工\n",
            finds=("3:3 “-层级”开头的横线要用半角“-”，后面空一格",),
        ),
        Example(
            "post:\n  name: 销售代表\n  岗位名称: 业务员\n",
            finds=("3:3 “岗位名称”和“name”是同一个项目的两种写法，这里写了两遍",),
        ),
        Example(
            "post:\n  name: 销售代表\n  duties:\n    - 客户沟通: 每周拜访 5 家客户\n",
            finds=("4:7 没有“客户沟通”这个项目",),
        ),
    ),
)
