"""PDF: a paper as data, set by a static Typst template.

The text of a paper reaches Typst as JSON and is never parsed as markup. The template runs without files: its root is a file,
below which there is nothing to read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from salesduty.renderers.fonts.chosen import LATIN, Choice, chosen
from salesduty.renderers.fonts.library import Library, library
from salesduty.renderers.pages.data import data as values_of
from salesduty.results.missing import BrokenLogo
from salesduty.results.paper import Paper
from salesduty.results.stationery import Stationery

EXTENSION = "pdf"
# What Typst says where a page depends on itself: its numbers may be wrong then.
_RESTLESS = "did not converge"
# Typst knows one file in memory, so the parts of the template are put behind each other in this order.
_PARTS = ("look", "blocks", "tables", "drawing", "document")


def render(paper: Paper, stationery: Stationery) -> bytes:
    """Return `paper` as a PDF with its fonts in it; the same paper, stationery, fonts and Typst give the same bytes.

    Fonts are looked for in `stationery.fonts` and in the system. Raises MissingPackage, MissingFont,
    MissingCharacters, and BrokenLogo.
    """
    fonts = library(stationery.fonts)
    from typst import Compiler, TypstError

    template, inputs = prepared(paper, stationery, fonts)
    compiler = Compiler(template, root=_nowhere(), font_paths=fonts.fonts)
    try:
        data, warnings = compiler.compile_with_warnings(template, format="pdf", sys_inputs=inputs, timestamp=0)
    except TypstError as error:
        # The only picture that is not drawn by ourselves.
        if stationery.theme.logo and "decode image" in str(error):
            raise BrokenLogo from error
        raise
    if any(_RESTLESS in warning.message for warning in warnings):
        template, inputs = prepared(paper, stationery, fonts, steady=True)
        data = compiler.compile(template, format="pdf", sys_inputs=inputs, timestamp=0)
    # Only pictures of pages come as several.
    return cast("bytes", data)


def prepared(paper: Paper, stationery: Stationery, fonts: Library, *, steady: bool = False) -> tuple[bytes, dict[str, str]]:
    """Return what Typst gets: the template, and the data of `paper` as its inputs. Raises MissingFont and MissingCharacters.

    A `steady` paper makes nothing depend on what is left of a page.
    """
    template = "\n".join(stationery.templates.sources[f"typ/{part}.typ"] for part in _PARTS)
    values = {**values_of(paper, stationery.theme), "steady": steady}
    choices = chosen(fonts, stationery.theme, paper.name, (template, *_texts(values)))
    values["fonts"] = {role: _family(choice) for role, choice in choices.items()}
    return template.encode(), {"paper": json.dumps(values, ensure_ascii=False, separators=(",", ":"))}


def _family(choice: Choice) -> dict[str, Any]:
    return {"latin": choice.latin, "covers": f"[{LATIN}]", "families": choice.families, "weight": choice.weight}


def _nowhere() -> str:
    """A root that has no files in it: Typst asks for one that exists, and nothing stands below a file."""
    return __file__


def _texts(value: object) -> Iterator[str]:
    """Every string in `value`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)
