"""How well an import agrees with a label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from accuracy.importing.aside import lost, noise, strange
from accuracy.importing.duties import duties_anywhere, lists, trees
from accuracy.importing.fields import CONTROL, department, facts, kpi_fields, promises, steps
from accuracy.importing.tally import Score, Tally
from accuracy.importing.values import canonical, flat, posts_of, texts_of


def score(result: Mapping[str, Any], label: Mapping[str, Any], text: str | None = None) -> Score:
    """Return how well `result`, as `import --format json` prints it, agrees with `label`; `text` is what was imported."""
    told = Score()
    complete = bool(label.get("complete"))
    ours, theirs = posts_of(result), posts_of(label)
    pairs = _paired(ours, theirs)
    matched = {id(post) for pair in pairs for post in pair}
    skipped = _groups_left_out(theirs, matched)
    theirs = [post for post in theirs if id(post) in matched or post.get("group") not in skipped or not post.get("group")]
    told.kinds["posts"] = Tally(
        len(pairs),
        [_called(post) for post in theirs if id(post) not in matched],
        [_called(post) for post in ours if id(post) not in matched],
    )
    rows: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = [(mine, label_post) for mine, label_post in pairs]
    rows += [(post, {}) for post in ours if id(post) not in matched] + [({}, post) for post in theirs if id(post) not in matched]
    speaks = {key for post in theirs for key in post}
    anyhow = texts_of(label.get("optional"))
    for mine, expected in rows:
        _score_post(
            told, mine, expected, speaks=None if complete else speaks, anyhow=anyhow, around=department(result).get("name")
        )
    told.kinds["facts"] += facts(department(result), department(label), ("name", *CONTROL), "department ", False)
    if complete or label.get("department_duties"):
        flat, nested = trees(
            result.get("department_duties"), label.get("department_duties"), "department · ", {*map(canonical, anyhow)}
        )
        told.kinds["department duties"] += flat
        told.kinds["nesting"] += nested
    if complete or label.get("kpis"):
        told.kinds["kpi fields"] += kpi_fields(result.get("kpis"), label.get("kpis"), "")
    if complete or label.get("processes"):
        told.kinds["steps"] += lists(steps(result), steps(label), "")
    told.kinds["promises"] += promises(result, label)
    told.kinds["duties anywhere"] = duties_anywhere(ours, result, theirs, label)
    told.noise, told.strange = noise(result, label), strange(result, label, speaks | set(label), complete)
    if text is not None:
        told.lost, told.characters = lost(result, text)
    return told


def _score_post(
    told: Score,
    mine: Mapping[str, Any],
    expected: Mapping[str, Any],
    *,
    speaks: set[str] | None,
    anyhow: list[str],
    around: object,
) -> None:
    """Add how a post agrees with its label, either of which may be empty; `speaks` holds the keys of the labels, None for all."""
    at = f"{_called(expected or mine)} · "
    free = {canonical(text) for key in ("optional", "constraints") for text in (*texts_of(expected.get(key)), *anyhow)}
    duties, nesting = trees(mine.get("duties"), expected.get("duties"), at, free)
    told.kinds["duties"] += duties
    told.kinds["nesting"] += nesting
    for key in ("qualifications", "authorities"):
        if speaks is None or key in speaks:
            told.kinds[key] += lists(texts_of(mine.get(key)), texts_of(expected.get(key)), at, free)
    if speaks is None or "kpis" in speaks:
        told.kinds["kpi fields"] += kpi_fields(mine.get("kpis"), expected.get("kpis"), at)
    told.kinds["facts"] += facts(mine, expected, ("headcount", "reports_to"), at, speaks is None)
    placed = {"department": mine.get("department") or around, "mission": mine.get("purpose")}
    told.kinds["facts"] += facts(placed, expected, ("department", "mission"), at, False)


def _called(post: Mapping[str, Any]) -> str:
    return "".join(str(each) for each in (post.get("name", "?"), f" [{post['part']}]" if post.get("part") else ""))


def _paired(ours: list[Mapping[str, Any]], theirs: list[Mapping[str, Any]]) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Return the posts that are the same: by name, of several by part and by how many duties they share.

    A post of whose name the document says nothing (`name_inferred`) is whatever post holds most of its duties.
    """
    candidates = []
    for i, mine in enumerate(ours):
        for j, label in enumerate(theirs):
            shared = len(flat(mine.get("duties")) & flat(label.get("duties")))
            named = canonical(mine.get("name")) in {
                canonical(name) for name in (label.get("name"), *(label.get("aliases") or ()))
            }
            if named or (label.get("name_inferred") and shared):
                part, labelled = canonical(mine.get("part") or ""), canonical(label.get("part") or "")
                candidates.append((not named, not (part == labelled or (bool(labelled) and labelled in part)), -shared, i, j))
    left, right, pairs = set(range(len(ours))), set(range(len(theirs))), []
    for *_, i, j in sorted(candidates):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((j, i))
    return [(ours[i], theirs[j]) for j, i in sorted(pairs)]


def _groups_left_out(theirs: Iterable[Mapping[str, Any]], matched: set[int]) -> set[str]:
    groups = {post["group"] for post in theirs if post.get("group")}
    read = {post["group"] for post in theirs if post.get("group") and id(post) in matched}
    return groups - read if read else set()
