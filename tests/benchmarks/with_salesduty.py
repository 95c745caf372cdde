"""Set a paper in Word with salesduty's own renderer: Jinja straight to XML."""

from __future__ import annotations

from timed import timed

from salesduty.disk.packaged import stationery
from salesduty.renderers import docx
from salesduty.results.paper import Paper

if __name__ == "__main__":
    usual = stationery()

    def render(paper: Paper, _: str) -> bytes:
        return docx.render(paper, usual)

    timed(render)
