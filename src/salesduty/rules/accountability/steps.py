"""The steps of the processes of a department with the posts that they name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from salesduty.model.process import Process, Step
from salesduty.responsibility.bands import bands
from salesduty.results.place import Place
from salesduty.rules.quoted import listed, quoted
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department, Party, Placed

_FEWEST = 2
_DIVIDES = re.compile(
    "分别|各自|分工|各管|各负责|各做|各跟|谁的客户|名下|所辖|辖区|本组|本区|承办人|归属|"
    r"按(?:区域|片区|地区|客户|行业|产品|品类|渠道|金额|权限|线索来源|班次|项目)|(?:由|归)[^,;。]{1,12}(?:主办|主谈|牵头|主导|为主|承办)|"
    "主办|牵头|轮值|轮流|轮班|当班|值班|会签|联签|集体|会议决定|共同|双人|双签"
)
_DECIDES = re.compile(
    "审批|批准|核准|审定|核定|签批|签发|批复|特批|裁定|裁决|决定|拍板|定夺|评审|审核|复核|审查|审议|会审|把关|确认"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A step, the process that it belongs to, and where it stands."""

    process: Placed[Process]
    step: Step
    place: Place

    @property
    def names(self) -> dict[str, object]:
        """The values `process` and `step` of a message."""
        return {"process": quoted(self.process.value.name), "step": quoted(self.step.name)}

    @property
    def text(self) -> str:
        """The name and the sentence, normalised."""
        return normal(f"{self.step.name}，{self.step.text or ''}")


def stages(department: Department) -> tuple[Stage, ...]:
    """Return every step of every process of `department`, in order."""
    return tuple(
        Stage(process, step, process / "steps" / index)
        for process in department.processes
        for index, step in enumerate(process.value.steps)
    )


def customary(several: Sequence[Stage], names: Callable[[Step], object]) -> bool:
    """Tell whether the steps of a department usually name something: at least two do, and more than half of all."""
    filled = sum(bool(names(each.step)) for each in several)
    return filled >= _FEWEST and 2 * filled > len(several)


def parties(refs: Sequence[str], department: Department) -> tuple[Party, ...]:
    """Return those whom `refs` name, each once; who is not known is left out, since another rule tells that."""
    found = (party for ref in refs for party in department.parties(ref)[:1])
    return tuple({party.address: party for party in found}.values())


def addresses(department: Department) -> frozenset[str]:
    """Return the addresses of the posts of `department` itself."""
    return frozenset(post.address for post in department.posts)


def said(several: Sequence[Party]) -> tuple[str, ...]:
    """Return the names of parties for a message."""
    return listed(party.name for party in several)


def is_decision(stage: Stage) -> bool:
    """Tell whether a step is itself to decide or to review, by its action or by its name."""
    action = stage.step.action
    return action in ("decide", "review") if action is not None else bool(_DECIDES.search(normal(stage.step.name)))


def divided(stage: Stage, doers: Sequence[Party]) -> bool:
    """Tell whether a step says who of several does which part: by a field, in its sentence, or by the groups of the posts."""
    step = stage.step
    if step.shared_with or step.scope or step.duties or step.performers:
        return True
    if _DIVIDES.search(stage.text) or len(bands(stage.text)) > 1 or _named(stage.text, doers) > 1:
        return True
    groups = [party.post.value.group.value for party in doers if party.post is not None and party.post.value.group is not None]
    return len(groups) == len(doers) == len(set(groups))


def _named(text: str, doers: Sequence[Party]) -> int:
    """How many of the doers the sentence itself names."""
    return sum(any(normal(name) in text for name in _calls(party)) for party in doers)


def _calls(party: Party) -> Iterator[str]:
    yield party.name
    if party.post is not None:
        yield from party.post.value.aliases
