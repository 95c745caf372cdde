"""Workbooks as a reader sees them, and as LibreOffice computes them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

SOFFICE = shutil.which("soffice")
NEEDS_OFFICE = pytest.mark.skipif(SOFFICE is None, reason="soffice is not installed")


def opened(data: bytes, *, values: bool = False) -> Any:
    """Return the workbook in `data`; with `values`, what formulas come to instead of the formulas."""
    return load_workbook(BytesIO(data), data_only=values)


def cells(sheet: Any) -> list[list[Any]]:
    """Return the values of a sheet row by row."""
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def table(sheet: Any) -> list[dict[str, Any]]:
    """Return the rows of the table of a sheet as a program reads it back: by the titles in the row of the filter."""
    first, last = sheet.auto_filter.ref.split(":")
    head, end = (int("".join(filter(str.isdigit, place))) for place in (first, last))
    titles = [cell.value for cell in sheet[head]]
    return [
        dict(zip(titles, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=head + 1, max_row=end)
    ]


def filled(data: bytes, entries: Mapping[str, Mapping[str, object]]) -> bytes:
    """Return the workbook with `entries`, for each sheet values by place, typed in, and what it had computed forgotten."""
    workbook = opened(data)
    for sheet, values in entries.items():
        for place, value in values.items():
            workbook[sheet][place] = value
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def recalculated(data: bytes, folder: Path) -> dict[str, dict[str, Any]]:
    """Return what LibreOffice computes: for each sheet the values by place."""
    assert SOFFICE is not None
    source, out = folder / "book.xlsx", folder / "out"
    source.write_bytes(data)
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'office').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", "xlsx", "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=180
    )
    workbook = opened((out / "book.xlsx").read_bytes(), values=True)
    return {
        sheet.title: {f"{get_column_letter(cell.column)}{cell.row}": cell.value for row in sheet.iter_rows() for cell in row}
        for sheet in workbook
    }
