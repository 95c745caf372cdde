"""Change single values of a YAML text and leave every other character as it is.

Each new text is read again and must say just what the old one said and what was wished, with every comment still there;
otherwise there is no new text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from salesduty.source.fields import named, with_keys
from salesduty.source.lists import moved_last
from salesduty.source.merged import Merged
from salesduty.source.parse import Parsed, parse
from salesduty.source.remarks import remarks
from salesduty.source.scalars import Splices, put, renamed, substituted
from salesduty.source.span import Path
from salesduty.source.splice import Splice, lie_apart, spliced
from salesduty.source.wishes import Fields, Last, Named, Value, Whole, Wish, Words, agreeing
from salesduty.source.written import CannotEdit, Found, Key, Written, composed, followed

__all__ = ["CannotEdit", "Effort", "Key", "Value", "edits", "with_fields"]

Spellings = Mapping[str, Set[str]]
Group = Sequence[Wish]
"""Wishes of which all come true or none."""


def with_fields(text: str, path: Path, added: Mapping[Key, Value], *, sentence: Key, spellings: Spellings) -> str:
    """Return `text` with the keys `added` to the mapping at `path`; what is a plain sentence there goes below `sentence`.

    Keys are Chinese where those of the mapping, or around the sentence, are. `spellings` maps each Chinese key to
    the English ones that it may stand for. Raises CannotEdit.
    """
    (done,) = edits(text, [(Fields(path, added, sentence),)], spellings)
    if isinstance(done, CannotEdit):
        raise done
    return spliced(text, done)


@dataclass(slots=True)
class Effort:
    """How many characters may yet be read to prove edits; what is not proved by then cannot be done."""

    left: int


def edits(
    text: str, groups: Sequence[Group], spellings: Spellings, effort: Effort | None = None
) -> tuple[Splices | CannotEdit, ...]:
    """Return for each group of wishes what to put in, all of them together or each alone, or why that is not possible.

    A group that disagrees with one before it, see `wishes.agreeing`, gets nothing: `()`. A text is read once for all groups, and
    again and again where some of them cannot be done; `effort`, which is spent by that, bounds it.
    """
    try:
        text_read = _Text(text, spellings, effort)
    except CannotEdit as refused:
        return tuple(refused for _ in groups)
    chosen = {id(group) for group in agreeing(groups)}
    tries = [_Try(group) for group in groups if id(group) in chosen]
    text_read.settle(tries)
    done = iter(tries)
    return tuple(next(done).outcome if id(group) in chosen else () for group in groups)


@dataclass(slots=True)
class _Try:
    """A group and what has come of it so far."""

    group: Group
    outcome: Splices | CannotEdit = ()


class _Text:
    """A text that is to be changed, and what it said before."""

    def __init__(self, text: str, spellings: Spellings, effort: Effort | None) -> None:
        self._text = text
        self._effort = effort
        self._spellings = spellings
        self._before = parse(text)
        if self._before.data is None:
            raise CannotEdit("nowhere")
        self._root = composed(text)
        self._comments = _said(text, self._root)

    def settle(self, tries: Sequence[_Try]) -> None:
        """Find what to put in for `tries`, proved together; where that fails, for either half, down to a single one."""
        if not tries:
            return
        if len(tries) == 1:
            self._settle_alone(tries[0])
            return
        for each in tries:
            self._first(each)
        if self._together(tries):
            return
        half = len(tries) // 2
        self.settle(tries[:half])
        self.settle(tries[half:])
        if not self._together(tries):
            # Each half is right alone, but not with the other: the rest waits for the next time.
            for each in tries[half:]:
                each.outcome = () if not isinstance(each.outcome, CannotEdit) else each.outcome

    def _first(self, one: _Try) -> None:
        try:
            one.outcome = tuple(splice for wish in one.group for splice in next(self._ways(wish)))
        except CannotEdit as refused:
            one.outcome = refused
        except StopIteration:
            one.outcome = CannotEdit("unsure")

    def _settle_alone(self, one: _Try) -> None:
        one.outcome = CannotEdit("unsure")
        try:
            chosen: list[Splices] = [next(self._ways(wish), ()) for wish in one.group]
            for number, wish in enumerate(one.group):
                for way in self._ways(wish):
                    chosen[number] = way
                    splices = tuple(splice for each in chosen for splice in each)
                    if self._proves(splices, one.group):
                        one.outcome = splices
                        return
        except CannotEdit as refused:
            one.outcome = refused

    def _together(self, tries: Sequence[_Try]) -> bool:
        good = [each for each in tries if not isinstance(each.outcome, CannotEdit)]
        splices = [splice for each in good if not isinstance(each.outcome, CannotEdit) for splice in each.outcome]
        wishes = [wish for each in good if each.outcome for wish in each.group]
        return self._proves(splices, wishes)

    def _ways(self, wish: Wish) -> Iterator[Splices]:
        found = followed(self._root, wish.path, self._spellings)
        if isinstance(wish, Words):
            return substituted(self._text, found, wish)
        if isinstance(wish, Whole):
            return put(self._text, found, wish)
        if isinstance(wish, Named):
            return renamed(self._text, found, wish)
        if isinstance(wish, Fields):
            return with_keys(self._text, found, wish, self._spellings)
        return moved_last(self._text, found)

    def _proves(self, splices: Sequence[Splice], wishes: Sequence[Wish]) -> bool:
        """Whether the text with `splices` says what is wished and nothing else, with the same problems and comments."""
        if not lie_apart(splices) or self._is_spent():
            return False
        after = spliced(self._text, splices)
        read = parse(after)
        if read.data is None or _problems(read) != _problems(self._before):
            return False
        return bool(read.data == self._wished(wishes)) and _said(after, composed(after)) == self._comments

    def _is_spent(self) -> bool:
        """Whether no more may be read; else the text is taken for read once more."""
        if self._effort is None:
            return False
        self._effort.left -= len(self._text)
        return self._effort.left < 0

    def _wished(self, wishes: Sequence[Wish]) -> Any:
        data = _copied(self._before.data)
        # What moves in a list goes last, and what is furthest right in a sentence first: places before it stay right.
        for wish in sorted(wishes, key=_in_turn):
            self._grant(data, wish, followed(self._root, wish.path, self._spellings))
        return data

    def _grant(self, data: Any, wish: Wish, found: Found) -> None:
        *outer, step = found.steps
        for each in outer:
            data = data[each]
        old = data[step]
        if isinstance(wish, Words):
            data[step] = old[: wish.start] + wish.words + old[wish.end :]
        elif isinstance(wish, Whole):
            data[step] = wish.words
        elif isinstance(wish, Named):
            data[wish.words] = data.pop(step)
        elif isinstance(wish, Last):
            data.append(data.pop(step))
        else:
            keys, sentence = named(found, wish, self._spellings)
            whole = old if isinstance(old, dict) else {sentence: old}
            data[step] = whole | {key: list(value) if isinstance(value, tuple) else value for key, value in keys.items()}


def _in_turn(wish: Wish) -> tuple[bool, int]:
    return isinstance(wish, Last), -wish.start if isinstance(wish, Words) else 0


def _copied(value: Any) -> Any:
    """A copy that shares nothing: what an alias repeats is changed in one place only, and then the proof fails."""
    if isinstance(value, dict):
        copied = {key: _copied(inner) for key, inner in value.items()}
        return Merged(copied, value.own) if isinstance(value, Merged) else copied
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _problems(parsed: Parsed) -> Counter[str]:
    return Counter(f"{problem.kind} {sorted(problem.values.items())}" for problem in parsed.problems)


def _said(text: str, root: Written) -> Counter[str]:
    return Counter(text[start:end].rstrip() for start, end in remarks(text, root))
