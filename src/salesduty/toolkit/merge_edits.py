"""Edits of comparisons put into files: each proved, those that cannot be are told; all files are written or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from salesduty.disk.create import create
from salesduty.disk.write import CannotWrite
from salesduty.disk.write import write as put
from salesduty.model.fields import spellings
from salesduty.model.reading import read
from salesduty.results.suggestion import Edited
from salesduty.source.edit import CannotEdit, edits
from salesduty.source.grown import Added, grown, reached
from salesduty.source.parse import parse
from salesduty.source.splice import Splice, spliced
from salesduty.source.wishes import Whole
from salesduty.source.written import composed
from salesduty.toolkit import edited as disk
from salesduty.toolkit.comparing import Edit
from salesduty.workspace.file import File


@dataclass(slots=True)
class Plan:
    """What is to be put into one file, each with the number of the difference that asks for it."""

    edits: list[tuple[int, Edit]] = field(default_factory=list)


def applied(file: File, plan: Plan) -> tuple[str, frozenset[int]]:
    """Return the text of a file with all that can be put into it, and the numbers of the differences that cannot."""
    text = file.text or ""
    failed: set[int] = set()
    text, failed_words = _reworded(text, file, [(number, each) for number, each in plan.edits if isinstance(each, Whole)])
    failed |= failed_words
    added = [
        (number, replace(each, path=file.reading.in_file(each.path))) for number, each in plan.edits if isinstance(each, Added)
    ]
    try:
        return _read_again(text, grown(text, [each for _, each in added], spellings())), frozenset(failed)
    except CannotEdit:
        pass
    # Not all together: one after the other, of several behind the same item the last one first.
    for _, (number, each) in sorted(enumerate(added), key=lambda one: (one[1][1].order, one[0]), reverse=True):
        try:
            text = _read_again(text, grown(text, (each,), spellings()))
        except CannotEdit:
            failed.add(number)
    return text, frozenset(failed)


def _reworded(text: str, file: File, wishes: Sequence[tuple[int, Whole]]) -> tuple[str, set[int]]:
    if not wishes:
        return text, set()
    try:
        root = composed(text)
    except CannotEdit:
        return text, {number for number, _ in wishes}
    failed: set[int] = set()
    groups, numbers = [], []
    for number, wish in wishes:
        try:
            groups.append((replace(wish, path=reached(root, file.reading.in_file(wish.path), spellings())[1]),))
            numbers.append(number)
        except CannotEdit:
            failed.add(number)
    splices: list[Splice] = []
    for number, outcome in zip(numbers, edits(text, groups, spellings()) if groups else (), strict=True):
        if isinstance(outcome, CannotEdit) or not outcome:
            failed.add(number)
        else:
            splices += outcome
    after = spliced(text, splices)
    try:
        return _read_again(text, after), failed
    except CannotEdit:
        return text, {number for number, _ in wishes}


def _read_again(before: str, after: str) -> str:
    """The new text, where the model has no more against it than against the old one."""
    one, other = parse(before).data, parse(after).data
    if one is None or other is None or len(read(other).mistakes) > len(read(one).mistakes):
        raise CannotEdit("unsure")
    return after


def write_all(
    new: Mapping[Path, bytes], changed: Sequence[Edited], record: tuple[Path, bytes] | None, root: Path
) -> tuple[str, ...]:
    """Write new files, changed ones and the record, all or none; return the changed ones that kept all from being written.

    Raises `AlreadyThere` and `CannotWrite`.
    """
    old: dict[Path, bytes | None] = {Path(each.file): Path(each.file).read_bytes() for each in changed}
    if record is not None:
        old[record[0]] = record[0].read_bytes() if record[0].is_file() else None
    made: list[Path] = []
    try:
        create(new)
        made += new
        for each in changed:
            if not disk.written(each, root).written:
                _undo(old, made)
                return (each.file,)
        if record is not None:
            put(*record)
    except BaseException:
        _undo(old, made)
        raise
    return ()


def _undo(old: Mapping[Path, bytes | None], made: Sequence[Path]) -> None:
    for path, data in old.items():
        with suppress(OSError, CannotWrite):
            if data is None:
                path.unlink(missing_ok=True)
            else:
                put(path, data)
    for path in made:
        with suppress(OSError):
            path.unlink()
        with suppress(OSError):
            path.parent.rmdir()
