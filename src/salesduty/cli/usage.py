"""What is wrong with a command line, in words. Typer's own are English and name no remedy."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from salesduty.cli.words import NEAR, OR, PLACES, SEE_HELP, WRONG_USE
from salesduty.reporters.harmless import harmless
from salesduty.results.wording import Lang, Text
from salesduty.text.nearest import nearest

_NO_OPTION = Text("没有 {option} 这个选项{near}", "there is no option {option}{near}")
_NO_COMMAND = Text(
    "没有 {command} 这个命令{near}。可用的命令：{known}", "there is no command {command}{near}; there are: {known}"
)
_NO_COMMAND_GIVEN = Text("没有写要做什么。可用的命令：{known}", "no command is given; there are: {known}")
_TOO_SHORT = 2
"""Words of so few characters are like any other."""
_NO_VALUE = Text("选项 {option} 后面要写一个值", "the option {option} needs a value")
_NEEDLESS_VALUE = Text("选项 {option} 后面不要写值", "the option {option} takes no value")
_NOT_A_CHOICE = Text(
    "{parameter} 不能是 {given}{near}，可以是：{known}", "{parameter} cannot be {given}{near}; it is one of: {known}"
)
_BAD_VALUE = Text("{parameter} 的值不对", "bad value for {parameter}: {detail}")
_MISSING = Text("没有写 {parameter}", "{parameter} is missing")
_TOO_MANY = Text("多出了参数：{extra}", "unexpected arguments: {extra}")

# How Typer 0.28 begins and ends the messages that it makes no class of exception for.
_COMMAND_BEGINS = "No such command "
_COMMAND_MISSING = "Missing command."
_EXTRA_BEGINS = "Got unexpected extra argument(s) ("
_CHOICE_SAYS = " is not one of "
_VALUE_SAYS = "requires"


def is_usage_error(error: BaseException) -> bool:
    """Return whether `error` is one that Typer raises for a wrong command line.

    The classes belong to a Click inside Typer that is not for us to import, so they are told by their names.
    """
    return any(base.__name__ == "UsageError" and base.__module__.startswith("typer.") for base in type(error).__mro__)


def explained(error: Any, lang: Lang, encoding: str) -> str:
    """Return what is wrong and what to do about it, on two lines."""
    what = _EXPLAINED.get(type(error).__name__, _plain)(error)
    command = error.ctx.command_path if error.ctx is not None else "salesduty"
    lines = (WRONG_USE.filled({"what": what}), SEE_HELP.filled({"command": command}))
    return "\n".join(harmless(line.within(lang), encoding) for line in lines)


def _no_such_option(error: Any) -> Text:
    return _NO_OPTION.filled({"option": error.option_name, "near": _near(error.possibilities or ())})


def _bad_option_usage(error: Any) -> Text:
    words = _NO_VALUE if _VALUE_SAYS in error.message else _NEEDLESS_VALUE
    return words.filled({"option": error.option_name})


def _missing_parameter(error: Any) -> Text:
    place = PLACES.get(error.param.name) if error.param is not None else None
    named = Text(place.zh.rstrip("…"), place.en.rstrip("…")) if place is not None else _name(error.param)
    return _MISSING.filled({"parameter": named})


def _bad_parameter(error: Any) -> Text:
    given, says, _ = error.message.partition(_CHOICE_SAYS)
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    if says and choices:
        word, known = _unquoted(given), tuple(choices)
        near = _near(nearest(word, known, most=1) if len(word) > _TOO_SHORT else ())
        return _NOT_A_CHOICE.filled({"parameter": _name(error.param), "given": word, "near": near, "known": known})
    return _BAD_VALUE.filled({"parameter": _name(error.param), "detail": error.message})


def _plain(error: Any) -> Text:
    """The errors that are no more than a message."""
    message: str = error.message
    known = tuple(getattr(error.ctx.command, "commands", ())) if error.ctx is not None else ()
    if message.startswith(_COMMAND_BEGINS):
        given = _unquoted(message.removeprefix(_COMMAND_BEGINS).removesuffix("."))
        return _NO_COMMAND.filled({"command": given, "near": _near(nearest(given, known)), "known": tuple(known)})
    if message == _COMMAND_MISSING:
        return _NO_COMMAND_GIVEN.filled({"known": tuple(known)})
    if message.startswith(_EXTRA_BEGINS):
        return _TOO_MANY.filled({"extra": message.removeprefix(_EXTRA_BEGINS).removesuffix(")")})
    return Text(message, message)


_EXPLAINED: Mapping[str, Callable[[Any], Text]] = {
    "NoSuchOption": _no_such_option,
    "BadOptionUsage": _bad_option_usage,
    "MissingParameter": _missing_parameter,
    "BadParameter": _bad_parameter,
    "WrongFormat": lambda error: error.said,
}


def _name(parameter: Any) -> str:
    """What a person types or reads for `parameter`."""
    options = [option for option in parameter.opts if option.startswith("-")]
    return max(options, key=len) if options else str(parameter.human_readable_name)


def _near(names: Iterable[str]) -> Text:
    found = list(names)
    if not found:
        return Text("", "")
    return NEAR.filled({"names": Text(OR.zh.join(found), OR.en.join(found))})


def _unquoted(quoted: str) -> str:
    """The word that Typer has put through `repr`."""
    try:
        return str(ast.literal_eval(quoted))
    except (ValueError, SyntaxError):
        return quoted
