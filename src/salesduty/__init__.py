"""Responsibilities as source code: lint them, find what nobody holds, render the documents that people sign."""

from __future__ import annotations

TYPE_CHECKING = False  # what `typing` has, without the time that importing it takes

__version__ = "0.1.0"
__all__ = ["__version__", "lint", "load", "render"]

if TYPE_CHECKING:
    from salesduty.toolkit.lint import lint
    from salesduty.toolkit.load import load
    from salesduty.toolkit.render import render


def __getattr__(name: str) -> object:
    """Import a toolkit function at its first use: `--version` must not pay for Pydantic."""
    if name in ("lint", "load", "render"):
        from importlib import import_module

        return getattr(import_module(f"salesduty.toolkit.{name}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
