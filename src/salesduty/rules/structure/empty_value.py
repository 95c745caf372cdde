"""STR015: a field or an item that nothing has been written for."""

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR015",
    name="empty-value",
    severity=WARNING,
    kinds={
        "empty-value": Text("“{key}”后面没有内容", "nothing is written for “{key}”"),
        "empty-item": Text("清单里的这一项是空的", "this item of the list is empty"),
    },
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="空着的项目看上去像是填过了，其实和没有写一样；签发以后才发现，就要重新走一遍审批。",
        en="An empty field looks as if it had been filled in and counts as not written; found after approval, it means "
        "another round.",
    ),
    fix=Text(zh="填上内容；暂时没有就删掉这一行。", en="Write the value, or take the line out for now."),
    good=(Example("post:\n  name: 销售代表\n  purpose: 开拓并维护客户\n  duties:\n    - 每周拜访 5 家客户\n"),),
    bad=(
        Example("post:\n  name: 销售代表\n  deputy:\n", finds=("3:3 “deputy”后面没有内容",)),
        Example(
            "post:\n  name: 销售代表\n  duties:\n    - 每周拜访 5 家客户\n    -\n",
            finds=("5:6 清单里的这一项是空的",),
        ),
    ),
)
