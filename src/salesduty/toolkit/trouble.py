"""What is wrong with a file that holds no roles, in the words that the rules have for role files."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.results.wording import Text
from salesduty.rules import structure


def said(kind: str, values: Mapping[str, object]) -> Text:
    """Return what the rules about role files say of a `Problem` or `Mistake` of this kind with these values."""
    rule = next(rule for rule in structure.RULES if kind in rule.kinds)
    words = rule.kinds[kind]
    what = words.filled(values) if isinstance(words, Text) else words(values)
    return rule.message.filled({**values, "what": what})
