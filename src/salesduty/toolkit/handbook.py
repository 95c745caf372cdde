"""The handbook of rules: made from the rules themselves, whose examples are run to mark what they find."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path

from salesduty.disk.write import write
from salesduty.reporters.handbook.markdown import pages
from salesduty.results.finding import Finding
from salesduty.results.handbook import Answer, Command, Entry, Line, Marked, Mending, Section, Shown
from salesduty.results.wording import Text
from salesduty.rules.catalogue import RULES
from salesduty.rules.checks import ALL, CHECKS, READING
from salesduty.rules.families import FAMILIES, Family
from salesduty.rules.rule import Example, Rule
from salesduty.rules.run import run
from salesduty.rules.search import called, family_called, found_by_words, near
from salesduty.settings.settings import Settings
from salesduty.source.decode import decode
from salesduty.toolkit.check import analyse
from salesduty.toolkit.load import load
from salesduty.toolkit.team import documented_rules

TODAY = date(2026, 11, 21)
"""The day that the examples of all rules are written for."""
_MOST_HITS = 8
_PLACEHOLDER = re.compile(r"\{\w+\}")
_USUAL_NAME = "roles.yaml"
_CODES_OF_LINT = frozenset(rule.code for rule in RULES)
_CODES_OF_CHECK = frozenset(rule.code for rule in CHECKS)
_CODES_THAT_READ = frozenset(rule.code for rule in READING)


class NotInHandbook(Exception):
    """No rule and no family is meant by `asked`; `near` are those that look like it."""

    def __init__(self, asked: str, near: tuple[str, ...]) -> None:
        super().__init__(asked)
        self.asked = asked
        self.near = near


def handbook(asked: str = "", settings: Settings | None = None) -> Answer:
    """Return what the handbook has on `asked`: a code, the name of a rule, a family, or any words that rules use.

    The rules of the team that `settings` name are looked at as well. Without a question all families are told with their number
    of rules. Raises NotInHandbook, and `BadSettings` for rules of a team that cannot be used.
    """
    rules = (*ALL, *(documented_rules(settings) if settings is not None and settings.team else ()))
    if not asked.strip():
        return Answer(asked, sections=tuple(_section(family, ()) for family in FAMILIES if _rules_of(family)))
    rule = called(asked, rules)
    if rule is not None:
        return Answer(asked, entries=(_entry(rule),))
    family = family_called(asked)
    if family is not None and _rules_of(family):
        return Answer(asked, sections=(_section(family, tuple(map(_line, _rules_of(family)))),))
    hits = found_by_words(asked, rules)
    if not hits:
        raise NotInHandbook(asked, near(asked, rules))
    if len(hits) == 1:
        return Answer(asked, entries=(_entry(hits[0]),))
    return Answer(asked, hits=tuple(map(_line, hits[:_MOST_HITS])))


def whole_handbook() -> tuple[Section, ...]:
    """Return every family that has rules, with the whole entries of them."""
    return tuple(_section(family, tuple(map(_entry, rules))) for family in FAMILIES if (rules := _rules_of(family)))


def write_handbook(folder: str | Path) -> Mapping[str, bool]:
    """Write the pages of the whole handbook below `folder`; return their names, and whether each has changed.

    Raises CannotWrite.
    """
    return {name: write(Path(folder, name), page.encode()) for name, page in pages(whole_handbook()).items()}


def _rules_of(family: Family) -> tuple[Rule, ...]:
    return tuple(sorted((rule for rule in ALL if rule.code.startswith(family.prefix)), key=lambda rule: rule.code))


def _section(family: Family, entries: tuple[Line, ...]) -> Section:
    return Section(family.prefix, family.title, family.about, len(_rules_of(family)), entries)


def _line(rule: Rule) -> Line:
    found = _findings(rule, rule.bad[0], Settings(today=TODAY)) if rule.bad else ()
    return Line(rule.code, rule.name, rule.severity, _says(rule, found))


def _entry(rule: Rule) -> Entry:
    settings = _Watched(today=TODAY)
    found = [_findings(rule, example, settings) for example in rule.bad]
    every = [finding for findings in found for finding in findings]
    alike = "{" not in rule.fix.zh
    return Entry(
        rule.code,
        rule.name,
        rule.severity,
        _says(rule, every),
        family=rule.code[:3],
        commands=_commands(rule),
        why=rule.why,
        fix=rule.fix if alike else None,
        bad=tuple(_shown(example, findings, alike=alike) for example, findings in zip(rule.bad, found, strict=True)),
        good=tuple(_shown(example, (), alike=alike) for example in rule.good),
        source=rule.source,
        hits=rule.measured.hits if rule.measured else 0,
        right=rule.measured.right if rule.measured else 0,
        mending=_mending(every),
        thresholds=_thresholds(settings),
    )


def _says(rule: Rule, found: Sequence[Finding]) -> Text:
    """The message of the first finding; for trouble that no example can have, the words of its kind."""
    if found:
        return found[0].message
    kinds = [words for words in rule.kinds.values() if isinstance(words, Text)]
    said = rule.message.filled({"what": kinds[0]}) if kinds else rule.message
    return Text(_PLACEHOLDER.sub("…", said.zh), _PLACEHOLDER.sub("…", said.en))


def _commands(rule: Rule) -> tuple[Command, ...]:
    # What is no rule of ours is one of the team, and these look at what is written.
    lint: tuple[Command, ...] = ("lint",) if rule.code in _CODES_OF_LINT or rule not in ALL else ()
    return (*lint, "check") if rule.code in _CODES_OF_CHECK else lint


def _findings(rule: Rule, example: Example, settings: Settings) -> tuple[Finding, ...]:
    workspace = load(dict(_texts(example)))
    analysed = analyse(workspace) if rule.code in _CODES_THAT_READ else ()
    found = run(workspace, (rule,), settings, analysed).findings
    if not found and example.finds:
        # What is told of other rules, as a comment that ignores nothing, is found when these have run.
        found = run(workspace, RULES, settings).findings
    return tuple(finding for finding in found if finding.code == rule.code)


def _texts(example: Example) -> tuple[tuple[str, str | bytes], ...]:
    return ((_USUAL_NAME, example.files),) if isinstance(example.files, (str, bytes)) else tuple(example.files.items())


def _shown(example: Example, found: Sequence[Finding], *, alike: bool) -> Shown:
    files = tuple((name, _readable(text)) for name, text in _texts(example))
    return Shown(files, tuple(Marked(each.file, each.span, each.message, None if alike else each.fix) for each in found))


def _readable(text: str | bytes) -> str:
    if isinstance(text, str):
        return text
    return decode(text).text or text.decode("utf-8", "replace")


def _mending(found: Sequence[Finding]) -> Mending:
    repairs = [finding.repair for finding in found if finding.repair is not None]
    if not repairs:
        return "no"
    return "safe" if any(repair.safe for repair in repairs) else "unsafe"


class _Watched(Settings):
    """Settings that remember which of them a rule asked for, so that no list of thresholds has to be kept beside the rules."""

    def __getattribute__(self, name: str) -> object:
        """Return the setting, and remember it."""
        if not name.startswith("_"):
            self.__dict__[name] = True
        return super().__getattribute__(name)


def _thresholds(asked: _Watched) -> dict[str, object]:
    """The figures that were asked for, with their usual values."""
    usual = Settings(today=TODAY)
    values = {each.name: getattr(usual, each.name) for each in fields(Settings) if each.name in vars(asked)}
    return {name: value for name, value in values.items() if _is_figure(value)}


def _is_figure(value: object) -> bool:
    if isinstance(value, Mapping):
        return bool(value) and all(map(_is_figure, value.values()))
    return isinstance(value, (int, float)) and not isinstance(value, bool)
