"""An edit adds its field and nothing else, whatever the file looks like; or it leaves the file alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from properties.role_files import WORDS, YAML_LIKE, documents, written
from salesduty.model.fields import spellings
from salesduty.source.edit import CannotEdit, Key, with_fields
from salesduty.source.node import Node
from salesduty.source.parse import locate, parse
from salesduty.source.span import Path

AREA, SENTENCE = Key("area", "职责领域"), Key("text", "内容")
_LISTS = ("duties", "functions", "steps")
_SENTENCES = WORDS | YAML_LIKE | st.text(max_size=20)
_DUTIES = st.lists(
    _SENTENCES | st.dictionaries(st.sampled_from(("text", "内容", "id", "scope")), _SENTENCES, max_size=3), max_size=4
)
_POSTS = st.fixed_dictionaries({"posts": st.lists(st.fixed_dictionaries({"name": WORDS, "duties": _DUTIES}), max_size=3)})


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of everything in a list of duties, functions or steps."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        if path and path[-1] in _LISTS and isinstance(step, int):
            yield (*path, step)
        yield from places(inner, (*path, step))


def with_area(text: str, path: Path, value: str) -> str | None:
    try:
        return with_fields(text, path, {AREA: value}, sentence=SENTENCE, spellings=spellings())
    except CannotEdit:
        return None


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def node_at(text: str, path: Path) -> Node:
    node = locate(text).root
    for step in path:
        assert node is not None
        node = node.children[step]  # type: ignore[index]
    assert node is not None
    return node


def check(text: str, path: Path, value: str) -> bool:
    """Edit `text` at `path`; whatever is not the place itself is the same before and after. Tell whether it was edited."""
    before = parse(text).data
    edited = with_area(text, path, value)
    if edited is None:
        return False
    after = parse(edited).data
    old, new = at(before, path), at(after, path)
    added = {key: new.pop(key) for key in AREA if key in new and not (isinstance(old, dict) and key in old)}
    assert list(added.values()) == [value]
    if isinstance(old, dict):
        assert new == old
        shared = prefix(text, edited)
        assert text[shared:] == edited[len(edited) - (len(text) - shared) :]
    else:
        assert list(new.values()) == [old]
        node = node_at(text, path)
        assert edited[: node.start] == text[: node.start]
        assert edited.endswith(text[node.end :])
        new = old
    holder = at(after, path[:-1])
    holder[path[-1]] = old
    assert after == before
    assert with_area(edited, path, value) is None, "twice is once"
    return True


def prefix(one: str, other: str) -> int:
    return next(
        (index for index, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), min(len(one), len(other))
    )


@given(st.data(), written(documents()), st.sampled_from(("C13.collect", "岗位：甲", "a, b", "#x", "null")))
def test_an_edit_of_a_role_file_adds_just_the_field(data: st.DataObject, file: tuple[str, Any], value: str) -> None:
    text, _ = file
    before = parse(text).data
    found = list(places(before)) if before is not None else []
    if found:
        check(text, data.draw(st.sampled_from(found)), value)


@given(st.data(), written(_POSTS))
def test_an_edit_of_a_duty_adds_just_the_field(data: st.DataObject, file: tuple[str, Any]) -> None:
    text, _ = file
    before = parse(text).data
    found = list(places(before)) if before is not None else []
    if found:
        check(text, data.draw(st.sampled_from(found)), "C13.collect")


@given(YAML_LIKE, YAML_LIKE)
def test_whatever_stands_in_a_list_is_edited_or_left_alone(one: str, other: str) -> None:
    text = f"post:\n  duties:\n  - {one}\n  - {other}\n"
    before = parse(text).data
    for path in places(before) if before is not None else ():
        check(text, path, "C13.collect")


def test_a_plain_sentence_is_edited() -> None:
    text = "post:\n  duties: # 职责\n  - 每周催收, 到期  # 一\n  - {id: x, text: 发货}\n"

    assert check(text, ("post", "duties", 0), "C13.collect")
    assert check(text, ("post", "duties", 1), "C11.ship")
