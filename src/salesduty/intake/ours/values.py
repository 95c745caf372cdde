"""What a field of the model says in a document of ours → the value that is written in the YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from salesduty.model.choices import Choice
from salesduty.model.fields import parts_in
from salesduty.model.kpi import Scoring, Share
from salesduty.model.part import Part
from salesduty.model.post import Relation
from salesduty.model.values import CADENCES

Data = dict[str, Any]
_CADENCES = {label: name for name, label in CADENCES.items()}
_AREAS = frozenset(("area", "areas", "drivers"))
_COUNTS = re.compile(r"(\d+)\s*[人名位个]?")
_AREA = re.compile(r".*（([A-Z]{1,3}\d{2,3}(?:\.[a-z0-9-]+)?)）")
_DURATION = re.compile(r"每(?:(\d+)年)?(?:(\d+)个月)?(?:(\d+)周)?(?:(\d+)天)?(?:(\d+)小时)?(?:(\d+)分钟)?(?:(\d+)秒)?")
_SHARE = re.compile(r"(.+?)\s+([\d.]+)\s*%")
_COLON = "："
_MONEY = r"([\d.]+) (元|万元|亿元)"
_UNITS = {"元": "", "万元": "万", "亿元": "亿"}
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
        return _cadence(text)
    if key in ("amount", "limit"):
        return limit(text)
    kinds = (each for each in (annotation, *get_args(annotation)) if isinstance(each, type))
    choice = next((each for each in kinds if issubclass(each, Choice)), None)
    if choice is not None:
        return next((member.value for member in choice if text in member.words), text)
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
    )
)


def _mapping(part: type[Part], text: str, refs: Mapping[str, str]) -> Any:
    before, colon, behind = text.partition(_COLON)
    if part is Relation:
        return {"party": before, "about": behind} if colon else text
    if part is Share:
        match = _SHARE.fullmatch(text)
        return {"post": refs.get(match[1], match[1]), "share": f"{match[2]}%"} if match else text
    if part is Scoring:
        return {"when": before, "score": behind} if colon and _COLON not in behind else text
    return text


def _cadence(text: str) -> str:
    match = _DURATION.fullmatch(text)
    if text in _CADENCES or match is None or not any(match.groups()):
        return _CADENCES.get(text, text)
    date, time = ("".join(n + u for n, u in zip(match.groups()[at:to], units, strict=True) if n) for at, to, units in _PIECES)
    return f"P{date}" + (f"T{time}" if time else "")


_PIECES = ((0, 4, "YMWD"), (4, 7, "HMS"))


def limit(text: str) -> str:
    """Return an interval of money as it is written, from how documents print it: 50 万元以下（不含） is `<50万`."""
    if text == _ANY:
        return "*"
    for pattern, form in _LIMITS:
        if match := pattern.fullmatch(text):
            return form.format(match[1] + _UNITS[match[2]])
    if match := _BETWEEN.fullmatch(text):
        return f"{match[1]}{_UNITS[match[2]]}..{match[3]}{_UNITS[match[4]]}"
    return text
