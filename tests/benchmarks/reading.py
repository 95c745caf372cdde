"""Go through every YAML file below a folder, in one of several ways; run by the benchmarks of lint, a process each."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import yaml
from yaml.cyaml import CParser


def scan(data: bytes) -> None:
    """libyaml makes the tokens, in C; Python sees none of them."""
    CParser(data).raw_scan()


def events(data: bytes) -> None:
    """libyaml makes the events, and each becomes a Python object."""
    get = CParser(data).get_event
    while get() is not None:
        pass


def tokens(data: bytes) -> None:
    """libyaml makes the tokens, and each becomes a Python object."""
    for _ in yaml.scan(data, Loader=yaml.CLoader):
        pass


def load(data: bytes) -> None:
    """PyYAML makes plain values, without places."""
    yaml.load(data, Loader=yaml.CSafeLoader)


def _stat(root: str) -> None:
    """What any answer about a tree costs at least: every file is asked for its time of change, and none is read."""
    for folder, _, names in os.walk(root):
        for name in names:
            os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118


WAYS: dict[str, Callable[[bytes], None]] = {way.__name__: way for way in (scan, events, tokens, load)}


def main(way: str, root: str) -> None:
    if way == "stat":
        _stat(root)
        return
    read = WAYS[way]
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            read(Path(folder, name).read_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
