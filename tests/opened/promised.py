"""What each document promises to show of a department: words that must be read in it, worked out from the model alone.

A document without a promise fails `tests/workspaces/test_documents.py`. Blanks, line ends and colons are each format's own
and do not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from opened.words import leaves
from salesduty.model.choices import Status
from salesduty.model.post import Post
from salesduty.text.dates import parse_date
from salesduty.workspace.entities import Department, Placed

_BETWEEN = re.compile(r"[\s：；|]+")
_SORTING = ("area", "action", "object")
Words = Iterator[tuple[str, str]]
"""Pairs of the name of the post that words belong to, empty for the whole document, and the words."""


def folded(text: str) -> str:
    """Return `text` without what stands between words."""
    return _BETWEEN.sub("", text)


def _handbook(department: Department) -> Words:
    return (("", words) for leaf in leaves(department) for words in leaf.words)


def _post(department: Department) -> Words:
    for placed in department.posts:
        yield from ((placed.value.name, words) for words in _written_below(placed, department, "Post"))
        yield from _kpis(placed, department, ("target", "formula", "source"))


def _agreement(department: Department) -> Words:
    for placed in _active(department):
        name, spec = placed.value.name, department.spec
        parties = (*_names(department, placed.value.reports_to), *([spec.company] if spec.company else ()), spec.name)
        days = (day for text in (spec.effective, spec.review_by) if text and (day := parse_date(text)))
        yield from ((name, words) for words in (*parties, *(f"{day.year}年{day.month}月{day.day}日" for day in days)))
        yield from ((name, words) for words in _written_below(placed, department, "Duty", "Scope", "Authority"))
        yield from _kpis(placed, department, ("target", "definition", "formula", "source", "unit"))
        yield from ((name, words) for words in ("甲方", "乙方", "一式两份", "签字", "盖章"))


def _scorecard(department: Department) -> Words:
    for placed in _active(department):
        if placed.value.kpis:
            scorers = placed.value.appraised_by or placed.value.reports_to
            fixed = (
                "序号",
                "指标",
                "权重",
                "目标值",
                "评分标准",
                "数据来源",
                "自评",
                "上级评",
                "得分",
                "合计",
                "被考核人",
                "考核人",
            )
            yield from ((placed.value.name, words) for words in (*fixed, *_names(department, scorers), department.spec.name))
            yield from _kpis(placed, department, ("target", "definition", "formula", "source", "unit"))


def _onboarding(department: Department) -> Words:
    for placed in _active(department):
        post = placed.value
        led = [each.value.name for each in department.reports.get(placed.address, ())]
        people = _names(department, (*post.reports_to, *post.appraised_by, *([post.deputy] if post.deputy else ())))
        yield from (
            (post.name, words) for words in (*people, *led, department.spec.name, *([post.purpose] if post.purpose else ()))
        )
        for kpi in post.kpis:
            measure = department.measure(kpi, placed)
            yield post.name, measure.name or ""
            yield post.name, f"{measure.weight:g}%" if measure.weight is not None else ""


def _raci(department: Department) -> Words:
    """All posts, where there is something to share out."""
    if department.spec.functions or department.processes:
        yield from (("", placed.value.name) for placed in _active(department))


def _chart(department: Department) -> Words:
    for placed in _active(department):
        yield "", placed.value.name
        if placed.value.headcount:
            yield "", f"{placed.value.headcount}人"


def _process(department: Department) -> Words:
    for process in department.processes:
        yield "", process.value.name
        for step in process.value.steps:
            yield "", step.name
            yield "", step.sla or ""


def _register(department: Department) -> Words:
    for placed in department.posts:
        yield from (("", words) for words in (placed.value.name, *_written_below(placed, department, "Duty.title", "Duty.text")))


def _check(department: Department) -> Words:
    yield "", department.spec.name


PROMISES: Mapping[str, Callable[[Department], Words]] = {
    "handbook": _handbook,
    "post": _post,
    "agreement": _agreement,
    "scorecard": _scorecard,
    "onboarding": _onboarding,
    "raci": _raci,
    "chart": _chart,
    "process": _process,
    "check": _check,
    "register": _register,
}


def _active(department: Department) -> Iterator[Placed[Post]]:
    return (placed for placed in department.posts if placed.value.status is Status.active)


def _names(department: Department, refs: Sequence[str]) -> Iterator[str]:
    """What those are called whom `refs` mean; a name that is not known stands as it was typed."""
    return (found[0].name if (found := department.parties(ref)) else ref for ref in refs)


def _written_below(placed: Placed[Post], department: Department, *kinds: str) -> Iterator[str]:
    """The words of what is written in a post, below parts of some `kinds` or in some of their fields."""
    for leaf in leaves(department):
        kind = leaf.part.__name__
        inside = leaf.address == placed.address or leaf.address.startswith(f"{placed.address}/")
        if inside and leaf.field not in _SORTING and {kind, f"{kind}.{leaf.field}"} & set(kinds):
            yield from leaf.words


def _kpis(placed: Placed[Post], department: Department, fields: Sequence[str]) -> Words:
    """What is said of the KPIs of a post, there or where they are defined."""
    for kpi in placed.value.kpis:
        measure = department.measure(kpi, placed)
        written = [measure.name, *(getattr(measure, field) for field in fields)]
        scored = [part for line in measure.scoring for part in (line.when, line.score, line.text)]
        for text in (*written, *scored, f"{measure.weight:g}%" if measure.weight is not None else None):
            yield from ((placed.value.name, line) for line in (text or "").splitlines())
