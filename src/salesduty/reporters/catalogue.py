"""Every reporter, by the name that `--format` knows it by."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.reporters import github, json, text
from salesduty.reporters.look import Reporter

REPORTERS: Mapping[str, Reporter] = {"text": text.report, "json": json.report, "github": github.report}
