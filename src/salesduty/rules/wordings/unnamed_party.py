"""WRD007: somebody who is not named: 有关部门, 相关人员."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.rules.wordings.detail import names_parties
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department

_UNNAMED = re.compile(
    "(?:有关|相关)各?(?:职能|业务|主管)?(?:部门|人员|单位|领导|方面|负责人|责任人|科室|岗位|方(?!案|法|式|向|面)|机构)(?!之间)"
)
_NAMED_BEFORE = re.compile("等(?:各|所有)?$")


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the sentences with a party that is not named, unless others stand beside it by name or in a field."""
    for sentence in department.sentences.holding(_UNNAMED):
        if names_parties(sentence.work):
            continue
        found = [match for match in _UNNAMED.finditer(sentence.normal) if not _is_named(sentence.normal, match)]
        if found:
            yield Hit(sentence.at, {"owner": sentence.owner, "words": tuple(f"“{word}”" for word in {m[0]: 0 for m in found})})


def _is_named(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 1] == "(" or _NAMED_BEFORE.search(text[: match.start()][-3:]) is not None


RULE = Rule(
    code="WRD007",
    name="unnamed-party",
    severity=INFO,
    check=check,
    message=Text(
        zh="“{owner}”的这项职责提到{words}，没有说是谁", en="this duty of “{owner}” speaks of {words} and does not say who"
    ),
    why=Text(
        zh="“有关部门”等于没有部门：该找谁、谁该接，都要现问；交接也就断在这里。",
        en="“The department concerned” is nobody in particular: whom to turn to has to be asked, and hand-overs end there.",
    ),
    fix=Text(
        zh="写出部门或岗位的名称，或者填“接收方”（to）、“来自”（from）。",
        en="Name the department or post, or write `to` or `from`.",
    ),
    measured=Measured(hits=4, right=4),
    good=(
        Example(
            "post:\n  name: 质检员\n  duties: [不合格品当天转生产部, 通知采购、仓库等相关部门, 通知相关人员（班长、库管）]\n"
        ),
    ),
    bad=(
        Example(
            "post:\n  name: 质检员\n  duties:\n    - 发现不合格品当天通知有关部门和相关人员\n",
            finds=("4:7 “质检员”的这项职责提到“有关部门”、“相关人员”，没有说是谁",),
        ),
    ),
)
