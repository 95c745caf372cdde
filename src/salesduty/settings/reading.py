"""Values of a settings file to settings, keeping all that is right in it, and telling all that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from salesduty.results.wording import Text
from salesduty.settings.keys import BY_NAME, PER_PATH, figures
from salesduty.settings.paths import globbed, leads_out
from salesduty.settings.places import Path
from salesduty.settings.selection import WEIGHTS, Layer
from salesduty.text.automaton import BadPattern
from salesduty.text.nearest import nearest
from salesduty.text.visible import one_line

MOST_PATHS = 100
MOST_FILES = 10
_LARGEST = 1_000_000

_UNKNOWN = Text("没有“{key}”这个设置{near}", "there is no setting “{key}”{near}")
_KIND = Text("“{key}”要写成{wanted}，例如 {example}", "“{key}” must be {wanted}, as in {example}")
_CHOICE = Text("“{key}”不能是“{got}”，可以是：{known}{near}", "“{key}” cannot be “{got}”; it is one of: {known}{near}")
_NUMBER = Text("“{key}”要写成 0 到 {largest} 的整数", "“{key}” must be a whole number from 0 to {largest}")
_DECIMAL = Text("“{key}”要写成 0 到 {largest} 的数", "“{key}” must be a number from 0 to {largest}")
_CROSSED = Text("“{least}”不能大于“{most}”", "“{least}” cannot be more than “{most}”")
_BLANK = Text("“{key}”里有空的词", "there is an empty word in “{key}”")
_NOTHING = Text(
    "“select”是空的，什么也不会检查；要检查全部，删掉这一行", "“select” is empty, so nothing is checked; without it all is"
)
_OUTSIDE = Text("“{path}”指到了设置文件所在文件夹的外面", "“{path}” leads out of the folder of the settings file")
_LONG_GLOB = Text("“{path}”太长", "“{path}” is too long")
_MANY = Text("“{key}”最多写 {most} 项", "“{key}” takes {most} at the most")
_ITSELF = Text("“{word}”不能既是要用的词，又是不要用的词", "“{word}” cannot be a word to write and one not to write")
_TWICE = Text("“{word}”已经归到“{other}”下面了", "“{word}” stands under “{other}” already")
_NEAR = Text("，是不是“{near}”？", "; did you mean “{near}”?")

_WANTED = {
    "table": Text("一个小节", "a section"),
    "words": Text("加引号的词的列表", "a list of quoted words"),
    "word": Text("加引号的词", "a quoted word"),
}


@dataclass(frozen=True, slots=True)
class Given:
    """What a settings file says: values by key, as Settings hold them. `files` are as written."""

    layers: tuple[Layer, ...] = ()
    select: tuple[str, ...] | None = None
    thresholds: Mapping[str, Any] = field(default_factory=dict)
    glossary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    profile: str = ""
    profiles: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    wrong: tuple[tuple[Path, Text], ...] = ()
    """What is wrong, by the way that leads there."""


def read(data: Mapping[str, Any]) -> Given:
    """Return what `data` says, the values of a file."""
    reader = _Reader()
    own = {name: value for name, value in data.items() if reader.is_known(name, (name,), BY_NAME)}
    layer = reader.layer((), {name: own[name] for name in PER_PATH if name in own})
    if own.get("select") == []:
        reader.wrong.append((("select",), _NOTHING))
    by_path = tuple(
        Layer(paths, inner.select, inner.ignore, inner.severity)
        for paths, inside in reader.globs("per-path", own)
        if (inner := reader.path_layer(paths, inside)) is not None
    )
    return Given(
        layers=(*((layer,) if layer != Layer() else ()), *by_path),
        select=layer.select if "select" in own else None,
        thresholds=reader.thresholds(own.get("thresholds", {})),
        glossary=reader.glossary(own.get("glossary", {})),
        profile=reader.word(own.get("profile", ""), ("profile",)),
        profiles=tuple((glob, reader.word(value, ("profiles", glob))) for glob, value in reader.globs("profiles", own)),
        files=reader.files(own.get("team-rules", [])),
        choices={
            name: value
            for name, key in BY_NAME.items()
            if key.kind == "choice" and name in own and (value := reader.choice(own[name], (name,), key.choices))
        },
        wrong=tuple(reader.wrong),
    )


class _Reader:
    """Reads values and keeps what is wrong."""

    def __init__(self) -> None:
        self.wrong: list[tuple[Path, Text]] = []

    def is_known(self, name: str, path: Path, known: Mapping[str, object] | tuple[str, ...]) -> bool:
        """Tell whether `name` is one of `known`; note it where it is not."""
        if name in known:
            return True
        self._note(path, _UNKNOWN, key=_shown(path), near=near(name, known))
        return False

    def layer(self, path: Path, data: Mapping[str, Any]) -> Layer:
        """Return the layer for all files, or for those of a glob."""
        severity = self._table(data.get("severity", {}), (*path, "severity"))
        weights = {
            word: weight for word, value in severity.items() if (weight := self.choice(value, (*path, "severity", word), WEIGHTS))
        }
        select = self.words(data.get("select", []), (*path, "select"))
        return Layer("", select, self.words(data.get("ignore", []), (*path, "ignore")), weights)

    def path_layer(self, glob: str, data: Any) -> Layer | None:
        """Return the layer of a glob, None where it is no section."""
        path: Path = ("per-path", glob)
        inside = {name: value for name, value in self._table(data, path).items() if self.is_known(name, (*path, name), PER_PATH)}
        return self.layer(path, inside) if inside else None

    def globs(self, key: str, own: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Yield what stands by paths under `key`, where the path is one."""
        table = self._table(own.get(key, {}), (key,))
        if len(table) > MOST_PATHS:
            self._note((key,), _MANY, key=key, most=MOST_PATHS)
        for glob, value in list(table.items())[:MOST_PATHS]:
            if self._is_inside(glob, (key, glob)):
                yield glob, value

    def _is_inside(self, path: str, at: Path) -> bool:
        if not path.strip() or leads_out(path):
            self._note(at, _OUTSIDE, path=_quoted(path))
            return False
        try:
            globbed(path)
        except BadPattern:
            self._note(at, _LONG_GLOB, path=_quoted(path))
            return False
        return True

    def thresholds(self, value: Any) -> Mapping[str, Any]:
        """Return the figures, those by level as a table of their own."""
        known = figures()
        found: dict[str, Any] = {}
        for name, given in self._table(value, ("thresholds",)).items():
            path: Path = ("thresholds", name)
            if not self.is_known(name, path, known):
                continue
            default = known[name]
            if isinstance(default, Mapping):
                levels = self._table(given, path)
                figured = {
                    level: self._figure(each, (*path, level), 0)
                    for level, each in levels.items()
                    if self.is_known(level, (*path, level), default)
                }
                found[name] = {level: figure for level, figure in figured.items() if figure is not None}
            elif (figure := self._figure(given, path, default)) is not None:
                found[name] = figure
        self._crossed({**known, **found}, found)
        return found

    def _figure(self, value: Any, path: Path, default: float) -> float | None:
        whole = isinstance(default, int)
        right = isinstance(value, int) or (not whole and isinstance(value, float))
        if right and not isinstance(value, bool) and 0 <= value <= _LARGEST:
            return int(value) if whole else float(value)
        self._note(path, _NUMBER if whole else _DECIMAL, key=_shown(path), largest=_LARGEST)
        return None

    def _crossed(self, all_of_them: Mapping[str, Any], given: Mapping[str, Any]) -> None:
        for least, figure in all_of_them.items():
            most = least.replace("fewest-", "most-", 1)
            if most != least and figure > all_of_them.get(most, figure):
                self._note(("thresholds", least if least in given else most), _CROSSED, least=least, most=most)

    def glossary(self, value: Any) -> Mapping[str, tuple[str, ...]]:
        """Return the words to write, each with those not to write."""
        found: dict[str, tuple[str, ...]] = {}
        under: dict[str, str] = {}
        table = self._table(value, ("glossary",))
        for word, others in table.items():
            path: Path = ("glossary", word)
            listed = self.words([others] if isinstance(others, str) else others, path)
            if not word.strip():
                self._note(path, _BLANK, key="glossary")
            for number, other in enumerate(listed):
                if other in table:
                    self._note((*path, number), _ITSELF, word=_quoted(other))
                elif under.setdefault(other, word) != word:
                    self._note((*path, number), _TWICE, word=_quoted(other), other=_quoted(under[other]))
            found[word] = listed
        return found

    def files(self, value: Any) -> tuple[str, ...]:
        """Return the paths of files; whether they are there, and where they really lie, is not known here."""
        listed = self.words([value] if isinstance(value, str) else value, ("team-rules",))
        if len(listed) > MOST_FILES:
            self._note(("team-rules",), _MANY, key="team-rules", most=MOST_FILES)
        return listed[:MOST_FILES]

    def words(self, value: Any, path: Path) -> tuple[str, ...]:
        """Return a list of words."""
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self._wrong_kind(path, "words")
            return ()
        for number, word in enumerate(value):
            if not word.strip():
                self._note((*path, number), _BLANK, key=_shown(path))
        return tuple(word.strip() for word in value if word.strip())

    def word(self, value: Any, path: Path) -> str:
        """Return one word."""
        if isinstance(value, str) and (value.strip() or not value):
            return value.strip()
        self._wrong_kind(path, "word")
        return ""

    def choice(self, value: Any, path: Path, known: tuple[str, ...]) -> Any:
        """Return one of `known`, None where it is none."""
        if value in known:
            return value
        got = _quoted(value) if isinstance(value, str) else _quoted(str(value))
        self._note(path, _CHOICE, key=_shown(path), got=got, known=known, near=near(got, known))
        return None

    def _table(self, value: Any, path: Path) -> Mapping[str, Any]:
        if isinstance(value, Mapping):
            return value
        self._wrong_kind(path, "table")
        return {}

    def _wrong_kind(self, path: Path, wanted: str) -> None:
        key = next((BY_NAME[str(step)] for step in reversed(path) if step in BY_NAME), BY_NAME["select"])
        example = " ".join(key.example.split("\n"))
        self._note(path, _KIND, key=_shown(path), wanted=_WANTED[wanted], example=example)

    def _note(self, path: Path, what: Text, /, **values: object) -> None:
        self.wrong.append((path, what.filled(values)))


def near(word: str, known: Mapping[str, object] | tuple[str, ...]) -> Text:
    """Return the end of a sentence that says what `word` may have been meant for; empty where nothing is like it."""
    found = nearest(word, sorted(known), most=1)
    return _NEAR.filled({"near": found[0]}) if found else Text("", "")


def _shown(path: Path) -> str:
    return _quoted(".".join(str(step) for step in path))


def _quoted(words: str) -> str:
    return one_line(words, 60)
