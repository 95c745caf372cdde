"""Packages built by hand: what a test of the Word reader says, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def root(name: str, inner: str) -> str:
    """A part whose root is `w:name`."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_SPACES}>{inner}</w:{name}>'


def docx(body: str, external: str = "", strict: bool = False, **parts: str | bytes) -> bytes:
    """A Word file: `parts` by the kind of their relationship (`styles`, `numbering`, `header`), whole or without their root."""
    names = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr", "footnotes": "footnotes"}
    names |= {"comments": "comments"}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
    }
    for kind, part in parts.items():
        files[f"word/{kind}.xml"] = root(names[kind], part) if kind in names and isinstance(part, str) else part
    files["word/_rels/document.xml.rels"] = relations(*((kind, kind, f"{kind}.xml") for kind in parts), more=external)
    if strict:
        files = {name: each.replace(W, STRICT) if isinstance(each, str) else each for name, each in files.items()}
    return package(files)


def relations(*each: tuple[str, str, str], more: str = "") -> str:
    """A part of relationships: id, kind and target of each."""
    inner = "".join(f'<Relationship Id="{key}" Type="{_TYPE}/{kind}" Target="{target}"/>' for key, kind, target in each)
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inner}{more}</Relationships>'


def package(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def p(text: str, properties: str = "", looks: str = "") -> str:
    """A paragraph of one run."""
    style = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, style)}</w:p>"


def r(text: str, before: str = "") -> str:
    """A run."""
    return f'<w:r>{before}<w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, **overrides: str) -> str:
    """A numbering part: list 1 has these `levels`; further ones share its counter, as `n2` with what it overrides."""
    nums = "".join(
        f'<w:num w:numId="{name[1:]}"><w:abstractNumId w:val="0"/>{inner}</w:num>'
        for name, inner in {"n1": "", **overrides}.items()
    )
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'
