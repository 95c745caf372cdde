"""Office files that mean harm, are broken, or are something else than they say: a clear message in both languages, soon."""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import sleep
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from intake.office import W, docx, p, package, relations, root
from salesduty.disk.bounded import MOST_BYTES
from salesduty.disk.libreoffice import LibreOffice
from salesduty.intake import package as package_of_office
from salesduty.intake.manuscript import Unreadable
from salesduty.intake.package import MOST_DEEP, MOST_PARTS, MOST_UNPACKED
from salesduty.intake.readers import READERS
from salesduty.intake.readers.word import read, story
from salesduty.intake.sniff import sniff
from salesduty.results.unreadable import TROUBLES
from salesduty.toolkit.documents import Documents

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MB = 2**20


def refused(data: bytes, name: str = "职责.docx") -> str:
    """Why the file is refused, after its message was written in both languages."""
    with pytest.raises(Unreadable) as caught:
        READERS[sniff(data, name)](data)
    return said(caught.value)


def said(error: Unreadable) -> str:
    words = TROUBLES[error.reason].filled({"file": "职责.docx", **error.told})
    assert "职责.docx" in words.zh
    assert "职责.docx" in words.en
    return error.reason


def streams(*names: str) -> bytes:
    """As much of a compound file as tells its kind: the header and the names in its directory."""
    return OLE + bytes(504) + b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in names)


def zeros(name: str, size: int) -> bytes:
    """A package with a part of so many blanks in its root, which pack well."""
    stream = BytesIO()
    with ZipFile(BytesIO(docx(p("职责")))) as source, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for each in source.namelist():
            if each != name:
                archive.writestr(each, source.read(each))
        info = ZipInfo(name)
        info.compress_type = ZIP_DEFLATED
        with archive.open(info, "w") as part:
            for _ in range(size // _MB):
                part.write(b" " * _MB)
    return stream.getvalue()


def nested(depth: int, opening: str, closing: str) -> bytes:
    return docx(opening * depth + p("底") + closing * depth)


def test_a_part_that_unpacks_to_more_than_it_should_is_not_unpacked() -> None:
    data = zeros("word/document.xml", MOST_UNPACKED + _MB)
    assert len(data) < _MB
    assert refused(data) == "bomb"


def test_many_parts_that_together_unpack_to_too_much() -> None:
    part = b"<w:hdr xmlns:w='" + W.encode() + b"'>" + b" " * (20 * _MB) + b"</w:hdr>"
    headers = {f"h{number}": part for number in range(4)}
    data = docx(p("职责"), **headers)
    rels = relations(*((key, "header", f"{key}.xml") for key in headers))
    archive = ZipFile(BytesIO(data))
    files = {name: archive.read(name) for name in archive.namelist()}
    assert refused(package({**files, "word/_rels/document.xml.rels": rels})) == "bomb"


def test_what_is_not_read_may_be_as_large_as_it_likes() -> None:
    assert [line.text for line in read(zeros("word/media/image1.bmp", MOST_UNPACKED + _MB)).lines] == ["职责"]


def test_a_size_that_lies_is_no_way_around() -> None:
    data = bytearray(docx(p("职责" * 2_000)))
    archive = ZipFile(BytesIO(bytes(data)))
    info = archive.getinfo("word/document.xml")
    size = info.file_size.to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert refused(bytes(data)) == "damaged"


def test_more_parts_than_any_document_has() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for number in range(MOST_PARTS + 1):
            archive.writestr(f"word/{number}", "")
    assert refused(stream.getvalue()) == "too-many-parts"


def test_a_package_within_itself_comes_to_an_end() -> None:
    data = docx(p("一"))
    for number in range(8):
        data = docx(p(str(number)) + '<w:altChunk r:id="aFChunk"/>', aFChunk=data)
    assert [line.text for line in read(data).lines] == ["7", "6", "5", "4"]


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document SYSTEM "http://example.com/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_before_what_it_declares(declared: str, encoding: str) -> None:
    text = root("document", f"<w:body>{p('&a;')}</w:body>").replace("UTF-8", encoding).replace("?>", f"?>{declared}", 1)
    archive = ZipFile(BytesIO(docx("")))
    files = {name: archive.read(name) for name in archive.namelist()}
    assert refused(package({**files, "word/document.xml": text.encode(encoding)})) == "entities"


@pytest.mark.parametrize("part", ["styles", "numbering", "header"])
def test_a_doctype_in_another_part_is_refused_too(part: str) -> None:
    bad = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">]><w:x xmlns:w="{W}">&a;</w:x>'
    assert refused(docx(p("职责"), **{part: bad.encode()})) == "entities"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ],
)
def test_markup_nested_beyond_use_is_refused_and_what_is_not_is_read(opening: str, closing: str) -> None:
    levels = opening.count("<")
    assert [line.text for line in read(nested((MOST_DEEP - 8) // levels, opening, closing)).lines] == ["底"]
    assert refused(nested(20_000, opening, closing)) == "too-deep"


def test_far_too_many_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "MOST_PARAGRAPHS", 1_000)
    assert len(read(docx(p("a") * 1_000)).lines) == 1_000
    assert refused(docx(p("a") * 1_001)) == "too-long"


def test_a_table_that_would_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_of_office, "MOST_ELEMENTS", 10_000)
    assert len(read(docx(p("a") * 20_000)).lines) == 20_000
    assert refused(docx(f"<w:tbl>{'<w:tr/>' * 30_000}</w:tbl>")) == "too-long"
    assert refused(docx(p("a"), styles="<w:style/>" * 30_000)) == "too-long"


def test_a_span_that_claims_millions_of_columns() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>{p("甲")}</w:tc>'
    (line,) = read(docx(f"<w:tbl><w:tr>{cell}<w:tc/></w:tr></w:tbl>")).lines
    assert line.cell is not None
    assert line.cell.columns == 500


def test_styles_and_lists_that_rest_on_themselves() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{each}"><w:name w:val="{each}"/><w:basedOn w:val="{other}"/></w:style>'
        for each, other in ("ab", "ba", "cc")
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="x"/><w:numStyleLink w:val="x"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    body = "".join(
        p("职责", f'<w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
        for style, depth, number in (("a", 0, 1), ("c", -3, 2), ("none", 99, 9))
    )
    assert [line.label for line in read(docx(body, styles=styles, numbering=numbering)).lines] == ["", "", ""]


def test_numbers_beyond_reason_are_drawn_without_effort() -> None:
    form = '<w:lvl w:ilvl="0"><w:start w:val="99999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%1%1"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{form}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert [line.label for line in read(docx(p("职责", listed), numbering=numbering)).lines] == ["99999999" * 3]


def test_what_lies_outside_is_not_fetched() -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outside = f'<Relationship Id="out" Type="{space}/aFChunk" Target="file:///etc/passwd" TargetMode="External"/>'
    climbing = f'<Relationship Id="up" Type="{space}/header" Target="../../../../etc/passwd"/>'
    found = read(docx('<w:altChunk r:id="out"/>' + p("职责"), external=outside + climbing))
    assert ([line.text for line in found.lines], found.aside) == (["职责"], ())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx(p("职责"))[:-200], "damaged"),
        (docx(p("职责"))[:300], "damaged"),
        (b"PK\x03\x04" + b"\0" * 100, "damaged"),
        (package({"word/other.xml": ""}), "damaged"),
        (package({"word/document.xml": "<w:document>"}), "damaged"),
        (package({"word/document.xml": "\xff"}), "damaged"),
        (package({"word/document.xml": '<?xml version="1.0" encoding="klingon"?><a/>'}), "damaged"),
        (package({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"}), "presentation"),
        (package({"合同.pdf": "", "说明.txt": ""}), "archive"),
        (package({}), "archive"),
        (package({"mimetype": "application/epub+zip"}), "unknown-format"),
        (docx(""), "no-text"),
        (streams("EncryptionInfo", "EncryptedPackage"), "encrypted"),
        (streams("PowerPoint Document"), "presentation"),
        (streams("Catalog"), "unknown-format"),
        (OLE, "unknown-format"),
    ],
)
def test_broken_or_something_else(data: bytes, reason: str) -> None:
    assert refused(data) == reason


def test_a_zip_with_a_password() -> None:
    data = bytearray(docx(p("职责")))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            data[at + flags] |= 1
    assert refused(bytes(data)) == "encrypted"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx(p("职责")), "docx"),
        (streams("WordDocument", "1Table"), "doc"),
        (streams("Workbook"), "xls"),
        (b"{\\rtf1\\ansi}", "rtf"),
        (package({"xl/workbook.xml": "<a/>"}), "xlsx"),
        (package({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "wordml"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><pkg:package/>', "flat"),
    ],
)
@pytest.mark.parametrize("name", ["职责.doc", "职责.docx", "职责.xlsx", "职责", "职责.txt"])
def test_the_format_is_what_is_inside_whatever_the_suffix(data: bytes, kind: str, name: str) -> None:
    assert sniff(data, name) == kind


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)


def _outside(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _closed(path: Path) -> None:
    path.write_bytes(docx(p("职责")))
    path.chmod(0)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and links are of POSIX")
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (Path.mkdir, "folder"),
        (_pipe, "special"),
        (_large, "too-big"),
        (_outside, "link"),
        (_loop, "failed"),
        (lambda path: None, "missing"),
        (Path.touch, "empty"),
        (lambda path: path.write_bytes(b"\0" * 5_000), "empty"),
        pytest.param(
            _closed,
            "permission",
            marks=pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may read all"),
        ),
    ],
)
def test_what_only_pretends_to_be_a_document(make: Callable[[Path], object], reason: str, tmp_path: Path) -> None:
    path = tmp_path / "职责.docx"
    make(path)
    with Documents() as documents, pytest.raises(Unreadable) as caught:
        documents.read(path, tmp_path)
    assert (said(caught.value), caught.value.told["file"]) == (reason, str(path))


@pytest.mark.skipif(sys.platform != "linux", reason="measured with what Linux tells")
def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "职责.docx"
    with path.open("wb") as stream:
        stream.truncate(4 * 2**30)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Documents() as documents, pytest.raises(Unreadable):
        documents.read(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 * 1024


def _program(folder: Path, script: str) -> LibreOffice:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    (folder / "work").mkdir()
    return LibreOffice(str(program), folder / "work", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
@pytest.mark.parametrize(
    ("script", "reason"), [("exit 1", "office-failed"), ("exit 0", "office-failed"), ("sleep 60", "office-slow")]
)
def test_a_converter_that_fails_or_hangs(script: str, reason: str, tmp_path: Path) -> None:
    office = _program(tmp_path, script)
    with pytest.raises(Unreadable) as caught:
        office.convert(b"{\\rtf1}", "rtf")
    assert said(caught.value) == reason
    assert [each.name for each in office.folder.iterdir()] == ["profile"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the processes where Linux tells of them")
def test_what_a_converter_started_is_stopped_with_it(tmp_path: Path) -> None:
    office = _program(tmp_path, f"sleep 60 & echo $! > {tmp_path / 'child'}; sleep 60")
    with pytest.raises(Unreadable):
        office.convert(b"{\\rtf1}", "rtf")
    child = Path("/proc", (tmp_path / "child").read_text().strip(), "stat")
    for _ in range(100):
        # Whoever inherits it may not have noticed its end yet.
        if not child.exists() or child.read_text().split()[2] == "Z":
            return
        sleep(0.01)
    pytest.fail("the child lives on")


def test_without_a_converter_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        LibreOffice("", tmp_path).convert(OLE, "doc")
    words = TROUBLES[caught.value.reason].filled({"file": "职责.doc", **caught.value.told})
    assert words.zh.startswith(
        "职责.doc 是 doc 文件，要先转换，而这台电脑上没有找到 LibreOffice。请用 Word 或 WPS 把它另存为 docx 再导入；"
    )
    assert words.en.startswith(
        "职责.doc is a doc file, which has to be converted, and LibreOffice was not found on this machine. Save it as docx"
    )


def test_every_message_fills_its_places() -> None:
    values = {"file": "甲", "most": 1, "part": "乙", "format": "doc", "better": "docx"}
    for words in TROUBLES.values():
        for text in (words.filled(values).zh, words.filled(values).en):
            assert text.startswith(("甲", "乙 in 甲", "找不到 甲", "没有权限读 甲", "Tables or markup in 甲"))
            assert text.endswith(("。", "."))
