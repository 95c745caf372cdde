"""Which language to speak."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from salesduty.results.wording import Lang

_OPTION = "--lang"
_VARIABLE = "SALESDUTY_LANG"
_FILES = ("salesduty.toml", "pyproject.toml")
_NOT_A_LANGUAGE = ("", "C", "POSIX")


def language(
    args: Sequence[str], environ: Mapping[str, str], encoding: str, written: Callable[[], Lang | None] | None = None
) -> Lang:
    """Return the language that is asked for, else what `written` answers, else that of the locale."""
    wish = asked(args, environ)
    if wish is not None:
        return wish[0]
    return (written() if written is not None else None) or of_system(environ, encoding)


def asked(args: Sequence[str], environ: Mapping[str, str]) -> tuple[Lang, str] | None:
    """Return the language that `--lang` among `args` asks for, else SALESDUTY_LANG, and which of the two it was; or None."""
    for wish, source in ((_wished(args), _OPTION), (environ.get(_VARIABLE, ""), _VARIABLE)):
        if (lang := _lang(wish)) is not None:
            return lang, source
    return None


def of_settings() -> Lang | None:
    """Return the language that the settings file around the working folder asks for, None without one.

    A file that cannot be used speaks no language here; `lint` and `check` tell what is wrong with it.
    """
    try:
        here = Path.cwd()
    except OSError:  # the working folder has been deleted
        return None
    # To look is cheaper than to load what can read such a file, and most starts find none.
    for folder in (here, *here.parents):
        if any((folder / name).exists() for name in _FILES):
            from salesduty.toolkit.spoken import language_around

            return _lang(language_around(here))
        if (folder / ".git").exists():
            break
    return None


def of_system(environ: Mapping[str, str], encoding: str) -> Lang:
    """Return the language of the locale.

    Chinese is spoken where nothing clearly says otherwise, unless `encoding` has no Chinese characters.
    """
    return "zh" if _is_chinese(_locale(environ)) and _can_write_chinese(encoding) else "en"


def _wished(args: Sequence[str]) -> str:
    """The value of `--lang`, the last one winning, as the parser has it."""
    wish = ""
    for index, arg in enumerate(args):
        if arg == "--":
            break
        if arg == _OPTION and index + 1 < len(args):
            wish = args[index + 1]
        elif arg.startswith(_OPTION + "="):
            wish = arg.partition("=")[2]
    return wish


def _lang(wish: str) -> Lang | None:
    """The language of a wish such as `zh`, `zh_CN.UTF-8` or `en-GB`."""
    if wish.lower().startswith("zh"):
        return "zh"
    return "en" if wish.lower().startswith("en") else None


def _locale(environ: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return environ[name]
    return _of_windows() if sys.platform == "win32" else ""


def _of_windows() -> str:
    import locale

    return locale.getlocale()[0] or ""


def _is_chinese(name: str) -> bool:
    bare = name.partition(".")[0].partition("@")[0]
    return bare in _NOT_A_LANGUAGE or bare.lower().startswith(("zh", "chinese"))


def _can_write_chinese(encoding: str) -> bool:
    try:
        "错误".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
