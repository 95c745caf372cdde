"""The same thing missing in many places, said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Hit, Mention

_FEW = 3
_MOST_MENTIONS = 10


@dataclass(frozen=True, slots=True)
class Lack:
    """A thing that lacks something: where to write it, and how a sentence names the thing."""

    at: Place
    subject: Text


def lacking(lacks: Sequence[Lack], among: int, others: Text) -> Iterator[Hit]:
    """Yield a hit with the value `subject` for each of `lacks`.

    Where more than three lack it and they are more than half of the things it is asked of (`among`), nobody
    has begun to write it: that is one finding about all of them, not hundreds. `others` names the things in
    the plural, as in `个岗位` and `other posts`.
    """
    if len(lacks) <= _FEW or 2 * len(lacks) <= among:
        yield from (Hit(lack.at, {"subject": lack.subject}) for lack in lacks)
        return
    first, rest = lacks[0], lacks[1:]
    subject = Text(f"{first.subject.zh}等 {len(lacks)} {others.zh}", f"{first.subject.en} and {len(rest)} {others.en}")
    yield Hit(first.at, {"subject": subject}, tuple(Mention(lack.at, _also(lack)) for lack in rest[:_MOST_MENTIONS]))


def _also(lack: Lack) -> Text:
    return Text(f"{lack.subject.zh}也没有", f"the same holds for {lack.subject.en}")
