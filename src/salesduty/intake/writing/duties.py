"""Duties of a draft as the fields of definitions: titles apart from texts, short forms where there is nothing but a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from salesduty.intake.writing.desk import Desk
from salesduty.intake.writing.tree import Bare, Item, Listing, Mapping, Value, listing
from salesduty.intake.writing.values import cadence, joined, parties
from salesduty.model.department import Function
from salesduty.model.duty import Duty
from salesduty.model.part import Part
from salesduty.responsibility.called import told_apart
from salesduty.results.draft import DraftDuty

_BETWEEN = re.compile(r"[\s:：]*")
_KEY = re.compile(r"\s*([^\s:：，。]{1,16})\s*[:：]")
_LISTS = frozenset(("inputs", "outputs", "records"))
_PARTIES = frozenset(("from", "to", "shared_with"))
_HEADING = re.compile(r"[^，。；：、！？,.;:!?\n]{1,12}")
"""What stands above other duties and is no sentence is their heading, whether or not the document sets it apart."""
DEEPEST = 20
"""Deeper duties are written beside those of this depth; the reader of files allows about thirty."""


def split(duty: DraftDuty) -> tuple[str, str]:
    """Return the title of a duty and the rest of its text; one of them is empty where both would say the same.

    Nothing but a colon and white space between the two is left out.
    """
    text, title = str(duty.text), str(duty.title or "")
    if not title or title == text:
        heads = duty.children and (title or _HEADING.fullmatch(text))
        return (text, "") if heads else ("", text)
    if text.startswith(title):
        between = _BETWEEN.match(text, len(title))
        rest = text[between.end() :] if between else ""
        if between and between.end() > len(title) and rest:
            return title, rest
        return ("", text) if rest else (title, "")
    return ("", text) if title in text else (title, text)


def short(text: str, part: type[Part], key: str) -> Value:
    """Return a sentence alone, or below its key where it would be taken for a field: 时限：当天."""
    match = _KEY.match(text)
    if match is not None and (match[1] in part.titles or match[1] in part.names):
        return Mapping({key: text})
    return text


def listed(duties: Sequence[DraftDuty], desk: Desk, at: str) -> Listing:
    """Return the duties as a list below the address `at`."""
    ids = _ids(duties, desk)
    return _listed(duties, desk, at, ids, 1)


def _listed(duties: Sequence[DraftDuty], desk: Desk, at: str, ids: dict[int, str], depth: int) -> Listing:
    items = []
    for number, each in enumerate(_shallow(duties) if depth == DEEPEST else duties, 1):
        name = ids.get(id(each), "") if depth < DEEPEST or not each.children else ""
        address = f"{at}/{name or f'#{number}'}"
        desk.origin(address, each.text)
        items.append(Item(_duty(each, desk, address, ids, depth, name), desk.proposed(each.text, each.title)))
    return Listing(items)


def _shallow(duties: Sequence[DraftDuty]) -> Iterator[DraftDuty]:
    """All duties one behind the other, each without those below it."""
    for duty in duties:
        yield from (replace(each, children=()) for _, each in duty.walk())


def _duty(duty: DraftDuty, desk: Desk, at: str, ids: dict[int, str], depth: int, name: str) -> Value:
    title, text = split(duty)
    if not title and not duty.children and not duty.details:
        return short(text, Duty, "text")
    mapping = Mapping()
    mapping.put("id", Bare(name) if name else None)
    mapping.put("title", title or None)
    mapping.put("text", text or None)
    _details(mapping, duty, desk, at)
    mapping.put("duties", _listed(duty.children, desk, at, ids, depth + 1))
    return mapping


def _details(mapping: Mapping, duty: DraftDuty, desk: Desk, at: str) -> None:
    """Put what a table says of a duty in columns of their own; what no field can hold is a comment at the head."""
    for key in dict.fromkeys(key for key, _ in duty.details):
        several = tuple(words for each, words in duty.details if each == key)
        if key in _LISTS:
            for words in several:
                desk.origin(f"{at}#{key}", words)
            mapping.put(key, listing(list(map(str, several)), short=True))
        elif key in _PARTIES:
            parties(mapping, key, several, desk, at)
        elif key == "cadence":
            comments = [comment for words in several if (comment := cadence(mapping, key, words, Duty, desk, at))]
            desk.comments += comments
        elif key in Duty.names:
            joined(mapping, key, several, desk, at)
        else:
            desk.comments += [desk.said(key, words) for words in several]


def _ids(duties: Sequence[DraftDuty], desk: Desk) -> dict[int, str]:
    """An id for each duty that is more than a sentence, by what Python knows it by."""
    wanted = [each for duty in duties for _, each in duty.walk() if each.children or each.details or split(each)[0]]
    says = [str(each.title or each.text) for each in wanted]
    given = told_apart([(words, desk.called(words), "duty") for words in says], set())
    return {id(each): name for each, name in zip(wanted, given, strict=True)}


def functions(duties: Sequence[DraftDuty], desk: Desk) -> Listing:
    """Return duties of a department as its functions."""
    says = [str(each.title or each.text) for each in duties]
    ids = told_apart([(words, desk.called(words), "function") for words in says], set())
    items = []
    for number, (duty, name) in enumerate(zip(duties, ids, strict=True), 1):
        title, text = split(duty)
        desk.comments += [desk.said(key, words) for key, words in duty.details]
        if not duty.children and not (title and text):
            desk.origin(f"/functions/#{number}", duty.text, title or text)
            items.append(Item(short(title or text, Function, "name")))
            continue
        address = f"/functions/{name}"
        desk.origin(address, duty.text, title or text)
        if title and text:
            desk.origin(f"{address}#text", duty.text, text)
        mapping = Mapping({"id": Bare(name), "name": title or text})
        mapping.put("text", text if title and text else None)
        mapping.put("duties", listed(duty.children, desk, address))
        items.append(Item(mapping))
    return Listing(items)
