"""Which findings a team wants to see, and how grave they are to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from salesduty.results.finding import Finding, Severity
from salesduty.rules.rule import Rule
from salesduty.settings.paths import Base
from salesduty.settings.selection import Selection
from salesduty.settings.settings import Settings


def wanted_rules(rules: Iterable[Rule], settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that are on for some file at least, in their order."""
    selection = settings.selection
    return tuple(rule for rule in rules if selection.is_plain or _is_on_somewhere(rule, selection))


def wanted_findings(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Yield those of `findings` whose rule is on for their file, as grave as the settings have it.

    Files of a team's own rules are no role files, so nothing is wanted about them.
    """
    selection, base = settings.selection, settings.base
    own = {file.name for file in settings.team}
    for finding in findings:
        if finding.file in own:
            continue
        judged = finding if selection.is_plain else _judged(finding, selection, base)
        if judged is not None:
            yield judged


def unknown_words(selection: Selection, rules: Iterable[Rule]) -> tuple[str, ...]:
    """Return the words of `selection` that are neither a code nor a name nor a family of `rules`, sorted."""
    return tuple(sorted(selection.words().difference(rule_words(rules))))


def rule_words(rules: Iterable[Rule]) -> frozenset[str]:
    """Return every word that rules can be called by."""
    return frozenset(word for rule in rules for word in (rule.code, rule.name, rule.code[:-3]))


def _is_on_somewhere(rule: Rule, selection: Selection) -> bool:
    on = selection.everything
    for layer in selection.layers:
        turned = layer.turns(rule.code, rule.name)
        if turned is not None and (turned or not layer.paths):
            on = turned
    return on


def _judged(finding: Finding, selection: Selection, base: Base) -> Finding | None:
    on, severity = selection.everything, finding.severity
    for layer in selection.layers:
        if not base.holds(layer.paths, finding.file):
            continue
        turned, weight = layer.turns(finding.code, finding.name), layer.weight(finding.code, finding.name)
        on = on if turned is None else turned
        severity = severity if weight is None else Severity[weight]
    if not on:
        return None
    return finding if severity is finding.severity else replace(finding, severity=severity)
