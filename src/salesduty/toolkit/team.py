"""The rules that a team has written itself, ready to run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from salesduty.results.wording import Text
from salesduty.rules import structure
from salesduty.rules.checks import ALL
from salesduty.rules.rule import Example, Rule
from salesduty.rules.run import run
from salesduty.rules.selected import rule_words
from salesduty.rules.team.examples import documented, failures
from salesduty.rules.team.reading import SPELLINGS, Written, read_rules
from salesduty.rules.team.rule import TeamRule
from salesduty.settings.mistake import BadSettings, Mistake
from salesduty.settings.settings import RulesFile, Settings
from salesduty.source.decode import decode
from salesduty.source.parse import locate, parse
from salesduty.source.problems import Problem
from salesduty.toolkit.load import load

_FAILS = Text("{code} 的例子不成立：{what}", "an example of {code} does not hold: {what}")
_EMPTY = Text("文件里没有规则", "there is no rule in the file")
_TODAY = date(2000, 1, 1)


def team_rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules of the team's own files, without their examples.

    Raises `BadSettings` for all that is wrong in the files, examples that do not hold among it.
    """
    return tuple(each.rule for each in _read(settings.team)) if settings.team else ()


def documented_rules(settings: Settings) -> tuple[Rule, ...]:
    """Return the same rules with their examples and what is found in each, for showing them. Raises `BadSettings`."""
    return tuple(_documented(each) for each in _read(settings.team))


def count_examples(settings: Settings) -> tuple[int, int]:
    """Return how many rules there are, and how many examples, all of which hold. Raises `BadSettings`."""
    rules = _read(settings.team)
    return len(rules), sum(len(rule.good) + len(rule.bad) for rule in rules)


@lru_cache(maxsize=4)
def _read(files: tuple[RulesFile, ...]) -> tuple[TeamRule, ...]:
    """The rules of several files; every code and name once, none that a rule of salesduty has."""
    taken, families = set(rule_words(ALL)), {rule.code[:-3] for rule in ALL}
    rules: list[TeamRule] = []
    mistakes: list[Mistake] = []
    for file in files:
        text, written = _parsed(file, taken, families, mistakes)
        found = [
            *written.wrong,
            *(
                ((*path, kind, number), _FAILS.filled({"code": rule.code, "what": what}), False)
                for rule, path in written.rules
                for kind, number, what in failures(rule, Settings(_TODAY))
            ),
        ]
        if found:
            places = locate(text)
            spans = ((places.span(path, SPELLINGS, on_key=on_key), what) for path, what, on_key in found)
            mistakes.extend(Mistake(file.name, what, span.line, span.column) for span, what in spans)
        rules.extend(rule for rule, _ in written.rules)
        taken.update(word for rule, _ in written.rules for word in (rule.code, rule.name))
    if mistakes:
        raise BadSettings(tuple(mistakes))
    return tuple(rules)


def _parsed(file: RulesFile, taken: set[str], families: set[str], mistakes: list[Mistake]) -> tuple[str, Written]:
    decoded = decode(file.data)
    problems = list(decoded.problems)
    parsed = parse(decoded.text) if decoded.text is not None else None
    if parsed is not None:
        problems += parsed.problems
    text = decoded.text or ""
    for problem in problems:
        span = locate(text).lines.span(problem.start, problem.end)
        mistakes.append(Mistake(file.name, _said(problem), span.line, span.column))
    if parsed is None or parsed.data is None:
        if not problems:
            mistakes.append(Mistake(file.name, _EMPTY))
        return text, Written()
    return text, read_rules(parsed.data, taken, families)


def _said(problem: Problem) -> Text:
    """What the rules about role files say of the same trouble."""
    rule = next(rule for rule in structure.RULES if problem.kind in rule.kinds)
    words = rule.kinds[problem.kind]
    what = words.filled(problem.values) if isinstance(words, Text) else words(problem.values)
    return rule.message.filled({**problem.values, "what": what})


def _documented(team_rule: TeamRule) -> Rule:
    rule = team_rule.rule
    good = tuple(documented(shown) for shown in team_rule.good)
    bad = (documented(shown) for shown in team_rule.bad)
    return replace(rule, good=good, bad=tuple(replace(example, finds=tuple(_finds(rule, example))) for example in bad))


def _finds(rule: Rule, example: Example) -> Iterator[str]:
    """What `rule` finds in an example, as all examples state it."""
    for finding in run(load({"roles.yaml": example.files}), [rule], Settings(_TODAY)).findings:
        yield f"{finding.span.line}:{finding.span.column} {finding.message.zh}"
