"""What every rule says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from salesduty.results.about import About
from salesduty.results.wording import Text
from salesduty.rules.checks import ALL

_PLACE = re.compile(r"\{\w+\}")
_OPEN = "…"


def about() -> Mapping[str, About]:
    """Return what each rule of both commands says of itself, by its code.

    A remedy that is filled from the finding has `…` in its place, and is empty where nothing else is left of it.
    """
    return {rule.code: About(rule.name, rule.severity, rule.why, _in_general(rule.fix)) for rule in ALL}


def _in_general(fix: Text) -> Text:
    zh, en = (_PLACE.sub(_OPEN, words) for words in (fix.zh, fix.en))
    return Text("", "") if zh == _OPEN else Text(zh, en)
