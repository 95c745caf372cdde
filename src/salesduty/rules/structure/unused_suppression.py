"""STR044: a comment that has a finding ignored which is not there any more."""

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR044",
    name="unused-suppression",
    severity=WARNING,
    kinds={"suppression-unused": Text("这里没有 {code} 的问题，不用再忽略", "there is no finding of {code} here to be ignored")},
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="留着用不上的注释，以后这里真的出了同样的问题，就不会再有人知道。",
        en="If the same trouble comes up here one day, the comment will hide it, and nobody will know.",
    ),
    fix=Text(
        zh="从注释里删掉它；注释里只有它的，整行注释都删掉。要忽略的问题在别处的，把注释移过去。",
        en="Take the code out, or the whole comment if it names nothing else. If it is meant for another place, move it there.",
    ),
    good=(Example("post:\n  name: 销售顾问  # salesduty: ignore[STR026] 总部统一编写职责\n"),),
    bad=(
        Example(
            "post:\n  name: 销售顾问  # salesduty: ignore[STR026, STR025] 总部统一编写职责\n",
            finds=("2:43 这里没有 STR025 的问题，不用再忽略",),
        ),
        Example(
            "posts:\n  # salesduty: ignore[STR026] 总部统一编写职责\n  - name: 销售顾问\n    duties: [每周拜访 5 家客户]\n"
            "  - name: 销售代表\n    duties: [每周拜访 5 家客户]\n",
            finds=("2:23 这里没有 STR026 的问题，不用再忽略",),
        ),
    ),
)
