"""What every web page is made with: its style, and the policy that lets nothing else work on it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from salesduty.renderers.engine import engine
from salesduty.results.paper import Block, Table
from salesduty.results.picture import measured
from salesduty.results.stationery import Stationery
from salesduty.results.theme import Theme

_LIGHT, _DARK = (0xF4, 0xF5, 0xF5), (0x1E, 0x22, 0x26)
"""The tinted grounds of `html/style.css` and `html/dark.css`; what is legible on them is so on the plain ones too."""
_INK = (0x1F, 0x23, 0x28)
_USUAL = Theme()
_LOGO_WIDTH, _LOGO_HEIGHT = 320, 96
"""Pixels that a logo takes at the most."""
_CONTRAST = 4.6
"""A little above the 4.5 that WCAG 2.2 asks of text (1.4.3)."""


def style(stationery: Stationery, names: Iterable[str], blocks: Iterable[Block] = ()) -> Markup:
    """Return the style sheets `names` as one, with the colours of the theme and the widths of the tables in `blocks`."""
    known = engine(stationery.templates)
    accent = {
        "light": legible(stationery.theme.accent, _LIGHT, towards=0),
        "dark": legible(stationery.theme.accent, _DARK, towards=255),
    }
    shares = sorted({column.share for block in blocks if isinstance(block, Table) for column in block.columns})
    sheets = [known.get_template(name).render(accent=accent, shares=shares) for name in names]
    if stationery.theme != _USUAL:
        sheets.append(known.get_template("html/theme.css").render(_set_apart(stationery.theme)))
    return Markup("".join(sheets))  # noqa: S704 (each sheet has been escaped)


def _set_apart(theme: Theme) -> dict[str, object]:
    """What the theme wants otherwise than it is; a ground is no darker than text on it allows."""
    faces = {
        role: face if (face := getattr(theme, f"{role}_font")) != getattr(_USUAL, f"{role}_font") else ""
        for role in ("title", "heading", "section", "text")
    }
    shade = legible(theme.shade, _INK, towards=255) if theme.shade != _USUAL.shade else ""
    return {"faces": faces, "shade": shade, "accented": theme.accented}


@dataclass(frozen=True, slots=True)
class Brand:
    """What a company puts above the title of a page: its logo as a data URI with its size, and a line of text."""

    logo: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0
    header: str = ""


def brand(theme: Theme, company: str) -> Brand:
    """Return what stands above the title of a page by `theme`; the logo stands for the name of the `company`."""
    picture = measured(theme.logo) if theme.logo else None
    if picture is None:
        return Brand(header=theme.header)
    scale = min(1, _LOGO_WIDTH / picture.width, _LOGO_HEIGHT / picture.height)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    uri = f"data:image/{picture.kind};base64,{b64encode(theme.logo).decode()}"
    return Brand(uri, company or "标志", *size, theme.header)


def policy(styles: Iterable[str], scripts: Iterable[str] = ()) -> str:
    """Return a Content-Security-Policy under which only these inline `styles` and `scripts` work, and nothing is loaded.

    So markup that found its way onto a page from a role file could neither run nor call home.
    """
    parts = ["default-src 'none'", f"style-src {_sources(styles)}", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    return "; ".join(parts + [f"script-src {_sources(scripts)}"] * bool(scripts))


def _sources(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)


def legible(colour: str, ground: tuple[int, int, int], *, towards: int) -> str:
    """Return `colour` (RRGGBB), moved towards black (0) or white (255) as far as text in it is legible on `ground`."""
    given = [int(colour[place : place + 2], 16) for place in (0, 2, 4)]
    for step in range(21):
        moved = tuple(round(value + (towards - value) * step / 20) for value in given)
        if _contrast(moved, ground) >= _CONTRAST:
            break
    return "".join(f"{value:02X}" for value in moved)


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast of two colours as WCAG defines it, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    parts = [value / 255 for value in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
