"""STR014: a value that the field cannot hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesduty.model.values import CADENCES
from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Rule

_CADENCES = Text("、".join(CADENCES.values()), ", ".join(CADENCES))


def _not_a_list(values: Mapping[str, object]) -> Text:
    """The words for one thing where several may stand, with the usual slip of the pen."""
    return _wanted(
        values,
        Text("要写成清单，每项单独一行，以“- ”开头", "takes a list, each item on a line of its own that begins with “- ”"),
        _slip(values, {"-": Text("“-”后面少了空格", "a space is missing behind “-”")}),
    )


def _not_a_mapping(values: Mapping[str, object]) -> Text:
    """The words for a sentence where named fields should stand, with the usual slip of the pen."""
    return _wanted(
        values,
        Text("下面要分行写“项目: 内容”", "takes fields, each on a line of its own as “key: value”"),
        _slip(
            values,
            {
                "：": Text("中文冒号要换成英文冒号加一个空格", "use a Latin colon and a space in place of “：”"),
                ":": Text("冒号后面少了空格", "a space is missing behind the colon"),
            },
        ),
    )


def _not_a_choice(values: Mapping[str, object]) -> Text:
    """The words for a value that is not one of a closed list."""
    choices = values["choices"]
    listed = [str(choice) for choice in choices] if isinstance(choices, Sequence) else []
    english = ", ".join(choice.partition("（")[0] for choice in listed)
    return _wanted(values, Text(f"只能写 {'、'.join(listed)}", f"takes one of {english}"))


def _wanted(values: Mapping[str, object], wanted: Text, slip: Text | None = None) -> Text:
    """What the field takes, what was written instead, and the slip that explains it."""
    got = quoted(str(values["got"]))
    zh = f"“{values['title']}”{wanted.zh}；现在是{got}"
    en = f"“{values['key']}” {wanted.en}, not {got}"
    return Text(f"{zh}，{slip.zh}", f"{en}; {slip.en}") if slip is not None else Text(zh, en)


def _slip(values: Mapping[str, object], slips: Mapping[str, Text]) -> Text | None:
    """The first of `slips` whose sign stands in what was written as a sentence."""
    got = str(values["got"])
    signs = (sign for sign in slips if (got.startswith(sign) if sign == "-" else sign in got))
    return slips[sign] if (sign := next(signs, None)) is not None and not got.startswith(("{", "[")) else None


def _takes(zh: str, en: str) -> Text:
    return Text(f"“{{title}}”{zh}；现在是“{{got}}”", f"“{{key}}” {en}, not “{{got}}”")


RULE = Rule(
    code="STR014",
    name="invalid-value",
    severity=ERROR,
    kinds={
        "not-text": _takes(
            "要写成一段文字，其中有冒号加空格时整句加引号", "takes one text, quoted if a colon and a space stand in it"
        ),
        "blank": Text("“{title}”里只有空格，写上内容或删掉这一行", "“{key}” is blank; write something or take the line out"),
        "not-whole-number": _takes("要写整数，例如 3", "takes a whole number such as 3"),
        "not-number": _takes("要写数字，例如 40 或 40%", "takes a number such as 40 or 40%"),
        "not-list": _not_a_list,
        "not-mapping": _not_a_mapping,
        "too-small": _takes("不能小于 {limit}", "cannot be less than {limit}"),
        "too-large-number": _takes("不能大于 {limit}", "cannot be more than {limit}"),
        "not-choice": _not_a_choice,
        "not-cadence": _takes(
            f"要写{_CADENCES.zh}，或 P2W（每两周）这样的间隔",
            f"takes one of {_CADENCES.en}, or an interval such as P2W for every two weeks",
        ),
        "not-area": _takes("要写职责领域的编号，例如 C08 或 C08.review", "takes the id of an area such as C08 or C08.review"),
        "not-date": _takes(
            "要写日历上有的日期，例如 2026-01-31、2026/1/31 或 2026年1月31日",
            "takes a day of the calendar such as 2026-01-31 or 2026/1/31",
        ),
        "not-interval": _takes(
            "要写金额区间，例如 <500000、≥50万 或 10万..50万，不限写 *",
            "takes a range of amounts such as <500000 or 100000..500000, or * for any",
        ),
        "not-valid": _takes("不能这样写", "cannot be written like this"),
    },
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="读不懂的内容只能丢开：它不参加检查，也不会印进发给员工的文件。",
        en="A value that cannot be understood is left out: nobody checks it, and it is missing in what people sign.",
    ),
    fix=Text(zh="改成提示里的写法。", en="Write it as the message shows."),
    good=(
        Example(
            """\
department: {name: 销售部, outside: [销售经理]}
post:
  name: 销售代表
  level: 员工
  headcount: 8名
  reports_to: 销售经理
  duties:
    - {text: 每周拜访 5 家客户, cadence: 每周, area: C02, performers: 1, scope: {amount: <50万}}
  kpis: [{name: 销售额, weight: 60%}, {name: 回款率, weight: 40}]
"""
        ),
        Example("department: {name: 销售部, effective: 2026年1月1日, review_by: 2027/1/1}\n"),
    ),
    bad=(
        Example(
            """\
post:
  name: 销售代表
  level: 骨干
  headcount: 八
  purpose: "  "
  reports_to: {上级: 销售经理}
  aliases: [[业务员]]
  kpis: [{name: 销售额, weight: 六成}, {name: 回款率, weight: 140}]
""",
            finds=(
                "3:10 “层级”只能写 director（总监）、manager（经理）、supervisor（主管）、staff（员工）；现在是“骨干”",
                "4:14 “编制”要写整数，例如 3；现在是“八”",
                "5:12 “岗位目的”里只有空格，写上内容或删掉这一行",
                "6:3 “直接上级”要写成清单，每项单独一行，以“- ”开头；现在是“{上级}”",
                "7:14 “别名”要写成一段文字，其中有冒号加空格时整句加引号；现在是“[业务员]”",
                "8:30 “权重”要写数字，例如 40 或 40%；现在是“六成”",
                "8:55 “权重”不能大于 100；现在是“140”",
            ),
        ),
        Example(
            """\
post:
  name: 销售代表
  duties:
    - {text: 拜访客户, cadence: 经常, area: 客户, performers: 0, scope: {amount: 很少}}
""",
            finds=(
                "4:29 “频次”要写每日、每周、每两周、每月、每季度、每半年、每年、按需，或 P2W（每两周）这样的间隔；现在是“经常”",
                "4:39 “职责领域”要写职责领域的编号，例如 C08 或 C08.review；现在是“客户”",
                "4:55 “执行人数”不能小于 1；现在是“0”",
                "4:74 “金额”要写金额区间，例如 <500000、≥50万 或 10万..50万，不限写 *；现在是“很少”",
            ),
        ),
        Example(
            """\
department: {name: 销售部, effective: 2026-02-30}
posts:
  - name：销售代表
  - name:销售内勤
  - name: 销售经理
    duties:
      -制定销售计划
      -审批报价
""",
            finds=(
                "1:36 “生效日期”要写日历上有的日期，例如 2026-01-31、2026/1/31 或 2026年1月31日；现在是“2026-02-30”",
                "3:5 “岗位清单”下面要分行写“项目: 内容”；现在是“name：销售代表”，中文冒号要换成英文冒号加一个空格",
                "4:5 “岗位清单”下面要分行写“项目: 内容”；现在是“name:销售内勤”，冒号后面少了空格",
                "7:7 “岗位职责”要写成清单，每项单独一行，以“- ”开头；现在是“-制定销售计划 -审批报价”，“-”后面少了空格",
            ),
        ),
    ),
)
