"""The authorities of posts and the approvals among their duties, and how the two meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.post import Authority, Post
from salesduty.responsibility import approvals
from salesduty.responsibility import scope as scopes
from salesduty.responsibility.gist import Gist, of_reading
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.place import Place
from salesduty.text.amounts import Interval, parse_interval
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

APPROVES = re.compile("审批|批准|核准|审定|核定|签批|签发|批复|特批|核批|审签|终审")
"""Verbs that say yes to what somebody else brings."""
DECIDES = re.compile(rf"{APPROVES.pattern}|决定|裁定|裁决|任免|签署")
"""Verbs of an authority that settles something."""
_NONE = ("无", "没有")
_BOUNDED = re.compile(
    r"\d|[一二三四五六七八九十百两]+ ?[折成%万元]|权限|授权|范围内|预算内|编制内|额度内|价目表|价格表|标准文本|限额|"
    "以内|以下|不超过|不满"
)
"""Words that say how far something goes, in figures or by a list that does."""
_ELSE_WHERE = re.compile(
    r"(?:每|\d+|[一二两三四五六七八九十半]+) ?个?(?:工作)?(?:小时|日|天|周|月|季度?|年|分钟)|第[一二三四\d]+季度|\d+ ?[日点号]"
)
"""Times, whose figures are no limit."""


@dataclass(frozen=True, slots=True)
class Power:
    """An authority of a post, where it stands, what it is about and how far it goes."""

    post: Placed[Post]
    authority: Authority
    place: Place
    about: Gist
    amount: Interval | None

    @property
    def bounded(self) -> bool:
        """Whether it says how far it goes."""
        return bool(self.authority.limit) or bounded(self.authority.text)


def powers(found: Responsibilities) -> tuple[Power, ...]:
    """Return every authority of the active posts; one that says there is none is left out."""
    return tuple(_powers(found))


def _powers(found: Responsibilities) -> Iterator[Power]:
    for post in found.department.active_posts:
        for index, authority in enumerate(post.value.authorities):
            spelt = normal(authority.text)
            if spelt.strip('“”" ') not in _NONE:
                amount = parse_interval(authority.limit) if authority.limit else scopes.amount(spelt)
                yield Power(post, authority, post / "authorities" / index, approvals.matter(spelt, found), amount)


def by_post(found: Responsibilities) -> dict[str, list[Power]]:
    """Return the authorities of the active posts by the address of the post."""
    held: dict[str, list[Power]] = {}
    for power in powers(found):
        held.setdefault(power.post.address, []).append(power)
    return held


@dataclass(frozen=True, slots=True)
class Approval:
    """A duty to approve: `about` is what is approved, `read` what the whole duty is about."""

    holding: Holding
    about: Gist
    read: Gist


def approving(found: Responsibilities) -> Iterator[Approval]:
    """Yield the duties that are to approve what others bring, in document order; leave and hours are not meant."""
    for holding in found.owned:
        spelt = normal(holding.text)
        if APPROVES.search(spelt) and not approvals.is_personal(spelt) and approvals.gives(holding):
            yield Approval(holding, approvals.matter(holding.text, found), of_reading(holding.reading, found.vocabulary))


def meets(power: Power, approval: Approval) -> bool:
    """Tell whether an authority may be what a duty rests on: named by it, about everything, or about the same matter."""
    named = approval.holding.duty.authority
    if named is not None:
        return named in (power.authority.id, power.authority.text)
    return power.about.empty or power.about.meets(approval.about) or power.about.meets(approval.read)


def bounded(text: str) -> bool:
    """Tell whether a sentence says how far an approval goes; figures of time do not."""
    return bool(_BOUNDED.search(_ELSE_WHERE.sub("", normal(text))))
