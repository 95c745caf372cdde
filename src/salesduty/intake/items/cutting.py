"""Marks to units: where an item ends, which headings and labels stand in it by themselves, what is punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from salesduty.intake.items.headings import LABELS, SECTIONS, names
from salesduty.intake.items.numerals import plain
from salesduty.intake.items.reading import Chosen, Read
from salesduty.intake.items.unit import Unit
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.passage import EMPTY, Passage, joined

_END = "；;。，,、.｡"
_COLONS = ":："
_LABEL = re.compile(r"(?:^|(?<=[。;!?)\s]))([^。;!?:\s,]{2,12}):")
_TITLE = re.compile(r"(?:[^，,。；;：:！!？?(（]|[(（][^()（）：:。；;]{1,20}[)）]){2,24}(?=[：:])")
_TAIL = re.compile(r"[。;!?]\s*([^。;!?,:]{2,16})$")
_PIECES = re.compile(r"(?:[^;(]|\([^()]{0,80}\)|\()*(?:;\s*|$)")
_TWICE = re.compile(r"([\u4e00-\u9fff]{3,10})(?=\1)")
_HEADING = re.compile(r"(?<=[。;!?])\s*([^。;!?,:、\s]{4,16})(?=\s)")
_FEWEST = 3
_TITLE_LONGEST = 10
_MERGED = frozenset({"1.", "1、", "1)", "(1)", "A.", "A、", "①", "1"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters from `start` to `stop` of a block: an item, if `chosen` counts it, or words without a number."""

    start: int
    stop: int
    chosen: Chosen | None = None


def cut(reads: Sequence[Read], lexicon: Lexicon) -> Iterator[Unit]:
    """Yield the units of blocks that have been read."""
    section = ""
    for place, each in enumerate(reads):
        alone = not each.chosen and bool(section) and (place + 1 == len(reads) or _heads(reads[place + 1], lexicon))
        section = section if alone else ""
        follows = place + 1 < len(reads) and any(chosen.starts for chosen in reads[place + 1].chosen[:1])
        units: list[Unit] = []
        for piece in (piece for whole in _items(each) for piece in _apart(each, whole, lexicon, follows)):
            unit = _unit(each, piece)
            units.extend(_listed(unit, _FEWEST if alone else 2) if section and piece.chosen is None else [unit])
            key = lexicon.field(unit.body.text) if unit.leads or piece.chosen is None else None
            section = key if key in SECTIONS else "" if key or piece.chosen is not None else section
        yield from _ordered(_merged(units))
        section = section if not each.chosen and len(units) == 1 and lexicon.field(units[0].body.text) == section else ""


def _heads(read: Read, lexicon: Lexicon) -> bool:
    """Whether a block begins something new: a label, a heading, something counted."""
    return bool(read.chosen) or bool(read.block.lines[0].heading) or names(read.block.text.partition(":")[0].strip(), lexicon)


def _items(read: Read) -> Iterator[_Piece]:
    """Yield what the marks divide a block into."""
    starts = [chosen.mark.start for chosen in read.chosen]
    size = len(read.block.text)
    if not starts or starts[0] > 0:
        yield _Piece(0, starts[0] if starts else size)
    for chosen, stop in zip(read.chosen, [*starts[1:], size], strict=False):
        yield _Piece(chosen.mark.start, stop, chosen)


def _apart(read: Read, piece: _Piece, lexicon: Lexicon, follows: bool) -> Iterator[_Piece]:
    """Yield an item and the headings and labels that stick to it, each by itself."""
    text = read.block.text
    begin = piece.chosen.mark.stop if piece.chosen else piece.start
    stops = sorted(
        {*_labels(text, begin, piece, lexicon), *_before_list(read, piece, begin, lexicon, follows), *_twice(text, piece)}
    )
    stops = [stop for stop in stops if piece.start < stop < piece.stop and (stop > begin or piece.chosen is None)]
    chosen, start = piece.chosen, piece.start
    for stop in [*stops, piece.stop]:
        yield _Piece(start, stop, chosen)
        chosen, start = None, stop


def _labels(text: str, begin: int, piece: _Piece, lexicon: Lexicon) -> Iterator[int]:
    """Yield where labels begin and end, with a colon, within an item."""
    run = piece.chosen is None
    inner = text[begin : piece.stop]
    for match in _HEADING.finditer(inner):
        if _stuck(match[1], lexicon, lexicon.posts.sure_departments):
            yield begin + match.start(1)
            yield begin + match.end(1)
    if ":" not in inner:
        return
    for match in _LABEL.finditer(inner):
        start, key = match.start(1), lexicon.field(match[1])
        if key is None:
            stuck = _stuck(match[1], lexicon)
            key, start = ("duties", match.end(1) - stuck) if stuck else (None, start)
        if key in LABELS or (key is not None and run and inner[start - 1 : start].isspace()):
            yield begin + start
        if key in SECTIONS:
            yield begin + match.end()


def _twice(text: str, piece: _Piece) -> Iterator[int]:
    """Yield where a heading ends that sticks to a sentence which begins with the same words: 前台部前台部是…"""
    if piece.chosen and (match := _TWICE.match(text, piece.chosen.mark.stop, piece.stop)):
        yield match.end(1)


def _stuck(words: str, lexicon: Lexicon, also: tuple[str, ...] = ()) -> int:
    """Return the length of the label at the end of `words` that sticks to the name of a post; 0 where none does.

    Names may end as posts do, or as `also` says.
    """
    for size in range(min(8, len(words) - 2), 3, -1):
        if lexicon.field(words[-size:]) in SECTIONS and words[:-size].endswith((*lexicon.endings, *also)):
            return size
    return 0


def _before_list(read: Read, piece: _Piece, begin: int, lexicon: Lexicon, follows: bool) -> Iterator[int]:
    """Yield where the heading of the list that begins behind an item begins; `follows` says that one does in the next block."""
    after = next((each for each in read.chosen if each.mark.start == piece.stop), None)
    if after is None:
        if follows and piece.chosen is not None and piece.stop == len(read.block.text):
            tail = _TAIL.search(read.block.text[max(begin, piece.stop - 40) : piece.stop])
            if tail and len(tail[1].strip()) <= _TITLE_LONGEST:
                yield piece.stop - len(tail[1])
        return
    if after.mark.heading > begin:
        yield after.mark.heading
    elif piece.chosen is not None and after.depth <= piece.chosen.depth:
        tail = _TAIL.search(read.block.text[max(begin, piece.stop - 40) : piece.stop])
        if tail and (after.starts or names(tail[1].strip(), lexicon)):
            yield piece.stop - len(tail[1])


def _unit(read: Read, piece: _Piece) -> Unit:
    passage = read.block.passage
    begin = piece.chosen.mark.stop if piece.chosen else piece.start
    mark = passage.cut(piece.start, begin) if piece.chosen else EMPTY
    whole = passage.cut(begin, piece.stop)
    bare = whole.rstrip(_END)
    leads = bare.text[-1:] in _COLONS and bool(bare.text)
    if leads:
        bare = bare.rstrip(_COLONS)
    body = bare.strip()
    return Unit(
        body,
        mark,
        whole.cut(len(bare)),
        piece.chosen.mark.family if piece.chosen else "",
        piece.chosen.mark.value if piece.chosen else (),
        piece.chosen.depth if piece.chosen else read.depth,
        line=read.block.line(begin if begin < len(read.block.text) else piece.start),
        title=_title(body),
        leads=leads,
    )


def _title(body: Passage) -> Passage:
    if ":" not in body.text and "：" not in body.text:
        return EMPTY
    match = _TITLE.match(body.text)
    return body.cut(0, match.end()) if match and not match[0][-1].isdigit() else EMPTY


def _listed(unit: Unit, fewest: int) -> list[Unit]:
    """The items of a list that semicolons divide, one a unit, if there are `fewest` at least."""
    text = plain(unit.body.text)
    pieces = [match.span() for match in _PIECES.finditer(text) if match.end() > match.start()]
    if len(pieces) < fewest:
        return [unit]
    found = []
    for start, stop in pieces:
        whole = unit.body.cut(start, stop)
        bare = whole.rstrip(_END)
        found.append(replace(unit, body=bare.strip(), end=whole.cut(len(bare)), title=_title(bare.strip()), leads=False))
    found[-1] = replace(found[-1], end=joined([found[-1].end, unit.end]), leads=unit.leads)
    return found


def _merged(units: Iterable[Unit]) -> list[Unit]:
    """Put a number that counts nothing but the next number before that number; drop what is nothing at all."""
    found: list[Unit] = []
    for unit in units:
        if found and unit.family and _counts_nothing(found[-1]):
            found[-1] = replace(unit, mark=joined([found[-1].mark, unit.mark]))
            continue
        if unit.body.text or unit.mark.text.strip() or unit.end.text.strip() or unit.line.label:
            found.append(unit)
    return found


def _counts_nothing(unit: Unit) -> bool:
    if unit.body.text or unit.end.text.strip():
        return False
    return unit.family in _MERGED or unit.family.startswith("•") or not unit.mark.text


def _ordered(units: Sequence[Unit]) -> Iterator[Unit]:
    for place, unit in enumerate(units):
        opens, closes = place == 0, place == len(units) - 1
        yield unit if (unit.opens, unit.closes) == (opens, closes) else replace(unit, opens=opens, closes=closes)
