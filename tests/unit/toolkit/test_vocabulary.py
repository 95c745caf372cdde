"""The built-in vocabulary is sound, agrees with what documents print, and is extended by a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesduty.disk.packaged import vocabulary as packaged
from salesduty.model.areas import AREAS, PROFILES
from salesduty.model.document import Document
from salesduty.model.reading import Reading, read
from salesduty.responsibility.needs import required
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.vocabulary import compiled
from salesduty.source.parse import parse
from salesduty.text.normal import normal
from salesduty.toolkit.load import field_keys, load
from salesduty.toolkit.vocabulary import standard, vocabulary

FILES = sorted(packaged())


@pytest.mark.parametrize("name", FILES)
def test_a_built_in_file_can_be_read_whole(name: str) -> None:
    parsed = parse(packaged()[name], field_keys())
    assert parsed.problems == ()
    assert _reading(name).mistakes == ()


def test_the_names_of_areas_and_profiles_are_those_that_documents_print() -> None:
    assert {key: node.name for key, node in standard().areas.items() if "." not in key} == AREAS
    assert {key: profile.name for key, profile in standard().profiles.items()} == PROFILES


def test_what_the_vocabulary_names_exists() -> None:
    known = standard()
    assert [term for term in known.terms.values() if not known.terms.keys() >= set(term.above)] == []
    assert [term.id for term in known.terms.values() if term.area and term.area not in known.areas] == []
    assert [pair for pair in known.pairs if (pair[0] != "*" and pair[0] not in known.verbs) or pair[1] not in known.terms] == []
    assert [area.area for name in known.profiles for area in required(name, known.profiles) if area.area not in known.areas] == []


def test_a_word_stands_for_one_term_and_one_verb() -> None:
    assert _owners("glossary") == {}
    assert _owners("verbs") == {}


def test_a_user_adds_words_and_overrides_what_they_mean() -> None:
    own = _document("glossary: [{id: retention, words: 石灰尾巴, under: payment, area: C13.collect}]\n")
    assert [claim.facet for claim in sentence("盯回石灰尾巴", standard()).main if claim.facet] == []
    words = compiled((*(_reading(name).document for name in FILES), own))
    assert sentence("盯回石灰尾巴", words).main[0].facet == "C13.collect"


def test_words_speak_for_their_folder_and_all_below() -> None:
    texts = {
        "east/words.yaml": "glossary: [{id: zhibao, words: 石灰尾巴, area: C13.collect}]\n",
        "east/sales/department.yaml": "department: {id: east-sales, name: 华东销售部}\n",
        "west/department.yaml": "department: {id: west-sales, name: 西部销售部}\n",
    }
    workspace = load(texts)
    assert [department.id for department in workspace.departments] == ["east-sales", "west-sales"]
    east, west = (vocabulary(workspace, department) for department in workspace.departments)
    assert "zhibao" in east.terms
    assert west is standard()


def test_the_data_travels_with_the_package() -> None:
    import salesduty

    assert {"areas.yaml", "glossary.yaml", "verbs.yaml"} <= {
        path.name for path in (Path(salesduty.__file__).parent / "data").iterdir()
    }


def _owners(field: str) -> dict[str, list[str]]:
    """The words that several entries claim, with who claims them."""
    owners: dict[str, set[str]] = {}
    for name in FILES:
        for entry in getattr(_reading(name).document, field):
            for word in entry.words:
                owners.setdefault(normal(word), set()).add(entry.id)
    return {word: sorted(ids) for word, ids in owners.items() if len(ids) > 1}


def _reading(name: str) -> Reading:
    return read(parse(packaged()[name], field_keys()).data)


def _document(text: str) -> Document:
    return read(parse(text, field_keys()).data).document
