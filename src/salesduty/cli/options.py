"""Options that several commands take."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from salesduty.cli.words import PATHS_PLACE

USUAL_PATHS = ("roles",)

Paths = Annotated[list[str] | None, typer.Argument(metavar=PATHS_PLACE.en)]
Language = Annotated[Literal["zh", "en"] | None, typer.Option("--lang")]
"""Declared for the parser and the help; `cli.language` has read it long before."""
