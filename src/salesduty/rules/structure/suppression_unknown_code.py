"""STR042: a comment that has a rule ignored that does not exist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Rule
from salesduty.rules.suggestion import did_you_mean


def _unknown(values: Mapping[str, object]) -> Text:
    """The words for a code or name of no rule."""
    near = values["near"]
    code, meant = quoted(str(values["code"])), did_you_mean(near if isinstance(near, Sequence) else ())
    return Text(f"没有{code}这条规则，忽略不了{meant.zh}", f"there is no rule {code} to be ignored{meant.en}")


RULE = Rule(
    code="STR042",
    name="suppression-unknown-code",
    severity=WARNING,
    kinds={"suppression-unknown-code": _unknown},
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="编号写错，想忽略的问题还会报出来，这行注释也没有人再看得懂。",
        en="With a wrong code the finding is still there, and nobody can tell what the comment was for.",
    ),
    fix=Text(
        zh="改成检查结果里的规则编号或名称，一类规则可以只写前三个字母；多余的删掉。",
        en="Use the code or the name that the finding shows, or the three letters of a family, or take it out.",
    ),
    good=(
        Example("post:\n  name: 销售顾问  # salesduty: ignore[post-without-duties] 总部统一编写职责\n"),
        Example("post:\n  name: 销售顾问  # salesduty: ignore[str] 总部统一编写职责\n"),
    ),
    bad=(
        Example(
            "post:\n  name: 销售顾问  # salesduty: ignore[STR026, emtpy-file] 总部统一编写职责\n",
            finds=("2:43 没有“emtpy-file”这条规则，忽略不了，是不是“empty-file”？",),
        ),
    ),
)
