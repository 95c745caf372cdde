"""The kinds of single values: each keeps what was typed and checks that it can be read."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from salesduty.text.amounts import parse_interval
from salesduty.text.dates import parse_date

CADENCES = {
    "daily": "每日",
    "weekly": "每周",
    "biweekly": "每两周",
    "monthly": "每月",
    "quarterly": "每季度",
    "half-yearly": "每半年",
    "yearly": "每年",
    "on-event": "按需",
}
"""The named cadences and the Chinese words that documents print."""

_SPELLINGS = {
    **{label: name for name, label in CADENCES.items()},
    **dict.fromkeys(("每天", "日"), "daily"),
    **dict.fromkeys(("每星期", "周"), "weekly"),
    **dict.fromkeys(("双周",), "biweekly"),
    **dict.fromkeys(("月", "月度"), "monthly"),
    **dict.fromkeys(("每季", "季", "季度"), "quarterly"),
    **dict.fromkeys(("半年", "半年度"), "half-yearly"),
    **dict.fromkeys(("年", "每年度", "年度"), "yearly"),
    **dict.fromkeys(("按事件", "随时"), "on-event"),
}
_DURATION = re.compile(r"P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_DURATION_UNITS = ("年", "个月", "周", "天", "小时", "分钟", "秒")
_AREA = re.compile(r"[A-Z]{1,3}\d{2,3}(?:\.[a-z0-9-]+)?")
_PEOPLE = re.compile(r"(\d+)\s*[名人位个]")


def cadence_label(cadence: str) -> str:
    """Return how documents print a cadence: `monthly` as 每月, `P2W` as 每2周."""
    if cadence in CADENCES:
        return CADENCES[cadence]
    match = _DURATION.fullmatch(cadence)
    if match is None:
        return cadence
    amounts = [count + unit for count, unit in zip(match.groups(), _DURATION_UNITS, strict=True) if count]
    return "每" + "".join(amounts)


def _unreadable(kind: str) -> PydanticCustomError:
    """An error whose kind the rules put into words."""
    return PydanticCustomError("unreadable", "not readable as {kind}", {"kind": kind})


def _cadence(text: str) -> str:
    folded = _SPELLINGS.get(text.strip(), text.strip())
    if folded in CADENCES or _DURATION.fullmatch(folded):
        return folded
    raise _unreadable("cadence")


def _area(text: str) -> str:
    if _AREA.fullmatch(text):
        return text
    raise _unreadable("area")


def _day(text: str) -> str:
    if parse_date(text) is None:
        raise _unreadable("date")
    return text


def _interval(text: str) -> str:
    if parse_interval(text) is None:
        raise _unreadable("interval")
    return text


def _percent(value: Any) -> Any:
    return value.strip().removesuffix("%").removesuffix("％") if isinstance(value, str) else value


def _count(value: Any) -> Any:
    if isinstance(value, str) and (match := _PEOPLE.fullmatch(value.strip())):
        return match[1]
    return value


def listed(value: Any) -> Any:
    """Return a single value where several may stand as a list of one."""
    return [value] if isinstance(value, (str, int, float)) else value


def one_or_many(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON schema of one value or a list of them, from that of one."""
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


ONE_OR_MANY = one_or_many({"type": "string"})
_CADENCE_SCHEMA = {
    "anyOf": [{"enum": [*CADENCES, *_SPELLINGS]}, {"type": "string", "pattern": r"^\s*P(?=\d|T\d)[0-9YMWDTHS]+\s*$"}]
}
_AREA_SCHEMA = {"type": "string", "pattern": rf"^{_AREA.pattern}$"}
_DAY_SCHEMA = {
    "type": "string",
    "pattern": r"^\s*\d{4}(-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2}|\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*$",
}
_LIMIT_SCHEMA = {"type": "string", "pattern": r"^\s*(\*|[<>≤≥＜＞].*\d.*|\d.*(\.\.|[-~～—至到]).*\d.*)\s*$"}
_PEOPLE_SCHEMA = {"type": ["integer", "string"], "minimum": 0, "maximum": 1_000_000, "pattern": r"^\s*\d+\s*[名人位个]?\s*$"}
_COUNT_SCHEMA = {"type": ["integer", "string"], "minimum": 1, "maximum": 1_000, "pattern": r"^\s*\d+\s*$"}

Sentence = Annotated[str, Field(pattern=r"\S")]
"""Text that a person wrote, kept to the letter; never blank."""
Name = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\S")]
"""An id or a name; blanks around it do not count."""
Ref = Name
"""The id, name or alias of something defined elsewhere."""
Texts = Annotated[tuple[Sentence, ...], BeforeValidator(listed), WithJsonSchema(ONE_OR_MANY)]
"""One text or a list of them."""
Refs = Annotated[tuple[Ref, ...], BeforeValidator(listed), WithJsonSchema(ONE_OR_MANY)]
"""One name or reference or a list of them."""
Cadence = Annotated[str, AfterValidator(_cadence), WithJsonSchema(_CADENCE_SCHEMA)]
"""How often: a name of `CADENCES`, its Chinese word, or an ISO 8601 duration."""
AreaId = Annotated[str, AfterValidator(_area), WithJsonSchema(_AREA_SCHEMA)]
"""A node of the taxonomy with its facet, if any: `C08` or `C08.review`."""
AreaIds = Annotated[tuple[AreaId, ...], BeforeValidator(listed), WithJsonSchema(one_or_many(_AREA_SCHEMA))]
"""One area or a list of them."""
Day = Annotated[str, AfterValidator(_day), WithJsonSchema(_DAY_SCHEMA)]
"""A day, kept as typed."""
Limit = Annotated[str, AfterValidator(_interval), WithJsonSchema(_LIMIT_SCHEMA)]
"""An interval of amounts: `<500000`, `≥50万`, `10万..50万`, `*`."""
_NUMBER_OR_PERCENT = {
    "type": ["number", "string"],
    "minimum": 0,
    "maximum": 100,
    "pattern": r"^\s*\d+(\.\d+)?\s*[%％]?\s*$",
}
Percent = Annotated[
    float, Field(ge=0, le=100, allow_inf_nan=False), BeforeValidator(_percent), WithJsonSchema(_NUMBER_OR_PERCENT)
]
"""A share of a hundred: `40` or `40%`."""
Headcount = Annotated[int, Field(ge=0, le=1_000_000), BeforeValidator(_count), WithJsonSchema(_PEOPLE_SCHEMA)]
"""A number of people: `13` or `13名`."""
Count = Annotated[int, Field(ge=1, le=1_000), WithJsonSchema(_COUNT_SCHEMA)]
"""A small number, at least one."""
