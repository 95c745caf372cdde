"""Whatever stands in a role file: what is right in it is kept, what is wrong is told, nothing is raised."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from properties.role_files import GARBAGE, documents
from salesduty.model.document import Document
from salesduty.model.reading import Reading, read
from salesduty.results.place import Path


def _items(value: Any, path: Path = ()) -> list[Path]:
    """The paths of all items of all lists in a document."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in _items(inner, (*path, key))]
    if isinstance(value, (list, tuple)):
        below = [found for index, inner in enumerate(value) for found in _items(inner, (*path, index))]
        return [*((*path, index) for index in range(len(value))), *below]
    return []


@given(documents() | st.dictionaries(st.text(max_size=8), GARBAGE))
@example({"posts": [{"id": " "}, {"name": "甲"}]})
def test_nothing_is_raised_and_every_place_leads_back(data: dict[str, Any]) -> None:
    reading = read(data)
    assert reading == (Reading(Document.model_validate(data)) if not reading.mistakes else reading)
    for path in _items(reading.document.model_dump(by_alias=True)):
        assert reading.in_document(reading.in_file(path)) == path


@given(documents(), st.sampled_from(("posts", "kpis", "processes")), st.integers(0, 2))
def test_what_is_right_is_kept_whatever_stands_beside_it(data: dict[str, Any], key: str, at: int) -> None:
    others = data.get(key) if isinstance(data.get(key), list) else [data.get(key, {})]
    reading = read({**data, key: [*others[:at], {"id": "right", "name": "没有错的"}, *others[at:]]})
    kept = [(key, index) for index, thing in enumerate(getattr(reading.document, key)) if thing.name == "没有错的"]
    assert [reading.in_file(path) for path in kept] == [(key, min(at, len(others)))]
