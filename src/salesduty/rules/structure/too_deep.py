"""STR007: nesting that no document can print."""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

_LEVELS = 60
_TOO_DEEP = "post: {name: 销售代表, duties: " + "[{duties: " * _LEVELS + "每周拜访客户" + "}]" * _LEVELS + "}\n"

RULE = Rule(
    code="STR007",
    name="too-deep",
    severity=ERROR,
    kinds={"too-deep": Text("内容嵌套超过 {limit} 层", "this is nested more than {limit} levels deep")},
    message=Text(zh="{what}，没有再往下读", en="{what}; the file is not read any further"),
    why=Text(
        zh="职责分到第十级，嵌套也只有三十层左右；超过一百层多半是程序生成时出了错，也没有文件能排得出来。",
        en="Ten levels of duties need about thirty. More than a hundred are the work of a program gone wrong, and nothing "
        "could print them.",
    ),
    fix=Text(
        zh="减少下级职责的层数，检查是不是有一段内容被反复套进自己里面。",
        en="Use fewer levels of duties, and look for a part that has been put inside itself over and over.",
    ),
    good=(Example("post:\n  name: 销售代表\n  duties:\n    - title: 客户\n      duties:\n        - 每周拜访 5 家客户\n"),),
    bad=(Example(_TOO_DEEP, finds=("1:518 内容嵌套超过 100 层，没有再往下读",)),),
)
