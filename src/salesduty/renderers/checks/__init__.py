"""A check to bytes of a file. A new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from salesduty.renderers.checks import html, xlsx
from salesduty.results.coverage import Checked
from salesduty.results.templates import Templates

CheckRenderer = Callable[[Checked, Templates], bytes]

CHECK_RENDERERS: Mapping[str, CheckRenderer] = {html.EXTENSION: html.render, xlsx.EXTENSION: xlsx.render}
