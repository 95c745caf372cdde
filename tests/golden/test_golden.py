"""One small department in every format, document and numbering, exactly as it comes out.

`--update-golden` writes what comes out over what was expected; the diff is for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from opened import docx
from opened.docx import Shown
from opened.workspaces import SETTINGS
from salesduty.results.finding import WARNING
from salesduty.toolkit.lint import lint
from salesduty.toolkit.render import DOCUMENTS, render

HERE = Path(__file__).parent
SOURCE = (HERE / "roles" / "tea" / "department.yaml").read_text(encoding="utf-8")
STYLES = {
    "chinese": SOURCE,
    "decimal": SOURCE.replace("  headcount: 4\n", "  headcount: 4\n  numbering: {style: decimal, start: 5}\n"),
}

_OURS = re.compile(r"(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<=sha256-)[^'&]*", re.DOTALL)
"""What is on every page: it stands in `templates/` already, and a browser looks at it in `tests/browser/`."""


@pytest.mark.parametrize("format", ["md", "html", "docx"])
@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("style", STYLES)
def test_what_comes_out(style: str, document: str, format: str, update_golden: bool) -> None:
    golden = HERE / f"{document}-{style}.{'docx.txt' if format == 'docx' else format}"
    data = render({"tea/department.yaml": STYLES[style]}, document=document, format=format, settings=SETTINGS)[0].data
    text = "".join(f"{line}\n" for line in _dump(data)) if format == "docx" else _OURS.sub("…", data.decode("utf-8"))
    if update_golden:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_the_department_is_one_that_would_be_handed_out() -> None:
    assert lint({"tea/department.yaml": SOURCE}, settings=SETTINGS).at_least(WARNING).findings == ()
    assert STYLES["decimal"] != SOURCE


def test_no_golden_file_is_left_over() -> None:
    wanted = {
        f"{document}-{style}.{ending}" for document in DOCUMENTS for style in STYLES for ending in ("md", "html", "docx.txt")
    }
    assert {path.name for path in HERE.iterdir() if path.name.startswith(DOCUMENTS)} == wanted


def _dump(data: bytes) -> Iterator[str]:
    """The paragraphs of a Word file with style and number, and its tables row by row."""
    word = docx.opened(data)
    for part in ("word/header1.xml", "word/footer1.xml"):
        yield from (f"{part}: {docx.text_of(each)}" for each in word.xml(part).iter(f"{docx.W}p"))
    for block in word.blocks:
        if isinstance(block, Shown):
            text = block.text.replace("\n", "⏎")
            yield f"{block.style:<12} {block.number + ' ' if block.number else ''}{text}".rstrip()
        else:
            yield from ("  | " + " | ".join(cell.replace("\n", "⏎") for cell in row) + " |" for row in block)
