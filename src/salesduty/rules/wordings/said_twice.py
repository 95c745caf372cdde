"""WRD012: the same sentence twice in one post."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.duty import Duty, Scope, Work
from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department
from salesduty.workspace.sentences import Sentence


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield each duty of a post whose words and scope an earlier one has, whatever the punctuation.

    Where they share an id, too, that is said already (STR020).
    """
    first: dict[tuple[Place, str, Scope | None, str | None], Sentence] = {}
    for sentence, words in department.sentences.in_words():
        if sentence.post is None:
            continue
        key = (sentence.post.place, words, sentence.work.scope, sentence.work.object)
        earlier = first.setdefault(key, sentence)
        if earlier is not sentence and words and not _same_id(sentence.work, earlier.work):
            said = Mention(earlier.at, Text("第一次写在这里", "the first stands here"))
            text = quoted(sentence.text)
            yield Hit(sentence.at, {"owner": sentence.owner, "text": Text(text, text)}, (said,))


def _same_id(one: Work, other: Work) -> bool:
    """Tell whether both are duties of one id: a duty that was copied whole, of which another rule speaks."""
    return isinstance(one, Duty) and isinstance(other, Duty) and one.id is not None and one.id == other.id


RULE = Rule(
    code="WRD012",
    name="said-twice",
    severity=ERROR,
    check=check,
    message=Text(zh="“{owner}”的职责写了两遍：{text}", en="“{owner}” has a duty twice: {text}"),
    why=Text(
        zh="同一句写两遍，多半是复制时漏改，真正要写的那一条丢了；考核时还会重复计算。",
        en="Mostly one of the two was copied to be changed, and what was meant is missing; appraisal counts it twice.",
    ),
    fix=Text(
        zh="删掉一条，或改成原来要写的内容；范围不同的，写上“范围”（scope）。",
        en="Delete one, or write what was meant; where they differ in scope, write the `scope`.",
    ),
    good=(
        Example(
            """\
post:
  name: 店长
  duties:
    - {text: 每周巡店一次, scope: {region: 城东}}
    - {text: 每周巡店一次, scope: {region: 城西}}
"""
        ),
    ),
    bad=(
        Example(
            """\
post:
  name: 店长
  duties:
    - 每周巡店一次。
    - title: 现场
      duties: [每天检查陈列, 每周巡店一次]
""",
            finds=("6:24 “店长”的职责写了两遍：“每周巡店一次”",),
        ),
    ),
)
