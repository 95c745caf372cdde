"""A Word file from outside, opened only after its size, its parts and its links have been looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo, is_zipfile
from zlib import error as ZlibError  # noqa: N812 - an exception

from salesduty.results.flaw import BadTemplate
from salesduty.results.wording import Text

MOST_BYTES = 20 * 2**20
_MOST_UNPACKED = 60 * 2**20
_MOST_PARTS = 2_000
_DEEPEST = 200
_TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old .doc files begin, and files with a password."""
_LINKS = re.compile(r"(?i)(https?://|mailto:)")
_FETCHING = re.compile(r"(?i)^\s*(dde|ddeauto|includetext|includepicture|link|import|database|rd)\b")
_RUNNING = ("vnd.ms-office.vbaproject", "macroenabled", "vnd.ms-office.activex", "oleobject")
_DAY = (1980, 1, 1, 0, 0, 0)

_NOT_WORD = Text("这不是 Word 文件。请用 Word 打开，另存为 docx。", "This is no Word file. Open it in Word and save it as docx.")
_OLD = Text(
    "文件有密码，或者是旧的 .doc 格式。请用 Word 打开，去掉密码，另存为 docx。",
    "It has a password, or is in the old .doc format. Open it in Word, take the password off and save it as docx.",
)
_DAMAGED = Text(
    "文件损坏，读不出 {part}。请用 Word 打开，让它修复，再另存为 docx。",
    "It is damaged: {part} cannot be read. Open it in Word, let Word repair it, and save it as docx.",
)
_TOO_BIG = Text(
    "文件太大，或者解压之后太大。模板里请不要放大图片，去掉图片再试。",
    "It is too big, or too big once unpacked. Take large pictures out of the template.",
)
_DOCTYPE = Text(
    "{part} 里有 DOCTYPE 或实体定义，正常的 Word 文件没有。请用 Word 打开，另存为新的 docx。",
    "{part} has a DOCTYPE or entities, which no ordinary Word file has. Open it in Word and save it as a new docx.",
)
_MACROS = Text(
    "文件里有宏、控件或嵌入的程序对象（{part}）。请用 Word 打开，另存为不带宏的 docx。",
    "There are macros, controls or embedded objects in it ({part}). Open it in Word and save it as a docx without macros.",
)
_DOTX = Text(
    "这是 Word 模板（dotx）。请用 Word 打开，另存为普通的 docx。",
    "This is a Word template (dotx). Open it in Word and save it as an ordinary docx.",
)
_EXTERNAL = Text(
    "文件会从外面取东西：{target}（{part}）。请把图片或对象直接插入文件，附加的模板改成 Normal；普通的网页链接可以保留。",
    "It fetches something from outside: {target} ({part}). Insert pictures and objects into the file itself, and attach the "
    "template Normal; plain links to web pages may stay.",
)
_FIELD = Text(
    "文件里有会取外部内容的域：{field}。请在 Word 里删掉这个域。",
    "A field in it fetches from outside: {field}. Delete it in Word.",
)


def opened(data: bytes, name: str) -> Mapping[str, bytes]:
    """Return the parts of the Word file `data` by name. Raises BadTemplate, with what is wrong and what to do, in `name`."""
    if len(data) > MOST_BYTES:
        raise BadTemplate(name, _TOO_BIG)
    if data.startswith(_OLE):
        raise BadTemplate(name, _OLD)
    if not is_zipfile(BytesIO(data)):
        raise BadTemplate(name, _NOT_WORD)
    parts = _unpacked(data, name)
    if _TYPES not in parts or MAIN not in parts:
        raise BadTemplate(name, _NOT_WORD)
    _look_through(parts, name)
    return parts


def look_through(data: bytes, name: str) -> None:
    """Raise BadTemplate where a Word file that was made from a template runs something or fetches from outside."""
    with ZipFile(BytesIO(data)) as archive:
        _look_through({entry: archive.read(entry) for entry in archive.namelist()}, name)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return `parts` as a package whose bytes depend on nothing else."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != _TYPES, name)):
            entry = ZipInfo(name, _DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            archive.writestr(entry, parts[name])
    return data.getvalue()


def _unpacked(data: bytes, name: str) -> Mapping[str, bytes]:
    parts: dict[str, bytes] = {}
    entry = _TYPES
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
                raise BadTemplate(name, _TOO_BIG)
            for each in entries:
                entry = each.filename
                _refuse_odd(each, parts, name)
                parts[entry] = archive.read(each)
    except (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, RuntimeError, UnicodeError, ValueError) as error:
        raise BadTemplate(name, _DAMAGED.filled({"part": entry})) from error
    return parts


def _refuse_odd(entry: ZipInfo, known: Mapping[str, bytes], name: str) -> None:
    """Raise for an entry with a password, in a strange compression, twice there, or that leads out of the package."""
    if entry.flag_bits & 0x1:
        raise BadTemplate(name, _OLD)
    leads_out = entry.filename.startswith("/") or "\\" in entry.filename or ".." in entry.filename.split("/")
    if leads_out or entry.filename in known or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadTemplate(name, _DAMAGED.filled({"part": entry.filename}))


def _look_through(parts: Mapping[str, bytes], name: str) -> None:
    types = _types(parts, name)
    for part, kind in types.items():
        if any(running in kind.lower() for running in _RUNNING):
            raise BadTemplate(name, _MACROS.filled({"part": part}))
    kind = types.get("/" + MAIN, "")
    if kind != _MAIN_TYPE:
        raise BadTemplate(name, _DOTX if "template.main" in kind else _NOT_WORD)
    for part, data in parts.items():
        if part.lower().endswith(".rels"):
            for attributes in _elements(data, "Relationship", part, name):
                _refuse_link(attributes, part, name)
                _refuse_missing(attributes, part, parts, name)
        elif part.lower().endswith(".xml"):
            _refuse_fields(data, part, name)
        elif part.lower().endswith("vbaproject.bin"):
            raise BadTemplate(name, _MACROS.filled({"part": part}))


def _types(parts: Mapping[str, bytes], name: str) -> Mapping[str, str]:
    """The content types of parts and of endings."""
    found = {}
    for element in ("Override", "Default"):
        for attributes in _elements(parts[_TYPES], element, _TYPES, name):
            found[attributes.get("PartName") or "*." + attributes.get("Extension", "")] = attributes.get("ContentType", "")
    return found


def _refuse_link(attributes: Mapping[str, str], part: str, name: str) -> None:
    kind, target = attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")
    if kind == "aFChunk" or (_is_external(attributes) and not (kind == "hyperlink" and _LINKS.match(target))):
        raise BadTemplate(name, _EXTERNAL.filled({"target": target[:80], "part": part}))


def _is_external(attributes: Mapping[str, str]) -> bool:
    return attributes.get("TargetMode", "").strip().lower() not in ("", "internal")


def _refuse_missing(attributes: Mapping[str, str], part: str, parts: Mapping[str, bytes], name: str) -> None:
    """Raise for a link within the package to a part that is not there; docxtpl would stumble over it."""
    folder = dirname(dirname(part))
    target = normpath(join("/", folder, attributes.get("Target", ""))).lstrip("/")
    if not _is_external(attributes) and target not in parts:
        raise BadTemplate(name, _DAMAGED.filled({"part": target[:80]}))


def _elements(data: bytes, element: str, part: str, name: str) -> Iterator[dict[str, str]]:
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == element:
            found.append(attributes)

    _parse(data, part, name, start)
    yield from found


def _refuse_fields(data: bytes, part: str, name: str) -> None:
    """Raise for fields that fetch; one parse says as well that the part is whole and has no entities."""
    said: list[str] = []
    inside: list[bool] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        inside.append(local == "instrText")
        if local == "fldChar" or local == "fldSimple":
            said.append("\n" + next((value for key, value in attributes.items() if key.endswith("instr")), ""))

    def end(_: str) -> None:
        inside.pop()

    def text(words: str) -> None:
        if inside and inside[-1]:
            said.append(words)

    _parse(data, part, name, start, end, text)
    for field in "".join(said).split("\n"):
        if _FETCHING.match(field):
            raise BadTemplate(name, _FIELD.filled({"field": field.strip()[:60]}))


def _parse(data: bytes, part: str, name: str, start: Any, end: Any = None, text: Any = None) -> None:
    """Run `data` through expat. Raises BadTemplate for what is not whole XML, has a DOCTYPE or is too deep."""
    parser = expat.ParserCreate()
    depth = 0

    def started(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise BadTemplate(name, _DAMAGED.filled({"part": part}))
        start(tag, attributes)

    def ended(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(tag)

    def doctype(*_: Any) -> None:
        raise BadTemplate(name, _DOCTYPE.filled({"part": part}))

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.StartDoctypeDeclHandler = doctype
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadTemplate(name, _DAMAGED.filled({"part": part})) from error
