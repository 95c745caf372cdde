"""GAP006: something is handed on without a time limit and without a word on when it is accepted."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.gaps.written import Written, timed, usual, written
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings

_MOST_MENTIONS = 8
_FIELDS = ("sla", "cadence", "acceptance")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the posts and processes that hand on without limit or acceptance, with everything that they hand on so."""
    spoilt = omitted((found.department,))
    limited = total = 0
    without: dict[str, list[Written]] = {}
    for each in written(found):
        if not each.work.to:
            continue
        total += 1
        if _is_limited(each) or any(spoilt.explains(each.place / name) for name in _FIELDS):
            limited += 1
        else:
            without.setdefault(each.owner.address, []).append(each)
    severity = None if usual(limited, total) else INFO
    for several in without.values():
        yield _hit(several, severity is not None)


def _is_limited(each: Written) -> bool:
    """Whether the work, what it is a part of or one of its parts says by when, how often or when it is accepted."""
    parts = [part for _, part in each.work.walk()] if hasattr(each.work, "walk") else []
    return any(work.acceptance or timed(work) for work in (each.work, *each.above, *parts))


def _hit(several: list[Written], unusual: bool) -> Hit:
    first, *rest = several
    kind = Text("流程", "the process ") if first.is_step else Text("", "")
    owner, more = quoted(first.owner.value.name), len(rest)
    what = Text(
        f"{quoted(first.name)}等 {more + 1} 项" if more else quoted(first.name),
        f"{quoted(first.name)} and {more} more" if more else quoted(first.name),
    )
    subject = Text(f"{kind.zh}{owner}", f"{kind.en}{owner}")
    mentions = tuple(Mention(each.place, Text(f"{quoted(each.name)}也没有", f"nor does {quoted(each.name)}")) for each in rest)
    return Hit(first.place, {"subject": subject, "what": what}, mentions[:_MOST_MENTIONS], INFO if unusual else None, 2)


RULE = Rule(
    code="GAP006",
    name="hand-off-unlimited",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{subject}交出{what}，没有写时限，也没有写怎样算交清",
        en="{subject} hands on {what} without a time limit and without saying when it is accepted",
    ),
    why=Text(
        zh="没有时限，下一个环节不知道该等多久；没有验收标准，交接双方各说各话，出了错分不清是谁的。",
        en="Without a limit the next one does not know how long to wait; without acceptance nobody can tell whose the fault is.",
    ),
    fix=Text(
        zh="写上“时限”（sla）或“频次”（cadence），或者写明“验收标准”（acceptance）。",
        en="Write the time limit (`sla`) or the `cadence`, or say when it counts as handed over (`acceptance`).",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部, 生产部]}
posts:
  - id: rep
    name: 销售代表
    duties:
      - {text: 把签好的合同交财务部, to: 财务部, sla: 1 工作日}
      - {text: 每月 5 日前与客户对账, to: 财务部}
      - {text: 下达订单, to: 生产部, acceptance: 生产部签收}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部, 生产部]}
posts:
  - id: rep
    name: 销售代表
    duties:
      - {text: 把签好的合同交财务部, to: 财务部, sla: 1 工作日}
      - {text: 每月 5 日前与客户对账, to: 财务部}
      - {text: 下达订单, to: 生产部}
""",
            finds=("8:10 “销售代表”交出“下达订单”，没有写时限，也没有写怎样算交清",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, outside: [财务部, 生产部]}
posts:
  - {id: rep, name: 销售代表, duties: [与客户签订合同]}
process:
  name: 从签约到开票
  steps:
    - {name: 签约, do: rep, to: 生产部}
    - {name: 排产, do: 生产部, to: rep}
    - {name: 开票, do: 财务部, to: 客户}
""",
            finds=("7:8 流程“从签约到开票”交出“签约”等 3 项，没有写时限，也没有写怎样算交清",),
        ),
    ),
)
