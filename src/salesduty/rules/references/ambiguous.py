"""REF005: a name that may mean more than one party."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.text.visible import one_line
from salesduty.workspace.entities import Department, Party
from salesduty.workspace.references import references


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the references that several parties answer to, other than posts of one department that share a name."""
    meant = {word: department.parties(word) for word in department.words["party"]}
    several = {word: parties for word, parties in meant.items() if len(parties) > 1 and not _said_by_duplicate_name(parties)}
    for reference in references(department) if several else ():
        if reference.kind == "party" and reference.ref in several:
            yield Hit(reference.place, {"ref": reference.ref, "parties": tuple(map(_named, several[reference.ref]))})


def _said_by_duplicate_name(parties: tuple[Party, ...]) -> bool:
    """Tell whether all are posts of one department: STR020 or STR021 says so where they are written, once."""
    return {party.kind for party in parties} == {"post"} and len({_department(party) for party in parties}) == 1


def _department(party: Party) -> str:
    return party.address.rsplit("/", 1)[0]


def _named(party: Party) -> Text:
    name, address = quoted(party.name), one_line(party.address)
    return Text(f"{name}（{address}）", f"{name} ({address})")


_EAST = """\
department: {id: east, name: 华东部, company: 示例商贸有限公司}
post: {id: rep, name: 销售代表}
"""
_WEST = """\
department: {id: west, name: 西南部, company: 示例商贸有限公司}
post: {id: rep, name: 销售代表}
"""

RULE = Rule(
    code="REF005",
    name="ambiguous",
    severity=ERROR,
    check=check,
    message=Text(zh="“{ref}”可能指{parties}，分不清是哪一个", en="“{ref}” may mean {parties}"),
    why=Text(
        zh="交接和汇报要落到一个确定的对象；叫同一个名字的有几个时，每个人都可以说不是自己。",
        en="A hand-off needs one receiver. Where several answer to the name, each of them can say that it was another.",
    ),
    fix=Text(
        zh="写成“部门编号/岗位编号”，例如 east/rep；同一个对象登记了两次的，合并成一个。",
        en="Write `department/post`, as in east/rep; if one party is listed twice, merge the two.",
    ),
    good=(
        Example(
            {
                "east/roles.yaml": _EAST,
                "west/roles.yaml": _WEST,
                "service/roles.yaml": """\
department: {id: service, name: 客服部, company: 示例商贸有限公司}
post: {id: agent, name: 客服专员, duties: [{text: 当天回复客户咨询, to: east/rep}]}
""",
            }
        ),
    ),
    bad=(
        Example(
            {
                "east/roles.yaml": _EAST,
                "west/roles.yaml": _WEST,
                "service/roles.yaml": """\
department: {id: service, name: 客服部, company: 示例商贸有限公司}
post: {id: agent, name: 客服专员, duties: [{text: 当天回复客户咨询, to: 销售代表}]}
""",
            },
            finds=("service/roles.yaml:2:61 “销售代表”可能指“销售代表”（east/rep）、“销售代表”（west/rep），分不清是哪一个",),
        ),
        Example(
            """\
department:
  id: sales
  name: 销售部
  outside: [{name: 财务部, aliases: [财务]}, {name: 财务共享中心, aliases: [财务]}]
post:
  name: 销售代表
  duties: [{text: 每月 5 日前核对货款, to: 财务}]
""",
            finds=(
                "7:36 “财务”可能指“财务部”（sales/outside/财务部）、“财务共享中心”（sales/outside/财务共享中心），分不清是哪一个",
            ),
        ),
    ),
)
