"""Make the handbook of a folder and keep it, so that every way of setting it starts from the same."""

from __future__ import annotations

import pickle
import sys
from dataclasses import replace
from pathlib import Path

from salesduty.disk.packaged import stationery
from salesduty.renderers import docx
from salesduty.results.paper import Paper
from salesduty.toolkit.load import load
from salesduty.views.catalogue import VIEWS


def main(roles: str, pickled: str, word: str) -> None:
    """Write the only handbook of `roles` as a pickle and as our Word file."""
    paper: Paper = next(iter(VIEWS["handbook"](load(roles).departments[0])))
    Path(pickled).write_bytes(pickle.dumps(replace(paper)))
    Path(word).write_bytes(docx.render(paper, stationery()))


if __name__ == "__main__":
    main(*sys.argv[1:])
