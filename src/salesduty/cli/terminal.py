"""The two streams of the process: what encoding, how wide, in colour or not. Everything printed goes through here."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO

from salesduty.cli.language import asked, language, of_settings
from salesduty.results.wording import Lang, Text

if TYPE_CHECKING:
    from salesduty.reporters.look import Look, Piece
    from salesduty.results.finding import Severity

_USUAL_WIDTH = 100
_NO_ESCAPES = ("dumb", "unknown")


@dataclass(frozen=True)
class Terminal:
    """Where a command prints, and in which language."""

    lang: Lang
    out: TextIO
    err: TextIO
    environ: Mapping[str, str]
    asked: str = ""
    """What has asked for the language: the option, the variable, or nothing of both."""

    def say(self, text: str) -> None:
        """Print a line, or several, for the person or program that asked."""
        _write(self.out, text + "\n")

    def complain(self, text: str) -> None:
        """Print a line, or several, about what went wrong; nowhere, where even that is impossible."""
        with suppress(OSError):
            _write(self.err, text + "\n")

    def ask(self, prompt: str) -> str:
        """Show `prompt` and return the line that the person types. Raises KeyboardInterrupt where there is no more to come."""
        _write(self.err, prompt)
        line = sys.stdin.readline()
        if not line:
            _write(self.err, "\n")
            raise KeyboardInterrupt
        return line.strip()

    def overwrite(self, text: str) -> None:
        """Show `text` on the line that the standard error is at, instead of what was there."""
        _write(self.err, f"\r{text}\r")

    def show(self, pieces: Iterable[Piece]) -> None:
        """Print a report, in colour where that is wanted."""
        if self.in_colour:
            from salesduty.cli.colour import show

            show(pieces, self.out)
        else:
            _write(self.out, "".join(piece.text for piece in pieces))

    def look(self, show: Severity) -> Look:
        """Return how a report on the standard output is to look."""
        from salesduty import __version__
        from salesduty.reporters.look import Look

        return Look(self.lang, self.width, show, self.encoding, __version__)

    def within(self, text: Text, **values: object) -> str:
        """Return `text` in the language of the terminal, its `{names}` filled with harmless `values`."""
        from salesduty.reporters.harmless import harmless

        filled = {name: harmless(value, self.encoding) if isinstance(value, str) else value for name, value in values.items()}
        return text.filled(filled).within(self.lang)

    @property
    def encoding(self) -> str:
        """The encoding of the standard output."""
        return getattr(self.out, "encoding", None) or "utf-8"

    @property
    def width(self) -> int:
        """The columns of the window: COLUMNS, then what the terminal says, then 100."""
        wished = self.environ.get("COLUMNS", "")
        if wished.isascii() and wished.isdigit() and int(wished) > 0:
            return int(wished)
        try:
            return os.get_terminal_size(self.out.fileno()).columns or _USUAL_WIDTH
        except (OSError, ValueError):
            return _USUAL_WIDTH

    @property
    def in_colour(self) -> bool:
        """Whether to print in colour: NO_COLOR says no, FORCE_COLOR yes, then what the terminal can do."""
        if self.environ.get("NO_COLOR") or self.environ.get("FORCE_COLOR") == "0":
            return False
        if self.environ.get("FORCE_COLOR"):
            return True
        return _is_terminal(self.out) and self.environ.get("TERM") not in _NO_ESCAPES

    @property
    def takes_progress(self) -> bool:
        """Whether a line that is written over again can be shown on the standard error."""
        return _is_terminal(self.err) and self.environ.get("TERM") not in _NO_ESCAPES

    @property
    def takes_answers(self) -> bool:
        """Whether a person is there to be asked."""
        return sys.stdin is not None and _is_terminal(sys.stdin) and _is_terminal(self.err)


def of_process(args: list[str]) -> Terminal:
    r"""Return the terminal of this process. What its encoding lacks comes out as `\u…` from now on."""
    out, err = _settled(sys.stdout), _settled(sys.stderr)
    _, source = asked(args, os.environ) or ("", "")
    return Terminal(language(args, os.environ, out.encoding or "utf-8", of_settings), out, err, os.environ, source)


def _settled(stream: TextIO | None) -> TextIO:
    """`stream`, unable to fail on a character; nowhere if there is none, as under pythonw."""
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
    return stream


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False


def _write(stream: TextIO, text: str) -> None:
    """Write `text`; a reader who has gone away (`| head`) is no trouble, and the verdict stands."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        abandon(stream)
        if not _reader_is_gone(error):
            raise


def _reader_is_gone(error: OSError) -> bool:
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)


def abandon(stream: IO[str]) -> None:
    """Send whatever is still in `stream` to nowhere, or Python would complain about it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
