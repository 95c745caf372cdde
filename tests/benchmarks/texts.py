"""The duties of a department as plain texts, and labelled pairs, for peers that only compare texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path


def duties(folder: Path) -> list[str]:
    """Return every duty below `folder`."""
    files = sorted(folder.glob("posts-*.yaml"))
    return [duty for path in files for post in json.loads(path.read_text("utf-8"))["posts"] for duty in post["duties"]]


def judged(path: Path, likeness: Callable[[Sequence[str], Sequence[str]], Sequence[float]]) -> str:
    """Return the best F1 over all thresholds with which a likeness tells `duplicate` from the rest, as a line of figures."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    scores = likeness([row["a"] for row in rows], [row["b"] for row in rows])
    truth = [row["label"] == "duplicate" for row in rows]
    best = max((_figures(scores, truth, threshold) for threshold in sorted(set(scores))), default=(0.0, 0.0, 0.0))
    return f"{path.name}: best F1 {best[0]:.2f} (P {best[1]:.2f}, R {best[2]:.2f})"


def _figures(scores: Sequence[float], truth: Sequence[bool], threshold: float) -> tuple[float, float, float]:
    called = [score >= threshold for score in scores]
    hits = sum(yes and right for yes, right in zip(called, truth, strict=True))
    precision, recall = hits / max(sum(called), 1), hits / max(sum(truth), 1)
    return (2 * precision * recall / (precision + recall) if hits else 0.0, precision, recall)
