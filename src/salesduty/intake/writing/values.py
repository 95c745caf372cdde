"""Texts as values that the model accepts: numbers of people, days, choices, shares; what it does not accept becomes a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import TypeAdapter, ValidationError

from salesduty.intake.writing.desk import Desk
from salesduty.intake.writing.tree import Bare, Mapping, listing
from salesduty.model.choices import Choice
from salesduty.model.part import Part
from salesduty.model.values import CADENCES, Cadence
from salesduty.results.draft import DraftKpi, Quoted
from salesduty.text.dates import parse_date
from salesduty.text.normal import normal

_PEOPLE = re.compile(r"(?:共|约)?\s*(\d{1,6})\s*(?:名|人|位|个)?")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s*(%|分)?")
_CADENCE: TypeAdapter[str] = TypeAdapter(Cadence)
_SEVERAL = re.compile(r"[、，,；;/]")
_LONGEST_NAME = 20


def one(mapping: Mapping, key: str, words: Quoted | None, desk: Desk, at: str) -> None:
    """Put a text as it is."""
    if words:
        mapping.put(key, str(words))
        desk.origin(f"{at}#{key}", words)


def joined(mapping: Mapping, key: str, several: Sequence[Quoted], desk: Desk, at: str) -> None:
    """Put several texts as one of several lines."""
    if several:
        mapping.put(key, "\n".join(several))
        for words in several:
            desk.origin(f"{at}#{key}", words)


def people(mapping: Mapping, key: str, words: Quoted | None, part: type[Part], desk: Desk, at: str) -> None:
    """Put a number of people, or a comment where it is none."""
    if not words:
        return
    match = _PEOPLE.fullmatch(normal(words).strip())
    if match is None:
        desk.comments.append(desk.remark("not-number", words, {"field": part.title_of(key), "words": str(words)}))
        return
    mapping.put(key, Bare(int(match[1])))
    desk.origin(f"{at}#{key}", words, int(match[1]))


def day(mapping: Mapping, key: str, words: Quoted | None, part: type[Part], desk: Desk, at: str) -> None:
    """Put a day, or a comment where it is none."""
    if not words:
        return
    if parse_date(words) is None:
        desk.comments.append(desk.remark("not-date", words, {"field": part.title_of(key), "words": str(words)}))
        return
    mapping.put(key, str(words))
    desk.origin(f"{at}#{key}", words)


def choice(mapping: Mapping, key: str, words: Quoted | None, kind: type[Choice], part: type[Part], desk: Desk, at: str) -> None:
    """Put one of a closed list, or a comment where it is none of them."""
    if not words:
        return
    try:
        found = kind(str(words))
    except ValueError:
        known = "、".join(member.label for member in kind)
        told = {"field": part.title_of(key), "words": str(words), "known": known}
        desk.comments.append(desk.remark("not-choice", words, told))
        return
    mapping.put(key, found.label if desk.style.keys == "zh" else found.value)
    desk.origin(f"{at}#{key}", words, found)


def cadence(mapping: Mapping, key: str, words: Quoted, part: type[Part], desk: Desk, at: str) -> str:
    """Put how often; return a comment where it cannot be read."""
    try:
        found = _CADENCE.validate_python(str(words))
    except ValidationError:
        told = {"field": part.title_of(key), "words": str(words), "known": "、".join(CADENCES.values())}
        return desk.remark("not-choice", words, told)
    mapping.put(key, CADENCES.get(found, found) if desk.style.keys == "zh" else found)
    desk.origin(f"{at}#{key}", words, found)
    return ""


def names(several: Sequence[Quoted]) -> Iterator[tuple[str, Quoted]]:
    """Yield each name in texts that hold some, with the text: 总经理、财务部 are two."""
    for words in several:
        parts = [part.strip() for part in _SEVERAL.split(words)]
        apart = len(parts) > 1 and all(0 < len(part) <= _LONGEST_NAME for part in parts)
        for part in dict.fromkeys(parts if apart else (str(words),)):
            yield part, words


def parties(
    mapping: Mapping, key: str, several: Sequence[Quoted], desk: Desk, at: str, *, single: bool = False, named: bool = True
) -> None:
    """Put the names of others, each by itself; or, where only one can stand there, the text as it is.

    `named` notes them as others that the department must know.
    """
    found = dict(names(several)) if not single else {str(words): words for words in several[:1]}
    for name, words in found.items():
        if named:
            desk.named[name] = None
        desk.origin(f"{at}#{key}", words, name)
    if len(found) == 1 and named:
        mapping.put(key, next(iter(found)))
    elif found:
        mapping.put(key, listing(list(found), short=True))


def shares(kpis: Sequence[DraftKpi]) -> list[str | None]:
    """Return the weights of KPIs as percentages, None for one that is none.

    Points count where they add up to a hundred, parts of one where they add up to one.
    """
    matches = [_SHARE.fullmatch(normal(kpi.weight).strip()) if kpi.weight else None for kpi in kpis]
    bare = [float(match[1]) for match in matches if match and match[2] != "%"]
    whole = abs(sum(bare) - 100) < 1e-6
    parts = bool(bare) and abs(sum(bare) - 1) < 1e-6
    found: list[str | None] = []
    for match in matches:
        if match is None or float(match[1]) > 100 or (match[2] == "分" and not whole):
            found.append(None)
        elif match[2] != "%" and parts:
            found.append(f"{float(match[1]) * 100:g}")
        elif match[2] is None and 0 < float(match[1]) <= 1:
            found.append(None)
        else:
            found.append(match[1])
    return found
