"""Texts as they are compared, and the texts inside what a label or an import says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

_END = "；。;.,，、:：!！"


def canonical(text: object) -> str:
    """Return `text` as texts are compared: NFKC, no white space, no mark at the end."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(text))).rstrip(_END)


def same(one: str, other: str) -> bool:
    """Whether two canonical texts differ in no more than one character in a hundred."""
    allowed = max(len(one), len(other)) // 100
    return one == other or (allowed > 0 and abs(len(one) - len(other)) <= allowed and _distance_within(one, other, allowed))


def likeness(one: str, other: str) -> float:
    if 4 * min(len(one), len(other)) < max(len(one), len(other)):
        return 0.0
    left, right = Counter(one), Counter(other)
    rough = 2 * (left & right).total() / (len(one) + len(other))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if rough >= 0.6 else rough


def _distance_within(one: str, other: str, most: int) -> bool:
    """Whether at most `most` characters have to be put in, taken out or changed; looks only at a band of that width."""
    row = {j: j for j in range(most + 1)}
    for i, character in enumerate(one, 1):
        new: dict[int, int] = {}
        for j in range(max(0, i - most), min(len(other), i + most) + 1):
            changed = row.get(j - 1, most + 1) + (j > 0 and other[j - 1] != character) if j else most + 1
            new[j] = min(row.get(j, most + 1) + 1, new.get(j - 1, most + 1) + 1, changed)
        row = new
        if min(row.values()) > most:
            return False
    return row.get(len(other), most + 1) <= most


def strings(value: object, skipped: Iterable[str] = ()) -> Iterator[str]:
    """Yield every string and number below `value`, but for those under the keys that are `skipped`."""
    if isinstance(value, dict):
        yield from (text for key, each in value.items() if key not in skipped for text in strings(each, skipped))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in strings(each, skipped))
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def texts_of(value: object) -> list[str]:
    """Return the texts of a list of strings or mappings with `text`, children included, or those of a mapping of such lists."""
    if isinstance(value, dict) and "text" not in value and "name" not in value:
        return [text for each in value.values() for text in texts_of(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in texts_of(each)]
    if isinstance(value, dict):
        return [text_of(value), *texts_of(value.get("children"))]
    return [] if value is None else [str(value)]


def text_of(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or value.get("name") or value.get("title") or "")
    return "" if value is None else str(value)


def listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def nodes(duties: object) -> Iterator[tuple[str, str | None]]:
    """Yield every duty with its parent, as canonical texts."""
    stack: list[tuple[Any, str | None]] = [(duty, None) for duty in reversed(listed(duties))]
    while stack:
        duty, parent = stack.pop()
        text = canonical(text_of(duty))
        yield text, parent
        children = listed(duty.get("children")) if isinstance(duty, dict) else []
        stack += [(child, text) for child in reversed(children)]


def flat(duties: object) -> set[str]:
    return {text for text, _ in nodes(duties)}


def share(part: float, whole: float, nothing: float = 1.0) -> float:
    return part / whole if whole else nothing


def posts_of(of: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [post for post in of.get("posts") or () if isinstance(post, dict)]
