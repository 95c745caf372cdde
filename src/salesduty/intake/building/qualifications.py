"""What kind of qualification a sentence asks for."""

from __future__ import annotations

from salesduty.intake.lexicon import Lexicon, plain

KINDS = ("education", "experience", "skills", "traits", "certificates")


def kind(text: str, lexicon: Lexicon) -> str:
    """Return the field of qualifications that `text` goes to, `other` where its words do not tell."""
    said = plain(text)
    return next((key for key, pattern in lexicon.qualifications.items() if pattern.search(said)), "other")
