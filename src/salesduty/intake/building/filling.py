"""What becomes of a unit in the section in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from salesduty.intake.building.indicators import detailed, says_more, shapes, sounds, told
from salesduty.intake.building.parts import DutyPart, ProcessPart
from salesduty.intake.building.qualifications import KINDS, kind
from salesduty.intake.building.sections import Nest, chains, is_recruiting, listed, rank
from salesduty.intake.building.signs import FACTS, HEADS_FIRST, begins_with_verb, does, is_act
from salesduty.intake.building.state import State
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import plain
from salesduty.intake.passage import EMPTY, Passage

_SHORT = 12
_FEW_WORDS = 24
_APPLY = ("投递", "申请")
_LONG_ENOUGH = 6
_LEAST = 8
_NO_MATTER = ("不限", "无", "否", "无要求", "不要求", "/", "-")
LEAD = "lead"
"""Sentences right below the name of a post: its purpose, or its duties where nothing else says them."""
_PURPOSE_WORDS = ("作为", "是", "领导下", "全面负责", "负全面", "直接对")


_Item = TypeVar("_Item")


def _words_of_duty(item: DutyPart) -> str:
    return item.text.text


def _words_of_qualification(item: tuple[str, Passage]) -> str:
    return item[1].text


def _is_about(text: str, name: str) -> bool:
    """Whether a sentence below the name of a post says what the post is or does."""
    return len(text) > _LEAST and ((len(name) > 1 and text.startswith(name)) or any(word in text for word in _PURPOSE_WORDS))


@dataclass(slots=True)
class Filling(State):
    """Takes in items."""

    def item(self, unit: Unit) -> None:
        """Take in an item of the section."""
        if self.section in FACTS:
            key, said = self.section, not unit.family or self._may_lie_below(unit, self.head)
            self._open("", None)
            if said:
                self._fact(key, unit.body)
                return
        key = self.section
        if key == "" and self.post is not None:
            self._direct(unit)
            return
        if self._is_behind_a_list(unit):
            self._open("closed", None)
            key = self.section
        if self.first is None and unit.family:
            self.first = unit
        if unit.family:
            self.last = unit
        if key in KINDS:
            self._qualification(unit, key)
        elif key.startswith("relations."):
            self._post().relations.append((key.partition(".")[2], unit.body))
        elif (take := self._TAKES.get(key)) is not None:
            take(self, unit, key)
        else:
            self.aside(unit.body, "recruiting" if key == "recruiting" or is_recruiting(unit.body.text) else "introduction")

    def _is_behind_a_list(self, unit: Unit) -> bool:
        """Whether a few words set off by an empty line, neither counted nor a sentence, are no part of the list above."""
        if self.last is None or unit.family or not unit.line.blank or unit.end.text.strip() or unit.line.heading:
            return False
        return unit.opens and unit.closes and len(unit.body) <= _FEW_WORDS and not begins_with_verb(unit.body.text)

    @staticmethod
    def _may_lie_below(unit: Unit, head: Unit | None) -> bool:
        return head is not None and bool(head.family) and (unit.depth > head.depth or unit.family != head.family)

    def _direct(self, unit: Unit) -> None:
        """Take in what stands right below the name of a post."""
        post = self._post()
        if (count := HEADS_FIRST.match(unit.body.text)) is not None and "headcount" not in post.fields and not unit.family:
            post.fields["headcount"] = [unit.body.cut(*count.span(1))]
            unit = replace(unit, body=unit.body.cut(count.end()))
        if self.labelled and (unit.family or is_recruiting(unit.body.text)):
            self.aside(unit.mark, "numbering")
            self.aside(unit.body, "recruiting" if is_recruiting(unit.body.text) else "introduction")
        elif unit.leads and not self.above and len(unit.body) <= _SHORT and not begins_with_verb(unit.body.text):
            self.aside(unit.body, "heading")
        elif unit.family or (unit.line.heading and self.post_unit is not None and rank(unit) > rank(self.post_unit)):
            asked = not unit.title.text and kind(unit.body.text, self.lexicon) in ("education", "experience")
            self._open("qualifications" if asked and not begins_with_verb(unit.body.text) else "duties", None)
            self.head = self.post_unit
            self.item(unit)
        elif is_recruiting(unit.body.text):
            self.aside(unit.body, "recruiting")
        elif not post.duties and _is_about(unit.body.text, post.name.text):
            post.fields.setdefault(LEAD, []).append(unit.body)
        elif is_act(unit.body.text):
            self._open("duties", None)
            self.head = self.post_unit
            self.item(unit)
        else:
            self.aside(unit.body, "introduction")

    def _duties(self, unit: Unit, key: str) -> None:
        if self._is_other(unit) or self._introduces(unit):
            return
        if self.above == "outer" and not unit.family and not begins_with_verb(unit.body.text):
            self.aside(unit.body, "introduction")
            return
        self.begun = True
        post = self._post()
        if not self.nest.open and self.nest.top is not getattr(post, key):
            self.nest = Nest(getattr(post, key))
        if not self._said_before(unit, self.nest.open[-1][2].children if self.nest.open else self.nest.top, _words_of_duty):
            self.nest.add(unit)

    def _introduces(self, unit: Unit) -> bool:
        """Put a plain sentence above a list where it belongs: to the purpose of the post, or aside."""
        if self.begun or unit.family or not self.above or unit.line.heading or len(unit.body) < _LONG_ENOUGH:
            return False
        if self.post is not None and self.above == "list" and any(word in unit.body.text for word in _PURPOSE_WORDS):
            self.post.fields.setdefault("purpose", []).append(unit.body)
        elif (self.above == "anchor" and not begins_with_verb(unit.body.text)) or (unit.leads and self.post is None):
            self.aside(unit.body, "introduction")
        else:
            return False
        return True

    def _said_before(self, unit: Unit, items: list[_Item], words: Callable[[_Item], str]) -> bool:
        """Put aside an item that stands in the list before, in the same words."""
        if len(unit.body) < _LONG_ENOUGH or not self.said.holds(unit.body.text, items, words):
            return False
        self.aside(unit.body, "repeated")
        self.aside(unit.mark, "repeated")
        return True

    def _function(self, unit: Unit, _key: str) -> None:
        if self.tentative and not unit.family and not begins_with_verb(unit.body.text):
            self.aside(unit.body, "introduction")
            return
        if not self.functions or self.functions[-1][0] is not self.department:
            self.functions.append((self.department, []))
        if self.nest.top is not self.functions[-1][1]:
            self.nest = Nest(self.functions[-1][1])
        self.nest.add(unit, self.above == "list")

    def _is_other(self, unit: Unit) -> bool:
        """Put aside a plain line that ends a list: a slogan, how to apply."""
        if unit.family or not is_recruiting(unit.body.text):
            return False
        if does(unit.body.text) and not unit.body.text.startswith(_APPLY):
            return False
        self.aside(unit.body, "recruiting")
        return True

    def _qualification(self, unit: Unit, key: str) -> None:
        body = unit.body
        if plain(body.text) in _NO_MATTER:
            self.aside(body, "recruiting")
            return
        if not unit.family and body.text.endswith((":", "：")) and len(body) <= 12:
            self.aside(body, "heading")
            return
        if self._is_other(unit):
            return
        self.aside(unit.mark, "numbering")
        if self._said_before(unit, self._post().qualifications, _words_of_qualification):
            return
        self._post().qualifications.append((kind(body.text, self.lexicon) if key == "qualifications" else key, body))

    def _kpi(self, unit: Unit, _key: str) -> None:
        kpis = self.post.kpis if self.post is not None else self.built.kpis
        deeper = self.first is not None and unit.depth > self.first.depth
        if kpis and (deeper or (not unit.family and says_more(unit.body.text))):
            detailed(kpis[-1], unit.body)
        else:
            kpis += [each for each in told(unit.body) if unit.family or sounds(each)]
        for label in shapes(unit.body, kpis):
            self.aside(label, "heading")

    def _process(self, unit: Unit, _key: str) -> None:
        if self.process is None:
            name = self.head.body.strip(":： ") if self.head is not None else EMPTY
            self.process = ProcessPart(name)
            self.built.processes.append(self.process)
        for shape in chains(self.process, unit):
            self.aside(shape, "punctuation")

    def _text(self, unit: Unit, key: str) -> None:
        if key == "purpose" and self.first is not None and unit.depth > self.first.depth and begins_with_verb(unit.body.text):
            self._open("duties", self.head)
            self.item(unit)
        elif self.post is not None:
            self.post.fields.setdefault(key, []).append(unit.body)
        else:
            self.built.department.setdefault(key, []).append(unit.body)

    def _said(self, unit: Unit, key: str) -> None:
        self.built.department.setdefault(key.rpartition(".")[2], []).append(unit.body)

    def _values(self, value: Passage, unit: Unit, key: str) -> None:
        """Take in what stands behind a label in its line."""
        if not value.text:
            return
        self.above = ""
        pieces, marks = listed(value) if key in ("duties", "functions", "authorities", "qualifications") else ([value], [])
        for mark in marks:
            self.aside(mark, "punctuation")
        bare = replace(unit, mark=EMPTY, end=EMPTY, family="", value=(), depth=-1, line=replace(unit.line, heading=0))
        section, self.section = self.section, key
        for piece in pieces:
            self.item(replace(bare, body=piece))
        self.section = section

    _TAKES: ClassVar[Mapping[str, Callable[[Filling, Unit, str], None]]] = {
        "duties": _duties,
        "authorities": _duties,
        "functions": _function,
        "qualifications": _qualification,
        "kpis": _kpi,
        "processes": _process,
        "purpose": _text,
        "rules": _text,
        "promises": _said,
        "department.purpose": _said,
        "department.meetings": _said,
    }
