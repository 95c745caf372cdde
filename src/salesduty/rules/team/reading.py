"""A file of rules to rules, and what is wrong with it: keys, values, patterns, and examples that do not hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

from salesduty.model.choices import Level
from salesduty.results.finding import Severity
from salesduty.results.wording import Text
from salesduty.rules.suggestion import did_you_mean
from salesduty.rules.team import words
from salesduty.rules.team.examples import of_sentence
from salesduty.rules.team.rule import USUAL_FIX, USUAL_WHY, Asks, Shown, TeamRule
from salesduty.rules.team.where import BadWhere, Where, where
from salesduty.source.span import Path
from salesduty.text.automaton import BadPattern
from salesduty.text.nearest import nearest
from salesduty.text.pattern import Pattern
from salesduty.text.visible import one_line

MOST_RULES = 100
MOST_EXAMPLES = 20
_LONGEST_MESSAGE = 200

TITLES: Mapping[str, str] = {
    "规则": "rules",
    "代码": "code",
    "名称": "name",
    "位置": "where",
    "不许出现": "pattern",
    "必须出现": "must",
    "必填": "required",
    "不许填": "forbid",
    "只能是": "one-of",
    "除非": "unless",
    "层级": "levels",
    "级别": "severity",
    "提示": "message",
    "原因": "why",
    "改法": "fix",
    "好例子": "good",
    "坏例子": "bad",
    "例子": "example",
    "应报": "says",
    "中文": "zh",
    "英文": "en",
}
"""The Chinese keys of a file of rules."""
SPELLINGS: Mapping[str, frozenset[str]] = {title: frozenset((key,)) for title, key in TITLES.items()}
ASKS: tuple[Asks, ...] = ("pattern", "must", "required", "forbid", "one-of")
KEYS = ("code", "name", "where", *ASKS, "unless", "levels", "severity", "message", "why", "fix", "good", "bad")
_SEVERITIES = {"error": "error", "warning": "warning", "info": "info", "错误": "error", "警告": "warning", "提示": "info"}
_YES = ("true", "yes", "是")
_CODE = re.compile(r"[A-Z]{3,8}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9-]*")
_FILLED = ("word", "post", "field")

Wrong = tuple[Path, Text, bool]
"""Where something is wrong, what, and whether the key is meant."""


@dataclass(frozen=True, slots=True)
class Written:
    """The rules that can be understood, each with the way to it in the file, and what is wrong."""

    rules: tuple[tuple[TeamRule, Path], ...] = ()
    wrong: tuple[Wrong, ...] = ()


def read_rules(data: Mapping[str, Any], taken: Collection[str], families: Collection[str]) -> Written:
    """Return the rules in `data`, the values of a file.

    `taken` are the codes and names that other rules have already, `families` the letters that no code may begin with.
    """
    reader = _Reader(set(taken), frozenset(families))
    return Written(tuple(reader.rules(data)), tuple(reader.wrong))


@dataclass(slots=True)
class _Reader:
    taken: set[str]
    families: frozenset[str]
    wrong: list[Wrong] = field(default_factory=list)

    def rules(self, data: Mapping[str, Any]) -> Iterator[tuple[TeamRule, Path]]:
        """Yield the rules that can be understood."""
        own = self._keyed(data, (), ("rules",))
        listed = own.get("rules")
        if not isinstance(listed, list):
            self._note((), words.NO_RULES)
            return
        if len(listed) > MOST_RULES:
            self._note(("rules",), words.MANY, most=MOST_RULES)
        for number, value in enumerate(listed[:MOST_RULES]):
            before, path = len(self.wrong), ("rules", number)
            found = self._rule(value, path)
            if found is not None and len(self.wrong) == before:
                yield found, path

    def _rule(self, value: Any, path: Path) -> TeamRule | None:
        if not isinstance(value, dict):
            self._no(path, "mapping")
            return None
        own = self._keyed(value, path, KEYS)
        for key in ("code", "where", "message"):
            if key not in own:
                self._note(path, words.MISSING, key=key)
        asks = [key for key in ASKS if key in own]
        if len(asks) != 1:
            self._note(path, words.ONE)
        looked = self._where(own.get("where"), (*path, "where"))
        if looked is None or len(asks) != 1 or not {"code", "message"} <= own.keys():
            return None
        if asks == ["required"] and "unless" in own:
            self._note((*path, "unless"), words.NO_UNLESS, on_key=True)
        if asks[0] in ("required", "forbid") and str(own[asks[0]]).lower() not in _YES:
            self._note((*path, asks[0]), words.YES_ONLY, key=asks[0])
        code = self._code(own["code"], (*path, "code"))
        levels = self._levels(own.get("levels", []), (*path, "levels"))
        return TeamRule(
            code=code,
            name=self._name(own["name"], (*path, "name")) if "name" in own else code.lower(),
            where=looked,
            asks=asks[0],
            message=self._said(own["message"], (*path, "message"), USUAL_FIX),
            pattern=self._pattern(own[asks[0]], (*path, asks[0])) if asks[0] in ("pattern", "must") else None,
            unless=self._pattern(own["unless"], (*path, "unless")) if "unless" in own else None,
            allowed=self._words(own.get("one-of", []), (*path, "one-of")),
            levels=levels,
            severity=Severity[self._choice(own.get("severity", "warning"), (*path, "severity"), _SEVERITIES)],
            why=self._said(own.get("why"), (*path, "why"), USUAL_WHY),
            fix=self._said(own.get("fix"), (*path, "fix"), USUAL_FIX),
            good=tuple(self._examples(own, "good", path, looked, levels)),
            bad=tuple(self._examples(own, "bad", path, looked, levels)),
        )

    def _keyed(self, value: Mapping[str, Any], path: Path, known: Collection[str]) -> dict[str, Any]:
        """`value` with English keys; unknown ones are noted and left out."""
        found: dict[str, Any] = {}
        for key, item in value.items():
            name = TITLES.get(key, key)
            if name in known:
                found.setdefault(name, item)
            else:
                keys = [*known, *(title for title, each in TITLES.items() if each in known)]
                self._note((*path, key), words.UNKNOWN, on_key=True, key=key, near=did_you_mean(nearest(key, keys, most=1)))
        return found

    def _code(self, value: Any, path: Path) -> str:
        code = value if isinstance(value, str) else ""
        if not _CODE.fullmatch(code):
            self._note(path, words.BAD_CODE, code=code)
        elif code[:-3] in self.families:
            self._note(path, words.FAMILY, family=code[:-3])
        elif code in self.taken:
            self._note(path, words.TAKEN, code=code)
        self.taken.add(code)
        return code

    def _name(self, value: Any, path: Path) -> str:
        name = value if isinstance(value, str) else ""
        if not _NAME.fullmatch(name) or len(name) > 40:
            self._note(path, words.BAD_NAME, name=name)
        elif name in self.taken:
            self._note(path, words.TAKEN, code=name)
        self.taken.add(name)
        return name

    def _where(self, value: Any, path: Path) -> Where | None:
        if not isinstance(value, str):
            if value is not None:
                self._no(path, "text")
            return None
        try:
            return where(value)
        except BadWhere as error:
            self._note(path, words.BAD_WHERE, word=error.word, near=did_you_mean(error.near))
            return None

    def _pattern(self, value: Any, path: Path) -> Pattern | None:
        if not isinstance(value, str):
            self._no(path, "text")
            return None
        try:
            return Pattern(value)
        except BadPattern as error:
            self._note(path, words.BAD_PATTERN, at=error.at + 1, what=words.PATTERNS[error.kind])
            return None

    def _words(self, value: Any, path: Path) -> tuple[str, ...]:
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            self._no(path, "words")
            return ()
        return tuple(listed)

    def _levels(self, value: Any, path: Path) -> tuple[str, ...]:
        known = {word: level.value for level in Level for word in (level.value, *level.words)}
        found = (self._choice(word, path, known) for word in self._words(value, path))
        return tuple(found)

    def _choice(self, value: Any, path: Path, known: Mapping[str, str]) -> str:
        if isinstance(value, str) and value in known:
            return known[value]
        got = one_line(str(value))
        near = did_you_mean(nearest(got, sorted(known), most=1))
        self._note(path, words.CHOICE, got=got, known=tuple(known), near=near)
        return next(iter(known.values()))

    def _said(self, value: Any, path: Path, usual: Text) -> Text:
        """A sentence in one language for both, or one for each."""
        if value is None:
            return usual
        if isinstance(value, dict):
            own = self._keyed(value, path, ("zh", "en"))
            zh = self._sentence(own.get("zh", own.get("en")), path)
            return Text(zh, self._sentence(own.get("en", zh), path))
        sentence = self._sentence(value, path)
        return Text(sentence, sentence)

    def _sentence(self, value: Any, path: Path) -> str:
        if not isinstance(value, str) or not value.strip():
            self._no(path, "text")
            return ""
        if len(value) > _LONGEST_MESSAGE:
            self._note(path, words.LONG, most=_LONGEST_MESSAGE)
        if not _is_fillable(value):
            self._note(path, words.PLACEHOLDER, known=tuple(f"{{{name}}}" for name in _FILLED))
            return ""
        return one_line(value, _LONGEST_MESSAGE)

    def _examples(self, own: Mapping[str, Any], key: str, path: Path, looked: Where, levels: tuple[str, ...]) -> Iterator[Shown]:
        listed = own.get(key, [])
        listed = listed if isinstance(listed, list) else [listed]
        if not listed:
            self._note(path, words.NO_EXAMPLE, key=key)
        if len(listed) > MOST_EXAMPLES:
            self._note((*path, key), words.MANY, most=MOST_EXAMPLES)
        for number, value in enumerate(listed[:MOST_EXAMPLES]):
            yield from self._example(value, (*path, key, number), looked, levels)

    def _example(self, value: Any, path: Path, looked: Where, levels: tuple[str, ...]) -> Iterator[Shown]:
        says = ""
        if isinstance(value, dict) and {TITLES.get(key, key) for key in value} & {"example", "says"}:
            own = self._keyed(value, path, ("example", "says"))
            says, value = str(own.get("says", "")), own.get("example")
        if isinstance(value, str):
            yield Shown(of_sentence(value, looked, levels), value, says)
        elif isinstance(value, dict):
            yield Shown(value, "", says)
        else:
            self._no(path, "text")

    def _no(self, path: Path, wanted: str) -> None:
        key = str(next(step for step in reversed(path) if isinstance(step, str)))
        self._note(path, words.KIND, key=key, wanted=words.WANTED[wanted])

    def _note(self, path: Path, what: Text, /, *, on_key: bool = False, **values: object) -> None:
        said = {name: one_line(value, 60) if isinstance(value, str) else value for name, value in values.items()}
        self.wrong.append((path, what.filled(said), on_key))


def _is_fillable(sentence: str) -> bool:
    """Whether the braces in a sentence hold nothing but the known names: a width behind one could fill the memory."""
    try:
        pieces = list(Formatter().parse(sentence))
    except ValueError:
        return False
    return all(name is None or (name in _FILLED and not spec and not conversion) for _, name, spec, conversion in pieces)
