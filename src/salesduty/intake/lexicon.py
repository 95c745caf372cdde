"""The words that tell how a document is built: labels, names of posts and departments, noise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from salesduty.intake.columns import Kind, kinds
from salesduty.intake.patterns import Noise, noise
from salesduty.text.exchange import Exchange
from salesduty.text.traditional import SIMPLIFIED, TRADITIONAL

FORMS = str.maketrans(
    TRADITIONAL + "：；，！？（）［］｛｝／＆＋．％～－",
    SIMPLIFIED + ":;,!?()[]{}/&+.%~-",
)
_PLAIN = Exchange(FORMS)
_IGNORED = re.compile(r"[\s:]+")
_EDGE = " \t\r\n\u3000\xa0:;,.。、!?【】[]〔〕「」『』《》<>〈〉“”\"'★☆●○■□◆◇▲△▼▽※*#=_|·•✅☑✔❤▪➢►-—~️…"
_BRACKETED = re.compile(r"\([^()]{0,40}\)$")
_LATIN = re.compile(r"[/|]?[a-z&' .\-]+$")
_LEADING_LATIN = re.compile(r"^[a-z&' .\-]+(?=[\u4e00-\u9fff])")
_AND = re.compile(r"[与及和、/|&]|以及")
_LONGEST = 24
_LONG = 4


def plain(text: str) -> str:
    """Return `text` in simplified characters and narrow punctuation, one character for one."""
    return _PLAIN(text)


@dataclass(frozen=True)
class Posts:
    """How names of posts and departments look: see `data/intake/posts.yaml`. Endings go from long to short."""

    endings: tuple[str, ...]
    sure: tuple[str, ...]
    unlike: tuple[str, ...]
    joints: tuple[str, ...]
    lead: tuple[str, ...]
    nobody: frozenset[str]
    after: tuple[str, ...]
    departments: tuple[str, ...]
    no_departments: tuple[str, ...]
    sure_departments: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What labels announce and how names look, by the words of `data/intake`.

    `composed` finds labels put together of several words, by their fields, `any_composed` all of them at once, `inline` those
    with a colon in the midst of a text.
    """

    labels: Mapping[str, str]
    composed: Mapping[str, re.Pattern[str]]
    any_composed: re.Pattern[str]
    certain: frozenset[str]
    opening: frozenset[str]
    inline: re.Pattern[str]
    posts: Posts
    qualifications: Mapping[str, re.Pattern[str]]
    noise: Noise
    columns: tuple[Kind, ...]
    headings: frozenset[str]

    @property
    def endings(self) -> tuple[str, ...]:
        """What hardly anything but names of posts ends with, from long to short."""
        return self.posts.sure

    @property
    def after(self) -> tuple[str, ...]:
        """What stands behind names of posts in headings, from long to short."""
        return self.posts.after

    def field(self, label: str) -> str | None:
        """Return the field that `label` announces, or None where it is none.

        Decoration, numbers in brackets, an English twin and what only fills (主要…如下) do not count. Of two words joined by
        与 the first tells the field, where both are labels.
        """
        return None if len(label) > 2 * _LONGEST else self._announced(label)

    @lru_cache(maxsize=16384)  # noqa: B019 - one lexicon a program
    def _announced(self, label: str) -> str | None:
        bare = _IGNORED.sub("", plain(label)).strip(_EDGE)
        forms = (
            bare,
            _BRACKETED.sub("", bare).strip(_EDGE),
            _LATIN.sub("", bare).strip(_EDGE),
            _LEADING_LATIN.sub("", bare),
        )
        for form in dict.fromkeys(forms):
            if form and len(form) <= _LONGEST and (key := self._field(form)) is not None:
                return key
        return None

    def _field(self, form: str) -> str | None:
        if (key := self.labels.get(form) or self.labels.get(form.lower().replace("_", "").replace("-", ""))) is not None:
            return key
        if (key := self._composed(form)) is not None:
            return key
        parts = [part for part in _AND.split(form) if part]
        if len(parts) > 1:
            keys = [self.labels.get(part) or self._composed(part) for part in parts]
            if keys[0] is not None and None not in keys[1:]:
                return keys[0]
        return None

    def _composed(self, form: str) -> str | None:
        if self.any_composed.fullmatch(form) is None:
            return None
        return next((key for key, pattern in self.composed.items() if pattern.fullmatch(form)), None)

    def is_certain(self, label: str) -> bool:
        """Whether `label` heads a section wherever it stands."""
        return _IGNORED.sub("", plain(label)).strip(_EDGE) in self.certain


def lexicon(data: Mapping[str, Mapping[str, Any]]) -> Lexicon:
    """Return the lexicon that the files of `data/intake` make, by their names without a suffix."""
    told = data["labels"]
    labels = {plain(label).lower(): key for key, words in told["labels"].items() for label in words}
    labels.update((name, key) for key, names in data["keys"].items() for name in names if name not in labels)
    before, behind = _any(told["before"]), _any(told["behind"])
    composed = {key: re.compile(f"(?:{before})*(?:{_any(words)})(?:{behind})*") for key, words in told["heads"].items()}
    heads = _any([each for words in told["heads"].values() for each in words])
    long = [label for label in labels if len(label) >= _LONG]
    inline = re.compile(f"(?:{_any(long)}|(?:{before})+(?:{heads}))\\s*:")
    posts, columns = data["posts"], kinds(data["columns"])
    return Lexicon(
        labels,
        composed,
        re.compile(f"(?:{before})*(?:{heads})(?:{behind})*"),
        frozenset(told["certain"]),
        frozenset(told["opening"]),
        inline,
        Posts(
            endings=_long_first(posts["endings"]),
            sure=_long_first(posts["sure"]),
            unlike=_long_first(posts["unlike"]),
            joints=_long_first(posts["joints"]),
            lead=_long_first(posts["lead"]),
            nobody=frozenset(posts["nobody"]),
            after=_long_first(posts["after"]),
            departments=_long_first(posts["departments"]),
            no_departments=_long_first(posts["no_departments"]),
            sure_departments=_long_first(posts["sure_departments"]),
        ),
        {key: re.compile(_any(words)) for key, words in data["qualifications"].items()},
        noise(data["noise"]),
        columns,
        frozenset(word for kind in columns for word in kind.words),
    )


def _long_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(str, words), key=len, reverse=True))


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, _long_first(words)))
