"""Word: the parts of a package with Jinja in them, filled and zipped."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from salesduty.renderers.engine import SUFFIX, engine
from salesduty.renderers.word.controls import Controls
from salesduty.renderers.word.look import ink_on, placed, small_font
from salesduty.renderers.word.matrices import pieces
from salesduty.renderers.word.sections import laid
from salesduty.renderers.word.shapes import picture
from salesduty.renderers.word.signings import GAP, pairs
from salesduty.results.paper import Block, Contents, Heading, Orientation, Paper
from salesduty.results.stationery import Stationery
from salesduty.results.templates import Templates
from salesduty.text.visible import visible

EXTENSION = "docx"
_FOLDER = "docx/"
_BLOCKS = "docx/blocks/"
_FIRST_PART = "[Content_Types].xml"
_LAST_PART = f"customXml/item1.xml{SUFFIX}"
# The earliest day that a zip file can name; a fixed one keeps the bytes the same from run to run.
_DAY = (1980, 1, 1, 0, 0, 0)
_COMPRESSION = 6
_PIECES = 4096
"""How many pieces of a template's text are compressed at once."""


def render(paper: Paper, stationery: Stationery) -> bytes:
    """Return `paper` as a Word file; the same paper and stationery give the same bytes."""
    environment = engine(stationery.templates)
    page, blocks = laid(paper.blocks, cover=paper.cover)
    controls = Controls(len(paper.blocks) + 1)
    headings = {_key(each.block): each.mark for each in blocks if isinstance(each.block, Heading)}
    values: dict[str, Any] = {
        "paper": paper,
        "blocks": blocks,
        "last_page": page,
        "first_turn": next((each.mark for each in blocks if isinstance(each.block, Orientation)), 0),
        "entries": [(entry, headings[_key(entry)]) for contents in _contents(paper.blocks) for entry in contents.entries],
        "deepest": max((entry.level for contents in _contents(paper.blocks) for entry in contents.entries), default=1),
        "pieces": pieces,
        "pairs": pairs,
        "gap": GAP,
        "picture": picture,
        "theme": stationery.theme,
        "on_shade": ink_on(stationery.theme.shade),
        "small_font": small_font(stationery.theme),
        "logo": placed(stationery.theme.logo, cover=paper.cover),
        "controls": controls,
        "department": visible(paper.folder),
        "run": controls.run,
        "runs": controls.runs,
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as archive:
        for name in sorted(_parts(stationery.templates), key=_place):
            with archive.open(_part(name.removeprefix(_FOLDER).removesuffix(SUFFIX)), "w") as opened:
                if name.endswith(SUFFIX):
                    # A whole document in one piece would be larger than all else in memory.
                    made = environment.get_template(name).generate(values)
                    while pieces_of_it := list(islice(made, _PIECES)):
                        opened.write("".join(pieces_of_it).encode("utf-8"))
                else:
                    opened.write(stationery.templates.sources[name].encode("utf-8"))
        if (logo := values["logo"]) is not None:
            archive.writestr(_part(f"word/media/logo.{logo.kind}"), stationery.theme.logo)
    return packed.getvalue()


def _part(name: str) -> ZipInfo:
    part = ZipInfo(name, _DAY)
    part.compress_type = ZIP_DEFLATED
    part.external_attr = 0o600 << 16
    part.create_system = 3  # not that of the machine, or the bytes would differ on Windows
    return part


def _place(name: str) -> tuple[bool, bool, str]:
    """Where a part stands in the package: the types first, and last what is known only when the document is set."""
    return (name.removesuffix(SUFFIX) != _FOLDER + _FIRST_PART, name == _FOLDER + _LAST_PART, name)


def _parts(templates: Templates) -> Iterator[str]:
    return (name for name in templates.sources if name.startswith(_FOLDER) and not name.startswith(_BLOCKS))


def _contents(blocks: tuple[Block, ...]) -> Iterator[Contents]:
    return (block for block in blocks if isinstance(block, Contents))


def _key(heading: Heading) -> tuple[str, str, str]:
    return (heading.label, heading.text, heading.anchor)
