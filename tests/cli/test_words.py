"""What every command says of itself; that all is said in both languages is held in tests/guards/test_wording.py."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import salesduty.cli
from salesduty.cli.app import WORDS, built
from salesduty.cli.commands import COMMANDS


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
    files = {module.__name__.rpartition(".")[2].rstrip("_") for module in modules if hasattr(module, "WORDS")} - {"app"}

    assert files == {command.name for command in COMMANDS}
