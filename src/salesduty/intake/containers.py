"""Formats of Office, told by what a file begins with and holds: packages (PK), compound files (OLE), rich text, XML of Word."""

from __future__ import annotations

from salesduty.intake.manuscript import Unreadable
from salesduty.intake.package import Package, opened

ZIP, OLE, RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
_EMPTY_ZIP = b"PK\x05\x06"
_MOST_NAME = 100
_MOST_BEGIN = 2_000
_BOM = b"\xef\xbb\xbf \t\r\n"
_XML = ((b"<pkg:package", "flat"), (b'progid="Word.Document"', "wordml"), (b"<w:wordDocument", "wordml"))
_BY_FOLDER = {"word": "docx", "xl": "xlsx", "ppt": "presentation"}
_BY_TYPE = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.presentation", "presentation"),
)
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "presentation"),
    ("MatOST", "works"),
)


_OTHERS = (
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)
"""What else lies among documents, by its first bytes."""


def container(data: bytes) -> str:
    """Return the format of a container, nothing where `data` is none.

    Such are docx, xlsx, odt, ods, doc, xls, wps, rtf, flat (a package as XML) and wordml (Word 2003 as XML).

    Raises Unreadable for a container that holds nothing to import, and for one with a password.
    """
    start = data[:8]
    _refused(next((kind for sign, kind in _OTHERS if start.startswith(sign)), ""))
    if start.startswith((ZIP, _EMPTY_ZIP)):
        return _refused(_packed(opened(data)))
    if start == OLE:
        return _refused(_compound(data))
    if start.startswith(RTF):
        return "rtf"
    # What Word saves as XML says so at the very beginning, in UTF-8.
    begin = data[:_MOST_BEGIN]
    return next((kind for sign, kind in _XML if sign in begin), "") if begin.lstrip(_BOM).startswith(b"<?xml") else ""


def _refused(kind: str) -> str:
    """The same kind, unless it is a reason why nothing can be read."""
    if kind in ("encrypted", "presentation", "archive", "picture", "unknown-format"):
        raise Unreadable(kind)
    return kind


def _packed(package: Package) -> str:
    if "mimetype" in package:
        said = package.content("mimetype")[:_MOST_NAME]
        return next((kind for begin, kind in _BY_TYPE if said.startswith(begin)), "unknown-format")
    main = package.main("")
    folders = [main.partition("/")[0], *(name.partition("/")[0] for name in package.names)]
    return next((_BY_FOLDER[each.lower()] for each in folders if each.lower() in _BY_FOLDER), "archive")


def _compound(data: bytes) -> str:
    """The kind by the streams of a compound file, whose names stand in its directory in UTF-16."""
    kind = next((kind for name, kind in _STREAMS if (name + "\0").encode("utf-16-le") in data), "unknown-format")
    return "wps" if kind == "works" else kind
