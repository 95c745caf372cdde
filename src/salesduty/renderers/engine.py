"""The Jinja engine that every template runs in: immutable sandbox, no files, escaping on."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinja2 import DictLoader, StrictUndefined
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from salesduty.results.templates import Templates

SUFFIX = ".jinja"


@lru_cache(maxsize=8)
def engine(templates: Templates, *, escape: Callable[[str], str] | None = None) -> ImmutableSandboxedEnvironment:
    """Return an engine that knows `templates` and nothing else.

    Text goes through XML escaping, or through `escape` for a format that is not XML; what a template itself
    says does not. A name that nothing is called raises `jinja2.UndefinedError`.
    """
    if templates.outside:
        from salesduty.renderers.guard import Guarded

        finalize = _escaping(escape) if escape is not None else None
        guarded = Guarded(loader=DictLoader(dict(templates.sources)), autoescape=escape is None, finalize=finalize)
        # What the built-in ones use, which run beside those from outside.
        guarded.filters |= {name: FILTERS[name] for name in ("safe", "urlencode")}
        return guarded
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader(dict(templates.sources)),
        undefined=StrictUndefined,
        autoescape=escape is None,
        trim_blocks=False,
        keep_trailing_newline=True,
        finalize=_escaping(escape) if escape is not None else None,
    )
    # What is left of Jinja's globals: the sandbox's own bounded range.
    environment.globals = {"range": environment.globals["range"]}
    return environment


def _escaping(escape: Callable[[str], str]) -> Callable[[object], object]:
    def finalize(value: object) -> object:
        return value if isinstance(value, (Markup, int)) else escape(str(value))

    return finalize
