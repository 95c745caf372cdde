"""Set prepared data with Typst alone: the fonts are looked for once, then each document is compiled."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from time import perf_counter

from typst import Compiler, Fonts


def main(prepared: str) -> None:
    """Print the seconds and how many bytes came out."""
    documents = pickle.loads(Path(prepared).read_bytes())
    start = perf_counter()
    fonts = Fonts(include_system_fonts=True)
    made = 0
    for template, inputs in documents:
        compiler = Compiler(template, root=__file__, font_paths=fonts)
        made += len(compiler.compile(template, format="pdf", sys_inputs=inputs, timestamp=0) or b"")
    seconds = perf_counter() - start
    print(f"{made:,} bytes", file=sys.stderr)
    print(seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
