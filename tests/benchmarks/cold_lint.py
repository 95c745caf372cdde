"""Lint of generated posts with nothing cached, beside other programs that read the same files.

Run `python tests/benchmarks/cold_lint.py` for 10, 1,000 and 10,000 posts and the peers up to 1,000; with `--full` the
peers read 10,000 posts too, once each.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import LIMIT, Command, Missing, measure, salesduty, table
from peers import Peers, peers

HERE = Path(__file__).parent
ROUNDS = {10: 9, 1_000: 5, 10_000: 3}
_PEERS_UP_TO = 1_000
# yamllint's own rules without the two that every generated file breaks: its output is not what is measured.
_STYLE = "{extends: default, rules: {line-length: disable, document-start: disable}}"
_WAYS = (
    ("libyaml scan (C only: raw_scan)", "scan"),
    ("libyaml events in Python (CParser)", "events"),
    ("libyaml tokens in Python (yaml.scan, CLoader)", "tokens"),
    ("PyYAML CSafeLoader", "load"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time lint beside its peers.")
    parser.add_argument("--posts", type=int, nargs="+", default=list(ROUNDS))
    parser.add_argument("--rounds", type=int, help="rounds at every size")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds after which a command is ended")
    parser.add_argument("--full", action="store_true", help="time the peers at more than 1,000 posts too")
    parser.add_argument("--peers", type=Path, help="folder of the peers' environment, made if it is not there")
    parser.add_argument("--no-install", action="store_true", help="take only the peers that are there")
    given = parser.parse_args()
    with peers(given.peers, install=not given.no_install) as found, TemporaryDirectory(prefix="salesduty-bench-") as folder:
        schema = Path(folder, "schema.json")
        schema.write_bytes(subprocess.run([sys.executable, str(HERE / "schema.py")], check=True, capture_output=True).stdout)
        for posts in given.posts:
            roles = Path(folder, f"posts-{posts}")
            # In a process of its own: a child's peak memory starts at that of the process that started it.
            subprocess.run([sys.executable, str(HERE / "generate.py"), str(posts), str(roles)], check=True, capture_output=True)
            rounds = given.rounds or ROUNDS.get(posts, 3)
            ours = salesduty("lint", str(roles), "--no-cache")
            one = Command("salesduty lint, one process", [*ours, "--jobs", "1"], accepted=(0, 1))
            commands = [*_readers(roles), one, Command("salesduty lint", ours, accepted=(0, 1))]
            series = measure(commands, rounds, limit=given.limit)
            if posts <= _PEERS_UP_TO or given.full:
                both = [commands[0], commands[-1], *_linters(found, roles, schema)]
                again = measure(both, rounds if posts <= _PEERS_UP_TO else 1, limit=given.limit)
                print(table(f"cold lint beside libyaml, {_of(posts, roles)}", series))
                print(table(f"cold lint beside its peers, {_of(posts, roles)}", again))
            else:
                print(table(f"cold lint beside libyaml, {_of(posts, roles)}", series))


def _readers(roles: Path) -> Iterator[Command]:
    for name, way in _WAYS:
        yield Command(name, [sys.executable, str(HERE / "reading.py"), way, str(roles)])


def _linters(found: Peers, roles: Path, schema: Path) -> Iterator[Command | Missing]:
    files = sorted(str(path) for path in roles.rglob("*.yaml"))
    yield found.program("check-jsonschema", "check-jsonschema", "--schemafile", str(schema), *files)
    yield found.program("ryl (Rust, style only)", "ryl", "--no-cache", str(roles), accepted=(0, 1, 2))
    yield found.program("yamllint", "yamllint", "-d", _STYLE, str(roles))


def _of(posts: int, roles: Path) -> str:
    sizes = [path.stat().st_size for path in roles.rglob("*.yaml")]
    return f"{posts:,} posts ({len(sizes):,} files, {sum(sizes) / 1e6:.2f} MB)"


if __name__ == "__main__":
    main()
