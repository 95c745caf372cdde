"""Duties of a form that was flattened: 职责一, 职责表述, 工作任务 and the tasks, in lines or in the midst of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from salesduty.intake.columns import simple
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import EMPTY
from salesduty.intake.tables.duties import NUMBER, SAYS, TASKS, duty
from salesduty.intake.tables.entry import Item

_INSIDE = re.compile(rf"(?=(?:{NUMBER.pattern})?\s*职责(?:表述|描述)\s*[:：])|(?<=[\s。；;%％\d])(?=工作任务)")
_LABEL = re.compile(r"(?<=[\s。；;])([^\s:：。；;，,]{2,10})(?=[\s:：])")
_NEAR = 8
_MOST = 300
_ENDS = frozenset({"duties", ""})


def block(lines: Sequence[Clean], place: int, lexicon: Lexicon, table: int) -> tuple[list[Item], int] | None:  # noqa: ARG001
    """Return the duty that begins in line `place` and how many lines it takes; None where none begins."""
    first = simple(lines[place].passage.text)
    if "职责" not in first or not _opens(lines, place, first):
        return None
    found: list[Clean] = []
    stop = place
    alone = NUMBER.fullmatch(first) is not None
    while stop < min(len(lines), place + _MOST):
        text = simple(lines[stop].passage.text)
        if stop > place + alone and (_opens(lines, stop, text) or _other_section(text, lexicon)):
            break
        found += _cut(lines[stop])
        stop += 1
    found, rest = _until_label(found, lexicon)
    items: list[Item] = []
    one: list[Clean] = []
    for piece in found:
        counted = len(one) == 1 and NUMBER.fullmatch(simple(one[0].passage.text)) is not None
        if one and not counted and _begins(simple(piece.passage.text)):
            items += _read(one, lexicon)
            one = []
        one.append(piece)
    return [*items, *_read(one, lexicon), *rest], stop - place


def _opens(lines: Sequence[Clean], place: int, text: str) -> bool:
    """Whether a duty begins here: with its number and what follows in the form, or with 职责表述 itself."""
    if SAYS.match(text) and (":" in text[:8] or "：" in text[:8]):
        return True
    number = NUMBER.match(text)
    if number is None:
        return SAYS.search(text) is not None and _INSIDE.search(text) is not None and "职责表述" in text
    rest = text[number.end() :]
    if rest.strip():
        return SAYS.match(rest) is not None or (TASKS.match(_after(lines, place)) is not None and len(rest) > 1)
    return SAYS.match(_after(lines, place)) is not None or TASKS.match(_after(lines, place, 2)) is not None


def _after(lines: Sequence[Clean], place: int, step: int = 1) -> str:
    return simple(lines[place + step].passage.text) if place + step < len(lines) else ""


def _begins(text: str) -> bool:
    return NUMBER.match(text) is not None or SAYS.match(text) is not None


def _other_section(text: str, lexicon: Lexicon) -> bool:
    bare = text.strip()
    if SAYS.fullmatch(bare) or TASKS.fullmatch(bare):
        return False
    return (lexicon.field(bare) or "duties") not in _ENDS or NUMBER.match(text) is not None


def _cut(line: Clean) -> list[Clean]:
    """Cut a line before each number, sentence and list of tasks in the midst of it."""
    text = simple(line.passage.text)
    cuts = sorted({match.start() for match in _INSIDE.finditer(text) if match.start()})
    pairs = zip([-_NEAR, *cuts], cuts, strict=False)
    kept = [at for before, at in pairs if not (before >= 0 and at - before < _NEAR and NUMBER.match(text[before:at]))]
    bounds = [0, *kept, len(text)]
    return [Clean(line.line, line.passage.cut(a, b)) for a, b in pairwise(bounds) if text[a:b].strip()]


def _until_label(found: list[Clean], lexicon: Lexicon) -> tuple[list[Clean], list[Clean]]:
    """Part the lines where another section begins in the midst of one."""
    for place, piece in enumerate(found):
        text = piece.passage.text
        for match in _LABEL.finditer(text):
            key = lexicon.field(match[1])
            told = simple(match[1])
            if key not in (None, *_ENDS) and not TASKS.fullmatch(told) and not SAYS.fullmatch(told):
                head, tail = piece.passage.cut(0, match.start()), piece.passage.cut(match.start())
                return [*found[:place], Clean(piece.line, head)], [Clean(piece.line, tail), *found[place + 1 :]]
    return found, []


def _read(lines: list[Clean], lexicon: Lexicon) -> list[Item]:
    if not lines:
        return []
    first = lines[0].passage
    number = NUMBER.match(simple(first.text))
    if number is None:
        before = SAYS.search(simple(first.text))
        if before is not None and before.start() and not SAYS.match(simple(first.text)):
            return [*lines]
        return duty(EMPTY, lines, lexicon)
    rest = Clean(lines[0].line, first.cut(number.end()))
    return duty(first.cut(0, number.end()).strip(), [*([rest] if rest.passage.text.strip() else []), *lines[1:]], lexicon)
