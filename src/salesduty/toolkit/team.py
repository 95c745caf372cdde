"""The rules that a team has written itself, ready to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from salesduty.results.proved import Proved, ProvedRule
from salesduty.results.wording import Text
from salesduty.rules.checks import ALL
from salesduty.rules.rule import Example, Rule
from salesduty.rules.run import run
from salesduty.rules.selected import rule_words
from salesduty.rules.team.examples import documented, failures
from salesduty.rules.team.reading import SPELLINGS, Written, Wrong, read_rules
from salesduty.rules.team.rule import TeamRule
from salesduty.settings.mistake import BadSettings, Mistake, in_order
from salesduty.settings.settings import RulesFile, Settings
from salesduty.source.decode import decode
from salesduty.source.node import Places
from salesduty.source.parse import locate, parse
from salesduty.toolkit.configure import configure, rules_files
from salesduty.toolkit.load import load
from salesduty.toolkit.trouble import said

_FAILS = Text("{code} 的例子不成立：{what}", "an example of {code} does not hold: {what}")
_EMPTY = Text("文件里没有规则", "there is no rule in the file")
_TODAY = date(2000, 1, 1)


def team_rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules of the team's own files, without their examples.

    Raises `BadSettings` for all that is wrong in the files, examples that do not hold among it.
    """
    return tuple(each.rule for each in _sound(settings.team)) if settings.team else ()


def documented_rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the same rules with their examples and what is found in each, for showing them. Raises `BadSettings`."""
    return tuple(_documented(each) for each in _sound(settings.team))


def prove(paths: Iterable[str | Path] | None = None, *, config: str | Path | None = None) -> Proved:
    """Return what comes of trying the rules in `paths` on their examples, without `paths` those that the settings name.

    The settings are `config`, or the file around the folder `roles` or the working folder. Raises `BadSettings` for settings or
    a file that cannot be read.
    """
    if paths is None:
        files = configure("roles" if Path("roles").exists() else ".", config=config).settings.team
    else:
        files = rules_files(paths)
    rules, mistakes, failing = _read(files)
    listed = (
        ProvedRule(rule.code, rule.name, rule.severity, len(rule.good), len(rule.bad), rule.code not in failing) for rule in rules
    )
    wrong = ((mistake.place, mistake.what) for mistake in in_order(mistakes))
    return Proved(tuple(listed), tuple(file.name for file in files), tuple(wrong))


def _sound(files: tuple[RulesFile, ...]) -> tuple[TeamRule, ...]:
    rules, mistakes, _ = _read(files)
    if mistakes:
        raise BadSettings(mistakes)
    return rules


@lru_cache(maxsize=4)
def _read(files: tuple[RulesFile, ...]) -> tuple[tuple[TeamRule, ...], tuple[Mistake, ...], frozenset[str]]:
    """The rules of several files, what is wrong in the files, and the codes of the rules whose examples do not hold.

    Every code and name is taken by one rule, none by one of a team that a rule of salesduty has.
    """
    taken, families = set(rule_words(ALL)), {rule.code[:-3] for rule in ALL}
    rules: list[TeamRule] = []
    mistakes: list[Mistake] = []
    failing: set[str] = set()
    for file in files:
        text, written = _parsed(file, taken, families, mistakes)
        wrong = list(written.wrong)
        for rule, path in written.rules:
            for kind, number, what in failures(rule, Settings(_TODAY)):
                wrong.append(((*path, kind, number), _FAILS.filled({"code": rule.code, "what": what}), False))
                failing.add(rule.code)
        mistakes.extend(_located(wrong, text, file.name))
        rules.extend(rule for rule, _ in written.rules)
        taken.update(word for rule, _ in written.rules for word in (rule.code, rule.name))
    return tuple(rules), tuple(mistakes), frozenset(failing)


def _located(wrong: Iterable[Wrong], text: str, file: str) -> Iterator[Mistake]:
    places: Places | None = None
    for path, what, on_key in wrong:
        places = places or locate(text)
        span = places.span(path, SPELLINGS, on_key=on_key)
        yield Mistake(file, what, span.line, span.column)


def _parsed(file: RulesFile, taken: set[str], families: set[str], mistakes: list[Mistake]) -> tuple[str, Written]:
    decoded = decode(file.data)
    problems = list(decoded.problems)
    parsed = parse(decoded.text) if decoded.text is not None else None
    if parsed is not None:
        problems += parsed.problems
    text = decoded.text or ""
    for problem in problems:
        span = locate(text).lines.span(problem.start, problem.end)
        mistakes.append(Mistake(file.name, said(problem.kind, problem.values), span.line, span.column))
    if parsed is None or parsed.data is None:
        if not problems:
            mistakes.append(Mistake(file.name, _EMPTY))
        return text, Written()
    return text, read_rules(parsed.data, taken, families)


def _documented(team_rule: TeamRule) -> Rule:
    rule = team_rule.rule
    good = tuple(documented(shown) for shown in team_rule.good)
    bad = (documented(shown) for shown in team_rule.bad)
    return replace(rule, good=good, bad=tuple(replace(example, finds=tuple(_finds(rule, example))) for example in bad))


def _finds(rule: Rule, example: Example) -> Iterator[str]:
    """What `rule` finds in an example, as all examples state it."""
    for finding in run(load({"roles.yaml": example.files}), [rule], Settings(_TODAY)).findings:
        yield f"{finding.span.line}:{finding.span.column} {finding.message.zh}"
