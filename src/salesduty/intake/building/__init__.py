"""Units, fields and records in order → posts, duties and all else that a draft has."""

from __future__ import annotations

from salesduty.intake.building.build import build

__all__ = ["build"]
