"""GAP007: an output that nobody needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.process import Step
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps.deliverables import Deliverables
from salesduty.rules.gaps.handed_to_nobody import receivers_in, unreceived
from salesduty.rules.gaps.stranded import Thing, stranded
from salesduty.rules.gaps.written import Written
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings

_MINUTES = re.compile("纪要|决议|决定|会议记录")
"""What a meeting yields for those who were there, whoever they are."""
_ALSO = Text("{thing}也没有人要", "nor does anybody take {thing}")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the outputs that go to nobody, into nothing and are not kept as a record."""
    yield from stranded(list(_outputs(found)), _ALSO)


def _outputs(found: Responsibilities) -> Iterator[Thing]:
    """Every written output. What a meeting yields is for those who attend it."""
    goods = Deliverables(found)
    spoilt = omitted((found.department,))
    told = {place for _, _, place in unreceived(found)}
    for each in goods.works:
        if each.place in told:
            continue
        received = _is_received(each, found) or spoilt.explains(each.place / "to")
        for name in each.work.outputs:
            taken = received or goods.needed(name, each.text)
            yield Thing(name, each.place, quoted(each.owner.value.name), each.owner.address, taken)
    for index, meeting in enumerate(found.department.spec.meetings):
        place = found.department.place / "meetings" / index
        for name in meeting.outputs:
            kept = bool(meeting.attendees) or _MINUTES.search(name) is not None
            yield Thing(name, place, quoted(meeting.name), meeting.name, kept or goods.needed(name))


def _is_received(each: Written, found: Responsibilities) -> bool:
    """Whether a field or the sentence says who takes it, here or in the part above."""
    work = each.work
    informed = isinstance(work, Step) and bool(work.inform)
    return (
        informed or bool(work.to or work.records) or any(above.to for above in each.above) or receivers_in(work.text or "", found)
    )


RULE = Rule(
    code="GAP007",
    name="output-unneeded",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{subject}产出的{things}没有交给谁，也没有人用到",
        en="{things}, which {subject} yields, goes to nobody and into nothing",
    ),
    why=Text(
        zh="做出来没有人用的东西，白费工夫；更多的时候是用它的人没有写，交接就靠口头。",
        en="What nobody uses is made in vain; more often its users have not written it, and it is passed on by mouth.",
    ),
    fix=Text(
        zh="写明“接收方”（to）或存成“记录”（records）；在用到它的职责或环节的“输入”（inputs）里写上同样的名称；确实没有人用的，不再做。",
        en="Write who takes it (`to`) or keep it as a record (`records`); name it in the `inputs` of what uses it; if "
        "nobody does, stop making it.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 上门了解需求, outputs: [客户需求表]}]}
  - {id: clerk, name: 商务专员, duties: [{text: 编制报价单, inputs: [需求表], outputs: [报价单], to: rep}]}
"""
        ),
        Example("department: {id: sales, name: 销售部, meetings: [{name: 周会, cadence: weekly, outputs: [会议纪要]}]}\n"),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [{text: 上门了解需求, outputs: [客户需求表, 工况照片]}]}
  - {id: clerk, name: 商务专员, duties: [{text: 编制报价单, inputs: [需求表], outputs: [报价单], to: rep}]}
""",
            finds=("3:37 “销售代表”产出的“工况照片”没有交给谁，也没有人用到",),
        ),
    ),
)
