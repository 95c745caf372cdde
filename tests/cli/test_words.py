"""Whatever the program can say, it can say in both languages."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from string import Formatter

import pytest

import salesduty.cli
import salesduty.reporters
from salesduty.cli.app import WORDS, built
from salesduty.cli.commands import COMMANDS
from salesduty.results.wording import Text

CHINESE = re.compile("[一-鿿]")


def texts(value: object) -> Iterator[Text]:
    """Every Text within `value`."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def said() -> list[tuple[str, Text]]:
    found: list[tuple[str, Text]] = []
    for package in (salesduty.cli, salesduty.reporters):
        for module in pkgutil.iter_modules(package.__path__):
            name = f"{package.__name__}.{module.name}"
            values = vars(import_module(name)).values()
            found.extend((name, text) for value in values for text in texts(value))
    return found


def untranslated(text: Text) -> list[str]:
    """What is wrong with the translation of `text`."""
    wrong = []
    if not text.zh.strip() or not text.en.strip():
        wrong.append("a language is missing")
    if CHINESE.search(text.en):
        wrong.append("Chinese in the English")
    if re.search(r"\w{4}", names_removed(text.en)) and not CHINESE.search(text.zh):
        wrong.append("no Chinese in the Chinese")
    if not names(text.zh) <= names(text.en):
        wrong.append(f"{names(text.zh) ^ names(text.en)} stands in one language only")
    return wrong


def names(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def names_removed(words: str) -> str:
    return re.sub(r"\{\w+\}", "", words)


def test_everything_is_said_in_both_languages() -> None:
    every = said()

    assert len(every) > 80
    assert [(name, text, wrong) for name, text in every if (wrong := untranslated(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        Text("", "found"),
        Text("找到", " "),
        Text("found", "found"),
        Text("找到", "找到 found"),
        Text("找到 {count} 个", "found some"),
    ],
)
def test_a_forgotten_translation_would_be_noticed(text: Text) -> None:
    assert untranslated(text)


def test_every_option_of_every_command_is_explained() -> None:
    group = built("zh")

    assert set(group.commands) == {command.name for command in COMMANDS}
    assert {parameter.name for parameter in group.params} == set(WORDS.options)
    for command in COMMANDS:
        assert {parameter.name for parameter in group.commands[command.name].params} == set(command.words.options)


def test_every_command_has_examples_that_parse() -> None:
    group = built("zh")

    for command in COMMANDS:
        assert command.words.examples
        for shown in command.words.examples:
            program, name, *args = shown.typed.split()
            assert (program, name) == ("salesduty", command.name)
            group.commands[name].make_context(name, args, resilient_parsing=False)


def test_every_command_file_is_in_the_tuple() -> None:
    modules = (import_module(f"salesduty.cli.{module.name}") for module in pkgutil.iter_modules(salesduty.cli.__path__))
    files = {module.__name__.rpartition(".")[2] for module in modules if hasattr(module, "WORDS")} - {"app"}

    assert files == {command.name for command in COMMANDS}
