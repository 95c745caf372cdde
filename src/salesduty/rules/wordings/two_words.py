"""WRD010: several words for one thing: 回款, 货款 and 应收账款 side by side, or a word that the glossary replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesduty.results.finding import INFO, WARNING
from salesduty.results.repair import Repair, Substitute
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Measured, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.text.synonyms import GROUPS, SPELLINGS, Word, misspelt, replaced, used
from salesduty.workspace.entities import Department
from salesduty.workspace.sentences import Sentence

_WRITE = Text("“{word}”在这里应当写成“{instead}”", "“{word}” is to be written “{instead}”")
_BESIDE = Text("{words}并用，是不是一回事", "{words} stand side by side; are they one thing")
_REPLACE = Text("换成{words}", "write {words}")


def check(department: Department, settings: Settings) -> Iterator[Hit]:
    """Yield the words that the glossary replaces, unusual spellings, and each group of words that the department mixes.

    A group that shares a word with the glossary is left to the glossary.
    """
    glossary = {word: tuple(others) for word, others in settings.glossary.items()}
    settled = {word for wanted, others in glossary.items() for word in (wanted, *others)}
    for sentence in department.sentences.naming(settled) if glossary else ():
        if found := replaced(sentence.text, glossary):
            yield _written(sentence, found, safe=False)
    for sentence in department.sentences.naming(SPELLINGS):
        if found := [word for word in misspelt(sentence.text) if word.word not in settled]:
            yield _written(sentence, found, safe=True)
    for group in GROUPS:
        if settled.isdisjoint(group):
            yield from _mixed(department, group)


def _written(sentence: Sentence, found: list[Word], *, safe: bool) -> Hit:
    steps = tuple(Substitute(sentence.at, each.start, each.start + len(each.word), each.instead) for each in found)
    words = tuple(dict.fromkeys(f"“{each.instead}”" for each in found))
    what = _WRITE.filled({"word": found[0].word, "instead": found[0].instead})
    return Hit(
        sentence.at,
        {"owner": sentence.owner, "what": what, "word": found[0].word},
        severity=INFO if safe else WARNING,
        repair=Repair(_REPLACE.filled({"words": words}), steps, safe=safe),
    )


def _mixed(department: Department, group: tuple[str, ...]) -> Iterator[Hit]:
    """One hit for the group, at the first sentence with another word than the usual one."""
    first: dict[str, Sentence] = {}
    counted: dict[str, int] = {}
    for sentence in department.sentences.naming(group, fewest=2):
        for word, count in used(sentence.text, group).items():
            first.setdefault(word, sentence)
            counted[word] = counted.get(word, 0) + count
    if len(counted) > 1:
        usual = max(counted, key=lambda word: (counted[word], -group.index(word)))
        other = next(word for word in first if word != usual)
        yield _hit(first, usual, other, counted)


def _hit(first: Mapping[str, Sentence], usual: str, other: str, counted: Mapping[str, int]) -> Hit:
    words = tuple(f"“{word}”" for word in sorted(counted, key=lambda word: (-counted[word], word)))
    related = tuple(
        Mention(sentence.at, Text(f"“{word}”：{quoted(sentence.text)}", f"“{word}”: {quoted(sentence.text)}"))
        for word, sentence in first.items()
        if word != other
    )
    values = {"owner": first[other].owner, "what": _BESIDE.filled({"words": words}), "usual": usual, "word": other}
    return Hit(first[other].at, values, related)


RULE = Rule(
    code="WRD010",
    name="two-words-for-one-thing",
    severity=INFO,
    check=check,
    message=Text(zh="“{owner}”：{what}", en="“{owner}”: {what}"),
    why=Text(
        zh="同一件事叫几个名字，读的人会以为是几件事：统计对不上，职责也看不出是不是重叠。",
        en="Where one thing has several names, readers take it for several: figures do not match and overlaps are not seen.",
    ),
    fix=Text(
        zh="定一个叫法，全部门统一；在设置的词汇表（glossary）里写上要用的词和不用的词，以后由工具提醒。",
        en="Choose one word and use it everywhere; write it and those that it replaces into the `glossary` of the settings.",
    ),
    source=Text(
        zh="“订单、计划、账本”等推荐词形见《第一批异形词整理表》（GF 1001—2001）。",
        en="Recommended spellings such as “订单”, “计划” and “账本” are of the First List of Variant Word Forms (GF 1001-2001).",
    ),
    measured=Measured(hits=5, right=4),
    good=(Example("post:\n  name: 会计\n  duties: [每月 5 日前与客户对账, 每周催收到期货款, 收到定单价格变更单后当天更新]\n"),),
    bad=(
        Example(
            "post:\n  name: 会计\n  duties:\n    - 每周催收到期货款\n    - 每月统计回款\n    - 每天登记台帐\n",
            finds=(
                "4:7 “会计”：“回款”、“货款”并用，是不是一回事",
                "6:7 “会计”：“台帐”在这里应当写成“台账”",
            ),
        ),
        Example(
            """\
posts:
  - {name: 采购员, duties: [每月评估供应商]}
  - {name: 质检员, duties: [每批抽检供货商来料]}
""",
            finds=("3:26 “质检员”：“供应商”、“供货商”并用，是不是一回事",),
        ),
    ),
)
