"""STR025: a duty that says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from salesduty.model.duty import Duty
from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department
from salesduty.workspace.file import File


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the duties without text, title and duties below them, unless something in them could not be read."""
    files = {file.name: file for file in department.files}
    for owner, duties, place in _lists(department):
        for at in _empty(duties, place):
            if not _spoilt(files, at):
                yield Hit(at, {"owner": owner})


def _lists(department: Department) -> Iterator[tuple[str, Sequence[Duty], Place]]:
    """Every list of duties with the name of the post, function or step that it belongs to."""
    for post in department.posts:
        yield post.value.name, post.value.duties, post / "duties"
    for index, function in enumerate(department.spec.functions):
        yield function.name, function.duties, department.place / "functions" / index / "duties"
    for process in department.processes:
        for index, step in enumerate(process.value.steps):
            yield step.name, step.duties, process / "steps" / index / "duties"


def _empty(duties: Sequence[Duty], place: Place) -> Iterator[Place]:
    for index, duty in enumerate(duties):
        if duty.duties:
            yield from _empty(duty.duties, place / index / "duties")
        elif duty.text is None and duty.title is None:
            yield place / index


def _spoilt(files: Mapping[str, File], at: Place) -> bool:
    """Tell whether reading left out anything of the duty."""
    reading = files[at.file].reading
    path = reading.in_file(at.path)
    return any(mistake.path[: len(path)] == path for mistake in reading.mistakes)


RULE = Rule(
    code="STR025",
    name="empty-duty",
    severity=ERROR,
    check=check,
    message=Text(
        zh="“{owner}”有一项职责是空的：没有内容，没有标题，也没有下级职责",
        en="a duty of “{owner}” is empty: it has no text, no title and no duties below it",
    ),
    why=Text(
        zh="打印出来只有一个编号，任职的人不知道要做什么，考核时也无从对照。",
        en="It is printed as a bare number; nobody can tell what is to be done or hold anyone to it.",
    ),
    fix=Text(
        zh="用一句话写出做什么、做到什么程度，写在“内容”（text）里；多余的就删掉。",
        en="Say under `text` what is to be done and how well, or take the duty out.",
    ),
    good=(
        Example(
            """\
post:
  name: 销售代表
  duties:
    - 每周拜访 5 家客户
    - title: 货款回收
      duties: [{id: statement, text: 每月 5 日前与客户对账}]
"""
        ),
    ),
    bad=(
        Example(
            """\
post:
  name: 销售代表
  duties:
    - 每周拜访 5 家客户
    - {}
    - title: 货款回收
      duties:
        - id: statement
          cadence: monthly
""",
            finds=(
                "5:7 “销售代表”有一项职责是空的：没有内容，没有标题，也没有下级职责",
                "8:11 “销售代表”有一项职责是空的：没有内容，没有标题，也没有下级职责",
            ),
        ),
    ),
)
