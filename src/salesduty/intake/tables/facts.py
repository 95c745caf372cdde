"""Labels with their values in flattened forms: several pairs a line, or a label in one line and its value in the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from salesduty.intake.items import units
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean
from salesduty.intake.passage import Passage, joined
from salesduty.intake.tables.entry import Field, Item

_SAID_OF_POSTS = ("name", "department", "company", "reports_to", "subordinates", "headcount", "level", "group", "deputy")
_SAID_OF_PAPERS = ("document_no", "version", "effective", "review_by", "prepared_by", "reviewed_by", "approved_by")
FACTS = frozenset((*_SAID_OF_POSTS, *_SAID_OF_PAPERS))
"""Fields that hold a few words, not a list."""
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[。；;！!]")
_LIKE_A_LABEL = re.compile(r"[^\d，。；,;、]{2,8}(?:日期|编号|名称|人|级|系|号|类别|类型|工资|人数|时间|性质|地点|代码)[:：]?")
_LONGEST_FACT = 40
_FEWEST = 2
_LONGEST_LABEL = 10
_STRANGERS = 2


def words(passage: Passage) -> list[Passage]:
    """Return the words of a passage that white space parts."""
    return [passage.cut(match.start(), match.end()) for match in _WORD.finditer(passage.text)]


def spaced_facts(lines: Sequence[Clean], place: int, lexicon: Lexicon, table: int) -> tuple[list[Item], int] | None:  # noqa: ARG001
    """Return the fields of a line such as `岗位名称 销售经理 所属部门 销售部`, two labels at least, or None.

    So does a run of lines of a label and a value each.
    """
    line = lines[place]
    pieces = words(line.passage)
    if len(pieces) < _FEWEST:
        return None
    labels = [at for at, piece in enumerate(pieces) if _label(piece, lexicon)]
    if not labels:
        return None
    facts = [at for at in labels if lexicon.field(pieces[at].text) in FACTS]
    if len(labels) >= _FEWEST and facts and (labels[0] == 0 or len(facts) > _FEWEST):
        return _pairs(line, pieces, labels, lexicon), 1
    if labels != [0]:
        return None
    stop = place
    while stop < len(lines) and _pair(lines[stop], lexicon):
        stop += 1
    if stop - place < _FEWEST:
        return None
    found: list[Item] = []
    for each in lines[place:stop]:
        first = words(each.passage)[0]
        rest = each.passage.cut(each.passage.text.index(first.text) + len(first))
        found.append(_field(first, [Clean(each.line, rest)], lexicon))
    return found, stop - place


def _label(piece: Passage, lexicon: Lexicon) -> bool:
    return 1 < len(piece) <= _LONGEST_LABEL and lexicon.field(piece.text) is not None


def _pair(line: Clean, lexicon: Lexicon) -> bool:
    pieces = words(line.passage)
    return len(pieces) >= _FEWEST and _label(pieces[0], lexicon) and not any(_label(each, lexicon) for each in pieces[1:])


def _pairs(line: Clean, pieces: Sequence[Passage], labels: Sequence[int], lexicon: Lexicon) -> list[Item]:
    """Read the words between labels. Of a fact the first word is the value; a label that nobody knows may come behind it."""
    found: list[Item] = [Clean(line.line, joined(pieces[: labels[0]]))] if labels[0] else []
    for at, after in zip(labels, [*labels[1:], len(pieces)], strict=True):
        values = list(pieces[at + 1 : after])
        key = lexicon.field(pieces[at].text)
        last = after == len(pieces)
        if key in FACTS and len(values) > 1:
            strange = next((n for n, piece in enumerate(values) if n and _LIKE_A_LABEL.fullmatch(piece.text)), None)
            tail: list[Passage] = []
            if strange is not None:
                values, tail = values[:strange], values[strange:]
            elif last and len(joined(values)) > _LONGEST_FACT:
                values, tail = values[:1], values[1:]
            found.append(_field(pieces[at], [Clean(line.line, _spread(line.passage, values))], lexicon))
            if tail and strange is not None:
                found.append(Field(tail[0], "", units([Clean(line.line, each) for each in tail[1:]], lexicon)))
            elif tail:
                found.append(Clean(line.line, _spread(line.passage, tail)))
        else:
            found.append(_field(pieces[at], [Clean(line.line, _spread(line.passage, values))], lexicon))
    return found


def _spread(whole: Passage, pieces: Sequence[Passage]) -> Passage:
    """Return the part of `whole` from the first of its `pieces` to the last, blanks between them included."""
    if not pieces:
        return whole.cut(0, 0)
    return whole.cut(bisect_left(whole.at, pieces[0].at[0]), bisect_left(whole.at, pieces[-1].at[-1]) + 1)


def _field(label: Passage, values: Sequence[Clean], lexicon: Lexicon) -> Field:
    filled = [each for each in values if each.passage.text.strip()]
    return Field(label, lexicon.field(label.text) or "", units(filled, lexicon))


def listed_facts(lines: Sequence[Clean], place: int, lexicon: Lexicon, table: int) -> tuple[list[Item], int] | None:  # noqa: ARG001
    """Return the fields of a run of lines in which labels and short values take turns, two labels at least, or None."""
    found: list[Item] = []
    labels, at = 0, place
    while at < len(lines):
        if not _fact(lines[at], lexicon):
            strangers = next((n for n in range(1, _STRANGERS + 1) if at + n < len(lines) and _fact(lines[at + n], lexicon)), 0)
            if not labels or not strangers or any(_section(each, lexicon) for each in lines[at : at + strangers]):
                break
            found += lines[at : at + strangers]
            at += strangers
            continue
        value = lines[at + 1] if at + 1 < len(lines) and _value(lines[at + 1], lexicon) else None
        found.append(_field(lines[at].passage.strip(), [value] if value else [], lexicon))
        labels += 1
        at += 2 if value else 1
    return (found, at - place) if labels >= _FEWEST else None


def _fact(line: Clean, lexicon: Lexicon) -> bool:
    text = line.passage.text.strip()
    return len(text) <= _LONGEST_LABEL and lexicon.field(text) in FACTS


def _section(line: Clean, lexicon: Lexicon) -> bool:
    text = line.passage.text.strip()
    return len(text) > _LONGEST_FACT or _SENTENCE.search(text) is not None or lexicon.field(text) is not None


def _value(line: Clean, lexicon: Lexicon) -> bool:
    text = line.passage.text.strip()
    return len(text) <= _LONGEST_FACT and not _SENTENCE.search(text) and lexicon.field(text) is None
