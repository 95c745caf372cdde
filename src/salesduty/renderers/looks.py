"""How the cells of a workbook look: one format for each combination that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesduty.renderers.cells import STACKED, TURNED, is_stacked
from salesduty.results.book import Manner, Tone
from salesduty.results.theme import Theme

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

_EDGE, _ENTRY = "#A6A6A6", "#FFF8DC"
LETTERS = {
    "A": ("#17455A", "#FFFFFF"),
    "R": ("#3B7288", "#FFFFFF"),
    "C": ("#A8CBD8", "#10303D"),
    "S": ("#DFECF1", "#24444F"),
    "I": ("#FFFFFF", "#5B6269"),
}
"""The ground and the ink of each letter of a matrix."""
_TONES: dict[str, dict[str, object]] = {
    "alarm": {"bg_color": "#FCE4DF", "font_color": "#A32A1B"},
    "notice": {"bg_color": "#FBF5E4", "font_color": "#7D5700"},
    "parent": {"bg_color": "#EEF3F5", "bold": True},
}


class Looks:
    """The formats of one workbook, in the fonts and colours of a theme."""

    def __init__(self, workbook: Workbook, theme: Theme) -> None:
        self._workbook = workbook
        self._made: dict[tuple[object, ...], Format] = {}
        self._text = {"font_name": theme.text_font, "font_size": 10.5, "valign": "vcenter"}
        self._heading = {**self._text, "font_name": theme.heading_font}
        self._shade = {"bg_color": f"#{theme.shade}"}
        self._accent = {"font_color": f"#{theme.accent}"}

    def title(self, *, centred: bool) -> Format:
        """The line above everything."""
        return self._format(
            ("title", centred), {**self._heading, **self._accent, "font_size": 16, "align": "center" if centred else "left"}
        )

    def label(self) -> Format:
        """A label outside of the table."""
        return self._format(("label",), {**self._heading, "align": "right", "text_wrap": True})

    def beside(self, *, entry: bool) -> Format:
        """What stands behind a label."""
        own = {**self._text, "align": "left", "indent": 1, "text_wrap": True}
        filled = {"bottom": 1, "bottom_color": _EDGE, "bg_color": _ENTRY, "locked": False} if entry else {}
        return self._format(("beside", entry), own | filled)

    def head(self, title: str, *, upright: bool) -> Format:
        """The title of a column."""
        down = (STACKED if is_stacked(title) else TURNED) if upright else 0
        own = {**self._heading, **self._shade, "border": 1, "border_color": _EDGE, "align": "center", "text_wrap": not upright}
        return self._format(("head", down), own | ({"rotation": down} if down else {}))

    def cell(self, manner: Manner, *, total: bool = False, whole: bool = True) -> Format:
        """A cell of the table; `whole` percentages are shown without a fraction."""
        own = {**(self._heading if total else self._text), "border": 1, "border_color": _EDGE, "text_wrap": True}
        own |= self._shade if total else {}
        own |= {"align": "left", "indent": 1} if manner == "text" else {"align": "center"}
        own |= {"bg_color": _ENTRY, "locked": False} if manner == "entry" and not total else {}
        own |= {"num_format": "0%" if whole else "0.0#%"} if manner == "percent" else {}
        return self._format(("cell", manner, total, whole), own)

    def tone(self, tone: Tone) -> Format:
        """What is laid over a row that stands out."""
        if tone in LETTERS:
            ground, ink = LETTERS[tone]
            return self._format(("tone", tone), {"bg_color": ground, "font_color": ink})
        return self._format(("tone", tone), _TONES[tone])

    def _format(self, key: tuple[object, ...], own: dict[str, object]) -> Format:
        if key not in self._made:
            self._made[key] = self._workbook.add_format(own)
        return self._made[key]
