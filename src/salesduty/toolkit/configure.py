"""Configure: the settings that a run over some paths goes by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from salesduty.disk.settings import Found, find_settings, named, read_beside, working_folder
from salesduty.results.wording import Text
from salesduty.settings.configured import Configured, Wishes, Written, configured
from salesduty.settings.mistake import BadSettings, Mistake
from salesduty.settings.paths import Base
from salesduty.settings.places import places
from salesduty.settings.reading import read
from salesduty.settings.settings import RulesFile, Settings
from salesduty.settings.toml import MOST_BYTES, parsed
from salesduty.text.visible import one_line

Source = str | Path | Iterable[str | Path] | Mapping[str, str | bytes]

_SEVERAL = Text(
    "这些路径各有各的设置文件（另一个是 {other}）。请分开运行，或用 --config 指定一个",
    "these paths have different settings files (the other one is {other}); run them one by one, or name one with --config",
)
_NO_PART = Text("文件里没有 [tool.salesduty] 这一节", "there is no [tool.salesduty] in the file")
_UNREAD = {
    "missing": Text("找不到这个文件", "there is no such file"),
    "permission": Text("没有权限读", "it may not be read"),
    "special": Text("不是普通文件", "it is no plain file"),
    "link": Text("它是指到别处的链接", "it is a link that leads elsewhere"),
    "failed": Text("读不出来", "it cannot be read"),
    "outside": Text("它在仓库外面", "it lies outside the repository"),
}
_RULES = Text("规则文件“{path}”用不了：{why}", "the file of rules “{path}” cannot be used: {why}")
_TOO_LARGE = Text("文件太大", "it is too large")


def configure(
    source: Source = "roles",
    wishes: Wishes | None = None,
    *,
    config: str | Path | None = None,
    isolated: bool = False,
    today: date | None = None,
) -> Configured:
    """Return what is set for `source`: by the settings file around it, or by `config`, and by `wishes`.

    With `isolated`, and for texts, no file is looked for. Raises `BadSettings` for a file or a wish that cannot be used, with
    all that is wrong. Whether rules and profiles that are named exist is found out by the run.
    """
    found = None if isolated else _found(source, config)
    day, asked = today or date.today(), wishes or Wishes()
    if found is None:
        return configured(Written(), asked, today=day)
    written = _written(found)
    base = Base(found.folder.as_posix(), (working_folder() or Path()).as_posix())
    return configured(written, asked, today=day, base=base, team=_team(found, written))


def settings_of(source: Source) -> Settings:
    """Return the settings that `source` goes by where nobody asks for others. Raises as `configure`."""
    return configure(source).settings


def _found(source: Source, config: str | Path | None) -> Found | None:
    if config is not None:
        return named(config)
    if isinstance(source, Mapping):
        return None
    found = find_settings([source] if isinstance(source, (str, Path)) else source)
    if len(found) > 1:
        raise BadSettings((Mistake(found[0].name, _SEVERAL.filled({"other": one_line(found[1].name, 80)})),))
    return next(iter(found), None)


def _written(found: Found) -> Written:
    """What the file says. Raises BadSettings for all that is wrong in it."""
    if found.refused:
        raise BadSettings((Mistake(found.name, _UNREAD[found.refused]),))
    values = parsed(found.data, found.name)
    if isinstance(values, Mistake):
        raise BadSettings((values,))
    data, text = values
    within = ("tool", "salesduty") if found.is_shared else ()
    written = Written(found.name, read(_part(data, found)), places(text), within)
    if written.given.wrong:
        located = ((written.place(path), what) for path, what in written.given.wrong)
        raise BadSettings(tuple(Mistake(file, what, line, column) for (file, line, column), what in located))
    return written


def _part(data: Mapping[str, Any], found: Found) -> Mapping[str, Any]:
    if not found.is_shared:
        return data
    part = data.get("tool", {}).get("salesduty")
    if not isinstance(part, dict):
        raise BadSettings((Mistake(found.name, _NO_PART),))
    return part


def rules_files(paths: Iterable[str | Path]) -> tuple[RulesFile, ...]:
    """Return the files of rules at `paths`. Raises `BadSettings` for those that cannot be read."""
    found = [named(path) for path in paths]
    wrong = tuple(Mistake(file.name, why) for file in found if (why := _refusal(file)) is not None)
    if wrong:
        raise BadSettings(wrong)
    return tuple(RulesFile(file.name, file.data) for file in found)


def _team(found: Found, written: Written) -> tuple[RulesFile, ...]:
    files, mistakes = [], []
    for number, path in enumerate(written.given.files):
        read_file = read_beside(found, path)
        if (why := _refusal(read_file)) is None:
            files.append(RulesFile(read_file.name, read_file.data))
        else:
            file, line, column = written.place(("team-rules", number))
            mistakes.append(Mistake(file, _RULES.filled({"path": one_line(path), "why": why}), line, column))
    if mistakes:
        raise BadSettings(tuple(mistakes))
    return tuple(files)


def _refusal(file: Found) -> Text | None:
    """Why a file of rules cannot be used."""
    if file.refused:
        return _UNREAD[file.refused]
    return _TOO_LARGE if len(file.data) > MOST_BYTES else None
