"""STR002: the same field written twice in one place."""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR002",
    name="duplicate-key",
    severity=ERROR,
    kinds={"duplicate-key": Text("“{key}”在这里写了两遍", "“{key}” is written twice here")},
    message=Text(zh="{what}，后一遍没有被采用", en="{what}; the second one is not used"),
    why=Text(
        zh="同一处的一个项目只能有一个内容；写了两遍，读的人和程序会各认一个，其中一份内容就悄悄丢了。",
        en="A field has one value; written twice, people and programs each believe another one, and one value is lost in "
        "silence.",
    ),
    fix=Text(
        zh="把两处的内容合并成一处；如果本来是两个岗位或两项职责，各自写成清单里的一项。",
        en="Merge the two; if two posts or two duties were meant, make each an item of a list.",
    ),
    good=(Example("posts:\n  - name: 销售代表\n  - name: 销售内勤\n"),),
    bad=(
        Example(
            "post:\n  name: 销售代表\n  level: staff\n  name: 销售内勤\n", finds=("4:3 “name”在这里写了两遍，后一遍没有被采用",)
        ),
        Example("post:\n  name: 销售代表\npost:\n  name: 销售内勤\n", finds=("3:1 “post”在这里写了两遍，后一遍没有被采用",)),
    ),
)
