"""Existing documents on the disk → bytes that a reader knows."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from salesduty.disk.bounded import document
from salesduty.disk.libreoffice import CONVERTED, LibreOffice, libreoffice
from salesduty.intake.manuscript import Unreadable
from salesduty.intake.sniff import sniff


class Documents:
    """Opens documents one after the other; what LibreOffice needs for the first that it converts serves for all."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._office: LibreOffice | None = None

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
            return self._converted(data, kind) if kind in CONVERTED else data
        except Unreadable as error:
            error.told.setdefault("file", str(path))
            raise

    def _converted(self, data: bytes, kind: str) -> bytes:
        if self._office is None:
            self._office = self._open.enter_context(libreoffice())
        return self._office.convert(data, kind)
