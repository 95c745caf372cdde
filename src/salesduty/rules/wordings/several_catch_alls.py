"""WRD006: a post with more than one catch-all duty."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Measured, Mention, Rule
from salesduty.rules.wordings.catch_alls import catch_alls
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department
from salesduty.workspace.sentences import Sentence


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield every catch-all of a post but the first, wherever in its duties they stand."""
    first: dict[str, Sentence] = {}
    for sentence in catch_alls(department):
        address = sentence.post.address if sentence.post is not None else ""
        earlier = first.setdefault(address, sentence)
        if earlier is not sentence:
            said = quoted(earlier.text)
            yield Hit(
                sentence.item, {"owner": sentence.owner}, (Mention(earlier.at, Text(f"第一条：{said}", f"the first: {said}")),)
            )


RULE = Rule(
    code="WRD006",
    name="several-catch-alls",
    severity=WARNING,
    check=check,
    message=Text(zh="“{owner}”有不止一条兜底职责", en="“{owner}” has more than one catch-all duty"),
    why=Text(
        zh="兜底的话一条就够；写了几条，说明岗位到底做什么还没有想清楚，临时工作也没有了边界。",
        en="One catch-all is enough; several show that nobody has thought what the post is for, and odd jobs have no bounds.",
    ),
    fix=Text(
        zh="合并成一条，放在最后；经常做的事单独写成职责。", en="Merge them into one at the end; write out what is done often."
    ),
    measured=Measured(hits=1, right=1),
    good=(Example("post:\n  name: 出纳\n  duties: [每天下班前盘点库存现金, 完成领导交办的其他工作]\n"),),
    bad=(
        Example(
            """\
post:
  name: 出纳
  duties:
    - title: 日常
      duties: [每天下班前盘点库存现金]
    - 部门其他日常事务
    - 完成领导交办的其他工作
""",
            finds=("7:7 “出纳”有不止一条兜底职责",),
        ),
    ),
)
