"""What comments in the files say to ignore: `# salesduty: ignore[WRD004] reason until=2027-03-01`.

A comment behind something is about what stands on its line, one on a line of its own about the block that begins below, and
`ignore-file` before all content about the file. One that is not clear, gives no reason or is past its date has no effect, so
that nothing can be hidden with it, and is a finding; so is one that nothing is ignored by any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from salesduty.results.finding import Finding, Side
from salesduty.rules.catalogue import RULES
from salesduty.rules.rule import Rule
from salesduty.settings.settings import Settings
from salesduty.source.comments import Comment, comments
from salesduty.source.problems import Problem
from salesduty.text.dates import parse_date
from salesduty.text.nearest import nearest
from salesduty.text.normal import normal
from salesduty.workspace.entities import Workspace
from salesduty.workspace.file import File

MOST_COMMENTS, MOST_CODES = 200, 20
"""So many comments of a file, and codes of a comment, have an effect; beyond this, matching them would take long."""
OWN_RULES = frozenset(("STR040", "STR041", "STR042", "STR043", "STR044"))
"""The rules about suppressions. What they find is told when all others have been gone through, so no comment hides it."""

_INSTRUCTION = re.compile(r"([^\s:：\[【［(（\]】］)）]*)\s*(?:[\[【［(（]([^\[【［(（\]】］)）]*)([\]】］)）])?)?(.*)")
_HERE, _WHOLE_FILE = ("ignore", "忽略"), ("ignore-file", "忽略文件", "忽略整个文件")
_CODE = re.compile(r"[^\s,，、;；]+")
_UNTIL = re.compile(r"(?i:\buntil|截止日期|截止|有效期至)(?:\s*[=＝:：]\s*|\s*(?=\d{4}))([^\s,，;；。、]*)[,，;；。、]?")
_LETTER = re.compile(r"[^\W_]")
_FEWEST_LETTERS = 2
_FAMILY = re.compile("[A-Z]{3}")


class Named(NamedTuple):
    """A code, family or name between the brackets, the rules that it means, and its characters in the file, from 0."""

    written: str
    rules: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True)
class Suppression:
    """What a comment says to ignore on which lines, from 1, and where the comment stands."""

    named: tuple[Named, ...]
    lines: range
    comment: Comment


class Known:
    """The rules that can be named: by code, by family, by name."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._codes = {rule.code for rule in rules}
        self._by_name = {rule.name: rule.code for rule in rules}

    def meant(self, written: str) -> frozenset[str]:
        """Return the codes that `written` stands for, whatever its case and width; none for what no rule is called."""
        spelt = normal(written)
        if spelt in self._codes:
            return frozenset((spelt,))
        if (code := self._by_name.get(spelt.casefold())) is not None:
            return frozenset((code,))
        family = spelt if _FAMILY.fullmatch(spelt) else None
        return frozenset(code for code in self._codes - OWN_RULES if family and code.startswith(family))

    def near(self, written: str) -> tuple[str, ...]:
        """Return the codes or names that look most like `written`."""
        spelt = normal(written)
        known = self._codes if spelt[-1:].isdigit() else self._by_name
        return nearest(spelt if spelt[-1:].isdigit() else spelt.casefold(), sorted(known), most=1)


def sifted(
    found: Sequence[Finding], workspace: Workspace, rules: Sequence[Rule], settings: Settings
) -> tuple[Sequence[Finding], Iterable[tuple[File, Problem]]]:
    """Return `found`, all that `rules` find in `workspace`, without what comments say to ignore, and what is wrong with these."""
    commented = [(file, written) for file in workspace.files if (written := _comments(file))]
    if not commented:
        return found, ()
    # Only for those who write such comments: behind it stands the whole analysis, which lint does without.
    from salesduty.rules.checks import ALL

    known = Known((*ALL, *rules))
    told: list[tuple[File, Problem]] = []
    by_file: dict[str, list[Suppression]] = {}
    for file, written in commented:
        read = [_read(comment, file, known, settings) for comment in written[:MOST_COMMENTS]]
        by_file[file.name] = [suppression for suppression, _ in read if suppression is not None]
        told.extend((file, problem) for _, problems in read for problem in problems)
        told.extend((file, _about("suppression-too-many", each, limit=MOST_COMMENTS)) for each in written[MOST_COMMENTS:][:1])
    used: set[tuple[str, Named]] = set()
    kept = [finding for finding in found if not _hides(by_file, finding, used)]
    run = frozenset(rule.code for rule in rules)
    told.extend((workspace.file(name), problem) for name, each in by_file.items() for problem in _unused(name, each, used, run))
    return kept, told


def looked_for(rules: Sequence[Rule]) -> frozenset[str]:
    """Return the codes that a run of `rules` would find again, were it still there.

    An unused comment is told only where all rules have run that it names, so fewer rules cannot say that none is left.
    """
    run = frozenset(rule.code for rule in rules)
    return run if run >= {rule.code for rule in RULES} else run - {"STR044"}


def _unused(
    file: str, suppressions: Iterable[Suppression], used: set[tuple[str, Named]], run: frozenset[str]
) -> Iterator[Problem]:
    for suppression in suppressions:
        for named in suppression.named:
            if (file, named) not in used and _is_judged(named, run):
                yield Problem("suppression-unused", named.start, named.end, {"code": named.written})


def _comments(file: File) -> tuple[Comment, ...]:
    """The comments of a file that could be read: in others nobody knows what they are about."""
    return comments(file.text) if file.text is not None and file.readable else ()


def _read(comment: Comment, file: File, known: Known, settings: Settings) -> tuple[Suppression | None, list[Problem]]:
    """What `comment` says to ignore, if that is clear, and what is wrong with it."""
    said = _INSTRUCTION.match(comment.text)
    word, codes, close, rest = said.groups() if said is not None else ("", None, None, "")
    name = normal(word).casefold().replace("_", "-")
    if name not in (*_HERE, *_WHOLE_FILE):
        return None, [_about("suppression-word", comment, word=word, near=nearest(name, (*_HERE, *_WHOLE_FILE), most=1))]
    if codes is not None and close is None:
        return None, [_about("suppression-unclosed", comment)]
    if not codes or not codes.strip() or said is None:
        return None, [_about("suppression-without-code", comment)]
    named = tuple(islice(_named(codes, comment.at + said.start(2), known), MOST_CODES + 1))
    if len(named) > MOST_CODES:
        return None, [_about("suppression-too-many", comment, limit=MOST_CODES)]
    problems = [
        Problem("suppression-unknown-code", each.start, each.end, {"code": each.written, "near": known.near(each.written)})
        for each in named
        if not each.rules
    ]
    wrong = _without_effect(comment, codes.strip(), rest, settings, whole_file=name in _WHOLE_FILE)
    if wrong is not None:
        return None, [*problems, wrong]
    meant = tuple(each for each in named if each.rules)
    return Suppression(meant, _lines(comment, file, whole_file=name in _WHOLE_FILE), comment), problems


def _named(codes: str, at: int, known: Known) -> Iterator[Named]:
    for match in _CODE.finditer(codes):
        yield Named(match[0], known.meant(match[0]), at + match.start(), at + match.end())


def _without_effect(comment: Comment, codes: str, rest: str, settings: Settings, *, whole_file: bool) -> Problem | None:
    """Why a comment that names its rules has no effect, or None."""
    if whole_file and comment.standing != "head":
        return _about("suppression-late", comment)
    if not whole_file and comment.standing != "behind" and comment.below is None:
        return _about("suppression-above-nothing", comment)
    until = _UNTIL.search(rest)
    day = parse_date(until[1]) if until is not None else None
    if until is not None and day is None:
        return _about("suppression-bad-date", comment, got=until[1])
    if len(_LETTER.findall(_UNTIL.sub(" ", rest))) < _FEWEST_LETTERS:
        return _about("suppression-without-reason", comment, codes=codes)
    if until is not None and day is not None and day < settings.today:
        return _about("suppression-expired", comment, codes=codes, until=until[1])
    return None


def _about(kind: str, comment: Comment, **values: object) -> Problem:
    return Problem(kind, comment.start, comment.end, values)


def _lines(comment: Comment, file: File, *, whole_file: bool) -> range:
    lines = file.places.lines
    if whole_file:
        return range(1, lines.span(len(file.text or ""), len(file.text or "")).line + 1)
    start, end = comment.below if comment.standing != "behind" and comment.below is not None else (comment.start, comment.end)
    return lines.span(start, end).lines


def _hides(by_file: Mapping[str, Sequence[Suppression]], finding: Finding, used: set[tuple[str, Named]]) -> bool:
    """Tell whether a comment at any side of `finding` hides it, and note those that do."""
    hidden = False
    for side in finding.sides:
        for suppression in by_file.get(side.file, ()):
            if _meets(suppression, side):
                hiding = {(side.file, named) for named in suppression.named if finding.code in named.rules}
                used |= hiding
                hidden = hidden or bool(hiding)
    return hidden


def _meets(suppression: Suppression, side: Side) -> bool:
    """Whether `side` begins in the block, or reaches over the line that the comment stands behind."""
    if suppression.comment.standing == "behind":
        return suppression.lines.start in side.span.lines
    return side.span.line in suppression.lines


def _is_judged(named: Named, run: frozenset[str]) -> bool:
    """Tell whether it is for this run to say that nothing is found there: all the rules that are meant have looked.

    What `lint` can tell is not told by `check` again.
    """
    written = {rule.code for rule in RULES}
    return named.rules <= run and (run <= written or not named.rules <= written)
