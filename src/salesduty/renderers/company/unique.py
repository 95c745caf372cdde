"""What a loop has copied and Word wants only once: bookmarks, controls, and marks of paragraphs."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_LONGEST_NAME = 40


def make_unique(root: Any) -> None:
    """Give every bookmark and control in the lxml tree `root` an id of its own, and copies of bookmarks names of their own.

    The n-th link to a bookmark leads to its n-th copy, so that a list of links made in a loop leads to what the same loop made.
    """
    _bookmarks(root)
    _controls(root)
    seen: set[tuple[str, str]] = set()
    for paragraph in root.iter(f"{_W}p", f"{_W}tr"):
        for key in (f"{_W14}paraId", f"{_W14}textId"):
            value = paragraph.get(key)
            if value is not None and (key, value) in seen:
                del paragraph.attrib[key]
            elif value is not None:
                seen.add((key, value))


def _bookmarks(root: Any) -> None:
    opened: dict[str, list[str]] = defaultdict(list)
    copies: Counter[str] = Counter()
    number = 0
    for mark in list(root.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd")):
        if mark.tag == f"{_W}bookmarkStart":
            number += 1
            opened[mark.get(f"{_W}id")].append(str(number))
            mark.set(f"{_W}id", str(number))
            name = mark.get(f"{_W}name") or ""
            copies[name] += 1
            mark.set(f"{_W}name", _copy(name, copies[name]))
        elif opened[mark.get(f"{_W}id")]:
            mark.set(f"{_W}id", opened[mark.get(f"{_W}id")].pop())
        else:
            mark.getparent().remove(mark)
    links: Counter[str] = Counter()
    for link in root.iter(f"{_W}hyperlink"):
        anchor = link.get(f"{_W}anchor")
        if anchor is not None and copies[anchor] > 1:
            links[anchor] += 1
            link.set(f"{_W}anchor", _copy(anchor, min(links[anchor], copies[anchor])))


def _copy(name: str, number: int) -> str:
    if number == 1:
        return name
    ending = f"_{number}"
    return name[: _LONGEST_NAME - len(ending)] + ending


def _controls(root: Any) -> None:
    seen: set[str] = set()
    largest = 0
    marks = [mark for properties in root.iter(f"{_W}sdtPr") for mark in properties.findall(f"{_W}id")]
    for mark in marks:
        value = mark.get(f"{_W}val") or "0"
        largest = max(largest, int(value) if value.lstrip("-").isdigit() else 0)
    for mark in marks:
        value = mark.get(f"{_W}val") or "0"
        if value in seen:
            largest = largest + 1 if largest < 2**31 - 1 else 1
            mark.set(f"{_W}val", str(largest))
        seen.add(value)
