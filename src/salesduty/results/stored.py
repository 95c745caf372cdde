"""A report as plain values for JSON, and back. What comes back is equal to what went in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from salesduty.results.finding import Finding, Related, Report, Scope, Severity
from salesduty.results.place import Place, Span
from salesduty.results.repair import Add, MoveLast, Put, Repair, Retype, Step, Substitute
from salesduty.results.wording import Text

_STEPS: Mapping[str, type[Step]] = {each.__name__: each for each in (Substitute, Put, Add, MoveLast, Retype)}


def stored(report: Report) -> dict[str, Any]:
    """Return `report` as lists, mappings, texts and numbers. Raises TypeError for evidence that no JSON can hold."""
    findings = [_of_finding(finding) for finding in report.findings]
    counts = {"departments": report.departments, "posts": report.posts, "files": report.files}
    return {"findings": findings, **counts, "scope": _of_scope(report.scope)}


def restored(values: Mapping[str, Any]) -> Report:
    """Return the report that `stored` made `values` from. Raises KeyError, TypeError or ValueError for anything else."""
    findings = tuple(map(_finding, values["findings"]))
    scope = _scope(values["scope"])
    return Report(findings, int(values["departments"]), int(values["posts"]), int(values["files"]), scope)


def _of_scope(scope: Scope | None) -> Any:
    return None if scope is None else [sorted(scope.files), sorted(scope.rules), scope.whole, list(scope.unread), scope.lacking]


def _scope(values: Any) -> Scope | None:
    if values is None:
        return None
    files, rules, whole, unread, lacking = values
    return Scope(frozenset(files), frozenset(rules), bool(whole), tuple(unread), lacking=bool(lacking))


def _of_finding(finding: Finding) -> list[Any]:
    return [
        finding.code,
        finding.name,
        int(finding.severity),
        _of_text(finding.message),
        _of_text(finding.fix),
        finding.file,
        _of_span(finding.span),
        finding.address,
        finding.excerpt,
        [[each.file, _of_span(each.span), each.address, _of_text(each.message)] for each in finding.related],
        {name: _of_value(value) for name, value in finding.evidence.items()},
        finding.about,
        finding.consequence,
        _of_repair(finding.repair),
        finding.identity,
    ]


def _finding(values: list[Any]) -> Finding:
    code, name, severity, message, fix, file, span, address, excerpt, related, evidence, about, consequence, repair, identity = (
        values
    )
    return Finding(
        code,
        name,
        Severity(severity),
        Text(*message),
        Text(*fix),
        file,
        Span(*span),
        address,
        excerpt,
        tuple(Related(where, Span(*lines), what, Text(*said)) for where, lines, what, said in related),
        {key: _value(value) for key, value in evidence.items()},
        about,
        consequence,
        _repair(repair),
        identity,
    )


def _of_text(text: Text) -> list[str]:
    return [text.zh, text.en]


def _of_span(span: Span) -> list[int]:
    return [span.line, span.column, span.end_line, span.end_column]


def _of_value(value: object) -> Any:
    """A value of the evidence; what JSON has no kind for goes into a mapping of one key that names it."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Text):
        return {"text": _of_text(value)}
    if isinstance(value, tuple):
        return {"tuple": [_of_value(each) for each in value]}
    if isinstance(value, list):
        return [_of_value(each) for each in value]
    if isinstance(value, Mapping):
        return {"mapping": {str(name): _of_value(each) for name, each in value.items()}}
    raise TypeError(f"evidence of the kind {type(value).__name__}")


_KINDS: Mapping[str, Callable[[Any], object]] = {
    "text": lambda value: Text(*value),
    "tuple": lambda value: tuple(map(_value, value)),
    "mapping": lambda value: {name: _value(each) for name, each in value.items()},
}


def _value(value: Any) -> object:
    if isinstance(value, dict):
        ((kind, said),) = value.items()
        return _KINDS[kind](said)
    return [_value(each) for each in value] if isinstance(value, list) else value


def _of_repair(repair: Repair | None) -> Any:
    if repair is None:
        return None
    steps = [[type(step).__name__, [step.at.file, list(step.at.path), step.at.on_key], *_rest(step)] for step in repair.steps]
    return [_of_text(repair.what), steps, repair.safe]


def _rest(step: Step) -> list[Any]:
    """The fields of a step behind its place, in their order."""
    return [getattr(step, name) for name in type(step).__slots__[1:]]


def _repair(values: Any) -> Repair | None:
    if values is None:
        return None
    what, steps, safe = values
    made = tuple(_STEPS[kind](Place(at[0], tuple(at[1]), at[2]), *rest) for kind, at, *rest in steps)
    return Repair(Text(*what), made, safe)
