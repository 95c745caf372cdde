"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

_FORMS = re.compile(
    r"(?P<year>\d{4})(?:-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})|/(?P<m2>\d{1,2})/(?P<d2>\d{1,2})"
    r"|\.(?P<m3>\d{1,2})\.(?P<d3>\d{1,2})|\s*年\s*(?P<m4>\d{1,2})\s*月\s*(?P<d4>\d{1,2})\s*日)"
)


def parse_date(text: str) -> date | None:
    """Return the day that `text` names (2026-01-31, 2026/1/31, 2026.1.31 or 2026年1月31日), or None."""
    match = _FORMS.fullmatch(text.strip())
    if match is None:
        return None
    month = next(match[f"m{n}"] for n in range(1, 5) if match[f"m{n}"])
    day = next(match[f"d{n}"] for n in range(1, 5) if match[f"d{n}"])
    try:
        return date(int(match["year"]), int(month), int(day))
    except ValueError:
        return None
