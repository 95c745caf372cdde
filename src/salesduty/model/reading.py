"""Values of a file to a `Document`, keeping all that is right in it when something is wrong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import ValidationError

from salesduty.model.choices import Choice
from salesduty.model.department import Department
from salesduty.model.document import Document
from salesduty.model.fields import part_at
from salesduty.model.kpi import PostKpi
from salesduty.model.part import Part
from salesduty.results.place import Path
from salesduty.source.merged import Merged
from salesduty.text.nearest import nearest

_ROUNDS = 8
_MOST_PROBLEMS = 200

# Pydantic's error types, folded into what the rules have words for.
_KINDS = {
    "string_type": "not-text",
    "string_pattern_mismatch": "blank",
    "int_parsing": "not-whole-number",
    "int_parsing_size": "not-whole-number",
    "int_from_float": "not-whole-number",
    "int_type": "not-whole-number",
    "float_parsing": "not-number",
    "float_type": "not-number",
    "finite_number": "not-number",
    "tuple_type": "not-list",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large-number",
    "enum": "not-choice",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that the model cannot accept: what kind, at which field, with which words.

    The kinds are `unknown-key`, `missing-field`, those of `_KINDS`, and `not-` with a kind of value from `values.py`.
    `key` and `title` name the field, `got` is what was written instead; `limit` and `choices` are there where they apply.
    """

    kind: str
    path: Path
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, as far as it can be understood, and the mistakes in it.

    `removed` are the list items that had to be left out: by the path of their list, their indices in the file.
    """

    document: Document
    mistakes: tuple[Mistake, ...] = ()
    removed: Mapping[Path, tuple[int, ...]] = field(default_factory=dict)

    def in_file(self, path: Path) -> Path:
        """Return where the value at `path` of the document stands in the file, where items left out still count."""
        return _restored(path, self.removed)

    def in_document(self, path: Path) -> Path:
        """Return where the value at `path` of the file stands in the document, the list itself for an item left out of it."""
        found: Path = ()
        for depth, step in enumerate(path):
            if isinstance(step, int):
                gone = self.removed.get(path[:depth], ())
                before = bisect_left(gone, step)
                if gone[before : before + 1] == (step,):
                    return found
                step -= before
            found = (*found, step)
        return found


def read(data: Mapping[str, Any]) -> Reading:
    """Return the document in `data`, the values of one file; wrong values are left out and told as mistakes."""
    try:
        return Reading(Document.model_validate(data))
    except ValidationError as error:
        errors = error.errors(include_url=False)
    mistakes = mistakes_in(errors, data, Document)
    document, removed = _what_is_right(data, errors)
    return Reading(document, mistakes, removed)


def mistakes_in(errors: Sequence[Any], data: Mapping[str, Any], root: type[Part]) -> tuple[Mistake, ...]:
    """Return what Pydantic's `errors` about `data`, the values of a file that `root` reads, come to."""
    return _said_once(tuple(_mistake(problem, data, root) for problem in errors[:_MOST_PROBLEMS]))


def _said_once(mistakes: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
    """Without what is missing only because its key is not spelled right: the key says so, and mending it mends both."""
    meant = {(each.path[:-1], near) for each in mistakes if each.kind == "unknown-key" for near in _near(each)}
    return tuple(each for each in mistakes if each.kind != "missing-field" or _names(each).isdisjoint(meant))


def _near(mistake: Mistake) -> tuple[str, ...]:
    near = mistake.values["near"]
    return tuple(map(str, near)) if isinstance(near, Sequence) else ()


def _names(mistake: Mistake) -> frozenset[tuple[Path, str]]:
    """The English and the Chinese name of a field that is missing, each with where it would stand."""
    return frozenset((mistake.path[:-1], str(mistake.values[name])) for name in ("key", "title"))


def _mistake(error: Any, data: Mapping[str, Any], root: type[Part]) -> Mistake:
    path: Path = tuple(error["loc"])
    if error["type"] == "extra_forbidden":
        return _unknown_key(path, root)
    if error["type"] == "missing":
        part = part_at(path[:-1], root)
        key = str(path[-1])
        return Mistake("missing-field", path, {"key": key, "title": part.title_of(key)})
    context = error.get("ctx") or {}
    if error["type"] == "nameless":
        titles = (PostKpi.title_of("ref"), PostKpi.title_of("name"))
        return Mistake("missing-field", path, {"key": "ref/name", "title": "”或“".join(titles)})
    values: dict[str, object] = {"got": _quoted(_as_written(data, path, error["input"]))[:60], **_named(path, root)}
    if error["type"] == "key_in_sentence":
        return Mistake("key-in-sentence", path, {**values, "key": context["key"]})
    if error["type"] == "unreadable":
        return Mistake(f"not-{context['kind']}", path, values)
    if error["type"] == "enum":
        values["choices"] = _choices(path, root)
    if "ge" in context or "le" in context:
        values["limit"] = f"{context.get('ge', context.get('le')):g}"
    return Mistake(_KINDS.get(error["type"], "not-valid"), path, values)


def _as_written(data: Mapping[str, Any], path: Path, read: Any) -> Any:
    """The value at `path` as the file has it; `read` is what was left of it when it was refused."""
    written = _trail(data, path)[-1]
    return written if isinstance(written, str) else read


def _named(path: Path, root: type[Part]) -> dict[str, str]:
    """The English and the Chinese name of the field that `path` leads to."""
    last = max(index for index, step in enumerate(path) if isinstance(step, str))
    key = str(path[last])
    return {"key": key, "title": part_at(path[:last], root).title_of(key)}


def _unknown_key(path: Path, root: type[Part]) -> Mistake:
    part, key = part_at(path[:-1], root), str(path[-1])
    same = part.titles.get(key)
    if same is not None:
        return Mistake("unknown-key", path, {"key": key, "same": same, "near": ()})
    chinese = any(character > "\u2e7f" for character in key)
    known = sorted(part.titles) if chinese else sorted(part.names)
    return Mistake("unknown-key", path, {"key": key, "same": "", "near": nearest(key, known)})


def _choices(path: Path, root: type[Part]) -> tuple[str, ...]:
    last = max(index for index, step in enumerate(path) if isinstance(step, str))
    field_info = part_at(path[:last], root).model_fields[str(path[last])]
    return tuple(f"{member.value}（{member.label}）" for member in _members(field_info.annotation))


def _members(annotation: Any) -> tuple[Any, ...]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return tuple(annotation)
    return next((members for argument in get_args(annotation) if (members := _members(argument))), ())


def _quoted(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(map(str, list(value)[:3])) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_quoted, value[:3])) + "]"
    return str(value)


def _what_is_right(data: Mapping[str, Any], errors: Any) -> tuple[Document, Mapping[Path, tuple[int, ...]]]:
    """The document without the values that were wrong; a thing without its name takes its id for one."""
    remaining: Any = _copied(data)
    removed: dict[Path, tuple[int, ...]] = {}
    for _ in range(_ROUNDS):
        missing = {tuple(error["loc"]) for error in errors if error["type"] == "missing"}
        gone: dict[Path, list[int]] = {}
        last: Path = ()
        for path in sorted({tuple(error["loc"]) for error in errors}, key=_in_file_order, reverse=True):
            if last and path[: len(last)] == last:
                continue
            taken = _mend(remaining, path, missing=path in missing)
            last = taken or last
            if taken and isinstance(taken[-1], int):
                place = _restored(taken, removed)
                gone.setdefault(place[:-1], []).append(int(place[-1]))
        for place, indices in gone.items():
            removed[place] = tuple(sorted((*removed.get(place, ()), *indices)))
        try:
            return Document.model_validate(remaining), removed
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return Document(), {}


def _copied(value: Any) -> Any:
    """A copy that shares nothing: what a YAML alias repeats is there once for each place, so that it can be mended in each."""
    if isinstance(value, Merged):
        return Merged({key: _copied(inner) for key, inner in value.items()}, value.own)
    if isinstance(value, Mapping):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _restored(path: Path, removed: Mapping[Path, tuple[int, ...]]) -> Path:
    if not removed:
        return path
    in_file: Path = ()
    for step in path:
        if isinstance(step, int):
            step += _count_gone_before(step, removed.get(in_file, ()))
        in_file = (*in_file, step)
    return in_file


def _count_gone_before(index: int, gone: Sequence[int]) -> int:
    """How many of the sorted indices `gone` came before what is now the item at `index`."""
    return bisect_right(range(len(gone)), index, key=lambda nth: gone[nth] - nth)


def _in_file_order(path: Path) -> tuple[Any, ...]:
    """A key that puts what is inside a thing behind it, so that from the end nothing taken out moves what is still to come."""
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in path)


def _mend(data: Any, path: Path, *, missing: bool) -> Path:
    """Take the value at `path` out of `data`, or the thing that lacks it; return the path of what was taken out."""
    trail = _trail(data, path[:-1])
    if missing and path[-1] == "name" and isinstance(trail[-1], dict):
        known_as = trail[-1].get(_spelled(trail[-1], "id", path[:-1]))
        if isinstance(known_as, str) and known_as.strip():
            trail[-1]["name"] = known_as
            return ()
        if path == ("department", "name"):
            # What else the department says is worth more than its name: whom the others may refer to.
            trail[-1]["name"] = Department.model_config["title"]
            return ()
    if missing:
        path, trail = path[:-1], trail[:-1]
    while path and not _remove(trail[-1], path):
        path, trail = path[:-1], trail[:-1]
    return path


def _trail(data: Any, path: Path) -> list[Any]:
    """The values on the way to `path`, as far as it goes, whatever spelling their keys have."""
    trail = [data]
    for depth, step in enumerate(path):
        value = trail[-1]
        if isinstance(value, dict) and isinstance(step, str):
            key = _spelled(value, step, path[:depth])
            value = value.get(key)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        trail.append(value)
    return trail


def _spelled(mapping: dict[str, Any], step: str, path: Path) -> str:
    name = step.rstrip("_")
    if step in mapping or name in mapping:
        return step if step in mapping else name
    titles = part_at(path).titles
    return next((key for key in mapping if titles.get(key) == name), name)


def _remove(container: Any, path: Path) -> bool:
    """Take the last step of `path` out of `container`; False where it was written in a short form."""
    step = path[-1]
    if isinstance(container, list) and isinstance(step, int) and step < len(container):
        del container[step]
        return True
    if isinstance(container, dict) and isinstance(step, str):
        return container.pop(_spelled(container, step, path[:-1]), None) is not None
    return False
