"""WRD005: a catch-all duty that others follow."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.repair import MoveLast, Repair
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.rules.wordings.catch_alls import catch_alls, siblings
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_MOVE = Text("把兜底的一条移到最后", "move the catch-all to the end")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the last catch-all of each list where another duty stands behind it; that there are several is another rule's."""
    last = {sentence.item.path[:-1]: sentence for sentence in catch_alls(department)}
    for sentence in last.values():
        if behind := siblings(sentence):
            text = quoted(behind[0].text or behind[0].title or "")
            repair = Repair(_MOVE, (MoveLast(sentence.item),))
            yield Hit(sentence.item, {"owner": sentence.owner, "text": Text(text, text)}, repair=repair)


RULE = Rule(
    code="WRD005",
    name="catch-all-not-last",
    severity=WARNING,
    check=check,
    message=Text(
        zh="“{owner}”的兜底职责不在最后，后面还有{text}",
        en="the catch-all duty of “{owner}” is not the last: {text} stands behind it",
    ),
    why=Text(
        zh="“完成上级交办的其他工作”是收尾的话；夹在中间，后面的职责像是补充进来的，容易被漏看。",
        en="“Other tasks as assigned” closes a list; what stands behind it looks like an afterthought and is overlooked.",
    ),
    fix=Text(zh="把这一条移到最后。", en="Move it to the end."),
    measured=Measured(hits=1, right=1),
    good=(Example("post:\n  name: 出纳\n  duties: [每天下班前盘点库存现金, 完成领导交办的其他工作]\n"),),
    bad=(
        Example(
            "post:\n  name: 出纳\n  duties:\n    - 完成领导交办的其他工作\n    - 每天下班前盘点库存现金\n",
            finds=("4:7 “出纳”的兜底职责不在最后，后面还有“每天下班前盘点库存现金”",),
        ),
        Example(
            "post:\n  name: 出纳\n  duties:\n    - {text: 办理临时事项, kind: catch-all}\n    - 每天下班前盘点库存现金\n",
            finds=("4:8 “出纳”的兜底职责不在最后，后面还有“每天下班前盘点库存现金”",),
        ),
    ),
)
