"""What a format needs and does not find, on the machine or in a theme. All of these cross from one process to another."""

from __future__ import annotations

from dataclasses import dataclass


class MissingPackage(Exception):
    """A Python package that a format needs is not installed; `extra` is the extra of salesduty that brings it."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package, extra)
        self.package = package
        self.extra = extra


class MissingFont(Exception):
    """No font with Chinese characters was found in the system nor in `folders`; `system` is what Python calls it."""

    def __init__(self, folders: tuple[str, ...], system: str) -> None:
        super().__init__(folders, system)
        self.folders = folders
        self.system = system


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A character that no font has, and a piece of the text where it stands first."""

    character: str
    context: str


class MissingCharacters(Exception):
    """Characters of the document called `name` that no font on this machine has: `count` of them, of which some are told."""

    def __init__(self, name: str, told: tuple[Unprintable, ...], count: int, system: str) -> None:
        super().__init__(name, told, count, system)
        self.name = name
        self.told = told
        self.count = count
        self.system = system


class BrokenLogo(Exception):
    """The logo of the theme looks like a picture from outside, but its points cannot be read."""
