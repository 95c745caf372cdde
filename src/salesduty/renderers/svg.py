"""Drawings as SVG: text of its own, without outside programs, fonts or scripts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from salesduty.results.drawing import LEADING, Box, Drawing, Link, Manner
from salesduty.results.paper import Paper
from salesduty.results.stationery import Stationery
from salesduty.results.theme import Theme

EXTENSION = "svg"
FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei", "sans-serif")
_MARGIN = 24
_TITLE = 16
_GAP = 36
_BLEED = -1
"""The lines of the outermost boxes lie half outside the drawing."""
_BASELINE = 0.36
"""How far below its middle a line of Chinese characters has its base, as a part of their size."""


class _Look(NamedTuple):
    """How a manner of box is drawn: colours as in SVG, the corner's radius, and the pattern of a broken line."""

    fill: str
    line: str
    ink: str = "#1c1c1c"
    corner: float = 3
    dashes: str = ""


_LOOKS: Mapping[Manner, _Look] = {
    "post": _Look("#ffffff", "#5b6770"),
    "head": _Look("", "", "#ffffff"),
    "vacant": _Look("#ffffff", "#5b6770", dashes="4 2.5"),
    "retired": _Look("#ffffff", "#a3a9ae", "#6b7176", dashes="1.5 2"),
    "outside": _Look("#eef0f2", "#8b949b", corner=0),
    "group": _Look("#f7f8f9", "#c5cbd0", corner=5),
    "lane": _Look("#fafbfb", "#d3d8dc", corner=0),
    "party": _Look("#e9ecef", "#d3d8dc", corner=0),
    "step": _Look("#ffffff", "#5b6770"),
    "decision": _Look("#fff6e5", "#b7791f"),
    "event": _Look("#eef0f2", "#5b6770", corner=99),
    "note": _Look("#ffffff", "#8b949b", "#3d4449", corner=99),
    "plain": _Look("none", "none", "#4a5156"),
}
_LINE, _FAINT = "#5b6770", "#a3a9ae"


def render(paper: Paper, stationery: Stationery) -> bytes:
    """Return all drawings of `paper`, below each other, as one picture that stands alone."""
    drawings = [block for block in paper.blocks if isinstance(block, Drawing)]
    width = max((drawing.width for drawing in drawings), default=0) + 2 * _MARGIN
    height, pieces = float(_MARGIN), []
    for place, drawing in enumerate(drawings):
        left = (width - drawing.width) / 2
        middle, base = _figure(width / 2), _figure(height + _TITLE)
        pieces.append(f'<text class="title" x="{middle}" y="{base}" font-size="{_TITLE}" font-weight="700" fill="#1c1c1c" ')
        pieces.append(f'text-anchor="middle">{escape(drawing.title)}</text>')
        height += _TITLE * 2
        pieces.append(svg(drawing, theme=stationery.theme, prefix=f"d{place + 1}", place=(left, height)))
        height += drawing.height + (_GAP if place + 1 < len(drawings) else _MARGIN)
    size = f'width="{_figure(width)}pt" height="{_figure(height)}pt" viewBox="0 0 {_figure(width)} {_figure(height)}"'
    ground = '<rect class="ground" width="100%" height="100%" fill="#ffffff"/>'
    style = f"<style>\n{stationery.templates.sources['svg/drawing.css']}{stationery.templates.sources['svg/dark.css']}</style>"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="paper" {size} role="img" aria-labelledby="title" {_font(FONTS)}>'
    text = "\n".join((head, f'<title id="title">{escape(paper.title)}</title>', style, ground, "".join(pieces), "</svg>", ""))
    return text.encode("utf-8")


def svg(
    drawing: Drawing,
    *,
    theme: Theme | None = None,
    fonts: Sequence[str] = FONTS,
    prefix: str = "drawing",
    linked: Collection[str] | bool = False,
    place: tuple[float, float] | None = None,
) -> str:
    """Return `drawing` as an `<svg>` element.

    `prefix` begins the ids inside it and has to be another one for each drawing of a page. Boxes with an anchor lead to
    that place of the page if `linked`, or if it is among `linked`; without it they are that place themselves. With a `place`, the
    drawing is put there into another one. All colours are said in attributes, and `svg/drawing.css` lets them follow a dark page.
    """
    accent = f"#{(theme or Theme()).accent}"
    size = f'width="{_figure(drawing.width)}" height="{_figure(drawing.height)}"'
    if place is None:
        size = f'width="{_figure(drawing.width)}pt" height="{_figure(drawing.height)}pt"'
    else:
        size += f' x="{_figure(place[0])}" y="{_figure(place[1])}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" {size} '
        f'viewBox="{_BLEED} {_BLEED} {_figure(drawing.width - 2 * _BLEED)} {_figure(drawing.height - 2 * _BLEED)}" '
        f'role="{"group" if linked else "img"}" aria-labelledby="{prefix}-title" aria-describedby="{prefix}-text" '
        f"{_font(fonts)}>",
        f'<title id="{prefix}-title">{escape(drawing.title)}</title>',
        f'<desc id="{prefix}-text">{escape(drawing.text)}</desc>',
        *(_box(box, accent, linked=linked) for box in drawing.boxes if box.behind),
        *(piece for link in drawing.links for piece in _link(link)),
        *(_box(box, accent, linked=linked) for box in drawing.boxes if not box.behind),
        "</svg>",
    ]
    return "\n".join(parts)


def _font(fonts: Sequence[str]) -> str:
    families = ", ".join(family if family == "sans-serif" else f"'{escape(family)}'" for family in fonts)
    return f'font-family="{families}"'


def _box(box: Box, accent: str, *, linked: Collection[str] | bool) -> str:
    look = _LOOKS[box.manner]
    fill, line = look.fill or accent, look.line or accent
    parts = []
    if fill != "none":
        corner = min(look.corner, box.height / 2)
        dashes = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
        parts.append(
            f'<rect x="{_figure(box.x)}" y="{_figure(box.y)}" width="{_figure(box.width)}" height="{_figure(box.height)}" '
            f'rx="{_figure(corner)}" fill="{fill}" stroke="{line}" stroke-width="0.8"{dashes}/>'
        )
    parts.extend(_lines(box, look.ink))
    inside = "".join(parts)
    kind = f'class="box {box.manner}"'
    if linked is False:
        return f'<g {kind} id="{escape(box.anchor)}">{inside}</g>' if box.anchor else f"<g {kind}>{inside}</g>"
    if box.anchor and (linked is True or box.anchor in linked):
        return f'<a href="#{quote(box.anchor)}"><g {kind}>{inside}</g></a>'
    return f"<g {kind}>{inside}</g>"


def _lines(box: Box, ink: str) -> Iterator[str]:
    top = box.y + (box.height - sum(box.sizes) * LEADING) / 2
    middle = _figure(box.x + box.width / 2)
    for place, (line, size) in enumerate(zip(box.lines, box.sizes, strict=True)):
        base = top + size * (LEADING / 2 + _BASELINE)
        weight = ' font-weight="700"' if place < box.strong else ""
        yield (
            f'<text x="{middle}" y="{_figure(base)}" font-size="{_figure(size)}"{weight} fill="{ink}" text-anchor="middle">'
            f"{escape(line)}</text>"
        )
        top += size * LEADING


def _link(link: Link) -> Iterator[str]:
    points = " ".join(f"{_figure(x)},{_figure(y)}" for x, y in link.points)
    dashes = ' stroke-dasharray="3 2.5"' if link.dashed else ""
    kind, line = ("link faint", _FAINT) if link.faint else ("link", _LINE)
    yield f'<polyline class="{kind}" points="{points}" fill="none" stroke="{line}" stroke-width="0.9"{dashes}/>'
    if link.arrow:
        yield f'<polygon class="tip" points="{_tip(link)}" fill="{_LINE}"/>'


def _tip(link: Link) -> str:
    (before_x, before_y), (x, y) = link.points[-2:]
    if before_y == y:
        back = -6 if x > before_x else 6
        corners = ((x, y), (x + back, y - 2.6), (x + back, y + 2.6))
    else:
        back = -6 if y > before_y else 6
        corners = ((x, y), (x - 2.6, y + back), (x + 2.6, y + back))
    return " ".join(f"{_figure(across)},{_figure(down)}" for across, down in corners)


def _figure(value: float) -> str:
    """A number with at most two digits behind the point, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
