"""Compare all duties, or labelled pairs, by the cosine of their TF-IDF vectors over one and two characters."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from texts import duties, judged

_CHUNK = 1_000
_LIKE = 0.6


def main(path: Path) -> None:
    if path.is_file():
        print(f"TF-IDF on {judged(path, _cosines)}", file=sys.stderr)
        print(0)
        return
    texts = duties(path)
    begun = perf_counter()
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 2)).fit_transform(texts)
    found = 0
    for start in range(0, vectors.shape[0], _CHUNK):
        found += int((vectors[start : start + _CHUNK] @ vectors.T > _LIKE).sum())
    print(f"{found} pairs", file=sys.stderr)
    print(perf_counter() - begun)


def _cosines(one: Sequence[str], other: Sequence[str]) -> list[float]:
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 2)).fit([*one, *other])
    products = vectorizer.transform(one).multiply(vectorizer.transform(other))
    return [float(value) for value in np.asarray(products.sum(axis=1)).ravel()]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
