"""What stands in a section: items nested as they lie, lists in one line, processes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from salesduty.intake.building.parts import DutyPart, ProcessPart, StepPart
from salesduty.intake.building.signs import begins_with_verb
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import plain
from salesduty.intake.passage import Passage

_TITLED = re.compile(r"([^，。；,;:：\s]{2,20})[:：](?=\s*\S)")
_OPEN, _CLOSE = "（(【[“「《", "）)】]”」》"
_SHORT = 16
_PLAIN = 2
Rank = tuple[int, int]
_LED: Rank = (0, 10)
"""How high a plain line stands that heads what is below it."""


def rank(unit: Unit) -> Rank:
    """Return how high a unit stands: headings by level, then what is counted by depth, then plain text."""
    if unit.line.heading:
        return 0, unit.line.heading
    return (1, unit.depth) if unit.family else (_PLAIN, 0)


@dataclass(slots=True)
class Nest:
    """Duties as they come, each put below the one that it belongs to."""

    top: list[DutyPart]
    open: list[tuple[Rank, bool, DutyPart]] = field(default_factory=list)

    def add(self, unit: Unit, above_list: bool = False) -> DutyPart:
        """Put a unit in its place, which may be right above the first item of a list, and return it as a duty."""
        part = duty(unit)
        own = rank(unit)
        if own[0] == _PLAIN and unit.depth >= 0 and _titles(unit):
            own = (1, unit.depth)
        if above_list and own[0] == _PLAIN and _titles(unit):
            own = _LED
        while self.open and not self._below(own, *self.open[-1][:2]):
            self.open.pop()
        (self.open[-1][2].children if self.open else self.top).append(part)
        leads = unit.body.text.endswith((":", "：")) or ":" in unit.end.text or "：" in unit.end.text
        heads = leads or _titles(unit)
        if own[0] < _PLAIN:
            self.open.append((own, heads, part))
        elif leads:
            self.open.append((_LED, heads, part))
        return part

    @staticmethod
    def _below(own: Rank, other: Rank, heads: bool) -> bool:
        """Whether a unit lies below another: plain text only below what looks like a heading."""
        if own[0] == _PLAIN:
            return other[0] == 0 or heads
        return own > other


def _titles(unit: Unit) -> bool:
    """Whether a unit looks like a heading: short, without a mark at its end, no act."""
    return len(unit.body) <= _SHORT and not unit.end.text.strip() and not begins_with_verb(unit.body.text)


def duty(unit: Unit) -> DutyPart:
    """Return a unit as a duty, with the heading in front of its colon as title."""
    body = unit.body
    part = DutyPart(body, mark=unit.mark, label=unit.line.label)
    if (titled := _TITLED.match(body.text)) is not None and len(body) > titled.end() + 2:
        part.title = body.cut(0, titled.end(1))
    return part


def listed(text: Passage) -> tuple[list[Passage], list[Passage]]:
    """Split a list in one line at its semicolons outside of brackets; return the pieces and the marks between them."""
    deep, cuts = 0, []
    for at, char in enumerate(text.text):
        if char in _OPEN:
            deep += 1
        elif char in _CLOSE:
            deep = max(0, deep - 1)
        elif char in "；;" and not deep:
            cuts.append(at)
    bounds = [-1, *cuts, len(text)]
    pieces, marks = [], [text.cut(at, at + 1) for at in cuts]
    for start, stop in pairwise(bounds):
        piece = text.cut(start + 1, stop).strip()
        bare = piece.rstrip("。；;，,") if stop == len(text) or len(bounds) > 2 else piece
        marks.append(piece.cut(len(bare)))
        if bare.text:
            pieces.append(bare)
    return pieces, marks


_ARROW = re.compile(r"\s*(?:→|➔|➜|➡|⇒|-+>|=+>|》|>)\s*")


def steps(text: Passage) -> list[Passage]:
    """Return the steps of `A → B → C`; nothing for a text without arrows."""
    pieces = text.split(_ARROW)
    return list(pieces) if len(pieces) > 1 else []


def step(unit: Unit) -> StepPart:
    """Return a step told in a sentence: what stands before its colon is its name."""
    part = duty(unit)
    if not part.title.text:
        return StepPart(unit.body)
    rest = unit.body.cut(len(part.title)).strip(":： ")
    return StepPart(part.title, {"text": [rest]} if rest.text else {})


def chains(process: ProcessPart, unit: Unit) -> Iterator[Passage]:
    """Add what a unit says of a process to it; yield what of it is only shape."""
    names = steps(unit.body)
    if names:
        process.steps.extend(StepPart(name) for name in names)
        yield unit.body
    else:
        process.steps.append(step(unit))


def is_recruiting(text: str) -> bool:
    """Whether a line is about pay, place and how to apply."""
    return _RECRUITING.search(plain(text)) is not None


_RECRUITING = re.compile(
    r"薪|工资|面议|待遇|五险|社保|公积金|底薪|提成|包吃|包住|食宿|双休|单休|福利|简历|投递|邮箱|联系人|联系电话|电话|面试|地址|元/月|[kK]/月|申请该?职位|立即申请|"
    r"加入我们|招聘人数|工作地点|学历不限|发布(?!之日|实施|施行)|年终奖|奖金|带薪|节假日|@|\d{3,4}-\d{7,8}|1[3-9]\d{9}"
)
