"""Who is named as the one that something is handed to, and who can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.text.nearest import nearest
from salesduty.text.normal import normal

_POST = (
    "经理|主管|总监|专员|助理|内勤|主任|顾问|代表|工程师|客服|店长|组长|班长|队长|会计|出纳|管家|秘书|督导|部长|科长|处长|"
    "设计师|培训师|内训师|讲师|定制师|学管师|规划师|策划师|(?<![人成会学党队全动雇])(?<!服务人)员|小二|教务|计调|统筹|中控|班务|岗(?!位)"
)
_UNIT = "部门|(?<![总全内外局大])部|中心|小组|专班|班组|团队|(?<!有)组|科|处|办公室|客服室|服务台"
_AFTER = (
    r"(?=$|[^\u4e00-\u9fffA-Z0-9]|[和与及或并]|审|批|核|签|办|处理|跟|归档|存|备|登|安排|确认|协调|执行|继续|接|负责|统一|评|复|汇|录|保管|决|"
    r"排|开|入[库账]|落实|改派|联系|修|做|发|裁|定|盖|统|整理|答|回|审阅|使用|研|分析|制作|参考|知|作|进行|完成|牵头|组织|维|解决|用印|报|查)"
)
_GIVES = re.compile(
    r"(?:移交|转交|转给|交给|交由|传给|递给|退给|抄给|分给|拨给|引荐给|介绍给|指派给|下发给|移给|提供给|送到|发到|派单给|派单至|转单给|交接|转接|转派|转办|转至|转到|转往|转报|递交|送交|报送|上报|呈报|呈送|报给|派给|移送|分派给|流转|提交|抄送|抄报|"
    r"(?:反馈|汇报|推送|发送|发|递|送|推|分配|对接|交付|交代)(?=[给至到]))(?:给|至|到|予)?|"
    r"(?:(?<![流周运扭反好旋翻中倒])转(?![介正化岗账入型让换给])|(?<![申填日周月季年简情预汇海通战快举呈警上转抄])报(?![告价名修销到表关检废送给警考])|"
    r"(?<![提上成社外移结专签相递转送])交(?![付易车接流货房期底通换互给由])|(?<![配赠接推派运寄发呈移护抄欢递报])送(?![货达检样审给交到]))(?:给|至|到)?"
)
_NAME = re.compile(rf"([\u4e00-\u9fffA-Z]{{1,9}}?(?:{_POST}|{_UNIT})){_AFTER}")
_AND = re.compile(r"[、和与及或/]|以及")
_TO = re.compile(r"[给至到予]")
_GENERAL = re.compile(
    r"相关|有关|责任|对应|相应|各|其他|其它|所属|所在|分管|上级|直属|直接|本|该|全体|对方|经办|指定|当班|归口|上一|下一|承办|主管|同事|原|新|另|"
    r"下游|上游|公司|部门|集团|总部|总公司|甲方|乙方|医院|厂家|厂方|银行|政府|客户(?:的|方|项目|公司|企业|财务|采购|工程|技术|使用|设备|仓库|现场|负责|联系|经办|单位)|"
    r"业务(?:部门|人员)|职能|需求|用人|使用|内部|一线|前台|后台|专门|专业|负责|名下|接[手班任]|值班|某|每|多|几|任何|哪|谁|店内|店里|一名|两名|另一|"
    r"人事|行政|后勤|他|她|其|自己|监理|物业|经销商|代理商|加盟商|分销商|渠道商|供应商|合作|学校|商场|卖场|超市|装修|船公司|目的港|支行|平台|品牌|供应|配送|快递|物流|施工|街道|法院|税务|海关|监管"
)
_BETWEEN = re.compile(
    "(?<!售)后(?![台勤])|(?<!售)前(?![台厅])|(?<![逆定方])向|[和时将把从由对按为跟的让被在以并]|进行|通知|审批|签订|完成|办理|填写|资料|信息|情况|报表|清单|记录|意见|单据"
)
_KIND = re.compile(f"(?:{_POST}|{_UNIT})$")
_DECIDES = re.compile("审[批核定]|批|核[准定批]|签|定|决|裁|复批|拍板")
_IS_UNIT = re.compile(f"(?:{_UNIT})$")


class Known:
    """Everybody whom the sentences of a department may name."""

    def __init__(self, found: Responsibilities) -> None:
        self._found = found

    def has(self, name: str) -> bool:
        """Tell whether a normalised `name` may mean a post, a party or everybody's word for one."""
        stem, parties = _KIND.sub("", name), self._found.vocabulary.parties
        if not stem or name in self._names or name in parties or _GENERAL.match(name) or self._found.department.parties(name):
            return True
        if name in self._joined or any(name[start:end] in self._names for start, end in _stretches(len(name))):
            return True
        if _IS_UNIT.search(name):
            return len(stem) > 1 and stem in self._joined
        return parties.get(stem, "").endswith("部") or (len(stem) > 1 and stem in self._units)

    def near(self, name: str) -> tuple[str, ...]:
        """Return those of the department whose names look like `name`."""
        return nearest(name, self._own, most=2)

    @cached_property
    def _own(self) -> tuple[str, ...]:
        """The names of the posts and of the parties outside, normalised."""
        department = self._found.department
        posts = [name for post in department.posts for name in (post.value.name, *post.value.aliases)]
        outside = [name for each in department.spec.outside for name in (each.name, *each.aliases)]
        return tuple(dict.fromkeys(map(normal, (*posts, *outside))))

    @cached_property
    def _joined(self) -> str:
        """All names in one text, so that a part of one is found at once."""
        return "\n".join(self._own)

    @cached_property
    def _units(self) -> str:
        """The names of departments and teams in one text."""
        return "\n".join(name for name in self._own if _IS_UNIT.search(name))

    @cached_property
    def _names(self) -> frozenset[str]:
        """Whoever is named in a field: what is wrong there is told there."""
        department = self._found.department
        named = [party for posts in department.posts for party in _relations(posts.value.relations)]
        return frozenset(map(normal, (*named, *department.words["party"], *self._own)))


def receivers(text: str, *, approving: bool = True) -> Iterator[str]:
    """Yield the names of posts and units that a normalised sentence hands something to, as far as their form tells.

    Without `approving` those are left out who are asked for a decision: 报 区域经理 审批.
    """
    for gives in _GIVES.finditer(text):
        at = gives.end()
        while (match := _NAME.match(text, at)) is not None:
            name = _TO.split(match[1])[-1]
            decides = not approving and _DECIDES.match(text, match.end()) is not None
            if 1 < len(name) <= 8 and not decides and _BETWEEN.search(name) is None:
                yield name
            further = _AND.match(text, match.end())
            if further is None:
                break
            at = further.end()


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """Where each part of at least two characters of something begins and ends."""
    return ((start, end) for start in range(length - 1) for end in range(start + 2, length + 1))


def _relations(relations: object) -> Iterator[str]:
    for kind in ("internal", "external"):
        for relation in getattr(relations, kind, ()):
            yield relation.party
