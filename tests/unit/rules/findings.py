"""Findings of some rules, each as one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from salesduty.rules.catalogue import RULES
from salesduty.rules.run import run
from salesduty.settings.settings import Settings
from salesduty.toolkit.load import load

TODAY = Settings(today=date(2026, 11, 21))


def findings(code: str, files: str | Mapping[str, str | bytes], settings: Settings = TODAY) -> list[str]:
    """Return what the rule `code` finds, as `file:line:column message in Chinese`, with no file name where there is one file."""
    several = not isinstance(files, str)
    rules = [rule for rule in RULES if rule.code == code]
    report = run(load({"roles.yaml": files} if isinstance(files, str) else files), rules, settings)
    return [
        f"{finding.file + ':' if several else ''}{finding.span.line}:{finding.span.column} {finding.message.zh}"
        for finding in report.findings
    ]
