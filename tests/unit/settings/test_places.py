from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from salesduty.settings.places import place_of, places

WRITTEN = '''# c = 1
select = ["STR", # x = [
  "KPI001",
]
"ig nore" = 'a = ]'
a.b."c d" = {x = 1, y = [1, {z = "]"}], w.q = 2}
[severity]
"\\u5e94" = """
foo = 3
"""
[ per-path . "roles/**" ]
ignore = []
[[t]]
a = 1.5
[[t]]
b = 2026-01-01 07:32:00
[t.u]
v = """x""""
'''


def test_every_key_and_item_has_its_place() -> None:
    assert places(WRITTEN) == {
        ("select",): (2, 1),
        ("select", 0): (2, 11),
        ("select", 1): (3, 3),
        ("ig nore",): (5, 1),
        ("a",): (6, 1),
        ("a", "b"): (6, 1),
        ("a", "b", "c d"): (6, 1),
        ("a", "b", "c d", "x"): (6, 14),
        ("a", "b", "c d", "y"): (6, 21),
        ("a", "b", "c d", "y", 0): (6, 26),
        ("a", "b", "c d", "y", 1): (6, 29),
        ("a", "b", "c d", "y", 1, "z"): (6, 30),
        ("a", "b", "c d", "w"): (6, 41),
        ("a", "b", "c d", "w", "q"): (6, 41),
        ("severity",): (7, 2),
        ("severity", "应"): (8, 1),
        ("per-path", "roles/**"): (11, 3),
        ("per-path", "roles/**", "ignore"): (12, 1),
        ("t", 0): (13, 3),
        ("t", 0, "a"): (14, 1),
        ("t", 1): (15, 3),
        ("t", 1, "b"): (16, 1),
        ("t", 1, "u"): (17, 2),
        ("t", 1, "u", "v"): (18, 1),
    }


def test_what_has_no_place_is_where_the_thing_around_it_is() -> None:
    assert place_of(("severity", "KPI", 3), places(WRITTEN)) == (7, 2)
    assert place_of(("nothing",), places(WRITTEN)) == (0, 0)


KEYS = st.sampled_from(["a", "b-c", "3", "甲", "x y", 'q"', "'", "=", "[", "#"])
VALUES = st.recursive(
    st.sampled_from(["x", "a = 1", "]", "'", "行\n二"]) | st.integers() | st.booleans(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_every_key_that_is_read_is_found_where_it_is_written(data: dict[str, Any]) -> None:
    text = "".join(f"  {_quoted(key)} = {_written(value)}\n" for key, value in data.items())
    assert tomllib.loads(text) == data
    found, lines = places(text), text.split("\n")
    for path in _paths(data):
        line, column = found[path]
        if isinstance(path[-1], str):
            assert lines[line - 1][column - 1 :].startswith(_quoted(path[-1]))


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [each for step, item in steps for each in ((*path, step), *_paths(item, (*path, step)))]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)} = {_written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", \n".join(map(_written, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else _quoted(value) if isinstance(value, str) else str(value)
