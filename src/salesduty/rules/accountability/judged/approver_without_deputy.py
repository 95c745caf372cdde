"""ACC056: a post that approves and has nobody who does so when it is away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salesduty.model.post import Post
from salesduty.responsibility.holdings import Holding
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.finding import INFO, WARNING
from salesduty.results.wording import Text
from salesduty.rules.accountability.judged.powers import approving
from salesduty.rules.gaps.deputy_missing import told as without_deputy
from salesduty.rules.gaps.written import usual
from salesduty.rules.left_out import omitted
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.rules.says import says
from salesduty.settings.settings import Settings
from salesduty.text.normal import normal
from salesduty.workspace.placed import Placed

_STANDS_IN = re.compile(
    "代审|代批|代签|代为审批|代为签|代理人|休假时|休假由|请假时|请假由|不在时|不在岗|出差时|出差由|授权[^,;。]{0,12}代"
)
_MOST_MENTIONS = 8


def judge(found: Responsibilities, _: Settings) -> Iterator[Hit]:
    """Yield the posts of one person that approve and write neither a deputy nor who stands in.

    Each is a warning where most posts have a deputy, one note about all where nobody writes deputies. A post that another
    rule asks for its deputy already is left out.
    """
    posts, spoilt = found.department.active_posts, omitted((found.department,))
    first: dict[str, Holding] = {}
    for approval in approving(found):
        first.setdefault(approval.holding.post.address, approval.holding)
    standing_in = _standing_in(found) if first else ()
    asked = [
        post
        for post in posts
        if post.address in first
        and post.value.deputy is None
        and (post.value.headcount is None or post.value.headcount < 2)
        and not spoilt.explains(post / "deputy")
        and not _says_who(post, standing_in)
    ]
    if asked:
        told = without_deputy(found)
        open_ = [first[post.address] for post in asked if post.address not in told]
        if usual(sum(post.value.deputy is not None for post in posts), len(posts)):
            yield from (_hit([holding]) for holding in open_)
        elif open_:
            yield _hit(open_, unusual=True)


def _standing_in(found: Responsibilities) -> tuple[tuple[str, str], ...]:
    """The sentences of duties and authorities that say who stands in for somebody, each with the address of its post."""
    said = [(holding.post.address, holding.text) for holding in found.holdings]
    said += [(post.address, authority.text) for post in found.department.active_posts for authority in post.value.authorities]
    return tuple((address, text) for address, text in said if _STANDS_IN.search(normal(text)))


def _says_who(post: Placed[Post], standing_in: Sequence[tuple[str, str]]) -> bool:
    """Whether such a sentence is the post's own, or names it."""
    calls = (post.value.name, *post.value.aliases)
    return any(address == post.address or any(name in text for name in calls) for address, text in standing_in)


def _hit(several: Sequence[Holding], *, unusual: bool = False) -> Hit:
    holding, *rest = several
    mentions = tuple(Mention(each.post / "name", says(each.post.value.name, each.text)) for each in rest[:_MOST_MENTIONS])
    values = {"post": quoted(holding.post.value.name), "text": quoted(holding.text)}
    return Hit(holding.post / "name", values, mentions, INFO if unusual else None, consequence=4)


RULE = Rule(
    code="ACC056",
    name="approver-without-deputy",
    severity=WARNING,
    judge=judge,
    message=Text(
        zh="{post}要审批（{text}），没有写备岗，它不在时没有人能批",
        en="{post} approves ({text}) and has no deputy: nobody can approve while it is away",
    ),
    why=Text(
        zh="批的人一出差一请假，合同、报价、付款都压着；等不及的就会有人替他签。",
        en="When that person is away, contracts, quotations and payments lie about, and in the end somebody else signs.",
    ),
    fix=Text(
        zh="写上“备岗”（deputy），并在权限里写明代批到多少；不放心交给别的岗位的，写明由上级代批。",
        en="Write a `deputy`, and how far it may approve instead; where no other post should, say that the superior approves.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, duties: [审批合同], deputy: lead}
  - {id: lead, name: 销售主管, headcount: 2, duties: [审批报价单], reports_to: head}
  - {id: rep, name: 销售代表, duties: [给客户报价], deputy: rep, headcount: 5, reports_to: lead}
"""
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, duties: [审批合同], authorities: [合同的批准权；休假时由总经理代批]}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理, duties: [审批合同]}
  - {id: lead, name: 销售主管, duties: [检查拜访记录], deputy: rep}
  - {id: rep, name: 销售代表, duties: [给客户报价], deputy: lead}
""",
            finds=("3:22 “销售经理”要审批（“审批合同”），没有写备岗，它不在时没有人能批",),
        ),
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售总监, duties: [审批合同]}
  - {id: lead, name: 销售经理, duties: [审批报价单]}
""",
            finds=("3:22 “销售总监”要审批（“审批合同”），没有写备岗，它不在时没有人能批",),
        ),
    ),
)
