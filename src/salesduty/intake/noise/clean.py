"""Putting noise aside, kind after kind; whatever is left keeps its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from salesduty.intake.lexicon import Lexicon
from salesduty.intake.manuscript import Manuscript, starts
from salesduty.intake.noise import watermarks
from salesduty.intake.noise.chunks import chunks, repeated_titles
from salesduty.intake.noise.pinyin import pinyin
from salesduty.intake.noise.put import Clean, Cleaned, Put
from salesduty.intake.noise.whole import whole
from salesduty.intake.passage import Passage, joined
from salesduty.text.traditional import simplified

_SENTENCE = re.compile(r"[^。！!？?；;\n]*[。！!？?；;]*")
_CITATION = re.compile(r"\[\d{1,3}(?:\s*[-–,，、]\s*\d{1,3}){0,4}\]|〔\d{1,3}〕")
_STARTS = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[、.．)）]|[①-⑳*•·●◆■▪➢#|]|第.{1,3}[条章节])"
)
_ENDS = re.compile(r"[。；;：:！!？?.)）】\]》”\"]\s*$")
# A number with nothing behind it, at the end of a document that breaks off.
_FIGURE = re.compile(r"\d{1,3}")
_NEAR, _ENOUGH = 14, 2
_BARE_NUMBER = re.compile(
    r"(?:(?<=[。；;.])|^)\s*(?:\d{1,2}\s*[.．、)）]?|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）])\s*$"
)
_LONG = 12
_OFTEN = 3

Span = tuple[int, int]
Spans = list[tuple[Span, str]]


def clean(manuscript: Manuscript, lexicon: Lexicon) -> Cleaned:
    """Return the lines of `manuscript` without what is noise in them; empty ones are left out.

    Two lines between which only the number of a page stood are one again where the first does not end.
    """
    texts = [line.text for line in manuscript.lines]
    within = _within(texts, lexicon)
    plain = [simplified(_blanked(text, spans)) for text, spans in zip(texts, within, strict=True)]
    sentences = _sentences(plain, within, lexicon)
    cells = {place for place, line in enumerate(manuscript.lines) if line.cell is not None}
    noise = whole([text.replace("\0", "") for text in plain], cells, sentences, lexicon)
    begins = starts(manuscript.lines)
    aside: list[Put] = []
    lines: list[Clean] = []
    broken = False
    for place, line in enumerate(manuscript.lines):
        passage = Passage(line.text, range(begins[place], begins[place + 1]))
        if place in noise:
            aside.append(Put(passage, noise[place]))
            broken = broken or (noise[place] == "page" and line.cell is None)
            continue
        spans = _apart(within[place])
        # A number that a site set before its piece of the text breaks a sentence like the number of a page.
        broken = broken or any(reason == "page" and start == 0 for (start, _), reason in spans)
        kept = _cut(passage, spans, aside)
        if not kept.text.strip():
            continue
        if broken and lines and _goes_on(lines[-1].passage.text, kept.text, lexicon):
            lines[-1] = Clean(lines[-1].line, joined([lines[-1].passage.rstrip(""), kept.strip()]))
        else:
            lines.append(Clean(line, kept))
        broken = False
    _end(lines, aside, lexicon)
    return Cleaned(tuple(lines), tuple(aside))


def _within(texts: Sequence[str], lexicon: Lexicon) -> list[Spans]:
    """For each line the spans of noise within it that no sentence makes."""
    found = []
    often = _often(texts, lexicon)
    numbers, titles = chunks(texts), repeated_titles(texts)
    for place, (text, syllables) in enumerate(zip(texts, pinyin(texts), strict=True)):
        spans = [(span, "pinyin") for span in syllables]
        spans.extend((span, "watermark") for span in watermarks.unseen(text))
        spans.extend((match.span(), "citation") for match in _CITATION.finditer(text) if text[: match.start()].strip())
        for reason, pattern in lexicon.noise.inside:
            spans.extend((match.span(), reason) for match in pattern.finditer(text) if match.group())
        for reason, pattern in lexicon.noise.often:
            spans.extend((match.span(), reason) for match in pattern.finditer(text) if match.group() in often)
        spans.extend((span, "page") for span in numbers.get(place, ()))
        spans.extend((span, "repeated") for span in titles.get(place, ()))
        found.append(spans)
    return found


def _often(texts: Sequence[str], lexicon: Lexicon) -> set[str]:
    """The words of the patterns that are noise only when they come often, and do."""
    counts = Counter(match.group() for _, pattern in lexicon.noise.often for text in texts for match in pattern.finditer(text))
    return {words for words, count in counts.items() if count >= _OFTEN}


def _sentences(plain: Sequence[str], within: Sequence[Spans], lexicon: Lexicon) -> set[int]:
    """Add the sentences that are noise to the spans `within` lines; return the places of the lines that have some."""
    found = set()
    for place, text in enumerate(plain):
        for sentence in _SENTENCE.finditer(text):
            words = sentence.group().replace("\0", "")
            reason = next((reason for reason, pattern in lexicon.noise.sentences if words and pattern.search(words)), None)
            if reason:
                within[place].append((sentence.span(), reason))
                found.add(place)
    return found


def _blanked(text: str, spans: Spans) -> str:
    """The text with other characters in place of spans, as long as before."""
    chars = list(text) if spans else []
    for (start, stop), _ in spans:
        chars[start:stop] = "\0" * (stop - start)
    return "".join(chars) or text


def _apart(found: Iterable[tuple[Span, str]]) -> Spans:
    """Spans in order, none meeting another: what begins first counts, and the longer of two that begin together."""
    kept: Spans = []
    for (start, stop), reason in sorted(found, key=lambda each: (each[0][0], -each[0][1])):
        begin = max(start, kept[-1][0][1]) if kept else start
        if begin < stop:
            kept.append(((begin, stop), reason))
    return kept


def _cut(passage: Passage, spans: Spans, aside: list[Put]) -> Passage:
    if not spans:
        return passage
    aside.extend(Put(passage.cut(*span), reason) for span, reason in spans)
    return passage.without(span for span, _ in spans)


def _goes_on(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a sentence that a page broke goes on: the first part does not end, the second does not begin."""
    if _ENDS.search(before) or _STARTS.match(after) or len(before.strip()) < _LONG:
        return False
    return lexicon.field(before) is None and lexicon.field(after.split("：")[0].split(":")[0]) is None


def _end(lines: list[Clean], aside: list[Put], lexicon: Lexicon) -> None:
    """Take off what a document that breaks off ends with: a number that nothing follows, or words that say so."""
    while lines:
        last = lines[-1]
        text = last.passage.text
        patterns = [pattern for _, pattern in lexicon.noise.cut]
        match = next((found for each in patterns if (found := each.search(text)) and not text[found.end() :].strip()), None)
        match = match or (_BARE_NUMBER.search(text) if last.line.cell is None and not _in_column(lines) else None)
        if match is None or not match.group().strip():
            return
        aside.append(Put(last.passage.cut(match.start()), "truncated"))
        kept = last.passage.cut(0, match.start())
        if kept.text.strip():
            lines[-1] = Clean(last.line, kept)
            return
        lines.pop()


def _in_column(lines: list[Clean]) -> bool:
    """Whether the last line is a figure like others shortly before it: those of a column of which each cell has a line."""
    figures = [_FIGURE.fullmatch(line.passage.text.strip()) is not None for line in lines[-_NEAR - 1 :]]
    return figures[-1] and sum(figures) > _ENOUGH
