"""Every reporter, by the name that `--format` knows it by."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.reporters import concise, github, gitlab, json, jsonl, junit, markdown, rdjsonl, sarif, text
from salesduty.reporters.look import Reporter

REPORTERS: Mapping[str, Reporter] = {
    "text": text.report,
    "concise": concise.report,
    "json": json.report,
    "jsonl": jsonl.report,
    "github": github.report,
    "gitlab": gitlab.report,
    "sarif": sarif.report,
    "junit": junit.report,
    "rdjsonl": rdjsonl.report,
    "markdown": markdown.report,
}
