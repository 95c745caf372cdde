"""STR040: a comment that is to have a finding ignored, and cannot be understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Rule
from salesduty.rules.suggestion import did_you_mean

_LIKE = Text(
    "写成 # salesduty: ignore[规则编号] 理由；对整个文件起作用的写 ignore-file，放在文件开头。",
    "Write # salesduty: ignore[CODE] reason; for the whole file write ignore-file, at the beginning of the file.",
)


def _word(values: Mapping[str, object]) -> Text:
    """The words for an instruction that does not exist."""
    near = values["near"]
    meant = did_you_mean(near if isinstance(near, Sequence) else ())
    word = quoted(str(values["word"]))
    return Text(f"看不懂 salesduty: 后面的{word}{meant.zh}", f"{word} behind salesduty: is not understood{meant.en}")


RULE = Rule(
    code="STR040",
    name="unclear-suppression",
    severity=WARNING,
    kinds={
        "suppression-word": _word,
        "suppression-without-code": Text("没有写明忽略哪条规则", "it does not say which rule is to be ignored"),
        "suppression-unclosed": Text("规则编号后面少了“]”", "a “]” is missing behind the codes"),
        "suppression-late": Text("ignore-file 没有写在文件开头", "ignore-file does not stand at the beginning of the file"),
        "suppression-above-nothing": Text("这行注释下面没有内容", "nothing follows below this comment"),
        "suppression-bad-date": Text("“{got}”不是日期", "“{got}” is no date"),
        "suppression-too-many": Text("忽略得太多，超过了 {limit} 处", "too much is ignored, more than {limit}"),
    },
    fixes={
        "suppression-word": _LIKE,
        "suppression-without-code": Text(
            "在 ignore 后面用方括号写上规则编号，如 ignore[STR026]；编号在检查结果里。",
            "Write the code of the rule in brackets behind ignore, as in ignore[STR026]; findings tell it.",
        ),
        "suppression-unclosed": _LIKE,
        "suppression-late": Text(
            "把这一行移到文件最前面、所有内容之前；只忽略一处的，改成 ignore。",
            "Move the line to the very beginning of the file, or write ignore, which is about one place only.",
        ),
        "suppression-above-nothing": Text(
            "把它移到要忽略的那一项上面，或写在那一行的后面；不再需要就删掉。",
            "Move it above what it is about, or behind it on its line, or take it out.",
        ),
        "suppression-bad-date": Text(
            "到期日写成 until=2027-03-01；一直有效的，去掉 until。", "Write until=2027-03-01, or leave until out."
        ),
        "suppression-too-many": Text(
            "从这里起的注释不起作用；整个文件都不用检查某条规则的，在文件开头写一行 ignore-file。",
            "From here on they have no effect. Write ignore-file once at the beginning of the file.",
        ),
    },
    message=Text(zh="这行注释没有起作用：{what}", en="this comment has no effect: {what}"),
    why=Text(
        zh="写的人以为这个问题已经说明过了，其实它还会报出来；写得不清楚，还可能盖住别的问题。",
        en="Whoever wrote it believes that the finding is dealt with, and it is not; what is unclear could hide other things.",
    ),
    fix=Text(zh="{how}", en="{how}"),
    good=(
        Example("post:\n  name: 销售顾问  # salesduty: ignore[STR026] 总部统一编写职责\n"),
        Example("# salesduty: ignore-file[STR026, STR022] 总部统一编写职责\npost:\n  name: 销售顾问\n"),
        Example("post:\n  name: 销售顾问  # salesduty：忽略【STR026】：总部统一编写职责，截止=2027年3月1日\n"),
        Example("post:\n  name: 销售顾问\n  purpose: '在系统里写 # salesduty: ignore 的说明'\n  duties: [每周拜访 5 家客户]\n"),
    ),
    bad=(
        Example(
            "post:\n  name: 销售顾问  # salesduty: ingore[STR026] 总部统一编写职责\n",
            finds=("2:15 这行注释没有起作用：看不懂 salesduty: 后面的“ingore”，是不是“ignore”？",),
        ),
        Example(
            "post:\n  name: 销售顾问  # salesduty: ignore 总部统一编写职责\n",
            finds=("2:15 这行注释没有起作用：没有写明忽略哪条规则",),
        ),
        Example(
            "post:\n  name: 销售顾问  # salesduty: ignore[STR026 总部统一编写职责\n",
            finds=("2:15 这行注释没有起作用：规则编号后面少了“]”",),
        ),
        Example(
            "post:\n  name: 销售顾问  # salesduty: ignore-file[STR026] 总部统一编写职责\n",
            finds=("2:15 这行注释没有起作用：ignore-file 没有写在文件开头",),
        ),
        Example(
            "post:\n  name: 销售顾问\n  # salesduty: ignore[STR026] 总部统一编写职责\n",
            finds=("3:3 这行注释没有起作用：这行注释下面没有内容",),
        ),
        Example(
            "post:\n  name: 销售顾问  # salesduty: ignore[STR026] 总部统一编写职责 until=明年\n",
            finds=("2:15 这行注释没有起作用：“明年”不是日期",),
        ),
        Example(
            f"post:\n  name: 销售顾问  # salesduty: ignore[{','.join(['STR026'] * 21)}] 总部统一编写职责\n",
            finds=("2:15 这行注释没有起作用：忽略得太多，超过了 20 处",),
        ),
    ),
)
