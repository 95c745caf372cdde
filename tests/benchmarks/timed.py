"""What the ways of setting a paper have in common: read the paper, set it, write the file, say how long the setting took."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from salesduty.results.paper import Paper


def timed(render: Callable[[Paper, str], bytes]) -> None:
    """Call `render` with the paper and the name of the Word file that salesduty made of it.

    The arguments of the process are the pickled paper, that Word file and the file to write.
    """
    pickled, word, target = sys.argv[1:]
    paper = pickle.loads(Path(pickled).read_bytes())
    begun = perf_counter()
    data = render(paper, word)
    taken = perf_counter() - begun
    Path(target).write_bytes(data)
    print(taken)
