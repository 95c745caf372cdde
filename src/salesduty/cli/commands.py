"""Every command. A new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from salesduty.cli import absent, check, explain, fmt, import_, init, lint, new, render, rules, schema, template, who
from salesduty.cli.template import check as template_check
from salesduty.cli.template import new as template_new
from salesduty.cli.words import Words


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, the function that reads its options and does it, and what it says of itself.

    One that does nothing itself has the commands `below` it.
    """

    name: str
    run: Callable[..., int] | None
    words: Words
    below: tuple[Command, ...] = ()


COMMANDS: tuple[Command, ...] = (
    Command("lint", lint.lint, lint.WORDS),
    Command("check", check.check, check.WORDS),
    Command("who", who.who, who.WORDS),
    Command("absent", absent.absent, absent.WORDS),
    Command("render", render.render, render.WORDS),
    Command("import", import_.import_, import_.WORDS),
    Command("explain", explain.explain, explain.WORDS),
    Command("init", init.init, init.WORDS),
    Command("new", new.new, new.WORDS),
    Command("schema", schema.schema, schema.WORDS),
    Command("rules", rules.rules, rules.WORDS),
    Command("fmt", fmt.fmt, fmt.WORDS),
    Command(
        "template",
        None,
        template.WORDS,
        (
            Command("new", template_new.new, template_new.WORDS),
            Command("check", template_check.check, template_check.WORDS),
        ),
    ),
)
