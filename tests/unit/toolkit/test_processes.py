"""Processes that work for this one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from salesduty.toolkit.processes import can_fork


def test_a_process_that_has_set_pages_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    # A copy would wait for ever for threads of Typst that it does not have.
    monkeypatch.setitem(sys.modules, "typst", ModuleType("typst"))

    assert not can_fork()


def test_a_script_that_is_not_guarded_is_not_run_again(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys; print('once'); sys.modules['typst'] = None\n"
        "from salesduty.toolkit.render import render\n"
        "text = 'department: {name: 部, id: d}\\nposts: [' + ', '.join('{name: 岗%d, duties: [办事]}' % n for n in range(9)) + ']'\n"
        "print(len(render({'a.yaml': text}, document='post', jobs=2, despite_errors=True)))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["once", "9"], "")
