"""What posts and processes write of their work: each duty and each step with the fields that say what passes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.duty import Duty, Work
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.place import Place
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_FEWEST = 2
_COUNT = r"(?<![\d一二两三四五六七八九十半几])[\d一二两三四五六七八九十半几]{1,9}"
_TIMED = re.compile(
    rf"{_COUNT} ?个?(?:工作)?(?:分钟|小时|工时|天|日|周|月|点|号|秒)|当[日天场班晚月周季]|[次隔同]日|立即|即时|随时|同时|"
    r"每[日天周月季年次个班]|[月季年周旬][末底初中报度]|按[日天周旬月季年]|[日周月][清结]|到期|逾期|[下上]班前|(?:日|周|旬|月|季|年)报|期间|之?前(?:[,;。]|$)|第[一二三四五六七八九十\d]{1,9}"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A duty or a step, where it stands, whose it is, and the duties that it is a part of."""

    work: Work
    place: Place
    owner: Placed[Post] | Placed[Process]
    name: str
    above: tuple[Work, ...] = ()

    @property
    def text(self) -> str:
        """The sentence, or what stands for it."""
        return self.work.text or self.name

    @property
    def is_step(self) -> bool:
        """Whether it is a step of a process."""
        return not isinstance(self.work, Duty)


def written(found: Responsibilities) -> Iterator[Written]:
    """Yield every duty of an active post, headings among them, and then every step, whatever the order of posts and files."""
    for post in sorted(found.department.active_posts, key=_address):
        yield from _duties(post, post.value.duties, post / "duties", ())
    for process in sorted(found.department.processes, key=_address):
        for index, step in enumerate(process.value.steps):
            yield Written(step, process / "steps" / index, process, step.name)


def _address(placed: Placed[Post] | Placed[Process]) -> str:
    return placed.address


def usual(filled: int, total: int) -> bool:
    """Tell whether a department is used to writing something: at least two do, and more than half of all."""
    return filled >= _FEWEST and 2 * filled > total


def timed(work: Work) -> bool:
    """Tell whether `work` says by when or how often, in a field or in its sentence."""
    return bool(work.sla or work.cadence or (work.text and _TIMED.search(normal(work.text))))


def _duties(post: Placed[Post], duties: tuple[Duty, ...], at: Place, above: tuple[Work, ...]) -> Iterator[Written]:
    for index, duty in enumerate(duties):
        yield Written(duty, at / index, post, duty.title or duty.text or "", above)
        if duty.duties:
            yield from _duties(post, duty.duties, at / index / "duties", (*above, duty))
