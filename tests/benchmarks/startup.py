"""How long salesduty takes to start, beside Python itself. Run `python tests/benchmarks/startup.py`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import Command, measure, salesduty, table

TINY = """\
department: {id: sales, name: 销售部}
post: {id: head, name: 销售经理, reports_to: 总经理, headcount: 1, duties: [每周一召开销售周会]}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the start of salesduty.")
    parser.add_argument("--rounds", type=int, default=21)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        Path(folder, "roles.yaml").write_text(TINY, encoding="utf-8")
        commands = (
            Command("python -c pass", [sys.executable, "-c", "pass"]),
            Command("salesduty --version", salesduty("--version")),
            Command("salesduty --help", salesduty("--help")),
            Command("salesduty lint --help", salesduty("lint", "--help")),
            Command("salesduty lint, one small file", salesduty("lint", folder), accepted=(0, 1)),
        )
        print(table(f"start-up, medians of {given.rounds} rounds", measure(commands, given.rounds)))


if __name__ == "__main__":
    main()
