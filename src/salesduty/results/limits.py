"""What the process of a template from outside may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` for each document, and `bytes` of memory for the whole process."""

    seconds: float = 60
    bytes: int = 2**30
