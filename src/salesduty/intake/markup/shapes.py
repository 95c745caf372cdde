"""What elements of HTML do to the text in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_INLINE = (
    "a abbr acronym b basefont bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p picture q rp rt ruby s "
    "samp small span strike strong sub sup text time tt u var wbr img c:out c:if fmt:message fmt:formatdate v:shape w:wrap"
)
INLINE = frozenset(_INLINE.split())
"""Everything else stands on lines of its own, elements that nobody knows too."""
_VOID = "area base br col embed frame hr img input link meta param source track wbr basefont bgsound keygen spacer"
VOID = frozenset(_VOID.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
STRONG = frozenset({"b", "strong", "dt", "summary", "legend", "caption"})
CONTROLS = frozenset({"button", "select", "datalist", "noscript", "audio", "video", "canvas", "noframes"})
"""What a person works with and does not read."""
_TURNS = re.compile(
    r"\b(?:nav\w*|menu\w*|\w*nav|\w*menu|foot\w*|\w*footer|copyright|bread-?crumbs?|crumbs?|pager|pagination|(?:carousel-|swiper-)?indicators)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$)",
    re.IGNORECASE,
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list\s*:[^;]*level(\d)", re.IGNORECASE)
_DRAWN = re.compile(r"mso-list\s*:\s*Ignore", re.IGNORECASE)
_SYMBOLS = re.compile(r"font-family\s*:\s*[\"']?\s*(?:Wingdings|Symbol)", re.IGNORECASE)
_SPAN = 1000


@dataclass(frozen=True, slots=True)
class Shape:
    """What the attributes of an element say: hidden within a line, bold, turns to other pages, the level of a list of Word."""

    hidden: bool = False
    strong: bool = False
    turns: bool = False
    level: int = -1
    drawn: bool = False
    symbols: bool = False


_PLAIN = Shape()


def shape(name: str, attributes: Mapping[str, str]) -> Shape:
    """Return what element `name` with `attributes` does."""
    style = attributes.get("style", "")
    told = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')}"
    if not style and not told.strip() and "hidden" not in attributes and name not in ("nav", "footer", "menu"):
        return _PLAIN
    level = _LEVEL.search(style)
    return Shape(
        hidden=name in INLINE and name != "a" and (bool(_HIDDEN.search(style)) or "hidden" in attributes),
        strong=bool(_BOLD.search(style)),
        turns=name in ("nav", "footer", "menu") or bool(_TURNS.search(told)),
        level=int(level[1]) - 1 if level else -1,
        drawn=bool(_DRAWN.search(style)),
        symbols=bool(_SYMBOLS.search(style)),
    )


def span(attributes: Mapping[str, str], key: str) -> int:
    """Return how many rows or columns a cell takes."""
    told = attributes.get(key, "").strip()
    return min(max(int(told), 1), _SPAN) if told.isdecimal() and len(told) < 6 else 1


_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
          (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def drawn(kind: str, number: int) -> str:
    """Return the number that a browser draws before item `number` of an ordered list of `kind` (1, a, A, i, I)."""
    if kind in ("a", "A") and 0 < number <= 26:
        letter = chr(ord("A") + number - 1)
        return f"{letter if kind == 'A' else letter.lower()}."
    if kind in ("i", "I") and 0 < number < 4000:
        roman, rest = "", number
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return f"{roman if kind == 'I' else roman.lower()}."
    return f"{number}."
