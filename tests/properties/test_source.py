"""Whatever stands in a file: it is read or refused, never a crash, and every place lies in the text."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from properties.role_files import YAML_LIKE, written
from salesduty.source.decode import decode
from salesduty.source.node import Lines, Node
from salesduty.source.parse import locate, parse
from salesduty.source.span import Path, Span

# PyYAML writes these three, which end lines in YAML 1.1, so that they come back as blanks.
_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"), max_size=20)
TREES = st.recursive(
    _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(_TEXT, TREES, max_size=4)


def _is_inside(span: Span, text: str) -> bool:
    lines = Lines(text)
    widest = [len(lines.line(number)) + 3 for number in (span.line, span.end_line)]  # CR LF belong to their line
    in_order = (span.line, span.column) <= (span.end_line, span.end_column)
    return in_order and 1 <= span.column <= widest[0] and 1 <= span.end_column <= widest[1]


def _same_shape(node: Node | None, value: Any) -> bool:
    if node is None:
        return value is None
    if isinstance(value, dict):
        return (
            isinstance(node.children, dict)
            and node.children.keys() == value.keys()
            and all(_same_shape(node.children[key], inner) for key, inner in value.items())
        )
    if isinstance(value, list):
        return (
            isinstance(node.children, list) and len(node.children) == len(value) and all(map(_same_shape, node.children, value))
        )
    return node.children is None


def _scalars(value: Any, path: Path = ()) -> list[tuple[Path, str]]:
    if isinstance(value, str):
        return [(path, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [found for step, inner in items for found in _scalars(inner, (*path, step))]


def _node_at(root: Node | None, path: Path) -> Node:
    node = root
    for step in path:
        assert node is not None
        node = node.children[step]  # type: ignore[index]
    assert node is not None
    return node


@given(YAML_LIKE | st.text())
@example("\ud800")
@example("a: \x00")
@example("a\n...\nb")
@example("- " * 200)
@example("[" * 200)
@example("{a: " * 200)
def test_any_text_is_read_or_refused(text: str) -> None:
    parsed, places = parse(text), locate(text)
    assert all(_is_inside(places.lines.span(problem.start, problem.end), text) for problem in parsed.problems)
    assert parsed.data is not None or parsed.empty or parsed.problems
    assert parsed.data is None or _same_shape(places.root, parsed.data)


BYTES = st.one_of(
    st.binary(),
    YAML_LIKE.map(lambda text: text.encode("utf-16")),
    st.text().map(lambda text: text.encode("gb18030", "replace")),
)


@given(BYTES)
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text is None) <= bool(decoded.problems)
    parse(decoded.text or "")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
@example("\ufeff", "utf-8-sig")
def test_what_an_editor_wrote_is_what_is_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text.lstrip("\ufeff")


@given(written(MAPPINGS))
def test_what_was_written_is_what_is_read(file: tuple[str, Any]) -> None:
    text, data = file
    parsed = parse(text)
    assert (parsed.data, parsed.problems) == (data, ())
    assert _same_shape(locate(text).root, data)


@given(written(MAPPINGS))
def test_the_words_at_a_place_are_the_value(file: tuple[str, Any]) -> None:
    text, data = file
    root = locate(text).root
    for path, value in _scalars(data):
        node = _node_at(root, path)
        assert 0 <= node.start <= node.end <= len(text)
        assert _holds(text[node.start : node.end], value)
        if isinstance(path[-1], str):
            assert _holds(text[node.key_start : node.key_end], path[-1])


def _holds(words: str, value: str) -> bool:
    """Whether `words` of a file say `value`."""
    if words.startswith(("|", ">")):  # how far it is indented says the line above
        return all(word in words for word in value.split())
    return parse(f"? {words}\n: {words}").data == {value: value}


@given(written(MAPPINGS), st.lists(st.text(max_size=8) | st.integers(0, 9), max_size=6))
def test_any_path_leads_to_a_place_in_the_text(file: tuple[str, Any], steps: list[str | int]) -> None:
    text, data = file
    places = locate(text)
    for path in ((), tuple(steps), *(path for path, _ in _scalars(data)), *((*path, *steps) for path, _ in _scalars(data))):
        assert _is_inside(places.span(path, {}), text)
        assert _is_inside(places.span(path, {}, on_key=True), text)


@given(st.text(), st.integers(-5, 50), st.integers(-5, 50))
def test_lines_and_columns_lead_back_to_the_characters(text: str, start: int, end: int) -> None:
    span = Lines(text).span(start, end)
    assert _is_inside(span, text)
    starts = [0]
    for index, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
            starts.append(index + 1)
    first = starts[span.line - 1] + span.column - 1
    last = starts[span.end_line - 1] + span.end_column - 1
    assert first == min(max(start, 0), len(text))
    assert last == min(max(end, first), len(text))
