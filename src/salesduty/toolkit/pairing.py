"""Duties of a document beside those that are written: which are the same, which were reworded, which are new or gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from salesduty.intake.writing.desk import digest
from salesduty.intake.writing.duties import split
from salesduty.intake.writing.leaves import key
from salesduty.model.duty import Duty
from salesduty.results.draft import DraftDuty
from salesduty.results.place import Path
from salesduty.results.source_record import Source

_ALIKE = 0.6
"""Two sentences that have less in common are two duties."""
_MOST_COMPARED = 400
"""Duties on each side of which every pair is compared; more are compared with their neighbours alone."""
_NEAR = 20


@dataclass(frozen=True, slots=True)
class There:
    """A duty that is written: its words, where it is in its file, and its address."""

    title: str
    text: str
    path: Path
    address: str

    @property
    def words(self) -> str:
        """All that it says."""
        return self.title + self.text


@dataclass(frozen=True, slots=True)
class Pairs:
    """`same` counts what is alike or was reworded here alone; `changed` are pairs, `kept` those reworded on both sides."""

    same: int
    changed: tuple[tuple[There, DraftDuty], ...]
    kept: tuple[tuple[There, DraftDuty], ...]
    new: tuple[DraftDuty, ...]
    gone: tuple[There, ...]


def written(duties: Sequence[Duty], path: Path, address: str) -> list[There]:
    """Return duties and all below them in order."""
    found = []
    for number, duty in enumerate(duties):
        at = f"{address}/{duty.id or f'#{number + 1}'}"
        found.append(There(duty.title or "", duty.text or "", (*path, number), at))
        found += written(duty.duties, (*path, number, "duties"), at)
    return found


def paired(there: Sequence[There], draft: Sequence[DraftDuty], record: Mapping[str, Source], file: str) -> Pairs:
    """Return what has become of the duties `there`, which `record` may know to come from the document `file`."""
    by_words: dict[str, list[There]] = defaultdict(list)
    for each in there:
        by_words[_plain(each.words)].append(each)
    left: list[DraftDuty] = []
    same = 0
    for duty in draft:
        title, text = split(duty)
        if waiting := by_words.get(_plain(title + text)):
            waiting.pop(0)
            same += 1
        else:
            left.append(duty)
    free = [each for several in by_words.values() for each in several]
    free.sort(key=lambda each: there.index(each) if len(there) <= _MOST_COMPARED else 0)
    by_record = {record[each.address].digest: each for each in free if each.address in record}
    edited = [duty for duty in left if digest(duty.text) in by_record]
    same += len(edited)
    mended = {id(by_record[digest(duty.text)]) for duty in edited}
    free = [each for each in free if id(each) not in mended]
    changed, kept, new, rest = _reworded([duty for duty in left if duty not in edited], free, record)
    gone = [each for each in rest if not record or record.get(each.address, Source(file, 0, "")).file == file]
    if record:
        gone = [each for each in gone if each.address in record]
    return Pairs(same, tuple(changed), tuple(kept), tuple(new), tuple(gone))


def _reworded(
    draft: Sequence[DraftDuty], free: Sequence[There], record: Mapping[str, Source]
) -> tuple[list[tuple[There, DraftDuty]], list[tuple[There, DraftDuty]], list[DraftDuty], list[There]]:
    """What was reworded in the document alone, what on both sides, what is new, and what has no equal."""
    changed: list[tuple[There, DraftDuty]] = []
    kept: list[tuple[There, DraftDuty]] = []
    new: list[DraftDuty] = []
    rest = list(free)
    for number, duty in enumerate(draft):
        title, text = split(duty)
        near = rest if len(rest) <= _MOST_COMPARED else rest[max(0, number - _NEAR) : number + _NEAR]
        best, likeness = None, _ALIKE
        for each in near:
            found = _likeness(_plain(each.words), _plain(title + text), likeness)
            if found > likeness:
                best, likeness = each, found
        if best is None:
            new.append(duty)
            continue
        rest.remove(best)
        source = record.get(best.address)
        (kept if source is not None and not _untouched(best, source) else changed).append((best, duty))
    return changed, kept, new, rest


def _untouched(there: There, source: Source) -> bool:
    """Whether a duty says what the document said when it was imported: nobody has edited it since."""
    said = (there.text, there.title, f"{there.title}{there.text}", f"{there.title}：{there.text}", f"{there.title}:{there.text}")
    return source.digest in map(digest, said)


def _plain(words: str) -> str:
    return key(words).replace(":", "")


def _likeness(one: str, other: str, least: float) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > least and matcher.quick_ratio() > least else 0.0
