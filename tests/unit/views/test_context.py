"""What a template of Word sees: every field of the model in words, under names that stay."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pickle import dumps, loads

import pytest

from opened.words import leaves
from opened.workspaces import department, departments
from salesduty.model.department import Department as Spec
from salesduty.model.fields import parts
from salesduty.model.part import Part
from salesduty.model.post import Post
from salesduty.results.record import Record, Several, Value
from salesduty.views.catalogue import VIEWS
from salesduty.views.context import whole
from salesduty.views.filling import FILLED, filled
from salesduty.views.kinds import PARTS, kind_id, kinds

_ENTITIES = ("Document", "Area", "Term", "Verb", "Region", "Alias", "Profile", "Separation", "Need", "Facet")


def test_every_model_of_a_department_has_a_kind_and_every_field_a_name() -> None:
    for part in PARTS:
        kind = kinds()[kind_id(part)]
        for name, field in part.model_fields.items():
            assert kind.name(field.alias or name) is kind.name(str(field.title)) is not None, f"{part.__name__}.{name}"
    reached = {Spec, Post, *(part for part in parts() if part in PARTS)}
    assert reached == set(PARTS)
    assert {name.of for kind in kinds().values() for name in kind.names} - {""} <= set(kinds())


def test_every_model_that_a_department_holds_is_among_them() -> None:
    """A new model below a department fails here until a template can see it."""
    met: list[type[Part]] = []
    waiting: list[type[Part]] = [
        part for part in parts() if part.__name__ in ("Department", "Post", "Process", "Kpi", "Appraisal")
    ]
    while waiting:
        part = waiting.pop()
        if part in met:
            continue
        met.append(part)
        names = {below.of for below in kinds()[kind_id(part)].names}
        waiting += [each for each in PARTS if kind_id(each) in names]
    assert set(met) == set(PARTS)


def test_names_can_be_typed_in_a_template_and_hide_nothing() -> None:
    for kind in kinds().values():
        for name in kind.names:
            for spelling in name.spellings:
                assert spelling.isidentifier()
                assert unicodedata.normalize("NFKC", spelling) == spelling
                assert not hasattr(Record, spelling), f"{kind.id}.{spelling}"


@pytest.mark.parametrize(("name", "number"), departments())
def test_every_value_is_there_in_words(name: str, number: int) -> None:
    said = set(_texts(Several(whole(department(name, number)).values())))
    text = "\n".join(said)
    missing = []
    for leaf in leaves(department(name, number)):
        wanted = [words.rpartition("|")[2] for words in leaf.words] if leaf.part.__name__ != "Numbering" else []
        missing += [f"{leaf}: {words}" for words in (*wanted, leaf.id) if words and words not in text]
    assert missing == []


def test_values_are_the_words_that_documents_print() -> None:
    name, number = next(each for each in departments() if department(*each).id == "general")
    post = next(each for each in _posts(name, number) if str(each) == "销售主管")
    assert [str(post[key]) for key in ("岗位名称", "编制", "层级", "直接上级", "岗位状态", "所属部门")] == [
        *("销售主管", "4 人", "主管", "大区经理", "在岗", "销售部")
    ]
    duties = post["全部职责"]
    assert isinstance(duties, Several)
    assert [(str(each["序号"]), str(each["层次"])) for each in duties if isinstance(each, Record)][:4] == [
        *(("1.", "1"), ("（1）", "2"), ("（2）", "2"), ("（3）", "2"))
    ]
    kpi = post["绩效指标"]
    assert isinstance(kpi, Several)
    first = kpi[0]
    assert isinstance(first, Record)
    assert [str(first[key]) for key in ("name", "weight", "cycle", "序号")] == ["销售额达成率", "35%", "每月", "1"]


def test_what_is_not_written_is_blank_and_false() -> None:
    name, number = next(each for each in departments() if department(*each).id == "general")
    post = _posts(name, number)[0]
    scope = next(each for each in _records(post["全部职责"]) if not each["范围"])["范围"]
    assert isinstance(scope, Record)
    assert (str(scope), bool(scope), str(scope["区域"]), str(scope["summary"])) == ("", False, "", "")


@pytest.mark.parametrize("document", FILLED)
def test_each_paper_sees_the_post_that_it_is_about(document: str) -> None:
    for name, number in departments():
        known = department(name, number)
        done = list(filled(document)(known))
        assert [paper.name for paper in done] == [paper.name for paper in VIEWS[document](known)]
        for paper in done:
            assert paper.values is not None
            if document != "handbook":
                assert str(paper.values["岗位"]) == paper.post
            assert str(paper.values["文件"]) == paper.title


def test_records_cross_to_another_process() -> None:
    (name, number), *_ = departments()
    values = whole(department(name, number))
    assert list(_texts(loads(dumps(values["department"])))) == list(_texts(values["department"]))


def _posts(name: str, number: int) -> list[Record]:
    return _records(whole(department(name, number))["posts"])


def _records(value: Value) -> list[Record]:
    assert isinstance(value, Several)
    return [each for each in value if isinstance(each, Record)]


def _texts(value: Value) -> Iterator[str]:
    """Every text in `value`, and lists of words as they are printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Several):
        yield str(value)
        for each in value:
            yield from _texts(each)
    else:
        for key in value:
            yield from _texts(value[key])
