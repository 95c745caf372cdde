"""The field reference is made from the model and kept in the repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from salesduty.model.choices import Choice
from salesduty.model.fields import parts
from salesduty.model.part import Part

REFERENCE = Path(__file__).parents[2] / "docs" / "fields.zh-CN.md"


def test_field_reference_is_up_to_date(request: pytest.FixtureRequest) -> None:
    wanted = _reference()
    if request.config.getoption("--update-golden"):
        REFERENCE.write_text(wanted, encoding="utf-8", newline="\n")
    assert REFERENCE.read_text(encoding="utf-8") == wanted


def test_every_field_has_a_title_of_its_own_and_a_description() -> None:
    for part in parts():
        assert part.model_config.get("title"), part
        titles = [field.title for field in part.model_fields.values()]
        assert all(titles), part
        assert len(set(titles)) == len(titles), (part, titles)
        assert all((field.description or "").endswith("。") for field in part.model_fields.values()), part


def _reference() -> str:
    sections = [_section(part) for part in parts()]
    head = (
        "# 字段参考\n\n每个字段都可以用英文名，也可以用中文名。标 ★ 的必填；标 ◇ 的是简写时整句话填入的字段。\n"
        "本页由程序从模型生成，测试保证它与程序一致。\n"
    )
    return head + "".join(sections)


def _section(part: type[Part]) -> str:
    lines = [f"\n## {part.model_config['title']}\n", "| 英文名 | 中文名 | 说明 | 可填 | 例 |", "| --- | --- | --- | --- | --- |"]
    for name, field in part.model_fields.items():
        key = field.alias or name
        mark = "★" if field.is_required() else ""
        mark += "◇" if part.short_form == key else ""
        other = [spelling for spelling, target in part.titles.items() if target == key and spelling != field.title]
        chinese = "、".join([str(field.title), *other])
        example = f"`{field.examples[0]}`" if field.examples else ""
        cells = (f"`{key}` {mark}".strip(), chinese, field.description or "", _choices(field.annotation), example)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _choices(annotation: Any) -> str:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return "、".join(f"{member.value} {member.label}" for member in annotation)
    return next((found for argument in get_args(annotation) if (found := _choices(argument))), "")
