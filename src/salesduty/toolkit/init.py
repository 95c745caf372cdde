"""Init: a new department with everything beside it that a project needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from salesduty import __version__
from salesduty.disk.create import AlreadyThere, create
from salesduty.disk.names import safe_name
from salesduty.disk.packaged import starters
from salesduty.model.filled import filled
from salesduty.model.skeletons import skeleton
from salesduty.results.finding import WARNING, Report
from salesduty.settings.settings import Settings
from salesduty.source.parse import parse
from salesduty.source.span import Path as Steps
from salesduty.toolkit.format import format_files
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import load
from salesduty.toolkit.schema import schema_text

SCHEMA = "salesduty.schema.json"
CI_FILES: Mapping[str, str] = {
    "github": ".github/workflows/salesduty.yml",
    "gitlab": ".gitlab-ci.yml",
    "gitee": ".workflow/salesduty.yml",
    "yunxiao": "ci/yunxiao.yml",
    "cnb": ".cnb.yml",
}
"""Where each code host looks for its pipeline; Yunxiao looks nowhere, its file is pasted."""
_EDITOR_FILES = {"vscode": (".vscode/settings.json", ".vscode/extensions.json")}
_SHARED = frozenset(("salesduty.toml", SCHEMA, *_EDITOR_FILES["vscode"]))
"""What several departments of a project have in common."""
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MOST_IN_A_NAME = 60
_USUAL_IDS = {
    "销售": "sales",
    "市场": "marketing",
    "营销": "marketing",
    "电商": "e-commerce",
    "客服": "service",
    "渠道": "channel",
}
_MOST_HEADCOUNT = 1000
_LEVELS = ("总监", "经理", "主管", "员工")


class NotClean(Exception):
    """What would be written has findings, told in `report`; nothing was written."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"what would be written has findings: {len(report.findings)}")
        self.report = report


@dataclass(frozen=True, slots=True)
class Seat:
    """A post as the wizard offers it: how many people, and to whom it reports."""

    name: str
    headcount: int
    reports_to: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a new department is to be.

    `headcounts` are by the names of the posts that the profile brings, `seats` are further posts.
    """

    name: str
    id: str
    profile: str = "general"
    approver: str = "总经理"
    headcounts: Mapping[str, int] = field(default_factory=dict)
    seats: tuple[Seat, ...] = ()
    ci: str = "none"
    editor: str = "vscode"
    english_keys: bool = False
    english: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """The files of a new project by their names below its folder: those written, and those that were there."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def usual(profile: str) -> tuple[str, tuple[Seat, ...]]:
    """Return the name that a department of `profile` usually has, and the posts that it begins with, the head first."""
    texts = _department(profile)
    posts = [parse(text).data["岗位"] for name, text in texts.items() if name.startswith("posts/")]  # type: ignore[index]
    posts.sort(key=lambda post: _LEVELS.index(post["层级"]))
    name: str = parse(texts["department.yaml"]).data["部门"]["部门名称"]  # type: ignore[index]
    return name, tuple(Seat(post["岗位名称"], int(post["编制"]), post["直接上级"]) for post in posts)


def proposed_id(name: str, folder: Path) -> str:
    """Return an id for a department called `name` that no folder in the roles of `folder` has yet."""
    wished = name.strip().lower()
    stem = wished if _ID.fullmatch(wished) else next((usual for word, usual in _USUAL_IDS.items() if word in name), "sales")
    found, number = stem, 2
    while (folder / "roles" / found).exists():
        found, number = f"{stem}-{number}", number + 1
    return found


def is_id(text: str) -> bool:
    """Tell whether `text` can be the id of a department: small letters, digits and hyphens."""
    return bool(_ID.fullmatch(text)) and len(text) <= _MOST_IN_A_NAME


def is_name(text: str) -> bool:
    """Tell whether `text` can be a name: on one line, visible, not too long."""
    return bool(text.strip()) and text.isprintable() and len(text) <= _MOST_IN_A_NAME


def is_headcount(text: str) -> bool:
    """Tell whether `text` is a number of people, one at the least."""
    return text.isascii() and text.isdigit() and len(text) <= len(str(_MOST_HEADCOUNT)) and 1 <= int(text) <= _MOST_HEADCOUNT


def planned(wishes: Wishes, *, today: date | None = None) -> Mapping[str, str]:
    """Return the files of the new project by their names below its folder. Raises NotClean."""
    roles = dict(_roles(wishes, today or date.today()))
    roles.update((each.file, each.after) for each in format_files(roles).files)
    report = lint(roles, settings=Settings(today=today or date.today())).at_least(WARNING)
    if report.findings:
        raise NotClean(report)
    return {**roles, **_beside(wishes)}


def init(folder: str | Path, wishes: Wishes, *, today: date | None = None) -> Begun:
    """Write a new department and what goes beside it below `folder`, all or nothing.

    Settings that are there already stay as they are. Raises NotClean, AlreadyThere and CannotWrite; nothing is there then that
    was not there before.
    """
    top = Path(folder)
    files = planned(wishes, today=today)
    home = top / "roles" / wishes.id
    if home.is_dir() and any(home.iterdir()):
        raise AlreadyThere((home.as_posix(),))
    if (top / "roles").is_dir():
        same = [each.place.file for each in load(top / "roles").departments if wishes.id == each.id and each.declared]
        if same:
            raise AlreadyThere(tuple(same))
    kept = tuple(name for name in files if name in _SHARED and (top / name).exists())
    written = tuple(name for name in files if name not in kept)
    create({top / name: files[name].encode() for name in written})
    return Begun(written, kept)


def _department(profile: str) -> Mapping[str, str]:
    """The files of a department that is ready-made, by their names in it."""
    top = f"departments/{profile}/"
    return {name.removeprefix(top): text for name, text in starters().items() if name.startswith(top)}


def _roles(wishes: Wishes, today: date) -> Iterator[tuple[str, str]]:
    home = f"roles/{wishes.id}"
    for name, text in _department(wishes.profile).items():
        yield _with_modeline(f"{home}/{name}", filled(text, _values(name, text, wishes, today), english=wishes.english_keys))
    template = starters()[f"new/post.{'en' if wishes.english_keys else 'zh'}.yaml"]
    for seat in wishes.seats:
        known = {"reports_to": seat.reports_to, "headcount": str(seat.headcount)}
        text = skeleton(template, "post", seat.name, known, english=wishes.english_keys)
        yield _with_modeline(f"{home}/posts/{safe_name(seat.name)}.yaml", text)


def _values(name: str, text: str, wishes: Wishes, today: date) -> Mapping[Steps, str]:
    """What takes the place of what stands in a ready-made file."""
    if name == "department.yaml":
        values = {
            "id": wishes.id,
            "name": wishes.name.strip(),
            "effective": today.isoformat(),
            "review_by": _a_year_later(today).isoformat(),
            "approved_by": wishes.approver.strip(),
        }
        return {("department", key): value for key, value in values.items()}
    if name.startswith("posts/"):
        post: str = parse(text).data["岗位"]["岗位名称"]  # type: ignore[index]
        return {("post", "headcount"): str(wishes.headcounts[post])} if post in wishes.headcounts else {}
    return {}


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _with_modeline(name: str, text: str) -> tuple[str, str]:
    """A file with the comment that tells editors where its schema is."""
    up = "../" * len(PurePosixPath(name).parent.parts)
    return name, f"# yaml-language-server: $schema={up}{SCHEMA}\n{text}"


def _beside(wishes: Wishes) -> Mapping[str, str]:
    """The settings, the schema, the pipeline and what an editor reads."""
    found = {"salesduty.toml": starters()[f"salesduty.{'en' if wishes.english else 'zh'}.toml"], SCHEMA: schema_text()}
    if wishes.ci in CI_FILES:
        found[CI_FILES[wishes.ci]] = starters()[f"ci/{wishes.ci}.yml"].replace("@VERSION@", __version__)
    for name in _EDITOR_FILES.get(wishes.editor, ()):
        found[name] = starters()[f"editor/{PurePosixPath(name).name}"]
    return found
