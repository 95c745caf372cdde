"""What should not be in an import, and what should not be missing from it: noise, strange items, lost characters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from accuracy.importing.fields import steps
from accuracy.importing.tally import Tally
from accuracy.importing.values import canonical, flat, likeness, listed, posts_of, strings, text_of

_ABOUT = ("doc", "made_by", "encoding", "noise", "notes")
"""Keys of a label that hold nothing to be imported."""
_NOT_OF_THE_TEXT = ("title", "line", "where", "reason")
"""Keys of the result whose strings repeat another one or are salesduty's own words."""
_ABOUT_READING = ("file", "kind", "size", "notes")
"""Keys of the result that tell of the reading, not of the document."""


def noise(result: Mapping[str, Any], label: Mapping[str, Any]) -> Tally:
    labelled = [canonical(text) for key in label if key not in _ABOUT for text in strings(label[key])]
    values = [canonical(text) for key in result if key not in ("left_out", *_ABOUT_READING) for text in strings(result[key])]
    tally = Tally()
    for noise in (canonical(text) for text in label.get("noise") or ()):
        if any(noise in text for text in labelled):
            continue
        inside = next((value for value in values if noise in value), None)
        tally += Tally(int(inside is None), [], [] if inside is None else [f"{noise} in {inside}"])
    return tally


def strange(result: Mapping[str, Any], label: Mapping[str, Any], speaks: set[str], complete: bool) -> Tally:
    """Tell the imported items that resemble no text of the label, of whatever kind, from the others."""
    known = {canonical(text) for key in label if key not in _ABOUT for text in strings(label[key])} - {""}
    items: list[str] = []
    for post in posts_of(result):
        items += [str(post.get("name")), *flat(post.get("duties"))]
        for key in ("qualifications", "authorities", "kpis"):
            if complete or key in speaks:
                items += [
                    each.get("name", "") if key == "kpis" and isinstance(each, dict) else text_of(each)
                    for each in listed(post.get(key))
                ]
    for key in ("department_duties", "kpis"):
        if complete or key in speaks:
            items += flat(result.get(key)) if key == "department_duties" else {text_of(each) for each in listed(result.get(key))}
    if complete or "processes" in speaks:
        items += steps(result)
    tally = Tally()
    for item in filter(None, map(canonical, items)):
        near = item in known or any(item in text or text in item or likeness(item, text) >= 0.6 for text in known)
        tally += Tally(int(near), [], [] if near else [item])
    return tally


def lost(result: Mapping[str, Any], text: str) -> tuple[Counter[str], int]:
    """Return which characters of `text` are nowhere in the result, each as often as it is missing, and how many there are."""
    there = Counter(character for part in strings(_said(result), _NOT_OF_THE_TEXT) for character in part)
    wanted = Counter(
        character for character in text if not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf")
    )
    return wanted - there, wanted.total()


def _said(result: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in result.items() if key not in _ABOUT_READING}
