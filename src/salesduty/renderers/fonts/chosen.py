"""Which fonts a document is set in: for each role of the theme the families to try in order, so that no character is a box."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

from salesduty.renderers.fonts.equivalents import is_heavy, standing_for
from salesduty.renderers.fonts.library import BOLD, REGULAR, Face, Library
from salesduty.results.missing import MissingCharacters, Unprintable
from salesduty.results.theme import Theme

LATIN = " -~À-ÖØ-öø-ɏ"
"""What the Latin font sets, as the inside of a class of a regular expression; signs shared with Chinese are left to that."""

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
    """Return the choice for each role (title, heading, section, text, strong, small) in a document called `name`.

    `texts` is everything that the document prints. Raises MissingFont, and MissingCharacters where no font has one of them.
    """
    latin = library.first(standing_for(theme.latin_font), chinese=False)
    title = _for_role(library, theme.title_font, BOLD if is_heavy(theme.title_font) else REGULAR)
    text = _for_role(library, theme.text_font)
    heading = _for_role(library, theme.heading_font)
    bold = library.face(text.family, BOLD)
    roles = {
        "title": (title, BOLD if is_heavy(theme.title_font) and not is_heavy(title.family) else REGULAR),
        "heading": (heading, REGULAR),
        "section": (_for_role(library, theme.section_font), REGULAR),
        "text": (text, REGULAR),
        # A hand without a heavy face is not thickened by the program: what stands out is set in that of the headings.
        "strong": (bold, BOLD) if bold is not None and bold.weight > REGULAR + 100 else (heading, REGULAR),
        "small": (_for_role(library, "宋体"), REGULAR),
    }
    rich = tuple(face for hand in _RICH if (face := library.first(standing_for(hand))) is not None)
    common = (text, *rich)
    rare = _lacking(_needed(texts), common, latin)
    chains = {role: tuple(dict.fromkeys((face, *common))) for role, (face, _) in roles.items()}
    lacking = {role: _lacking(rare, chain[:1], None) for role, chain in chains.items()}
    more = _having(library, rare, name, texts)
    return {
        role: Choice(
            tuple(dict.fromkeys(face.family for face in (*chain, *(more[character] for character in lacking[role])))),
            roles[role][1],
            latin.family if latin is not None else "",
        )
        for role, chain in chains.items()
    }


def _for_role(library: Library, wanted: str, weight: int = REGULAR) -> Face:
    return library.first(standing_for(wanted), weight) or library.any_chinese


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


def _having(library: Library, characters: tuple[str, ...], name: str, texts: tuple[str, ...]) -> Mapping[str, Face]:
    """For each rare character some font of the machine that has it. Raises MissingCharacters."""
    found: dict[str, Face] = {}
    for character in characters:
        used = dict.fromkeys((*found.values(), *library.all))
        face = next((face for face in used if _has(face, character)), None)
        if face is not None:
            found[character] = face
    missing = [character for character in characters if character not in found]
    if missing:
        told = tuple(Unprintable(character, _context(character, texts)) for character in missing[:_MOST_TOLD])
        raise MissingCharacters(name, told, len(missing), sys.platform)
    return found


def _context(character: str, texts: tuple[str, ...]) -> str:
    """A piece of the text around the first `character`."""
    text = next((text for text in texts if character in text), character)
    at = text.find(character)
    return text[max(at - _AROUND, 0) : at + 1 + _AROUND]
