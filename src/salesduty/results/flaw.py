"""What is wrong with a template that somebody else wrote."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.wording import Text


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something to be mended in a template: where it stands, the words around it, and what is wrong with it."""

    place: Text
    near: str
    what: Text


class BadTemplate(Exception):
    """A template that cannot be used at all; `name` is what it is called, `what` says why and what to do."""

    def __init__(self, name: str, what: Text) -> None:
        super().__init__(f"{name}: {what.en}")
        self.name = name
        self.what = what


class FlawedTemplate(Exception):
    """A template that has to be mended before it is used; nothing was written."""

    def __init__(self, name: str, flaws: tuple[Flaw, ...]) -> None:
        super().__init__(f"{name}: {len(flaws)} to be mended")
        self.name = name
        self.flaws = flaws
