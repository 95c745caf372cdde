"""What a department makes and what it needs, by the names of papers, so that one can be looked up for the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.rules.gaps.written import Written, written
from salesduty.text.normal import normal

_MARKS = re.compile(r"\([^()]*\)|[^\u4e00-\u9fffA-Z0-9]")
_ALIKE = 0.7
"""How many of its pairs of characters a name must have in common with another one."""
_MOST_SHARED = 200
"""A pair of characters that this many names or sentences have tells nothing about any of them."""
_MOST_WORDS = 0.6
_FEW, _TENTH = 3, 10
"""A word tells something if no more than three sentences have it, or a tenth of all."""
_KINDS = re.compile(r"(?:台账|清单|报告|记录|计划|方案|意见|通知|名单|档案|纪要|小结|总结|结果|[表单书簿函件册卡])+$")

_KEPT = re.compile(r"(?:档案|台账|登记簿|存根)$")
"""What is made to be kept."""


class Deliverables:
    """The outputs, inputs and records of the duties, steps and meetings of one department."""

    def __init__(self, found: Responsibilities) -> None:
        self._found = found

    @cached_property
    def works(self) -> tuple[Written, ...]:
        """Every duty and step."""
        return tuple(written(self._found))

    def needed(self, output: str, sentence: str = "") -> bool:
        """Tell whether `output` is taken up somewhere, or most of its words stand in another sentence than `sentence`."""
        return self.taken(output) or self._sentences.speak_of(output, sentence, _MOST_WORDS)

    def taken(self, output: str) -> bool:
        """Tell whether `output` goes in somewhere or is kept as a record."""
        return _KEPT.search(plain(output)) is not None or self._taken.has(output)

    def made(self, needed: str, sentence: str = "") -> bool:
        """Tell whether `needed` comes out somewhere, is kept as a record, or a word of it stands in another sentence.

        Generous on purpose: people write 交车排期 in one duty and 交车预约表 in the field of another.
        """
        return self._given.has(needed) or self._sentences.speak_of(needed, sentence)

    @cached_property
    def _taken(self) -> Names:
        works = (name for each in self.works for name in (*each.work.inputs, *each.work.records))
        return Names((*works, *(name for each in self._found.department.spec.meetings for name in each.inputs)))

    @cached_property
    def _given(self) -> Names:
        works = (name for each in self.works for name in (*each.work.outputs, *each.work.records))
        return Names((*works, *(name for each in self._found.department.spec.meetings for name in each.outputs)))

    @cached_property
    def _sentences(self) -> Sentences:
        """Whatever is said in the department, in duties, steps, functions, measures and signals."""
        department = self._found.department
        said: list[str | None] = [each.work.text for each in self.works]
        said += [text for each in department.spec.functions for text in (each.name, each.text)]
        said += [text for each in department.spec.signals for text in (each.watch, each.source, each.response)]
        said += [text for kpi in department.kpis for text in (kpi.value.source, kpi.value.formula, kpi.value.definition)]
        for post in department.active_posts:
            said += [authority.text for authority in post.value.authorities]
            said += [text for kpi in post.value.kpis for text in (kpi.source, kpi.formula, kpi.definition)]
        said += [process.value.trigger for process in department.processes]
        return Sentences(text for text in said if text)


class Names:
    """Names of things, and whether another name may mean one of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {plain(name) for name in names} - {""}
        self._by_pair: dict[str, list[str]] = {}
        for name in sorted(self._names):
            for pair in _pairs(name):
                self._by_pair.setdefault(pair, []).append(name)

    def has(self, name: str) -> bool:
        """Tell whether `name` is one of the names, lies in one, holds one, or has most pairs of characters in common."""
        spelt = plain(name)
        if spelt in self._names or not spelt:
            return True
        own = _pairs(spelt)
        if all(len(self._by_pair.get(pair, ())) > _MOST_SHARED for pair in own):
            return True
        shared = Counter(other for pair in own for other in self._by_pair.get(pair, ())[:_MOST_SHARED])
        return any(_is_alike(spelt, own, other, count) for other, count in shared.items())


class Sentences:
    """Sentences, and whether one of them speaks of a thing."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted({normal(text) for text in texts})
        self._by_pair: dict[str, list[int]] = {}
        for number, text in enumerate(self._texts):
            for pair in {text[at : at + 2] for at in range(len(text) - 1)}:
                self._by_pair.setdefault(pair, []).append(number)

    def speak_of(self, name: str, besides: str = "", share: float = 0.0) -> bool:
        """Tell whether a sentence other than `besides` has at least a `share` of the words of `name` that tell something."""
        most = min(_MOST_SHARED, max(_FEW, len(self._texts) // _TENTH))
        telling = [said for pair in _pairs(plain(name)) if len(said := self._by_pair.get(pair, [])) <= most]
        without = normal(besides)
        shared = Counter(number for said in telling for number in said if self._texts[number] != without)
        return not telling or any(count >= share * len(telling) for count in shared.values())


def plain(name: str) -> str:
    """Return the characters of a name by which it is compared."""
    return _MARKS.sub("", normal(name))


def _is_alike(spelt: str, own: frozenset[str], other: str, shared: int) -> bool:
    least = min(len(own), len(_pairs(other)))
    return spelt in other or other in spelt or (least > 1 and shared >= _ALIKE * least)


def _pairs(name: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a name without the word for the kind of paper."""
    bare = _KINDS.sub("", name)
    bare = bare if len(bare) > 1 else name
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1)) or frozenset((bare,))
