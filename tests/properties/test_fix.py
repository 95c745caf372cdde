"""Fixing twice changes nothing, and neither does formatting: no value, no comment, no problem is lost by either."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opened.workspaces import SETTINGS, SMALL, roles_of, small
from properties.role_files import YAML_LIKE, documents, written
from salesduty.model.fields import spellings
from salesduty.model.order import Keys, of_file
from salesduty.model.reading import read
from salesduty.source.decode import decode
from salesduty.source.edit import CannotEdit, edits
from salesduty.source.formatted import formatted
from salesduty.source.parse import parse
from salesduty.source.remarks import remarks
from salesduty.source.splice import spliced
from salesduty.source.wishes import Last, Whole, Wish, Words
from salesduty.source.written import composed
from salesduty.toolkit.fix import fix
from salesduty.toolkit.format import format_files

ROLES = Path(__file__).parents[2] / "roles"
HOSTILE = sorted((Path(__file__).parents[1] / "hostile" / "files").glob("*.yaml"))
COMMENTS = st.sampled_from(("# 注", "#", "  # 里", "        # 深", "", "# salesduty: ignore[WRD004] 理由"))
LANGUAGES = st.sampled_from((None, "zh", "en"))


@st.composite
def commented(draw: st.DrawFn, files: st.SearchStrategy[tuple[str, Any]]) -> str:
    """Draw a file and put comments and blank lines between its lines."""
    text, _ = draw(files)
    lines = []
    for line in text.splitlines(keepends=True):
        if draw(st.integers(0, 3)) == 0:
            lines.append(draw(COMMENTS) + "\n")
        lines.append(line)
    return "".join(lines)


def said(text: str) -> Counter[str]:
    return Counter(text[start:end].rstrip() for start, end in remarks(text, composed(text)))


def scalars(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        return [(path, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [found for step, inner in items for found in scalars(inner, (*path, step))]


def lists(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    own = [(*path, index) for index in range(len(value))] if isinstance(value, list) else []
    return own + [found for step, inner in items for found in lists(inner, (*path, step))]


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def granted(text: str, wish: Wish) -> str | None:
    (done,) = edits(text, [[wish]], spellings())
    return None if isinstance(done, CannotEdit) else spliced(text, done)


@given(st.data(), commented(written(documents())), YAML_LIKE | st.sampled_from(("甲", "40%", "x y")))
def test_words_change_in_one_place_only(data: st.DataObject, text: str, words: str) -> None:
    before = parse(text).data
    found = scalars(before) if before else []
    if not found:
        return
    path, value = data.draw(st.sampled_from(found))
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    for wish, wanted in ((Words(path, start, end, words), value[:start] + words + value[end:]), (Whole(path, words), words)):
        edited = granted(text, wish)
        if edited is not None:
            after = parse(edited).data
            assert at(after, path) == wanted
            at(after, path[:-1])[path[-1]] = value
            assert after == before
            assert said(edited) == said(text)


@given(st.data(), commented(written(documents())))
def test_an_item_moves_and_all_else_stays(data: st.DataObject, text: str) -> None:
    before = parse(text).data
    found = lists(before) if before else []
    if not found:
        return
    path = data.draw(st.sampled_from(found))
    edited = granted(text, Last(path))
    if edited is not None:
        after = parse(edited).data
        moved = at(after, path[:-1])
        moved.insert(path[-1], moved.pop())
        assert after == before
        assert said(edited) == said(text)


@given(commented(written(documents())), LANGUAGES)
def test_formatting_twice_changes_nothing_and_once_loses_nothing(text: str, keys: Keys | None) -> None:
    try:
        after = formatted(text, of_file(keys))
    except CannotEdit:
        return
    assert formatted(after, of_file(keys)) == after
    assert said(after) == said(text)
    if keys is None:
        assert parse(after).data == parse(text).data
    one, other = (read(parse(each).data or {}) for each in (text, after))
    assert len(one.mistakes) != len(other.mistakes) or one.document == other.document


@given(YAML_LIKE, LANGUAGES)
def test_whatever_is_formatted_stays_formatted(text: str, keys: Keys | None) -> None:
    files = {"roles/a.yaml": f"post:\n  name: {text}\n  duties:\n  - {text}\n"}
    after = {**files, **{each.file: each.after for each in format_files(files, keys=keys).files}}
    assert format_files(after, keys=keys).files == ()


def fixed_twice(files: dict[str, str | bytes], *, unsafe: bool) -> int:
    """Fix, see that fixing again changes nothing, and return how many files were changed."""
    once = fix(files, settings=SETTINGS, unsafe=unsafe)
    after = {**files, **{each.file: each.after for each in once.files}}
    again = fix(after, settings=SETTINGS, unsafe=unsafe)
    assert [each.diff for each in again.files] == []
    assert again.more == once.more
    return len(once.files)


@given(written(documents()), st.booleans())
def test_fixing_twice_changes_nothing(file: tuple[str, Any], unsafe: bool) -> None:
    fixed_twice({"roles/a.yaml": file[0]}, unsafe=unsafe)


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_fixing_a_hostile_file_twice_changes_nothing(path: Path, unsafe: bool) -> None:
    fixed_twice({f"roles/x/{path.name}": path.read_bytes()}, unsafe=unsafe)


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_formatting_a_hostile_file_twice_changes_nothing(path: Path) -> None:
    files: dict[str, str | bytes] = {f"roles/x/{path.name}": path.read_bytes()}
    after = {**files, **{each.file: each.after for each in format_files(files).files}}
    assert format_files(after).files == ()


@pytest.mark.parametrize("name", ["roles", *small()])
def test_fixing_a_whole_workspace_twice_changes_nothing(name: str) -> None:
    folder = ROLES if name == "roles" else roles_of(name)
    files: dict[str, str | bytes] = {
        path.relative_to(folder).as_posix(): decode(path.read_bytes()).text or "" for path in sorted(folder.rglob("*.yaml"))
    }
    assert SMALL.is_dir()
    assert fixed_twice(files, unsafe=True) > 0 or name not in ("roles", "everything")
