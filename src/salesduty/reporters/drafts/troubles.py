"""Why a document could not be read, in words."""

from __future__ import annotations

from salesduty.results.imported import Refused
from salesduty.results.unreadable import TROUBLES
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_LONGEST = 200


def trouble(refused: Refused) -> Text:
    """Return the sentence about a document that could not be read, fit to be shown."""
    told = {key: one_line(value, _LONGEST) if isinstance(value, str) else value for key, value in refused.told.items()}
    return TROUBLES[refused.reason].filled({"file": one_line(refused.file, _LONGEST), **told})
