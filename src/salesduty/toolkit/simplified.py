"""Traditional characters to simplified ones, where somebody asks for it (OpenCC, see NOTICE)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from salesduty.results.draft import Draft, Quoted
from salesduty.results.missing import MissingPackage

NOTE = "simplified"


def simplified(draft: Draft) -> Draft:
    """Return `draft` with its values in simplified characters, character by character and no words of the mainland's own.

    What was left out stays as it was found. Raises MissingPackage.
    """
    try:
        from opencc import OpenCC
    except ImportError as error:
        raise MissingPackage("opencc", "simplified") from error
    values: Draft = _converted(replace(draft, left_out=()), OpenCC("t2s").convert)
    return replace(values, left_out=draft.left_out, file=draft.file, notes=(*draft.notes, (NOTE, "")))


def _converted(value: Any, convert: Callable[[str], str]) -> Any:
    """The value with all words in it converted, in the same shape."""
    if isinstance(value, Quoted):
        return Quoted(convert(value), value.line, value.where)
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, tuple):
        return tuple(_converted(each, convert) for each in value)
    if isinstance(value, dict):
        return {key: _converted(each, convert) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _converted(getattr(value, each.name), convert) for each in fields(value)})
    return value
