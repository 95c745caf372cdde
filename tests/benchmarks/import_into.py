"""Run `salesduty import` with the arguments given, into a new folder below the first one: the command wants an empty one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

from measuring import salesduty

below, *arguments = sys.argv[1:]
command = salesduty("import", *arguments, "--to", str(Path(mkdtemp(dir=below), "roles")))
if os.name == "nt":
    sys.exit(subprocess.call(command))
os.execv(command[0], command)
