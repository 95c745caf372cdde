"""The garbage collector, kept out of the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the garbage collector still: loading makes many objects and no garbage, and Pydantic is 3 times faster."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def collect_now_and_then(number: int) -> None:
    """Collect what little garbage there is after each hundredth of many pieces of work; `number` counts them from 1."""
    if number % _SELDOM == 0:
        gc.collect(1)
