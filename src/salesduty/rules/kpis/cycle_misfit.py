"""KPI010: a KPI is appraised at other times than the post that carries it.

Without an appraisal scheme only what no practice would defend is reported: first-line posts that hear of their
results once a year, and a director who is scored by the day or the week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.choices import Level
from salesduty.model.post import Post
from salesduty.model.values import CADENCES, cadence_label
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.kpis.appraised import appraised, cycle_of
from salesduty.rules.kpis.carried import Carried, carried
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Placed, Workspace

_FIRST_LINE = (Level.staff, Level.supervisor)
_TOO_OFTEN = ("daily", "weekly")


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the KPIs of active posts whose cycle is none in which the post is appraised."""
    for post, kpis in carried(workspace):
        timed = [kpi for kpi in kpis if cycle_of(kpi) is not None]
        cycles = appraised(timed[0].department, post) if timed else ()
        if cycles is None:
            yield from _against_custom(post, timed)
        elif cycles:
            words = _words(cycles)
            clause = Text(f"考核方案对这个岗位是{words.zh}考核", f"the scheme appraises this post {words.en}")
            yield from (_hit(kpi, clause) for kpi in timed if cycle_of(kpi) not in cycles)


def _against_custom(post: Placed[Post], timed: Sequence[Carried]) -> Iterator[Hit]:
    cycles = {cycle_of(kpi) for kpi in timed}
    if post.value.level in _FIRST_LINE and len(timed) == len(post.value.kpis) and cycles == {"yearly"}:
        clause = Text("这个岗位没有更短周期的指标，一年才考核一次", "the post has no KPI that is looked at more often")
        yield _hit(timed[0], clause)
    if post.value.level is Level.director:
        clause = Text("总监级的业绩按月或更长的周期才看得出", "at the level of a director results take a month or longer to show")
        yield from (_hit(kpi, clause) for kpi in timed if cycle_of(kpi) in _TOO_OFTEN)


def _hit(kpi: Carried, clause: Text) -> Hit:
    words = _words((kpi.said("cycle"),))
    values = {"post": kpi.post.value.name, "kpi": kpi.name, "cycle": words, "clause": clause}
    if kpi.kpi.cycle is not None or kpi.defined is None:
        return Hit(kpi.place / "cycle", values)
    name = quoted(kpi.name)
    written = Text(f"{name}在这里写明{words.zh}考核", f"{name} is defined as appraised {words.en}")
    return Hit(kpi.named_at, values, (Mention(kpi.defined.place / "cycle", written),))


def _words(cycles: Sequence[str]) -> Text:
    """`每月、每季度` and `monthly, quarterly`; a duration stays as it is in English."""
    return Text("、".join(map(cadence_label, cycles)), ", ".join(c if c in CADENCES else f"every {c}" for c in cycles))


RULE = Rule(
    code="KPI010",
    name="cycle-misfit",
    severity=WARNING,
    check_workspace=check,
    message=Text(zh="“{post}”的指标“{kpi}”{cycle}考核，{clause}", en="“{kpi}” of “{post}” is appraised {cycle}; {clause}"),
    why=Text(
        zh="指标的周期和岗位的考核周期对不上，到评分那天要么还没有数，要么数早就过期；一线一年考一次，等于平时没有人管。",
        en="When the cycle of a KPI is not that of the post, the figure is not there on the day of scoring, or long out of date.",
    ),
    fix=Text(
        zh="把指标的“考核周期”（cycle）改成岗位考核的周期，可以只在岗位上改；"
        "或者在考核方案（appraisal）里给这个岗位加上这个周期。",
        en="Change the `cycle` of the KPI, on the post alone if need be, or add that cycle for the post to the `appraisal` "
        "scheme.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
appraisal:
  cycles:
    - {cycle: monthly, levels: [staff]}
    - {cycle: 每季度, posts: [销售代表]}
    - {cycle: yearly, levels: [director]}
posts:
  - {id: head, name: 销售总监, level: director, kpis: [{name: 利润, cycle: P1Y}]}
  - id: rep
    name: 销售代表
    level: staff
    kpis: [{name: 销售额, cycle: monthly}, {name: 满意度, cycle: quarterly}, {name: 重大投诉, cycle: on-event}]
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售总监, level: director, kpis: [{name: 利润, cycle: yearly}]}
  - {id: rep, name: 销售代表, level: staff, kpis: [{name: 销售额, cycle: monthly}, {name: 满意度, cycle: yearly}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
appraisal: {cycles: [{cycle: monthly, levels: [staff]}, {cycle: quarterly, levels: [staff]}]}
kpis: [{id: complaints, name: 客户投诉, cycle: weekly}]
post:
  id: rep
  name: 销售代表
  level: staff
  kpis:
    - {name: 销售额, cycle: yearly}
    - {name: 回款率, cycle: monthly}
    - complaints
""",
            finds=(
                "9:26 “销售代表”的指标“销售额”每年考核，考核方案对这个岗位是每月、每季度考核",
                "11:7 “销售代表”的指标“客户投诉”每周考核，考核方案对这个岗位是每月、每季度考核",
            ),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售总监, level: director, kpis: [{name: 拜访量, cycle: weekly}]}
  - {id: rep, name: 销售代表, level: staff, kpis: [{name: 销售额, cycle: yearly}, {name: 满意度, cycle: yearly}]}
""",
            finds=(
                "3:71 “销售总监”的指标“拜访量”每周考核，总监级的业绩按月或更长的周期才看得出",
                "4:67 “销售代表”的指标“销售额”每年考核，这个岗位没有更短周期的指标，一年才考核一次",
            ),
        ),
    ),
)
