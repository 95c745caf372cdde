"""Hostile input: every file gives just the findings of expected.json, in time, and nothing of it acts where it arrives."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from itertools import product
from pathlib import Path
from xml.parsers.expat import ParserCreate

import pytest

from hostile.generated import GENERATED
from opened import docx, html, md
from opened.ooxml import complaints
from opened.workspaces import SETTINGS
from salesduty.disk.packaged import stationery
from salesduty.renderers.site.scripts import scripts
from salesduty.reporters.catalogue import REPORTERS
from salesduty.reporters.look import Look
from salesduty.results.finding import INFO, Report, Severity
from salesduty.text.visible import visible
from salesduty.toolkit.lint import lint
from salesduty.toolkit.render import DOCUMENTS, render

HERE = Path(__file__).parent
FILES = sorted(path.name for path in (HERE / "files").glob("*.yaml"))
EXPECTED = HERE / "expected.json"
SECONDS = 10

# What the templates themselves put on a page, or what CommonMark makes of our Markdown.
_HTML = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "nav",
        "ol",
        "li",
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "span",
        "strong",
        "br",
        "div",
        "dl",
        "dt",
        "dd",
        "table",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
)
_MD = frozenset(
    ["body", "h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "br", "table", "thead", "tbody", "tr", "th", "td", "hr"]
)
_ATTRIBUTES = frozenset(
    ["lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "scope", "data-label", "aria-label"]
)
_SITE = frozenset(
    """script button form label input kbd select option section ul details summary
    svg title desc g rect text polyline polygon""".split()  # noqa: SIM905
)
_WIDE = frozenset(("figure", "svg", "desc", "g", "rect", "text", "polyline", "polygon", "caption"))
_WIDE_ATTRIBUTES = frozenset(
    """aria-describedby aria-labelledby colspan role tabindex xmlns viewbox width height x y rx points fill stroke stroke-width
    stroke-dasharray font-family font-size font-weight text-anchor""".split()  # noqa: SIM905
)
"""What drawings and matrices are made of."""
_DRAWN = frozenset(("chart", "process"))
_WITH_WIDE = _DRAWN | {"raci", "check"}
"""The documents with drawings, and those with matrices too."""
_SITE_ATTRIBUTES = frozenset(
    """aria-controls aria-describedby aria-expanded aria-hidden aria-keyshortcuts aria-labelledby aria-pressed autocomplete
    colspan data-group data-post data-posts for hidden placeholder role spellcheck tabindex type value
    xmlns viewbox width height x y rx points fill stroke stroke-width stroke-dasharray font-family font-size font-weight
    text-anchor""".split()  # noqa: SIM905
)
_SCRIPTS = list(scripts(stationery(), "site/common.js", "site/page.js"))
_OTHERS = DOCUMENTS[2:]
_RENDERED = [
    (document, name)
    for number, name in enumerate(FILES)
    for document in (*DOCUMENTS[:2], _OTHERS[number % len(_OTHERS)], _OTHERS[(number + 3) % len(_OTHERS)])
]
"""Every file as handbook and as post descriptions, and as two of the other documents in turn."""
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def data_of(name: str) -> bytes:
    return GENERATED[name]().encode() if name in GENERATED else (HERE / "files" / name).read_bytes()


def linted(name: str) -> tuple[Report, bytes]:
    data = data_of(name)
    began = time.process_time()
    report = lint({name: data}, settings=SETTINGS)
    assert time.process_time() - began < SECONDS
    return report, data


@pytest.fixture(scope="module")
def expected() -> dict[str, object]:
    """What each file gives."""
    found: dict[str, object] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    return found


def said(report: Report) -> object:
    """The findings with their places; of more than fifty how many of each there are, and the first three."""
    found = [[finding.code, finding.span.line, finding.span.column] for finding in report.findings]
    if len(found) <= 50:
        return found
    return {"counts": dict(sorted(Counter(str(code) for code, *_ in found).items())), "first": found[:3]}


def test_expected_findings_are_brought_up_to_date(update_golden: bool) -> None:
    """One test for all, because one file holds all."""
    if update_golden:
        lines = [f"  {json.dumps(name)}: {json.dumps(said(linted(name)[0]))}" for name in (*FILES, *GENERATED)]
        EXPECTED.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    assert set(json.loads(EXPECTED.read_text(encoding="utf-8"))) == {*FILES, *GENERATED}


def test_there_are_enough_of_them_and_none_is_large() -> None:
    assert len(FILES) >= 100
    assert max((HERE / "files" / name).stat().st_size for name in FILES) < 100_000


@pytest.mark.parametrize("name", [*FILES, *GENERATED])
def test_findings_are_exact_and_in_time(name: str, expected: dict[str, object]) -> None:
    report, _ = linted(name)
    assert said(report) == expected[name]
    for finding in report.findings:
        for text in (finding.message, finding.fix):
            assert visible(text.zh) == text.zh
            assert visible(text.en) == text.en
            assert not re.search(r"\{\w+\}", text.zh) or "{" in str(finding.evidence)
        assert len(finding.message.zh) < 1_000


@pytest.mark.parametrize("name", [*FILES, "five-thousand-problems.yaml", "a-duty-of-nine-megabytes.yaml"])
def test_a_report_drives_neither_a_terminal_nor_a_build_server(name: str) -> None:
    report, _ = linted(name)
    for reporter, encoding in product(REPORTERS, ("utf-8", "gbk")):
        text = "".join(piece.text for piece in REPORTERS[reporter](report, Look("zh", 100, INFO, encoding, "0")))
        assert not _CONTROL.search(text)
        assert "##" not in re.sub(r"##(?!\w*\[)", "", text)
        commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
        # GitHub shows ten of a severity; the others stand in the log as lines.
        assert len(commands) == (sum(min(10, report.count(each)) for each in Severity) if reporter == "github" else 0)
        assert all(re.match(r"::(error|warning|notice) file=[^,:]+(,\w+=[^,:]*)+::", command) for command in commands)
        if reporter == "json":
            assert len(json.loads(text)["findings"]) == len(report.findings)


@pytest.mark.parametrize(("document", "name"), _RENDERED)
def test_what_is_rendered_holds_text_and_nothing_else(name: str, document: str, tmp_path: Path) -> None:
    texts = {f"department/{name}": data_of(name)}
    for done in render(texts, document=document, format="docx", output=tmp_path, despite_errors=True, settings=SETTINGS):
        assert complaints(docx.opened(done.data)) == []
        assert not _CONTROL.search("".join(docx.opened(done.data).lines))
        assert done.path is not None
        assert done.path.resolve().relative_to(tmp_path.resolve()).parent.parent == Path()
    for done in render(texts, document=document, format="html", despite_errors=True, settings=SETTINGS):
        page = html.opened(done.data)
        assert (page.complaints, page.comments) == ((), ())
        whole, wide = document == "handbook", document in _WITH_WIDE
        assert {tag.name for tag in page.tags} <= _HTML | (_SITE if whole else _WIDE if wide else set())
        attributes = {attribute for tag in page.tags for attribute in tag.attributes}
        assert attributes <= _ATTRIBUTES | (_SITE_ATTRIBUTES if whole else _WIDE_ATTRIBUTES if wide else set())
        assert page.inline("script") == (_SCRIPTS if whole else [])
        assert all(target.startswith("#") for target in page.targets)
        assert not _CONTROL.search(done.data.decode())
    for done in render(texts, document=document, format="md", despite_errors=True, settings=SETTINGS):
        page = md.opened(done.data)
        assert page.complaints == ()
        assert {tag.name for tag in page.tags} <= _MD | ({"pre", "code"} if document in _DRAWN else set())
        assert not _CONTROL.search(done.data.decode())


@pytest.mark.parametrize("name", sorted(set(GENERATED) - {"hundred-thousand-duties.yaml"}))
def test_what_is_large_is_rendered_in_time(name: str) -> None:
    data = data_of(name)
    began = time.process_time()
    rendered = render({name: data}, despite_errors=True, settings=SETTINGS)
    assert time.process_time() - began < SECONDS
    for done in rendered:
        ParserCreate().Parse(docx.opened(done.data).parts["word/document.xml"], True)


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("markup-") and name != "markup-line-break.yaml"])
def test_markup_arrives_as_the_text_that_it_is(name: str) -> None:
    written = re.search(r"^  name: '(.*)'$", data_of(name).decode(), re.MULTILINE)
    assert written
    markup = written[1].replace("''", "'")
    shown = visible(" ".join(markup.split()))
    texts = {name: data_of(name)}
    read = {
        "docx": "\n".join(docx.opened(render(texts, format="docx", despite_errors=True)[0].data).lines),
        "html": "\n".join(html.opened(render(texts, format="html", despite_errors=True)[0].data).lines),
        "md": "\n".join(md.opened(render(texts, format="md", despite_errors=True)[0].data).lines),
    }
    counts = {ending: text.count(shown) for ending, text in read.items()}
    assert min(counts.values()) > 10
    # A page says some of it again: in its bar, in what was found, in the matrix.
    assert counts["docx"] == counts["md"] <= counts["html"], counts


def test_escape_bytes_arrive_written_out() -> None:
    texts = {"a.yaml": data_of("bell-and-backspace-escaped.yaml")}
    for ending, opened in (("docx", docx.opened), ("html", html.opened), ("md", md.opened)):
        lines = opened(render(texts, format=ending, despite_errors=True)[0].data).lines
        assert any("a\\x07\\x08\\x1b[2J\\x9b31m\\x00z" in line for line in lines), ending
