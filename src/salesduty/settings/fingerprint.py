"""Settings as one short word, the same for the same settings, whatever order things were written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b

from salesduty.settings.settings import Settings


def fingerprint(settings: Settings) -> str:
    """Return 32 hexadecimal digits that differ wherever two settings can lead to different findings."""
    return blake2b(_spelt(settings).encode(errors="backslashreplace"), digest_size=16).hexdigest()


def _spelt(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__ + _spelt({field.name: getattr(value, field.name) for field in fields(value) if field.compare})
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{name!r}:{_spelt(item)}" for name, item in sorted(value.items())) + "}"
    if isinstance(value, (frozenset, set)):
        return "{" + ",".join(sorted(map(_spelt, value))) + "}"
    if isinstance(value, (tuple, list)):
        return "[" + ",".join(map(_spelt, value)) + "]"
    return repr(value)
