"""ACC008: a post that decides nearly everything."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.post import Post
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.accountability.steps import Stage, said, stages
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Party, Placed

_MOST_MENTIONS = 5
_TOO = Text("{step}也由它决定", "it decides {step} too")


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the post that decides more than `settings.most_decided` of the steps, where another post leads people as well.

    Who is the only one to lead has nobody to pass decisions on to.
    """
    by_post: dict[str, list[Stage]] = {}
    several = [each for each in stages(department) if each.step.accountable is not None]
    for each in several:
        if (decider := department.accountable(each.step)) is not None:
            by_post.setdefault(decider.address, []).append(each)
    if len(several) < settings.fewest_decisions:
        return
    for post in department.active_posts:
        decided = by_post.get(post.address, [])
        others = _who_lead(post, department)
        if len(decided) > settings.most_decided * len(several) and others:
            yield _hit(post, decided, len(several), others)


def _who_lead(post: Placed[Post], department: Department) -> tuple[Party, ...]:
    """The other posts below `post` that lead somebody, or are there to lead by their level."""
    led = (
        other
        for other in department.reports.get(post.address, ())
        if department.reports.get(other.address) or (other.value.level is not None and other.value.level.rank > 0)
    )
    return tuple(Party("post", other.value.name, other.address, post=other) for other in led)


def _hit(post: Placed[Post], decided: list[Stage], total: int, others: tuple[Party, ...]) -> Hit:
    mentions = tuple(
        Mention(each.place / "accountable", _TOO.filled({"step": quoted(each.step.name)})) for each in decided[:_MOST_MENTIONS]
    )
    values = {"post": quoted(post.value.name), "decided": len(decided), "total": total, "others": said(others)}
    return Hit(post / "name", values, mentions, consequence=3)


RULE = Rule(
    code="ACC008",
    name="one-decides-too-much",
    severity=WARNING,
    check=check,
    message=Text(
        zh="{total} 个流程环节里有 {decided} 个由{post}一个岗位决定，下面带人的{others}很少能定",
        en="{post} alone decides {decided} of {total} steps, though {others} below lead people too",
    ),
    why=Text(
        zh="事事等一个人拍板，流程就卡在他那里；他一休假全都停下，也没有人看得住他。",
        en="If everything waits for one person, the work stops when that person is away, and nobody keeps an eye on them.",
    ),
    fix=Text(
        zh="把金额小、次数多的决定交给下一级，写明“范围”（scope）和权限；确实要一个人定的，"
        "在 salesduty.toml 里调高 most_decided。",
        en="Pass small and frequent decisions to the next level with a `scope` and an authority; where one person must decide, "
        "raise `most_decided` in salesduty.toml.",
    ),
    source=Text(
        zh="《企业内部控制应用指引第 1 号——组织架构》第六条：明确各机构的职责权限，避免职能交叉、缺失或权责过于集中。",
        en="Guideline No. 1 on Enterprise Internal Control (China), organisational structure, article 6: avoid overlapping or "
        "missing functions and too much power in one place.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: lead, name: 销售主管, level: supervisor, reports_to: head}
process:
  name: 签约
  steps:
    - {name: 报价, accountable: head}
    - {name: 审批, accountable: head}
    - {name: 签字, accountable: lead}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: lead, name: 销售主管, level: supervisor, reports_to: head}
process:
  name: 签约
  steps:
    - {name: 筛选, accountable: head}
    - {name: 拜访, accountable: head}
    - {name: 方案, accountable: head}
    - {name: 报价, accountable: head}
    - {name: 谈判, accountable: head}
    - {name: 起草, accountable: head}
    - {name: 审批, accountable: head}
    - {name: 签字, accountable: head}
    - {name: 归档, accountable: lead}
    - {name: 交付, accountable: lead}
""",
            finds=("3:22 10 个流程环节里有 8 个由“销售经理”一个岗位决定，下面带人的“销售主管”很少能定",),
        ),
    ),
)
