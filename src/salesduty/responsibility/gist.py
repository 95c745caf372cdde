"""What a few words are about, so that they can be compared with other words: areas, things, and pairs of characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salesduty.responsibility.matching import Matcher
from salesduty.responsibility.reading import Reading, sentence
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.text.normal import normal

_USUAL = re.compile(
    "客户|顾客|公司|部门|工作|情况|业务|管理|服务|相关|信息|有关|各项|各类|各种|进行|负责|要求|完成|开展|以及|其他|其它|所有|全部|及时|定期|准确|"
    "每[个一]?[日天周月年季]|人员|团队|员工|上级|领导|总?经理|总监|主管|专员|代表|顾问|内容|事项|事宜|以内|以上|以下|之内|工作日|小时|分钟|必须|"
    "之前|之后|才能|可以|方可|对(?!账)|会(?![员议])|[的地得和与及或并且向将把为在由按从以其各每给让使到至于了着过之内后前中时被如再先所同该本应须需要可能不未无等他她家个人]"
)
_HAN = re.compile("[\u4e00-\u9fffA-Z]{2,}")
_FOLD = re.compile(r"[\d.一二三四五六七八九十]+ ?折")
"""九五折 says discount without the word."""
_BROAD = frozenset(
    ("product", "market", "business", "need", "resources", "work", "daily-work", "customer", "relationship", "sales-activity")
)
"""Things that any sentence of a sales department may be about."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What words are about: `terms` are the things, `above` what these are kinds of, `pairs` neighbouring characters."""

    facets: frozenset[str]
    terms: frozenset[str]
    above: frozenset[str]
    pairs: frozenset[str]

    @property
    def nodes(self) -> frozenset[str]:
        """The nodes of the taxonomy that the facets belong to."""
        return frozenset(facet.split(".", 1)[0] for facet in self.facets)

    @property
    def empty(self) -> bool:
        """Whether the words tell nothing that could be compared."""
        return not (self.facets or self.terms or self.pairs)

    def shares_thing(self, other: Gist) -> bool:
        """Tell whether both speak of one thing, or one of a kind of the other."""
        return bool(self.terms & (other.terms | other.above) or self.above & other.terms)

    def meets(self, other: Gist) -> bool:
        """Tell whether both may be about one matter, by area, thing or words."""
        return bool(self.facets & other.facets or self.pairs & other.pairs) or self.shares_thing(other)


def gist(text: str, vocabulary: Vocabulary, matcher: Matcher | None = None, *, without: re.Pattern[str] | None = None) -> Gist:
    """Return what `text` is about; words that `without` matches are not looked at."""
    spelt = normal(text)
    if without is not None:
        spelt = without.sub(lambda match: " " * len(match[0]), spelt)
    return of_reading(sentence(spelt, vocabulary, matcher), vocabulary)


def of_reading(reading: Reading, vocabulary: Vocabulary) -> Gist:
    """Return what a duty that was read already is about."""
    spelt = normal(reading.text)
    facets: set[str] = set()
    terms: set[str] = set()
    above: set[str] = set()
    for claim in reading.claims:
        facets.update(claim.facets if claim.role != "input" else ())
        for term in (claim.term, *claim.modifiers):
            sense = vocabulary.terms.get(term)
            if sense is not None and sense.kind is None:
                terms.add(term)
                above.update(sense.above)
    if _FOLD.search(spelt):
        terms.add("discount")
    return Gist(frozenset(facets), frozenset(terms - _BROAD), frozenset(above - _BROAD), pairs(spelt))


def pairs(spelt: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in the words of a normalised text that tell something."""
    runs = _HAN.findall(_USUAL.sub(" ", spelt))
    return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))
