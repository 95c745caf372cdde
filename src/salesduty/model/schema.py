"""The JSON Schema (draft-07) of a role file, made from the models, for completion and hover in editors.

Keys stand there in both languages; the Chinese spelling of a key refers to the English one, so that everything is written once.
Nothing is said with `anyOf` where a list of types will do, because editors say what is wrong in a branch of it badly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic.json_schema import models_json_schema

from salesduty.model.choices import Choice
from salesduty.model.fields import parts
from salesduty.model.part import ALSO, SHORT, Part

DRAFT = "http://json-schema.org/draft-07/schema#"
ENTITIES = ("department", "post", "process", "kpi", "appraisal")
_TITLE = "salesduty 岗位文件"
_ABOUT = "岗位责任制的一个文件：部门、岗位、流程、指标。每个项目可以用中文名，也可以用英文名。"
_REF = "#/definitions/{model}"
_ABOUT_A_FIELD = ("title", "description", "examples")
_KEPT = ("type", "pattern", "minimum", "maximum", "enum", "items", "anyOf", "$ref", "additionalProperties")
_TEXT_TYPES = ["string", "number"]
_SENTENCE: Mapping[str, Any] = {"type": _TEXT_TYPES, "pattern": r"\S"}
_YES_OR_NO = {"enum": [True, False, "true", "false", "yes", "no", "on", "off"]}
_LISTED_OR_ALONE = ("post", "posts", "process", "processes", "kpi", "kpis")

Schema = dict[str, Any]


def schema(entity: str | None = None) -> Schema:
    """Return the schema of a whole file, or that of what stands below the key of one of ENTITIES."""
    _, generated = models_json_schema([(part, "validation") for part in parts()], by_alias=True, ref_template=_REF)
    definitions = {part.__name__: _of_part(part, generated["$defs"][part.__name__]) for part in parts()}
    definitions |= {choice.__name__: _of_choice(choice) for choice in _choices()}
    document = definitions.pop("Document")
    for key in _LISTED_OR_ALONE:
        field = document["properties"][key]
        alone = field.pop("items")
        del field["type"]
        field |= _alone_or_listed(alone, alone)
    head = {"$schema": DRAFT, "title": _TITLE, "description": _ABOUT}
    if entity is None:
        return {**head, **document, "definitions": definitions}
    root = {"allOf": [{"$ref": _REF.format(model=entity.capitalize())}]}
    used = _used(root, definitions)
    return {**head, **root, "definitions": {name: each for name, each in definitions.items() if name in used}}


def _of_part(part: type[Part], generated: Schema) -> Schema:
    """A mapping, or the plain sentence that stands for it."""
    fields: Schema = {key: {"title": part.title_of(key)} | _of_field(field) for key, field in generated["properties"].items()}
    for key in fields.keys() & _OTHERWISE.keys():
        fields[key] = {name: fields[key][name] for name in _ABOUT_A_FIELD if name in fields[key]} | _OTHERWISE[key]
    # A definition is reached from the root, whose own properties are no definition.
    at = "#" if part.__name__ == "Document" else _REF.format(model=part.__name__)
    chinese = {spelling: {"$ref": f"{at}/properties/{key}"} for spelling, key in part.titles.items()}
    found: Schema = {"title": part.model_config.get("title"), "type": "object"}
    if part.short_form is not None:
        found |= {"type": ["object", *_TEXT_TYPES], "pattern": r"\S"}
        short = {name: fields[part.short_form][name] for name in ("allOf", "pattern") if name in fields[part.short_form]}
        if short != {"pattern": r"\S"}:
            found |= {"if": {"type": "string"}, "then": short}
    found |= {"properties": fields | chinese, "additionalProperties": False}
    needed = [_one_of(part, (key,)) for key in generated.get("required", ())]
    needed += [_one_of(part, _EITHER[part.__name__])] if part.__name__ in _EITHER else []
    return found | ({"allOf": needed} if needed else {})


def _of_field(field: Schema) -> Schema:
    """A field: its title, its sentence, its example, and what may be written there."""
    about = {key: field[key] for key in _ABOUT_A_FIELD if key in field}
    return about | _of_value({key: value for key, value in field.items() if key not in (*about, SHORT, ALSO, "default")})


def _of_value(value: Schema) -> Schema:
    """What may be written: nulls taken out, numbers let in where text is meant, branches folded where types tell them apart."""
    found = {key: each for key, each in value.items() if key in _KEPT}
    branches = [_of_value(each) for each in found.pop("anyOf", ()) if each != {"type": "null"}]
    if len(branches) == 1:
        return branches[0]
    if len(branches) == 2 and branches[1].get("type") == "array" and "type" in branches[0] and branches[0]["type"] != "object":
        alone, listed = branches
        return {**alone, "type": [*_types(alone), "array"], "items": listed["items"]}
    if branches:
        found["anyOf"] = branches
    if "$ref" in found:
        # What stands beside a reference does not count in this draft.
        return {"allOf": [{"$ref": found.pop("$ref")}]}
    if found.get("type") == "string" and found.get("pattern", _SENTENCE["pattern"]) == _SENTENCE["pattern"]:
        found["type"] = _TEXT_TYPES
    if found.get("type") == "boolean":
        return dict(_YES_OR_NO)
    if isinstance(found.get("items"), dict):
        items = _of_value(found["items"])
        found["items"] = items["allOf"][0] if items.keys() == {"allOf"} else items
    return found


def _types(value: Schema) -> list[str]:
    return value["type"] if isinstance(value["type"], list) else [value["type"]]


def _one_of(part: type[Part], keys: tuple[str, ...]) -> Schema:
    """That one of `keys` is there, in any spelling."""
    spelt = [spelling for key in keys for spelling in (key, *(zh for zh, en in part.titles.items() if en == key))]
    return {"anyOf": [{"required": [spelling]} for spelling in spelt]}


def _choices() -> Iterator[type[Choice]]:
    """Every closed list of values that a field takes."""
    found: dict[str, type[Choice]] = {}
    for part in parts():
        for field in part.model_fields.values():
            found |= {choice.__name__: choice for choice in _choices_in(field.annotation)}
    return iter(found.values())


def _choices_in(annotation: Any) -> Iterator[type[Choice]]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield annotation
    for argument in get_args(annotation):
        yield from _choices_in(argument)


def _of_choice(choice: type[Choice]) -> Schema:
    """A closed list in both languages; an editor shows beside each value what it is called in the other."""
    told = {member.value: member.label for member in choice}
    told |= {word: member.value for member in choice for word in member.words}
    title = (choice.__doc__ or "").partition(":")[0]
    return {"title": title, "enum": list(told), "enumDescriptions": list(told.values())}


def _used(value: Any, definitions: Schema) -> set[str]:
    """The names of the definitions that `value` leads to."""
    used: set[str] = set()
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            name = str(each.get("$ref", "")).removeprefix("#/definitions/").partition("/")[0]
            if name and name not in used:
                used.add(name)
                waiting.append(definitions[name])
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return used


_SHARE = {"type": ["number", "string"], "minimum": 0, "maximum": 100, "pattern": r"^\s*\d+(\.\d+)?\s*[%％]?\s*$"}


def _alone_or_listed(alone: Schema, listed: Schema) -> Schema:
    """One thing or a list of them; told apart first, so that a mistake is told where it stands."""
    return {"if": {"type": "array"}, "then": {"items": listed}, "else": alone}


def _ref(model: str) -> Schema:
    return {"$ref": _REF.format(model=model)}


# What a validator of the model accepts before Pydantic looks at it, by the key of the field.
_OTHERWISE: Mapping[str, Schema] = {
    "split": _alone_or_listed({"type": "object", "additionalProperties": _SHARE}, _ref("Share")),
    "qualifications": _alone_or_listed(_ref("Qualifications"), dict(_SENTENCE)),
    "levels": _alone_or_listed(_ref("Level"), _ref("Level")),
}
# Of these keys one has to be there, which a validator of the model sees to.
_EITHER: Mapping[str, tuple[str, ...]] = {"PostKpi": ("ref", "name")}
