"""Units with what they announce; labels in the midst of a text cut out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from salesduty.intake.building.naming import ends_surely
from salesduty.intake.building.signs import FACTS, NOTHING, Sign, sign
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon, plain
from salesduty.intake.passage import EMPTY, Passage
from salesduty.intake.tables import Entry

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,3})"
_PART = re.compile(
    rf"\s*((?:岗位职责|工作职责|职责|范文|模板|篇|例|样本|版本){_NUMBER}|第{_NUMBER}[篇部份])(?:\s*[:：、.]\s*|\s+|(?=[\u4e00-\u9fff])|$)"
)
_FRAMED_PART = re.compile(rf"[【\[(（〔]\s*(第{_NUMBER}[篇部份]|(?:篇|范文|模板){_NUMBER})\s*[】\])）〕]")
_EDGE = "。；;！!）)】 \t\u3000"
_END = "；;。，,、 \t\u3000"
_NAME = re.compile(r"[^。；;！!？?，,:：]{2,24}")
_SAID = re.compile(r"(?:^|(?<=[；;。:：]))\s*([^；;。:：，,()（）\s]{2,14}):(?=\S)")
_FACT = re.compile(r"(?<=[\s\u3000])([^\s:：。；;，,]{2,8})\s*[:：]")


@dataclass(frozen=True, slots=True)
class Sight:
    """A unit, or what of it stands between two labels, with what it announces; `part` is the mark of a document in the file."""

    unit: Unit
    sign: Sign = NOTHING
    part: Passage = EMPTY

    @property
    def body(self) -> Passage:
        """What it says."""
        return self.unit.body


def sights(entries: Sequence[Entry], lexicon: Lexicon) -> list[Sight | Entry]:
    """Return the entries with units seen through."""
    found: list[Sight | Entry] = []
    for entry in entries:
        if isinstance(entry, Unit):
            found.extend(_seen(entry, lexicon))
        else:
            found.append(entry)
    return found


def _seen(unit: Unit, lexicon: Lexicon) -> Iterator[Sight]:
    for piece in _pieces(unit, lexicon):
        part, rest = _part(piece, lexicon)
        if part.text and not rest.body.text:
            yield Sight(rest, NOTHING, part)
        else:
            yield Sight(rest, sign(rest, lexicon), part)


def _part(unit: Unit, lexicon: Lexicon) -> tuple[Passage, Unit]:
    """Take the mark of a part off a unit: 职责一：…, …【第一篇】."""
    body = unit.body
    if (framed := _FRAMED_PART.search(body.text)) is not None and not unit.mark.text:
        without = body.without([framed.span()]).strip(" :：")
        return body.cut(framed.start(1), framed.end(1)), replace(unit, body=without)
    if not unit.mark.text and (led := _PART.match(body.text)) is not None:
        rest = replace(unit, body=body.cut(led.end()))
        if not rest.body.text or sign(rest, lexicon).owner.text:
            return body.cut(led.start(1), led.end(1)), rest
    return EMPTY, unit


def _pieces(unit: Unit, lexicon: Lexicon) -> list[Unit]:
    """Cut a unit before the labels that stand in the midst of it."""
    text = plain(unit.body.text)
    if ":" not in text:
        return [unit]
    cuts = [found.start() for found in lexicon.inline.finditer(text) if found.start() and _free(text, found.start())]
    cuts += [
        found.start()
        for found in _FACT.finditer(text)
        if (key := lexicon.field(found.group(1))) is not None and (key in FACTS or len(found.group(1)) >= 3)
    ]
    said = [found for found in _SAID.finditer(text) if ends_surely(found.group(1), lexicon)]
    cuts += [found.start(1) for found in said] if len(said) > 1 else []
    cuts = [cut for cut in cuts if cut]
    if not cuts:
        return [unit]
    bounds = [0, *sorted(set(cuts)), len(text)]
    bodies = [unit.body.cut(start, stop) for start, stop in pairwise(bounds)]
    found = []
    for place, body in enumerate(bodies):
        bare = body.rstrip(_END)
        last = place == len(bodies) - 1
        end = unit.end if last else body.cut(len(bare))
        piece = replace(unit, body=bare.strip(), end=end, closes=unit.closes and last)
        if place:
            piece = replace(piece, mark=EMPTY, family="", value=(), depth=-1, opens=False)
        if piece.body.text:
            found.append(piece)
    return found


def _free(text: str, at: int) -> bool:
    """Whether a label may begin at `at`: behind an end, or behind what may be a name."""
    return text[at - 1] in _EDGE or _NAME.fullmatch(text[:at]) is not None
