"""One run of the program, from the command line to the exit code."""

from __future__ import annotations

import sys

from salesduty.cli import errors, quick
from salesduty.cli.terminal import of_process


def run(argv: list[str] | None) -> int:
    """Carry out `argv`, by default the command line of the process, and return the exit code. Nothing escapes."""
    given = sys.argv[1:] if argv is None else argv
    terminal = of_process(given)
    try:
        if (paths := quick.plain_paths(given)) is not None:
            return quick.lint(paths, terminal)
        from salesduty.cli.app import PROGRAM, built

        # Without arguments of ours Typer takes those of the process, and expands `*` on Windows, where no shell does.
        code = built(terminal.lang).main(args=argv, prog_name=PROGRAM, standalone_mode=False, obj=terminal)
        if code == errors.STOPPED:
            raise KeyboardInterrupt  # noqa: TRY301 - Typer has turned it into an exit code
    except BaseException as error:  # noqa: BLE001 - the last place where a person can be told
        return errors.told(error, terminal)
    return int(code or 0)
