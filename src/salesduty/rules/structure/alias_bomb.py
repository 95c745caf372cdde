"""STR006: aliases that multiply a small file into a huge one."""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

_BOMB = """\
a: &a [甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
"""

RULE = Rule(
    code="STR006",
    name="alias-bomb",
    severity=ERROR,
    kinds={
        "alias-bomb": Text(
            "引用（*）展开后的内容超过 {limit} 项",
            "what the aliases (*) stand for comes to more than {limit} values",
        )
    },
    message=Text(zh="{what}，没有再往下读", en="{what}; the file is not read any further"),
    why=Text(
        zh="引用套引用，几行字就能展开成上亿项，会把检查它的电脑拖垮；正常的岗位文件离这个数很远。",
        en="Aliases of aliases turn a few lines into millions of values and bring down the computer that reads them. No real "
        "file comes near.",
    ),
    fix=Text(zh="去掉层层嵌套的引用，把内容直接写出来。", en="Take out the nested aliases and write out what they stand for."),
    good=(Example("posts:\n  - {name: 华东代表, duties: &shared [每周拜访 5 家客户]}\n  - {name: 华南代表, duties: *shared}\n"),),
    bad=(Example(_BOMB, finds=("5:5 引用（*）展开后的内容超过 20000 项，没有再往下读",)),),
)
