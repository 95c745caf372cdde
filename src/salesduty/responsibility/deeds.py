"""What posts do with their own hands or decide: by a duty, by a power, or by a step that names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from salesduty.model.choices import Action
from salesduty.model.post import Post
from salesduty.model.process import Step
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.matching import Matcher
from salesduty.responsibility.reading import Reading, read, sentence
from salesduty.responsibility.scope import Scope
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.place import Place
from salesduty.text.amounts import parse_interval
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

_BREAK = re.compile("[,;。:!?\n]")
_NEVER = re.compile(
    "不(?:得|许|准|可|能|再|予|代|收|碰|经手|接触|办理|参与|负责|承担|直接|自行)|禁止|严禁|杜绝|防止|避免|无权|没有.{0,8}不|"
    "由(?:财务|会计|出纳|仓库|物流|法务|总经理|公司|客户|上级)"
)
"""Words before which or around which somebody says what is not to be done, or who else does it."""
_TOGETHER = re.compile("双人|两人|二人|多人|会同|共同|当面互")
"""Words for work that takes two people, who watch each other."""
_BEFORE = re.compile("(?:后|前|时|内|当[天日]|之日起)$")
"""How a clause ends that only says when the next one is done."""
_EXCEPT = re.compile("除外|回避|改由|另由|不含本人")
"""Words of a power that keep its holder's own cases out of it."""
_HELPS = re.compile("协助|配合|参与|支持|帮助|陪同|辅助")
_LEADS = re.compile("(?:全面|具体|主要|直接)*(?:负责|主持|主管|分管|管理|领导|带领|牵头|统筹|组织|抓好|做好|承担)")
"""How the sentence of a leader begins who answers for what others do."""
_POWER = re.compile(
    "(?P<what>[^,;。]{2,40}?)的?(?P<verb>审批|批准|核准|核定|审定|审核|复核|签订|签署|签批|签字|决定|裁定)[^,;。]{0,4}权"
)
_MORE = re.compile("[\u4e00-\u9fff](?<![的、和与及并或等后前时并经送报交由给,])")
"""A word that goes on behind another."""
_MOST_AT_ONCE = 4
"""Who names so many areas in one sentence sums up; a leader does not do all of it himself."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One claim of a duty, a power or a step about what a post itself does. `around` is the clause that it stands in."""

    post: Placed[Post]
    place: Place
    text: str
    around: str
    claim: Claim
    scope: Scope
    thing: str
    """The words that name what it is about."""


def deeds(department: Department, vocabulary: Vocabulary, matcher: Matcher, holdings: Iterable[Holding]) -> Iterator[Deed]:
    """Yield what the active posts of `department` do, neither helping others nor watching them; what two do together is left out.

    The work of a leader's people, which he answers for, is not his own.
    """
    for holding in holdings:
        if holding.owned and (holding.duty.performers or 1) < 2 and not holding.duty.shared_with:
            yield from _of(holding.reading, holding.post, holding.place, holding.text, department)
    for post in department.active_posts:
        for index, authority in enumerate(post.value.authorities):
            match = _POWER.match(normal(authority.text))
            if match is None or _EXCEPT.search(authority.text):
                continue
            reading = sentence(f"{match['verb']}{match['what']}", vocabulary, matcher)
            if authority.limit:
                reading = replace(reading, scope=Scope(amount=parse_interval(authority.limit)))
            yield from _of(reading, post, post / "authorities" / index, authority.text, department)
    for process in department.processes:
        for index, step in enumerate(process.value.steps):
            yield from _of_step(step, process / "steps" / index, department, vocabulary, matcher)


def _of_step(step: Step, place: Place, department: Department, vocabulary: Vocabulary, matcher: Matcher) -> Iterator[Deed]:
    """Who does a step alone does what it says; who decides there decides where it is an approval."""
    doers = {post.address: post for ref in step.do for post in _posts(department, ref)}
    decider = department.accountable(step)
    if not doers and decider is None:
        return
    named = read(step, vocabulary, matcher, title=step.name)
    reading = sentence(step.name, vocabulary, matcher)
    if step.area or step.action or not any(claim.facet for claim in reading.main):
        reading = named
    reading = replace(reading, scope=named.scope)
    words = reading.text or step.name
    if len(doers) == 1 and len(step.do) == 1 and (step.performers or 1) < 2:
        others_decide = decider is not None and decider.address not in doers
        for post in doers.values():
            for deed in _of(reading, post, place, words, department):
                if not (others_decide and deed.claim.action == Action.decide):
                    yield deed
    elif decider is not None and not step.do:
        for deed in _of(reading, decider, place, words, department):
            if deed.claim.action == Action.decide:
                yield deed


def _posts(department: Department, ref: str) -> Iterator[Placed[Post]]:
    active = {post.address for post in department.active_posts}
    yield from (party.post for party in department.parties(ref)[:1] if party.post is not None and party.address in active)


def _of(reading: Reading, post: Placed[Post], place: Place, text: str, department: Department) -> Iterator[Deed]:
    spelt = normal(reading.text)
    if _TOGETHER.search(spelt):
        return
    leads = post.address in department.reports
    if leads and len({claim.node for claim in reading.main if claim.facet}) >= _MOST_AT_ONCE:
        return
    helps = _HELPS.match(spelt) is not None
    breaks = [0, *(match.end() for match in _BREAK.finditer(spelt)), len(spelt)]
    for claim in reading.main:
        if claim.governed or claim.action in (Action.support, Action.coordinate):
            continue
        around = _around(spelt, breaks, claim)
        later = around is not spelt and not spelt.startswith(around)
        if _NEVER.search(around) or (helps and later) or (_BEFORE.search(around) and not spelt.rstrip("。;,").endswith(around)):
            continue
        if leads and claim.action == Action.do and _LEADS.match(around):
            continue
        yield Deed(post, place, text, around, claim, reading.scope, _thing(spelt, claim))


def _around(spelt: str, breaks: Sequence[int], claim: Claim) -> str:
    """The clause that a claim stands in; the whole sentence for one that was told by a field or a title."""
    if claim.span == (0, 0):
        return spelt
    begin = max(at for at in breaks if at <= claim.span[0])
    end = min((at for at in breaks if at >= claim.span[1] and at > begin), default=len(spelt))
    return spelt[begin:end].strip(" ,;。:!?\n")


def _thing(spelt: str, claim: Claim) -> str:
    """The words for what a claim is about; empty where they only narrow what stands behind them: 报价 in 报价底线."""
    begin, end = claim.term_span
    return spelt[begin:end] if not _MORE.match(spelt, end) else ""
