"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from salesduty.cli.words import PATHS_PLACE

Level = Literal["error", "warning", "info"]
USUAL_PATHS = ("roles",)

Paths = Annotated[list[str] | None, typer.Argument(metavar=PATHS_PLACE.en)]
Language = Annotated[Literal["zh", "en"] | None, typer.Option("--lang")]
"""Declared for the parser and the help; `cli.language` has read it long before."""
Select = Annotated[list[str] | None, typer.Option("--select", metavar="RULES")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="RULES")]
ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE")]
NoConfig = Annotated[bool, typer.Option("--no-config")]
ShowSettings = Annotated[bool, typer.Option("--show-settings")]
