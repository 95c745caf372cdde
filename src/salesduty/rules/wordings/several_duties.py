"""WRD002: a sentence that is several duties."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.duty import Duty
from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.settings.settings import Settings
from salesduty.text.actions import actions
from salesduty.workspace.entities import Department

_MARKS = ",;。、及与和并"
_FEWEST_MARKS = 2
_SHOWN = 12
_ASKS = Text("要做 {count} 件事（{acts}）", "asks for {count} things ({acts})")
_LONG = Text("有 {count} 个字", "is {count} characters long")


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the duties without any below them that ask for `most_actions` things or are longer than `longest_duty`."""
    for sentence in department.sentences:
        if not isinstance(sentence.work, Duty) or sentence.work.duties:
            continue
        if sum(map(sentence.normal.count, _MARKS)) >= _FEWEST_MARKS:
            asked = actions(sentence.normal)
            if len(asked) >= settings.most_actions:
                acts = tuple(f"“{act if len(act) <= _SHOWN else act[:_SHOWN] + '…'}”" for act in asked)
                yield _hit(sentence.at, sentence.owner, _ASKS.filled({"count": len(asked), "acts": acts}))
                continue
        if len(sentence.text) > settings.longest_duty:
            yield _hit(sentence.at, sentence.owner, _LONG.filled({"count": len(sentence.text)}))


def _hit(at: Place, owner: str, what: Text) -> Hit:
    return Hit(at, {"owner": owner, "what": what})


RULE = Rule(
    code="WRD002",
    name="several-duties",
    severity=WARNING,
    check=check,
    message=Text(zh="“{owner}”的这一句{what}", en="this sentence of “{owner}” {what}"),
    why=Text(
        zh="一句话里几件事，哪件做了、哪件没做说不清；要分给别人、定时限、挂指标时也拆不开。",
        en="Where one sentence holds several things, nobody can tell which was done, and none can be handed over, timed or "
        "measured by itself.",
    ),
    fix=Text(
        zh="一句只写一件事；几件事属于同一项职责的，写成“下级职责”（duties）。",
        en="Write one thing a sentence; where several belong together, write them as `duties` below one.",
    ),
    measured=Measured(hits=54, right=49),
    good=(
        Example(
            """\
post:
  name: 销售代表
  duties:
    - 每周拜访 5 家客户
    - title: 合同
      duties: [收到合同后当天编号、登记并扫描归档, 每月 5 日前核对履行进度]
"""
        ),
    ),
    bad=(
        Example(
            """\
post:
  name: 销售代表
  duties:
    - 开发新客户，签订销售合同，催收到期货款
""",
            finds=("4:7 “销售代表”的这一句要做 3 件事（“开发新客户”、“签订销售合同”、“催收到期货款”）",),
        ),
        Example(
            """\
post:
  name: 教务主任
  duties:
    - 按照学校学期工作要点，在每学期开学前两周召集各教研组长共同商议本学期课程安排与教室分配方案，\
并将方案连同任课教师名单以及上学期学生评教结果一起提交校务会审定后张贴公布
""",
            finds=("4:7 “教务主任”的这一句有 83 个字",),
        ),
    ),
)
