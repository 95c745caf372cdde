"""Whatever the program can say, it can say in both languages: every `Text` in the source, and nothing said without one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "salesduty"
SPEAKING = ("cli", "reporters")
"""The packages whose words reach a person as they are."""
HAN = re.compile(r"[\u3400-\u9fff]")
QUOTED = re.compile(r"“[^”]*”|`[^`]*`")
SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")
PRINTING = frozenset(("say", "complain", "overwrite", "Piece", "asked", "ask", "write"))
ENGLISH_ONLY = frozenset(("s", "noun", "detail"))
"""Values that the English needs for its plurals, and for what Typer says."""
SAME = {"title": "key", "verb": "action", "others": "count"}
"""What the Chinese says by one value and the English by another."""
NOT_SAID = {
    "cli/asking.py": ["是", "好", "否", "不"],
    "cli/language.py": ["错误"],
    "cli/wizard.py": ["总经理"],
    "reporters/handbook/markdown.py": ["中文"],
}
"""Chinese that is no sentence: answers that are understood, what an encoding is tried on, a usual name, the language itself."""


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call that makes a Text of ours."""
    foreign = any(isinstance(node, ast.ImportFrom) and node.module == "rich.text" for node in ast.walk(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text" and not foreign:
            yield node


def literal(node: ast.expr | None) -> str | None:
    """The words of a literal; in an f-string each value as `{}` with what it is; None for what is no literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{_}" for part in node.values)
    return None


def untranslated(source: str) -> list[str]:
    """What is wrong with the translation of each Text in `source`, with its line."""
    wrong = []
    for call in calls(ast.parse(source)):
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        zh, en = (
            literal(given.get(lang, call.args[index] if index < len(call.args) else None))
            for index, lang in enumerate(("zh", "en"))
        )
        if any(isinstance(argument, ast.Starred) for argument in call.args):
            continue
        if len(call.args) + len(given) != 2:
            wrong.append(f"{call.lineno}: a language is missing")
        elif zh is not None and en is not None:
            wrong += [f"{call.lineno}: {fault}" for fault in faults(zh, en)]
    return wrong


def faults(zh: str, en: str) -> Iterator[str]:
    if bool(zh.strip()) != bool(en.strip()):
        yield "a language is empty"
    if not names(zh) <= names(en) <= names(zh) | ENGLISH_ONLY:
        yield f"{sorted(names(zh) ^ names(en))} stands in one language only"
    if HAN.search(QUOTED.sub("", en)):
        yield "Chinese in the English"
    # Names of products, codes and commands are the same in both.
    if re.search(r"[a-z]{3,} [a-z]{2,}", re.sub(r"\{\w+\}|salesduty [a-z]+", "", en)) and not HAN.search(zh):
        yield "no Chinese in the Chinese"


def names(words: str) -> set[str]:
    return {SAME.get(name, name) for _, name, _, _ in Formatter().parse(words) if name}


def said_bare(source: str) -> list[str]:
    """Chinese that stands outside every Text, and English sentences that are printed as they are."""
    tree = ast.parse(source)
    within = {id(node) for call in calls(tree) for node in ast.walk(call)}
    shown = {id(call.args[0]) for call in ast.walk(tree) if isinstance(call, ast.Call) and _called(call) == "Shown" and call.args}
    documented = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    wrong = []
    for node in ast.walk(tree):
        bare = isinstance(node, ast.Constant) and id(node) not in within | shown | documented
        if bare and isinstance(node.value, str) and HAN.search(node.value):
            wrong.append(node.value)
        if isinstance(node, ast.Call) and _called(node) in PRINTING:
            words = [literal(argument) for argument in node.args]
            wrong += [f"{node.lineno}: {each}" for each in words if each and SENTENCE.search(each)]
    return wrong


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


def test_every_text_is_said_in_both_languages() -> None:
    found = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in files()}
    assert sum(len(list(calls(ast.parse(source)))) for source in found.values()) > 500
    assert {name: wrong for name, source in found.items() if (wrong := untranslated(source))} == {}


def test_nothing_is_said_without_a_text() -> None:
    speaking = [path for path in files() if path.relative_to(PACKAGE).parts[0] in SPEAKING]
    wrong = {path.relative_to(PACKAGE).as_posix(): said_bare(path.read_text(encoding="utf-8")) for path in speaking}
    assert {name: bare for name, bare in wrong.items() if bare} == NOT_SAID


@pytest.mark.parametrize(
    "source",
    [
        "Text('找到')",
        "Text('找到', ' ')",
        "Text('', 'found')",
        "Text(zh='找到 {count} 个', en='found some')",
        "Text('找到', 'found {count} of them')",
        "Text('找到', '找到 found')",
        "Text('nothing was found', 'nothing was found')",
        "Text(f'{a}找到了', f'found it {b} 找到')",
    ],
)
def test_a_forgotten_translation_is_noticed(source: str) -> None:
    assert untranslated(source) != []


@pytest.mark.parametrize(
    "source",
    [
        "Text('写成 销售代表=6', 'as in “销售代表=6”')",
        "Text('、', ', ')",
        "Text('GitHub', 'GitHub')",
        "Text(a, b)",
        "from rich.text import Text\nText('x')",
    ],
)
def test_what_is_right_is_let_be(source: str) -> None:
    assert untranslated(source) == []


@pytest.mark.parametrize(
    "source", ["x = '找到了'", "terminal.say('nothing was found here')", "yield Piece(f'{a} was found in here')"]
)
def test_bare_words_are_noticed(source: str) -> None:
    assert said_bare(source) != []


@pytest.mark.parametrize(
    "source", ["'''找到了。'''", "Text('找到了', 'found')", "Shown('salesduty who 客户投诉', x)", "say('{a}  {b}')"]
)
def test_words_in_their_place_are_let_be(source: str) -> None:
    assert said_bare(source) == []
