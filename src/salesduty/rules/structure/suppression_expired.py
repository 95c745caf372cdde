"""STR043: a comment that had a finding ignored until a day that is over."""

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR043",
    name="suppression-expired",
    severity=WARNING,
    kinds={
        "suppression-expired": Text(
            "忽略 {codes} 只到 {until}，这行注释已经失效",
            "{codes} was to be ignored until {until}; the comment has no effect now",
        )
    },
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="到期以后，原来的问题会重新报出来；留着过期的注释，看的人会以为它还有效。",
        en="What it hid is reported again, while whoever reads the comment believes that it still holds.",
    ),
    fix=Text(
        zh="问题已经解决就删掉这行注释；仍然需要时，和当初同意的人商量，再写新的到期日。",
        en="Take the comment out if its reason is gone, or agree on a new day with whoever agreed to the old one.",
    ),
    good=(Example("post:\n  name: 销售顾问  # salesduty: ignore[STR026] 总部统一编写职责 until=2027-03-01\n"),),
    bad=(
        Example(
            "post:\n  name: 销售顾问  # salesduty: ignore[STR026] 总部统一编写职责 until=2026-06-30\n",
            finds=("2:15 忽略 STR026 只到 2026-06-30，这行注释已经失效",),
        ),
    ),
)
