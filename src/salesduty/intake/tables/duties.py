"""The duties of a form as many companies write them: 职责一, what it is in a sentence (职责表述), and its tasks (工作任务)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from salesduty.intake.columns import simple
from salesduty.intake.items import units
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import EMPTY, Passage, joined
from salesduty.intake.tables.boxes import Box
from salesduty.intake.tables.entry import Field, Item

NUMBER = re.compile(r"\s*(?:工作|岗位|主要)?职责\s*[一二三四五六七八九十\d]{1,3}\s*[:：、.]?\s*(?![条章节篇])")
SAYS = re.compile(r"\s*职责(?:表述|描述|概述)\s*(?:[:：]\s*|$|(?=\s))")
TASKS = re.compile(r"\s*(?:主要|具体)?(?:工作任务|任务|工作内容|工作事项)\s*(?:[:：]\s*|$|(?<=务)\s+)")
_SHARE = re.compile(
    r"\s*(?:所占|占用|工作)?(?:工作)?(?:时间|比重|权重)?(?:百分比|比重|占比|比例)\s*[:：]?\s*(?P<value>\d+(?:\.\d+)?\s*[%％]?)\s*$"
)
_OFTEN = re.compile(r"\s*(?:频次|频率|用时|耗时|所需时间)\s*[:：]\s*(?P<value>.{0,14})|\s*小\s*时\s*|\s*分\s*钟\s*")
_GOES_ON = ("、", "，", ",")


def opens_duty(text: str) -> bool:
    """Return whether `text` is no more than 职责一 or the like."""
    return NUMBER.fullmatch(simple(text)) is not None


def numbered(label: Box, inside: Iterable[Box], lexicon: Lexicon) -> list[Item]:
    """Return the duty that stands beside the cell `label`, with its tasks."""
    return duty(label.passage, [line for box in inside for line in box.lines], lexicon)


def duty(number: Passage, lines: Sequence[Clean], lexicon: Lexicon) -> list[Item]:
    """Return the duty counted by `number` that `lines` say: its sentence, then its tasks one level deeper.

    Words such as 职责表述 and 工作任务 become fields of their own with nothing in them: they only say how the form is built.
    """
    found: list[Item] = []
    sentence: list[Clean] = []
    tasks: list[Clean] = []
    told = False
    parts = list(_without_labels(lines))
    tasks_told = any(TASKS.match(simple(label.text)) for _, label, _ in parts if label.text)
    for line, label, whole in parts:
        rest = whole
        if label.text:
            found.append(Field(label, "", ()))
            told = told or SAYS.fullmatch(simple(label.text)) is None
        if (share := _SHARE.search(simple(rest.text))) is not None:
            found.append(_said(line, rest.cut(share.start()), share.start("value") - share.start(), "share", lexicon))
            rest = rest.cut(0, share.start())
        if not rest.text.strip():
            continue
        if (often := _OFTEN.fullmatch(simple(rest.text))) is not None:
            value = often.start("value")
            found.append(_said(line, rest, value if value >= 0 else len(rest), "cadence", lexicon))
        elif not told and not sentence:
            sentence.append(Clean(line.line, rest))
        else:
            into = sentence if not told and tasks_told else tasks
            if into and (into is sentence or into[-1].passage.text.rstrip().endswith(_GOES_ON)):
                into[-1] = Clean(into[-1].line, joined([into[-1].passage, rest]))
            else:
                into.append(Clean(line.line, rest))
    first = units(sentence, lexicon)
    head = tuple(
        replace(unit, mark=unit.mark if place else joined([number, unit.mark]), depth=0) for place, unit in enumerate(first)
    )
    below = tuple(replace(unit, depth=max(unit.depth, 0) + (1 if head else 0)) for unit in units(tasks, lexicon))
    if not head:
        found.append(Field(number, "", ()))
    return [*found, Field(EMPTY, "duties", (*head, *below))]


def _said(line: Clean, passage: Passage, value: int, key: str, lexicon: Lexicon) -> Field:
    """Return what a form says of a duty in few words, whose value begins at `value`."""
    return Field(passage.cut(0, value).strip(), key, units([Clean(line.line, passage.cut(value))], lexicon))


def _without_labels(lines: Sequence[Clean]) -> Iterator[tuple[Clean, Passage, Passage]]:
    """Yield each line with the label that it begins with, and its rest."""
    for line in lines:
        text = simple(line.passage.text)
        match = SAYS.match(text) or TASKS.match(text)
        at = match.end() if match else 0
        yield line, line.passage.cut(0, at).strip(), line.passage.cut(at)
