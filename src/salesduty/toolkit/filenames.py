"""What the files of documents are called: a pattern such as `{department}/{post}-{version}.docx`, filled for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from salesduty.disk.names import safe_name
from salesduty.text.nearest import nearest
from salesduty.text.visible import visible

USUAL = "{department}/{name}"
PLACEHOLDERS: Mapping[str, str] = {
    "department": "部门编号",
    "department-name": "部门",
    "company": "公司",
    "post": "岗位",
    "document": "文件",
    "title": "标题",
    "name": "名称",
    "number": "文件编号",
    "version": "版本",
    "effective": "生效日期",
    "cycle": "周期",
}
"""What may stand between braces, in English and in Chinese. `name` is what the file is called where nothing is asked for."""
ENDINGS = ("docx", "doc", "pdf", "html", "htm", "md", "xlsx", "xls", "txt", "svg")
"""Endings that a person would take for a format."""

_LONGEST = 180
"""UTF-16 units of a whole name: Windows takes 260 with the output folder."""
_SHORTEST_PART = 16
_MOST_PARTS = 8
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")
_DRIVE = re.compile(r"[A-Za-z]:")
_ENDING = re.compile(rf"\.({'|'.join(ENDINGS)})$", re.IGNORECASE)
_GAP = "\0"
"""Stands for an empty value until what belongs to it is gone; no value holds it."""
_SEPARATOR = r"[\s\-_.,;:·—–~～+#&@、，；：]"
_MARKED = r"(?:[vV]|版本?|第)?"
_IN_BRACKETS = re.compile(rf"[（(\[【《“]\s*{_MARKED}{_GAP}\s*[）)\]】》”]")
_AT_START = re.compile(rf"^(?:{_MARKED}{_GAP}{_SEPARATOR}*)+")
_BEHIND = re.compile(rf"(?:{_SEPARATOR}+{_MARKED})?{_GAP}")


class BadName(ValueError):
    """A pattern for names that cannot be used.

    `kind` is `unknown` (a placeholder that does not exist; `near` are those that were probably meant), `brace`, `outside`,
    `ending` (`format` is what is made), `deep` or `empty`; `given` are the words that are wrong.
    """

    def __init__(self, kind: str, given: str, near: tuple[str, ...] = (), format: str = "") -> None:
        super().__init__(f"{kind}: {given}")
        self.kind = kind
        self.given = given
        self.near = near
        self.format = format


@dataclass(frozen=True, slots=True)
class _Hole:
    """A place for a value."""

    key: str


Piece = str | _Hole


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern taken apart: the pieces of each folder and of the file, without the ending."""

    parts: tuple[tuple[Piece, ...], ...]

    def filled(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Return the folders and the file; what stands around an empty value goes with it, and so does an empty folder.

        The file is called by the value of `name` where nothing else is left of it.
        """
        *folders, file = (_part(pieces, values) for pieces in self.parts)
        return (*(safe_name(folder) for folder in folders if folder), safe_name(file or values["name"]))


def pattern(text: str, format: str) -> Pattern:
    """Return the pattern `text` for files of `format`. Raises BadName."""
    if not text.strip():
        raise BadName("empty", text)
    if text[0] in "/\\" or _DRIVE.match(text):
        raise BadName("outside", text)
    parts = tuple(tuple(_pieces(part, text)) for part in _without_ending(text, format).replace("\\", "/").split("/"))
    if any("".join(piece for piece in part if isinstance(piece, str)).strip() == ".." and not _holes(part) for part in parts):
        raise BadName("outside", text)
    kept = tuple(part for part in parts if part and part != (".",))
    if not kept or not parts[-1]:
        raise BadName("empty", text)
    if len(kept) > _MOST_PARTS:
        raise BadName("deep", text)
    return Pattern(kept)


class Names:
    """Gives each document a name that no other has, on any system: `-2` behind one that is taken."""

    def __init__(self, wanted: Pattern, format: str) -> None:
        self._wanted = wanted
        self._format = format
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def keep(self, name: str) -> None:
        """Let no document be called `name`, which has its ending."""
        self._taken.add(_folded(name.removesuffix(f".{self._format}")))

    def name(self, values: Mapping[str, str]) -> str:
        """Return the name of the next document, below the output folder, with `/` between its parts."""
        stem = "/".join(_bounded(normalize("NFC", part) for part in self._wanted.filled(values)))
        name, number = stem, self._next.get(_folded(stem), 2)
        while _folded(name) in self._taken:
            name, number = f"{stem}-{number}", number + 1
        self._taken.add(_folded(name))
        if name != stem:
            self._next[_folded(stem)] = number
        return f"{name}.{self._format}"


def _without_ending(text: str, format: str) -> str:
    found = _ENDING.search(text)
    if found is None:
        return text
    if found[1].lower() != format:
        raise BadName("ending", found[0], format=format)
    return text[: found.start()]


def _pieces(part: str, whole: str) -> Iterator[Piece]:
    for found in _PIECE.finditer(part):
        if found[0] in ("{{", "}}"):
            yield found[0][0]
        elif found[1] is not None:
            yield _Hole(_key(found[1]))
        elif found[0] in "{}":
            raise BadName("brace", whole)
        else:
            yield visible(found[0])


def _key(given: str) -> str:
    folded = given.strip().lower().replace("_", "-")
    if folded in PLACEHOLDERS:
        return folded
    for key, chinese in PLACEHOLDERS.items():
        if given.strip() == chinese:
            return key
    raise BadName("unknown", given, nearest(folded, (*PLACEHOLDERS, *PLACEHOLDERS.values())))


def _holes(part: tuple[Piece, ...]) -> bool:
    return any(isinstance(piece, _Hole) for piece in part)


def _part(pieces: tuple[Piece, ...], values: Mapping[str, str]) -> str:
    """One folder or file: pieces one after another, without the separators and brackets that go with an empty value."""
    told = (piece if isinstance(piece, str) else visible(values[piece.key]).strip() or _GAP for piece in pieces)
    return _BEHIND.sub("", _AT_START.sub("", _IN_BRACKETS.sub(_GAP, "".join(told)))).strip()


def _bounded(parts: Iterable[str]) -> list[str]:
    """The parts, the longest ones cut until all together are short enough for Windows."""
    kept = list(parts)
    while (over := sum(map(_units, kept)) + len(kept) - 1 - _LONGEST) > 0:
        longest = max(range(len(kept)), key=lambda index: _units(kept[index]))
        length = _units(kept[longest])
        kept[longest] = safe_name(_cut(kept[longest], max(_SHORTEST_PART, length - over)))
    return kept


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")


def _folded(name: str) -> str:
    """What all names come to that some system takes for the same."""
    return normalize("NFC", normalize("NFC", name).casefold())
