"""Lint of generated posts that were linted before: unchanged, and with one file changed.

Run `python tests/benchmarks/warm_lint.py` for 1,000 and 10,000 posts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import LIMIT, Command, measure, salesduty, table
from peers import peers

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description="Time lint of what was linted before.")
    parser.add_argument("--posts", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds after which a command is ended")
    parser.add_argument("--peers", type=Path, help="folder of the peers' environment, made if it is not there")
    parser.add_argument("--no-install", action="store_true", help="take only the peers that are there")
    given = parser.parse_args()
    with peers(given.peers, install=not given.no_install) as found, TemporaryDirectory(prefix="salesduty-bench-") as folder:
        for posts in given.posts:
            roles, changing = Path(folder, f"posts-{posts}"), Path(folder, f"changing-{posts}")
            for each in (roles, changing):
                subprocess.run(
                    [sys.executable, str(HERE / "generate.py"), str(posts), str(each)], check=True, capture_output=True
                )
            environ = {"SALESDUTY_CACHE_DIR": str(Path(folder, "cache"))}
            commands = [
                Command("walk with stat", [sys.executable, str(HERE / "reading.py"), "stat", str(roles)]),
                Command("salesduty lint, unchanged", salesduty("lint", str(roles)), environ, accepted=(0, 1)),
                Command("salesduty lint, one file changed", _after_change(changing), environ, accepted=(0, 1)),
                found.program(
                    "ryl (Rust, style only), unchanged",
                    "ryl",
                    "--cache-dir",
                    str(Path(folder, "ryl")),
                    str(roles),
                    accepted=(0, 1, 2),
                ),
            ]
            measure(commands, 1, limit=given.limit)
            print(table(f"lint of what was linted before, {posts:,} posts", measure(commands, given.rounds, limit=given.limit)))


def _after_change(roles: Path) -> list[str]:
    return [
        sys.executable,
        str(HERE / "after_change.py"),
        str(next(iter(sorted(roles.rglob("posts/*.yaml"))))),
        *salesduty("lint", str(roles)),
    ]


if __name__ == "__main__":
    main()
