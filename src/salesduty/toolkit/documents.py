"""Existing documents on the disk → bytes that a reader knows."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from salesduty.disk.bounded import document
from salesduty.disk.libreoffice import CONVERTED, LibreOffice, libreoffice
from salesduty.intake.manuscript import Unreadable
from salesduty.intake.sniff import sniff
from salesduty.results.flaw import BadTemplate
from salesduty.results.limits import Limits
from salesduty.toolkit.confined import Confined

_LIMITS = Limits(seconds=60, bytes=2**30)
"""What reading one PDF may take."""


class Documents:
    """Opens documents one after the other; what LibreOffice needs for the first that it converts serves for all."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._office: LibreOffice | None = None
        self._cell: Confined | None = None

    def __enter__(self) -> Documents:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was needed for converting."""
        self._open.close()

    def read(self, path: str | Path, root: str | Path | None = None) -> bytes:
        """Return the document at `path`, converted where no reader knows its format; `root` is what it must lie in.

        Raises Unreadable, whose message can name the `file`.
        """
        try:
            data = document(path, root)
            kind = sniff(data, Path(path).name)
            if kind == "pdf":
                return self._confined(data)
            return self._converted(data, kind) if kind in CONVERTED else data
        except Unreadable as error:
            error.told.setdefault("file", str(path))
            raise

    def _converted(self, data: bytes, kind: str) -> bytes:
        if self._office is None:
            self._office = self._open.enter_context(libreoffice())
        return self._office.convert(data, kind)

    def _confined(self, data: bytes) -> bytes:
        """What a PDF says, read in a process with limits: the library for it is written in C++, and pages can be bombs."""
        if self._cell is None:
            self._cell = self._open.enter_context(Confined("", _LIMITS))
        try:
            return self._cell.made("read-pdf", data)
        except BadTemplate as error:
            self._cell = None  # it has ended
            raise Unreadable("too-heavy", most=int(_LIMITS.seconds)) from error
