"""Which fonts a document is set in: for each role of the theme the families to try in order, so that no character is a box."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

from salesduty.renderers.fonts.equivalents import is_heavy, standing_for
from salesduty.renderers.fonts.library import BOLD, BUILT_IN, REGULAR, Face, Library
from salesduty.results.missing import MissingCharacters, Unprintable
from salesduty.results.theme import Theme

LATIN = " -~À-ÖØ-öø-ɏ"
"""What the Latin font sets, as the inside of a class of a regular expression; signs shared with Chinese are left to that."""

_LATIN_FONT = Theme().latin_font
_LATIN = re.compile(f"[{LATIN}]")
# Rare characters are looked for in these, before any other font, whatever hand the text is in.
_RICH = ("宋体", "黑体")
# Blanks need no glyph, and a selector of variants only says how the character before it looks.
_NEEDS_NO_GLYPH = re.compile("[\\s\ufe00-\ufe0f]")
_AROUND = 12
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """The families of a role, tried in this order, and the weight to ask for; `latin` sets Latin letters, if it is not empty."""

    families: tuple[str, ...]
    weight: int
    latin: str


def chosen(library: Library, theme: Theme, name: str, texts: tuple[str, ...]) -> Mapping[str, Choice]:
    """Return the choice for each role of text in a document called `name`.

    `texts` is everything that the document prints. Raises MissingFont, and MissingCharacters where no font has one of them.
    """
    title = _for_role(library, theme.title_font)
    heading = _for_role(library, theme.heading_font)
    section = _for_role(library, theme.section_font)
    text = _for_role(library, theme.text_font)
    # A hand without a heavy face is not thickened by the program: what stands out is set in that of the headings.
    strong = text if _is_heavy(library.face(text.family, BOLD)) else heading
    thick = is_heavy(theme.title_font) and not is_heavy(title.family)
    roles = {
        "title": (title, BOLD if thick else REGULAR),
        "heading": (heading, REGULAR),
        "heading-bold": (heading, BOLD),
        "section": (section, REGULAR),
        "section-bold": (section, BOLD),
        "text": (text, REGULAR),
        "strong": (strong, BOLD if strong is text else REGULAR),
        "small": (_for_role(library, "宋体"), REGULAR),
    }
    rich = tuple(face for hand in _RICH if (face := library.first(standing_for(hand))) is not None)
    latin = library.first((*standing_for(theme.latin_font), *standing_for(_LATIN_FONT), BUILT_IN), chinese=False)
    needed = _needed(texts)
    rare = {weight: _lacking(needed, _weighing(library, (text, *rich), weight), latin) for weight in (REGULAR, BOLD)}
    return {
        role: _choice(library, (face, text, *rich), latin, weight, _Rare(name, texts, rare[weight]))
        for role, (face, weight) in roles.items()
    }


@dataclass(frozen=True, slots=True)
class _Rare:
    """The characters of a document that no usual font has, and what to tell of it."""

    name: str
    texts: tuple[str, ...]
    characters: tuple[str, ...]


def _choice(library: Library, chain: tuple[Face, ...], latin: Face | None, weight: int, rare: _Rare) -> Choice:
    lacking = _lacking(rare.characters, _weighing(library, chain[:1], weight), None)
    more = _having(library, lacking, weight, rare) if lacking else ()
    families = tuple(dict.fromkeys(face.family for face in (*chain, *more)))
    return Choice(families, weight, latin.family if latin is not None else "")


def _weighing(library: Library, faces: tuple[Face, ...], weight: int) -> tuple[Face, ...]:
    """The faces of the same families that are taken for `weight`."""
    return tuple(library.face(face.family, weight) or face for face in faces)


def _is_heavy(face: Face | None) -> bool:
    return face is not None and face.weight > (REGULAR + BOLD) / 2


def _for_role(library: Library, wanted: str) -> Face:
    return library.first(standing_for(wanted)) or library.any_chinese


def _needed(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(character for character in sorted(set(normalize("NFC", "".join(texts)))) if not _NEEDS_NO_GLYPH.match(character))


def _lacking(needed: tuple[str, ...], chain: tuple[Face, ...], latin: Face | None) -> tuple[str, ...]:
    """The characters of `needed` that no face of `chain` has."""
    return tuple(
        character
        for character in needed
        if not any(_has(face, character) for face in chain)
        and not (latin is not None and _LATIN.match(character) and _has(latin, character))
    )


def _has(face: Face, character: str) -> bool:
    """Tell whether `face` has the character, or what it is made up from, which comes to the same on the page."""
    return character in face.coverage or (
        not is_normalized("NFD", character) and all(part in face.coverage for part in normalize("NFD", character))
    )


def _having(library: Library, characters: tuple[str, ...], weight: int, rare: _Rare) -> tuple[Face, ...]:
    """Fonts of the machine, as few as possible, that have the rare `characters`. Raises MissingCharacters."""
    found: dict[Face, None] = {}
    missing: list[str] = []
    for character in characters:
        faces = (*found, *_weighing(library, library.all, weight))
        face = next((face for face in faces if _has(face, character)), None)
        if face is None:
            missing.append(character)
        else:
            found[face] = None
    if missing:
        told = tuple(Unprintable(character, _context(character, rare.texts)) for character in missing[:_MOST_TOLD])
        raise MissingCharacters(rare.name, told, len(missing), sys.platform)
    return tuple(found)


def _context(character: str, texts: tuple[str, ...]) -> str:
    """A piece of the text around the first `character`."""
    text = next((text for text in texts if character in text), character)
    at = text.find(character)
    return text[max(at - _AROUND, 0) : at + 1 + _AROUND]
