"""Word files made for tests of templates: paragraphs and tables with tags, and packages with something wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from opened.docx import W

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = W.strip("{}")
TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def word(paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = (), **parts: str) -> bytes:
    """Return a Word file with `paragraphs`, then a table of `rows`; `parts` stand in for what is usual, `/` written `__`."""
    table = "".join(f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    columns = '<w:gridCol w:w="2000"/>' * len(rows[0]) if rows else ""
    grid = f"<w:tblGrid>{columns}</w:tblGrid>"
    body = "".join(map(_paragraph, paragraphs)) + (f"<w:tbl><w:tblPr/>{grid}{table}</w:tbl>" if rows else "")
    return package(document(f"{body}<w:sectPr/>"), {name.replace("__", "/"): text for name, text in parts.items()})


def document(body: str) -> str:
    """Return the main part with this body."""
    return f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'


def package(main: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a package around the main part; `parts` are added or stand in for what is usual."""
    every: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "word/document.xml": main,
        **(parts or {}),
    }
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, part in every.items():
            archive.writestr(name, part)
    return data.getvalue()


def _paragraph(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:p><w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>'
