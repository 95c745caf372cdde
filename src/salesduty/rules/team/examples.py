"""The examples of a rule, tried on the rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from salesduty.model.fields import parts_in
from salesduty.model.part import Part
from salesduty.model.reading import read
from salesduty.results.wording import LANGS, Text
from salesduty.rules.rule import Example, Hit
from salesduty.rules.team.rule import Shown, TeamRule
from salesduty.rules.team.where import KINDS, Where
from salesduty.settings.settings import Settings
from salesduty.workspace.file import File
from salesduty.workspace.resolve import resolve

_NAME = "示例"
_AROUND: Mapping[str, tuple[str, str]] = {
    "function": ("department", "functions"),
    "meeting": ("department", "meetings"),
    "promise": ("department", "promises"),
    "duty": ("post", "duties"),
    "authority": ("post", "authorities"),
    "step": ("process", "steps"),
}
"""What each kind of thing stands in, where it does not stand alone."""

_UNREAD = Text("这个例子读不懂：{what}", "this example cannot be read: {what}")
_FALSE_ALARM = Text("好例子不该报，却报了：{said}", "the good example is found wrong: {said}")
_SILENT = Text("坏例子应当报，却没有报", "the bad example is not found")
_OTHERWISE = Text("坏例子报的不是“{wanted}”，而是：{said}", "the bad example is not told as “{wanted}” but as: {said}")


def of_sentence(sentence: str, where: Where, levels: tuple[str, ...]) -> Mapping[str, Any]:
    """Return the values of a role file that has `sentence` just where a rule looks, in a post of the first of `levels`."""
    part = _holder(where)
    inside = _nested(part, where.fields, sentence)
    if where.kind in _AROUND:
        outer, field = _AROUND[where.kind]
        inside = {"name": _NAME, field: [inside]}
    else:
        outer = "post" if where.kind == "kpi" and part is KINDS["kpi"][0] else where.kind
        inside = {"name": _NAME, "kpis": [inside]} if outer != where.kind else inside
    if outer == "post" and levels:
        inside = {"level": levels[0], **inside}
    return {outer: inside}


def _holder(where: Where) -> type[Part]:
    """The model of the thing; of a KPI the definition, unless only a post's has the field."""
    holders = [part for part in KINDS[where.kind] if not where.fields or where.fields[0] in part.model_fields]
    return holders[-1]


def _nested(part: type[Part], fields: tuple[str, ...], sentence: str) -> Any:
    """`sentence` at the end of `fields`, with whatever else must be written on the way."""
    if not fields:
        return sentence
    name = fields[0]
    below = next(parts_in(part.model_fields[name].annotation), None)
    value = _nested(below, fields[1:], sentence) if below is not None else sentence
    is_list = below is not None and "tuple" in str(part.model_fields[name].annotation)
    needed = {each: _NAME for each, field in part.model_fields.items() if field.is_required() or each == "name"}
    return {**needed, part.model_fields[name].alias or name: [value] if is_list else value}


def failures(rule: TeamRule, settings: Settings) -> Iterator[tuple[str, int, Text]]:
    """Yield which examples do not hold: `good` or `bad`, the number from 0, and what is wrong."""
    for kind, examples in (("good", rule.good), ("bad", rule.bad)):
        for number, shown in enumerate(examples):
            reading = read(shown.values)
            if reading.mistakes:
                first = reading.mistakes[0]
                where = ".".join(map(str, first.path))
                yield kind, number, _UNREAD.filled({"what": f"{where} ({first.kind})"})
                continue
            said = [rule.message.filled(hit.values) for hit in _hits(rule, shown, settings)]
            if (what := _wrong(kind, shown, said)) is not None:
                yield kind, number, what


def _hits(rule: TeamRule, shown: Shown, settings: Settings) -> Iterator[Hit]:
    file = File("example.yaml", reading=read(shown.values))
    for department in resolve([file]).departments:
        yield from rule.check(department, settings)


def _wrong(kind: str, shown: Shown, said: list[Text]) -> Text | None:
    all_of_it = Text(*("；".join(each.within(lang) for each in said) for lang in LANGS))
    if kind == "good":
        return _FALSE_ALARM.filled({"said": all_of_it}) if said else None
    if not said:
        return _SILENT
    if shown.says and all(shown.says not in (each.zh, each.en) for each in said):
        return _OTHERWISE.filled({"wanted": shown.says, "said": all_of_it})
    return None


def documented(shown: Shown) -> Example:
    """Return an example as all rules have them, written out as a role file; `finds` is left to who can read files."""
    return Example(yaml.dump(_plain(shown.values), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
