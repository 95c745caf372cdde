"""The fonts that can be used: those in given folders first, then those of the system."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from salesduty.renderers.fonts.coverage import Coverage, coverage
from salesduty.results.missing import MissingFont, MissingPackage

if TYPE_CHECKING:
    from typst import Fonts

BOLD, REGULAR = 700, 400
# Words of every document of this kind: a font without them is not a Chinese one.
_SAMPLE = "的一岗位职责考核部门经理，。"
BUILT_IN = "Libertinus Serif"
"""A Latin font that comes inside Typst: what sets Latin letters where the machine has nothing better."""

# It has no file to look into; these it has for sure: printable ASCII, Latin-1 and Latin Extended-A.
_BUILT_IN_COVERAGE = Coverage((0x20, 0xA0), (0x7E, 0x17F))
# Fonts whose every glyph is a box or nothing.
_EMPTY = ("lastresort", "last resort", "adobe blank", "adobeblank", "adobe notdef")


@dataclass(frozen=True, slots=True)
class Face:
    """One font: the name of its family, its weight, and its file, empty for what is built in; `given` in a given folder."""

    family: str
    weight: int
    path: str
    index: int
    given: bool

    @property
    def coverage(self) -> Coverage:
        """The characters that it has."""
        return _coverage(self.path, self.index)

    @property
    def is_chinese(self) -> bool:
        """Tell whether it has the characters of common Chinese."""
        return all(character in self.coverage for character in _SAMPLE)


@dataclass(frozen=True)
class Library:
    """Upright faces by the name of their family, in small letters; `fonts` is what Typst takes them from."""

    fonts: Fonts
    folders: tuple[str, ...]
    families: Mapping[str, tuple[Face, ...]]

    def face(self, family: str, weight: int = REGULAR) -> Face | None:
        """Return the face of `family` that is nearest to `weight`, as Typst picks it, or None."""
        return min(self.families.get(_called(family), ()), key=lambda face: abs(face.weight - weight), default=None)

    def first(self, names: tuple[str, ...], *, chinese: bool = True) -> Face | None:
        """Return the usual face of the first of `names` that is there, and is Chinese if it has to be, or None."""
        faces = (self.face(name) for name in names)
        return next((face for face in faces if face is not None and (face.is_chinese or not chinese)), None)

    @cached_property
    def all(self) -> tuple[Face, ...]:
        """One face of each family, those of given folders first, in an order that does not depend on the disk."""
        faces = (face for name in self.families if (face := self.face(name)) is not None)
        return tuple(sorted(faces, key=lambda face: (not face.given, face.family.casefold())))

    @cached_property
    def any_chinese(self) -> Face:
        """Some font with Chinese characters. Raises MissingFont."""
        found = next((face for face in self.all if face.is_chinese), None)
        if found is None:
            raise MissingFont(self.folders, sys.platform)
        return found


@lru_cache(maxsize=4)
def library(folders: tuple[str, ...], *, system: bool = True) -> Library:
    """Return the fonts in `folders` and below, and those of the system unless told otherwise.

    Raises MissingPackage where Typst is not installed. Looking through a few hundred fonts takes a fraction of a second, so
    the answer is kept for the documents that follow.
    """
    try:
        from typst import Fonts
    except ImportError as error:
        raise MissingPackage("typst", "pdf") from error
    fonts = Fonts(include_system_fonts=system, include_embedded_fonts=True, font_paths=list(folders))
    families: dict[str, list[Face]] = {}
    for face in sorted(_upright(fonts, folders), key=lambda face: (not face.given, face.path, face.index)):
        families.setdefault(_called(face.family), []).append(face)
    return Library(fonts, folders, {name: tuple(faces) for name, faces in families.items()})


def _called(family: str) -> str:
    """The name of a family to compare by. Typst takes the CN of a Chinese font for “condensed” and leaves it out."""
    return family.casefold().removesuffix(" cn")


def _upright(fonts: Fonts, folders: tuple[str, ...]) -> Iterator[Face]:
    given = tuple(Path(folder) for folder in folders)
    for font in fonts.fonts():
        hidden = font.family.startswith(".") or font.family.casefold().startswith(_EMPTY)
        if font.style != "normal" or hidden:
            continue
        if font.path is None:
            if font.family == BUILT_IN:
                yield Face(font.family, font.weight, "", font.index, given=False)
        else:
            within = any(Path(font.path).is_relative_to(folder) for folder in given)
            yield Face(font.family, font.weight, font.path, font.index, within)


@lru_cache(maxsize=4096)
def _coverage(path: str, index: int) -> Coverage:
    return coverage(path, index) if path else _BUILT_IN_COVERAGE
