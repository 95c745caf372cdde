"""The patterns of noise that are data: made ready once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Patterns = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Noise:
    """What is noise as a line, as a line before and behind the matter, as a sentence, as the first line of a tail, within a
    sentence, within one when it comes often, and at the very end.
    """

    lines: Patterns = ()
    edges: Patterns = ()
    sentences: Patterns = ()
    tails: Patterns = ()
    inside: Patterns = ()
    often: Patterns = ()
    cut: Patterns = ()


def noise(data: Mapping[str, Any]) -> Noise:
    """Return the patterns of `data/intake/noise.yaml`; each reason has one pattern of all its alternatives."""
    return Noise(
        _of(data["lines"]),
        _of(data["edges"]),
        _of(data["sentences"]),
        _of({"boilerplate": data["tails"]}),
        _of(data["inside"]),
        _of(data["often"]),
        _of({"truncated": data["cut"]}),
    )


def _of(reasons: Mapping[str, Sequence[str]]) -> Patterns:
    return tuple((reason, re.compile("|".join(f"(?:{each})" for each in patterns))) for reason, patterns in reasons.items())
