"""Who may approve what: duties and authorities that give a yes, and duties that ask for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesduty.model.choices import Action
from salesduty.model.post import Post
from salesduty.responsibility import scope as scopes
from salesduty.responsibility.gist import Gist, gist, of_reading
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.place import Place
from salesduty.text.amounts import Interval, parse_interval
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

if TYPE_CHECKING:
    from decimal import Decimal

_YES = "审批|批准|核准|审定|核定|签批|签发|批复|批示|特批|核批|审签|终审"
_NOT_THEIRS = re.sub("(..) ?", r"(?<!\1)", "客户 甲方 业主 监理 家长 顾客 医院 双方 对方 乙方 车主 学员 患者 主任 银行 厂家 政府")
"""Customers and authorities, whose approval is none of the department's."""
_NO_YES = re.compile(
    r"(?:跟进|跟踪|跟催|了解|推动|促成|催办|办理|走完?|按照?|凭|依据?|根据|归档|登记|整理|查看|保存|完成|取得|获得|征得|得到)[^,;。]{0,12}"
    rf"(?:{_YES}|会签|同意|授权)|"
    rf"(?:{_YES}|决定)(?:意见|流程|单|表|手续|记录|文件|结果|过的|通过|前|后|完成|完毕|进度|制度|人|时|情况|的|权|性|因素|者|链|下限|上限)|"
    rf"已经?(?:{_YES})"
)
"""Words that speak of an approval which somebody else gives."""
_GIVES = re.compile(
    rf"{_NOT_THEIRS}(?:{_YES}|拍板|点头|裁定|裁决|做主|说了算|定夺|敲定|否决|审议|任免|决定)|"
    rf"签字放行|{_NOT_THEIRS}签字(?:后|才|放行|同意|认可|生效)|{_NOT_THEIRS}同意(?:后|才)|"
    r"由(?:他|她|其|本人|本岗|自己|我)?[^,;。]{0,8}(?:批(?![发量次评改])|签字|点头|定夺|拍板|同意)|由(?:他|她|其|本人|本岗|自己)定|"
    r"(?:权限|额度|以内|以下|以上)[^,;。]{0,6}(?:批(?![发量次评改])|答复|决定|自行)|"
    r"(?<![报申送等待大分整])批(?:折扣|价|单|费用|款|假|额度)"
)
_ASKS = re.compile(
    rf"(?:上?报(?![价名关表])请?|(?<![赠派配运发])送交?|提交|提请|呈|递|申请|(?<![周流])转|(?<![成提移])交(?!易)|(?<![申邀])请)[^,;。]{{0,12}}?(?P<to>[^,;。]{{0,10}}?)(?:{_YES}|签字|同意|拍板|决定)|"
    r"报批|送批|等批|待批|请批|呈批|候批|往上报|往上递|"
    rf"(?:经(?!理|销|营|办)|取得|征得|获得)(?P<by>[^,;。]{{0,12}}?)(?:{_YES}|同意|签字)(?:.{{0,3}}(?:后|才|方|再)|$|[,;。])|"
    rf"由(?P<up>总经理|总部|总公司|公司|集团|董事长?|上级|财务|法务|老板)[^,;。]{{0,6}}(?:{_YES}|批|决定)|"
    rf"(?:待|等)(?P<wait>[^,;。]{{0,10}}?)(?:{_YES}|同意|签字)"
)
_NOISE = re.compile(
    rf"{_YES}|拍板|点头|裁定|裁决|做主|签字|放行|报批|送批|等批|待批|往上报|往上|同意|权限|审核|限额|上报|提交|申请|负责|授权|低于|高于|超过|"
    r"超出|不到|单笔|单次|价格表|标准|范围|部门|情况|不得|不许|不准|一律|必须|有人|方可|才能|受理|办理"
)
_FIGURE = r"[\d一二三四五六七八九十百两]"
_LIMITED = re.compile(
    r"(?:以内|以下|之内|不超过|至多|不满|不低于|以上|之间)[^,;。]{0,8}(?:批|做主|定|决定|自行|可|让|免)|"
    rf"{_FIGURE}+ ?折|[到至] ?{_FIGURE}+|(?:超过|超出|高于|低于|不足|不到)[^,;。]{{0,3}}{_FIGURE}|权限(?:[内外]|的)"
)
_PERSONAL = re.compile("请假|休假|假期|加班|出差|调休|离职|辞职|考勤|外出|换班|调班")
_UPWARD = re.compile(
    "上级|上一级|领导|总部|公司|集团|总经理|总裁|董事|老板|老总|厂家|主机厂|厂方|银行|财务|法务|人力|人事|行政|委员会|办公会|直属|主管部门|"
    "院长|校长|行长|客户|甲方|业主|监理|政府|海关|药监|医院"
)


@dataclass(frozen=True, slots=True)
class Permission:
    """Something that somebody may approve. `amount` None is any amount; `about` empty is anything."""

    place: Place
    post: Placed[Post] | None
    text: str
    about: Gist
    amount: Interval | None
    duty: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """A duty that asks for approval. `to` is whom it names, empty where it names nobody."""

    holding: Holding
    about: Gist
    to: str


@dataclass
class Permissions:
    """All that somebody in a department may approve, found by what it is about."""

    every: tuple[Permission, ...]
    _by_key: dict[str, list[Permission]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the permissions by area, thing and words."""
        for permission in self.every:
            for key in _keys(permission.about):
                self._by_key.setdefault(key, []).append(permission)

    def about(self, matter: Gist) -> tuple[Permission, ...]:
        """Return the permissions that may be about `matter`; those about nothing in particular always are."""
        found = {id(each): each for key in ("", *_asked(matter)) for each in self._by_key.get(key, ())}
        return tuple(found.values())


def permissions(found: Responsibilities) -> Permissions:
    """Return what the active posts of a department may approve: by a duty, an authority, or a step that they decide in."""
    return Permissions((*_by_duty(found), *_by_authority(found), *_by_step(found)))


def gives(holding: Holding) -> bool:
    """Tell whether a duty is to approve or to decide; to hand something in for approval is neither."""
    if "action" in holding.reading.written:
        return any(claim.action == Action.decide for claim in holding.reading.main)
    if all(claim.action == Action.support for claim in holding.reading.main) and holding.reading.main:
        return False
    return says_yes(normal(holding.text))


def says_yes(spelt: str) -> bool:
    """Tell whether the words of a normalised sentence approve something, rather than ask for an approval or go by one."""
    return bool(_GIVES.search(_NO_YES.sub("", _ASKS.sub("", spelt))))


def askings(found: Responsibilities) -> Iterator[Asking]:
    """Yield the duties that ask for approval, in document order."""
    for holding in found.owned:
        text = normal(holding.text)
        match = _ASKS.search(text)
        if match is None or _PERSONAL.search(text):
            continue
        to = (match["to"] or match["by"] or match["up"] or match["wait"] or "").strip()
        yield Asking(holding, matter(text, found), to)


def matter(text: str, found: Responsibilities) -> Gist:
    """Return what a sentence about an approval says is approved."""
    return gist(text, found.vocabulary, found.matcher, without=_NOISE)


def is_personal(text: str) -> bool:
    """Tell whether a sentence is about leave and hours, which every superior decides."""
    return bool(_PERSONAL.search(text))


def is_known(name: str, found: Responsibilities) -> bool:
    """Tell whether `name`, as a sentence says it, is somebody: a post, a party, a superior, or one of those outside."""
    spelt = normal(name)
    if not spelt or _UPWARD.search(spelt) or any(token.entry.party for token in found.matcher.tokens(spelt)):
        return True
    return bool(found.department.parties(name))


def limited(holding: Holding) -> bool:
    """Tell whether a duty says itself how far it goes."""
    return bool(holding.duty.authority or holding.reading.scope.amount or _LIMITED.search(normal(holding.text)))


def uncovered(need: Interval | None, given: Iterable[Permission]) -> Decimal | None:
    """Return the amount above which nobody may approve, where `need` goes beyond it; None where all is covered."""
    tops = [permission.amount.high if permission.amount is not None else None for permission in given]
    if need is None or not tops or None in tops:
        return None
    top = max(each for each in tops if each is not None)
    return top if need.high is None or need.high > top else None


def _by_duty(found: Responsibilities) -> Iterator[Permission]:
    for holding in found.owned:
        if gives(holding):
            about = matter(holding.text, found)
            if "area" in holding.reading.written:
                about = of_reading(holding.reading, found.vocabulary)
            amount = holding.reading.scope.amount
            linked = found.department.authority(holding.duty.authority, holding.post) if holding.duty.authority else None
            if linked is not None and linked.limit:
                amount = parse_interval(linked.limit)
            yield Permission(holding.place, holding.post, holding.text, about, amount, duty=True)


def _by_authority(found: Responsibilities) -> Iterator[Permission]:
    for post in found.department.active_posts:
        for index, authority in enumerate(post.value.authorities):
            spelt = normal(authority.text)
            if spelt.strip('“”" ') in ("无", "没有"):
                continue
            limit = parse_interval(authority.limit) if authority.limit else scopes.amount(spelt)
            yield Permission(post / "authorities" / index, post, authority.text, matter(spelt, found), limit, duty=False)


def _by_step(found: Responsibilities) -> Iterator[Permission]:
    for covered in found.coverage:
        step = covered.need.step
        if step is not None and (step.accountable or step.do) and (is_approval(step.name) or step.action == Action.decide):
            text = f"{step.name}，{step.text}" if step.text else step.name
            yield Permission(covered.need.place, None, step.name, matter(text, found), None, duty=True)


def is_approval(name: str) -> bool:
    """Tell whether the name of a step says that something is approved there."""
    return bool(re.search(_YES, normal(name)))


def _keys(about: Gist) -> Iterator[str]:
    """What a permission is found by."""
    if about.empty:
        yield ""
    yield from about.facets
    yield from (f"thing:{each}" for each in about.terms)
    yield from (f"kind:{each}" for each in about.above)
    yield from (f"pair:{each}" for each in about.pairs)


def _asked(about: Gist) -> Iterator[str]:
    yield from sorted(about.facets)
    for each in sorted(about.terms):
        yield f"thing:{each}"
        yield f"kind:{each}"
    yield from (f"thing:{each}" for each in sorted(about.above))
    yield from (f"pair:{each}" for each in sorted(about.pairs))
