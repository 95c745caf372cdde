"""Labelled documents on the disk, what they say, and what `salesduty import` makes of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings

import yaml

SUFFIX = ".expected.yaml"
_PLAIN = ("txt", "md", "csv", "html", "htm")


def import_file(path: Path) -> dict[str, Any]:
    """Return what `salesduty import PATH --format json` prints; ValueError with its words where it prints no JSON."""
    from salesduty.cli import main

    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["import", str(path), "--format", "json"])
    try:
        result = json.loads(out.getvalue())
    except ValueError:
        said = (err.getvalue() or out.getvalue()).strip().splitlines()
        raise ValueError(f"exit code {code}: {' '.join(said)[-300:]}") from None
    return result if isinstance(result, dict) else {}


def documents(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield every document below `folder` with its label, by name."""
    for label in sorted(folder.rglob(f"*{SUFFIX}")):
        stem = label.name.removesuffix(SUFFIX)
        for path in sorted(label.parent.iterdir()):
            if path.stem == stem and path != label:
                yield path, label


def read_label(path: Path) -> dict[str, Any]:
    """Return the label that stands in `path`."""
    label = yaml.safe_load(path.read_text(encoding="utf-8"))
    return label if isinstance(label, dict) else {}


def source_text(path: Path, encoding: str | None = None) -> str | None:
    """Return the characters of a document, of a page with its markup; None where they take more than a few lines to find."""
    if path.suffix[1:] in _PLAIN:
        text = path.read_bytes().decode(encoding) if encoding else _decoded(path.read_bytes())
        if path.suffix == ".csv":
            return "".join(cell for row in csv.reader(StringIO(text)) for cell in row)
        return text
    if path.suffix == ".xlsx":
        import openpyxl

        with catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(path, data_only=True)
        return "".join(
            value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if isinstance(value, str)
        )
    if path.suffix == ".docx":
        import docx
        from docx.oxml.ns import qn

        body = docx.Document(str(path)).element.body
        fallbacks = {node for each in body.iter() if str(each.tag).endswith("}Fallback") for node in each.iter(qn("w:t"))}
        return "".join(node.text or "" for node in body.iter(qn("w:t")) if node not in fallbacks)
    return None


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", errors="replace")
