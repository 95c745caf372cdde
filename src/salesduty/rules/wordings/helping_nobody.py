"""WRD009: 协助 or 参与, and not whom."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.rules.wordings.detail import names_parties
from salesduty.settings.settings import Settings
from salesduty.text.parties import HELP, helps_nobody
from salesduty.workspace.entities import Department

_LEADS = Text("由谁牵头", "who leads")
_WHOM = Text("帮的是谁", "whom it helps")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the duties of posts that help or take part without a word of who leads."""
    for sentence in department.sentences.holding(HELP):
        if sentence.post is None or names_parties(sentence.work):
            continue
        if (word := helps_nobody(sentence.normal)) and not _names_a_party(department, sentence.text):
            yield Hit(
                sentence.at,
                {"owner": sentence.owner, "word": word, "who": _LEADS if word == "参与" else _WHOM},
            )


def _names_a_party(department: Department, text: str) -> bool:
    """Tell whether a post or a party of the department stands in the sentence by its name."""
    return any(name in text for index in department.inside for name in index if len(name) > 1 and not name.isascii())


RULE = Rule(
    code="WRD009",
    name="helping-nobody",
    severity=INFO,
    check=check,
    message=Text(zh="“{owner}”的这项职责写了“{word}”，没有说{who}", en="this duty of “{owner}” says “{word}” and not {who}"),
    why=Text(
        zh="不写协助谁，就没有主办的人：事情没办，协助的说不归自己管，主办的又找不到。",
        en="Without a word of who leads, nobody does: those who help are not answerable, and there is nobody else.",
    ),
    fix=Text(
        zh="写成“协助某岗位做某事”，或者填“来自”（from）、“共担岗位”（shared_with）。",
        en="Say whom it helps, or write `from` or `shared_with`.",
    ),
    measured=Measured(hits=7, right=5),
    good=(Example("post:\n  name: 会计助理\n  duties: [协助总账会计编制月度报表, 参与财务部每月的库存盘点]\n"),),
    bad=(
        Example(
            "post:\n  name: 会计助理\n  duties:\n    - 协助编制月度报表\n    - 参与年终盘点\n",
            finds=(
                "4:7 “会计助理”的这项职责写了“协助”，没有说帮的是谁",
                "5:7 “会计助理”的这项职责写了“参与”，没有说由谁牵头",
            ),
        ),
    ),
)
