"""Compare all duties, or labelled pairs, with rapidfuzz."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import numpy as np
from rapidfuzz import fuzz, process
from texts import duties, judged

_CHUNK = 1_000
_LIKE = 80


def main(path: Path) -> None:
    if path.is_file():
        print(
            f"rapidfuzz ratio on {judged(path, lambda one, other: [fuzz.ratio(a, b) for a, b in zip(one, other, strict=True)])}",
            file=sys.stderr,
        )
        print(0)
        return
    texts = duties(path)
    begun = perf_counter()
    found = 0
    for start in range(0, len(texts), _CHUNK):
        rows = process.cdist(
            texts[start : start + _CHUNK], texts, scorer=fuzz.ratio, score_cutoff=_LIKE, dtype=np.uint8, workers=-1
        )
        found += int(np.count_nonzero(rows))
    print(f"{found} pairs", file=sys.stderr)
    print(perf_counter() - begun)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
