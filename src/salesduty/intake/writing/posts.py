"""Posts of a draft as pages: the text of a file each, and what has to be known of it beside the others."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from salesduty.intake.writing.desk import Desk, Origin, Style
from salesduty.intake.writing.duties import listed, short
from salesduty.intake.writing.kpis import kpis
from salesduty.intake.writing.tree import Bare, Item, Listing, Mapping, listing, written
from salesduty.intake.writing.values import choice, joined, parties, people
from salesduty.intake.writing.values import names as each_name
from salesduty.model.choices import Level
from salesduty.model.order import of_file
from salesduty.model.post import Authority, Group, Post, Relation
from salesduty.results.draft import DraftDuty, DraftPost, Quoted
from salesduty.results.imported import Remark
from salesduty.results.wording import Text

_ONE = ("education", "experience")
_SEVERAL = ("skills", "traits", "certificates")
_RELATIONS = ("internal", "external")
_BETWEEN_NAMES = re.compile(r"\s*[，、；]\s*")
"""A name with one of these is taken for several, see `rules.structure.several_names`."""
_BELOW = Text("直接下级", "subordinates")
_RULES = Text("管理规定", "rules")


@dataclass(frozen=True, slots=True)
class Page:
    """A post written: `text` without the comments at its head, which are `comments`.

    `origins` have addresses from the post on; `named` are the parties that it names.
    """

    name: str
    aliases: tuple[str, ...]
    id: str
    line: int
    text: str
    comments: tuple[str, ...]
    origins: tuple[Origin, ...]
    named: tuple[str, ...]
    remarks: tuple[Remark, ...]


def page(post: DraftPost, file: str, style: Style, others: frozenset[str] = frozenset(), number: int = 1) -> Page:
    """Return the page of `post`, which the document `file` describes, the `number`-th one there without a name if it has none.

    An alias that is the name of another post, one of `others`, would make both ambiguous, so it is but a comment.
    """
    desk = Desk(file, style, post=str(post.name))
    said = str(post.name).strip() or _stem(file) + (f"-{number}" if number > 1 else "")
    name = _BETWEEN_NAMES.sub("/", said)
    given = style.names.id(name, "post")
    aliases = tuple(alias for alias in post.aliases if not others.intersection(dict(each_name((alias,)))))
    for alias in post.aliases:
        if alias not in aliases:
            desk.aside(Post.title_of("aliases"), alias)
    mapping = _post(replace(post, aliases=aliases), name, given, desk)
    if name != said:
        desk.comments.insert(0, desk.remark("several-names", post.name, {"words": said}))
    if not post.name:
        desk.comments.insert(0, desk.remark("name-missing", post.name, {"name": name}))
    elif post.name_inferred:
        desk.comments.insert(0, desk.remark("name-inferred", post.name, {"name": name}))
    text = written(Mapping({"post": mapping}), of_file(style.keys))
    return Page(
        name,
        tuple(map(str, aliases)),
        given,
        post.name.line,
        text,
        tuple(desk.comments),
        tuple(desk.origins),
        tuple(desk.named),
        tuple(desk.remarks),
    )


def _post(post: DraftPost, name: str, id: str, desk: Desk) -> Mapping:
    mapping = Mapping({"id": Bare(id), "name": name})
    desk.origin("", post.name)
    parties(mapping, "aliases", post.aliases, desk, "", named=False)
    choice(mapping, "level", post.level, Level, Post, desk, "")
    if post.group:
        mapping.put("group", short(str(post.group), Group, "value"))
        desk.origin("#group", post.group)
    parties(mapping, "reports_to", post.reports_to, desk, "")
    parties(mapping, "deputy", (post.deputy,) if post.deputy else (), desk, "", single=True)
    people(mapping, "headcount", post.headcount, Post, desk, "")
    joined(mapping, "purpose", post.purpose, desk, "")
    mapping.put("duties", listed(post.duties, desk, ""))
    mapping.put("authorities", _authorities(post.authorities, desk))
    mapping.put("qualifications", _qualifications(post, desk))
    mapping.put("relations", _relations(post, desk))
    mapping.put("kpis", kpis(post.kpis, desk, "", weighed=True))
    for words in post.subordinates:
        desk.aside(_BELOW, words)
    for words in post.rules:
        desk.aside(_RULES, words)
    return mapping


def _stem(file: str) -> str:
    """What a document is called, without its folder and ending."""
    return file.rpartition("/")[2].rpartition(".")[0] or file


def _authorities(several: tuple[DraftDuty, ...], desk: Desk) -> Listing:
    items = []
    for number, each in enumerate((each for authority in several for _, each in authority.walk()), 1):
        heading = "" if each.title is None or each.title in each.text else f"{each.title}："
        desk.origin(f"/authorities/#{number}", each.text, f"{heading}{each.text}")
        above = [desk.said(key, words) for key, words in each.details]
        items.append(Item(short(f"{heading}{each.text}", Authority, "text"), above))
    return Listing(items)


def _qualifications(post: DraftPost, desk: Desk) -> Mapping | Listing | None:
    """What is asked of somebody in the post, by kind; a mere list where no kind is told."""
    by_key: dict[str, list[Quoted]] = {}
    for key, words in post.qualifications:
        by_key.setdefault(key if key in (*_ONE, *_SEVERAL) else "other", []).append(words)
    mapping = Mapping()
    for key in _ONE:
        joined(mapping, key, by_key.get(key, ()), desk, "#qualifications")
    for key in (*_SEVERAL, "other"):
        for words in by_key.get(key, ()):
            desk.origin(f"#qualifications#{key}", words)
        mapping.put(key, listing([str(words) for words in by_key.get(key, ())]))
    if set(mapping.fields) == {"other"}:
        only = mapping.fields["other"]
        return only if isinstance(only, Listing) else None
    return mapping if mapping.fields else None


def _relations(post: DraftPost, desk: Desk) -> Mapping | None:
    mapping = Mapping()
    for key, words in post.relations:
        into = key if key in _RELATIONS else "internal"
        desk.origin(f"#relations#{into}", words)
        value = mapping.fields.setdefault(into, Listing())
        if isinstance(value, Listing):
            value.items.append(Item(short(str(words), Relation, "party")))
    return mapping if mapping.fields else None
