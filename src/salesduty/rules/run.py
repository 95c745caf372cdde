"""Run rules over a workspace: hits to findings, sorted, without what is waived or not wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from salesduty.model.fields import spellings
from salesduty.results.finding import Finding, Related, Report, Scope
from salesduty.results.place import Path, Place, Span
from salesduty.results.wording import Text
from salesduty.rules.left_out import left_out
from salesduty.rules.rule import Hit, Rule, Trouble
from salesduty.rules.selected import wanted_findings, wanted_rules
from salesduty.rules.suppressions import looked_for, sifted
from salesduty.settings.settings import Settings
from salesduty.source.problems import Problem
from salesduty.text.dates import parse_date
from salesduty.text.visible import one_line
from salesduty.workspace.entities import Department, Workspace
from salesduty.workspace.file import File

if TYPE_CHECKING:
    from salesduty.responsibility.responsibilities import Responsibilities

_LONGEST_QUOTE = 60
_SINGULAR = {"posts": "post", "kpis": "kpi", "processes": "process"}


def run(workspace: Workspace, rules: Iterable[Rule], settings: Settings, analysed: Iterable[Responsibilities] = ()) -> Report:
    """Return what `rules` find in the reported files of `workspace`, sorted by file and line.

    `analysed` are its departments as the analysis sees them, for the rules that judge these; they are gone through once.
    """
    rules = wanted_rules(rules, settings)
    found = [*_reading(workspace, rules)]
    asked = [department for department in workspace.departments if any(file.reported for file in department.files)]
    for rule in rules:
        if rule.check is not None:
            for department in asked:
                found.extend(_of_hits(workspace, rule, rule.check(department, settings)))
        if rule.check_workspace is not None:
            found.extend(_of_hits(workspace, rule, rule.check_workspace(workspace, settings)))
    found.extend(_judged(workspace, rules, settings, analysed))
    kept, told = sifted(found, workspace, rules, settings)
    found = [*kept, *_of_problems(workspace, _by_kind(rules), told)]
    in_force = [(department, _in_force(department, settings)) for department in workspace.departments]
    waivers = {file.name: each for department, each in in_force for file in department.files}
    reported = {file.name for file in workspace.files if file.reported}
    wanted = [finding for finding in found if finding.file in reported and not _waived(finding, waivers.get(finding.file, {}))]
    # What a YAML alias repeats would be said again at the same place; the first to say it stays.
    said_once = {finding.order: finding for finding in reversed([*wanted_findings(wanted, settings)])}
    return Report(
        tuple(said_once[order] for order in sorted(said_once)),
        departments=len(asked),
        posts=sum(post.place.file in reported for department in workspace.departments for post in department.posts),
        files=len(reported),
        scope=Scope(
            frozenset(reported),
            looked_for(rules),
            whole=len(reported) == len(workspace.files),
            unread=tuple(file.name for file in workspace.files if not file.readable),
            lacking=not all(file.readable for file in workspace.files) or any(map(_lacks, workspace.departments)),
        ),
    )


def _lacks(department: Department) -> bool:
    return any(len(place.path) == 1 for place in left_out(department))


def _judged(
    workspace: Workspace, rules: Sequence[Rule], settings: Settings, analysed: Iterable[Responsibilities]
) -> Iterator[Finding]:
    names = Counter(department.spec.company for department in workspace.departments if department.spec.company)
    companies: dict[str, list[Responsibilities]] = {}
    for each in analysed:
        for rule in rules:
            if rule.judge is not None:
                yield from _of_hits(workspace, rule, rule.judge(each, settings))
        if (company := each.department.spec.company) and names[company] > 1:
            companies.setdefault(company, []).append(each)
    for rule in rules:
        if rule.judge_company is not None:
            for departments in companies.values():
                yield from _of_hits(workspace, rule, rule.judge_company(departments, settings))


def _reading(workspace: Workspace, rules: Iterable[Rule]) -> Iterator[Finding]:
    """What reading the files found, in the words of the rules that name each kind."""
    named = _by_kind(rules)
    for file in workspace.files:
        yield from _of_problems(workspace, named, ((file, problem) for problem in file.problems))
        for mistake in file.reading.mistakes:
            if (rule := named.get(mistake.kind)) is not None:
                span = file.places.span(mistake.path, spellings(), on_key=mistake.kind == "unknown-key")
                at = Place(file.name, file.reading.in_document(mistake.path))
                values = _with_what(rule, mistake.kind, mistake.values)
                about = f"{mistake.kind} {_field(mistake.path)}"
                hit = Hit(at, repair=rule.mend(Trouble(mistake.kind, at, mistake.values))) if rule.mend else None
                identity = _identity(workspace, at)
                yield _finding(rule, file, span, _address(workspace, at), values, about=about, hit=hit, identity=identity)


def _by_kind(rules: Iterable[Rule]) -> Mapping[str, Rule]:
    return {kind: rule for rule in rules for kind in rule.kinds}


def _of_problems(workspace: Workspace, named: Mapping[str, Rule], problems: Iterable[tuple[File, Problem]]) -> Iterator[Finding]:
    """Problems of files, in the words of the rules that each kind is `named` by."""
    for file, problem in problems:
        if (rule := named.get(problem.kind)) is not None:
            owner = workspace.owner(file.name)
            span = file.places.lines.span(problem.start, problem.end)
            values = _with_what(rule, problem.kind, problem.values)
            trouble = Trouble(problem.kind, Place(file.name), problem.values, problem.start, problem.end)
            hit = Hit(trouble.at, repair=rule.mend(trouble)) if rule.mend else None
            yield _finding(rule, file, span, owner.id if owner else "", values, about=problem.kind, hit=hit)


def _of_hits(workspace: Workspace, rule: Rule, hits: Iterator[Hit]) -> Iterator[Finding]:
    for hit in hits:
        file = workspace.file(hit.at.file)
        related = tuple(
            Related(
                mention.at.file,
                workspace.file(mention.at.file).span(mention.at),
                _address(workspace, mention.at),
                mention.message,
            )
            for mention in hit.related
        )
        address, about, identity = _address(workspace, hit.at), _field(hit.at.path), _identity(workspace, hit.at)
        yield _finding(rule, file, file.span(hit.at), address, hit.values, related, about, hit, identity)


def _finding(
    rule: Rule,
    file: File,
    span: Span,
    address: str,
    values: Mapping[str, object],
    related: tuple[Related, ...] = (),
    about: str = "",
    hit: Hit | None = None,
    identity: str = "",
) -> Finding:
    said = {name: _fit(value) for name, value in values.items()}
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=hit.severity if hit is not None and hit.severity is not None else rule.severity,
        message=rule.message.filled(said),
        fix=rule.fix.filled(said) if "{" in rule.fix.zh else rule.fix,
        file=file.name,
        span=span,
        address=address,
        excerpt=file.line(span.line),
        related=related,
        evidence=said,
        about=about,
        consequence=hit.consequence if hit is not None else 0,
        repair=hit.repair if hit is not None else None,
        identity=identity,
    )


def _field(path: Path) -> str:
    """The names on the way to a field, without the positions, which change when something is put before it.

    The plural of an entity is its singular, so that a post may move from a file of its own to one of several.
    """
    names = [step for step in path if isinstance(step, str)]
    return ".".join((_SINGULAR.get(names[0], names[0]), *names[1:])) if names else ""


def _fit(value: object) -> object:
    """Words of a stranger, made safe and short enough for a sentence."""
    if isinstance(value, str):
        return one_line(value, _LONGEST_QUOTE)
    if isinstance(value, (tuple, list)):
        return tuple(_fit(item) for item in value)
    return value


def _with_what(rule: Rule, kind: str, values: Mapping[str, object]) -> Mapping[str, object]:
    said = {name: _fit(value) for name, value in values.items()}
    words = {"what": rule.kinds[kind]}
    if kind in rule.fixes:
        words["how"] = rule.fixes[kind]
    return {**values, **{name: each.filled(said) if isinstance(each, Text) else each(said) for name, each in words.items()}}


def _address(workspace: Workspace, place: Place) -> str:
    owner = workspace.owner(place.file)
    return owner.address_of(place) if owner else ""


def _identity(workspace: Workspace, place: Place) -> str:
    owner = workspace.owner(place.file)
    return owner.identity_of(place) if owner else ""


def _in_force(department: Department, settings: Settings) -> Mapping[str, frozenset[str]]:
    """The waivers of `department` that have not expired: for each rule the addresses that it is waived at, "" for everywhere."""
    found: dict[str, set[str]] = {}
    for waiver in department.spec.waivers:
        until = parse_date(waiver.until)
        if until is not None and until >= settings.today:
            found.setdefault(waiver.rule, set()).add((waiver.at or "").rstrip("/"))
    return {rule: frozenset(at) for rule, at in found.items()}


def _waived(finding: Finding, waivers: Mapping[str, frozenset[str]]) -> bool:
    where = waivers.get(finding.code)
    return where is not None and not where.isdisjoint(
        ("", *(around for side in finding.sides for around in _around(side.address)))
    )


def _around(address: str) -> Iterator[str]:
    """The address and all that it lies in: `a/b` and `a`."""
    while address:
        yield address
        address = address.rpartition("/")[0]
