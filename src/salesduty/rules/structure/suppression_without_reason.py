"""STR041: a comment that has a finding ignored and does not say why."""

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR041",
    name="suppression-without-reason",
    severity=WARNING,
    kinds={
        "suppression-without-reason": Text(
            "没有写为什么可以忽略 {codes}，所以这行注释没有起作用",
            "it does not say why {codes} may be ignored, so this comment has no effect",
        )
    },
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="不写理由，过一阵子谁也说不清这个问题为什么可以不改，也没有人敢删掉这行注释。",
        en="Without a reason nobody can tell after a while why it was left as it is, and nobody dares to take the comment out.",
    ),
    fix=Text(
        zh="在方括号后面写上理由；说不出理由的，删掉这行注释，改正问题。",
        en="Write the reason behind the brackets. If there is none, take the comment out and mend what it hides.",
    ),
    good=(Example("post:\n  name: 销售顾问  # salesduty: ignore[STR026] 总部统一编写职责\n"),),
    bad=(
        Example(
            "post:\n  name: 销售顾问  # salesduty: ignore[STR026]\n",
            finds=("2:15 没有写为什么可以忽略 STR026，所以这行注释没有起作用",),
        ),
        Example(
            "# salesduty: ignore-file[STR022, STR026] until=2027-03-01\npost:\n  name: 销售顾问\n",
            finds=("1:1 没有写为什么可以忽略 STR022, STR026，所以这行注释没有起作用",),
        ),
    ),
)
