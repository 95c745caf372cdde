"""Documents that salesduty made: back to what they were made from, with what people have changed in them since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from salesduty.intake.manuscript import Manuscript
from salesduty.intake.ours.outline import outlined
from salesduty.intake.ours.register import ADDRESS, BESIDE, Rows, register, rows_of
from salesduty.intake.ours.tags import Said, lines, properties
from salesduty.intake.ours.tree import Node
from salesduty.intake.ours.words import entities_of
from salesduty.intake.package import opened
from salesduty.intake.sheets.workbook import sheets
from salesduty.results.draft import Draft, LeftOut

_GENERATED, _UNCLEAR = "generated", "unclear"
PART = "part"
"""The key of a note that tells which document it is that leaves out much of what is written of a post."""
_PARTS = frozenset(("agreement", "onboarding", "scorecard"))
_DOCUMENTS = frozenset(("handbook", "post", "agreement", "onboarding", "scorecard"))


def ours(data: bytes, kind: str, name: str) -> Draft | None:
    """Return what the document `data`, a file called `name`, says if salesduty made it, else None. Raises Unreadable."""
    if kind not in ("docx", "xlsx"):
        return None
    package = opened(data)
    origin = properties(package)
    department = origin.get("department", "")
    if not department:
        return None
    if kind == "xlsx":
        if origin.get("document") != "register":
            return None
        book = [(each.name, rows_of(each)) for each in sheets(package)]
        left = tuple(_of_sheets(book))
        size = sum(len("".join(cell.split())) for _, rows in book for _, cells in rows for cell in cells)
        return outlined(register(book), name, kind, size, left)
    if origin.get("document") not in _DOCUMENTS:
        return None
    manuscript, said = lines(package, department)
    if not any(each.key for each in said):
        # A program that forgets tags saved it; it is a document like any other then.
        return None
    root, read = entities_of(said, department)
    _named(root, origin.get("post", ""))
    draft = outlined(root, name, kind, _size(manuscript), tuple(_of_lines(manuscript, said, read)))
    return replace(draft, notes=((PART, origin["document"]),)) if origin["document"] in _PARTS else draft


def _named(root: Node, post: str) -> None:
    """Name the only post of a document about one."""
    posts = list(root.below.get("posts", {}).values())
    if post and len(posts) == 1:
        posts[0].put("name", post)


def _size(manuscript: Manuscript) -> int:
    texts = (each.text for several in (manuscript.lines, manuscript.aside) for each in several)
    return sum(len("".join(text.split())) for text in texts)


def _of_lines(manuscript: Manuscript, said: Iterable[Said], read: frozenset[Said]) -> Iterator[LeftOut]:
    """What says nothing: labels, headings and numbers of ours; and what somebody wrote where nobody knows what it belongs to."""
    for each in manuscript.aside:
        yield LeftOut(each.text, each.number, each.reason, each.where)
    begun = False
    for line in said:
        begun = begun or bool(line.line.heading and line.line.label)
        if line in read:
            text = " ".join(piece for key, piece in line.pieces if not key and line.key)
            if text.strip():
                yield LeftOut(text, line.line.number, _GENERATED, line.line.where)
        else:
            # A paragraph of its own below a heading may be somebody's; the cover, headings and tables are ours.
            strange = begun and not line.line.heading and not line.line.cell
            yield LeftOut(line.text, line.line.number, _UNCLEAR if strange else _GENERATED, line.line.where)


def _of_sheets(book: Iterable[tuple[str, Rows]]) -> Iterator[LeftOut]:
    for name, rows in book:
        titles: list[str] = []
        for number, cells in rows:
            if titles:
                left = [cell for title, cell in zip(titles, cells, strict=False) if title in BESIDE and cell]
            else:
                left = [cell for cell in cells if cell]
                titles = cells if ADDRESS in cells else []
            if left:
                yield LeftOut(" ".join(left), number, _GENERATED, name)
