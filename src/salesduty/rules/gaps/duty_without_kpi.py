"""GAP013: a duty of weight that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.post import Post
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.house import Demand, binding
from salesduty.responsibility.measures import Measured, Measures, resembles, unmeasured
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING, Severity
from salesduty.results.wording import Text
from salesduty.rules.gaps.declared import all_read, house_rules, ruled
from salesduty.rules.gaps.written import usual
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings
from salesduty.workspace.placed import Placed

_HEAVY = frozenset(("C01", "C06", "C07", "C08", "C09", "C10", "C11", "C12", "C13", "C14", "C16", "C17", "M03"))
_SURE, _VERY_SURE = 0.7, 0.8
"""How sure an area must be before a measure is asked for, and before it is where nobody demands one."""
_FEW, _MOST_MENTIONS = 3, 8
_NO_KPI = Text("{post}没有考核指标", "{post} has no KPI")
_ONE = Text("{post}的职责{text}没有指标衡量", "no KPI measures the duty {text} of {post}")
_SEVERAL = Text("{post}有 {count} 项职责没有指标衡量：{texts}", "no KPI measures {count} duties of {post}: {texts}")
_THESE, _AMONG = Text("{texts}", "{texts}"), Text("{texts}等", "{texts} and more")
_NONE_FITS = Text("{post}的指标都不衡量它的主要职责{text}", "none of the KPIs of {post} measures its main duty {text}")
_EVERYWHERE = Text("{what}；另有 {count} 个岗位也是这样", "{what}; the same holds for {count} more posts")
_MANY = Text(
    "有 {count} 个岗位的重要职责没有指标衡量，如{post}的{text}",
    "no KPI measures weighty duties of {count} posts, such as {text} of {post}",
)
_ALSO = Text("{post}：{text}", "{post}: {text}")


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the posts whose duties a house rule wants measured, those whose KPIs miss the main duty, and the rest as one."""
    rules = house_rules(found)
    posts = found.department.active_posts
    if not all_read(found) or not (any(demand.kind == "kpi" for demand in rules) or any(post.value.kpis for post in posts)):
        return
    measures, spoilt = Measures(found), omitted((found.department,))
    customary = usual(sum(bool(post.value.kpis) for post in posts), len(posts))
    rest: list[Holding] = []
    ruled_hits: list[Hit] = []
    for post in posts:
        if spoilt.explains(post / "kpis"):
            continue
        own, kpis = measures.by_post.get(post.address, ()), measures.carried(post)
        demand = binding(rules, "kpi", post)
        if demand is not None:
            ruled_hits.extend(_ruled(post, own, kpis, demand, measures))
        elif customary and kpis:
            missed = _missed(own, kpis, measures)
            if missed is not None:
                yield _hit(_NONE_FITS, missed, 1, (), WARNING)
            else:
                rest.extend(_left(own, kpis, measures)[:1])
    yield from _grouped(ruled_hits, len(posts))
    yield from _together(rest)


def _ruled(
    post: Placed[Post], own: Sequence[Holding], kpis: Sequence[Measured], demand: Demand, measures: Measures
) -> Iterator[Hit]:
    """What a house rule about measures finds missing on a post that it binds."""
    if not demand.each:
        if not kpis and own:
            what = _NO_KPI.filled({"post": quoted(post.value.name)})
            yield Hit(post / "name", {"what": what}, (ruled(demand),), severity=WARNING, consequence=4)
        return
    asked = [holding for holding in own if not demand.key or heavy(holding)]
    left = unmeasured(asked, kpis, measures)
    if left:
        named = (_AMONG if len(left) > _FEW else _THESE).filled({"texts": tuple(quoted(each.text) for each in left[:_FEW])})
        others = tuple(Mention(each.place, Text(quoted(each.text), quoted(each.text))) for each in left[1:])
        related = (ruled(demand), *others[:_MOST_MENTIONS])
        yield _hit(_ONE if len(left) == 1 else _SEVERAL, left[0], len(left), related, WARNING, named)


def _grouped(hits: Sequence[Hit], among: int) -> Iterator[Hit]:
    """Where more than three posts and more than half of them break a rule, nobody keeps it: one finding."""
    if len(hits) <= _FEW or 2 * len(hits) <= among:
        yield from hits
        return
    first, *rest = hits
    what = _EVERYWHERE.filled({"what": first.values["what"], "count": len(rest)})
    others = tuple(Mention(each.at, _said(each)) for each in rest[:_MOST_MENTIONS])
    yield Hit(first.at, {"what": what}, (*first.related[:1], *others), severity=WARNING, consequence=first.consequence)


def _said(hit: Hit) -> Text:
    what = hit.values["what"]
    return what if isinstance(what, Text) else Text(str(what), str(what))


def heavy(holding: Holding, sure: float = _SURE) -> bool:
    """Tell whether a duty is one of money, of customers, or with a limit of its own, as surely as `sure`."""
    main = holding.reading.main
    return bool(holding.duty.authority) or any(claim.node in _HEAVY and claim.certainty >= sure for claim in main)


def _missed(own: Sequence[Holding], kpis: Sequence[Measured], measures: Measures) -> Holding | None:
    """The main duty of a post, where no KPI fits any of its duties of weight and none is general."""
    weighty = [holding for holding in own if heavy(holding)]
    if not weighty or any(kpi.general for kpi in kpis) or any(holding.duty.kpis for holding in weighty):
        return None
    if any(measures.fit(kpi, each) or resembles(kpi, each.text) for kpi in kpis for each in weighty):
        return None
    return weighty[0] if all(kpi.known for kpi in kpis) else None


def _left(own: Sequence[Holding], kpis: Sequence[Measured], measures: Measures) -> Sequence[Holding]:
    if any(kpi.general for kpi in kpis):
        return ()
    return unmeasured([each for each in own if heavy(each, _VERY_SURE)], kpis, measures)


def _together(rest: Sequence[Holding]) -> Iterator[Hit]:
    """The weighty duties that nothing measures where no rule demands it: one finding, for information."""
    if len(rest) == 1:
        yield _hit(_ONE, rest[0], 1, (), INFO)
    elif rest:
        others = tuple(
            Mention(each.place, _ALSO.filled({"post": quoted(each.post.value.name), "text": quoted(each.text)}))
            for each in rest[1:]
        )
        yield _hit(_MANY, rest[0], len(rest), others[:_MOST_MENTIONS], INFO)


def _hit(
    words: Text, holding: Holding, count: int, related: tuple[Mention, ...], severity: Severity, texts: Text | str = ""
) -> Hit:
    what = words.filled({"post": quoted(holding.post.value.name), "text": quoted(holding.text), "count": count, "texts": texts})
    facets = [claim.facet for claim in holding.reading.main]
    return Hit(holding.place, {"what": what}, related, severity=severity, consequence=weight(facets))


RULE = Rule(
    code="GAP013",
    name="duty-without-kpi",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="管钱、管客户的事没有指标，做得好坏没有人看得见，考核也落不到最要紧的事上。",
        en="Where money and customers are at stake and nothing is measured, nobody sees how well it is done.",
    ),
    fix=Text(
        zh="给岗位加一个衡量这件事的指标；已有指标在衡量的，在职责上写“衡量指标”（kpis），或给指标写上“驱动领域”（drivers）。",
        en="Give the post a KPI for it. If one measures it already, name it as `kpis` of the duty, or write the KPI's `drivers`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部, rules: [每项职责都要挂一个考核指标]}
posts:
  - id: rep
    name: 销售代表
    duties: [每周催收到期货款, {text: 给客户报价, kpis: [speed]}]
    kpis: [{name: 回款率}, {id: speed, name: 时限达成率}]
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部, rules: [销售内勤的每一条职责都要有指标]}
posts:
  - {id: rep, name: 销售代表, duties: [每周拜访五家客户]}
  - {id: clerk, name: 销售内勤, duties: [办理客户退换货, 每月与客户对账], kpis: [{name: 对账差异率}]}
""",
            finds=("4:38 “销售内勤”的职责“办理客户退换货”没有指标衡量",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [每周催收到期货款], kpis: [{name: 展厅卫生检查得分}]}
  - {id: lead, name: 销售主管, duties: [编制报价单], kpis: [{name: 报价及时率}]}
""",
            finds=("3:36 “销售代表”的指标都不衡量它的主要职责“每周催收到期货款”",),
        ),
    ),
)
