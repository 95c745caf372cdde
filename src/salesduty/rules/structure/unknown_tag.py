"""STR005: a YAML tag that says nothing here."""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR005",
    name="unknown-tag",
    severity=ERROR,
    kinds={"unknown-tag": Text("“{tag}”是这里不认识的 YAML 标签", "“{tag}” is a YAML tag that means nothing here")},
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="YAML 把感叹号开头的词当作标签，用来指定内容的类型；这里的内容都是文字，标签会让感叹号后面的字从内容里消失。",
        en="YAML takes a word that begins with an exclamation mark for a type. Everything here is text, and the word would "
        "vanish from it.",
    ),
    fix=Text(
        zh="如果感叹号是文字的一部分，整句加引号；否则删掉这个标签。",
        en="Quote the sentence if the exclamation mark belongs to it, or else take the tag out.",
    ),
    good=(Example('post:\n  name: 销售代表\n  purpose: "!important 客户由专人负责"\n'),),
    bad=(
        Example(
            "post:\n  name: 销售代表\n  purpose: !important 客户由专人负责\n",
            finds=("3:12 “!important”是这里不认识的 YAML 标签",),
        ),
    ),
)
