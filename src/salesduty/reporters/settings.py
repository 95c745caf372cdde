"""The settings in force and where each comes from: as a table, and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from salesduty.reporters.columns import padded, width, wrapped
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.setting import Setting, Source
from salesduty.results.wording import Text

_HEADS = (Text("设置", "setting"), Text("值", "value"), Text("来自", "from"))
_NOT_SET = Text("未设置", "not set")
_ALL = Text("全部", "all")
_SOURCES: Mapping[Source, Text] = {
    "default": Text("默认", "default"),
    "file": Text("{place}", "{place}"),
    "option": Text("选项 {place}", "option {place}"),
    "environment": Text("环境变量 {place}", "variable {place}"),
    "system": Text("系统语言", "the system"),
}
_LONGEST = 40
"""Columns that a value takes before it is broken into lines."""


def text(settings: Iterable[Setting], look: Look) -> Iterator[Piece]:
    """Yield a table with one row a setting."""
    rows = [tuple(head.within(look.lang) for head in _HEADS)]
    for setting in settings:
        cells = (setting.key, _value(setting, look), _source(setting, look))
        rows.append(tuple(harmless(cell, look.encoding) for cell in cells))
    first = max(width(key) for key, _, _ in rows) + 2
    second = min(max(width(value) for _, value, _ in rows), _LONGEST) + 2
    for number, (key, value, source) in enumerate(rows):
        style: Style = "" if number else "strong"
        begin, *more = wrapped(value, second - 2)
        yield Piece(harmless_line(padded(key, first) + padded(begin, second) + source) + "\n", style)
        for line in more:
            yield Piece(" " * first + line + "\n", style)


def json(settings: Iterable[Setting], look: Look) -> Iterator[Piece]:
    """Yield `{"version", "settings": [{"key", "value", "source", "place"}]}`; `value` is null where nothing is asked for."""
    yield Piece(f'{{"version": {dumped(look.version, look)}, "settings": [')
    for number, setting in enumerate(settings):
        value = list(setting.value) if isinstance(setting.value, tuple) else setting.value
        told = {"key": setting.key, "value": value, "source": setting.source, "place": setting.place}
        yield Piece((",\n" if number else "\n") + dumped(told, look))
    yield Piece("\n]}\n")


def _value(setting: Setting, look: Look) -> str:
    if setting.value is None:
        return (_ALL if setting.key == "select" else _NOT_SET).within(look.lang)
    return ", ".join(setting.value) if isinstance(setting.value, tuple) else str(setting.value)


def _source(setting: Setting, look: Look) -> str:
    return _SOURCES[setting.source].filled({"place": setting.place}).within(look.lang)
