"""What a KPI measures, and which duties it fits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from salesduty.model.kpi import PostKpi
from salesduty.model.post import Post
from salesduty.responsibility.gist import Gist, of_reading, pairs
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.reading import sentence
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.vocabulary import Vocabulary
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_METRIC = re.compile(
    "达成率|完成率|及时率|准确率|准时率|按时率|按期率|如期率|合格率|差错率|出错率|错误率|通过率|覆盖率|满足率|命中率|执行率|响应率|处理率|办结率|关闭率|解决率|"
    "兑现率|达标率|渗透率|增长率|周转率|转化率|成功率|提升率|下降率|占比|比例|比率|比重|天数|次数|频次|频率|数量|台数|家数|人数|单数|场次|场数|件数|时效|"
    "时长|周转|周期|速度|质量|得分|评分|评价|打分|情况|效果|水平|有效性|准时|及时|准确|按时|如期|限时|按期|时限|达成|完成|合格|增长|达标|"
    r"[率度量数额值分]$|新增|累计|月均|人均|平均|单均|单店|[月季年日周]度|^[月季年日周]|"
    r"(?<!\d)\d{1,9} ?(?:小时|分钟|天|日|个月)?内?|"
    r"(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,6}个?(?:月|天|日|小时|分钟)"
)
_GENERAL = re.compile(
    "销售额|销售收入|销售业绩|销售任务|销售目标|销售指标|销售计划|业绩|营收|营业|收入|利润|毛利|净利|费用|成本|预算|销量|产值|产能|份额|占有|成交|签约|签单|"
    "新签|新增客户|新客户|客单|满意|口碑|NPS|出勤|考勤|工作质量|工作态度|态度|纪律|领导|上级|内部服务|协作|配合|团队|人均|人效|坪效|目标|任务|指标|综合|"
    "评议|民主|360|行为|价值观|素质|能力|学习|成长|合规|安全|5S|创新|改善|改进|提案|GMV|ROI|流失|留存|保留|复购|活跃|新增|增长|规模|达标率|额$|"
    "变更|整改|差评|事故|处罚|退单|返工|次品|破损|异常|(?:投诉|退货|退换货)(?:次数|件数|数|率)$|"
    "资产|AUM|保有|有效户|市值|利差|中收|满意"
)
_DONE = re.compile("(?:达成|完成|及时|准确|准时|按时|按期|如期|合格|差错|出错|错误|执行|处理|办结|发放)率|频次")
"""Measures of something that is done, not of what comes of it."""
_MARKS = frozenset(" 、，,()/+-")
_SOME = re.compile("[销售客户工作管理部门公司数量率度的及时准确完成达]")
CLEAR, FAIR, NEAR = 1.0, 0.6, 0.4
"""The same area, a written link or the same thing; shared words; a kindred facet of the same area."""
_BROAD_NODES = frozenset(("M03",))
"""Areas whose facets have little to do with each other."""
_ENOUGH_PAIRS = 1 / 3
_MOST_PAIRS = 1 / 2


@dataclass(frozen=True, slots=True)
class Measured:
    """What a KPI measures. `general` is the outcome of the whole business, or how somebody works: any duty adds to it.

    `known` tells whether the vocabulary knows the thing itself, `done` that the name says it is something that is done,
    `defined` is how the KPI is explained.
    """

    name: str
    core: str
    about: Gist
    drivers: frozenset[str]
    general: bool
    known: bool
    done: bool
    defined: str = ""

    def fits(self, name: frozenset[str], about: Gist, vocabulary: Vocabulary) -> float:
        """Return how well a duty that is called `name` by its KPIs and is about `about` fits."""
        if self.name in name or self.drivers & (about.nodes | about.facets):
            return CLEAR
        if self.about.facets & about.facets or self.about.shares_thing(about):
            return CLEAR
        if len(self.about.pairs & about.pairs) >= max(_ENOUGH_PAIRS * len(self.about.pairs), 1):
            return FAIR
        return NEAR if any(_are_kin(one, other, vocabulary) for one in self.about.facets for other in about.facets) else 0.0


def _are_kin(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether two facets lie in one area and neither stands apart there."""
    node = one.split(".", 1)[0]
    if node != other.split(".", 1)[0] or node in _BROAD_NODES:
        return False
    return not any((known := vocabulary.areas.get(each)) is not None and known.apart for each in (one, other))


def measured(kpi: PostKpi, found: Responsibilities) -> Measured:
    """Return what a KPI, with its definition filled in, measures. What stands last in its name is the thing itself."""
    name = kpi.name or kpi.ref or kpi.id or ""
    core = _METRIC.sub(" ", normal(name)).strip()
    about = _heads(core, found)
    ends = {token.end for token in found.matcher.tokens(core)}
    known = len(core) in ends and bool(about.facets or about.terms)
    if not (about.facets or about.terms):
        about = replace(_heads(normal(name), found), pairs=about.pairs)
    general = not core or bool(_GENERAL.search(normal(name)))
    done = bool(_DONE.search(normal(name)))
    defined = f"{kpi.definition or ''} {kpi.formula or ''}".strip()
    return Measured(name, core, about, frozenset(kpi.drivers), general=general, known=known, done=done, defined=defined)


def _heads(words: str, found: Responsibilities) -> Gist:
    """What a few words are about, by the things themselves and not by what narrows them: 货运险 is no 货运."""
    reading = sentence(words, found.vocabulary, found.matcher)
    heads = {claim.term for claim in reading.claims}
    whole = of_reading(reading, found.vocabulary)
    terms = whole.terms & heads
    above = frozenset(above for term in terms for above in found.vocabulary.terms[term].above) & whole.above
    return Gist(whole.facets, terms, above, whole.pairs)


class Measures:
    """The KPIs and duties of a department, each looked at once."""

    def __init__(self, found: Responsibilities) -> None:
        self.found = found
        self._measured: dict[tuple[object, ...], Measured] = {}
        self._about: dict[str, Gist] = {}
        self._things: dict[Measured, frozenset[str]] = {}
        self._seats: dict[str, Gist] = {}

    def carried(self, post: Placed[Post]) -> tuple[Measured, ...]:
        """Return what the KPIs of `post` measure, in order."""
        return tuple(self.of(post, index) for index in range(len(post.value.kpis)))

    def of(self, post: Placed[Post], index: int) -> Measured:
        """Return what the KPI at `index` of `post` measures."""
        kpi = self.found.department.measure(post.value.kpis[index], post)
        key = (kpi.name or kpi.ref or kpi.id, kpi.drivers, kpi.definition, kpi.formula)
        if key not in self._measured:
            self._measured[key] = measured(kpi, self.found)
        return self._measured[key]

    def about(self, holding: Holding) -> Gist:
        """Return what a duty is about; a sentence that stands in many posts is looked at once."""
        key = holding.address if "area" in holding.reading.written else holding.text
        if key not in self._about:
            self._about[key] = of_reading(holding.reading, self.found.vocabulary)
        return self._about[key]

    def fit(self, one: Measured, holding: Holding) -> float:
        """Return how well a KPI fits a duty, from 0 to 1."""
        return one.fits(frozenset(holding.duty.kpis), self.about(holding), self.found.vocabulary)

    @cached_property
    def by_post(self) -> dict[str, tuple[Holding, ...]]:
        """The duties that are each post's own, by its address."""
        found: dict[str, list[Holding]] = {}
        for holding in self.found.owned:
            found.setdefault(holding.post.address, []).append(holding)
        return {post: tuple(own) for post, own in found.items()}

    def is_linked(self, post: Placed[Post], index: int) -> bool:
        """Tell whether a duty or a step names a KPI as what measures it."""
        kpi = post.value.kpis[index]
        return not self.linked.isdisjoint(name for name in (kpi.ref, kpi.id, kpi.name) if name)

    @cached_property
    def linked(self) -> frozenset[str]:
        """Whatever duties and steps of the department name as what measures them."""
        steps = (covered.need.step.kpis for covered in self.found.coverage if covered.need.step is not None)
        return frozenset[str]().union(*steps, *(holding.duty.kpis for holding in self.found.holdings))

    @cached_property
    def holders(self) -> dict[str, list[str]]:
        """The posts, by their addresses, that hold each area, node, thing and pair of characters."""
        found: dict[str, dict[str, None]] = {}
        for holding in self.found.owned:
            about = self.about(holding)
            for key in (
                *about.facets,
                *about.nodes,
                *(f"thing:{each}" for each in (*about.terms, *about.above)),
                *(f"pair:{each}" for each in about.pairs),
            ):
                found.setdefault(key, {}).setdefault(holding.post.address)
        return {key: list(posts) for key, posts in found.items()}

    def elsewhere(self, one: Measured) -> tuple[str, ...]:
        """Return the addresses of the posts one of whose duties a KPI plainly fits."""
        about = one.about
        keys = (*about.facets, *one.drivers, *(f"thing:{each}" for each in about.terms))
        found = dict.fromkeys(post for key in sorted(keys) for post in self.holders.get(key, ()))
        shared = Counter(post for pair in about.pairs for post in self.holders.get(f"pair:{pair}", ()))
        enough = (post for post in sorted(shared) if shared[post] >= _MOST_PAIRS * len(about.pairs))
        return tuple(dict.fromkeys((*found, *enough)))

    def names(self, one: Measured, said: frozenset[str]) -> bool:
        """Tell whether the pairs of characters `said` in a sentence name what is measured, apart from what is done with it."""
        if one not in self._things:
            self._things[one] = pairs(self._nouns(one.core)) | pairs(self._nouns(one.defined))
        return not said.isdisjoint(self._things[one])

    def _nouns(self, text: str) -> str:
        """A text without its verbs and the words of measuring."""
        words = list(_METRIC.sub(lambda match: " " * len(match[0]), normal(text)))
        for token in self.found.matcher.tokens(normal(text)):
            if token.entry.verb and not token.entry.term:
                words[token.start : token.end] = " " * (token.end - token.start)
        return "".join(words)

    def seat(self, post: Placed[Post]) -> Gist:
        """Return what the name and the purpose of a post tell."""
        words = f"{post.value.name}，{post.value.purpose or ''}"
        if words not in self._seats:
            self._seats[words] = of_reading(sentence(words, self.found.vocabulary, self.found.matcher), self.found.vocabulary)
        return self._seats[words]


def resembles(one: Measured, text: str) -> bool:
    """Tell whether a sentence has most of the characters that tell what is measured: 做样，寄给客户 for 样品寄出率."""
    telling = set(_SOME.sub("", one.core)) - _MARKS
    shared = telling & set(normal(text))
    return len(shared) >= 2 and 2 * len(shared) >= len(telling)


def same_characters(core: str, words: str) -> int:
    """Return how many of the telling characters of `core` stand in `words`, for what the vocabulary does not know."""
    return len((set(_SOME.sub("", core)) - _MARKS) & set(words))


def unmeasured(duties: Sequence[Holding], kpis: Sequence[Measured], measures: Measures) -> tuple[Holding, ...]:
    """Return those of a post's duties that none of its KPIs fits.

    A KPI that fits no duty plainly is taken to be meant for the one that shares most of its characters: 双录合格率 for
    陪客户录音录像.
    """
    meant = [_meant(kpi, duties, measures) for kpi in kpis]
    fitted = {each.address for several in meant for each in several}
    left = [each for each in duties if not each.duty.kpis and each.address not in fitted]
    for kpi in (kpi for kpi, several in zip(kpis, meant, strict=True) if not several):
        likeness = {each.address: same_characters(kpi.core, normal(each.text)) for each in duties}
        most = max(likeness.values(), default=0)
        nearest = [each for each in left if likeness[each.address] == most]
        if nearest and (most or len(left) == 1):
            left.remove(nearest[0])
    return tuple(left)


def _meant(kpi: Measured, duties: Sequence[Holding], measures: Measures) -> list[Holding]:
    """The duties that a KPI plainly fits: where some share its words, those that only lie in its area are not meant."""
    fitting = [each for each in duties if measures.fit(kpi, each) >= FAIR]
    wording = [each for each in fitting if _shares_words(kpi, measures.about(each))]
    return wording if wording and not kpi.drivers and not kpi.general else fitting


def _shares_words(kpi: Measured, about: Gist) -> bool:
    return bool(kpi.about.pairs & about.pairs or kpi.about.terms & about.terms)
