"""The process of templates from outside: whatever is tried in it, it ends with a sentence."""

from __future__ import annotations

import sys
from io import BytesIO
from struct import Struct
from zipfile import ZipFile

import pytest

from opened.templates import word
from salesduty.results.flaw import BadTemplate
from salesduty.results.limits import Limits
from salesduty.results.missing import MissingCharacters, MissingFont, MissingPackage, Unprintable
from salesduty.results.record import Kind, Name, Record
from salesduty.toolkit import inmate
from salesduty.toolkit.confined import BrokenInmate, Confined

_ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
_HUGE = "{% for a in range(99999) %}{{ 'a' * 1000000 }}{% endfor %}"
_DEEP = "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}"
_NOTHING = Record(Kind("x", "x", (Name("a", "甲", ""),)), ("乙",))


def _filled(template: str, limits: Limits | None = None) -> bytes:
    with Confined("company.docx", limits) as process:
        return process.made("fill", word([template]), _NOTHING, "company.docx")


def test_a_template_that_never_ends_is_stopped() -> None:
    with pytest.raises(BadTemplate) as stopped:
        _filled(_ENDLESS, Limits(seconds=2))
    assert stopped.value.name == "company.docx"
    assert "超过了 2 秒" in stopped.value.what.zh


@pytest.mark.skipif(sys.platform != "linux", reason="the system limits no memory of a process, or was not tried")
def test_a_template_that_takes_all_memory_is_stopped() -> None:
    with pytest.raises(BadTemplate) as stopped:
        _filled(_HUGE, Limits(bytes=300 * 2**20))
    assert "300 MB" in stopped.value.what.zh


def test_a_template_that_calls_itself_is_told() -> None:
    with pytest.raises(BadTemplate) as stopped:
        _filled(_DEEP)
    assert _DEEP[:20] in stopped.value.what.zh


def test_one_process_does_many_jobs_and_knows_what_is_shared() -> None:
    data = word(["{{ 甲 }}"])
    with Confined("company.docx") as process:
        process.share(data, _NOTHING)
        made = [process.made("fill", data, _NOTHING, "company.docx") for _ in range(3)]
        with pytest.raises(BadTemplate):
            process.made("fill", word(["{{ 丙 }}"]), _NOTHING, "company.docx")
        again = process.made("fill", data, _NOTHING, "company.docx")
    assert [_parts(each) for each in made] == [_parts(again)] * 3


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file but its core properties: a template without them gets the second in which it was filled."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if name != "docProps/core.xml"}


def test_a_fault_in_it_is_ours() -> None:
    with Confined("company.docx") as process, pytest.raises(BrokenInmate):
        process.made("no such job")


def test_a_process_that_is_gone_is_told_and_nothing_is_waited_for() -> None:
    with Confined("company.docx") as process:
        process._process.kill()
        process._process.wait()
        with pytest.raises(BadTemplate) as stopped:
            process.made("fill", b"", _NOTHING, "company.docx")
    assert "中途退出" in stopped.value.what.zh


def test_an_answer_longer_than_any_is_none() -> None:
    head = Struct(">cQ").pack(b"D", 2**40)
    assert inmate.frame(BytesIO(head + b"x")) is None
    assert inmate.frame(BytesIO(b"")) is None
    assert inmate.frame(BytesIO(Struct(">cQ").pack(b"D", 1) + b"x")) == (b"D", b"x")


@pytest.mark.parametrize(
    "error",
    [
        MissingPackage("typst", "pdf"),
        MissingFont(("a",), "linux"),
        MissingCharacters("手册", (Unprintable("𰻞", "吃𰻞𰻞面"),), 1, "linux"),
    ],
)
def test_what_the_machine_lacks_is_told_as_it_is(error: Exception) -> None:
    told = inmate.missing(inmate._told([type(error).__name__, error.args]))
    assert (type(told), told.args) == (type(error), error.args)


def test_jobs_are_answered_within_this_process_too() -> None:
    """What the other process does, where a debugger and the coverage see it."""
    answers = BytesIO()
    with Confined("x") as process:
        jobs = BytesIO()
        process._sent = lambda data: (jobs.write(inmate.HEAD.pack(b"J", len(data)) + data), (b"D", b""))[1]  # type: ignore[method-assign]
        process.made("fill", word(["{{ 甲 }}"]), _NOTHING, "x")
        process.made("fill", b"nothing", _NOTHING, "x")
        process.made("check", word(["{{ 乙 }}"]), {"x": _NOTHING._kind}, "x", "x")
    jobs.seek(0)
    inmate.serve(jobs, answers, confine=False)
    answers.seek(0)
    kinds = [found[0] for _ in range(3) if (found := inmate.frame(answers))]
    assert kinds == [inmate.DONE, inmate.FAULT, inmate.FLAWS]
