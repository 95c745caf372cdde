"""What a department declares that somebody must hold: its functions, the steps of its processes, the areas of its profile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from salesduty.model.department import Function
from salesduty.model.process import Process, Step
from salesduty.model.vocabulary import Profile, Requirement
from salesduty.responsibility.claims import Claim
from salesduty.responsibility.matching import Matcher, Token
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.results.place import Place
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

Kind = Literal["function", "step", "area"]
_PLAIN = re.compile(r"[^\u4e00-\u9fffA-Z0-9]")
_GENERAL = frozenset(
    (
        *("管理", "工作", "服务", "支持", "配合", "跟进", "处理", "办理", "业务", "销售", "客户", "部门", "公司", "执行"),
        *("实施", "开展", "维护", "协助", "负责", "相关", "其他", "日常", "事务", "项目", "产品", "市场"),
    )
)
"""Words that tell nothing about which need is meant."""
_BUYING = frozenset(("buy", "appraise", "accept-work", "use", "approve", "deliver"))
"""What customers and outside parties do themselves: 医院采购, 商业配送."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that a need asks for; a need like 报价与投标 has two. `facets` are areas, any of which will do."""

    facets: frozenset[str]
    terms: frozenset[str]
    words: str
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """Something that must be held. `named` are the parties that a step names itself, by part."""

    kind: Kind
    id: str
    name: str
    address: str
    place: Place
    aspects: tuple[Aspect, ...]
    words: str = ""
    group: str = ""
    step: Step | None = None
    outside: bool = False
    at: tuple[str, ...] = field(default=())
    why: str = ""

    @property
    def facets(self) -> tuple[str, ...]:
        """All areas that the need was read as, in order."""
        return tuple(sorted(frozenset[str]().union(*(aspect.facets for aspect in self.aspects))))

    @property
    def understood(self) -> bool:
        """Whether the vocabulary tells what the need is about."""
        return any(aspect.facets or aspect.terms for aspect in self.aspects)


def needs(department: Department, vocabulary: Vocabulary, matcher: Matcher) -> Iterator[Need]:
    """Yield what `department` declares: functions, then steps, then the areas of its profile."""
    for index, function in enumerate(department.spec.functions):
        yield _of_function(function, index, department, vocabulary, matcher)
    for process in department.processes:
        for index, step in enumerate(process.value.steps):
            yield _of_step(step, index, process, vocabulary, matcher)
    for requirement in required(department.spec.profile or "", vocabulary.profiles):
        yield Need(
            "area",
            requirement.area,
            vocabulary.area_name(requirement.area),
            department.id,
            department.place / "profile",
            (Aspect(frozenset((requirement.area,)), frozenset(), "", stated=True),),
            at=tuple(level.value for level in requirement.at),
            why=requirement.why or "",
        )


def required(profile: str, profiles: Mapping[str, Profile]) -> tuple[Requirement, ...]:
    """Return what `profile` requires with what its bases require, less what it does without; nothing for an unknown one."""
    way: list[Profile] = []
    found = profiles.get(profile)
    while found is not None and found not in way:
        way.append(found)
        found = profiles.get(found.base or "")
    asked: dict[str, Requirement] = {}
    for each in reversed(way):
        asked = {area: one for area, one in asked.items() if area not in each.without}
        asked |= {one.area: one for one in each.requires}
    return tuple(asked[area] for area in sorted(asked))


def _of_function(function: Function, index: int, department: Department, vocabulary: Vocabulary, matcher: Matcher) -> Need:
    label = function.id or f"#{index + 1}"
    place = department.place / "functions" / index
    if function.areas:
        aspects = tuple(Aspect(frozenset((area,)), frozenset(), "", stated=True) for area in function.areas)
    else:
        aspects = _aspects(function.name, function.text or "", vocabulary, matcher)
    return Need(
        "function", label, function.name, f"{department.id}/functions/{label}", place, aspects, content(function.name, matcher)
    )


def _of_step(step: Step, index: int, process: Placed[Process], vocabulary: Vocabulary, matcher: Matcher) -> Need:
    label = step.id or f"#{index + 1}"
    if step.area:
        aspects: tuple[Aspect, ...] = (Aspect(frozenset((step.area,)), frozenset(), "", stated=True),)
    else:
        aspects = _aspects(step.name, step.text or "", vocabulary, matcher)
    return Need(
        "step",
        label,
        step.name,
        f"{process.address}/{label}",
        process / "steps" / index,
        aspects,
        content(step.name, matcher),
        group=process.value.name,
        step=step,
        outside=_is_outside(step.name, vocabulary, matcher),
    )


def _aspects(name: str, text: str, vocabulary: Vocabulary, matcher: Matcher) -> tuple[Aspect, ...]:
    """What a name asks for; where it tells nothing, the sentence behind it is read."""
    for words in (name, text):
        claims = [claim for claim in sentence(words, vocabulary, matcher).main if claim.facet or _tells(claim, vocabulary)]
        if any(claim.facet for claim in claims):
            claims = [claim for claim in claims if claim.facet]
        if claims:
            return tuple(_aspect(claim, words) for claim in claims)
    return (Aspect(frozenset(), frozenset(), name),)


def _aspect(claim: Claim, words: str) -> Aspect:
    return Aspect(frozenset(claim.facets), frozenset((claim.term,) if claim.term else ()), words[claim.span[0] : claim.span[1]])


def _tells(claim: Claim, vocabulary: Vocabulary) -> bool:
    sense = vocabulary.terms.get(claim.term)
    return sense is not None and sense.kind is None


def _is_outside(name: str, vocabulary: Vocabulary, matcher: Matcher) -> bool:
    """Whether a step is what somebody outside does: a party first, then what only buyers and carriers do."""
    tokens = matcher.tokens(normal(name))
    if len(tokens) < 2 or tokens[0].start != 0:
        return False
    sense = vocabulary.terms.get(tokens[0].entry.term)
    actor = tokens[0].entry.party or (sense is not None and (sense.kind == "party" or "dealer" in sense.itself))
    return bool(actor) and tokens[1].entry.verb in _BUYING and not _is_verb_of_sellers(tokens[1])


def _is_verb_of_sellers(token: Token) -> bool:
    return token.entry.verb == "deliver" and any(facet.startswith("C11.install") for facet in token.entry.facets)


def content(name: str, matcher: Matcher) -> str:
    """Return the characters of a name that tell it from others: without general words and marks."""
    spelt = normal(name)
    kept = list(spelt)
    for token in matcher.tokens(spelt):
        if token.word in _GENERAL:
            kept[token.start : token.end] = " " * (token.end - token.start)
    return _PLAIN.sub(" ", "".join(kept))


def pairs(words: Iterable[str]) -> frozenset[str]:
    """Return the pairs of neighbouring characters in each of `words`."""
    return frozenset(word[at : at + 2] for each in words for word in each.split() for at in range(len(word) - 1))
