"""What lint found the last time, for the same paths seen from the same folder. Knows of files, not of what is in them."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from salesduty.disk.cache import fetch, keep
from salesduty.disk.find import Found, Tree
from salesduty.disk.packaged import stamp as stamp_of_rules
from salesduty.disk.survey import contents, is_fresh, survey
from salesduty.results.finding import Report
from salesduty.results.stored import restored, stored
from salesduty.settings.fingerprint import fingerprint
from salesduty.settings.settings import Settings


class Branch(NamedTuple):
    """What is remembered of a part of the tree: its report and, by path, what others see of its files, as plain values."""

    report: Report
    seen: Mapping[str, Any]


class Memory:
    """The memory of one question: these paths, from this folder, with these settings and rules.

    To be made, and asked to `recall`, before any of the files is read: what changes after that is noticed the next time.
    """

    def __init__(self, trees: Sequence[Tree], paths: Iterable[str | Path], settings: Settings) -> None:
        self.files: tuple[Found, ...] = tuple(file for tree in trees for file in tree.files)
        asked = "\0".join((str(Path.cwd()), *sorted(map(str, paths))))
        self._name = blake2b(asked.encode(errors="surrogateescape"), digest_size=12).hexdigest()
        self._key = blake2b(f"{stamp_of_rules()}\0{fingerprint(settings)}".encode(), digest_size=16).hexdigest()
        self._taken = time.time_ns()
        self.survey = survey(self.files)

    def recall(self) -> Report | None:
        """Return what was found, if every file is what it was then."""
        head = _read(f"{self._name}.json", self._key)
        try:
            if head is None:
                return None
            if head["digest"] == self.survey.digest:
                fresh = [(self.files[number], was) for number, was in head["fresh"]]
                return restored(head["report"]) if all(contents(found) == was for found, was in fresh) else None
            # Another time of change is not another content: a checkout, a copy.
            if self.changed() or self._parts.digests.keys() != {found.path for found in self.files}:
                return None
            report = restored(head["report"])
        except (KeyError, TypeError, ValueError, IndexError):
            return None
        self.keep(report, self._parts.digests, self.branches())
        return report

    def branches(self) -> Mapping[str, Branch]:
        """Return what is remembered of the parts of the tree by name; nothing where it cannot be linted by parts."""
        return self._parts.branches

    def changed(self) -> Sequence[Found]:
        """Return the files that are not what is remembered of them, new ones among them."""
        known = self._parts
        return [
            found
            for found, stamp in zip(self.files, self.survey.stamps, strict=True)
            if (known.stamps.get(found.path) != stamp or is_fresh(stamp, known.taken))
            and known.digests.get(found.path) != contents(found)
        ]

    def digests(self, renewed: Mapping[str, str]) -> Mapping[str, str]:
        """Return the digest of every file by path: of those in `renewed` that, of the others what is remembered."""
        return {**self._parts.digests, **renewed}

    def keep(self, report: Report, digests: Mapping[str, str], branches: Mapping[str, Branch]) -> None:
        """Remember `report`, made of files with these `digests`, and the `branches` that it can be made of again."""
        stamps, was = self.survey.stamps, [digests[found.path] for found in self.files]
        fresh = [[number, was[number]] for number, stamp in enumerate(stamps) if is_fresh(stamp, self._taken)]
        files = [[found.path, stamp, content] for found, stamp, content in zip(self.files, stamps, was, strict=True)]
        try:
            said = stored(report)
            parts = {name: {"report": stored(each.report), "seen": each.seen} for name, each in branches.items()}
        except TypeError:
            return
        _write(f"{self._name}.parts.json", {"key": self._key, "taken": self._taken, "files": files, "branches": parts})
        _write(f"{self._name}.json", {"key": self._key, "digest": self.survey.digest, "fresh": fresh, "report": said})

    @cached_property
    def _parts(self) -> _Parts:
        values = _read(f"{self._name}.parts.json", self._key)
        try:
            return _Parts.of(values) if values is not None else _Parts()
        except (KeyError, TypeError, ValueError):
            return _Parts()


@dataclass(frozen=True)
class _Parts:
    """What is remembered of the files and of the branches; `taken` is when the files were looked at."""

    taken: int = 0
    stamps: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    branches: Mapping[str, Branch] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> _Parts:
        """Return the memory that `values` are; anything that lacks something raises KeyError, TypeError or ValueError."""
        return cls(
            int(values["taken"]),
            {path: tuple(stamp) for path, stamp, _ in values["files"]},
            {path: was for path, _, was in values["files"]},
            {name: Branch(restored(each["report"]), dict(each["seen"])) for name, each in values["branches"].items()},
        )


def _read(name: str, key: str) -> dict[str, Any] | None:
    data = fetch(name)
    if data is None:
        return None
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) and values.get("key") == key else None


def _write(name: str, values: Mapping[str, Any]) -> None:
    keep(name, json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass"))
