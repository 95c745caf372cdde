"""Word files from strangers: what is refused before anything else looks at it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from opened.papers import LAVISH
from opened.templates import RELS, TYPES, document, package, word
from salesduty.disk.packaged import stationery
from salesduty.renderers.company.package import opened, packed
from salesduty.renderers.docx import render
from salesduty.results.flaw import BadTemplate

_MAIN = document("<w:p/>")
_LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" '
    'TargetMode="{mode}"/></Relationships>'
)


def _linked(kind: str, target: str, mode: str = "External") -> bytes:
    return package(_MAIN, {"word/_rels/document.xml.rels": _LINK.format(kind=kind, target=target, mode=mode)})


def _typed(old: str, new: str) -> bytes:
    return package(_MAIN, {"[Content_Types].xml": TYPES.replace(old, new)})


def _bomb() -> bytes:
    return package(_MAIN, {"word/media/zeros.bin": b"\0" * (61 * 2**20)})


def _strange(name: str, kind: int = ZIP_DEFLATED, flags: int = 0) -> bytes:
    data = BytesIO(package(_MAIN))
    with ZipFile(data, "a") as archive:
        entry = ZipInfo(name)
        entry.compress_type = kind
        archive.writestr(entry, "x")
    raw = bytearray(data.getvalue())
    if flags:
        at = raw.rindex(b"PK\x01\x02")
        raw[at + 8] |= flags
    return bytes(raw)


_FIELD = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r></w:p>'
_DEEP = "<w:sdt>" * 300 + "</w:sdt>" * 300
_BAD = {
    "no-zip": (b"hello", "不是 Word 文件"),
    "empty": (b"", "不是 Word 文件"),
    "pdf": (b"%PDF-1.7", "不是 Word 文件"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "有密码"),
    "truncated": (word(["x"])[:-200], "不是 Word 文件"),
    "zip-of-something": (package(_MAIN, {"[Content_Types].xml": "<Types/>"}), "不是 Word 文件"),
    "dotx": (_typed("document.main+xml", "template.main+xml"), "dotx"),
    "docm": (_typed("wordprocessingml.document.main+xml", "x.macroEnabled.main+xml"), "宏"),
    "vba": (package(_MAIN, {"word/vbaProject.bin": b"x"}), "宏"),
    "activex": (_typed("</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.activeX"/></Types>'), "宏"),
    "doctype": (package(_MAIN.replace("<w:document", "<!DOCTYPE x><w:document", 1)), "DOCTYPE"),
    "entities": (package(_MAIN.replace("<w:document", '<!DOCTYPE x [<!ENTITY a "a">]><w:document', 1)), "DOCTYPE"),
    "entities-in-types": (package(_MAIN, {"[Content_Types].xml": TYPES.replace("<Types", "<!DOCTYPE x><Types", 1)}), "DOCTYPE"),
    "entities-in-links": (package(_MAIN, {"_rels/.rels": RELS.replace("<Rel", "<!DOCTYPE x><Rel", 1)}), "DOCTYPE"),
    "not-well-formed": (package(_MAIN.replace("</w:body>", "")), "损坏"),
    "deep": (package(document(_DEEP)), "损坏"),
    "bomb": (_bomb(), "太大"),
    "too-many": (package(_MAIN, {f"word/x{number}.bin": b"" for number in range(2001)}), "太大"),
    "climbs": (_strange("../x"), "损坏"),
    "absolute": (_strange("/x"), "损坏"),
    "backslash": (_strange("..\\x"), "损坏"),
    "bzip2": (_strange("x", ZIP_BZIP2), "损坏"),
    "encrypted-entry": (_strange("x", flags=1), "密码"),
    "remote-template": (_linked("attachedTemplate", "http://example.com/x.dotm"), "从外面取"),
    "local-template": (_linked("attachedTemplate", "file:///C:/x.dotm"), "从外面取"),
    "remote-picture": (_linked("image", "https://example.com/x.png"), "从外面取"),
    "remote-picture-oddly-spelled": (_linked("image", "https://example.com/x.png", " external "), "从外面取"),
    "link-to-nothing": (_linked("image", "NULL", "Internal"), "word/NULL"),
    "link-that-climbs": (_linked("image", "../../etc/passwd", "Internal"), "etc/passwd"),
    "link-with-a-tag": (_linked("image", "{{ 1 }}", "{{ 2 }}"), "从外面取"),
    "unc-link": (_linked("hyperlink", "\\\\server\\share"), "从外面取"),
    "script-link": (_linked("hyperlink", "javascript:alert(1)"), "从外面取"),
    "html-inside": (_linked("aFChunk", "x.html", "Internal"), "从外面取"),
    "dde": (package(document(_FIELD.format("DDEAUTO c:\\\\x"))), "域"),
    "include-text": (package(document(_FIELD.format("INCLUDETEXT c:\\\\x"))), "域"),
    "dde-simple": (package(document('<w:p><w:fldSimple w:instr="DDE x"/></w:p>')), "域"),
}


@pytest.mark.parametrize("name", _BAD)
def test_a_bad_package_is_refused_with_a_way_out(name: str) -> None:
    data, words = _BAD[name]
    with pytest.raises(BadTemplate) as refused:
        opened(data, "company.docx")
    assert refused.value.name == "company.docx"
    assert words in refused.value.what.zh
    assert refused.value.what.en


def test_ordinary_files_are_opened() -> None:
    assert opened(word(["x"]), "x")["word/document.xml"]
    assert opened(render(LAVISH, stationery()), "x")
    assert opened(_linked("hyperlink", "https://example.com"), "x")
    assert opened(_linked("hyperlink", "mailto:a@example.com"), "x")


def test_a_package_is_the_same_whatever_it_was_packed_from() -> None:
    parts = opened(word(["x"]), "x")
    assert packed(parts) == packed(dict(reversed(parts.items())))
    assert opened(packed(parts), "x") == parts
