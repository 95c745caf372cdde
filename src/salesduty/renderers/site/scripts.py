"""The scripts of the pages, and data that they read."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from salesduty.results.stationery import Stationery

_LOOK = "site/look.js"


def scripts(stationery: Stationery, *names: str) -> tuple[Markup, Markup]:
    """Return the script that runs before anything is shown, and those called `names` as one that runs at the end.

    They are texts and no templates: nothing of a role file gets into them.
    """
    sources = stationery.templates.sources
    whole = '"use strict";\n(() => {\n' + "".join(sources[name] for name in names) + "})();\n"
    return Markup(sources[_LOOK]), Markup(whole)  # noqa: S704 (our own files)


def embedded(data: object) -> Markup:
    """Return `data` as JSON that can stand inside a script element: nothing in it ends or opens one."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704 (no `<`, `>` or `&` is left)


_ESCAPES: Mapping[int, str] = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
