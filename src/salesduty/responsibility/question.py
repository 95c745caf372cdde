"""A director's question read: the areas, things and words that it asks for, or the post that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from salesduty.model.post import Post
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.needs import Aspect, Need, content, pairs
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.scope import Scope
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.answers import Subject
from salesduty.results.place import Place
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

_ASKING = re.compile(
    r"(?:应该|应当|应|该|到底|究竟|现在|目前)?(?:由|归|是|找|让)?(?:谁|哪[个些]?(?:岗位|部门|人)|什么(?:岗位|人))(?:来|去|在|该|应该|要)?|"
    r"怎么办|(?:负责|管|管理|处理|办)?的?(?:吗|呢|呀)?$"
)
"""What makes a sentence a question and tells nothing of what it asks for."""
_IS_ASKED = re.compile("谁|哪|什么|怎么")
_HOLDS = re.compile("^(?:负责|主管|管理|管|办)")
_MARKS = re.compile("[?!。,;：:“”\"'\\s]")
_AREA = re.compile(r"[A-Z]{1,3}\d{2,3}(?:\.[A-Z0-9-]+)?")
_GENERAL = re.compile("客户|处理|办理|管理|流程|工作|过程|销售|业务|公司|部门|的")
_MOST_READ = 200
"""Characters of a question that are read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one department understands it: `posts` where it names a post, `need` what it asks for otherwise.

    `subject` is empty where nothing in it is known. `words` are normalised.
    """

    words: str
    subject: Subject
    need: Need
    scope: Scope
    areas: tuple[str, ...] = ()
    posts: tuple[Placed[Post], ...] = ()
    cadence: str = ""
    pairs: frozenset[str] = frozenset()

    @property
    def terms(self) -> frozenset[str]:
        """The things that are asked for."""
        return frozenset[str]().union(*(aspect.terms for aspect in self.need.aspects))

    def is_in(self, text: str, share: float = 0.0) -> bool:
        """Tell whether words of the question that tell something, `share` of them or any, stand in a normalised `text`."""
        if self.words in text:
            return True
        found = sum(pair in text for pair in self.pairs)
        return found > 0 and found >= share * len(self.pairs)

    @property
    def nodes(self) -> frozenset[str]:
        """The nodes of the taxonomy that are asked for."""
        return frozenset(facet.split(".", 1)[0] for facet in self.need.facets)

    def meets(self, facets: Iterable[str]) -> bool:
        """Tell whether any of `facets` is asked for; a node is asked for with all its facets."""
        wanted = self.need.facets
        return any(facet in wanted or facet.split(".", 1)[0] in wanted for facet in facets)

    def is_all_of(self, name: str) -> bool:
        """Tell whether a process called `name` is about what is asked for and nothing else: 客户投诉处理 about 投诉."""
        spelt = normal(name)
        return not self.posts and self.words in spelt and not _GENERAL.sub("", spelt.replace(self.words, ""))


def asked(question: str, found: Responsibilities) -> Asked:
    """Return `question` as the department `found` understands it.

    The name of a post comes first, then the id of an area, the name of a function, a step, an area or a KPI, and then the
    sentence is read as a duty is.
    """
    bare = _bare(question)
    posts = posts_called(question, found.department) or posts_called(bare, found.department)
    if posts:
        return Asked(bare, "post", _need(bare, (), found), Scope(), posts=posts)
    subject, aspects = _known(bare, found)
    reading = sentence(bare, found.vocabulary, found.matcher)
    if not aspects:
        claims = [claim for claim in reading.main if claim.facet] or [
            claim for claim in reading.main if _tells(claim, found.vocabulary)
        ]
        aspects = tuple(Aspect(frozenset(claim.facets), frozenset((claim.term,) if claim.term else ()), bare) for claim in claims)
        subject = subject or "matter"
    need = _need(bare, aspects or (Aspect(frozenset(), frozenset(), bare),), found)
    names = tuple(dict.fromkeys(found.vocabulary.area_name(facet) for facet in need.facets))
    known = subject if aspects or need.words.strip() else ""
    return Asked(bare, known, need, reading.scope, names, cadence=reading.cadence, pairs=pairs((_GENERAL.sub(" ", bare),)))


def posts_called(name: str, department: Department) -> tuple[Placed[Post], ...]:
    """Return the posts of `department` whose name, alias, id or address is `name`, those that exist today first."""
    spelt = normal(name.strip())
    found = [
        post
        for post in department.posts
        if spelt in {normal(each) for each in (post.value.name, post.value.id or "", post.address, *post.value.aliases) if each}
    ]
    by_name = [post for post in found if normal(post.value.name) == spelt] or found
    return tuple(sorted(by_name, key=lambda post: post.value.status != "active"))


def _bare(question: str) -> str:
    """The question without what only makes it one; whole where nothing else would be left."""
    spelt = _MARKS.sub("", normal(question))[:_MOST_READ]
    return (_HOLDS.sub("", _ASKING.sub("", spelt)) if _IS_ASKED.search(spelt) else spelt) or spelt


def _need(words: str, aspects: tuple[Aspect, ...], found: Responsibilities) -> Need:
    return Need("function", "", words, "", Place(""), aspects, content(words, found.matcher))


def _tells(claim: Claim, vocabulary: Vocabulary) -> bool:
    sense = vocabulary.terms.get(claim.term)
    return sense is not None


def _known(words: str, found: Responsibilities) -> tuple[Subject, tuple[Aspect, ...]]:
    """What `words` are the id or the name of, and what is asked for then."""
    areas = found.vocabulary.areas
    if _AREA.fullmatch(words):
        node, dot, facet = words.partition(".")
        area = node + dot + facet.lower()
        return ("area", _stated((area,))) if area in areas else ("", ())
    named = [area for area, node in areas.items() if words in (normal(node.name), normal(found.vocabulary.area_name(area)))]
    if named:
        return "area", _stated(tuple(area for area in named if "." not in area) or tuple(named))
    for kind in ("function", "step"):
        same = [need for need in found.needs if need.kind == kind and normal(need.name) == words]
        if any(need.understood for need in same):
            return ("function" if kind == "function" else "step"), tuple(aspect for need in same for aspect in need.aspects)
    drivers = {driver for kpi in found.department.kpis if normal(kpi.value.name) == words for driver in kpi.value.drivers}
    drivers |= {
        driver
        for post in found.department.active_posts
        for kpi in post.value.kpis
        if kpi.name and normal(kpi.name) == words
        for driver in kpi.drivers
    }
    return ("kpi", _stated(tuple(sorted(drivers)))) if drivers else ("", ())


def _stated(areas: tuple[str, ...]) -> tuple[Aspect, ...]:
    return tuple(Aspect(frozenset((area,)), frozenset(), "", stated=True) for area in areas)
