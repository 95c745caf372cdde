"""Where a page is written: what it needs to know of the language, and what is noted on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """What is noted while a page of `file` is written: origins, names of others, and what a person should decide."""

    file: str
    style: Style
    origins: list[Origin] = field(default_factory=list)
    named: dict[str, None] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def origin(self, address: str, words: Quoted) -> None:
        """Note where the value at `address` was taken from."""
        self.origins.append(Origin(address, self.file, words.line, words.where, digest(words)))

    def called(self, says: str) -> str:
        """Return what a sentence is called in an id; empty where its words are not known."""
        return readable(says, self.style.vocabulary)

    def proposed(self, text: str, title: str | None) -> tuple[str, ...]:
        """Return what is inferred of a duty, as a comment, if anything is."""
        if not self.style.proposals:
            return ()
        said = proposal(text, title or "", self.style.vocabulary, self.style.lang)
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


def digest(words: str) -> str:
    """Return a digest of the visible characters of `words`, which tells whether somebody has changed them."""
    return blake2b("".join(words.split()).encode(errors="replace"), digest_size=_SIZE).hexdigest()
