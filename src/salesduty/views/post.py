"""One post: its form, duties, authorities, qualifications, relations and KPIs."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import Status
from salesduty.model.post import Authority, Post, Qualifications, Relation, Relations
from salesduty.results.paper import Block, Column
from salesduty.text import amounts
from salesduty.text.printable import printable
from salesduty.views import duties, kpis, naming
from salesduty.views.forms import form, labelled, pair, table
from salesduty.views.outline import Outline
from salesduty.workspace.entities import Department, Placed


def sections(post: Placed[Post], department: Department, outline: Outline, *, alone: bool = False) -> Iterator[Block]:
    """Yield the sections of a post, each with its heading; a section with nothing in it is left out.

    When `alone`, nothing else of the department is printed with them, and KPIs say all of their definitions.
    """
    yield outline.section("基本信息")
    yield from _present(_basics(post, department))
    if post.value.duties:
        yield outline.section(naming.label(Post, "duties"), f"{post.address}#duties")
        yield from duties.items(post.value.duties, department, outline, post, post.address)
    if post.value.authorities:
        yield outline.section(naming.label(Post, "authorities"))
        yield from _present(authorities(post))
    if post.value.qualifications is not None:
        yield from _present(
            _qualifications(post.value.qualifications, f"{post.address}#qualifications"),
            outline,
            naming.label(Post, "qualifications"),
        )
    if post.value.relations is not None:
        yield from _present(_relations(post, post.value.relations, department), outline, naming.label(Post, "relations"))
    yield from _present(kpis.of_post(post, department, whole=alone), outline, naming.label(Post, "kpis"))


def group_text(post: Post) -> str:
    """Return the group of a post in words: 流程环节：获客."""
    return _group(post, "")


def _group(post: Post, key: str) -> str:
    if post.group is None:
        return ""
    value = naming.said(post.group.value, key) if key else printable(post.group.value)
    return labelled([(post.group.by.label, value)])[0] if post.group.by else value


def _basics(placed: Placed[Post], department: Department) -> Block | None:
    post, address = placed.value, placed.address
    return form(
        (
            pair(naming.label(Post, "name"), naming.said(post.name, f"{address}#name")),
            pair("所属部门", printable(department.name)),
            pair(naming.label(Post, "aliases"), naming.texts(post.aliases, f"{address}#aliases")),
            pair(naming.label(Post, "level"), post.level.label if post.level else ""),
            pair(naming.label(Post, "reports_to"), naming.parties(department, post.reports_to)),
            pair(naming.label(Post, "appraised_by"), naming.parties(department, post.appraised_by)),
            pair(naming.label(Post, "headcount"), f"{post.headcount} 人" if post.headcount is not None else ""),
            pair(naming.label(Post, "deputy"), naming.party(department, post.deputy) if post.deputy else ""),
            pair(naming.label(Post, "group"), _group(post, f"{address}#group/value")),
            pair(naming.label(Post, "status"), post.status.label if post.status is not Status.active else ""),
            pair(naming.label(Post, "when"), naming.lines(post.when, f"{address}#when"), 3),
            pair(naming.label(Post, "purpose"), naming.lines(post.purpose, f"{address}#purpose"), 3),
        )
    )


def authorities(post: Placed[Post]) -> Block | None:
    """Return what a post may decide as a table, None where it is nothing."""
    columns = (
        Column("序号", 10, centred=True),
        Column(naming.label(Authority, "text"), 65),
        Column(naming.label(Authority, "limit"), 25, centred=True),
    )
    held = [
        (number, authority, f"{post.address}/authorities/{authority.id or f'#{number}'}")
        for number, authority in enumerate(post.value.authorities, 1)
    ]
    rows = [
        (str(number), naming.lines(known.text, f"{address}#text"), amounts.in_words(known.limit) if known.limit else "")
        for number, known, address in held
    ]
    anchors = [address if known.id else "" for _, known, address in held]
    return table(columns, rows, anchors)


def _qualifications(qualifications: Qualifications, at: str) -> Block | None:
    fields = []
    for key in Qualifications.model_fields:
        value, place = getattr(qualifications, key), f"{at}/{key}"
        said = naming.listed(value, place) if isinstance(value, tuple) else naming.lines(value, place)
        fields.append(pair(naming.label(Qualifications, key), said, 3))
    return form(fields)


def _relations(post: Placed[Post], relations: Relations, department: Department) -> Block | None:
    fields = []
    for key in Relations.model_fields:
        place = f"{post.address}#relations/{key}"
        said = (_relation(each, department, f"{place}/{number}") for number, each in enumerate(getattr(relations, key), 1))
        fields.append(pair(naming.label(Relations, key), tuple(said), 3))
    return form(fields)


def _relation(relation: Relation, department: Department, at: str) -> str:
    name = naming.party(department, relation.party)
    return name if relation.about is None else labelled([(name, naming.said(relation.about, f"{at}/about"))])[0]


def _present(block: Block | None, outline: Outline | None = None, heading: str = "") -> Iterator[Block]:
    if block is None:
        return
    if outline is not None:
        yield outline.section(heading)
    yield block
