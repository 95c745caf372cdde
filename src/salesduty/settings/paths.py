"""Globs of a settings file, matched in linear time, and what they start from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from salesduty.text.pattern import Pattern

_STEPS = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]")
_AS = {"**/": "(.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_ABSOLUTE = re.compile("/|[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Base:
    """The folder of the settings file and the working folder, both absolute and with `/`; empty where there is none."""

    folder: str = ""
    here: str = ""

    def relative(self, name: str) -> str | None:
        """Return the path of a file from the folder of the settings; None where it lies elsewhere.

        `name` is absolute or starts from the working folder, as the files of a workspace are called.
        """
        if not self.folder:
            return name
        whole = name if _ABSOLUTE.match(name) else f"{self.here.rstrip('/')}/{name}"
        start = self.folder.rstrip("/") + "/"
        return whole[len(start) :] if whole.startswith(start) else None

    def holds(self, glob: str, name: str) -> bool:
        """Tell whether `glob` means the file called `name`, or a folder around it; an empty one means every file."""
        if not glob:
            return True
        path = self.relative(name)
        return path is not None and globbed(glob).occurs(path)


def tidied(glob: str) -> str:
    r"""Return `glob` with `/` for `\` and without what says nothing at either end."""
    spelt = glob.replace("\\", "/")
    while spelt.startswith("./"):
        spelt = spelt[2:]
    return spelt.rstrip("/")


def leads_out(path: str) -> bool:
    """Tell whether `path` is absolute or has a step upwards."""
    spelt = tidied(path)
    return bool(_ABSOLUTE.match(spelt)) or ".." in spelt.split("/")


@lru_cache(maxsize=256)
def globbed(glob: str) -> Pattern:
    """Return what `glob` matches: `**` is any folders, `*` and `?` stay within one name, and a folder means all below it.

    Raises `BadPattern` for one that is too long.
    """
    steps = "".join(_AS.get(step) or _literal(step) for step in _STEPS.findall(tidied(glob)))
    return Pattern(f"^{steps}(/|$)")


def _literal(char: str) -> str:
    return char if char.isalnum() or char.isspace() else "\\" + char
