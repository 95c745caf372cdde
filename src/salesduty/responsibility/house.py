"""House rules: what the sentences under `department.rules` demand of its posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from salesduty.model.post import Post
from salesduty.responsibility.levels import rank
from salesduty.responsibility.matching import Matcher
from salesduty.results.place import Place
from salesduty.text.normal import normal
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

Kind = Literal["deputy", "headcount", "authority", "kpi", "approval", "double"]
"""What a rule can demand: somebody who stands in, a number of people, limits, measures, an approval, a second person."""

_MUST = "都要|都得|务必|一律|不得|不许|不准|不能|严禁|未经|方可|才能|才可|须|需|应|要|得"
_NOT = "不设|不配|不写|不必|不用|无需|无须|不需要|不需|不要求|不强制|免于|可不|可以不|不作要求"
_WRITE = "写明|写清|写出|写上|写好|写进|注明|明确|标明|列明|列出|规定|载明|说明|定明|公示|讲清|有|设|定"
_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "deputy",
        re.compile(
            r"备岗|接班|接手人|[顶接]得[上住]|备份人|备份岗|代理人|代理岗|代岗|代班|代管人|顶岗|顶班|顶替|顶上|替岗|替班|替补|替手|替代人|接替|补位|候补|后备人|第二责任人|"
            r"[AＡ][、/]?[BＢ] ?[角岗]|[BＢ] ?[角岗]|互为备|互为代|有人[顶接替代]"
        ),
    ),
    (
        "headcount",
        re.compile("编制(?!人(?!数)|说明|时|计划|预算|方案|报)|定编|定员|定岗定编|员额|核定人数|岗位人数|几个人|多少人"),
    ),
    (
        "authority",
        re.compile(
            rf"(?:{_WRITE}).{{0,12}}(?:权限|限额|额度|授权范围|审批权|决定权|让利|上限)|(?:权限|限额|额度|授权范围|审批权|决定权).{{0,6}}(?:{_WRITE}|书面)|"
            rf"(?:{_WRITE}).{{0,8}}(?:能|可以|可)(?:自己)?(?:定|批|让|减|免|降|给|花|调|决定|做主).{{0,4}}(?:什么|多少|哪|程度|范围)|"
            "自己.{0,2}能.{0,2}(?:定|批|让|做主).{0,4}(?:什么|多少|哪|程度)"
        ),
    ),
    (
        "kpi",
        re.compile(
            r"(?:挂|有|配|设|定|对应|落到|落实到|写明|写清|列出|列明|带|纳入|附).{0,6}(?:指标|KPI|绩效|考核|数字)|"
            r"(?:指标|KPI|绩效|考核|数字).{0,4}(?:管着|衡量|挂钩|来量|覆盖|对应|说话|跟着)|(?:可|能|有)(?:以|够|被)?(?:衡量|考核|量化)|(?:进|纳入)考核"
        ),
    ),
    ("double", re.compile("双人|两个人|两人|二人|四眼|双签|双岗|双重复核|另一[人名位个]|第二[人个]|非经办人|换个人|他人复核")),
)
_APPROVE = "审批|批准|核准|审定|核定|签批|签字|签发|批复|会签|点头|同意|许可|拍板|授权|审核|报批|批"
_APPROVAL = re.compile(
    rf"(?:须|需|应|要|必须|应当|得|先|一律)(?:先|事先|提前|逐级|书面)?(?:经过?(?!理)|由|报|报请|报经|提交|交|送|有人?|请|取得|获得|得到)?(?:给|过|到|请)?(?P<who>[^,;。]{{0,14}}?)(?:{_APPROVE})|"
    rf"(?:未经|没有|没经|不经|无)(?P<by>[^,;。]{{0,12}}?)(?:{_APPROVE}).{{0,6}}(?:不得|不许|不准|不能|一律|严禁)|"
    rf"经(?P<via>[^,;。]{{0,12}}?)(?:{_APPROVE}).{{0,3}}(?:后|才|方|再)|(?P<own>[^,;。]{{1,10}}?)(?:{_APPROVE})(?:后|了)?(?:才能|方可|才可)"
)
_NOBODY = re.compile(
    "^(?:专人|有人|逐级|事先|书面|相应|有关|先|再|经|由|人|过|到|层层|审核|审批|正式|提前|权限内|按权限|有权限的?人)*$"
)
_ALL = re.compile(
    "[每各]个?(?:岗|职位|人(?!民|才))|所有.{0,4}岗|全部.{0,4}岗|任何.{0,4}岗|凡.{0,12}岗|岗岗|人人|全体|每一个(?:岗|人)|一人一"
)
_DECIDING = re.compile(
    "(?:审批|批准|决定|拍板|有权|签字|有[^,;。]{1,8}权)的?(?:岗|的?人|者)|凡是?[^,;。]{2,14}的(?:岗|人)|谁有[^,;。]{1,8}权|凡[^,;。]{0,4}(?:审批|批准)|审批(?:时|的)?[须应要必都]"
)
_EACH = re.compile("每一?[条项件桩]|各[条项]|逐[条项]|所有.{0,3}职责|全部.{0,3}职责|每个?职责|各项?职责|条条|件件|每一?样")
_KEY = re.compile("(?:关键|重要|主要|核心).{0,4}(?:职责|工作|岗)")
_EXCEPT = re.compile("除(?P<who>[^,;。]{1,30}?)(?:之?外|以外)|(?P<behind>[^,;。]{2,16})(?:除外|例外)")
_ABOVE = re.compile("(?P<rank>总监|经理|主管)级?(?:岗位?)?[及和]?以上")
_RANKS = {"总监": 3, "经理": 2, "主管": 1}


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a house rule demands.

    `posts` are the names of the posts that it binds, all of them where there are none; `spared` those that it leaves out.
    `each` asks for a measure of every duty rather than one of every post, `key` only of the weighty ones.
    `deciding` binds only those who approve. `who` is who must approve, empty where the rule does not say.
    """

    kind: Kind
    text: str
    place: Place
    posts: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()
    lowest: int = 0
    each: bool = False
    key: bool = False
    deciding: bool = False
    who: str = ""

    def binds(self, post: Placed[Post]) -> bool:
        """Tell whether the rule speaks of `post`."""
        name = post.value.name
        if name in self.spared or (self.posts and name not in self.posts):
            return False
        return rank(name, post.value.level) >= self.lowest


def demands(department: Department, matcher: Matcher) -> tuple[Demand, ...]:
    """Return what the house rules of `department` demand, in order; `matcher` knows its posts by name."""
    names = frozenset(post.value.name for post in department.posts)
    return tuple(
        demand
        for index, text in enumerate(department.spec.rules)
        for demand in _of_rule(text, department.place / "rules" / index, matcher, names)
    )


def binding(found: Sequence[Demand], kind: Kind, post: Placed[Post]) -> Demand | None:
    """Return the first demand of a kind that binds `post`."""
    return next((demand for demand in found if demand.kind == kind and demand.binds(post)), None)


def _of_rule(text: str, place: Place, matcher: Matcher, names: frozenset[str]) -> Iterator[Demand]:
    """The demands of one rule; each of its sentences is read by itself."""
    for part in re.split("[。;；\n]", text):
        spelt = normal(part)
        if not re.search(_MUST, spelt) and not _ALL.search(spelt) and not _EACH.search(spelt):
            continue
        spared = _spared(spelt, matcher, names)
        named = frozenset() if _ALL.search(spelt) else _names(spelt, matcher, names) - spared
        lowest = _RANKS[above["rank"]] if (above := _ABOVE.search(spelt)) else 0
        for kind in _kinds(spelt):
            yield Demand(
                kind,
                text,
                place,
                posts=frozenset() if kind in ("approval", "double") else named,
                spared=spared,
                lowest=lowest,
                each=bool(_EACH.search(spelt)) or bool(_KEY.search(spelt)),
                key=bool(_KEY.search(spelt)) and not _EACH.search(spelt),
                deciding=bool(_DECIDING.search(spelt)),
                who=_who(spelt) if kind == "approval" else "",
            )


def _kinds(spelt: str) -> Iterator[Kind]:
    found: list[Kind] = []
    for kind, pattern in _WORDS:
        match = pattern.search(spelt)
        if match and not re.search(rf"(?:{_NOT}).{{0,8}}$", spelt[: match.start()]) and not re.match(_NOT, match[0]):
            found.append(kind)
    if (
        not {"authority", "double"} & set(found)
        and _APPROVAL.search(spelt)
        and not re.search(rf"(?:{_NOT}).{{0,8}}(?:{_APPROVE})", spelt)
    ):
        found.append("approval")
    yield from found


def _who(spelt: str) -> str:
    """Who a rule says must approve; empty where it names nobody in particular."""
    match = _APPROVAL.search(spelt)
    if match is None:
        return ""
    said = match["who"] or match["by"] or match["via"] or ""
    if match["own"] and (led := re.search("(?:由|报|经(?!理|销|营|办))(?P<who>.+)$", match["own"])):
        said = led["who"]
    said = re.sub("^(?:经(?!理|销|营|办)过?|由|报请?|交|送|请|先|事先)+", "", said).strip(" 的")
    return "" if _NOBODY.match(said) else said


def _spared(spelt: str, matcher: Matcher, names: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*(_names(match["who"] or match["behind"], matcher, names) for match in _EXCEPT.finditer(spelt)))


def _names(spelt: str, matcher: Matcher, names: frozenset[str]) -> frozenset[str]:
    """The posts of the department that stand in a normalised text."""
    return frozenset(token.entry.party for token in matcher.tokens(spelt) if token.entry.party in names)
