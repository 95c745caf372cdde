"""STR032: a section that was written and has nothing in it: `kpis: []`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.part import Part
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_EMPTY = re.compile(r"\[\s*\]|\{\s*\}")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the lists and groups of fields that are written and empty, but a post's duties, which another rule asks for."""
    written = [file for file in department.files if file.text is not None and _EMPTY.search(file.text)]
    names = {file.name for file in written}
    found = [
        (at, title)
        for entity in department.entities
        if entity.place.file in names
        for at, title in _empty(entity.value, entity.place)
    ]
    unread = omitted((department,) if found else ())
    posts = {post / "duties" for post in department.active_posts}
    for at, title in found:
        if at not in posts and not unread.explains(at):
            yield Hit(at, {"section": title})


def _empty(part: Part, at: Place) -> Iterator[tuple[Place, Text]]:
    for name in part.model_fields_set:
        value = getattr(part, name)
        key = name.rstrip("_")
        if value == () or (isinstance(value, Part) and not value.model_fields_set):
            yield at / key, Text(part.title_of(key), key)
        elif isinstance(value, Part):
            yield from _empty(value, at / key)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part) and item.model_fields_set:
                    yield from _empty(item, at / key / index)


RULE = Rule(
    code="STR032",
    name="empty-section",
    severity=WARNING,
    check=check,
    message=Text(zh="“{section}”下面是空的", en="“{section}” is there and holds nothing"),
    why=Text(
        zh="留着空的一节，看上去像是填过了，其实和没有写一样。",
        en="An empty section looks as if it had been filled in and counts as not written.",
    ),
    fix=Text(zh="填上内容；暂时没有就删掉这一节。", en="Fill it in, or take it out for now."),
    good=(Example("post:\n  name: 店员\n  duties: [每天理货]\n  qualifications: {education: 高中}\n"),),
    bad=(
        Example(
            "post:\n  name: 店员\n  duties: [每天理货]\n  authorities: []\n  qualifications: {}\n",
            finds=(
                "4:3 “岗位权限”下面是空的",
                "5:3 “任职资格”下面是空的",
            ),
        ),
        Example("department:\n  name: 门店部\n  functions: [ ]\n", finds=("3:3 “部门职能”下面是空的",)),
    ),
)
