"""GAP010: complaints that nobody takes in, or that stay where they are when nobody can solve them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.choices import Action
from salesduty.model.process import Step
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.needs import Need
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING, Severity
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.gaps.written import usual, written
from salesduty.rules.left_out import all_read
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.rules.says import mention
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal

_FACETS = frozenset(("C14.handle", "C14.pass", "C14.track", "C14.reply"))
_ABOUT = frozenset((*_FACETS, "C14.judge"))
_WORD = re.compile(r"投诉|客诉|抱怨|差评|要说法|不满(?! ?[\d一二三四五六七八九十百半足])")
_TAKES_IN = frozenset(("accept", "record", "handle", "answer"))
_HANDS_OVER = frozenset((Action.support, Action.review, Action.report))
_UP = re.compile(
    "升级|决定|裁定|批准|审批|重大|严重|群体|恶性|疑难|上[报移交]|请示|逾期|超[过时出期]|移交|转[交给报]|无法|不能|解决不了|处理不了|"
    "[报交转送](?:[^,;。]{0,8})(?:经理|总监|主管|部长|主任|店长|负责人|领导|上级)"
)
_MOST_MENTIONS = 4


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield at most one hit: nobody takes complaints in, or nothing says to whom they go on."""
    if not all_read(found.department):
        return
    needs = [covered for covered in found.coverage if covered.need.kind != "area" and _asks(covered.need)]
    if any(covered.state != "owned" for covered in needs):
        return
    steps = [each.need for each in needs if each.need.step and (each.need.step.do or each.need.step.accountable)]
    about = sorted((holding for holding in found.owned if _speaks_of(holding)), key=lambda each: each.post.address)
    takers = [holding for holding in about if any(_takes_in(claim) for claim in holding.reading.main)]
    if not takers and not needs:
        if about and not any(_names_outsider(holding, found) for holding in about):
            yield _hit(about, Text("提到了投诉，却没有岗位受理和处理", "speak of complaints, but no post takes them in"), None)
    elif (takers or steps) and not _goes_up(found):
        words = Text(
            "受理投诉，但处理不了或超时的，没有写升级给谁",
            "take complaints in, but nothing says to whom those go on that they cannot solve",
        )
        yield _hit(takers, words, _severity(found), steps[0].place if steps else None)


def _asks(need: Need) -> bool:
    return bool(
        _WORD.search(need.name) or (need.step and _WORD.search(need.step.text or "") and not _FACETS.isdisjoint(need.facets))
    )


def _speaks_of(holding: Holding) -> bool:
    """Whether a duty is about complaints by its area and by its words: 异议处理 in a sale is none."""
    words = normal(f"{holding.duty.title or ''} {holding.text} {holding.duty.object or ''}")
    return _WORD.search(words) is not None and any(_is_about(claim) for claim in holding.reading.main)


def _is_about(claim: Claim) -> bool:
    return bool(claim.facets) and claim.facets[0] in _ABOUT


def _takes_in(claim: Claim) -> bool:
    if not claim.facets or claim.facets[0] not in _FACETS:
        return False
    return claim.action not in _HANDS_OVER or (claim.verb in _TAKES_IN and not claim.governed)


def _names_outsider(holding: Holding, found: Responsibilities) -> bool:
    """Whether the sentence names somebody who may be the one that takes complaints in: 协助客服部处理投诉."""
    own = {post.value.name for post in found.department.posts}
    tokens = found.matcher.tokens(normal(holding.text))
    return any(
        token.entry.party and token.entry.party not in own and not _is_customer(token.entry.term, found) for token in tokens
    )


def _is_customer(term: str, found: Responsibilities) -> bool:
    sense = found.vocabulary.terms.get(term)
    return sense is not None and "customer" in sense.itself


def _goes_up(found: Responsibilities) -> bool:
    """Whether any step or sentence about complaints says to whom they go on; a post that decides about them is enough."""
    for each in written(found):
        spelt = normal(f"{each.owner.value.name if each.is_step else ''} {each.name} {each.work.text or ''}")
        if _WORD.search(spelt) is None and each.work.area not in _ABOUT:
            continue
        if (isinstance(each.work, Step) and each.work.escalate_to) or _UP.search(spelt):
            return True
    return any(claim.action is Action.decide for holding in found.owned if _speaks_of(holding) for claim in holding.reading.main)


def _severity(found: Responsibilities) -> Severity | None:
    """A warning where a limit is promised, or where most steps that serve customers say to whom they go on."""
    promised = any(_WORD.search(promise.text) and promise.receiver for promise in found.department.spec.promises)
    steps = [each.step for each in found.needs if each.step is not None and any(facet.startswith("C14") for facet in each.facets)]
    return None if promised or usual(sum(bool(step.escalate_to) for step in steps), len(steps)) else INFO


def _hit(holdings: list[Holding], words: Text, severity: Severity | None, need: Place | None = None) -> Hit:
    """What is missing, at the first of `holdings`; at `need` where no duty speaks of it."""
    posts = list(dict.fromkeys(quoted(holding.post.value.name) for holding in holdings))
    who = Text("、".join(posts) or "本部门", ", ".join(posts) or "the department")
    first = holdings[0].place if holdings or need is None else need
    mentions = tuple(map(mention, holdings[1:][:_MOST_MENTIONS]))
    return Hit(first, {"who": who, "what": words}, mentions, severity, consequence=5)


RULE = Rule(
    code="GAP010",
    name="complaint-adrift",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{who}{what}", en="{who} {what}"),
    why=Text(
        zh="投诉没有人接，客户只能找更高的人或者走掉；接了却没有升级的路，难办的投诉会一直压在一个人手里。",
        en="Complaints that nobody takes in go over everybody's head or the customer goes; without a way up the hard ones "
        "stay where they are.",
    ),
    fix=Text(
        zh="指定一个岗位受理和处理投诉；在它的职责里写明多大的事、超过多久报给谁，或在流程的环节上写“升级对象”（escalate_to）。",
        en="Give one post the duty to take complaints in and solve them; say what goes on to whom and after how long, or write "
        "`escalate_to` on the step.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, promises: [{text: 客户投诉两小时内回复, receiver: rep}]}
posts:
  - {id: head, name: 销售经理, duties: [每月制定销售计划]}
  - {id: rep, name: 销售代表, duties: [受理并处理客户投诉，超过两天未办结的报销售经理]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周开发两家新客户, 每月分析客户投诉的原因]}
""",
            finds=("3:47 “销售代表”提到了投诉，却没有岗位受理和处理",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, promises: [{text: 客户投诉两小时内回复, receiver: rep}]}
posts:
  - {id: rep, name: 销售代表, duties: [处理客户投诉]}
""",
            finds=("3:36 “销售代表”受理投诉，但处理不了或超时的，没有写升级给谁",),
        ),
    ),
)
