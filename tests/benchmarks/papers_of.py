"""Make the post descriptions of a folder and keep them, as papers, as what Typst gets of them, and as Word files."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from salesduty.disk.packaged import stationery
from salesduty.renderers import docx, pdf
from salesduty.renderers.fonts.library import library
from salesduty.toolkit.load import load
from salesduty.views.catalogue import VIEWS


def main(roles: str, folder: str) -> None:
    """Write `papers.pickle`, `typst.pickle` and `word/1.docx` and so on into `folder`."""
    target = Path(folder)
    papers = list(VIEWS["post"](load(roles).departments[0]))
    fonts = library(())
    (target / "papers.pickle").write_bytes(pickle.dumps(papers))
    (target / "typst.pickle").write_bytes(pickle.dumps([pdf.prepared(paper, stationery(), fonts) for paper in papers]))
    (target / "word").mkdir()
    for number, paper in enumerate(papers, 1):
        (target / "word" / f"{number}.docx").write_bytes(docx.render(paper, stationery()))


if __name__ == "__main__":
    main(*sys.argv[1:])
