"""The engine of the Word templates, and the filters that make runs and paragraphs in it.

Our own templates run without the sandbox, which takes two thirds of the time; those of others never do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from salesduty.renderers.engine import engine
from salesduty.renderers.word.controls import Controls
from salesduty.results.paper import Detail
from salesduty.results.templates import Templates


@lru_cache(maxsize=8)
def word_engine(templates: Templates) -> Environment:
    """Return an engine with the filters below: the sandbox where any of `templates` is from outside."""
    environment = engine(templates).overlay() if templates.outside else _trusting(templates)
    environment.filters = {**environment.filters, **FILTERS}
    return environment


def _trusting(templates: Templates) -> Environment:
    environment = Environment(
        loader=DictLoader(dict(templates.sources)), undefined=StrictUndefined, autoescape=True, keep_trailing_newline=True
    )
    environment.globals = {"range": range}
    return environment


def run(line: str, controls: Controls, style: str = "") -> Markup:
    """Return the run of `line` in the character style called `style`, if any."""
    return _xml(controls.run(line, str(escape(style))))


def runs(lines: Sequence[str], controls: Controls) -> Markup:
    """Return the runs of `lines`, parted by line breaks."""
    return _xml(controls.runs(lines))


def paragraphs(lines: Sequence[str], controls: Controls, opening: str) -> Markup:
    """Return a paragraph for each of `lines`, each beginning with `opening`; an empty one where there are none."""
    begin = str(escape(opening))
    return _xml("".join([f"{begin}{controls.run(line) if line else ''}</w:p>" for line in lines or ("",)]))


def details(said: Sequence[Detail], controls: Controls, opening: str) -> Markup:
    """Return the runs of details, parted by semicolons; `opening` begins the run of a label."""
    made = [f"{escape(each.label)}：{_END}{controls.run(each.text)}" for each in said]
    begin = str(escape(opening))
    return _xml(f"{begin}{f'{begin}；'.join(made)}")


def _xml(made: str) -> Markup:
    return Markup(made)  # noqa: S704 - texts and styles in it have been escaped, and an opening is the template's own


_END = "</w:t></w:r>"
FILTERS: Mapping[str, Callable[..., Any]] = {
    "run": run,
    "runs": runs,
    "paragraphs": paragraphs,
    "details": details,
    "beside": zip,
}
