"""STR033: an id that is not lower-case letters, figures and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.part import Part
from salesduty.results.finding import INFO, WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department

_STYLE = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_UNUSUAL = re.compile(r"(?:id|编号)[\"']?[ \t]*:(?![ \t]*([\"']?)[a-z0-9]+(?:-[a-z0-9]+)*\1[ \t]*(?:[,}\r\n#]|$))")
"""An id in the text of a file that need not be of the usual style."""
_BREAKS = re.compile(r"[/#\s\x00-\x1f]")
_HUMP = re.compile("(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN = re.compile("[^a-z0-9]+")
_ADDRESS = Text("里有斜杠、井号或空格，地址会断在那里", "has a slash, a number sign or a blank, where addresses break")
_OTHER = Text("不是英文小写、数字加连字符", "is not lower-case letters, figures and hyphens")
_MEANT = Text("，可以写成“{id}”", "; write “{id}”")
_NOTHING = Text("", "")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the ids that break an address, or are of another style; the latter as a hint."""
    files = {file.name for file in department.files if file.text is not None and _UNUSUAL.search(file.text)}
    for entity in department.entities if files else ():
        if entity.place.file in files:
            yield from _styled(entity.value, entity.place)


def _styled(part: Part, at: Place) -> Iterator[Hit]:
    ident = part.__dict__.get("id")
    if ident is not None and _STYLE.fullmatch(ident) is None:
        breaks = _BREAKS.search(ident) is not None
        near = _kebab(ident)
        values = {"id": ident, "what": _ADDRESS if breaks else _OTHER, "near": _MEANT.filled({"id": near}) if near else _NOTHING}
        yield Hit(at / "id", values, severity=WARNING if breaks else INFO)
    for name, value in part.__dict__.items():
        if type(value) is tuple:
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _styled(item, at / name.rstrip("_") / index)


def _kebab(ident: str) -> str:
    """The id in the usual style, "" where nothing of it can be kept."""
    if any(char > "\u2e7f" for char in normal(ident)):
        return ""
    return _BETWEEN.sub("-", _HUMP.sub("-", ident).lower()).strip("-")


RULE = Rule(
    code="STR033",
    name="id-style",
    severity=INFO,
    check=check,
    message=Text(zh="编号“{id}”{what}{near}", en="the id “{id}” {what}{near}"),
    why=Text(
        zh="编号是给别处引用和比对用的：大小写、空格、斜杠各写各的，引用就对不上。",
        en="Ids are there to be referred to; where everybody writes them in another way, references miss.",
    ),
    fix=Text(
        zh="用英文小写、数字和连字符，如 area-manager；改了以后，引用它的地方也要一起改。",
        en="Use lower-case letters, figures and hyphens, as in area-manager, and change what refers to it as well.",
    ),
    good=(Example("post:\n  id: area-manager\n  name: 大区经理\n  duties: [{id: visit-2, text: 每周走访两家门店}]\n"),),
    bad=(
        Example(
            """\
posts:
  - {id: AreaManager, name: 大区经理, duties: [{id: 巡店/检查, text: 每周走访两家门店}]}
  - {id: store clerk, name: 店员, duties: [每天理货]}
""",
            finds=(
                "2:10 编号“AreaManager”不是英文小写、数字加连字符，可以写成“area-manager”",
                "2:49 编号“巡店/检查”里有斜杠、井号或空格，地址会断在那里",
                "3:10 编号“store clerk”里有斜杠、井号或空格，地址会断在那里，可以写成“store-clerk”",
            ),
        ),
    ),
)
