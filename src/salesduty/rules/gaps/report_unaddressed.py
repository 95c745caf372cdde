"""GAP009: a report that does not say to whom, or how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.choices import Action
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps.receivers import receivers
from salesduty.rules.gaps.written import timed, usual
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal

_REPORTS = frozenset(("上报", "汇报", "报送", "提交", "提报", "呈报", "呈送", "述职", "汇报工作"))
_FIGURES = re.compile(
    "报表|[日周月季年]报|数据|业绩|进度|总结|统计|进展|去化|销量|分析报告|工作报告|报告$|预测|战报|快报|简报|台账"
)
_APPROVAL = re.compile("审批|审核|批准|申请|评审|审定|核准|备案|立项")
_TO = re.compile(
    "[向给至到予往]|发布|公司|总部|集团|上级|领导|厂[家方]|总经理|经理|主管|总监|部长|主任|店长|[总区]办|董事|财务|人事|部门?(?=[,;。]|$)|系统|平台|后台|CRM|OA|ERP|钉钉|微信|群"
)
_EVENT = re.compile("[后时前]|及时|发生|出现|发现|异常")
_BREAK = re.compile("[,;。]")
_WORDS = {
    (True, False): Text("报给谁", "to whom"),
    (False, True): Text("多久报一次", "how often"),
    (True, True): Text("报给谁、多久报一次", "to whom and how often"),
}
_MOST_MENTIONS = 8


@dataclass(frozen=True, slots=True)
class _Report:
    holding: Holding
    addressed: bool
    regular: bool


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the reports that leave out what most reports of the department say, and in one hit those where few say it."""
    reports = list(_reports(found))
    addressing = usual(sum(each.addressed for each in reports), len(reports))
    timing = usual(sum(each.regular for each in reports), len(reports))
    bare = [each for each in reports if not (each.addressed and each.regular)]
    wrong = [each for each in bare if (addressing and not each.addressed) or (timing and not each.regular)]
    for each in wrong:
        yield _hit([each], addressing and not each.addressed, timing and not each.regular)
    rest = [each for each in bare if each not in wrong]
    if rest:
        yield _hit(rest, not all(each.addressed for each in rest), not all(each.regular for each in rest), unusual=True)


def _reports(found: Responsibilities) -> Iterator[_Report]:
    """Every report of figures; one that a meeting takes up is addressed to it."""
    spoilt = omitted((found.department,))
    discussed = frozenset(normal(name) for meeting in found.department.spec.meetings for name in meeting.inputs)
    for holding in sorted(found.owned, key=lambda each: each.post.address):
        claim = next((each for each in holding.reading.main if _is_report(each, holding)), None)
        if claim is not None:
            place = holding.place
            met = any(name in normal(holding.text) for name in discussed)
            addressed = met or _is_addressed(holding, claim) or spoilt.explains(place / "to")
            regular = (
                timed(holding.duty)
                or bool(holding.reading.cadence or _EVENT.search(normal(holding.text)))
                or spoilt.explains(place / "cadence")
            )
            yield _Report(holding, addressed, regular)


def _is_report(claim: Claim, holding: Holding) -> bool:
    """Whether figures are reported, by a verb that nobody takes for a noun."""
    spelt = normal(holding.text)
    if claim.action is not Action.report or spelt[slice(*claim.verb_span)] not in _REPORTS:
        return False
    start, end = _segment(spelt, claim.verb_span[0])
    about_figures = claim.node == "M12" or _FIGURES.search(spelt[start:end])
    return bool(about_figures) and _APPROVAL.search(spelt) is None


def _is_addressed(holding: Holding, claim: Claim) -> bool:
    spelt = normal(holding.text)
    start, end = _segment(spelt, claim.verb_span[0])
    if holding.duty.to or holding.reading.recipients or next(receivers(spelt), None) is not None:
        return True
    return _TO.search(spelt, start, end) is not None


def _segment(spelt: str, at: int) -> tuple[int, int]:
    """Where the part of a sentence between two marks begins and ends that holds the character `at`."""
    breaks = [match.start() for match in _BREAK.finditer(spelt)]
    return max((each + 1 for each in breaks if each < at), default=0), min(
        (each for each in breaks if each >= at), default=len(spelt)
    )


def _hit(several: list[_Report], whom: bool, often: bool, *, unusual: bool = False) -> Hit:
    first, *rest = several
    count = len(several)
    one = Text(
        f"{quoted(first.holding.post.value.name)}的{quoted(first.holding.text)}",
        f"{quoted(first.holding.text)} of {quoted(first.holding.post.value.name)}",
    )
    subject = Text(f"{one.zh}等 {count} 条汇报", f"{one.en} and {count - 1} more reports") if rest else one
    mentions = tuple(Mention(each.holding.place, _also(each)) for each in rest[:_MOST_MENTIONS])
    return Hit(
        first.holding.place,
        {"subject": subject, "lacks": _WORDS[whom, often]},
        mentions,
        INFO if unusual else None,
        consequence=1,
    )


def _also(each: _Report) -> Text:
    return Text(f"也没有写全：{quoted(each.holding.text)}", f"nor does {quoted(each.holding.text)}")


RULE = Rule(
    code="GAP009",
    name="report-unaddressed",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{subject}没有写{lacks}", en="{subject} does not say {lacks}"),
    why=Text(
        zh="没有写报给谁，报表就停在自己手里；没有写多久报一次，要数据的人等不到，也没法考核。",
        en="A report to nobody stays on its maker's desk; one without a cadence comes when it likes and cannot be asked for.",
    ),
    fix=Text(
        zh="在句子里写明报给哪个岗位、每周还是每月几日前报，或者写上“接收方”（to）和“频次”（cadence）。",
        en="Say in the sentence to which post and by which day it goes, or write `to` and `cadence`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, duties: [每月向总经理汇报销售进度]}
  - id: rep
    name: 销售代表
    duties: [每周五向销售经理提交销售周报, 收集客户的反馈意见, {text: 每月上报销售数据, to: head}]
"""
        ),
        Example(
            """\
department: {id: school, name: 教务处, outside: [教育局]}
posts:
  - {id: registry, name: 学籍管理员, duties: [每学期向教育局报送学籍异动报表]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, duties: [每月向总经理汇报销售进度]}
  - {id: rep, name: 销售代表, duties: [每周五向销售经理提交销售周报, 每月上报销售数据]}
  - {id: clerk, name: 销售内勤, duties: [向销售经理提交销售报表]}
""",
            finds=(
                "4:52 “销售代表”的“每月上报销售数据”没有写报给谁",
                "5:38 “销售内勤”的“向销售经理提交销售报表”没有写多久报一次",
            ),
        ),
    ),
)
