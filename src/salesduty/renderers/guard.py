"""Jinja for templates that somebody else wrote: the immutable sandbox, and limits to what one expression can cost.

What a template may do is listed, not what it may not. Time and memory of a whole template are limited by the process that it
runs in; what is here holds on every system, and says which expression it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import (
    FILTERS,
    do_batch,
    do_indent,
    do_replace,
    do_round,
    make_attrgetter,
    sync_do_join,
    sync_do_slice,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_eval_context
from jinja2.visitor import NodeTransformer

MOST_CHARACTERS = 1_000_000
"""The longest text or list that one operator or filter may make."""
_MOST_BITS = 4_096
_MOST_DIGITS = 30
_TEXT_METHODS = frozenset(
    ("lower", "upper", "strip", "lstrip", "rstrip", "startswith", "endswith", "removeprefix", "removesuffix")
)
_METHODS: Mapping[type, frozenset[str]] = {
    str: _TEXT_METHODS,
    dict: frozenset(("items", "keys", "values", "get")),
    int: frozenset(),
    float: frozenset(),
    tuple: frozenset(),
    list: frozenset(),
    range: frozenset(),
}
_PLAIN_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "e", "escape", "first", "float", "groupby", "int", "last", "length"),
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort"),
    *("string", "sum", "title", "trim", "truncate", "unique", "upper"),
)


class Guarded(ImmutableSandboxedEnvironment):
    """An engine in which no single expression grows beyond measure, and nothing reaches outside the template.

    A name that nothing is called raises `jinja2.UndefinedError`, what is not allowed `jinja2.exceptions.SecurityError`.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        """Make an engine with Jinja's own `options`; text is escaped unless they say otherwise."""
        super().__init__(**{"autoescape": True, "undefined": StrictUndefined, "keep_trailing_newline": True, **options})
        self.globals = {"range": self.globals["range"]}
        self.filters = {name: FILTERS[name] for name in _PLAIN_FILTERS} | _CAPPED
        self.binop_table |= {"+": _added, "*": _multiplied, "**": _raised, "%": _remainder}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse, and let `~` join as a filter does, which can be limited."""
        template: nodes.Template = _Joining().visit(super()._parse(source, name, filename))
        return template

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether `attr` is among what is listed for a plain value, or belongs to what we hand to templates."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        allowed = next((_METHODS[kind] for kind in _METHODS if isinstance(obj, kind)), None)
        return allowed is None or attr in allowed or (not callable(value) and isinstance(obj, tuple))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuse `format` of a text, which can make any width."""
        if getattr(value, "__name__", "") in ("format", "format_map") and isinstance(getattr(value, "__self__", None), str):
            raise SecurityError("the method format is not allowed")
        return None


class _Joining(NodeTransformer):
    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - named by Jinja
        self.generic_visit(node)
        parts = nodes.List(list(node.nodes), lineno=node.lineno)
        joined = nodes.Filter(parts, "join", [], [], None, None, lineno=node.lineno)
        if node.environment is not None:
            joined.set_environment(node.environment)
        return joined


def _within(size: int) -> None:
    if size > MOST_CHARACTERS:
        raise OverflowError(f"longer than {MOST_CHARACTERS}")


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (str, bytes, list, tuple)) else 0


def _added(left: Any, right: Any) -> Any:
    _within(_size(left) + _size(right))
    return left + right


def _multiplied(left: Any, right: Any) -> Any:
    for value, times in ((left, right), (right, left)):
        if _size(value) and isinstance(times, int):
            _within(len(value) * max(times, 0))
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _MOST_BITS:
        raise OverflowError("too large a number")
    return left * right


def _raised(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > _MOST_BITS:
        raise OverflowError("too large a number")
    return left**right


def _remainder(left: Any, right: Any) -> Any:
    if isinstance(left, (str, bytes)):
        raise SecurityError("% of a text is not allowed")
    return left % right


@pass_eval_context
def _joined(eval_ctx: nodes.EvalContext, value: Iterable[Any], d: str = "", attribute: str | None = None) -> Any:
    parts: list[Any] = []
    size = 0
    for each in map(make_attrgetter(eval_ctx.environment, attribute), value) if attribute is not None else value:
        part = each if isinstance(each, str) else str(each)
        size += len(part) + len(d)
        _within(size)
        parts.append(part)
    return sync_do_join(eval_ctx, parts, d)


@pass_eval_context
def _replaced(eval_ctx: nodes.EvalContext, s: str, old: str, new: str, count: int | None = None) -> Any:
    text = str(s)
    _within(len(text) + text.count(str(old)) * len(str(new)))
    return do_replace(eval_ctx, s, old, new, count)


def _batched(value: Iterable[Any], linecount: int, fill_with: Any = None) -> Any:
    _within(linecount)
    return do_batch(value, linecount, fill_with)


def _sliced(value: Iterable[Any], slices: int, fill_with: Any = None) -> Any:
    _within(slices)
    return sync_do_slice(list(value), slices, fill_with)


def _rounded(value: float, precision: int = 0, method: Any = "common") -> float:
    if abs(precision) > _MOST_DIGITS:
        raise OverflowError("too many digits")
    return do_round(value, precision, method)


def _indented(s: str, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    text = str(s)
    _within(len(text) + (text.count("\n") + 1) * (width if isinstance(width, int) else len(width)))
    return do_indent(text if not hasattr(s, "__html__") else s, width, first, blank)


_CAPPED: dict[str, Callable[..., Any]] = {
    "join": _joined,
    "replace": _replaced,
    "batch": _batched,
    "slice": _sliced,
    "round": _rounded,
    "indent": _indented,
}
