"""A sentence in the two languages that salesduty speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Chinese and in English; `{names}` in it are filled by `filled`."""

    zh: str
    en: str

    def within(self, lang: Lang) -> str:
        """Return the sentence in `lang`."""
        return self.zh if lang == "zh" else self.en

    def filled(self, values: Mapping[str, object]) -> Text:
        """Return the sentence with its `{names}` replaced; a `Text` among `values` goes in per language."""
        return Text(_fill(self.zh, values, "zh"), _fill(self.en, values, "en"))


def _fill(template: str, values: Mapping[str, object], lang: Lang) -> str:
    if "{" not in template:
        return template
    return template.format_map({name: _said(value, lang) for name, value in values.items()})


def _said(value: object, lang: Lang) -> object:
    if isinstance(value, Text):
        return value.within(lang)
    if isinstance(value, (list, tuple)):
        return ("、" if lang == "zh" else ", ").join(str(_said(item, lang)) for item in value)
    return value
