"""Where a duty holds: regions, products, tiers, channels, customers, amounts, and whose work it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from salesduty.model.duty import Scope as Written
from salesduty.responsibility.matching import Token
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.text.amounts import Interval, parse_interval
from salesduty.text.normal import normal

Width = Literal["", "personal", "unit", "wide", "company"]
DIMENSIONS = ("region", "product", "tier", "industry", "customer", "channel", "team")
"""The fields of a scope that name things."""

_WIDTHS: tuple[tuple[Width, re.Pattern[str]], ...] = (
    ("company", re.compile("公司整体|全公司|公司级|集团|公司.{0,4}战略|各事业部|各分公司")),
    (
        "wide",
        re.compile(
            r"全[市省国]|大区|各(?:门?店|校区|支行|网点|区域|办事处|团队|项目|分店|案场|小组|销售团队)|"
            r"(?<![\d一二三四五六七八九十两])[\d一二三四五六七八九十两]{1,6} ?[家个]"
            r"(?:门?店|校区|网点|支行|城市|分店|项目|大区|案场)|"
            r"本部门|全部门|部门整体|部门内"
        ),
    ),
    ("unit", re.compile("本[店组校]|本(?:校区|网点|支行|项目|案场|门店|班组|小组|片区)|小组|组内|班组|所带团队")),
    ("personal", re.compile("个人|自己|本人|名下|自身")),
)
_OWN_REGION = re.compile("辖区|所辖|管辖|本区域|区域内|所属区域|分管区域|负责区域|大区内|片区内")
_TIERS = {"new-customer": "new", "prospect": "new", "old-customer": "old"}
_SEGMENTS = {"key-account": "key", "dealer": "dealer", "new-staff": "newcomers"}
_LINE_WORDS = (
    "外贸|内贸|内销|外销|出口|进口|海外|国内|海运|空运|陆运|铁路|线上|线下|直播|直营|"
    "加盟|批发|零售|团购|政企|家装|工装|企业客户|个人客户|对公|对私|公募|私募|新车|二手车|新能源|燃油"
)
_LINES = re.compile(f"(?:{_LINE_WORDS})(?!费)")
TELLING = frozenset((*_SEGMENTS.values(), *_LINE_WORDS.split("|")))
"""Parts of the business that a duty which does not name them is not about."""
_CUSTOMERS = (
    ("key", re.compile("大客户|重[点要]客户|核心客户|战略客户|VIP客户|KA客户")),
    ("dealer", re.compile("经销商|代理商|加盟商|分销商")),
)
_VAGUE = frozenset(("渠道",))
"""Words that may mean those customers, or merely a way to any."""
_NUMBER = r"(?<![\d.,一二三四五六七八九十两百])(?:[\d.,]{1,20}|[一二三四五六七八九十两百]{1,8}) ?[万亿千]? ?元?"
_AMOUNT = re.compile(
    rf"(?P<low>{_NUMBER}) ?(?:至|到|~|-) ?(?P<high>{_NUMBER})(?=的|以?内|之间|合同|订单|项目|报价|费用|元)|"
    rf"(?P<bound>{_NUMBER}) ?(?:\(含\)|\(不含\))? ?(?P<side>以上|以下|以内|及以上|及以下)|"
    rf"(?P<sign>超过|超出|高于|大于|不超过|低于|小于|不足|不满|少于) ?(?P<amount>{_NUMBER})"
)
_ABOVE = frozenset(("以上", "及以上", "超过", "超出", "高于", "大于"))
_MONEY = re.compile("[万亿元]")
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2}


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a duty holds. A dimension that is missing from `named` is not limited; `amount` None neither.

    `width` tells whose work is meant, `own` that it holds for the post's own region or customers, whichever these are.
    """

    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    amount: Interval | None = None
    width: Width = ""
    own: bool = False
    written: bool = False

    def meets(self, other: Scope, regions: Mapping[str, frozenset[str]]) -> bool:
        """Tell whether something can lie in both scopes."""
        if self.width and other.width and self.width != other.width:
            return False
        for dimension, names in self.named.items():
            others = other.named.get(dimension)
            if others is not None and not _overlap(names, others, regions if dimension == "region" else {}):
                return False
        return self.amount is None or other.amount is None or intersects(self.amount, other.amount)

    def within(self, around: Scope) -> Scope:
        """Return this scope with what it leaves open taken from `around`, the scope that the name of a post tells."""
        if self.written or not (around.named or around.width):
            return self
        return replace(self, named={**around.named, **self.named}, width=self.width or around.width)


NOWHERE = Scope()


def inferred(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> Scope:
    """Return the scope that the words of a normalised sentence tell."""
    named: dict[str, set[str]] = {}
    for token in tokens:
        if token.entry.region:
            named.setdefault("region", set()).add(token.word)
        sense = vocabulary.terms.get(token.entry.term)
        for term in sense.itself if sense is not None else ():
            if term in _TIERS:
                named.setdefault("tier", set()).add(_TIERS[term])
    width: Width = next((width for width, pattern in _WIDTHS if pattern.search(text)), "")
    if not (named or width) and not any(char.isdigit() or char in "万亿" for char in text) and not _OWN_REGION.search(text):
        return NOWHERE
    return Scope({key: frozenset(value) for key, value in named.items()}, amount(text), width, bool(_OWN_REGION.search(text)))


def segments(text: str, tokens: Iterable[Token], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the customers, channels and lines of business that a stretch of a normalised sentence, with its words, names."""
    found = {match[0] for match in _LINES.finditer(text)}
    found.update(name for name, pattern in _CUSTOMERS if pattern.search(text))
    for token in tokens:
        sense = vocabulary.terms.get(token.entry.term)
        if sense is not None and token.word not in _VAGUE:
            found.update(_SEGMENTS[term] for term in sense.itself if term in _SEGMENTS)
            if sense.kind == "scope":
                found.add(sense.id)
    return frozenset(found)


def stated(written: Written) -> Scope:
    """Return the scope that a duty states in its field; `*` is no limit."""
    named = {
        name: frozenset(map(normal, values)) for name in DIMENSIONS if (values := getattr(written, name)) and "*" not in values
    }
    return Scope(named, parse_interval(written.amount) if written.amount else None, written=True)


def amount(text: str) -> Interval | None:
    """Return the interval of money that a normalised sentence names (50 万元以上), or None."""
    for match in _AMOUNT.finditer(text):
        if not _MONEY.search(match[0]):
            continue
        if match["low"]:
            return parse_interval(f"{_figures(match['low'])}..{_figures(match['high'])}")
        side = match["side"] or match["sign"]
        figure = _figures(match["bound"] or match["amount"])
        inclusive = side in ("及以上", "以上", "不超过", "以内", "及以下")
        sign = (">=" if inclusive else ">") if side in _ABOVE else ("<=" if inclusive else "<")
        return parse_interval(f"{sign}{figure}")
    return None


def _figures(words: str) -> str:
    """五十万元 as 50万元; figures stay."""
    words = words.replace(" ", "")
    head = "".join(char for char in words if char in _DIGITS or char == "百")
    if not head:
        return words
    value, digit = 0, 0
    for char in head:
        if char == "百":
            value, digit = value + (digit or 1) * 100, 0
        elif char == "十":
            value, digit = value + (digit or 1) * 10, 0
        else:
            digit = _DIGITS[char]
    return f"{value + digit}{words[len(head) :]}"


def intersects(one: Interval, other: Interval) -> bool:
    """Tell whether an amount can lie in both intervals."""
    return _reaches(one, other) and _reaches(other, one)


def _reaches(below: Interval, above: Interval) -> bool:
    """Whether the low end of `above` lies below the high end of `below`. Bands that only touch divide the amounts."""
    if below.high is None or above.low is None:
        return True
    return above.low < below.high


def _overlap(names: Iterable[str], others: Iterable[str], within: Mapping[str, frozenset[str]]) -> bool:
    one = frozenset[str]().union(*(within.get(name, frozenset((name,))) for name in names))
    other = frozenset[str]().union(*(within.get(name, frozenset((name,))) for name in others))
    return not one.isdisjoint(other)
