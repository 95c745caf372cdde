"""Did you mean, as the end of a message."""

from __future__ import annotations

from collections.abc import Sequence

from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted


def did_you_mean(near: Sequence[str]) -> Text:
    """Return the end of a sentence that names the nearest known words, empty where there are none."""
    if not near:
        return Text("", "")
    words = [quoted(word) for word in near]
    return Text(f"，是不是{'或'.join(words)}？", f"; did you mean {' or '.join(words)}?")
