"""GAP017: a post that holds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings

_NONE = Text("{post}一项职责也没有", "{post} has no duties at all")
_COMMON = Text(
    "{post}只有人人都有的职责和兜底的职责，没有自己的事",
    "{post} has only duties that everybody has and the catch-all, none of its own",
)


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the active posts that have neither a duty of their own nor a step that names them."""
    busy = {holding.post.address for holding in found.owned} | _in_steps(found)
    spoilt = omitted((found.department,))
    first = {holding.post.address: holding for holding in reversed(found.holdings)}
    for post in found.department.active_posts:
        if post.address in busy or spoilt.explains(post / "duties"):
            continue
        holding = first.get(post.address)
        words = _COMMON if holding is not None else _NONE
        related = (Mention(holding.place, Text(quoted(holding.text), quoted(holding.text))),) if holding is not None else ()
        yield Hit(post / "name", {"what": words.filled({"post": quoted(post.value.name)})}, related, consequence=3)


def _in_steps(found: Responsibilities) -> set[str]:
    """The posts that a step names as the ones who do, decide or review."""
    return {
        held.post.address
        for covered in found.coverage
        if covered.need.step is not None
        for held in covered.held
        if held.post is not None and held.holding is None and held.part in ("do", "decide", "review")
    }


RULE = Rule(
    code="GAP017",
    name="post-without-duty",
    severity=WARNING,
    judge=judge,
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="在岗的岗位不承担任何事，说明职责漏写了，或者这个岗位不该设；两种都要有人拿主意。",
        en="An active post that holds nothing has lost its duties on the way, or is not needed. Somebody must say which.",
    ),
    fix=Text(
        zh="写上它自己的职责；还没有设立的岗位，“岗位状态”（status）写成“拟设”，不再设的写“已撤销”。",
        en="Write its own duties. Give a post that does not exist yet the status `proposed`, one that is gone `retired`.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [给客户报价, 完成上级交办的其他工作]}
  - {id: helper, name: 销售助理, status: proposed}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: rep, name: 销售代表, duties: [给客户报价]}
  - {id: helper, name: 销售助理, duties: []}
  - {id: guest, name: 驻店代表, duties: [遵守公司各项规章制度, 完成上级交办的其他工作]}
""",
            finds=(
                "4:24 “销售助理”一项职责也没有",
                "5:23 “驻店代表”只有人人都有的职责和兜底的职责，没有自己的事",
            ),
        ),
    ),
)
