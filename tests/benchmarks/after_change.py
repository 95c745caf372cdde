"""Change a comment in a file, then become another program: `python after_change.py FILE PROGRAM ARGUMENTS`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    changed, *command = sys.argv[1:]
    text = Path(changed).read_text(encoding="utf-8").rpartition("\n# changed ")[0] or Path(changed).read_text(encoding="utf-8")
    Path(changed).write_text(f"{text}\n# changed {time.time_ns()}\n", encoding="utf-8")
    os.execv(command[0], command)
