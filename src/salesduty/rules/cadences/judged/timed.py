"""Time limits with what they are about: the thing, what is done with it, and for which cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from salesduty.model.post import Post
from salesduty.model.process import Process, Step
from salesduty.responsibility.gist import Gist, gist, of_reading
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.scope import NOWHERE, Scope, stated
from salesduty.results.place import Place
from salesduty.text.durations import Duration, duration, limits
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_DEEDS: dict[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in {
        "register": "登记|受理|接单|建单|立案|录入",
        "answer": "响应|回应|回复|答复|回电|致电|首次联系|应答|联系客户|联系上",
        "visit": "到场|上门|到达?现场|赶到",
        "plan": "方案|处理意见|给出意见|答复意见",
        "finish": "办结|解决|处理完|结案|关闭|闭环|办理|了结",
        "price": "报价|报出|给出价格|核价",
        "ship": "发货|发出|出库|配送|送达|交付|交货|到货",
        "approve": "审批|批复|批准|审核|复核|评审|核准|审定|初审",
        "draft": "起草|拟定|草拟|编制|出具合同",
        "invoice": "开票|开具发票",
        "refund": "退款|赔付|理赔",
        "sample": "寄样|送样|打样|备样",
    }.items()
}
_MARK = re.compile("[,;。、]")
_CASES = re.compile(
    "投标|招标|标书|一般|普通|重大|较大|紧急|特急|加急|严重|重要|VIP|大客户|[一二三]级|[ABCD]级|批量|质量|安全|物流|常规|非标|定制|标准"
)
"""Words that tell one kind of case from another."""
_BARE = 4
"""So many characters beside its limit a clause has that says what is done and not with what."""
_REST = re.compile(r"\d+(?:\.\d+)?|内|以|之|个|小时|工作日|天|分钟|时限|必须|应当|及时")


@dataclass(frozen=True, slots=True)
class Timed:
    """A time limit: `deeds` are what is done by then, `cases` the kinds that it is for, `about` the thing.

    `post` is whose it is, if a post's; `process` and `step` where it is the limit of a step.
    """

    place: Place
    text: str
    length: Duration
    deeds: frozenset[str]
    cases: frozenset[str]
    about: Gist
    scope: Scope = NOWHERE
    post: Placed[Post] | None = None
    process: Placed[Process] | None = None
    step: Step | None = None


def promised(found: Responsibilities) -> Iterator[Timed]:
    """Yield every limit that the department has promised, each with the clause that it stands in."""
    for index, promise in enumerate(found.department.spec.promises):
        receiver = found.department.post(promise.receiver) if promise.receiver else None
        yield from _of_text(promise.text, found.department.place / "promises" / index, found, receiver)


def of_steps(found: Responsibilities) -> Iterator[Timed]:
    """Yield the limit that every step has in its field; `text` is its name, the thing that of name and sentence."""
    for process in found.department.processes:
        for index, step in enumerate(process.value.steps):
            length = duration(normal(step.sla)) if step.sla else None
            if length is not None and step.cadence in (None, "on-event"):
                yield Timed(
                    process / "steps" / index / "sla",
                    step.name,
                    length,
                    deeds(normal(step.name)) or deeds(normal(step.text or "")),
                    cases(normal(f"{step.name}，{step.text or ''}")),
                    gist(f"{step.name}，{step.text or ''}", found.vocabulary, found.matcher),
                    stated(step.scope) if step.scope is not None else NOWHERE,
                    process=process,
                    step=step,
                )


def of_duties(found: Responsibilities) -> Iterator[Timed]:
    """Yield the limits that the sentence of every owned duty sets; where it sets none, that of the field of a simple one."""
    for holding in found.owned:
        text = normal(holding.text)
        inside = list(limits(text))
        length = duration(normal(holding.duty.sla)) if holding.duty.sla else None
        if length is not None and inside and all(length.differs(each) for each in inside):
            continue  # the duty contradicts itself, which is a finding of its own
        yield from (
            replace(each, scope=holding.reading.scope) for each in _of_text(holding.text, holding.place, found, holding.post)
        )
        if length is not None and not inside and len(done := deeds(text)) == 1:
            about = of_reading(holding.reading, found.vocabulary)
            place, scope = holding.place / "sla", holding.reading.scope
            yield Timed(place, holding.text, length, done, cases(text), about, scope, holding.post)


def deeds(text: str) -> frozenset[str]:
    """Return what a normalised text says is done; to come with a plan is not to carry it out."""
    found = frozenset(name for name, pattern in _DEEDS.items() if pattern.search(text))
    return frozenset(("plan",)) if "plan" in found else found


def cases(text: str) -> frozenset[str]:
    """Return the words of a normalised text that tell its cases from others."""
    return frozenset(_CASES.findall(text))


def _of_text(text: str, place: Place, found: Responsibilities, post: Placed[Post] | None) -> Iterator[Timed]:
    """The limits of a sentence that say what is done, each with its clause; the thing is that of the clause or before it."""
    spelt = normal(text)
    for length in limits(spelt):
        before = max((mark.end() for mark in _MARK.finditer(spelt, 0, length.start)), default=0)
        mark = _MARK.search(spelt, length.end)
        clause, done = (spelt[start : mark.start() if mark else len(spelt)] for start in (before, length.end))
        if not (deed := deeds(done)):
            continue
        about = gist(clause, found.vocabulary, found.matcher, without=_REST)
        # What stands behind the clause is the next thing to be done, unless the clause is bare: 2 小时内响应.
        told = spelt if len(_REST.sub("", clause)) <= _BARE else spelt[: before + len(clause)]
        about = about if about.terms else gist(told, found.vocabulary, found.matcher)
        yield Timed(place, text, length, deed, cases(clause) or cases(spelt[:before]), about, post=post)
