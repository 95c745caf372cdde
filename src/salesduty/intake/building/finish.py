"""The end of the walk: empty posts out, split posts together, departments over their functions."""

from __future__ import annotations

import re

from salesduty.intake.building.filling import LEAD
from salesduty.intake.building.parts import Built, DutyPart, PostPart
from salesduty.intake.building.sorting import sort_items
from salesduty.intake.building.walk import Walk
from salesduty.intake.lexicon import plain
from salesduty.intake.passage import Passage

_HEADS = re.compile(r"\d{1,3}\s*[名人](?![次民员工])")
_MOST = 1_000_000


def finish(walk: Walk) -> Built:
    """Return what was built, put in order."""
    built = walk.built
    for key, value in walk.pending:
        if built.posts:
            built.posts[-1].fields.setdefault(key, [value])
        elif key == "department":
            walk.departments.append(value)
    for post in built.posts:
        _place_lead(post)
    _drop_empty(walk)
    built.posts = _merged(built.posts)
    named = [(name, parts) for name, parts in walk.functions if parts]
    if len({name.text for name, _ in named}) > 1:
        built.functions += [part for name, parts in named for part in ([DutyPart(name, children=parts)] if name.text else parts)]
    else:
        built.functions += [part for _, parts in named for part in parts]
    for post in built.posts:
        built.aside += sort_items(post, walk.lexicon)
    _name_department(walk)
    _count_heads(built)
    return built


def _place_lead(post: PostPart) -> None:
    """Put the sentences right below the name where they belong, now that it is known what else is said."""
    lead = post.fields.pop(LEAD, [])
    if lead and not post.duties and not post.kpis:
        post.duties = [DutyPart(each) for each in lead]
    elif lead:
        post.fields["purpose"] = lead + post.fields.get("purpose", [])


def _drop_empty(walk: Walk) -> None:
    kept = []
    for post in walk.built.posts:
        told = post.duties or post.qualifications or post.kpis or post.authorities or post.relations
        if told or any(key not in ("department", "aliases") for key in post.fields):
            kept.append(post)
        else:
            walk.aside(post.name, "heading")
    walk.built.posts = kept


def _merged(posts: list[PostPart]) -> list[PostPart]:
    """Put posts of the same name and part together where one has what the other has not."""
    kept: list[PostPart] = []
    known: dict[tuple[str, str], PostPart] = {}
    for post in posts:
        key = (plain(post.name.text), post.part)
        other = known.get(key)
        if (
            other is None
            or not post.name.text
            or (other.duties and post.duties)
            or (other.qualifications and post.qualifications)
        ):
            known[key] = post
            kept.append(post)
            continue
        for words, passages in post.fields.items():
            other.fields.setdefault(words, passages)
        other.duties += post.duties
        other.authorities += post.authorities
        other.qualifications += post.qualifications
        other.relations += post.relations
        other.kpis += post.kpis
    return kept


def _name_department(walk: Walk) -> None:
    said: list[Passage] = [post.fields["department"][0] for post in walk.built.posts if post.fields.get("department")]
    names = walk.departments + said
    if names and len({_called(name) for name in names}) == 1:
        name = max(names, key=len)
        walk.built.department.setdefault("name", []).append(name)
        for post in walk.built.posts:
            if len(post.fields.get("department", [name])[0]) < len(name):
                post.fields["department"] = [name]


def _called(department: Passage) -> str:
    """What a department is called, whether 研发部 or 研发 (of 研发部门职责)."""
    return plain(department.text).removesuffix("门").removesuffix("部")


def _count_heads(built: Built) -> None:
    """Take over how many hold a post where a sentence that is no duty says it: 岗位编制：出纳1名、会计3名."""
    said = [put.passage for put in built.aside if put.reason in ("introduction", "heading") and _HEADS.search(put.passage.text)]
    if len(built.posts) * sum(map(len, said)) > _MOST:
        return
    for post in built.posts:
        if "headcount" in post.fields or not post.name.text:
            continue
        counted = re.compile(re.escape(post.name.text) + r"\s*[（(:：]?\s*(" + _HEADS.pattern + ")")
        found = [passage.cut(*match.span(1)) for passage in said for match in counted.finditer(passage.text)]
        if len(found) == 1:
            post.fields["headcount"] = found
