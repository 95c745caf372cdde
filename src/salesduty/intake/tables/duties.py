"""The duties of a form as many companies write them: 职责一, what it is in a sentence (职责表述), and its tasks (工作任务)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from salesduty.intake.items import units
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import EMPTY, Passage, joined
from salesduty.intake.tables.boxes import Box
from salesduty.intake.tables.entry import Field, Item

_NUMBER = re.compile(r"\s*(?:工作|岗位|主要)?[职職][责責]\s*[一二三四五六七八九十\d]{1,3}\s*[:：、.]?\s*")
_SAYS = re.compile(r"\s*[职職][责責](?:表述|描述|概述|说明|名称)\s*[:：]?\s*")
_TASKS = re.compile(r"\s*(?:具体)?(?:工作)?(?:任务|任務|内容|事项)\s*[:：]?\s*")
_SHARE = re.compile(r"\s*(?:所占|占用|工作)?(?:时间|比重|工作时间|权重)?(?:百分比|比重|占比|比例)\s*[:：]?\s*\d+.*")


def opens_duty(text: str) -> bool:
    """Return whether `text` is no more than 职责一 or the like."""
    return _NUMBER.fullmatch(text) is not None


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
    for line, label, rest in _without_labels(lines):
        if label.text:
            found.append(Field(label, "", ()))
            told = told or _SAYS.fullmatch(label.text) is None
        if not rest.text.strip():
            continue
        if _SHARE.fullmatch(rest.text):
            found.append(Field(rest.strip(), "share", ()))
        elif not told and not sentence:
            sentence.append(Clean(line.line, rest))
        else:
            tasks.append(Clean(line.line, rest))
    first = units(sentence, lexicon)
    head = tuple(
        replace(unit, mark=joined([number, unit.mark]) if not place else unit.mark, depth=0) for place, unit in enumerate(first)
    )
    below = tuple(replace(unit, depth=max(unit.depth, 0) + (1 if head else 0)) for unit in units(tasks, lexicon))
    if not head:
        found.append(Field(number, "", ()))
    return [*found, Field(EMPTY, "duties", (*head, *below))]


def _without_labels(lines: Sequence[Clean]) -> Iterator[tuple[Clean, Passage, Passage]]:
    """Yield each line with the label that it begins with, which may run over several lines of a narrow cell, and its rest."""
    place = 0
    while place < len(lines):
        line = lines[place]
        for count in (4, 3, 2, 1):
            together = joined(each.passage for each in lines[place : place + count])
            if count > 1 and (len(together) > count * 2 or place + count > len(lines)):
                continue
            pattern = _SAYS if _SAYS.match(together.text) else _TASKS
            match = pattern.match(together.text)
            if match and (match.end() == len(together) or match[0].rstrip().endswith((":", "："))):
                yield line, together.cut(0, match.end()), together.cut(match.end())
                place += count
                break
        else:
            yield line, EMPTY, line.passage
            place += 1
