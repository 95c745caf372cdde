"""The folder that documents are written to: nothing lands outside of it."""

from __future__ import annotations

import os
from pathlib import Path

from salesduty.disk.write import CannotWrite, write


class Output:
    """A folder, which need not exist yet. It may itself be a link; what leads out of it from within is refused."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._inside: set[Path] = set()

    def write(self, name: str, data: bytes) -> bool:
        """Write `data` to `name`, whose parts stand between `/`; return False where it stands there already.

        Raises CannotWrite, with the reason `outside` where a folder is a link that leads out.
        """
        path = self.path / name
        if path.parent not in self._inside:
            if not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(self.path)):
                raise CannotWrite(str(path), "outside")
            self._inside.add(path.parent)
        return write(path, data)
