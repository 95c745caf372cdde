"""Responsibilities as source code: lint them, find what nobody holds, render the documents that people sign."""

from __future__ import annotations

TYPE_CHECKING = False  # what `typing` has, without the time that importing it takes

__version__ = "0.1.0"
__all__ = [
    "BadSettings",
    "CannotWrite",
    "NotFound",
    "RenderRefused",
    "Settings",
    "UnknownChoice",
    "__version__",
    "absent",
    "check",
    "configure",
    "lint",
    "load",
    "render",
    "who",
]

if TYPE_CHECKING:
    from salesduty.disk.find import NotFound
    from salesduty.disk.write import CannotWrite
    from salesduty.settings.mistake import BadSettings
    from salesduty.settings.settings import Settings
    from salesduty.toolkit.ask import absent, who
    from salesduty.toolkit.check import check
    from salesduty.toolkit.configure import configure
    from salesduty.toolkit.lint import lint
    from salesduty.toolkit.load import load
    from salesduty.toolkit.render import RenderRefused, UnknownChoice, render

_HOMES = {
    "BadSettings": "settings.mistake",
    "CannotWrite": "disk.write",
    "NotFound": "disk.find",
    "RenderRefused": "toolkit.render",
    "Settings": "settings.settings",
    "UnknownChoice": "toolkit.render",
    "absent": "toolkit.ask",
    "check": "toolkit.check",
    "configure": "toolkit.configure",
    "lint": "toolkit.lint",
    "load": "toolkit.load",
    "render": "toolkit.render",
    "who": "toolkit.ask",
}


def __getattr__(name: str) -> object:
    """Import a public name at its first use: `--version` must not pay for Pydantic."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"salesduty.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
