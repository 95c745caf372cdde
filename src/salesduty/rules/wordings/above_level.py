"""WRD011: a verb above the level of the post: 专员 审批."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.choices import Level
from salesduty.model.post import Post
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.text.deciding import DECIDES, decides
from salesduty.workspace.entities import Department

_STAFF = re.compile(
    "(?:专员|助理|文员|内勤|干事|办事员|实习生|学徒|普工|店员|导购|营业员|业务员|销售代表|客服|出纳|前台|秘书|司机|保安|保洁)$"
)
_DECIDING_POST = re.compile("审批|批准|审定|核准|审核|放行|评审")
_APPOINTS = frozenset(("任免", "任命", "解聘", "聘任", "罢免"))


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the duties of staff that decide, and of supervisors that appoint, unless an authority lets them."""
    for sentence in department.sentences.holding(DECIDES):
        post = sentence.post.value if sentence.post is not None else None
        if post is None or sentence.work.authority is not None or (verb := decides(sentence.normal)) == "":
            continue
        level = _level(post)
        above = level == Level.staff or (level == Level.supervisor and verb in _APPOINTS)
        if above and not any(verb[-1] in authority.text for authority in post.authorities):
            yield Hit(sentence.at, {"owner": post.name, "verb": verb, "level": Text(level.label, level.value)})


def _level(post: Post) -> Level:
    """The written level; without one staff for a name that says so, director for any other, who may do anything."""
    if post.level is not None:
        return post.level if _DECIDING_POST.search(post.name) is None else Level.director
    return Level.staff if _STAFF.search(post.name) and not _DECIDING_POST.search(post.name) else Level.director


RULE = Rule(
    code="WRD011",
    name="verb-above-level",
    severity=WARNING,
    check=check,
    message=Text(zh="“{owner}”是{level}，职责里却写“{verb}”", en="“{owner}” is {level}, and a duty of it says “{verb}”"),
    why=Text(
        zh="没有相应的权限，批了也不算数，或者批了没有人把关；出了问题追不到该负责的人。",
        en="Without the power such a decision does not count, or nobody looks after it; who answers for it cannot be told.",
    ),
    fix=Text(
        zh="改成“初审”“核对”“提出意见”，由上级批准；确实授了权的，写进“岗位权限”（authorities）并在职责上填“所用权限”（authority）。",
        en="Let the post check or propose and a superior decide; a delegated power is written into "
        "`authorities` and named as `authority` of the duty.",
    ),
    source=Text(
        zh="各岗位应当在授权范围内行使职权和承担责任，出自《企业内部控制基本规范》（财会〔2008〕7 号）关于授权审批控制的规定。",
        en="Everybody acts within what he is authorised to do: Basic Standard for Enterprise Internal Control "
        "(Caikuai 2008, No. 7), on control by authorisation.",
    ),
    good=(
        Example(
            """\
posts:
  - {name: 费用专员, level: staff, duties: [每周五前把费用单报财务经理审批]}
  - {name: 店长, level: manager, duties: [当天审批调货申请]}
  - name: 客服专员
    level: staff
    duties: [{text: 当场批准 200 元以内的补偿, authority: pay}]
    authorities: [{id: pay, text: 200 元以内的补偿批准权}]
"""
        ),
    ),
    bad=(
        Example(
            "post:\n  name: 费用专员\n  level: staff\n  duties:\n    - 每周五前审批费用报销单据\n",
            finds=("5:7 “费用专员”是员工，职责里却写“审批”",),
        ),
        Example(
            "post:\n  name: 生产主管\n  level: supervisor\n  duties:\n    - 任免班组长\n",
            finds=("5:7 “生产主管”是主管，职责里却写“任免”",),
        ),
    ),
)
