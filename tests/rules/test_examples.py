"""Every rule finds in its examples just what it says it finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from salesduty.results.finding import ERROR, Finding
from salesduty.results.wording import LANGS
from salesduty.rules.checks import ALL as RULES
from salesduty.rules.checks import READING
from salesduty.rules.rule import Example, Rule
from salesduty.rules.structure import tab
from salesduty.settings.settings import Settings
from salesduty.toolkit.check import check
from salesduty.toolkit.lint import lint

TODAY = date(2026, 11, 21)
JUDGED = frozenset(rule.code for rule in READING)
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
HAN = re.compile(r"[\u4e00-\u9fff]")
QUOTED = re.compile("“[^”]*”")
CHINESE_MARK = re.compile("[、，。；：！？]")
SENTENCE_END = re.compile("[。；？！\n]")

GOOD = [pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in RULES for n, example in enumerate(rule.good, 1)]
BAD = [pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in RULES for n, example in enumerate(rule.bad, 1)]


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_good_example_is_clean(rule: Rule, example: Example) -> None:
    assert found(rule, example) == example.finds == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_first_good_example_can_be_read_whole(rule: Rule) -> None:
    assert [f"{f.code} {f.message.zh}" for f in findings(rule.good[0]) if f.code.startswith("STR") and f.severity is ERROR] == []


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_example_gives_just_its_findings(rule: Rule, example: Example) -> None:
    assert found(rule, example) == example.finds != ()


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_findings_are_said_whole_in_both_languages(rule: Rule, example: Example) -> None:
    assert faults_of_wording(finding for finding in findings(example) if finding.code == rule.code) == []


def test_a_wrong_statement_is_noticed() -> None:
    (example,) = tab.RULE.bad
    assert found(tab.RULE, replace(example, files="department:\n  name: 销售部\n")) == ()
    assert found(tab.RULE, replace(example, files="department:\n  id: sales\n\tname: 销售部\n")) != example.finds


def test_a_leftover_placeholder_and_an_english_sentence_are_noticed() -> None:
    (finding,) = (finding for finding in findings(tab.RULE.bad[0]) if finding.code == tab.RULE.code)
    spoilt = replace(
        finding, message=replace(finding.message, zh="这里有制表符。Indent with spaces"), fix=replace(finding.fix, en="{fix}")
    )
    assert faults_of_wording([spoilt]) == ["STR003 fix en: {fix}", "STR003 message zh: Indent with spaces"]


def test_a_chinese_mark_in_english_is_noticed() -> None:
    (finding,) = (finding for finding in findings(tab.RULE.bad[0]) if finding.code == tab.RULE.code)
    spoilt = replace(finding, message=replace(finding.message, en="“甲、乙”、“丙” decide"))
    assert faults_of_wording([spoilt]) == ["STR003 message en: …、… decide"]


def found(rule: Rule, example: Example) -> tuple[str, ...]:
    """What `rule` finds in `example`, in the form in which examples state it."""
    several = not isinstance(example.files, str | bytes)
    return tuple(
        (f"{finding.file}:" if several else "") + f"{finding.span.line}:{finding.span.column} {finding.message.zh}"
        for finding in findings(example)
        if finding.code == rule.code
    )


def findings(example: Example) -> tuple[Finding, ...]:
    files = {"roles.yaml": example.files} if isinstance(example.files, str | bytes) else example.files
    settings = Settings(today=TODAY)
    judged = (f for f in check(files, settings=settings).report.findings if f.code in JUDGED)
    return (*lint(files, settings=settings).findings, *sorted(judged, key=lambda finding: finding.order))


def faults_of_wording(found: Iterable[Finding]) -> list[str]:
    """Placeholders that nothing was filled into, Chinese texts with a sentence that is not, English ones with Chinese marks."""
    faults = []
    for finding in found:
        texts = [("message", finding.message), ("fix", finding.fix)]
        texts += [("related", related.message) for related in finding.related]
        for what, text in texts:
            faults += [
                f"{finding.code} {what} {lang}: {left}" for lang in LANGS for left in PLACEHOLDER.findall(text.within(lang))
            ]
            faults += [f"{finding.code} {what} zh: {said.strip()}" for said in SENTENCE_END.split(text.zh) if foreign(said)]
            marked = QUOTED.sub("…", text.en)
            faults += [f"{finding.code} {what} en: {marked}" for _ in CHINESE_MARK.findall(marked)]
            faults += [f"{finding.code} {what} en: nothing" for _ in range(not text.en.strip())]
    return sorted(faults)


def foreign(sentence: str) -> bool:
    return HAN.search(sentence) is None and re.search("[A-Za-z]", sentence) is not None
