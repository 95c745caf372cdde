"""Where a page is written: what it needs to know of the language, and what is noted on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from hashlib import blake2b

from salesduty.intake.writing.names import NameWords
from salesduty.intake.writing.proposals import proposal
from salesduty.model.order import Keys
from salesduty.responsibility.called import readable
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.draft import Quoted
from salesduty.results.imported import Remark
from salesduty.results.remarks import REMARKS
from salesduty.results.wording import Lang, Text

_SIZE = 6


@dataclass(frozen=True)
class Style:
    """How pages are written: by which words, in which language the keys and comments are, with proposals or without."""

    vocabulary: Vocabulary
    names: NameWords
    keys: Keys = "zh"
    proposals: bool = True

    @property
    def lang(self) -> Lang:
        """The language of the comments."""
        return self.keys


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was taken from: its address, the document, the line, more words on where that is, a digest of the value."""

    address: str
    file: str
    line: int
    where: str
    digest: str


@dataclass(slots=True)
class Desk:
    """What is noted while a page of `file`, about `post` if any, is written: origins, names of others, what to decide."""

    file: str
    style: Style
    origins: list[Origin] = field(default_factory=list)
    named: dict[str, None] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    post: str = ""

    def origin(self, address: str, words: Quoted, value: object = None) -> None:
        """Note where the value at `address` was taken from; `value` is what is written where that is not the words."""
        written = str(words) if value is None else plain_value(value)
        self.origins.append(Origin(address, self.file, words.line, words.where, digest(written)))

    def called(self, says: str) -> str:
        """Return what a sentence is called in an id; empty where its words are not known."""
        return readable(says, self.style.vocabulary)

    def proposed(self, text: str, title: str | None) -> tuple[str, ...]:
        """Return what is inferred of a duty, as a comment, if anything is."""
        if not self.style.proposals:
            return ()
        said = proposal(text, title or "", self.style.vocabulary, self.style.lang, self.post)
        return (said,) if said else ()

    def remark(self, kind: str, words: Quoted, told: Mapping[str, str]) -> str:
        """Note that a person should decide something, and return it as a comment."""
        self.remarks.append(Remark(kind, self.file, words.line, told))
        return REMARKS[kind].filled(told).within(self.style.lang)

    def aside(self, field: Text | str, words: Quoted) -> None:
        """Keep what no field of the model can hold as a comment at the head of the page."""
        self.comments.append(self.said(field, words))

    def said(self, field: Text | str, words: Quoted) -> str:
        """Return what the document says of `field` as a comment."""
        return REMARKS["no-field"].filled({"field": field, "words": str(words)}).within(self.style.lang)


def plain_value(value: object) -> str:
    """Return what a value says in any language: the English word of a choice, a number without needless zeros."""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:g}" if isinstance(value, (int, float, Decimal)) else str(value)


def digest(words: str) -> str:
    """Return a digest of the visible characters of `words`, which tells whether somebody has changed them."""
    return blake2b("".join(words.split()).encode(errors="replace"), digest_size=_SIZE).hexdigest()


def origins_of(data: object, file: str, at: str = "") -> tuple[Origin, ...]:
    """Return that all values of `data` come from the document `file`; it does not matter where in it they stood."""
    if isinstance(data, dict):
        return tuple(origin for key, each in data.items() for origin in origins_of(each, file, f"{at}#{key}"))
    if isinstance(data, list):
        return tuple(origin for number, each in enumerate(data, 1) for origin in origins_of(each, file, f"{at}/#{number}"))
    return () if data is None else (Origin(at, file, 0, "", digest(plain_value(data))),)
