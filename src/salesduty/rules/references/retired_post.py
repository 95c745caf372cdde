"""REF008: a post that no longer exists is still named."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.choices import Status
from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Party
from salesduty.workspace.references import references


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the places that name a retired post and nobody else; what retired posts themselves name is past."""
    gone = {word: party for word in department.words["party"] if (party := _retired(department, word)) is not None}
    if not gone:
        return
    past = {post.place for post in department.posts if post.value.status is Status.retired}
    for reference in references(department):
        within = any(reference.file == place.file and reference.path[: len(place.path)] == place.path for place in past)
        party = gone.get(reference.ref) if reference.kind == "party" and not within else None
        if party is not None and party.post is not None:
            name = quoted(party.name)
            mention = Mention(party.post / "status", Text(f"{name}已撤销", f"{name} is retired"))
            yield Hit(reference.place, {"ref": reference.ref}, (mention,))


def _retired(department: Department, ref: str) -> Party | None:
    """Whom `ref` means, if that is one retired post."""
    parties = department.parties(ref)
    one = parties[0] if len(parties) == 1 else None
    return one if one is not None and one.post is not None and one.post.value.status is Status.retired else None


RULE = Rule(
    code="REF008",
    name="retired-post-named",
    severity=WARNING,
    check=check,
    message=Text(zh="“{ref}”已经撤销，这里还写着它", en="“{ref}” is retired and is still named here"),
    why=Text(
        zh="岗位撤了，交给它的事却没有改派：单子会送到一个没有人的岗位上，下级也不知道该听谁的。",
        en="The post is gone and its part was given to nobody: papers go to an empty desk, and those below have nobody to ask.",
    ),
    fix=Text(
        zh="换成接手的岗位；还没有人接手的，先定下来。岗位其实还在的，去掉它的“岗位状态”（status）。",
        en="Name the post that has taken over; where none has, decide. If the post still exists, take its `status` out.",
    ),
    good=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: old, name: 渠道主管, status: retired, when: 2026 年 6 月并入销售主管, reports_to: head, deputy: older}
  - {id: older, name: 渠道助理, status: retired, reports_to: old}
  - {id: rep, name: 销售代表, reports_to: head}
"""
        ),
    ),
    bad=(
        Example(
            """\
department: {id: sales, name: 销售部}
posts:
  - {id: head, name: 销售经理}
  - {id: old, name: 渠道主管, status: retired}
  - {id: rep, name: 销售代表, reports_to: 渠道主管, duties: [{text: 每周五提交渠道周报, to: [head, old]}]}
process: {name: 报价, steps: [{name: 审核报价, accountable: old}]}
""",
            finds=(
                "5:39 “渠道主管”已经撤销，这里还写着它",
                "5:83 “old”已经撤销，这里还写着它",
                "6:55 “old”已经撤销，这里还写着它",
            ),
        ),
    ),
)
