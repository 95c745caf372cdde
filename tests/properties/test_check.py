"""The analysis looks at what is written, not at where: order and names change no finding."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from accuracy import score
from salesduty.responsibility import blocking
from salesduty.responsibility.blocking import candidates
from salesduty.responsibility.overlaps import Lines, between, conflicts, declared_shared
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import Finding
from salesduty.toolkit.check import analyse, check
from salesduty.toolkit.load import load

ROLES = Path(__file__).parents[2] / "roles"
MATERIAL = Path(__file__).parents[1] / "accuracy"
DEPARTMENTS = sorted(path.name for path in ROLES.iterdir() if path.is_dir())
ORGANISATIONS = {each["id"]: each for each in score.read_organisations(MATERIAL / "organisations.yaml")}
CROWDED = "duplicates"
"""A department of many posts that hold the same, made of the labelled pairs: there is much to be found in it."""
NAMES = ("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛")


@given(department=st.sampled_from([*DEPARTMENTS, *ORGANISATIONS, CROWDED]), chance=st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_files_and_posts_changes_no_finding(department: str, chance: Any) -> None:
    documents = _documents(department)
    posts = [post for name in documents for post in _posts(documents[name])]
    others = {name: {key: value for key, value in documents[name].items() if key not in ("post", "posts")} for name in documents}
    chance.shuffle(posts)
    names = list(others)
    chance.shuffle(names)
    shuffled = {f"{index}-{name.replace('/', '-')}": others[name] for index, name in enumerate(names) if others[name]}
    assert _said({**shuffled, "z-posts.yaml": {"posts": posts}}) == _said(documents)


def test_there_is_something_to_be_found() -> None:
    told = {name: _said(_documents(name)) for name in (*ORGANISATIONS, CROWDED)}
    assert sum(bool(said) for said in told.values()) >= 12
    assert len([each for each in told[CROWDED] if each[0] == "OVL001"]) >= 10


@pytest.mark.parametrize("department", [*DEPARTMENTS, *ORGANISATIONS])
def test_renaming_a_post_changes_only_names(department: str) -> None:
    documents = _documents(department)
    posts = [post for name in documents for post in _posts(documents[name])]
    taken = {str(post.get("id", post["name"])): str(post["name"]) for post in posts}
    text = json.dumps(documents, ensure_ascii=False)
    for number, name in enumerate(sorted(taken.values(), key=lambda name: (-len(name), name))):
        text = text.replace(name, f"〔{number}〕")
    for number, name in enumerate(sorted(taken.values(), key=lambda name: (-len(name), name))):
        text = text.replace(f"〔{number}〕", f"{name}{NAMES[number % 8]}")
    assert _codes(json.loads(text)) == _codes(documents)


def test_blocking_loses_little_where_blocks_are_too_large_to_compare_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = analyse(load(_texts(_documents(CROWDED))))
    in_full = _conflicts_in_full(found)
    monkeypatch.setattr(blocking, "MOST_IN_FULL", 10)
    told = {_pair(conflict.one.address, conflict.other.address) for conflict in conflicts(found)}
    assert len(in_full) > 50
    assert len(told & in_full) >= 0.9 * len(in_full)


@pytest.mark.parametrize("department", [*DEPARTMENTS, *ORGANISATIONS, CROWDED])
def test_blocking_finds_what_comparing_every_pair_finds(department: str) -> None:
    (found,) = analyse(load(_texts(_documents(department))))
    in_full = _conflicts_in_full(found)
    by_blocks = {_pair(conflict.one.address, conflict.other.address) for conflict in conflicts(found)}
    compared = {_pair(one.address, other.address) for one, other in candidates(found.owned)}
    assert len(by_blocks & in_full) >= 0.99 * len(in_full)
    assert len(compared) < len(found.owned) ** 2 / 4 or len(found.owned) < 60


def _conflicts_in_full(found: Responsibilities) -> set[tuple[str, str]]:
    lines = Lines(found.department)
    return {
        _pair(one.address, other.address)
        for one, other in combinations(sorted(found.owned, key=lambda holding: holding.address), 2)
        if one.post.address != other.post.address and not declared_shared(found.department, one, other)
        if between(one, other, found, lines).relation == "conflict"
    }


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _crowded() -> dict[str, Any]:
    rows = [row for row in score.read_pairs(MATERIAL / "pairs.jsonl") if row["label"] in ("duplicate", "layered")]
    posts = [
        {"id": f"{side}-{number}", "name": f"业务专员{number}{side}", "duties": [{"text": row[side]}]}
        for number, row in enumerate(rows)
        for side in ("a", "b")
    ]
    return {"department": {"id": "crowded", "name": "销售部"}, "posts": posts}


def _posts(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = document.get("posts", document.get("post", []))
    return found if isinstance(found, list) else [found]


@cache
def _loaded(department: str) -> str:
    folder = ROLES / department
    files = {
        path.relative_to(folder).as_posix(): yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.rglob("*.yaml"))
    }
    return json.dumps(files, ensure_ascii=False, default=str)


def _documents(department: str) -> dict[str, dict[str, Any]]:
    if department in ORGANISATIONS:
        document = score.as_document(ORGANISATIONS[department])
        # A post without an id goes by its name, and its address would change with it.
        return {
            "department.yaml": document | {"posts": [{"id": f"post-{n}", **post} for n, post in enumerate(document["posts"])]}
        }
    if department == CROWDED:
        return {"department.yaml": _crowded()}
    documents: dict[str, dict[str, Any]] = json.loads(_loaded(department))
    return documents


def _texts(documents: Mapping[str, Any]) -> dict[str, str]:
    return {f"sales/{name}": json.dumps(document, ensure_ascii=False) for name, document in documents.items()}


def _judged(documents: Mapping[str, Any]) -> list[Finding]:
    return [finding for finding in check(_texts(documents)).report.findings if finding.code.startswith(("GAP", "OVL"))]


def _said(documents: Mapping[str, Any]) -> list[tuple[object, ...]]:
    """What is said, without lines and files."""
    return sorted(
        (each.code, each.severity, each.address, each.message.zh, tuple(sorted(related.address for related in each.related)))
        for each in _judged(documents)
    )


def _codes(documents: Mapping[str, Any]) -> dict[str, list[str]]:
    """Where each rule speaks."""
    found: dict[str, list[str]] = {}
    for each in _judged(documents):
        found.setdefault(each.code, []).append(f"{each.severity.name} {each.address}")
    return {code: sorted(where) for code, where in found.items()}
