"""STR003: a tab where YAML wants spaces."""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR003",
    name="tab",
    severity=ERROR,
    kinds={"tab": Text("这里用了制表符（Tab）", "a tab stands here")},
    message=Text(zh="{what}，缩进只能用空格", en="{what}; indent with spaces"),
    why=Text(
        zh="YAML 靠缩进表示层次，不同编辑器里一个制表符宽度不同，看起来对齐的内容读出来可能不是一层，所以标准不允许用它缩进。",
        en="Indentation says what belongs to what, and a tab is as wide as each editor likes, so YAML does not allow it there.",
    ),
    fix=Text(zh="把行首的制表符换成空格，每一层两个。", en="Replace the tabs at the start of the line with two spaces a level."),
    good=(Example("department:\n  name: 销售部\n"),),
    bad=(Example("department:\n\tname: 销售部\n", finds=("2:1 这里用了制表符（Tab），缩进只能用空格",)),),
)
