"""A check as a file: the page or the workbook that is handed to a director."""

from __future__ import annotations

from pathlib import Path

from salesduty.disk.packaged import templates
from salesduty.disk.write import write
from salesduty.renderers.checks import CHECK_RENDERERS
from salesduty.results.coverage import Checked
from salesduty.toolkit.render import UnknownChoice

CHECK_FORMATS = tuple(CHECK_RENDERERS)


def write_check(checked: Checked, format: str, output: str | Path | None = None) -> Path:
    """Write `checked` as `format`, one of CHECK_FORMATS, to `output`, by default `dist/check.<format>`; return where.

    The file is written whole or not at all. Raises UnknownChoice and `CannotWrite`.
    """
    if format not in CHECK_RENDERERS:
        raise UnknownChoice("format", format, CHECK_FORMATS)
    path = Path("dist", f"check.{format}") if output is None else Path(output)
    write(path, CHECK_RENDERERS[format](checked, templates()))
    return path
