"""How documents look: what a company sets in `theme.yaml`."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.paper import NumberingStyle

THEME_FILE = "theme.yaml"
"""What the file of a theme is called in a folder."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by name, colours as `RRGGBB`, and what stands on cover and header. The defaults follow GB/T 9704-2012.

    Headings on paper are black unless they are to be `accented`. `logo` is the bytes of a PNG or JPEG picture, empty for none.
    `numbering` and `cover` are None where each department and document decides for itself. `header` is the text of the page
    header, empty for that of the document.
    """

    title_font: str = "方正小标宋简体"
    heading_font: str = "黑体"
    section_font: str = "楷体"
    text_font: str = "仿宋"
    latin_font: str = "Times New Roman"
    accent: str = "8A1F11"
    accented: bool = False
    shade: str = "F2F2F2"
    logo: bytes = b""
    numbering: NumberingStyle | None = None
    cover: bool | None = None
    header: str = ""
