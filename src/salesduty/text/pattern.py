"""Regular expressions of strangers, matched in time that grows with the text alone.

Python's `re` goes back and tries again: `(a+)+b` on thirty letters takes minutes. Here the states of an automaton are
walked side by side (Thompson, 1968), and sets of states that were met are remembered, so that a character costs a look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesduty.text.automaton import BEGIN, END, FIRST, FORK, Automaton, built

# So many sets of states, and characters with their kinds, are kept in mind; beyond that everything is forgotten.
_MOST_MET = 1_000
_MOST_CHARACTERS = 20_000
_MOST_WORK = 30_000_000
"""States that one pattern may go through in all; some seconds. What is met again costs nothing."""


class TooCostly(Exception):
    """A pattern that has gone through too many states for the texts that it was shown."""


class _Met:
    """A set of states that has been met, where each kind of character leads from it, and whether it is a match."""

    __slots__ = ("ahead", "matched", "states")

    def __init__(self, states: frozenset[int], *, matched: bool) -> None:
        self.states = states
        self.matched = matched
        self.ahead: dict[int, _Met] = {}


class Pattern:
    """A regular expression without look-around, back-references and lazy repetition; see `automaton` for what there is.

    Raises `BadPattern` for a text that is none, and TooCostly when it has used up its time, the same on every machine.
    """

    __slots__ = ("_automaton", "_first", "_kinds", "_met", "_work", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._automaton: Automaton = built(source)
        self._work = 0
        self._forget()

    def renew(self) -> None:
        """Give the pattern all its time again, for another run."""
        self._work = 0

    def find(self, text: str) -> tuple[int, int] | None:
        """Return start and end of the first match in `text`, the longest of those that begin there, or None."""
        return self._place(text) if self.occurs(text) else None

    def occurs(self, text: str) -> bool:
        """Tell whether the pattern matches anywhere in `text`."""
        at = self._first
        for char in text:
            if at.matched:
                return True
            kind = self._kinds.get(char)
            if kind is None:
                kind = self._kind(char)
            at = at.ahead.get(kind) or self._step(at, kind)
        return at.matched or self._automaton.last in self._reached(at.states, begin=not text, end=True)

    def _forget(self) -> None:
        self._kinds: dict[str, int] = {}
        self._met: dict[frozenset[int], _Met] = {}
        self._first = self._known(self._reached((FIRST,), begin=True))

    def _kind(self, char: str) -> int:
        """Which sets of the pattern hold `char`, one bit a set: characters of one kind are the same to it."""
        if len(self._kinds) >= _MOST_CHARACTERS:
            self._kinds.clear()
        kind = sum(1 << number for number, chars in enumerate(self._automaton.sets) if char in chars)
        self._kinds[char] = kind
        return kind

    def _step(self, at: _Met, kind: int) -> _Met:
        if len(self._met) >= _MOST_MET:
            self._forget()
        # A match may begin behind any character.
        ahead = self._known(self._reached((FIRST, *self._after(at.states, kind))))
        at.ahead[kind] = ahead
        return ahead

    def _after(self, states: Iterable[int], kind: int) -> Iterator[int]:
        arrows = self._automaton.arrows
        return (arrows[state][1] for state in states if arrows[state][0] >= 0 and kind >> arrows[state][0] & 1)

    def _known(self, states: frozenset[int]) -> _Met:
        found = self._met.get(states)
        if found is None:
            found = self._met[states] = _Met(states, matched=self._automaton.last in states)
        return found

    def _reached(self, states: Iterable[int], *, begin: bool = False, end: bool = False) -> frozenset[int]:
        return frozenset(self._spread(dict.fromkeys(states, 0), begin=begin, end=end))

    def _spread(self, starts: dict[int, int], *, begin: bool, end: bool) -> dict[int, int]:
        """All states that are reached without a character, at the begin or the end of the text or not.

        Each carries the earliest start of a match that leads to it.
        """
        arrows = self._automaton.arrows
        spread: dict[int, int] = {}
        for state, start in sorted(starts.items(), key=lambda item: item[1]):
            waiting = [state]
            while waiting:
                reached = waiting.pop()
                if reached in spread:
                    continue
                spread[reached] = start
                what, ahead, other = arrows[reached]
                if what == FORK:
                    waiting += (other, ahead)
                elif (what == BEGIN and begin) or (what == END and end):
                    waiting.append(ahead)
        self._work += len(spread)
        if self._work > _MOST_WORK:
            raise TooCostly(self.source)
        return spread

    def _place(self, text: str) -> tuple[int, int] | None:
        best: tuple[int, int] | None = None
        starts: dict[int, int] = {}
        for position in range(len(text) + 1):
            if best is None:
                starts.setdefault(FIRST, position)
            starts = self._spread(starts, begin=position == 0, end=position == len(text))
            start = starts.get(self._automaton.last)
            if start is not None and (best is None or start <= best[0]):
                best = (start, position)
            if position < len(text):
                starts = self._moved(starts, self._kind(text[position]), len(text) if best is None else best[0])
            if best is not None and not starts:
                break
        return best

    def _moved(self, starts: dict[int, int], kind: int, latest: int) -> dict[int, int]:
        """Where a character leads, for the matches that begin at `latest` or before."""
        arrows = self._automaton.arrows
        moved: dict[int, int] = {}
        for state, start in starts.items():
            chars, ahead, _ = arrows[state]
            if chars >= 0 and kind >> chars & 1 and start <= latest and start < moved.get(ahead, start + 1):
                moved[ahead] = start
        return moved
