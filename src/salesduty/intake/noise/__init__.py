"""What is in a document and says nothing about responsibilities: put aside with a reason, never guessed over."""

from __future__ import annotations

from salesduty.intake.noise.clean import clean
from salesduty.intake.noise.put import Clean, Cleaned, Put

__all__ = ["Clean", "Cleaned", "Put", "clean"]
