"""STR017: a file with nothing in it."""

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR017",
    name="empty-file",
    severity=INFO,
    kinds={"empty-file": Text("文件里没有内容", "there is nothing in this file")},
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="空文件可能是忘了保存，也可能是没有清理的草稿。",
        en="Somebody may have forgotten to save it, or to clear away a draft.",
    ),
    fix=Text(zh="写上内容，或删掉这个文件。", en="Write something, or delete the file."),
    good=(Example("post:\n  name: 销售代表\n"),),
    bad=(Example("", finds=("1:1 文件里没有内容",)), Example("# 待写\n", finds=("1:1 文件里没有内容",))),
)
