"""The vocabulary of a department: what comes with salesduty, then what the user says around and in its folder."""

from __future__ import annotations

from functools import cache

from salesduty.disk.packaged import vocabulary as packaged
from salesduty.model.document import Document
from salesduty.model.reading import read
from salesduty.responsibility.vocabulary import Vocabulary, compiled
from salesduty.source.parse import parse
from salesduty.toolkit.load import field_keys
from salesduty.workspace.entities import Department, Workspace


def vocabulary(workspace: Workspace, department: Department) -> Vocabulary:
    """Return the words that the duties of `department` are read by.

    A file of the workspace that holds areas, a glossary, verbs, regions, aliases or profiles speaks for its folder
    and all below it.
    """
    own = tuple(
        file.document
        for file in workspace.files
        if file.document.says_words and department.folder[: len(file.folder)] == file.folder
    )
    return _compiled(own) if own else standard()


@cache
def standard() -> Vocabulary:
    """Return the vocabulary that comes with salesduty."""
    return compiled(_documents())


@cache
def _documents() -> tuple[Document, ...]:
    parsed = (parse(text, field_keys()) for text in packaged().values())
    return tuple(read(each.data).document for each in parsed if each.data is not None)


def _compiled(own: tuple[Document, ...]) -> Vocabulary:
    return compiled((*_documents(), *own))
