"""The command line. Reads options, calls the toolkit, prints, returns an exit code.

This file imports next to nothing: `--version` is answered in the time that Python itself takes to start.
"""

import sys

INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run the command that `argv` names, by default that of the process, and return its exit code.

    0: nothing to report; 1: findings; 2: the command cannot be carried out as it was given; 3: our fault; 130: interrupted.
    """
    given = sys.argv[1:] if argv is None else argv
    try:
        if len(given) == 1 and given[0] in ("--version", "-V"):
            return _version()
        from salesduty.cli.run import run

        return run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED


def _version() -> int:
    from salesduty import __version__

    try:
        print(f"salesduty {__version__}", flush=True)
    except OSError:
        from salesduty.cli.terminal import abandon

        abandon(sys.stdout)
    return 0
