"""Suggest: the few fields whose confirmation would change a finding, proved by running the check with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from salesduty.disk.find import find
from salesduty.model.document import Document
from salesduty.model.fields import spellings
from salesduty.model.part import Part
from salesduty.model.reading import read
from salesduty.responsibility.holdings import Holding, holdings
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.suggest import Question, questions
from salesduty.results.finding import Finding
from salesduty.results.suggestion import Edited, Suggested, Suggestion, Why
from salesduty.rules.checks import CHECKS
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.source.edit import CannotEdit, Key, with_fields
from salesduty.source.parse import parse
from salesduty.toolkit.check import analyse
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.configure import settings_of
from salesduty.toolkit.edited import with_diff, written
from salesduty.toolkit.load import Progress, Source, field_keys, load
from salesduty.workspace.entities import Department, T, Workspace
from salesduty.workspace.file import File
from salesduty.workspace.placed import Placed
from salesduty.workspace.profiles import with_profiles

MOST = 20
"""So many suggestions are made at the most; nobody answers more at once."""
_MOST_READ = 20_000
"""So many duties are read for proofs, which bounds the time: the same on every machine."""
_JUDGED = tuple(rule for rule in CHECKS if rule.judge is not None)


def suggest(
    source: Source = "roles", *, settings: Settings | None = None, write: bool = False, progress: Progress | None = None
) -> Suggested:
    """Return the fields that are worth asking about in `source`, see `load`, and with `write` write them to the files.

    A file is written whole or not at all, and not where a single character besides the fields would change.
    Raises `NotFound` for a path that does not exist.
    """
    with without_collector():
        settings = settings or settings_of(source)
        workspace = with_profiles(load(source, progress=progress), settings)
        found, untried = _proved(workspace, settings)
        suggestions, files = _edited(workspace, found)
    if write and not isinstance(source, Mapping):
        roots = {
            each.name: each.root for tree in find([source] if isinstance(source, (str, Path)) else source) for each in tree.files
        }
        files = tuple(written(edited, roots[edited.file]) for edited in files)
    return Suggested(suggestions, files, untried, writing=write)


@dataclass(frozen=True, slots=True)
class _Proof:
    """A question with the findings that hang on its answer, and why it cannot be written, if it cannot."""

    question: Question
    settles: tuple[Finding, ...]
    left: Why = ""


def _proved(workspace: Workspace, settings: Settings) -> tuple[list[_Proof], int]:
    """The questions that matter, the gravest first, and how many were not looked into."""
    asked: list[tuple[Question, _Trial]] = []
    for found in analyse(workspace):
        mine = [question for question in questions(found) if workspace.file(question.place.file).reported]
        if mine:
            trial = _Trial(workspace, found, settings)
            asked.extend((question, trial) for question in mine)
    asked.sort(key=lambda one: _rank(one[1].about(one[0])))
    proofs: list[_Proof] = []
    budget = _MOST_READ
    for index, (question, trial) in enumerate(asked):
        if budget <= 0 or len(proofs) == MOST:
            return sorted(proofs, key=_grave), len(asked) - index
        budget -= 2 * trial.size
        if proof := trial.proof(question):
            proofs.append(proof)
    return sorted(proofs, key=_grave), 0


def _grave(proof: _Proof) -> tuple[int, int]:
    return _rank(proof.settles)


def _rank(findings: Sequence[Finding]) -> tuple[int, int]:
    """A key that puts first what the gravest and weightiest findings hang on."""
    severity, consequence = max(((finding.severity, finding.consequence) for finding in findings), default=(0, 0))
    return (-severity, -consequence)


class _Trial:
    """One department, checked again and again with another text of one of its files."""

    def __init__(self, workspace: Workspace, found: Responsibilities, settings: Settings) -> None:
        self._workspace = workspace
        self._found = found
        self._settings = settings
        self._before = self._findings(found.department, found)

    @property
    def size(self) -> int:
        """How many duties are read again for a try."""
        return len(self._found.holdings)

    def proof(self, question: Question) -> _Proof | None:
        """Return what hangs on the answer to `question`; None where nothing does.

        To confirm what a duty was read as must tell nothing new: else the sentence says more than one field can hold.
        """
        file = self._workspace.file(question.place.file)
        try:
            confirmed = self._with(file, question, question.added or question.trial)
            contrary = self._with(file, question, question.contrary) if question.contrary else self._before
        except CannotEdit as refused:
            return _Proof(question, self.about(question), refused.reason) if self.about(question) else None
        if question.asked == "overlap" and not confirmed.keys() <= self._before.keys():
            return None
        changed = [key for key in self._before if key not in confirmed or key not in contrary]
        return _Proof(question, tuple(self._before[key] for key in changed)) if changed else None

    def about(self, question: Question) -> tuple[Finding, ...]:
        """Return the findings that name what a question is about."""
        address = question.address
        return tuple(
            finding
            for finding in self._before.values()
            if finding.address == address or any(related.address == address for related in finding.related)
        )

    def _with(self, file: File, question: Question, added: Mapping[str, str]) -> Mapping[tuple[object, ...], Finding]:
        if not added:
            return self._before
        changed = _reread(file, with_answer(file.text or "", file, question, added))
        department = _with_file(self._found.department, changed)
        return self._findings(department, _read_again(self._found, department))

    def _findings(self, department: Department, found: Responsibilities) -> Mapping[tuple[object, ...], Finding]:
        own = {file.name: file for file in department.files}
        files = tuple(own.get(file.name, file) for file in self._workspace.files)
        report = run(Workspace(files, (department,)), _JUDGED, self._settings, (found,))
        return {(each.code, each.file, each.address, each.message.zh): each for each in report.findings}


def with_answer(text: str, file: File, question: Question, added: Mapping[str, str]) -> str:
    """Return `text`, which `file` holds or held, with the fields `added` where `question` is about. Raises CannotEdit."""
    part = question.part
    short = part.short_form or "text"
    keys = {_key(part, name): (value,) if name == "areas" else value for name, value in added.items()}
    path = file.reading.in_file(question.place.path)
    return with_fields(text, path, keys, sentence=_key(part, short), spellings=spellings())


def _key(part: type[Part], name: str) -> Key:
    return Key(name, part.title_of(name))


def _reread(file: File, text: str) -> File:
    """The file with another text. Raises CannotEdit where the text holds more mistakes than before."""
    reading = read(parse(text, field_keys()).data or {})
    if len(reading.mistakes) != len(file.reading.mistakes):
        raise CannotEdit("unsure")
    return replace(file, text=text, reading=reading)


def _with_file(department: Department, file: File) -> Department:
    """The department as it is when `file`, which was one of its own, says something else."""
    document = file.document
    own = department.declared and department.place.file == file.name
    return replace(
        department,
        spec=document.department or department.spec if own else department.spec,
        posts=_replaced(department.posts, file.name, document),
        processes=_replaced(department.processes, file.name, document),
        files=tuple(file if each.name == file.name else each for each in department.files),
    )


def _replaced(placed: Sequence[Placed[T]], file: str, document: Document) -> tuple[Placed[T], ...]:
    return tuple(replace(one, value=_value(document, one)) if one.place.file == file else one for one in placed)


def _read_again(found: Responsibilities, department: Department) -> Responsibilities:
    """`department`, of which some posts say something else than in `found`, with the other duties as they were read there."""
    again = Responsibilities(department, found.vocabulary)
    known: dict[int, list[Holding]] = {}
    for holding in found.holdings:
        known.setdefault(id(holding.post), []).append(holding)
    before = {id(post) for post in found.department.posts}
    read: list[Holding] = []
    for post in department.active_posts:
        if id(post) in before:
            read.extend(known.get(id(post), ()))
        else:
            read.extend(holdings(replace(department, posts=(post,)), found.vocabulary, found.matcher, found.seats))
    # What an edit of a duty or a function cannot change need not be worked out again.
    vars(again).update(matcher=found.matcher, seats=found.seats, holdings=tuple(read))
    return again


def _value(document: Document, one: Placed[T]) -> T:
    key, index = one.place.path
    value: T = getattr(document, str(key))[index]
    return value


def _edited(workspace: Workspace, proofs: Sequence[_Proof]) -> tuple[tuple[Suggestion, ...], tuple[Edited, ...]]:
    """The suggestions, and the files with all of them."""
    texts: dict[str, str] = {}
    suggestions = []
    for proof in proofs:
        question, left = proof.question, proof.left
        file = workspace.file(question.place.file)
        if question.added and not left:
            try:
                texts[file.name] = with_answer(texts.get(file.name, file.text or ""), file, question, question.added)
            except CannotEdit as refused:
                left = refused.reason
        suggestions.append(_suggestion(proof, file, left))
    edited = (Edited(name, workspace.file(name).text or "", after) for name, after in sorted(texts.items()))
    return tuple(suggestions), tuple(map(with_diff, edited))


def _suggestion(proof: _Proof, file: File, left: Why) -> Suggestion:
    question = proof.question
    return Suggestion(
        asked=question.asked,
        file=file.name,
        span=file.span(question.place),
        address=question.address,
        text=question.text,
        added=question.added,
        reason=question.reason,
        otherwise=question.otherwise,
        settles=tuple(finding.message for finding in proof.settles),
        left=left,
    )
