"""What a field of the model says in a document of ours → the value that is written in the YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args

from salesduty.model.choices import Choice, GroupBy
from salesduty.model.department import Outside
from salesduty.model.duty import Scope
from salesduty.model.fields import parts_in
from salesduty.model.kpi import Scoring, Share
from salesduty.model.part import Part
from salesduty.model.post import Group, Relation
from salesduty.model.values import CADENCES

Data = dict[str, Any]
_CADENCES = {label: name for name, label in CADENCES.items()}
_AREAS = frozenset(("area", "areas", "drivers"))
_COUNTS = re.compile(r"(\d+)\s*[人名位个]?")
_AREA = re.compile(r".*（([A-Z]{1,3}\d{2,3}(?:\.[a-z0-9-]+)?)）")
_BEHIND_AREA = re.compile(r"(?<=）)、")
_OUTSIDE_BRACKETS = re.compile("、(?![^（）]*）)")
_ALSO = re.compile("(.+)（又称(.+)）")
_BETWEEN_TEXTS = re.compile("、")
_DURATION = re.compile(r"每(?:(\d+)年)?(?:(\d+)个月)?(?:(\d+)周)?(?:(\d+)天)?(?:(\d+)小时)?(?:(\d+)分钟)?(?:(\d+)秒)?")
_SHARE = re.compile(r"(.+?)\s+([\d.]+)\s*%")
_COLON = "："
JOIN = "、"
"""What stands between several texts in one line of a document."""
_MONEY = r"(\d+(?:\.\d+)?) (元|万元|亿元)"
_UNITS = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_LIMITS = (
    (re.compile(f"{_MONEY}以下（不含）"), "<{}"),
    (re.compile(f"{_MONEY}及以下"), "≤{}"),
    (re.compile(f"{_MONEY}以上（不含）"), ">{}"),
    (re.compile(f"{_MONEY}及以上"), "≥{}"),
)
_BETWEEN = re.compile(f"{_MONEY}至 {_MONEY}")
_ANY = "不限"


def is_list(part: type[Part], key: str) -> bool:
    """Return whether the field `key` of `part` takes several values."""
    field = part.model_fields.get(key) or part.model_fields.get(f"{key}_")
    return field is not None and "tuple" in str(field.annotation)


def split(key: str, text: str) -> list[str]:
    """Return the texts that stand in one line for the field `key`. The name of an area may hold what parts others."""
    return (_BEHIND_AREA if key in _AREAS else _OUTSIDE_BRACKETS if key == "outside" else _BETWEEN_TEXTS).split(text)


def value(part: type[Part], key: str, texts: Sequence[str], refs: Mapping[str, str]) -> Any:
    """Return what `texts` say in the field `key` of `part`, one text for each value; `refs` are ids by names."""
    if is_list(part, key):
        return [_one(part, key, each, refs) for each in texts]
    return _one(part, key, "\n".join(texts), refs)


def _one(part: type[Part], key: str, text: str, refs: Mapping[str, str]) -> Any:
    annotation = (part.model_fields.get(key) or part.model_fields[f"{key}_"]).annotation
    below = next(parts_in(annotation), None)
    if below is not None:
        return _mapping(below, text, refs)
    if key in _AREAS:
        match = _AREA.fullmatch(text)
        return match[1] if match else text
    if key in ("headcount", "performers"):
        match = _COUNTS.fullmatch(text)
        return int(match[1]) if match else text
    if key in ("cadence", "cycle"):
        return cadence(text)
    if key in ("amount", "limit"):
        return limit(text)
    known = choices(part, key)
    if known:
        return next((member.value for member in known if text in member.words), text)
    return refs.get(text, text) if key in _REFERENCES else text


_REFERENCES = frozenset(
    (
        "reports_to",
        "appraised_by",
        "deputy",
        "from",
        "to",
        "shared_with",
        "kpis",
        "authority",
        "owner",
        "accountable",
        "do",
        "review",
        "support",
        "inform",
        "escalate_to",
        "chair",
        "attendees",
        "post",
        "receiver",
        "systems",
    )
)


def choices(part: type[Part], key: str) -> tuple[Choice, ...]:
    """Return what the field `key` of `part` may be, where that is a closed list."""
    field = part.model_fields.get(key)
    annotation = field.annotation if field else None
    kinds = (each for each in (annotation, *get_args(annotation)) if isinstance(each, type))
    return next((tuple(each) for each in kinds if issubclass(each, Choice)), ())


def _mapping(part: type[Part], text: str, refs: Mapping[str, str]) -> Any:
    before, colon, behind = text.partition(_COLON)
    if part is Group:
        by = next((each.value for each in GroupBy if before in each.words), "")
        return {"by": by, "value": behind} if colon and by else text
    if part is Outside:
        match = _ALSO.fullmatch(text)
        return {"name": match[1], "aliases": match[2].split(JOIN)} if match else text
    if part is Scope:
        return scope(text)
    if part is Relation:
        return {"party": before, "about": behind} if colon else text
    if part is Share:
        match = _SHARE.fullmatch(text)
        return {"post": refs.get(match[1], match[1]), "share": f"{match[2]}%"} if match else text
    if part is Scoring:
        return {"when": before, "score": behind} if colon and _COLON not in behind else text
    return text


def scope(text: str) -> Any:
    """Return a scope as it is written, from how documents print it: 区域 南区、北区，金额 50 万元以下（不含）."""
    found: Data = {}
    starts = list(_SCOPES.finditer(text))
    for match, behind in zip(starts, [*starts[1:], None], strict=True):
        words = text[match.end() : behind.start() if behind else None]
        key = Scope.titles[match[1]]
        found[key] = limit(words) if key == "amount" else ["*" if each == _ANY else each for each in words.split(JOIN)]
    return found or text


def cadence(text: str) -> str:
    """Return a cadence as it is written, from how documents print it; what is none stays."""
    match = _DURATION.fullmatch(text)
    if text in _CADENCES or match is None or not any(match.groups()):
        return _CADENCES.get(text, text)
    date, time = ("".join(n + u for n, u in zip(match.groups()[at:to], units, strict=True) if n) for at, to, units in _PIECES)
    return f"P{date}" + (f"T{time}" if time else "")


_SCOPES = re.compile(rf"(?:^|，)({'|'.join(Scope.titles)}) ")
_PIECES = ((0, 4, "YMWD"), (4, 7, "HMS"))


def limit(text: str) -> str:
    """Return an interval of money as it is written, from how documents print it: 50 万元以下（不含） is `<500000`."""
    if text == _ANY:
        return "*"
    for pattern, form in _LIMITS:
        if match := pattern.fullmatch(text):
            return form.format(_yuan(match[1], match[2]))
    if match := _BETWEEN.fullmatch(text):
        return f"{_yuan(match[1], match[2])}..{_yuan(match[3], match[4])}"
    return text


def _yuan(digits: str, unit: str) -> str:
    return f"{(Decimal(digits) * _UNITS[unit]).normalize():f}"
