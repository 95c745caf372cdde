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

_NO_RULES = Text("文件最外层要写“rules:”，下面一条规则一项", "the file must hold `rules:` with one item a rule")
_MANY = Text("最多写 {most} 项", "there may be {most} of them at the most")
_UNKNOWN = Text("没有“{key}”这一项{near}", "there is no “{key}”{near}")
_MISSING = Text("这条规则缺少“{key}”", "the rule lacks “{key}”")
_KIND = Text("“{key}”要写成{wanted}", "“{key}” must be {wanted}")
_BAD_CODE = Text(
    "代码“{code}”不行：要三到八个大写字母加三位数字，例如 TEAM001",
    "“{code}” is no code: it is three to eight capitals and three digits",
)
_TAKEN = Text("“{code}”已经有别的规则用了", "“{code}” is taken by another rule")
_FAMILY = Text(
    "{family} 开头的代码是 salesduty 自己用的，换几个字母，例如 TEAM",
    "{family} is of salesduty itself; take other letters, such as TEAM",
)
_BAD_NAME = Text(
    "名称“{name}”不行：用小写字母、数字和“-”，或者汉字",
    "“{name}” is no name: take small letters, digits and “-”",
)
_BAD_WHERE = Text("位置里的“{word}”不存在{near}", "“{word}” in the path does not exist{near}")
_BAD_PATTERN = Text("第 {at} 个字符起看不懂：{what}", "from character {at} on this is no pattern: {what}")
_ONE = Text(
    "要写而且只能写其中一项：不许出现（pattern）、必须出现（must）、必填（required）、不许填（forbid）、只能是（one-of）",
    "there must be just one of pattern, must, required, forbid, one-of",
)
_NO_UNLESS = Text("必填（required）的规则不能带“除非”（unless）", "“unless” does not go with “required”")
_YES_ONLY = Text("“{key}”后面写 true，不要就删掉这一行", "write true behind “{key}”, or take it out")
_CHOICE = Text("“{got}”不行，可以是：{known}{near}", "it cannot be “{got}”; it is one of: {known}{near}")
_PLACEHOLDER = Text(
    "花括号里只能是 {known}；要写花括号本身就写两遍", "braces may hold {known} only; write a brace twice for a brace"
)
_LONG = Text("太长，最多 {most} 个字", "this is too long; {most} characters at the most")
_NO_EXAMPLE = Text("至少写一个“{key}”：规则靠它自己检查自己", "there must be a “{key}” at least: the rule is tested by it")

_WANTED = {
    "mapping": Text("一组“名称: 值”", "a mapping"),
    "list": Text("列表", "a list"),
    "text": Text("一句话", "a text"),
    "words": Text("一个词或词的列表", "a word or a list of words"),
}
_PATTERNS = {
    "unclosed": Text("括号没有成对", "a bracket is not closed"),
    "unopened": Text("多了一个右括号", "there is a bracket too many"),
    "nothing-to-repeat": Text("重复号前面没有可以重复的内容", "there is nothing to repeat"),
    "look-around": Text("不支持“(?”开头的写法，排除的情况写到“除非”（unless）里", "“(?…)” is not supported; see “unless”"),
    "back-reference": Text("不支持引用前面的括号", "references to groups are not supported"),
    "lazy": Text("不支持“尽量少”的写法，去掉这个“?”", "lazy repetition is not supported; take this “?” out"),
    "range": Text("方括号里的范围写反了", "the range in the brackets is the wrong way round"),
    "count": Text("次数要从小到大，最多 100", "counts go from the smaller to the larger, up to 100"),
    "escape": Text("反斜杠后面的字符没有这种用法", "a backslash before this character means nothing"),
    "too-large": Text("写得太长或重复太多，请拆成几条规则", "it is too long or repeats too much; make several rules of it"),
    "always": Text("它什么都能匹配，等于没有要求", "it matches everything"),
}

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
            self._note((), _NO_RULES)
            return
        if len(listed) > MOST_RULES:
            self._note(("rules",), _MANY, most=MOST_RULES)
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
                self._note(path, _MISSING, key=key)
        asks = [key for key in ASKS if key in own]
        if len(asks) != 1:
            self._note(path, _ONE)
        looked = self._where(own.get("where"), (*path, "where"))
        if looked is None or len(asks) != 1 or not {"code", "message"} <= own.keys():
            return None
        if asks == ["required"] and "unless" in own:
            self._note((*path, "unless"), _NO_UNLESS, on_key=True)
        if asks[0] in ("required", "forbid") and str(own[asks[0]]).lower() not in _YES:
            self._note((*path, asks[0]), _YES_ONLY, key=asks[0])
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
                words = [*known, *(title for title, each in TITLES.items() if each in known)]
                self._note((*path, key), _UNKNOWN, on_key=True, key=key, near=did_you_mean(nearest(key, words, most=1)))
        return found

    def _code(self, value: Any, path: Path) -> str:
        code = value if isinstance(value, str) else ""
        if not _CODE.fullmatch(code):
            self._note(path, _BAD_CODE, code=code)
        elif code[:-3] in self.families:
            self._note(path, _FAMILY, family=code[:-3])
        elif code in self.taken:
            self._note(path, _TAKEN, code=code)
        self.taken.add(code)
        return code

    def _name(self, value: Any, path: Path) -> str:
        name = value if isinstance(value, str) else ""
        if not _NAME.fullmatch(name) or len(name) > 40:
            self._note(path, _BAD_NAME, name=name)
        elif name in self.taken:
            self._note(path, _TAKEN, code=name)
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
            self._note(path, _BAD_WHERE, word=error.word, near=did_you_mean(error.near))
            return None

    def _pattern(self, value: Any, path: Path) -> Pattern | None:
        if not isinstance(value, str):
            self._no(path, "text")
            return None
        try:
            return Pattern(value)
        except BadPattern as error:
            self._note(path, _BAD_PATTERN, at=error.at + 1, what=_PATTERNS[error.kind])
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
        self._note(path, _CHOICE, got=got, known=tuple(known), near=near)
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
            self._note(path, _LONG, most=_LONGEST_MESSAGE)
        if not _is_fillable(value):
            self._note(path, _PLACEHOLDER, known=tuple(f"{{{name}}}" for name in _FILLED))
            return ""
        return one_line(value, _LONGEST_MESSAGE)

    def _examples(self, own: Mapping[str, Any], key: str, path: Path, looked: Where, levels: tuple[str, ...]) -> Iterator[Shown]:
        listed = own.get(key, [])
        listed = listed if isinstance(listed, list) else [listed]
        if not listed:
            self._note(path, _NO_EXAMPLE, key=key)
        if len(listed) > MOST_EXAMPLES:
            self._note((*path, key), _MANY, most=MOST_EXAMPLES)
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
        self._note(path, _KIND, key=str(next(step for step in reversed(path) if isinstance(step, str))), wanted=_WANTED[wanted])

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
