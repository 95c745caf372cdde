"""New: a post, a process or a KPI for a department that is there, as a file to be filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from salesduty.disk.create import create
from salesduty.disk.names import safe_name
from salesduty.disk.packaged import starters
from salesduty.model.choices import Level
from salesduty.model.skeletons import skeleton
from salesduty.results.finding import WARNING, Report
from salesduty.source.parse import parse
from salesduty.text.nearest import nearest
from salesduty.toolkit.check import is_reported
from salesduty.toolkit.format import format_files
from salesduty.toolkit.init import NotClean
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import Source, load
from salesduty.workspace.entities import Department, Workspace

_FOLDERS = {"post": "posts", "process": "processes", "kpi": "kpis"}
_ENGLISH = "department"
_MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\s")


class NoDepartment(Exception):
    """No department of the workspace is meant by `given`, or several may be where nothing is given.

    `known` are the departments that there are, `near` those that look like what was given.
    """

    def __init__(self, given: str, known: tuple[str, ...], near: tuple[str, ...]) -> None:
        super().__init__(given)
        self.given = given
        self.known = known
        self.near = near


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made: its kind, its name, and what is known of it by English keys, such as `id` and `reports_to`."""

    kind: str
    name: str
    known: Mapping[str, str]
    department: str | None = None


def new(wanted: Wanted, source: Source = "roles") -> Path:
    """Write one new file into the department that is meant, where its like are, and return its path.

    Raises NoDepartment, `NotFound` for a path that does not exist, NotClean where the department would have more to be mended
    than before (a name that is taken, a superior that nobody knows), `AlreadyThere` and `CannotWrite`.
    """
    workspace = load(source)
    department = _meant(wanted.department, workspace)
    home = workspace.file(department.place.file)
    english = _ENGLISH in (parse(home.text or "").data or {})
    folder = _folder(wanted.kind, department)
    path = folder / f"{wanted.known.get('id') or safe_name(wanted.name)}.yaml"
    template = starters()[f"new/{wanted.kind}.{'en' if english else 'zh'}.yaml"]
    text = _modeline(home.text or "", Path(home.name).parent, folder)
    text += skeleton(template, wanted.kind, wanted.name, _spelt(wanted.known, english=english), english=english)
    text = next((each.after for each in format_files({path.as_posix(): text}).files), text)
    _refuse_findings(workspace, path.as_posix(), text)
    create({path: text.encode()})
    return path


def _spelt(known: Mapping[str, str], *, english: bool) -> Mapping[str, str]:
    """What is known, with the level in the language of the keys."""
    level = known.get("level")
    return {**known, "level": Level(level).label} if level and not english else known


def _meant(given: str | None, workspace: Workspace) -> Department:
    """The department that is called `given`, or the only one there is."""
    there = [each for each in workspace.departments if each.declared and is_reported(each)]
    meant = [each for each in there if given in (None, each.id, each.name)]
    if len(meant) == 1:
        return meant[0]
    known = tuple(f"{each.name}（{each.id}）" for each in meant or there)
    words = (word for each in there for word in (each.id, each.name))
    raise NoDepartment(given or "", known, nearest(given, words) if given and not meant else ())


def _folder(kind: str, department: Department) -> Path:
    """Where the files of the department that hold one of `kind` each are; beside it in a folder of its own otherwise."""
    top = Path(department.place.file).parent
    entities: Iterable[str] = (each.place.file for each in getattr(department, _FOLDERS[kind]))
    alone = [Path(file).parent for file, count in Counter(entities).items() if count == 1 and file != department.place.file]
    usual = [folder for folder, _ in Counter(alone).most_common() if folder != top]
    return usual[0] if usual else top / _FOLDERS[kind]


def _modeline(text: str, home: Path, folder: Path) -> str:
    """The comment for editors, where the file of the department has one: the same schema, seen from `folder`."""
    found = _MODELINE.match(text)
    if found is None:
        return ""
    schema = found[1] if "://" in found[1] else Path(relpath(home / found[1], folder)).as_posix()
    return f"# yaml-language-server: $schema={schema}\n"


def _refuse_findings(workspace: Workspace, name: str, text: str) -> None:
    """Raise NotClean for what lint finds with the new file and not without it."""
    texts: dict[str, str | bytes] = {file.name: file.text for file in workspace.files if file.text is not None}
    before = {finding.fingerprint for finding in lint(texts).findings}
    texts[name] = text
    found = tuple(finding for finding in lint(texts).at_least(WARNING).findings if finding.fingerprint not in before)
    if found:
        raise NotClean(Report(found, 1, 1, 1))
