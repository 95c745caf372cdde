"""Files as they would be: shown as a diff, and written whole where they have not changed meanwhile."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

from salesduty.disk.read import CannotRead, read_bytes
from salesduty.disk.write import CannotWrite, write
from salesduty.results.suggestion import Edited
from salesduty.source.decode import decode

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def with_diff(edited: Edited) -> Edited:
    """Return `edited` with its unified diff, as `patch` and `git apply` take it."""
    return replace(edited, diff="".join(_diff(edited)))


def _diff(edited: Edited) -> Iterator[str]:
    before, after = _LINE.findall(edited.before), _LINE.findall(edited.after)
    for line in unified_diff(before, after, f"a/{edited.file}", f"b/{edited.file}", n=1):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def written(edited: Edited, root: Path) -> Edited:
    """Write a file, whole and in the encoding that it has, and return it, with the reason where it was left alone."""
    path = Path(edited.file)
    try:
        data = read_bytes(path, root)
        decoded = decode(data)
        if decoded.text is None:
            return replace(edited, left="encoding")
        body = decoded.text.encode(decoded.encoding)
        if not data.endswith(body):
            return replace(edited, left="encoding")
        if decoded.text != edited.before:
            return replace(edited, left="changed")
        # What stands before the text is a byte order mark.
        mark = data[: len(data) - len(body)]
        write(Path(os.path.realpath(path)), mark + edited.after.encode(decoded.encoding))
    except UnicodeEncodeError:
        return replace(edited, left="encoding")
    except (CannotRead, CannotWrite):
        return replace(edited, left="unwritable")
    return replace(edited, written=True)
