"""Mermaid text: nothing in a name is anything but a label. All of it was read by Mermaid 11 itself when it was written."""

from __future__ import annotations

import re

import pytest

from salesduty.views import mermaid

HOSTILE = (
    'a"b',
    "x]y",
    "%%{init: {}}%%",
    "<script>alert(1)</script>",
    "a`b",
    "#quot;",
    "a;b",
    "{q}",
    "|p|",
    "--> n1",
    "&lt;",
    "\\",
    "~~~",
    "::: x",
    "@{shape: x}",
    "$$1$$",
    "1. list",
    "a\nb",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_label_holds_nothing_that_means_anything(name: str) -> None:
    said = mermaid.label((name,))
    assert re.fullmatch(r'"(?:#\d+;|[\w 、，。：（）《》·—\-/+])*"', said)
    assert re.sub(r"#(\d+);", lambda code: chr(int(code[1])), said[1:-1]) == name


def test_a_whole_flowchart() -> None:
    statements = [mermaid.node("n0", ("经理", "编制 1 人"), "head"), mermaid.node("n1", ("员",), "post"), "n0 --> n1"]
    assert mermaid.flowchart("TB", statements, ["head", "post"]) == (
        "flowchart TB\n"
        '  n0["经理<br/>编制 1 人"]:::head\n'
        '  n1["员"]\n'
        "  n0 --> n1\n"
        "  classDef head fill:#8a1f11,stroke:#8a1f11,color:#ffffff"
    )
