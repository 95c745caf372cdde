"""Set papers as PDF with salesduty: fonts looked for and chosen, each character checked, each document compiled."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from time import perf_counter

from salesduty.disk.packaged import stationery
from salesduty.renderers import pdf


def main(pickled: str) -> None:
    """Print the seconds and how many bytes came out."""
    papers = pickle.loads(Path(pickled).read_bytes())
    usual = stationery()
    start = perf_counter()
    made = sum(len(pdf.render(paper, usual)) for paper in papers)
    seconds = perf_counter() - start
    print(f"{made:,} bytes", file=sys.stderr)
    print(seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
