"""Overlaps in one large department, beside comparing all texts. Run `python tests/benchmarks/overlaps.py`.

Also prints how well the ways of comparing judge the labelled pairs of tests/accuracy: speed without judgement is no use.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generate import sentence
from measuring import LIMIT, Command, Missing, measure, table
from measuring import salesduty as command_line
from peers import Peers, peers

import salesduty

HERE = Path(__file__).parent
SOURCE = Path(salesduty.__file__).parent.parent
PAIRS = (HERE.parent / "accuracy" / "pairs.jsonl", HERE.parents[2] / "shared" / "gold" / "overlaps.dev.jsonl")
DUTIES = 10
_REGIONS = ("华东", "华南", "华北", "西南", "苏南", "浙北", "山东", "湖北", "福建", "辽宁", "")


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the comparison of duties beside its peers.")
    parser.add_argument("--posts", type=int, nargs="*", default=[1_250, 2_500, 5_000, 10_000])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds after which a command is ended")
    parser.add_argument("--peers", type=Path, help="folder of the peers' environment, made if it is not there")
    parser.add_argument("--no-install", action="store_true", help="take only the peers that are there")
    given = parser.parse_args()
    with peers(given.peers, install=not given.no_install) as found, TemporaryDirectory(prefix="salesduty-bench-") as temporary:
        for posts in given.posts:
            folder = Path(temporary, str(posts))
            write(folder, posts)
            series = measure(_ways(found, folder), given.rounds, limit=given.limit)
            print(table(f"{posts:,} posts, {posts * DUTIES:,} duties in one department", series))
        for path in filter(Path.exists, PAIRS):
            for judge in _judges(found, path):
                if isinstance(judge, Command):
                    subprocess.run(judge.argv, env={**os.environ, **judge.environ}, check=False, stdout=subprocess.DEVNULL)


def write(folder: Path, posts: int, seed: int = 7) -> None:
    """Write one department of `posts` posts with ten duties each below `folder`, a hundred posts a file."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    (folder / "department.yaml").write_text(
        "department: {id: big, name: 大销售部, functions: [货款回收, 客户投诉]}\n", encoding="utf-8"
    )
    for start in range(0, posts, 100):
        seats = [
            {"id": f"post-{number}", "name": f"销售岗{number}", "duties": [_duty(chance) for _ in range(DUTIES)]}
            for number in range(start, min(start + 100, posts))
        ]
        (folder / f"posts-{start}.yaml").write_text(json.dumps({"posts": seats}, ensure_ascii=False), encoding="utf-8")


def _duty(chance: random.Random) -> str:
    return f"{sentence(chance)}，{chance.choice(_REGIONS)}第{chance.randrange(10_000)}号客户优先"


def _ways(found: Peers, folder: Path) -> Iterator[Command | Missing]:
    yield Command("salesduty lint, for the reading alone", command_line("lint", str(folder)), accepted=(0, 1))
    yield Command("salesduty check", command_line("check", str(folder), "--format", "json"), accepted=(0, 1))
    yield found.script("rapidfuzz cdist", "rapidfuzz", HERE / "with_cdist.py", str(folder), pythonpath=SOURCE)
    yield found.script("TF-IDF cosine", "sklearn", HERE / "with_tfidf.py", str(folder), pythonpath=SOURCE)


def _judges(found: Peers, pairs: Path) -> Iterator[Command | Missing]:
    for name, package, script in (("rapidfuzz", "rapidfuzz", "with_cdist.py"), ("TF-IDF", "sklearn", "with_tfidf.py")):
        yield found.script(f"{name} on {pairs.name}", package, HERE / script, str(pairs), pythonpath=SOURCE)


if __name__ == "__main__":
    sys.exit(main())
