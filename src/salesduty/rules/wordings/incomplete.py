"""WRD019: a post most of whose duties have no output, time or cadence; told once a post, as a score."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.post import Post
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Measured, Rule
from salesduty.rules.wordings.detail import is_detailed
from salesduty.settings.settings import Settings
from salesduty.text.outputs import names_output
from salesduty.text.times import says_when
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed
from salesduty.workspace.sentences import Sentence

_FEWEST = 3
_ENOUGH = 0.5


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield each post of three duties or more, fewer than half of which say what comes of it or when."""
    by_post: dict[str, tuple[Placed[Post], list[Sentence]]] = {}
    for sentence in department.sentences:
        if sentence.post is not None and not sentence.work.duties:
            by_post.setdefault(sentence.post.address, (sentence.post, []))[1].append(sentence)
    for post, sentences in by_post.values():
        count = len(sentences)
        whole = sum(
            is_detailed(each.work) or bool(each.work.to) or says_when(each.normal) or names_output(each.normal)
            for each in sentences
        )
        if count >= _FEWEST and whole < _ENOUGH * count:
            values = {"owner": post.value.name, "count": _figure(count), "lacking": _figure(count - whole)}
            yield Hit(post / "duties", {**values, "score": _figure(100 * whole // count)})


def _figure(number: int) -> Text:
    """A figure as words, so that it is no part of the fingerprint."""
    return Text(str(number), str(number))


RULE = Rule(
    code="WRD019",
    name="incomplete-duties",
    severity=INFO,
    check=check,
    message=Text(
        zh="“{owner}”的 {count} 项职责里，{lacking} 项看不出产出、时限和频次（完整度 {score}%）",
        en="{lacking} of the {count} duties of “{owner}” say nothing of output, time limit or cadence ({score}% complete)",
    ),
    why=Text(
        zh="大半职责没有产出和时间，这份说明书只能看，不能拿来安排工作和考核。",
        en="A description without outputs and times can be read, but neither planned nor appraised by.",
    ),
    fix=Text(
        zh="先给最要紧的几项补上“产出”（outputs）、“时限”（sla）或“频次”（cadence），写进句子也可以。",
        en="Begin with the duties that matter most: add `outputs`, `sla` or `cadence`, or say so in the sentence.",
    ),
    measured=Measured(hits=24, right=24),
    good=(
        Example(
            """\
post:
  name: 库管
  duties: [每月末盘点库存, {text: 办理入库, outputs: [入库单]}, 维护库位标识]
"""
        ),
    ),
    bad=(
        Example(
            "post:\n  name: 库管\n  duties: [办理入库, 办理出库, 每月末盘点库存]\n",
            finds=("3:3 “库管”的 3 项职责里，2 项看不出产出、时限和频次（完整度 33%）",),
        ),
    ),
)
