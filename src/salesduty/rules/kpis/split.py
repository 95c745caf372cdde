"""KPI015: the parts of a shared KPI do not make a whole."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import Status
from salesduty.model.kpi import Share
from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.kpis.hundred import off_hundred, scaled
from salesduty.rules.left_out import omitted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the splits of KPI definitions and of posts' KPIs that do not add up to 100."""
    spoilt = omitted((department,))
    for place, name, split in _splits(department):
        shares = [share.share for share in split]
        off = off_hundred(shares) if shares and not spoilt.lacks(place / "split") else None
        if off is not None:
            places = [place / "split" / index / "share" for index in range(len(shares))]
            values = {"kpi": name, "total": f"{sum(shares):g}", "off": off}
            yield Hit((place / "split").key, values, repair=scaled(places, shares))


def _splits(department: Department) -> Iterator[tuple[Place, str, tuple[Share, ...]]]:
    """Every KPI with the place and the name of it, also those on posts that are only proposed."""
    for kpi in department.kpis:
        yield kpi.place, kpi.value.name, kpi.value.split
    for post in department.posts:
        if post.value.status is not Status.retired:
            for index, carried in enumerate(post.value.kpis):
                yield post / "kpis" / index, carried.name or carried.ref or f"#{index + 1}", carried.split


RULE = Rule(
    code="KPI015",
    name="split-not-100",
    severity=ERROR,
    check=check,
    message=Text(zh="指标“{kpi}”的分担比例合计 {total}%，{off}", en="the shares of the KPI “{kpi}” add up to {total}%, {off}"),
    why=Text(
        zh="分担比例不是 100%，就有一部分指标没有人承担，或者同一部分被考核两次。",
        en="Unless the shares make 100%, part of the KPI is nobody's or is counted twice.",
    ),
    fix=Text(
        zh="调整“分担”（split）里各岗位的比例，使合计等于 100；60% 写成 60 或 60%，不写 0.6。",
        en="Change the shares of the `split` so that they add up to 100; 60% is written 60 or 60%, not 0.6.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis: [{id: overdue, name: 逾期占比, level: shared, split: {rep: 60, clerk: 40%}}]
posts:
  - {id: rep, name: 销售代表, kpis: [overdue]}
  - {id: clerk, name: 销售内勤, kpis: [overdue]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
kpis:
  - id: overdue
    name: 逾期占比
    split: {rep: 60, clerk: 30}
posts:
  - {id: rep, name: 销售代表, kpis: [overdue, {name: 投诉, split: [{post: rep, share: 0.7}, {post: clerk, share: 0.3}]}]}
  - {id: clerk, name: 销售内勤, kpis: [overdue]}
""",
            finds=(
                "5:5 指标“逾期占比”的分担比例合计 90%，少 10",
                "7:54 指标“投诉”的分担比例合计 1%，像是小数，把 70% 写成了 0.7",
            ),
        ),
    ),
)
