"""Every field of every model is used in some workspace, and what is written in it is read in the documents.

A new field fails here until a workspace uses it and a view prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pytest
from pydantic import Field

from opened import docx, html
from opened.html import Page
from opened.words import Leaf, folded, leaves
from opened.workspaces import department, departments, loaded, small
from salesduty.disk.packaged import stationery
from salesduty.model.document import Document
from salesduty.model.duty import Duty
from salesduty.model.fields import parts
from salesduty.model.part import Part, about
from salesduty.renderers.catalogue import RENDERERS
from salesduty.results.paper import Paper
from salesduty.views import handbook

# A duty below a step of a process is a line in the row of the step, and the row has one anchor, that of the step.
_WITHOUT_ANCHOR = {(Duty, "id")}


def test_every_field_is_used_somewhere() -> None:
    assert _unused(parts(), _used()) == []


def test_a_planted_field_that_nobody_uses_is_found() -> None:
    class Planted(Duty):
        mood: str | None = about("心情", "planted", default=None)

    unused = _unused((*parts(), Planted), _used())
    assert ("Planted", "mood") in unused
    assert {part for part, _ in unused} == {"Planted"}


@pytest.mark.parametrize(("name", "number"), departments())
def test_every_value_is_read_on_the_page_where_it_belongs(name: str, number: int) -> None:
    assert list(_missing_on_page(_page(name, number), leaves(department(name, number)))) == []


@pytest.mark.parametrize(("name", "number"), departments())
def test_every_value_is_read_in_the_word_file(name: str, number: int) -> None:
    data = RENDERERS["docx"](_handbook(name, number), stationery())
    assert list(_missing_in("\n".join(docx.opened(data).lines), leaves(department(name, number)))) == []


def test_a_planted_value_that_no_view_prints_is_found() -> None:
    name, number = next(each for each in departments() if department(*each).id == "equipment")
    known = department(name, number)
    post = known.posts[0]
    planted = (
        Leaf(Duty, "mood", f"{post.address}/approve", f"{post.address}/approve", ("心情|晴",)),
        Leaf(Duty, "id", f"{post.address}/gone", f"{post.address}/gone", id="gone"),
        Leaf(Duty, "text", f"{post.address}/gone", f"{post.address}/gone", ("终审意见",)),
    )
    assert list(_missing_on_page(_page(name, number), planted)) == [
        "Duty.mood of equipment/head/approve: 心情|晴",
        "Duty.id of equipment/head/gone: no anchor",
        "Duty.text of equipment/head/gone: no anchor",
    ]
    assert list(_missing_in("终审意见", planted)) == ["Duty.mood of equipment/head/approve: 心情|晴"]


def test_a_field_that_is_new_is_expected_in_the_document_as_it_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The walk itself meets a new field: nothing has to be told about it."""
    name, number = next(each for each in departments() if department(*each).id == "equipment")
    known = department(name, number)
    fields = {**Duty.model_fields, "mood": Field(default=None, title="心情")}
    monkeypatch.setattr(Duty, "__pydantic_fields__", fields)
    monkeypatch.setattr(Duty, "mood", "晴", raising=False)
    met = [leaf for leaf in leaves(known) if leaf.field == "mood"]
    assert len(met) > 10
    assert {leaf.words for leaf in met} == {("心情|晴",)}
    assert len(list(_missing_on_page(_page(name, number), met))) == len(met)


def _unused(models: Iterable[type[Part]], used: set[tuple[type[Part], str]]) -> list[tuple[str, str]]:
    """Return every field of `models` that is not among `used`; for an inherited field the class that uses it counts."""
    return [(model.__name__, name) for model in models for name in model.model_fields if (model, name) not in used]


@cache
def _used() -> set[tuple[type[Part], str]]:
    """Return every field that some workspace writes something into that is not its default."""
    documents = (file.document for name in ("roles", *small()) for file in loaded(name).files)
    return {used for document in documents for used in _written(document)}


def _written(part: Part) -> Iterator[tuple[type[Part], str]]:
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value != field.get_default(call_default_factory=True):
            yield type(part), name
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Part):
                yield from _written(each)


def _missing_on_page(page: Page, written: Iterable[Leaf]) -> Iterator[str]:
    anchors = set(page.ids)
    segments = {segment for anchor in anchors for segment in anchor.replace("#", "/").split("/")}
    whole = folded("\n".join(page.lines))
    texts = {anchor: _read(page.inside(anchor)) for anchor in anchors}
    for leaf in written:
        if leaf.id:
            if (leaf.part, leaf.field) in _WITHOUT_ANCHOR and "/processes/" in leaf.address:
                continue
            if leaf.id not in segments or (leaf.anchor and leaf.anchor not in anchors):
                yield f"{leaf}: no anchor"
        elif leaf.anchor and leaf.anchor not in anchors:
            yield f"{leaf}: no anchor"
        else:
            text = texts[leaf.anchor] if leaf.anchor else whole
            yield from (f"{leaf}: {words}" for words in leaf.words if words not in text)


def _missing_in(text: str, written: Iterable[Leaf]) -> Iterator[str]:
    """Yield what is not read in `text` at least as often as it is written."""
    read = folded(text)
    wanted: dict[str, list[Leaf]] = {}
    for leaf in written:
        for words in leaf.words:
            wanted.setdefault(words, []).append(leaf)
    for words, wanting in wanted.items():
        if read.count(words) < len({leaf.address for leaf in wanting}):
            yield f"{wanting[0]}: {words}"


def _read(text: str) -> str:
    return folded("\n".join(line.strip() for line in text.split("\n") if line.strip()))


def _handbook(name: str, number: int) -> Paper:
    (paper,) = handbook.papers(department(name, number))
    return paper


def _page(name: str, number: int) -> Page:
    return html.opened(RENDERERS["html"](_handbook(name, number), stationery()))


def test_the_document_itself_is_among_the_models() -> None:
    assert parts()[0] is Document
