"""The duties that posts hold, each as read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from salesduty.model.choices import DutyKind
from salesduty.model.duty import Duty
from salesduty.model.post import Post
from salesduty.responsibility import scope as scopes
from salesduty.responsibility.levels import rank
from salesduty.responsibility.matching import Entry, Matcher
from salesduty.responsibility.reading import Reading, read
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.place import Path, Place
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed


@dataclass(frozen=True, slots=True)
class Holding:
    """A duty of a post. A duty that only heads others is no holding, unless it says something itself."""

    post: Placed[Post]
    duty: Duty
    file: str
    path: Path
    address: str
    reading: Reading

    @property
    def place(self) -> Place:
        """Where the duty is written."""
        return Place(self.file, self.path)

    @property
    def text(self) -> str:
        """The sentence of the duty."""
        return self.duty.text or self.duty.title or ""

    @property
    def owned(self) -> bool:
        """Whether the duty is the post's own, neither everybody's nor the catch-all."""
        return self.reading.kind == DutyKind.owned


@dataclass(frozen=True, slots=True)
class Seat:
    """What the name and the level of a post tell about all its duties."""

    rank: int
    scope: scopes.Scope
    segments: frozenset[str]


def named(department: Department, vocabulary: Vocabulary) -> Matcher:
    """Return the matcher of `vocabulary` that also knows the posts and outside parties of `department` by name."""
    names: dict[str, Entry] = {}
    for post in department.posts:
        for name in (post.value.name, *post.value.aliases):
            names[normal(name)] = Entry(party=post.value.name)
    for outside in department.spec.outside:
        for name in (outside.name, *outside.aliases):
            names.setdefault(normal(name), Entry(party=outside.name))
    return vocabulary.matcher.extended({name: entry for name, entry in names.items() if len(name) > 1})


def seat(post: Post, vocabulary: Vocabulary) -> Seat:
    """Return what the name, the group and the level of `post` tell."""
    spelt = normal(f"{post.name} {post.group.value}" if post.group is not None else post.name)
    tokens = vocabulary.matcher.tokens(spelt)
    scope, segments = scopes.inferred(spelt, tokens, vocabulary), scopes.segments(spelt, tokens, vocabulary)
    return Seat(rank(post.name, post.level), scope, segments)


def holdings(department: Department, vocabulary: Vocabulary, matcher: Matcher, seats: Mapping[str, Seat]) -> Iterator[Holding]:
    """Yield every duty that the active posts of `department` hold, in document order."""
    reader = _Reader(vocabulary, matcher)
    for post in department.active_posts:
        for duty, path, address in _walked(post.value.duties, (*post.place.path, "duties"), post.address):
            if duty.text or not duty.duties:
                yield Holding(post, duty, post.place.file, path, address, _seated(reader.read(duty), seats[post.address]))


def _walked(duties: tuple[Duty, ...], path: Path, address: str) -> Iterator[tuple[Duty, Path, str]]:
    """Each duty and all below it, with its path and its address."""
    for index, duty in enumerate(duties):
        own = f"{address}/{duty.id or f'#{index + 1}'}"
        yield duty, (*path, index), own
        yield from _walked(duty.duties, (*path, index, "duties"), own)


class _Reader:
    """Reads duties; a plain sentence that stands in many posts is read once."""

    def __init__(self, vocabulary: Vocabulary, matcher: Matcher) -> None:
        self._vocabulary = vocabulary
        self._matcher = matcher
        self._before: dict[str, Reading] = {}

    def read(self, duty: Duty) -> Reading:
        """Return how `duty` is read."""
        if duty.text is None or not duty.model_fields_set <= {"text", "id"}:
            return read(duty, self._vocabulary, self._matcher, title=duty.title or "")
        if duty.text not in self._before:
            plain = read(duty, self._vocabulary, self._matcher)
            self._before[duty.text] = replace(plain, written=frozenset({"text"}))
        return self._before[duty.text]


def _seated(reading: Reading, seat: Seat) -> Reading:
    around = reading.scope.within(seat.scope)
    if around is reading.scope and not seat.segments:
        return reading
    return replace(reading, scope=around, segments=seat.segments)
