"""The commands put together with Typer, speaking the language of the person."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from salesduty import __version__
from salesduty.cli import words
from salesduty.cli.commands import COMMANDS, Command
from salesduty.cli.help import Row, help_page
from salesduty.cli.options import Language
from salesduty.cli.usage import is_usage_error
from salesduty.cli.words import Shown, Words
from salesduty.results.wording import Lang, Text

PROGRAM = "salesduty"


class _Speaking:
    """What a command and a group have in common: help in two languages, printed as everything else is."""

    words: Words
    lang: Lang

    @cached_property
    def _help(self) -> TyperOption:
        return TyperOption(
            param_decls=["--help", "-h"], is_flag=True, expose_value=False, is_eager=True, callback=_show_help, help=words.HELP.en
        )

    def get_help_option(self, _ctx: Any) -> TyperOption:
        """Return the option that shows the help."""
        return self._help

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return help_page(self, ctx, self.words, self.subcommands(), self.lang)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse `args`; an error knows which command it is about."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc, no-any-return]
        except Exception as error:
            if is_usage_error(error) and getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def subcommands(self) -> list[Row]:
        """Return the commands below this one, with what they are for."""
        return []


class _Command(_Speaking, TyperCommand):
    pass


class _Group(_Speaking, TyperGroup):
    below: tuple[Command, ...]

    def subcommands(self) -> list[Row]:
        return [(command.name, command.words.summary.within(self.lang)) for command in self.below]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Show the help where nothing at all is asked for: a wrong use, because a script that does so has a mistake."""
        if not args:
            ctx.obj.complain(self.get_help(ctx))
            raise typer.Exit(2)
        return super().parse_args(ctx, args)


def built(lang: Lang) -> Any:
    """Return the whole command line as a group of Typer that speaks `lang`. Call its `main` with a Terminal as `obj`."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, suggest_commands=False)
    app.callback(cls=_Group)(_salesduty)
    _add(app, COMMANDS)
    group: Any = typer.main.get_command(app)
    _speak(group, WORDS, COMMANDS, lang)
    return group


def _add(app: typer.Typer, commands: tuple[Command, ...]) -> None:
    for command in commands:
        if command.run is not None:
            app.command(command.name, cls=_Command)(command.run)
            continue
        below = typer.Typer()
        below.callback(cls=_Group)(_only_a_name)
        _add(below, command.below)
        app.add_typer(below, name=command.name)


def _speak(group: Any, said: Words, commands: tuple[Command, ...], lang: Lang) -> None:
    group.words, group.lang, group.below = said, lang, commands
    for command in commands:
        below = group.commands[command.name]
        if command.below:
            _speak(below, command.words, command.below, lang)
        else:
            below.words, below.lang = command.words, lang


def _only_a_name() -> None:
    """Nothing is done by a command that has others below it."""


def _show_version(context: typer.Context, value: bool) -> None:
    if value:
        context.obj.say(f"{PROGRAM} {__version__}")
        raise typer.Exit


def _salesduty(
    version: Annotated[bool, typer.Option("--version", "-V", is_eager=True, callback=_show_version)] = False,
    lang: Language = None,
) -> None:
    """`cli.main` has answered `--version` already, unless something stood beside it."""


def _show_help(ctx: Any, _: Any, value: bool) -> None:
    if value:
        ctx.obj.say(ctx.command.get_help(ctx))
        raise typer.Exit


WORDS = Words(
    summary=Text("岗位责任即源代码。", "Responsibilities as source code."),
    about=Text(
        "岗位责任制写成 YAML，像源代码一样检查，再生成签字用的 Word 文件。",
        "Responsibilities written in YAML, checked like source code, and rendered to the Word files that people sign.",
    ),
    options={"version": words.VERSION, "lang": words.LANG},
    examples=(
        Shown("salesduty lint", Text("检查当前文件夹下的 roles", "check the folder roles")),
        Shown("salesduty render", Text("生成 Word 文件，写到 dist", "make Word files in dist")),
        Shown("salesduty lint --help", Text("查看一个命令的全部选项", "every option of a command")),
    ),
)
