"""Signs of the symbol fonts that Word bullets and ticks are drawn with, as the characters they look like."""

from __future__ import annotations

from collections.abc import Mapping

_WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫",
    0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA6: "▫", 0xA7: "▪", 0xA8: "□",
    0xAB: "★", 0xD8: "➢", 0xDC: "➲", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x80 + each: "⓪①②③④⑤⑥⑦⑧⑨⑩"[each] for each in range(11)},
    **{0x8B + each: "⓿❶❷❸❹❺❻❼❽❾❿"[each] for each in range(11)},
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "•", 0x97: "●", 0xA3: "□"}
_WINGDINGS_3 = {0x7D: "▶", 0x84: "◁", 0xC6: "►"}
_SYMBOL = {
    0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAE: "→", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xE5: "∑", 0x53: "Σ", 0x44: "Δ",
}  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "symbol": _SYMBOL,
}
_ANY = _SYMBOL | _WINGDINGS
_PRIVATE = range(0xF000, 0xF100)


def is_symbol_font(font: str) -> bool:
    """Return whether letters in `font` are drawn as signs."""
    return font.lower() in _FONTS


def symbols(text: str, font: str) -> str:
    """Return `text`, set in `font`, in the characters that it looks like; a sign that is not known becomes a bullet."""
    known = _FONTS.get(font.lower())
    if known is None and not any(ord(each) in _PRIVATE for each in text):
        return text
    return "".join(_symbol(each, known) for each in text)


def _symbol(char: str, known: Mapping[int, str] | None) -> str:
    code = ord(char)
    if code in _PRIVATE:
        return (known or _ANY).get(code - _PRIVATE.start, "•")
    return char if known is None else known.get(code, char)
