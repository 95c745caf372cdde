"""The digest of a department's files."""

from __future__ import annotations

import pytest

from salesduty.results.paper import Paper
from salesduty.toolkit.load import load
from salesduty.views.catalogue import VIEWS
from salesduty.workspace.digest import digest
from salesduty.workspace.file import File

ONE, TWO = "department: {name: 销售部}\n", "post:\n  name: 内勤\n"


def test_it_depends_on_texts_alone() -> None:
    usual = digest([File("a.yaml", text=ONE), File("b.yaml", text=TWO)])
    assert usual == digest([File("d/c.yaml", ("d",), TWO.replace("\n", "\r\n")), File("a.yaml", text=ONE.rstrip())])
    assert len(usual) == 32


@pytest.mark.parametrize("texts", [(ONE,), (ONE, TWO.replace("内勤", "外勤")), (ONE, TWO, ""), (ONE + TWO,)])
def test_another_text_gives_another(texts: tuple[str, ...]) -> None:
    assert digest([File("a.yaml", text=text) for text in texts]) != digest([File("a.yaml", text=ONE), File("b.yaml", text=TWO)])


def test_a_file_that_is_no_text_counts_as_far_as_it_can_be_shown() -> None:
    assert digest([File("a.yaml", partial="x")]) != digest([File("a.yaml", partial="y")])


def _papers(text: str) -> list[Paper]:
    workspace = load({"a.yaml": ONE, "b.yaml": text})
    return [paper for view in VIEWS.values() for paper in view(workspace.departments[0])]


def test_every_document_says_what_it_was_made_from() -> None:
    before, after = _papers(TWO), _papers(TWO.replace("内勤", "外勤"))
    assert all(paper.source for paper in before)
    assert not {paper.source for paper in before} & {paper.source for paper in after}
