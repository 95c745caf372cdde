"""Files as nobody should write them: half right, half wrong, at every depth of the model."""

from __future__ import annotations

from typing import Any, get_args

import yaml
from hypothesis import strategies as st

from salesduty.model.document import Document
from salesduty.model.part import Part

YAML_LIKE = st.text(alphabet="ab岗：:-[]{}&*!|>'\"#%@`,?~<.\\0 \n\t\r𠀀\u2028\ufeff", max_size=60)
"""Text that is YAML now and then, and nearly YAML most of the time."""

_WORDS = (
    "",
    " ",
    "x",
    "甲",
    "rep",
    "head",
    "全体",
    "monthly",
    "每周",
    "P1M",
    "P",
    "40",
    "40%",
    "-1",
    "nan",
    "1e999",
    "9" * 30,
    "13名",
    "2026-01-01",
    "2026-02-30",
    "<500000",
    "C08.review",
    "manager",
    "经理",
    "active",
    "proposed",
    "outcome",
    "shared",
    "ORG002",
    "{x}",
    "{{ x }}",
    "[red]",
    "\x1b[31m",
    "::error::",
    "a/b",
    "≥95",
    "岗位：甲",
    "\u202e",
    "%s",
    "销售额",
    "revenue",
)
WORDS = st.sampled_from(_WORDS)

GARBAGE = st.recursive(
    WORDS | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
"""Any nesting of mappings, lists and text."""

_OFTEN = st.sampled_from((True, True, True, True, False))


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a mapping with the keys of a role file at every level, and values of which some are garbage."""
    return _drawn(draw, Document, 4)


def _drawn(draw: st.DrawFn, part: type[Part], depth: int) -> dict[str, Any]:
    fields = {field.alias or name: field.annotation for name, field in part.model_fields.items()}
    keys = draw(st.lists(st.sampled_from(sorted(fields)), unique=True, max_size=6))
    needed = [key for key, field in part.model_fields.items() if field.is_required()] if draw(_OFTEN) else []
    data = {key: _value(draw, fields[key], depth) for key in dict.fromkeys((*needed, *keys))}
    if not draw(_OFTEN):
        data[draw(st.sampled_from((*sorted(part.titles), "nam", "duty", "名子", "")))] = draw(GARBAGE)
    return data


def _value(draw: st.DrawFn, annotation: Any, depth: int) -> Any:
    part = _part_in(annotation)
    if not draw(_OFTEN):
        return draw(GARBAGE)
    if part is None or depth == 0:
        return draw(st.one_of(WORDS, st.lists(WORDS, max_size=3)))
    if draw(st.booleans()):
        return _drawn(draw, part, depth - 1)
    return [_drawn(draw, part, depth - 1) if draw(_OFTEN) else draw(WORDS) for _ in range(draw(st.integers(0, 3)))]


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for argument in get_args(annotation) if (part := _part_in(argument))), None)


@st.composite
def written(draw: st.DrawFn, data: st.SearchStrategy[Any]) -> tuple[str, Any]:
    """Draw from `data` and write it as YAML in one of the many ways there are; return the text and what PyYAML reads in it."""
    text = yaml.dump(
        draw(data),
        Dumper=draw(st.sampled_from((yaml.SafeDumper, yaml.CSafeDumper))),
        default_style=draw(st.sampled_from((None, "'", '"', "|", ">"))),
        default_flow_style=draw(st.sampled_from((None, True, False))),
        indent=draw(st.integers(2, 6)),
        width=draw(st.sampled_from((20, 80, 1000))),
        allow_unicode=draw(st.booleans()),
        line_break=draw(st.sampled_from(("\n", "\r\n"))),
        sort_keys=False,
    )
    return text, yaml.load(text, Loader=yaml.CBaseLoader)
