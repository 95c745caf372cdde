"""What to do about a finding, as one line of a report."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import Finding
from salesduty.results.wording import Lang, Text

_FIX = Text("改法：{fix}", "fix: {fix}")


def remedy(finding: Finding, lang: Lang) -> Iterator[str]:
    """Yield the line that tells what to do about `finding`; none where nothing is told."""
    if fix := finding.fix.within(lang):
        yield _FIX.within(lang).format(fix=fix)
