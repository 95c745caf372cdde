"""What is listed by hand is listed whole: every document, format and reporter, every field and spelling."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

from salesduty.model.fields import parts
from salesduty.model.part import ALSO, Part, about
from salesduty.renderers.catalogue import BOOK_RENDERERS, DRAWING_RENDERERS, RENDERERS
from salesduty.reporters.catalogue import REPORTERS
from salesduty.toolkit.render import DOCUMENTS, FORMATS
from salesduty.views.catalogue import BOOKS, JUDGED_BOOKS, JUDGED_VIEWS, VIEWS

PACKAGE = Path(__file__).parents[2] / "src" / "salesduty"
CATALOGUES: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "views": ("papers", {**VIEWS, **JUDGED_VIEWS}),
    "renderers": ("render", {**RENDERERS, **DRAWING_RENDERERS, **BOOK_RENDERERS}),
    "reporters": ("report", REPORTERS),
}


def unlisted(folder: Path, function: str, listed: Mapping[str, object]) -> list[str]:
    """Return the files of a package that offer `function` and whose function the catalogue does not hold."""
    offered = [path.stem for path in sorted(folder.glob("*.py")) if function in _functions(path)]
    modules = {str(getattr(value, "__module__", "")).rpartition(".")[2] for value in listed.values()}
    return [name for name in offered if name not in modules]


def _functions(path: Path) -> set[str]:
    return {node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("package", CATALOGUES)
def test_every_file_that_offers_something_is_in_the_catalogue(package: str) -> None:
    function, listed = CATALOGUES[package]
    assert unlisted(PACKAGE / package, function, listed) == []
    assert len(listed) >= 2


@pytest.mark.parametrize("package", CATALOGUES)
def test_a_file_that_nobody_lists_is_noticed(package: str, tmp_path: Path) -> None:
    function, listed = CATALOGUES[package]
    (tmp_path / "planted.py").write_text(f'"""Planted."""\n\n\ndef {function}() -> None: ...\n', encoding="utf-8")
    (tmp_path / "helper.py").write_text(f'"""No offer."""\n\n\ndef _{function}() -> None: ...\n', encoding="utf-8")
    assert unlisted(tmp_path, function, listed) == ["planted"]


def test_the_toolkit_offers_what_the_catalogues_hold() -> None:
    assert ((*VIEWS, *JUDGED_VIEWS), (*RENDERERS, *DRAWING_RENDERERS, *BOOK_RENDERERS)) == (DOCUMENTS, FORMATS)
    assert {*BOOKS, *JUDGED_BOOKS} <= {*DOCUMENTS}


def ambiguous(part: type[Part]) -> list[str]:
    """Return every spelling of a key of `part` that means two fields."""
    meant: dict[str, set[str]] = {}
    for name, field in part.model_fields.items():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        for spelling in filter(None, (field.alias or name, field.title, *str(extra.get(ALSO, "")).split())):
            meant.setdefault(str(spelling), set()).add(name)
    return [spelling for spelling, names in meant.items() if len(names) > 1]


def test_no_spelling_of_a_key_means_two_fields() -> None:
    assert [(part.__name__, ambiguous(part)) for part in parts() if ambiguous(part)] == []


def test_a_spelling_that_means_two_fields_is_noticed() -> None:
    class ByTitle(Part):
        one: str | None = about("标题", "一。", default=None)
        two: str | None = about("标题", "二。", default=None)

    class ByAlso(Part):
        one: str | None = about("标题", "一。", default=None)
        two: str | None = about("名称", "二。", default=None, also="one")

    assert (ambiguous(ByTitle), ambiguous(ByAlso)) == (["标题"], ["one"])


def undescribed(part: type[Part]) -> list[str]:
    """Return the fields of `part` without a title in Chinese or a sentence that describes them."""
    return [
        name
        for name, field in part.model_fields.items()
        if not (field.title and all(char >= "\u4e00" for char in field.title))
        or not (field.description and field.description.endswith("。"))
    ]


def test_every_field_is_described() -> None:
    assert [(part.__name__, undescribed(part)) for part in parts() if undescribed(part)] == []


def test_a_field_that_is_not_described_is_noticed() -> None:
    class Planted(Part):
        good: str = about("标题", "一句话。")
        bare: str = ""
        english: str = about("Title", "一句话。", default="")
        unfinished: str = about("名称", "没有句号", default="")

    assert undescribed(Planted) == ["bare", "english", "unfinished"]


def silent(path: Path) -> list[str]:
    """Return what a file does to the standard streams, without printing in so many words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name))
    streams = {"stdout", "stderr", "__stdout__", "__stderr__", "displayhook"}
    return [f"{path.name}:{node.lineno}" for node in attributes if ast.unparse(node.value) == "sys" and node.attr in streams]


def test_only_the_command_line_touches_the_standard_streams() -> None:
    outside = [path for path in PACKAGE.rglob("*.py") if "cli" not in path.relative_to(PACKAGE).parts]
    assert len(outside) > 100
    assert [found for path in outside for found in silent(path)] == []


def test_a_standard_stream_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text("import sys\n\nsys.stderr.write('x')\n", encoding="utf-8")
    assert silent(tmp_path / "planted.py") == ["planted.py:3"]
