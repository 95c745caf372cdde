"""Lines that are noise from end to end: page numbers, what a site puts around a document, what a watermark leaves."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import pages, watermarks
from salesduty.intake.patterns import Patterns

_COUNTED = re.compile(r"(?:[-–—*•·●]\s*)?(?:\d{1,2}[.．、)）]\s*){0,2}")
_ITEM = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．)）]|[①-⑳]|第.{1,3}[条章节])\s*\S"
)
_NEAR = 3
_LONGEST = 300


def whole(texts: Sequence[str], cells: Collection[int], sentences: Collection[int], lexicon: Lexicon) -> dict[int, str]:
    """Return the lines of `texts` that are noise, by place, each with the reason.

    `texts` are in simplified characters and without pinyin; those at `cells` stand in tables, those at `sentences` have
    sentences of noise. Lines between such lines are noise, too, where they announce nothing.
    """
    found: dict[int, str] = {}
    announces = [lexicon.field(text) is not None for text in texts]
    first, last = _matter(texts, announces, lexicon)
    for place, text in enumerate(texts):
        if announces[place] or len(text) > _LONGEST:
            continue
        bare = text.strip()
        counted = bare[len(_COUNTED.match(bare)[0]) :]  # type: ignore[index]
        inner = first <= place <= last or place in cells
        patterns = lexicon.noise.lines if inner else (*lexicon.noise.lines, *lexicon.noise.edges)
        reason = _reason((bare, counted), patterns)
        if reason:
            found[place] = reason
    loose = [place for place in range(len(texts)) if place not in cells]
    _pages(texts, loose, announces, found)
    for place in watermarks.scattered([texts[place] for place in loose], lexicon.labels.keys()):
        found.setdefault(loose[place], "watermark")
    for place in range(_tail(texts, announces, lexicon), len(texts)):
        found.setdefault(place, "boilerplate")
    _fill(found, sentences, announces)
    return found


def _reason(texts: Sequence[str], patterns: Patterns) -> str:
    return next((reason for text in texts if text for reason, pattern in patterns if pattern.fullmatch(text)), "")


def _matter(texts: Sequence[str], announces: Sequence[bool], lexicon: Lexicon) -> tuple[int, int]:
    """The first and the last line that is counted or announces something, and is not noise by itself."""
    places = [
        place
        for place, text in enumerate(texts)
        if announces[place] or (_ITEM.match(text) and not any(pattern.search(text) for _, pattern in lexicon.noise.sentences))
    ]
    return (places[0], places[-1]) if places else (len(texts), -1)


def _pages(texts: Sequence[str], loose: Sequence[int], announces: Sequence[bool], found: dict[int, str]) -> None:
    """Add numbers of pages on lines of their own, and the heads and feet of pages beside them."""
    lines = [texts[place] for place in loose]
    for place in pages.numbers(lines):
        found[loose[place]] = "page"
    numbered = [index for index, place in enumerate(loose) if found.get(place) == "page"]
    for index in pages.heads(lines, numbered):
        if not announces[loose[index]]:
            found.setdefault(loose[index], "page")


def _tail(texts: Sequence[str], announces: Sequence[bool], lexicon: Lexicon) -> int:
    """Where what a site adds behind the document begins; the end where it adds nothing.

    A line further up is none, where duties are announced below it: a page may have the words of one between two posts.
    """
    if not lexicon.noise.tails:
        return len(texts)
    ((_, tails),) = lexicon.noise.tails
    last = max((place for place, does in enumerate(announces) if does), default=-1)
    return next((place for place in range(last + 1, len(texts)) if tails.fullmatch(texts[place].strip())), len(texts))


def _fill(found: dict[int, str], sentences: Collection[int], announces: Sequence[bool]) -> None:
    """Add lines between two others that are noise."""
    hits = sorted({*sentences, *(place for place, reason in found.items() if reason == "boilerplate")})
    for before, after in pairwise(hits):
        between = range(before, after + 1)
        if (
            after - before <= _NEAR
            and (before in sentences or after in sentences)
            and not any(announces[each] for each in between)
        ):
            for place in between:
                found.setdefault(place, "boilerplate")
