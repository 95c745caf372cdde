"""SOD006: a pair of a team's own that can never be found."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import WARNING
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Workspace


def check(workspace: Workspace, _: Settings) -> Iterator[Hit]:
    """Yield the sides of pairs that say nothing of which work is meant; where both are about one thing, the action will do."""
    for file in workspace.files:
        for index, pair in enumerate(file.document.segregation):
            for key in ("one", "other"):
                if not pair.same and not getattr(pair, key).says_what:
                    yield Hit(Place(file.name, ("segregation", index, key)), {"pair": pair.name, "side": getattr(pair, key).name})


RULE = Rule(
    code="SOD006",
    name="empty-side",
    severity=WARNING,
    check_workspace=check,
    message=Text(
        zh="不相容职务“{pair}”里的“{side}”没有写怎么认出来，这一对永远查不到",
        en="nothing tells how to recognise “{side}” of the pair “{pair}”, so it is never found",
    ),
    why=Text(
        zh="写了要分开的职务，却没有一句职责对得上，大家会以为已经查过了。",
        en="People believe that a pair is watched which no duty can ever meet.",
    ),
    fix=Text(
        zh="至少写一项：职责领域（areas）、动词组（verbs）、对象（objects）或词（words）。",
        en="Write at least one of `areas`, `verbs`, `objects` and `words`.",
    ),
    good=(
        Example(
            """\
segregation:
  - id: sample-keys
    name: 样品的保管与领用审批
    one: {name: 管样品, words: 保管样品}
    other: {name: 批领用, areas: [M18.sample], actions: [decide]}
    reason: 样品的去向只有一个人知道
"""
        ),
    ),
    bad=(
        Example(
            """\
segregation:
  - id: sample-keys
    name: 样品的保管与领用审批
    one: {name: 管样品, words: 保管样品}
    other: {name: 批领用, actions: [decide]}
    reason: 样品的去向只有一个人知道
""",
            finds=("5:5 不相容职务“样品的保管与领用审批”里的“批领用”没有写怎么认出来，这一对永远查不到",),
        ),
    ),
)
