"""The help pages, in both languages and fitted to the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from salesduty.cli import words
from salesduty.cli.words import Words
from salesduty.reporters.columns import padded, width, wrapped
from salesduty.results.wording import Lang, Text

_NARROWEST, _WIDEST = 40, 100
_INDENT = "  "

Row = tuple[str, str]


def help_page(command: Any, context: Any, said: Words, subcommands: Iterable[Row], lang: Lang) -> str:
    """Return the help of `command`, a command of Typer, as `said` has it; a group lists its `subcommands`."""
    columns = min(max(context.obj.width, _NARROWEST), _WIDEST)
    parameters = command.get_params(context)
    sections = [
        [usage(command, context, lang)],
        *([_INDENT + line for line in wrapped(text, columns - len(_INDENT))] for text in said.about.within(lang).splitlines()),
        _section(words.ARGUMENTS, _arguments(parameters, said, lang), columns, lang),
        _section(words.OPTIONS, _options(parameters, said, lang), columns, lang),
        _section(words.COMMANDS, subcommands, columns, lang),
        _section(words.EXAMPLES, [(shown.typed, shown.does.within(lang)) for shown in said.examples], columns, lang),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines)


def usage(command: Any, context: Any, lang: Lang) -> str:
    """Return the line that shows how `command` is called."""
    arguments = [words.PLACES[parameter.name] for parameter in command.params if _is_argument(parameter)]
    if hasattr(command, "commands"):
        arguments.append(words.COMMAND_PLACE)
    places = " ".join(place.within(lang) for place in (words.OPTIONS_PLACE, *arguments))
    return f"{words.USAGE.within(lang)}{context.command_path} {places}"


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _arguments(parameters: Iterable[Any], said: Words, lang: Lang) -> Iterator[Row]:
    for parameter in parameters:
        if _is_argument(parameter):
            yield words.PLACES[parameter.name].within(lang), said.options[parameter.name].within(lang)


def _options(parameters: Iterable[Any], said: Words, lang: Lang) -> Iterator[Row]:
    for parameter in parameters:
        if not _is_argument(parameter):
            sentence = said.options.get(parameter.name, words.HELP).within(lang)
            yield _spelling(parameter), sentence + _default(parameter, lang)


def _spelling(option: Any) -> str:
    """`-o, --output DIR`, `--format text|json`."""
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag:
        return names
    choices = getattr(option.type, "choices", None)
    return f"{names} {'|'.join(choices) if choices else option.metavar}"


def _default(option: Any, lang: Lang) -> str:
    if option.is_flag or option.default is None:
        return ""
    return f" [{words.DEFAULT.filled({'value': option.default}).within(lang)}]"


def _section(heading: Text, rows: Iterable[Row], columns: int, lang: Lang) -> list[str]:
    """A heading and its rows in two columns; a long term stands above what is said of it."""
    listed = list(rows)
    terms = [width(term) for term, _ in listed if width(term) <= columns // 2]
    hang = " " * (len(_INDENT) * 2 + max(terms, default=len(_INDENT)))
    lines = [heading.within(lang)] if listed else []
    for term, sentence in listed:
        said = wrapped(sentence, columns - len(hang))
        if width(_INDENT + term) + len(_INDENT) <= len(hang):
            lines.append(padded(_INDENT + term, len(hang)) + said.pop(0))
        else:
            lines.append(_INDENT + term)
        lines += [hang + line for line in said]
    return lines
