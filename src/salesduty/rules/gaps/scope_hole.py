"""GAP018: amounts, regions, products or tiers that fall between the scopes of the posts that divide a duty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesduty.responsibility.bands import in_chinese, in_english
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.holes import AmountHole, NameHole, amount_holes, name_holes
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import listed, quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.says import mention
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings

_MOST_MENTIONS = 8
_DIMENSIONS = {
    "amount": Text("金额", "amount"),
    "region": Text("区域", "region"),
    "product": Text("产品", "product"),
    "tier": Text("客户层级", "tier of customers"),
    "industry": Text("行业", "industry"),
    "channel": Text("渠道", "channel"),
}


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the holes between the amounts of a chain, then those between regions, products and tiers."""
    for hole in amount_holes(found):
        yield _of_amounts(hole, found)
    together: dict[tuple[str, tuple[str, ...]], list[NameHole]] = {}
    for each in name_holes(found):
        together.setdefault((each.dimension, each.missing), []).append(each)
    for several in together.values():
        yield _of_names(several, found)


def _of_amounts(hole: AmountHole, found: Responsibilities) -> Hit:
    amount, sum_of = in_chinese(hole.opening.interval), in_english(hole.opening.interval)
    missing = Text(f"正好 {amount}的", f"exactly {sum_of}") if hole.opening.point else Text(f"{amount}的", sum_of)
    values = {**_values("amount", missing, (hole.facet,), hole.held, found), "amount": amount}
    first, *rest = hole.held
    return Hit(
        first.place,
        values,
        tuple(map(mention, rest)),
        severity=INFO if hole.opening.point else None,
        consequence=weight((hole.facet,)),
    )


def _of_names(holes: list[NameHole], found: Responsibilities) -> Hit:
    first = holes[0]
    facets = tuple(dict.fromkeys(hole.facet for hole in holes))
    missing = listed(first.missing)
    own, *rest = first.held
    said = tuple(Mention(source.place, _speaks(source.text)) for source in first.said)
    mentions = (*map(mention, rest), *said)[:_MOST_MENTIONS]
    return Hit(own.place, _values(first.dimension, missing, facets, first.held, found), mentions, consequence=weight(facets))


def _values(
    dimension: str, missing: object, facets: Iterable[str], held: Iterable[Holding], found: Responsibilities
) -> dict[str, object]:
    return {
        "area": listed(map(found.vocabulary.area_name, facets)),
        "by": _DIMENSIONS[dimension],
        "posts": listed(holding.post.value.name for holding in held),
        "missing": missing,
    }


def _speaks(words: str) -> Text:
    return Text(f"部门里另有：{quoted(words)}", f"elsewhere in the department: {quoted(words)}")


RULE = Rule(
    code="GAP018",
    name="scope-hole",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{area}按{by}分给了{posts}，{missing}没有人负责",
        en="{area} is divided by {by} among {posts}, and nobody has {missing}",
    ),
    why=Text(
        zh="分工写了范围，范围之外的就没有人管：业务正好落在缝里时，谁都可以说不归自己。",
        en="What is divided by scopes is nobody's outside them; whoever is asked can say that it is not theirs.",
    ),
    fix=Text(
        zh="把相邻岗位的“范围”（scope）改到首尾相接，或者指定一个岗位负责缺的那一段；确实不需要的，在职能里说明不含这一部分。",
        en="Let the scopes beside it join, or give the missing part to a post; if it is not needed, say so in the function.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: manager, name: 销售经理, duties: [审批 50 万元以下的销售合同]}
  - {id: director, name: 销售总监, duties: [审批 50 万元以上的销售合同]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: manager, name: 销售经理, duties: [审批 50 万元以下的销售合同]}
  - {id: director, name: 销售总监, duties: [审批 80 万元以上的销售合同], authorities: [50 万元至 80 万元销售合同的审批权]}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: east, name: 华东客户经理, duties: [催收到期货款]}
  - {id: south, name: 华南客户经理, duties: [催收到期货款]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: manager, name: 销售经理, duties: [审批 50 万元以下的销售合同]}
  - {id: director, name: 销售总监, duties: [审批 80 万元以上的销售合同]}
""",
            finds=("3:40 “合同评审与审批·合同审批”按金额分给了“销售经理”、“销售总监”，50 万元至 80 万元的没有人负责",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: manager, name: 销售经理, duties: [{text: 审批销售合同, scope: {amount: "<500000"}}]}
  - {id: director, name: 销售总监, duties: [{text: 审批销售合同, scope: {amount: ">500000"}}]}
""",
            finds=("3:41 “合同评审与审批·合同审批”按金额分给了“销售经理”、“销售总监”，正好 50 万元的没有人负责",),
        ),
        Example(
            """\
department:
  id: sales
  name: 销售部
  functions: [{name: 区域销售, text: 覆盖华东、华南和西南三个大区}]
posts:
  - {id: east, name: 华东客户经理, duties: [催收到期货款]}
  - {id: south, name: 华南客户经理, duties: [催收到期货款]}
""",
            finds=("6:39 “回款·催收”按区域分给了“华东客户经理”、“华南客户经理”，“西南”没有人负责",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - id: pumps
    name: 客户经理
    duties:
      - {text: 拜访客户, scope: {product: 水泵}}
      - {text: 催收到期货款, scope: {product: 水泵}}
  - id: valves
    name: 项目经理
    duties:
      - {text: 拜访客户, scope: {product: 阀门}}
      - {text: 催收到期货款, scope: {product: 阀门}}
  - id: pipes
    name: 渠道专员
    duties:
      - {text: 拜访客户, scope: {product: 管道}}
""",
            finds=("7:10 “回款·催收”按产品分给了“客户经理”、“项目经理”，“管道”没有人负责",),
        ),
    ),
)
