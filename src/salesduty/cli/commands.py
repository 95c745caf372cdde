"""Every command. A new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from salesduty.cli import absent, check, explain, fmt, init, lint, new, render, rules, schema, who
from salesduty.cli.words import Words


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, the function that reads its options and does it, and what it says of itself."""

    name: str
    run: Callable[..., int]
    words: Words


COMMANDS: tuple[Command, ...] = (
    Command("lint", lint.lint, lint.WORDS),
    Command("check", check.check, check.WORDS),
    Command("who", who.who, who.WORDS),
    Command("absent", absent.absent, absent.WORDS),
    Command("render", render.render, render.WORDS),
    Command("explain", explain.explain, explain.WORDS),
    Command("init", init.init, init.WORDS),
    Command("new", new.new, new.WORDS),
    Command("schema", schema.schema, schema.WORDS),
    Command("rules", rules.rules, rules.WORDS),
    Command("fmt", fmt.fmt, fmt.WORDS),
)
