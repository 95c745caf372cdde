"""Runs of text; a text of the model sits in a content control of its own, so that an edited file can be read back.

The tag of a control is the address and field of its text. A bookmark around it has the same id and a name that tells the
text as well, because LibreOffice before 24 forgets tags and keeps bookmarks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from markupsafe import Markup

from salesduty.results.said import Said
from salesduty.text.visible import visible

TAG = 64
"""UTF-16 units that Word keeps of a tag."""
_CUT = "~"
_NAME = 20
"""Characters of a bookmark's name that are for people; Word keeps 40 of all."""
_DIGEST = 6
_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff]+")
_T = '<w:t xml:space="preserve">'
_RUN, _END = f"<w:r>{_T}", "</w:t></w:r>"
_AFTER = "</w:sdtContent></w:sdt>"


class Controls:
    """Makes the runs of one document, and numbers its bookmarks and controls from `first` on."""

    def __init__(self, first: int) -> None:
        self._next = first
        self._names: dict[str, tuple[str, str]] = {}
        self._keys: dict[str, str] = {}
        self._printed: dict[str, int] = {}

    @property
    def shortened(self) -> Mapping[str, str]:
        """The tags that are not themselves the address and field of their text, each with what is, made visible."""
        return {tag: visible(key) for tag, key in self._keys.items() if tag != key}

    def run(self, line: str, style: str = "") -> Markup:
        """Return the run of one line, in a control if the model says it; `style` is the id of a character style."""
        opening = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{_T}' if style else _RUN
        if not isinstance(line, Said):
            return Markup(f"{opening}{_escaped(line)}{_END}")
        before, behind = self._around(line.key)
        label = f"{opening}{_escaped(line[: line.start])}{_END}" if line.start else ""
        return Markup(f"{label}{before}{opening}{_escaped(line[line.start :])}{_END}{behind}")

    def runs(self, lines: Sequence[str]) -> Markup:
        """Return the runs of lines parted by line breaks; those of one text share a control."""
        if len(lines) == 1:
            return self.run(lines[0])
        made: list[str] = []
        key = behind = ""
        for line in lines:
            told, start = (line.key, line.start) if isinstance(line, Said) else ("", 0)
            if behind and (told != key or start):
                made.append(behind)
                behind = ""
            opening = f"<w:r><w:br/>{_T}" if made else _RUN
            if start:
                made.append(f"{opening}{_escaped(line[:start])}{_END}")
                opening = _RUN
            if told and not behind:
                before, behind = self._around(told)
                made.append(before)
            key = told
            made.append(f"{opening}{_escaped(line[start:])}{_END}")
        return Markup("".join((*made, behind)))

    def _around(self, key: str) -> tuple[str, str]:
        """What stands before and behind the runs of a text."""
        tag, name = self._names.get(key) or self._named(key)
        number = self._next
        self._next += 1
        times = self._printed[name] = self._printed.get(name, 0) + 1
        if times > 1:
            name = f"{name}_{times}"
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{number}"/>'
            "<w:richText/></w:sdtPr><w:sdtContent>",
            f'{_AFTER}<w:bookmarkEnd w:id="{number}"/>',
        )

    def _named(self, key: str) -> tuple[str, str]:
        """The tag, escaped, and the bookmark's name of a text that is printed for the first time."""
        tag = key if _is_tag(key) and key not in self._keys else self._short(key)
        self._keys[tag] = key
        self._names[key] = (_escaped(tag), bookmark(key))
        return self._names[key]

    def _short(self, key: str) -> str:
        """A tag that begins as the key does, ends with its field, and has a digest of the key between: as long as it must be."""
        address, _, field = "".join(visible(key).split()).rpartition("#")
        size = _DIGEST
        while True:
            end = f"{_CUT}{_digest(key, size)}#{field}"[: TAG - 8]
            tag = address[: TAG - len(end)] + end
            while _units(tag) > TAG:
                address = address[:-1]
                tag = address[: TAG - len(end)] + end
            if tag not in self._keys:
                return tag
            size += 1


def bookmark(key: str) -> str:
    """Return the name of the bookmark around a text where it is printed first; later ones have `_2`, `_3` … behind it.

    It ends with a digest of `key`, by which whoever has the model finds the text, and has letters, digits and `_` only.
    """
    readable = _NOT_IN_NAMES.sub("_", key[-3 * _NAME :])[-_NAME:].strip("_")
    return f"t_{readable}_{_digest(key, _DIGEST)}"


def _digest(key: str, size: int) -> str:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=min(size, 28)).hexdigest()


def _is_tag(key: str) -> bool:
    """Whether Word keeps a tag as it is, blanks and all."""
    return len(key) <= TAG and key.isprintable() and _units(key) <= TAG and " ".join(key.split()) == key


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace("'", "&#39;").replace('"', "&#34;")
