"""Units with what they announce; labels in the midst of a text cut out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from salesduty.intake.building.naming import ends_surely
from salesduty.intake.building.qualifications import KINDS
from salesduty.intake.building.signs import FACTS, NOTHING, OWNED, Sign, sign
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon, plain
from salesduty.intake.passage import EMPTY, Passage, joined
from salesduty.intake.tables import Entry

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,3})"
_PART = re.compile(
    rf"\s*((?:岗位职责|工作职责|职责|范文|模板|篇|例|样本|版本){_NUMBER}|第{_NUMBER}[篇部份])(?:\s*[:：、.]\s*|\s+|(?=[\u4e00-\u9fff])|$)"
)
_FRAMED_PART = re.compile(rf"[【\[(（〔]\s*(第{_NUMBER}[篇部份]|(?:篇|范文|模板){_NUMBER})\s*[】\])）〕]")
_MARKED_PART = re.compile(rf"((?:岗位|工作)?职责){_NUMBER}|第{_NUMBER}[篇部份]|(?:篇|范文|模板){_NUMBER}")
_EDGE = "。；;！!）)】 \t\u3000"
_END = "；;。，,、 \t\u3000"
_SHORT = 20
_NOT_SECTIONS = FACTS | {"", "recruiting", "introduction", "document"}
_GLUED = ("duties", "qualifications", "purpose", "functions", "authorities", "rules")
_NAME = re.compile(r"[^。；;！!？?，,:：]{2,24}")
_SAID = re.compile(r"(?:^|(?<=[；;。:：]))\s*([^；;。:：，,()（）\s]{2,14}):(?=\S)")
_FEW = FACTS | {*KINDS, "recruiting"}
_FACT = re.compile(r"(?<=[\s\u3000；;])([^\s:：。；;，,]{2,8})\s*[:：]")


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
    return _unglued(list(_with_values(found, lexicon)), lexicon)


def _unglued(found: list[Sight | Entry], lexicon: Lexicon) -> list[Sight | Entry]:
    """See labels to which the text sticks that they head, where others that are counted like them are labels."""
    styles = {
        (each.unit.family, each.unit.depth) for each in found if isinstance(each, Sight) and each.sign.key not in _NOT_SECTIONS
    }
    for place, each in enumerate(found):
        if (
            not isinstance(each, Sight)
            or each.sign.key
            or not each.unit.family
            or (each.unit.family, each.unit.depth) not in styles
        ):
            continue
        for size in range(min(8, len(each.body) - 4), 1, -1):
            label = each.body.cut(0, size)
            if (key := lexicon.field(label.text)) in _GLUED and (size >= 4 or key == "purpose"):
                found[place] = Sight(each.unit, Sign(key or "", label, each.body.cut(size).strip()), each.part)
                break
    return found


def _with_values(found: Sequence[Sight | Entry], lexicon: Lexicon) -> Iterator[Sight | Entry]:
    """Put together again what stands in one line: a label and its value, an owner and a label, a name and what it does."""
    place = 0
    while place < len(found):
        each, after = found[place], found[place + 1] if place + 1 < len(found) else None
        if isinstance(each, Sight) and isinstance(after, Sight) and not each.unit.closes:
            last = place + 2 == len(found) or not _sticks(found[place + 2])
            if (whole := _together(each, after, last, lexicon)) is not None:
                yield whole
                place += 2
                continue
        yield each
        place += 1


def _sticks(each: Sight | Entry) -> bool:
    """Whether a unit goes on with the line and is neither counted nor a label."""
    return isinstance(each, Sight) and not (each.unit.opens or each.unit.mark.text or each.sign.key or each.part.text)


def _together(each: Sight, after: Sight, last: bool, lexicon: Lexicon) -> Sight | None:
    """Return two units of a line as one where they belong together; `last` says that the line ends there."""
    head = joined([each.body, each.unit.end])
    whole = replace(each.unit, body=joined([head, after.body]), end=after.unit.end, closes=after.unit.closes)
    if not each.sign.key and len(each.body) <= _SHORT and (owner := _owner(each, after, lexicon)) is not None:
        return Sight(whole, Sign(after.sign.key, whole.body, after.sign.value, owner), each.part)
    if not _sticks(after):
        return None
    if not each.sign.key and len(each.body) <= _SHORT and _says(each, lexicon):
        return Sight(whole, NOTHING, each.part)
    few = each.sign.key in _FEW or (each.unit.family and last)
    return Sight(whole, Sign(each.sign.key, head, after.body)) if each.sign.bare and not each.sign.owner.text and few else None


def _says(before: Sight, lexicon: Lexicon) -> bool:
    """Whether a unit names the post of which its line says what it does: 主管：负责…."""
    return before.unit.end.text.strip() in (":", "：") and ends_surely(before.body.text, lexicon)


def _owner(before: Sight, label: Sight, lexicon: Lexicon) -> Passage | None:
    """Return whose the section of a label is that sticks to the words `before` in its line: 大堂经理的 | 工作内容."""
    sticks = before.body.text.endswith("的") or label.body.text.startswith("的")
    sticks = sticks or (label.sign.key in OWNED and ends_surely(before.body.text, lexicon))
    sticks = sticks and not before.unit.end.text.strip()
    if label.unit.opens or label.unit.mark.text or not label.sign.key or not sticks or label.sign.owner.text:
        return None
    owner = before.body.rstrip("的")
    for size in range(min(8, len(owner) - 2), 1, -1):
        if lexicon.field(owner.text[:size]) is not None and ends_surely(owner.text[size:], lexicon):
            return owner.cut(size)
    return owner


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
    if (marked := _MARKED_PART.search(unit.mark.text)) is not None:
        rest = replace(unit, mark=EMPTY, family="", value=(), depth=-1)
        if marked.group(1) is None or sign(rest, lexicon).owner.text:
            return unit.mark.cut(*marked.span()), rest
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
    text = plain(unit.body.text) + plain(unit.end.text)[:1].strip("。;,")
    if ":" not in text:
        return [unit]
    cuts: list[int] = []
    for label in lexicon.inline.finditer(text):
        begin = cuts[-1] if cuts else 0
        if lexicon.field(text[begin : label.end()]) is not None:
            continue
        here = text[begin : label.start()]
        if label.start() and (_free(text, label.start()) or lexicon.field(here.partition(":")[0]) in _FEW):
            cuts.append(label.start())
    cuts += [
        found.start()
        for found in _FACT.finditer(text)
        if (key := lexicon.field(found.group(1))) is not None and (key in _FEW or len(found.group(1)) >= 3)
    ]
    said = [found for found in _SAID.finditer(text) if ends_surely(found.group(1), lexicon)]
    cuts += [found.start(1) for found in said] if len(said) > 1 else []
    cuts = [cut for cut in cuts if cut]
    if not cuts:
        return [unit]
    bounds = [0, *sorted(set(cuts)), len(unit.body)]
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
