r"""A regular expression as an automaton: states, and what leads from one to the next.

What may be written: characters, `.` (any), `[…]` and `[^…]` with ranges, `\d` `\D` `\w` `\W` `\s` `\S`, `\` before a mark,
`(…)` and `(?:…)`, `|`, `*` `+` `?` `{2}` `{2,}` `{2,5}`, `^` and `$` for begin and end of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

FIRST = 0
FORK, BEGIN, END, FINAL = -1, -2, -3, -4
"""What stands in an arrow where it is no set of characters: two ways, two conditions, and the match."""

MOST_CHARACTERS = 1_000
MOST_STATES = 500
MOST_COUNT = 100
MOST_NESTED = 30
_CLASSES: dict[str, Callable[[str], bool]] = {
    "d": lambda char: char.isdecimal(),
    "w": lambda char: char.isalnum() or char == "_",
    "s": lambda char: char.isspace(),
}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}


class BadPattern(ValueError):
    """No pattern: `kind` says why, `at` is the position, counted from 0.

    The kinds are `unclosed`, `unopened`, `nothing-to-repeat`, `look-around`, `back-reference`, `lazy`, `range`, `count`,
    `escape`, `too-large` and `always`, for what matches an empty text.
    """

    def __init__(self, kind: str, at: int) -> None:
        super().__init__(f"{kind} at {at}")
        self.kind = kind
        self.at = at


@dataclass(frozen=True, slots=True)
class Characters:
    """A set of characters: ranges, classes, or all but these."""

    ranges: tuple[tuple[str, str], ...] = ()
    classes: tuple[tuple[str, bool], ...] = ()
    """Letters of classes, and whether the class is meant or all but it."""
    negated: bool = False

    def __contains__(self, char: str) -> bool:
        """Tell whether `char` is one of the set."""
        inside = any(first <= char <= last for first, last in self.ranges)
        inside = inside or any(_CLASSES[name](char) is meant for name, meant in self.classes)
        return inside is not self.negated


Arrow = tuple[int, int, int]
"""The number of a set of characters or one of FORK, BEGIN, END, FINAL; the state ahead; the other one of a fork."""


@dataclass(slots=True)
class Automaton:
    """States by number, each with its arrow; it begins at FIRST and has matched at `last`."""

    arrows: list[Arrow] = field(default_factory=lambda: [(FORK, 1, 1)])
    sets: list[Characters] = field(default_factory=list)
    last: int = 0


def built(source: str) -> Automaton:
    """Return the automaton of `source`. Raises BadPattern."""
    if len(source) > MOST_CHARACTERS:
        raise BadPattern("too-large", MOST_CHARACTERS)
    made = _Maker(source)
    made.alternatives(0)
    if made.at < len(source):
        raise BadPattern("unopened", made.at)
    automaton = made.automaton
    automaton.last = len(automaton.arrows)
    automaton.arrows.append((FINAL, 0, 0))
    if _is_empty(automaton):
        raise BadPattern("always", 0)
    return automaton


def _is_empty(automaton: Automaton) -> bool:
    """Whether the match is reached without a character."""
    waiting, seen = [FIRST], set[int]()
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        what, ahead, other = automaton.arrows[state]
        waiting += {FORK: (ahead, other), BEGIN: (ahead,), END: (ahead,)}.get(what, ())
    return automaton.last in seen


class _Maker:
    """Reads a pattern and appends states. A piece always leads to the state behind the last of its own."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.automaton = Automaton()
        self._numbers: dict[Characters, int] = {}

    def alternatives(self, depth: int) -> None:
        """Read pieces up to a bracket that closes, or to the end."""
        if depth > MOST_NESTED:
            raise BadPattern("too-large", self.at)
        ways = [self._sequence(depth)]
        while self._take("|"):
            ways.append(self._sequence(depth))
        joined = ways.pop()
        for way in reversed(ways):
            other = len(way) + 2
            end = other + len(joined)
            joined = [
                (FORK, 1, other),
                *(_shifted(arrow, 1) for arrow in way),
                (FORK, end, end),
                *(_shifted(arrow, other) for arrow in joined),
            ]
        self._put(joined)

    def _sequence(self, depth: int) -> list[Arrow]:
        """Read one alternative; its states are put elsewhere when it is known how many there are."""
        begin = len(self.automaton.arrows)
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            self._piece(depth)
        return self._taken_off(begin)

    def _taken_off(self, begin: int) -> list[Arrow]:
        states = [_shifted(arrow, -begin) for arrow in self.automaton.arrows[begin:]]
        del self.automaton.arrows[begin:]
        return states

    def _piece(self, depth: int) -> None:
        begin, start = len(self.automaton.arrows), self.at
        self._atom(depth)
        least, most = self._count()
        if (least, most) == (1, 1):
            return
        if self._take("?"):
            raise BadPattern("lazy", self.at - 1)
        if self._is_count():
            raise BadPattern("nothing-to-repeat", self.at)
        self._repeat(self._taken_off(begin), least, most, start)

    def _repeat(self, states: list[Arrow], least: int, most: int | None, start: int) -> None:
        size = len(states) + 1
        if size * max(least, most or 0, 1) > MOST_STATES:
            raise BadPattern("too-large", start)
        for _ in range(least):
            self._put(states)
        if most is None:
            here = len(self.automaton.arrows)
            self._add((FORK, here + 1, here + size + 1))
            self._put(states)
            self._add((FORK, here, here))
            return
        end = len(self.automaton.arrows) + size * (most - least)
        for _ in range(most - least):
            self._add((FORK, len(self.automaton.arrows) + 1, end))
            self._put(states)

    def _put(self, states: list[Arrow]) -> None:
        begin = len(self.automaton.arrows)
        for arrow in states:
            self._add(_shifted(arrow, begin))

    def _add(self, arrow: Arrow) -> None:
        if len(self.automaton.arrows) >= MOST_STATES:
            raise BadPattern("too-large", min(self.at, len(self.source) - 1))
        self.automaton.arrows.append(arrow)

    def _atom(self, depth: int) -> None:
        at, char = self.at, self.source[self.at]
        self.at += 1
        if char == "(":
            if self._take("?") and not self._take(":"):
                raise BadPattern("look-around", at)
            self.alternatives(depth + 1)
            if not self._take(")"):
                raise BadPattern("unclosed", at)
        elif char in "^$":
            ahead = len(self.automaton.arrows) + 1
            self._add((BEGIN if char == "^" else END, ahead, ahead))
        elif char in "*+?" or (char == "{" and self._is_count(at)):
            raise BadPattern("nothing-to-repeat", at)
        else:
            self._characters(self._meant(char, at))

    def _meant(self, char: str, at: int) -> Characters:
        if char == ".":
            return Characters((("\n", "\n"),), negated=True)
        if char == "[":
            return self._set(at)
        return self._escaped(at) if char == "\\" else Characters(((char, char),))

    def _characters(self, chars: Characters) -> None:
        number = self._numbers.setdefault(chars, len(self._numbers))
        if number == len(self.automaton.sets):
            self.automaton.sets.append(chars)
        ahead = len(self.automaton.arrows) + 1
        self._add((number, ahead, ahead))

    def _escaped(self, at: int) -> Characters:
        """What stands behind a backslash."""
        if self.at == len(self.source):
            raise BadPattern("escape", at)
        char = self.source[self.at]
        self.at += 1
        if char.lower() in _CLASSES:
            return Characters(classes=((char.lower(), char.islower()),))
        if char in _CONTROLS:
            return Characters(((_CONTROLS[char],) * 2,))
        if char.isdigit():
            raise BadPattern("back-reference", at)
        if char.isalnum():
            raise BadPattern("escape", at)
        return Characters(((char, char),))

    def _set(self, at: int) -> Characters:
        """What stands behind a `[`; a `]` at the very beginning is a character."""
        negated = self._take("^")
        ranges: list[tuple[str, str]] = []
        classes: list[tuple[str, bool]] = []
        begin = self.at
        while self.at < len(self.source) and (self.source[self.at] != "]" or self.at == begin):
            first = self._one()
            if first.classes:
                classes += first.classes
                continue
            (low, high), place = first.ranges[0], self.at
            if self.source[self.at : self.at + 1] == "-" and self.source[self.at + 1 : self.at + 2] not in ("]", ""):
                self.at += 1
                last = self._one()
                if last.classes or last.ranges[0][0] < low:
                    raise BadPattern("range", place)
                high = last.ranges[0][0]
            ranges.append((low, high))
        if not self._take("]"):
            raise BadPattern("unclosed", at)
        return Characters(tuple(ranges), tuple(classes), negated=negated)

    def _one(self) -> Characters:
        at, char = self.at, self.source[self.at]
        self.at += 1
        return self._escaped(at) if char == "\\" else Characters(((char, char),))

    def _count(self) -> tuple[int, int | None]:
        """How often the piece before may stand there: 1 and 1 where nothing is said."""
        if self._take("*"):
            return 0, None
        if self._take("+"):
            return 1, None
        if self._take("?"):
            return 0, 1
        if not self._is_count():
            return 1, 1
        at, end = self.at, self.source.index("}", self.at)
        low, comma, high = self.source[self.at + 1 : end].partition(",")
        self.at = end + 1
        least, most = int(low or 0), int(high) if high else None if comma else int(low)
        if max(least, most or 0) > MOST_COUNT or (most is not None and most < max(least, 1)):
            raise BadPattern("count", at)
        return least, most

    def _is_count(self, at: int | None = None) -> bool:
        """Whether a count in braces, or one of `*+?`, stands here; other braces are characters."""
        start = self.at if at is None else at
        if self.source[start : start + 1] in ("*", "+", "?"):
            return True
        end = self.source.find("}", start, start + 12)
        if self.source[start : start + 1] != "{" or end < 0:
            return False
        low, comma, high = self.source[start + 1 : end].partition(",")
        digits = all(part == "" or (part.isascii() and part.isdigit()) for part in (low, high))
        return digits and bool(low or high) and bool(low or comma)

    def _take(self, char: str) -> bool:
        taken = self.source[self.at : self.at + 1] == char
        self.at += taken
        return taken


def _shifted(arrow: Arrow, by: int) -> Arrow:
    """The arrow among states that stand `by` further on."""
    what, ahead, other = arrow
    return (what, ahead + by, other + by)
