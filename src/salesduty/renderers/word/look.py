"""What a theme comes to in Word: how large a logo is set, and in which font what is small."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.picture import Kind, measured
from salesduty.results.theme import Theme

_EMU = 36_000
"""English metric units of a millimetre."""
_ON_COVER, _ABOVE_TITLE = (80, 30), (60, 14)
"""The room that a logo has, in millimetres across and down."""
_MARK = 900_000
"""A number for the drawing that no block has."""
_SONGTI = "宋体"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as Word sets it: `width` and `height` in English metric units, `mark` its number among the drawings."""

    kind: Kind
    width: int
    height: int
    mark: int = _MARK


def placed(logo: bytes, *, cover: bool) -> Logo | None:
    """Return how the picture `logo` is set, as large as the room for it on a cover or above a title; None without one."""
    picture = measured(logo) if logo else None
    if picture is None:
        return None
    across, down = _ON_COVER if cover else _ABOVE_TITLE
    scale = min(across / picture.width, down / picture.height) * _EMU
    return Logo(picture.kind, max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))


def ink_on(ground: str) -> str:
    """Return in which colour text is read on `ground`: black, and white where that is dark. Weights of ITU-R BT.601."""
    red, green, blue = (int(ground[place : place + 2], 16) for place in (0, 2, 4))
    return "000000" if 299 * red + 587 * green + 114 * blue > 128_000 else "FFFFFF"


def small_font(theme: Theme) -> str:
    """Return the font of headers and footers: 宋体, as is usual beside 仿宋, or that of a theme with a text font of its own."""
    return _SONGTI if theme.text_font == Theme().text_font else theme.text_font
