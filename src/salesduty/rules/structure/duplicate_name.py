"""STR021: two things of one kind that share a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_POSTS, _KPIS, _PROCESSES, _FUNCTIONS = (
    Text("岗位", "posts"),
    Text("指标", "KPIs"),
    Text("流程", "processes"),
    Text("职能", "functions"),
)


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the posts, KPIs, processes and functions whose name, or alias, means an earlier one too."""
    functions = enumerate(department.spec.functions)
    yield from _repeated(_POSTS, _names_of_posts(department))
    yield from _repeated(_KPIS, ((kpi.value.name, kpi.place, kpi / "name") for kpi in department.kpis))
    yield from _repeated(_PROCESSES, ((process.value.name, process.place, process / "name") for process in department.processes))
    places = ((function.name, department.place / "functions" / index) for index, function in functions)
    yield from _repeated(_FUNCTIONS, ((name, place, place / "name") for name, place in places))


def _names_of_posts(department: Department) -> Iterator[tuple[str, Place, Place]]:
    """Each name and alias, the post that it means, and where it is written."""
    for post in department.posts:
        yield post.value.name, post.place, post / "name"
        for index, alias in enumerate(post.value.aliases):
            yield alias, post.place, post / "aliases" / index


def _repeated(things: Text, names: Iterable[tuple[str, Place, Place]]) -> Iterator[Hit]:
    first: dict[str, tuple[Place, Place]] = {}
    for name, owner, at in names:
        earlier, written = first.setdefault(name, (owner, at))
        if earlier != owner:
            mention = Mention(written, Text("这个名称先用在这里", "the name is first used here"))
            yield Hit(at, {"things": things, "name": name}, (mention,))


RULE = Rule(
    code="STR021",
    name="duplicate-name",
    severity=ERROR,
    check=check,
    message=Text(
        zh="有两个{things}都叫“{name}”，分不清指的是哪一个",
        en="two {things} are called “{name}”, and nobody can tell which is meant",
    ),
    why=Text(
        zh="上级、交接对象和指标多半按名称引用；两个同名，责任就落不到人，签字的文件上也分不出是谁的。",
        en="Superiors, receivers and KPIs are mostly referred to by name. Where two share it, nobody is responsible.",
    ),
    fix=Text(
        zh="在名称里写明区别，例如“大客户销售主管”“渠道销售主管”；如果其实是同一个，合并成一处。",
        en="Tell them apart by name, such as “key account supervisor” and “channel supervisor”, or merge them if they are one.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {name: 大客户销售主管, aliases: [大客户主管]}
  - {name: 渠道销售主管, aliases: [渠道主管, 渠道销售主管]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: key-accounts, name: 销售主管}
  - {id: channel, name: 销售主管}
  - {id: market, name: 市场专员, aliases: [企划, 销售主管]}
""",
            finds=(
                "4:25 有两个岗位都叫“销售主管”，分不清指的是哪一个",
                "5:44 有两个岗位都叫“销售主管”，分不清指的是哪一个",
            ),
        ),
        Example(
            """\
department: {id: sales, name: 销售部, functions: [市场开拓, 市场开拓]}
kpis:
  - {id: revenue, name: 销售额}
  - {id: revenue-yearly, name: 销售额}
processes:
  - {id: complaint, name: 客户投诉}
  - {id: complaint-2, name: 客户投诉}
""",
            finds=(
                "1:54 有两个职能都叫“市场开拓”，分不清指的是哪一个",
                "4:32 有两个指标都叫“销售额”，分不清指的是哪一个",
                "7:29 有两个流程都叫“客户投诉”，分不清指的是哪一个",
            ),
        ),
    ),
)
