"""What is set for one run: a file, the options and the environment put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from salesduty.results.setting import Setting, Source
from salesduty.settings.keys import BY_NAME, figures
from salesduty.settings.paths import Base
from salesduty.settings.places import Path, Places, place_of
from salesduty.settings.reading import Given
from salesduty.settings.selection import Layer, Selection
from salesduty.settings.settings import Place, RulesFile, Settings

_DEFAULTS: Mapping[str, str] = {"fail-on": "warning", "show": "warning"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for beside a file. `choices` are values by key, each with what has given it and how that is called."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, Source, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """A settings file: its name for people, what it says, and where each thing stands in it."""

    name: str = ""
    given: Given = field(default_factory=Given)
    places: Places = field(default_factory=dict)
    within: Path = ()
    """The way to the settings in the file: `tool`, `salesduty` in a pyproject.toml."""

    def place(self, path: Path) -> Place:
        """Return where `path` stands."""
        return (self.name, *place_of((*self.within, *path), self.places))


@dataclass(frozen=True, slots=True)
class Configured:
    """The settings of a run, the values of `lang`, `fail-on` and `show` where they are set, and where all of it comes from."""

    settings: Settings
    choices: Mapping[str, str]
    shown: tuple[Setting, ...]


def configured(
    written: Written, wishes: Wishes, *, today: date, base: Base | None = None, team: tuple[RulesFile, ...] = ()
) -> Configured:
    """Return what is in force: an option goes before a variable, that before the file, and that before what is usual."""
    given = written.given
    chosen = {name: _from_file(name, value, written) for name, value in given.choices.items()}
    usual = {name: Setting(name, value, source, place) for name, (value, source, place) in wishes.choices.items()}
    chosen |= {name: wish for name, wish in usual.items() if wish.source != "system"}
    settings = Settings(
        today,
        **{name.replace("-", "_"): _figures(name, value) for name, value in given.thresholds.items()},
        glossary=given.glossary,
        profile=given.profile,
        profiles=given.profiles,
        selection=_selection(given, wishes),
        base=base or Base(),
        team=team,
        places=dict(_places(written, wishes)),
    )
    choices = {name: str(setting.value) for name, setting in chosen.items()}
    return Configured(settings, choices, tuple(_shown(settings, written, wishes, {**usual, **chosen})))


def _figures(name: str, value: Any) -> Any:
    """A figure, or those by level with the usual ones for the levels that are not named."""
    usual = figures()[name]
    return {**usual, **value} if isinstance(usual, Mapping) else value


def _selection(given: Given, wishes: Wishes) -> Selection:
    """The layers of the file, then what the options ask for. `--select` replaces what the file says of all files."""
    layers = given.layers
    everything = given.select is None
    if wishes.select is not None:
        everything = False
        layers = (Layer(select=wishes.select), *(_without_select(layer) for layer in layers))
    if wishes.ignore:
        layers = (*layers, Layer(ignore=wishes.ignore))
    return Selection(everything, layers)


def _without_select(layer: Layer) -> Layer:
    if layer.paths:
        return layer
    return replace(
        layer, select=(), ignore=(), severity={word: weight for word, weight in layer.severity.items() if weight != "off"}
    )


def _places(written: Written, wishes: Wishes) -> Iterator[tuple[str, Place]]:
    given = written.given
    for layer in given.layers:
        way: Path = ("per-path", layer.paths) if layer.paths else ()
        for key, words in (("select", layer.select), ("ignore", layer.ignore)):
            for number, word in enumerate(words):
                yield word, written.place((*way, key, number))
        for word in layer.severity:
            yield word, written.place((*way, "severity", word))
    for glob, profile in given.profiles:
        yield profile, written.place(("profiles", glob))
    if given.profile:
        yield given.profile, written.place(("profile",))
    for option, words in (("--select", wishes.select or ()), ("--ignore", wishes.ignore)):
        for word in words:
            yield word, (option, 0, 0)


def _from_file(key: str, value: Any, written: Written, path: Path = ()) -> Setting:
    file, line, _ = written.place(path or (key,))
    return Setting(key, value, "file", f"{file}:{line}" if line else file)


def _shown(settings: Settings, written: Written, wishes: Wishes, chosen: Mapping[str, Setting]) -> Iterator[Setting]:
    """Every setting in the order of the keys, those by path, rule or level one by one."""
    given = written.given
    every = next((layer for layer in given.layers if not layer.paths), Layer())
    if wishes.select is not None:
        every = _without_select(every)
        yield Setting("select", wishes.select, "option", "--select")
    else:
        yield Setting("select", None) if given.select is None else _from_file("select", given.select, written)
    yield from _ignored(every, written, wishes)
    yield from _by_word(every, written, ())
    for layer in given.layers:
        if layer.paths:
            yield from _of_path(layer, written)
    yield from _thresholds(settings, written)
    for word, others in given.glossary.items():
        yield _from_file(f'glossary."{word}"', others, written, ("glossary", word))
    yield _from_file("profile", given.profile, written) if given.profile else Setting("profile", None)
    for glob, profile in given.profiles:
        yield _from_file(f'profiles."{glob}"', profile, written, ("profiles", glob))
    yield _from_file("team-rules", given.files, written) if given.files else Setting("team-rules", None)
    for key in BY_NAME.values():
        if key.kind == "choice":
            yield chosen.get(key.name, Setting(key.name, _DEFAULTS.get(key.name)))


def _ignored(every: Layer, written: Written, wishes: Wishes) -> Iterator[Setting]:
    """What the file ignores and what the option does: both hold."""
    if every.ignore:
        yield _from_file("ignore", every.ignore, written)
    if wishes.ignore:
        yield Setting("ignore", wishes.ignore, "option", "--ignore")
    if not every.ignore and not wishes.ignore:
        yield Setting("ignore", None)


def _by_word(layer: Layer, written: Written, way: Path) -> Iterator[Setting]:
    begin = f'per-path."{layer.paths}".' if way else ""
    for word, weight in layer.severity.items():
        yield _from_file(f"{begin}severity.{word}", weight, written, (*way, "severity", word))


def _of_path(layer: Layer, written: Written) -> Iterator[Setting]:
    way: Path = ("per-path", layer.paths)
    for key, words in (("select", layer.select), ("ignore", layer.ignore)):
        if words:
            yield _from_file(f'per-path."{layer.paths}".{key}', words, written, (*way, key))
    yield from _by_word(layer, written, way)


def _thresholds(settings: Settings, written: Written) -> Iterator[Setting]:
    for name in figures():
        value, own = getattr(settings, name.replace("-", "_")), written.given.thresholds.get(name)
        if not isinstance(value, Mapping):
            key = f"thresholds.{name}"
            yield Setting(key, value) if own is None else _from_file(key, value, written, ("thresholds", name))
            continue
        for level, figure in value.items():
            key, path = f"thresholds.{name}.{level}", ("thresholds", name, level)
            yield _from_file(key, figure, written, path) if own is not None and level in own else Setting(key, figure)
