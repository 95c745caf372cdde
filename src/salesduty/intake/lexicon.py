"""The words that tell how a document is built: labels, endings of post names, noise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from salesduty.intake.patterns import Noise, noise

_IGNORED = re.compile(r"[\s:：]+")


@dataclass(frozen=True)
class Lexicon:
    """`labels` maps a label without white space and colons to the field it announces; `endings` are those of post names."""

    labels: Mapping[str, str]
    endings: tuple[str, ...]
    after: tuple[str, ...]
    noise: Noise

    def field(self, label: str) -> str | None:
        """Return the field that `label` announces, or None where it is none."""
        return self.labels.get(_IGNORED.sub("", label))


def lexicon(data: Mapping[str, Mapping[str, Any]]) -> Lexicon:
    """Return the lexicon that the files of `data/intake` make, by their names without a suffix."""
    labels = {label: key for key, words in data["labels"].items() for label in words}
    by_length = sorted(data["posts"]["endings"], key=len, reverse=True)
    after = sorted(data["posts"]["after"], key=len, reverse=True)
    return Lexicon(labels, tuple(by_length), tuple(after), noise(data["noise"]))
