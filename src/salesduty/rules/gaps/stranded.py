"""Outputs that nobody needs and inputs that nobody makes, said once for each post, process or meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesduty.results.finding import INFO
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.gaps.written import usual
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Hit, Mention

_MOST_NAMED = 3
_MOST_MENTIONS = 8
_SEVERAL = Text("{some}等 {count} 样东西", "{some} and {others} more")
_ALL = Text("{some}", "{some}")


@dataclass(frozen=True, slots=True)
class Thing:
    """A written output or input: its name, where the work stands that has it, whose work that is, whether it has another end."""

    name: str
    place: Place
    owner: str
    key: str
    matched: bool


def stranded(things: Sequence[Thing], also: Text) -> Iterator[Hit]:
    """Yield what is not matched: by owner where most things are, otherwise all in one hit that is only worth knowing.

    The hits have the values `subject` (whose) and `things`. `also` is what a further place says of its `{thing}`.
    """
    loose = sorted((thing for thing in things if not thing.matched), key=lambda thing: thing.key)
    if not loose:
        return
    if usual(len(things) - len(loose), len(things)):
        owners: dict[str, list[Thing]] = {}
        for thing in loose:
            owners.setdefault(thing.key, []).append(thing)
        for several in owners.values():
            yield _hit(several, also)
    else:
        yield _hit(loose, also, unusual=True)


def _hit(several: Sequence[Thing], also: Text, *, unusual: bool = False) -> Hit:
    first, *rest = several
    names = list(dict.fromkeys(thing.name for thing in several))
    some = listed(names[:_MOST_NAMED])
    count = len(names)
    words = _SEVERAL if count > _MOST_NAMED else _ALL
    things = words.filled({"some": some, "count": count, "others": count - _MOST_NAMED})
    owners = len({thing.key for thing in several})
    subject = (
        Text(f"{first.owner}等 {owners} 处", f"{first.owner} and {owners - 1} more")
        if owners > 1
        else Text(first.owner, first.owner)
    )
    mentions = tuple(
        Mention(thing.place, also.filled({"thing": quoted(thing.name)})) for thing in rest if thing.place != first.place
    )
    return Hit(
        first.place,
        {"subject": subject, "things": things, "names": tuple(names)},
        mentions[:_MOST_MENTIONS],
        INFO if unusual else None,
        1,
    )
