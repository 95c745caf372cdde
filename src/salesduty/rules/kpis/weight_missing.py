"""KPI002: KPIs of a post without a weight."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import Status
from salesduty.model.kpi import PostKpi
from salesduty.model.post import Post
from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.left_out import Omitted, omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Placed


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the posts with two or more KPIs of which some, or all, have no weight."""
    spoilt = omitted((department,))
    for post in department.posts:
        if len(post.value.kpis) > 1 and post.value.status is not Status.retired:
            without = tuple(_without_weight(post, spoilt))
            if without:
                yield _hit(department, post, without)


def _without_weight(post: Placed[Post], spoilt: Omitted) -> Iterator[int]:
    for index, kpi in enumerate(post.value.kpis):
        if kpi.weight is None and not spoilt.explains(post / "kpis" / index / "weight"):
            yield index


def _hit(department: Department, post: Placed[Post], without: tuple[int, ...]) -> Hit:
    names = tuple(_name(department, post.value.kpis[index], index) for index in without)
    values = {"post": post.value.name, "kpis": names}
    if len(without) == len(post.value.kpis):
        return Hit((post / "kpis").key, values)
    mentions = tuple(
        Mention(_named_at(post, index), Text(f"{quoted(name)}也没有权重", f"{quoted(name)} has no weight either"))
        for index, name in zip(without[1:], names[1:], strict=True)
    )
    return Hit(_named_at(post, without[0]), values, mentions)


def _name(department: Department, kpi: PostKpi, index: int) -> str:
    return department.measure(kpi).name or kpi.ref or kpi.id or f"#{index + 1}"


def _named_at(post: Placed[Post], index: int) -> Place:
    return post / "kpis" / index / ("name" if post.value.kpis[index].name else "ref")


RULE = Rule(
    code="KPI002",
    name="weight-missing",
    severity=ERROR,
    check=check,
    message=Text(zh="“{post}”的指标没有写权重：{kpis}", en="no weight is given for KPIs of “{post}”: {kpis}"),
    why=Text(
        zh="没有权重的指标不知道占多少分，考核表算不出总分，考核人只能凭印象给。",
        en="Without a weight a KPI counts for nobody knows how much, and the scorecard has no total.",
    ),
    fix=Text(
        zh="给每个指标写“权重”（weight），合计 100；只作观察、不计分的指标写 0。",
        en="Give each KPI a `weight` so that they add up to 100; one that is only watched has the weight 0.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, kpis: [{name: 销售额, weight: 100}, {name: 拜访量, weight: 0}]}
  - {id: clerk, name: 销售内勤, kpis: [{name: 单据差错率}]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post: {id: rep, name: 销售代表, kpis: [{name: 销售额, weight: 60}, {name: 回款率, weight: 四十}]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: collection, name: 回款率}]
post:
  name: 销售代表
  kpis:
    - {name: 销售额, weight: 60}
    - {name: 新客户数, 权重: 40}
    - collection
    - name: 客户投诉
""",
            finds=("8:7 “销售代表”的指标没有写权重：回款率、客户投诉",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
post:
  name: 销售代表
  kpis: [{name: 销售额}, {name: 回款率}]
""",
            finds=("4:3 “销售代表”的指标没有写权重：销售额、回款率",),
        ),
    ),
)
