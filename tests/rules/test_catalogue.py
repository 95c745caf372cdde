"""The catalogue is complete and in order, and every kind of trouble has the words of one rule."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

import salesduty
from salesduty.results.wording import Text
from salesduty.rules import (
    accountability,
    cadences,
    gaps,
    kpis,
    overlaps,
    references,
    reporting,
    segregation,
    structure,
    wordings,
)
from salesduty.rules.accountability import judged as accountability_judged
from salesduty.rules.cadences import judged as cadences_judged
from salesduty.rules.checks import ALL as RULES
from salesduty.rules.rule import Rule
from salesduty.rules.segregation import judged as segregation_judged
from salesduty.rules.structure import duplicate_key, syntax, tab
from salesduty.settings.settings import Settings
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import load

SOURCE = Path(salesduty.__file__).parent
FAMILIES = {
    "STR": (structure,),
    "WRD": (wordings,),
    "REF": (references,),
    "ORG": (reporting,),
    "KPI": (kpis,),
    "ACC": (accountability, accountability_judged),
    "SOD": (segregation, segregation_judged),
    "CAD": (cadences, cadences_judged),
    "GAP": (gaps,),
    "OVL": (overlaps,),
}
PACKAGES = [package for packages in FAMILIES.values() for package in packages]
FIRST_JUDGED = 50
"""In a family of both kinds, the rules that read sentences begin here."""
NOT_SHOWN = {
    "cannot-read": "a file on a disk",
    "too-large": "more than 10 MB",
    "too-many-values": "more than a million values",
    "not-valid": "what Pydantic may refuse one day for a reason that is not known yet",
}
"""Kinds that no example can have, and what it would take."""
HAN = re.compile(r"[\u4e00-\u9fff]")
SENTENCE_END = re.compile("[。；？！\n]")


def test_every_folder_of_rules_is_a_family() -> None:
    # Rules of a team are data; what reads them is no family.
    folders = {path.parent for path in (SOURCE / "rules").glob("*/**/__init__.py")} - {SOURCE / "rules" / "team"}
    assert folders == {Path(str(package.__file__)).parent for package in PACKAGES}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_rule_file_is_listed(package: ModuleType) -> None:
    assert unlisted(package, package.RULES) == []


def test_the_catalogue_holds_every_family_once() -> None:
    assert Counter(rule.code for package in PACKAGES for rule in package.RULES) == Counter(rule.code for rule in RULES)


def test_a_rule_file_that_is_not_listed_is_noticed() -> None:
    assert unlisted(structure, [rule for rule in structure.RULES if rule is not tab.RULE]) == ["tab"]


@pytest.mark.parametrize(("prefix", "packages"), FAMILIES.items(), ids=FAMILIES)
def test_codes_and_names_are_in_order(prefix: str, packages: Sequence[ModuleType]) -> None:
    assert out_of_order(prefix, [rule for package in packages for rule in package.RULES]) == []


@pytest.mark.parametrize("packages", [each for each in FAMILIES.values() if len(each) > 1], ids=lambda each: each[0].__name__)
def test_rules_that_read_sentences_have_codes_of_their_own(packages: tuple[ModuleType, ModuleType]) -> None:
    written, judged = packages
    assert [rule.code for rule in written.RULES if int(rule.code[3:]) >= FIRST_JUDGED or rule.judge or rule.judge_company] == []
    assert [
        rule.code for rule in judged.RULES if int(rule.code[3:]) < FIRST_JUDGED or not (rule.judge or rule.judge_company)
    ] == []


def test_codes_and_names_out_of_order_are_noticed() -> None:
    wrong = [duplicate_key.RULE, syntax.RULE, replace(tab.RULE, code="KPI1"), replace(tab.RULE, name="Stray_tab"), syntax.RULE]
    assert out_of_order("STR", wrong) == [
        "KPI1 is no code of STR",
        "STR001 stands behind STR002",
        "STR001 stands behind STR003",
        "STR001 stands there 2 times",
        "Stray_tab is not kebab-case",
        "syntax stands there 2 times",
    ]


def test_names_are_unique() -> None:
    assert [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_rule_file_begins_with_its_code(package: ModuleType) -> None:
    for name, module in rule_modules(package):
        assert (module.__doc__ or "").startswith(f"{module.RULE.code}: "), name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_all_that_it_should(rule: Rule) -> None:
    assert unsaid(rule) == []


def test_what_a_rule_leaves_unsaid_is_noticed() -> None:
    poor = replace(tab.RULE, kinds={}, good=(), why=Text("", "Why: 因为"), message=Text("{what}有误。See {line}", "{what}"))
    assert unsaid(poor) == [
        "looks at nothing",
        "has no good example",
        "message: the languages are filled with different values",
        "message: a sentence that is not Chinese: See {line}",
        "why: no Chinese",
        "why: Chinese in the English",
    ]


def test_a_kind_without_a_fix_is_noticed() -> None:
    one, two = tab.RULE.kinds["tab"], Text("{how}", "{how}")
    assert unsaid(replace(tab.RULE, fix=two)) == ["fix: its kinds and its words differ"]
    assert unsaid(replace(tab.RULE, fixes={"tab": one})) == ["fix: its kinds and its words differ"]
    assert unsaid(replace(tab.RULE, fix=two, fixes={"tab": one})) == []


def test_every_kind_of_trouble_has_one_rule() -> None:
    assert badly_named(kinds_in_source(), RULES) == []


def test_a_kind_without_a_rule_and_one_with_two_are_noticed() -> None:
    rules = (tab.RULE, replace(tab.RULE, code="STR999"))
    assert badly_named({"tab", "new-kind"}, rules) == ["new-kind: no rule", "tab: STR003 STR999"]
    assert badly_named(set(), (tab.RULE,)) == ["tab: STR003, but nothing makes it"]


def test_kinds_are_found_however_they_are_written() -> None:
    written = """
_KINDS = {"string_type": "not-text"}
_MORE = (("found a tab", "tab"),)
def look(error, deep):
    kind = "too-deep" if deep else "too-wide"
    kind = next((kind for words, kind in _MORE if words in error), "syntax")
    return Problem("empty-file", 0, 0), Unreadable(kind, 0, 0), Mistake(_KINDS.get(error, "not-valid"), ())
def refuse():
    raise _unreadable("date")
"""
    assert kinds_made(written) == {"not-text", "too-deep", "too-wide", "syntax", "empty-file", "not-valid", "not-date"}


def test_every_kind_is_shown_by_an_example() -> None:
    shown: set[str] = set()
    for rule in RULES:
        for example in rule.bad if rule.kinds else ():
            files = {"roles.yaml": example.files} if isinstance(example.files, str | bytes) else example.files
            for file in load(files).files:
                shown |= {trouble.kind for trouble in (*file.problems, *file.reading.mistakes)} & rule.kinds.keys()
            report = lint(files, settings=Settings(today=date(2026, 11, 21)))
            shown |= {each.about for each in report.findings if each.code == rule.code} & rule.kinds.keys()
    assert {kind for rule in RULES for kind in rule.kinds} - shown == NOT_SHOWN.keys()


def unlisted(family: ModuleType, listed: Sequence[Rule]) -> list[str]:
    """The files of a family whose RULE is not among `listed`."""
    return [name for name, module in rule_modules(family) if not any(module.RULE is rule for rule in listed)]


def rule_modules(family: ModuleType) -> Iterator[tuple[str, ModuleType]]:
    for path in sorted(Path(str(family.__file__)).parent.glob("*.py")):
        module = import_module(f"{family.__name__}.{path.stem}") if path.stem != "__init__" else family
        if hasattr(module, "RULE"):
            yield path.stem, module


def out_of_order(prefix: str, rules: Sequence[Rule]) -> list[str]:
    codes = [rule.code for rule in rules]
    names = [rule.name for rule in rules]
    faults = [f"{code} is no code of {prefix}" for code in codes if not re.fullmatch(rf"{prefix}\d{{3}}", code)]
    faults += [f"{name} is not kebab-case" for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)]
    own = [code for code in codes if code.startswith(prefix)]
    faults += [f"{later} stands behind {earlier}" for earlier, later in pairwise(own) if later < earlier]
    for words in (codes, names):
        faults += [f"{word} stands there {count} times" for word, count in Counter(words).items() if count > 1]
    return sorted(set(faults))


def unsaid(rule: Rule) -> list[str]:
    """What is missing in the words of a rule, in the order of its fields."""
    faults = [] if rule.check or rule.check_workspace or rule.kinds or rule.judge or rule.judge_company else ["looks at nothing"]
    faults += [] if rule.good else ["has no good example"]
    faults += [] if rule.bad or rule.kinds.keys() <= NOT_SHOWN.keys() else ["has no bad example"]
    if placeholders(rule.message.zh) != placeholders(rule.message.en):
        faults.append("message: the languages are filled with different values")
    if rule.fixes.keys() != (rule.kinds.keys() if "{how}" in rule.fix.zh else set()):
        faults.append("fix: its kinds and its words differ")
    for what, text in (("message", rule.message), ("why", rule.why), ("fix", rule.fix)):
        said = [sentence.strip() for sentence in SENTENCE_END.split(text.zh) if sentence.strip()]
        faults += [f"{what}: no Chinese"] if not said else []
        faults += [f"{what}: a sentence that is not Chinese: {each}" for each in said if foreign(each)]
        faults += [f"{what}: no English"] if not text.en.strip() else []
        faults += [f"{what}: Chinese in the English"] if HAN.search(text.en) else []
    return faults


def foreign(sentence: str) -> bool:
    return HAN.search(sentence) is None and re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", sentence)) is not None


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def badly_named(kinds: Iterable[str], rules: Sequence[Rule]) -> list[str]:
    """The kinds that no rule or several rules speak for, and those that rules speak for in vain."""
    named = {kind: [rule.code for rule in rules if kind in rule.kinds] for kind in {*kinds, *(k for r in rules for k in r.kinds)}}
    faults = []
    for kind, codes in named.items():
        if kind not in set(kinds):
            faults.append(f"{kind}: {' '.join(codes)}, but nothing makes it")
        elif len(codes) != 1:
            faults.append(f"{kind}: {' '.join(codes) or 'no rule'}")
    return sorted(faults)


def kinds_in_source() -> set[str]:
    """Every kind of Problem and Mistake that reading a file can make."""
    files = [*(SOURCE / "source").glob("*.py"), *(SOURCE / "model").glob("*.py"), SOURCE / "toolkit" / "load.py"]
    files.append(SOURCE / "rules" / "suppressions.py")
    return set().union(*(kinds_made(path.read_text(encoding="utf-8")) for path in files))


def kinds_made(source: str) -> set[str]:
    """The kinds in `source`: what Problem, Unreadable and Mistake are made with, and `not-` with what `_unreadable` is."""
    tree = ast.parse(source)
    tables = {"_KINDS": set[str]()}
    kinds: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name == "_KINDS":
                tables[name] |= table(node.value)
            if name == "kind":
                kinds |= constants(node.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            if node.func.id in ("Problem", "Unreadable", "Mistake", "_about"):
                kinds |= constants(node.args[0])
            if node.func.id == "_unreadable":
                kinds |= {f"not-{kind}" for kind in constants(node.args[0])}
    return kinds | tables["_KINDS"]


def constants(value: ast.expr) -> set[str]:
    """The texts that an expression may come to: itself, either branch, or the default of a call."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return {value.value}
    if isinstance(value, ast.IfExp):
        return constants(value.body) | constants(value.orelse)
    if isinstance(value, ast.Call) and value.args:
        return constants(value.args[-1])
    return set()


def table(value: ast.expr) -> set[str]:
    """The values of a mapping, or the second parts of a tuple of pairs."""
    if isinstance(value, ast.Dict):
        return set().union(*map(constants, value.values))
    if isinstance(value, ast.Tuple):
        return {kind for pair in value.elts if isinstance(pair, ast.Tuple) for kind in constants(pair.elts[1])}
    return set()
