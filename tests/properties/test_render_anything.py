"""Whatever is written, documents come out sound, inert, alike in every format, and the same each time."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from opened import docx, html, md
from opened.ooxml import complaints
from salesduty.disk.packaged import stationery
from salesduty.model.reading import read
from salesduty.renderers.catalogue import RENDERERS
from salesduty.results.drawing import Drawing
from salesduty.results.paper import Heading, Orientation, Paper
from salesduty.toolkit.render import render
from salesduty.views.catalogue import VIEWS
from salesduty.workspace.file import File
from salesduty.workspace.resolve import resolve

_BETWEEN = re.compile(r"[\s：；]+")
_MD = frozenset(
    ["body", "h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "br", "table", "thead", "tbody", "tr", "th", "td", "hr"]
)

# Any character at all, but those that mean something to YAML, XML, HTML, Markdown, Jinja or a terminal far more often.
_POINTED = st.text(
    st.sampled_from("<>&\"'`*_[](){}#|~\\-+=.:!$@%1a 甲。：；\n\r\t\x00\x1b\x9b\u200b\u202e\u2028\ufeff\ufffe\ud800𠀀"),
    max_size=12,
)
_PIECES = st.lists(
    st.sampled_from(["<b>", "</td>", "{{ 7*7 }}", "]]>", "<!--", "- ", "1. ", "**", "| ", "# ", "&amp;", "[x](y)", "岗", " "]),
    max_size=6,
)
_TEXT = _POINTED | st.text(max_size=8) | _PIECES.map("".join)
_TEXTS = st.lists(_TEXT, max_size=3)
_DUTY: st.SearchStrategy[Any] = st.recursive(
    _TEXT,
    lambda below: st.fixed_dictionaries(
        {},
        optional={
            "id": _TEXT,
            "title": _TEXT,
            "text": _TEXT,
            "sla": _TEXT,
            "to": _TEXTS,
            "outputs": _TEXTS,
            "object": _TEXT,
            "authority": _TEXT,
            "scope": st.fixed_dictionaries({"region": _TEXTS}, optional={"amount": st.sampled_from(["<5", "*", _TEXT])}),
            "duties": st.lists(below, max_size=3),
        },
    ),
    max_leaves=6,
)
_POST = st.fixed_dictionaries(
    {"name": _TEXT},
    optional={
        "id": _TEXT,
        "aliases": _TEXTS,
        "purpose": _TEXT,
        "reports_to": _TEXTS,
        "deputy": _TEXT,
        "group": _TEXT,
        "when": _TEXT,
        "status": st.sampled_from(["active", "proposed", "retired"]),
        "duties": st.lists(_DUTY, max_size=4),
        "authorities": _TEXTS,
        "qualifications": _TEXTS,
        "relations": st.fixed_dictionaries({"internal": _TEXTS}),
        "kpis": st.lists(
            st.fixed_dictionaries({"name": _TEXT, "weight": st.floats(0, 100)}, optional={"target": _TEXT}), max_size=2
        ),
    },
)
_DOCUMENT = st.fixed_dictionaries(
    {
        "department": st.fixed_dictionaries(
            {"name": _TEXT},
            optional={
                "id": _TEXT,
                "company": _TEXT,
                "version": _TEXT,
                "document_title": _TEXT,
                "purpose": _TEXT,
                "numbering": st.sampled_from(["chinese", "decimal"]),
                "functions": st.lists(
                    _TEXT | st.fixed_dictionaries({"name": _TEXT, "duties": st.lists(_DUTY, max_size=2)}), max_size=2
                ),
                "outside": _TEXTS,
                "systems": _TEXTS,
                "signals": _TEXTS,
                "meetings": _TEXTS,
            },
        ),
        "posts": st.lists(_POST, max_size=3),
    },
    optional={
        "process": st.fixed_dictionaries({"name": _TEXT, "steps": st.lists(_TEXT | _DUTY, max_size=3)}),
        "appraisal": st.fixed_dictionaries({"principles": _TEXTS, "uses": _TEXTS}),
    },
)


def papers(data: dict[str, Any]) -> list[Paper]:
    """Every paper of the department that `data` describes, read past all that is wrong in it."""
    workspace = resolve([File("d/a.yaml", ("d",), "", reading=read(data))])
    return [paper for department in workspace.departments for view in VIEWS.values() for paper in view(department)]


@given(_DOCUMENT)
def test_every_format_is_sound_and_says_the_same(data: dict[str, Any]) -> None:
    for paper in papers(data):
        word = docx.opened(RENDERERS["docx"](paper, stationery()))
        assert complaints(word) == []
        page = html.opened(RENDERERS["html"](paper, stationery()))
        assert (page.complaints, page.comments) == ((), ())
        assert not {tag.name for tag in page.tags} & {"b", "script", "img"}
        assert not any(re.search(r"[\s\x00-\x1f]", anchor) for anchor in page.ids)
        text = md.opened(RENDERERS["md"](paper, stationery()))
        assert {tag.name for tag in text.tags} <= _MD | {"pre", "code"}
        if any(isinstance(block, (Drawing, Orientation)) for block in paper.blocks):
            continue  # of a drawing each format makes what it can
        if not any(isinstance(block, Heading) for block in paper.blocks):
            continue  # and what stands above the first block, each says in its own order
        assert _body(word.lines, paper) == _body(page.lines, paper)
        assert _body(text.lines, paper).startswith(_body(page.lines, paper))


def _body(lines: list[str], paper: Paper) -> str:
    """What is read from the first heading on, without blanks and what stands between labels and values."""
    heading = next(block for block in paper.blocks if isinstance(block, Heading))
    first = _BETWEEN.sub("", heading.label + heading.text)
    said = _BETWEEN.sub("", "\n".join(lines))
    return said[said.index(first) :]


@given(st.lists(_POST, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(posts: list[dict[str, Any]], random: Any) -> None:
    files = [File(f"d/{number}.yaml", ("d",), "", reading=read({"post": post})) for number, post in enumerate(posts)]
    shuffled = list(files)
    random.shuffle(shuffled)
    one, other = (
        [paper for department in resolve(each).departments for paper in VIEWS["handbook"](department)]
        for each in (files, shuffled)
    )
    assert one == other


@given(st.binary(max_size=200) | st.text(max_size=100))
def test_anything_at_all_is_rendered_or_left_out(data: bytes | str) -> None:
    for done in render({"d/a.yaml": data, "d/b.yaml": "post: {name: 岗}\n"}, format="md", despite_errors=True):
        assert done.data.decode("utf-8").startswith("# ")
