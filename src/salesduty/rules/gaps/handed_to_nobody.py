"""GAP005: something is handed on, and nobody is there to take it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.process import Process, Step
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.gaps.deliverables import Deliverables
from salesduty.rules.gaps.receivers import Known, receivers
from salesduty.rules.gaps.written import Written, usual, written
from salesduty.rules.left_out import all_read, omitted
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.suggestion import did_you_mean
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_HANDS_ON = re.compile(
    r"(?<![已所被待的接收受未无需可应约务作职位同])(?:移交|转交|交接|转出|转办|转派|移送)"
    r"(?!单|表|书|清|记|手续|登|台账|函|会|班|率|期|质量|标准|流程|制度|日|的|后|前|时|完|情况|工作|不|或|[、和与及])"
)
_NOUN = re.compile(r"(?:做好|办好|办理|完成|监督|组织|协助|指导|配合|班)[^,;。]{0,8}$")
_TO_SOMEBODY = re.compile(r"[给至到予往]|(?:与|和|跟|同|向|由|对)[^,;。]{1,14}$")
_MARK = re.compile("[,;。]")
_STEP_YIELDS = Text(
    "流程{process}的环节{step}产出{things}，没有写交给谁，后面的环节也没有用到",
    "the step {step} of {process} yields {things}, for nobody and no later step",
)
_MOST_MENTIONS = 8
_MOST_HINTS = 50
"""So many did-you-means are looked for: with more names unknown, it is the list of posts that is missing."""


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the parties that do not exist, the hand-offs without a receiver, the outputs of steps that go nowhere."""
    known = Known(found)
    if all_read(found.department):
        yield from _strangers(found, known)
    yield from _unnamed(found)
    for process, step, place in unreceived(found):
        names = {"process": quoted(process.value.name), "step": quoted(step.name), "things": listed(step.outputs)}
        problem = _STEP_YIELDS.filled(names)
        yield Hit(place, {"what": problem, "step": step.name}, consequence=weight((step.area or "",)) + 1)


def unreceived(found: Responsibilities) -> Iterator[tuple[Placed[Process], Step, Place]]:
    """Yield the steps whose outputs nobody takes, in the processes most of whose steps say who does."""
    spoilt, goods = omitted((found.department,)), None
    for process in found.department.processes:
        steps = process.value.steps
        if not usual(sum(bool(step.to) for step in steps), len(steps)):
            continue
        for index, step in enumerate(steps):
            place = process / "steps" / index
            if not step.outputs or step.to or step.inform or step.records or spoilt.explains(place / "to"):
                continue
            goods = goods or Deliverables(found)
            taken = any(following.from_ for following in steps[index + 1 : index + 2])
            if not taken and not receivers_in(step.text or "", found) and not any(map(goods.taken, step.outputs)):
                yield process, step, place


def receivers_in(text: str, found: Responsibilities) -> bool:
    """Tell whether a sentence names anybody who may be the receiver of something."""
    spelt = normal(text)
    tokens = found.matcher.tokens(spelt)
    return (
        any(_is_party(token.entry.party, token.entry.term, found) for token in tokens) or next(receivers(spelt), None) is not None
    )


def _is_party(party: str, term: str, found: Responsibilities) -> bool:
    sense = found.vocabulary.terms.get(term)
    return bool(party) or (sense is not None and sense.kind == "party")


def _strangers(found: Responsibilities, known: Known) -> Iterator[Hit]:
    """Those whom sentences hand something to and who are not there, each once; who is asked to approve is another rule's."""
    said: dict[str, list[Written]] = {}
    read: dict[str, tuple[str, ...]] = {}
    for each in written(found):
        if each.text not in read:
            names = dict.fromkeys(receivers(normal(each.text), approving=False))
            read[each.text] = tuple(name for name in names if not known.has(name))
        for name in read[each.text]:
            said.setdefault(name, []).append(each)
    hinted = frozenset(sorted(said)[:_MOST_HINTS])
    for name, several in said.items():
        first, *rest = several
        problem = Text(
            f"{_whose(first).zh}写着{quoted(first.text)}，但这里没有叫{quoted(name)}的岗位或对象",
            f"{_whose(first).en} says {quoted(first.text)}, but nobody here is called {quoted(name)}",
        )
        near = did_you_mean(known.near(name) if name in hinted else ())
        more = tuple(Mention(each.place, Text(f"也交给它：{quoted(each.text)}", f"so does {quoted(each.text)}")) for each in rest)
        text = Text(problem.zh + near.zh, problem.en + near.en)
        yield Hit(first.place, {"what": text, "name": name}, more[:_MOST_MENTIONS], consequence=5)


def _whose(each: Written) -> Text:
    kind = Text("流程", "the process ") if each.is_step else Text("", "")
    name = quoted(each.owner.value.name)
    return Text(f"{kind.zh}{name}", f"{kind.en}{name}")


def _unnamed(found: Responsibilities) -> Iterator[Hit]:
    """The sentences that hand on without saying to whom, one hit for each post or process."""
    spoilt = omitted((found.department,))
    bare: dict[str, list[Written]] = {}
    named = total = 0
    for each in written(found):
        said = _hands_on(each.work.text or "")
        if said is None:
            continue
        total += 1
        told = next(receivers(normal(each.text)), None) is not None or _may_name(*said, found)
        if told or each.work.to or _goes_on_above(each) or spoilt.explains(each.place / "to"):
            named += 1
        else:
            bare.setdefault(each.owner.address, []).append(each)
    severity = None if usual(named, total) else INFO
    for several in bare.values():
        first, *rest = several
        problem = Text(
            f"{_whose(first).zh}要移交，却没有写交给谁：{quoted(first.text)}",
            f"{_whose(first).en} hands over without saying to whom: {quoted(first.text)}",
        )
        more = tuple(
            Mention(each.place, Text(f"也没有写交给谁：{quoted(each.text)}", f"nor does {quoted(each.text)}")) for each in rest
        )
        yield Hit(first.place, {"what": problem}, more[:_MOST_MENTIONS], severity, consequence=3)


def _hands_on(text: str) -> tuple[str, str] | None:
    """What stands before and behind the verb of handing over, within its part of the sentence; None without such a verb."""
    spelt = normal(text)
    match = _HANDS_ON.search(spelt)
    if match is None:
        return None
    before, behind = _MARK.split(spelt[: match.start()])[-1], _MARK.split(spelt[match.end() :])[0]
    return None if _NOUN.search(before) else (before, behind)


def _may_name(before: str, behind: str, found: Responsibilities) -> bool:
    """Whether the words around the verb name a receiver, or what follows it is nothing known and may be one: 转交二线."""
    if _TO_SOMEBODY.search(before) or _TO_SOMEBODY.match(behind) or receivers_in(behind, found):
        return True
    tokens = found.matcher.tokens(behind)
    return bool(behind) and not behind.startswith(("出去", "并")) and not (tokens and tokens[0].start == 0)


def _goes_on_above(each: Written) -> bool:
    """Whether the part above, or whoever a step informs, says where it goes."""
    informed = isinstance(each.work, Step) and bool(each.work.inform)
    return informed or any(above.to for above in each.above)


RULE = Rule(
    code="GAP005",
    name="handed-to-nobody",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="交出去的东西没有人接：交的人以为事情已经转走，客户等着，没有人知道该由谁办。",
        en="What is handed on lands with nobody: the giver thinks it gone, the customer waits, and nobody knows whose it is.",
    ),
    fix=Text(
        zh="写明“接收方”（to）；名称写错的改成岗位的名称或别名；对方不在本部门的，写进部门的“外部对象”（outside）。",
        en="Write the receiver (`to`). Correct a mistyped name; list a party that is not a post here under `outside`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [客服部]}
posts:
  - {id: head, name: 销售经理, duties: [每月制定销售计划]}
  - id: rep
    name: 销售代表
    reports_to: head
    duties:
      - 把售后问题当天转给客服组跟进
      - 超出权限的折扣报销售经理审批
      - 合同原件当天移交财务部
      - {text: 离岗前移交名下客户, to: head}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户]}
  - {id: clerk, name: 销售内勤, duties: [录入订单]}
process:
  name: 从线索到订单
  steps:
    - {name: 开发客户, do: rep, outputs: [客户需求表], to: clerk}
    - {name: 登记, do: clerk, outputs: [订单草稿], to: rep}
    - {name: 谈判, do: rep, outputs: [谈判纪要]}
    - {name: 下单, do: clerk, inputs: [谈判纪要], outputs: [订单], to: rep}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: clerk, name: 商务专员, duties: [录入订单]}
  - {id: rep, name: 销售代表, duties: [收到托书后转给客服组跟进, 把签好的合同移交商务文员归档]}
""",
            finds=(
                "4:36 “销售代表”写着“收到托书后转给客服组跟进”，但这里没有叫“客服组”的岗位或对象",
                "4:50 “销售代表”写着“把签好的合同移交商务文员归档”，但这里没有叫“商务文员”的岗位或对象，是不是“商务专员”？",
            ),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部]}
posts:
  - {id: head, name: 销售经理, duties: [每月制定销售计划]}
  - {id: rep, name: 销售代表, duties: [合同原件当天移交财务部, 客户资料每月移交销售经理, 样品用完当天移交]}
""",
            finds=("4:63 “销售代表”要移交，却没有写交给谁：“样品用完当天移交”",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户]}
  - {id: clerk, name: 销售内勤, duties: [录入订单]}
process:
  name: 从线索到订单
  steps:
    - {name: 开发客户, do: rep, outputs: [客户需求表], to: clerk}
    - {name: 登记, do: clerk, outputs: [订单草稿], to: rep}
    - {name: 谈判, do: rep, outputs: [谈判纪要]}
""",
            finds=("10:8 流程“从线索到订单”的环节“谈判”产出“谈判纪要”，没有写交给谁，后面的环节也没有用到",),
        ),
    ),
)
