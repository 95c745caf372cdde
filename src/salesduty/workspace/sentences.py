"""Every sentence of a department that says what somebody does, in one text, so that a rule looks through all of them at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from salesduty.model.department import Department as Spec
from salesduty.model.duty import Duty, Work
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.results.place import Place
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence of a duty or a step, where it stands and whose it is.

    `text` is as written, `normal` the same length in one spelling (see `text.normal`). `owner` is the name of the post,
    function or step; `post` is None for the latter two.
    """

    text: str
    normal: str
    at: Place
    owner: str
    work: Work
    post: Placed[Post] | None

    @property
    def item(self) -> Place:
        """The place of the whole duty or step."""
        return Place(self.at.file, self.at.path[:-1])


_NO_WORDS = re.compile("[,。;、.:!?()“”‘’《》…~/ \t\u3000-]+")
_Said = tuple[str, Place, str, Work, Placed[Post] | None]


class Sentences:
    """The sentences of a department in the order of its files."""

    def __init__(self, written: Sequence[_Said]) -> None:
        self._text = "\n".join(text for text, *_ in written)
        self._normal = normal(self._text)
        self._starts = [0, *accumulate(len(text) + 1 for text, *_ in written)]
        self._all = tuple(
            Sentence(text, self._normal[start : start + len(text)], at, owner, work, post)
            for (text, at, owner, work, post), start in zip(written, self._starts, strict=False)
        )

    def __iter__(self) -> Iterator[Sentence]:
        """All sentences."""
        return iter(self._all)

    def in_words(self) -> Iterator[tuple[Sentence, str]]:
        """Yield each sentence with its normal words alone, without blanks and punctuation."""
        text = "\n".join(sentence.normal.replace("\n", " ") for sentence in self._all)
        return zip(self._all, _NO_WORDS.sub("", text).split("\n"), strict=True) if self._all else iter(())

    def holding(self, pattern: re.Pattern[str], *, as_written: bool = False) -> Iterator[Sentence]:
        """Yield each sentence that `pattern` is found in, once; it must not match across the end of a line.

        It is looked for in the normal spelling, or in the words as written. A line end counts as the edge of a sentence.
        """
        last = -1
        for match in pattern.finditer(self._text if as_written else self._normal):
            index = bisect_right(self._starts, match.start()) - 1
            if index != last:
                last = index
                yield self._all[index]

    def naming(self, words: Iterable[str], fewest: int = 1) -> Iterator[Sentence]:
        """Yield each sentence that holds any of `words` as written, if all of them together hold `fewest` of the words."""
        held = [word for word in words if word in self._text]
        return self.holding(re.compile("|".join(map(re.escape, held))), as_written=True) if len(held) >= fewest else iter(())


def sentences(spec: Spec, place: Place, posts: Sequence[Placed[Post]], processes: Sequence[Placed[Process]]) -> Sentences:
    """Return the sentences of the active and proposed posts, of the duties below functions, and of the steps of processes."""
    written: list[_Said] = []
    for post in posts:
        if post.value.status != "retired":
            written.extend(_of(post.value.duties, post / "duties", post.value.name, post))
    for index, function in enumerate(spec.functions):
        if function.duties:
            written.extend(_of(function.duties, place / "functions" / index / "duties", function.name, None))
    for process in processes:
        for index, step in enumerate(process.value.steps):
            at = process / "steps" / index
            if step.text is not None:
                written.append((step.text, at / "text", step.name, step, None))
            if step.duties:
                written.extend(_of(step.duties, at / "duties", step.name, None))
    return Sentences(written)


def _of(duties: Sequence[Duty], place: Place, owner: str, post: Placed[Post] | None) -> Iterator[_Said]:
    for index, duty in enumerate(duties):
        at = place / index
        if duty.text is not None:
            yield duty.text, at / "text", owner, duty, post
        elif duty.title is not None and not duty.duties:
            yield duty.title, at / "title", owner, duty, post
        if duty.duties:
            yield from _of(duty.duties, at / "duties", owner, post)
