"""The walk through a document: where each unit goes, given what stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from salesduty.intake.building.filling import Filling
from salesduty.intake.building.found import Posts
from salesduty.intake.building.naming import Name, is_department, named
from salesduty.intake.building.parts import DutyPart, PostPart
from salesduty.intake.building.places import Anchor
from salesduty.intake.building.qualifications import KINDS
from salesduty.intake.building.records import grown
from salesduty.intake.building.sections import Nest, rank
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import FACTS, HEADS_FIRST, Sign
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import plain
from salesduty.intake.passage import Passage
from salesduty.intake.tables import Field, Record

_OF_POSTS = ("authorities", "relations.internal", "relations.external", "kpis", "rules", "recruiting", "introduction")
_OF_DUTIES = {"share": "share", "cadence": "unclear"}
"""What a form says of a duty beside it, and why it is put aside."""
_LISTS = ("duties", "functions", "authorities")
_SHORT_REMARK = 30
_COUNTED = re.compile(r"[一二三四五六七八九十]{1,3}、")


@dataclass(slots=True)
class Walk(Filling):
    """Takes in what a document has, from the first to the last."""

    def sight(self, each: Sight, anchor: Anchor | None, above: str = "") -> None:
        """Take in the next unit; it stands right `above` the first item of a `list`, an `anchor`, or nothing that matters."""
        self.above = above
        unit, sign = each.unit, each.sign
        if self.listed and not sign.key:
            self._close()
        self.listed = False
        self.aside(unit.end, "punctuation")
        if each.part.text:
            self.part = each.part.text
            self.aside(each.part, "heading")
            self._close()
        if anchor is not None:
            self._anchor(each, anchor)
        elif not unit.body.text:
            return
        elif self.paused is not None and self._goes_on(unit):
            self.item(unit)
        elif sign.key and not self._is_item(each):
            self._label(unit, sign)
        elif self._heads_department(unit):
            self._enter_department(unit.body, unit)
            self.section, self.tentative = "functions", True
        else:
            if self._ends(unit):
                self._leave(unit)
            self.item(unit)

    def begin(self, key: str) -> None:
        """Begin a section that no label announces."""
        self._open(key, None)

    def field(self, entry: Field) -> None:
        """Take in a field of a form."""
        key = entry.key or self.lexicon.field(entry.label.text) or ""
        if not key and self.section == "duties" and self.post is not None and entry.units and entry.label.text:
            self.post.duties.append(DutyPart(entry.label.strip(":： "), children=grown(entry.units)))
            self.nest = Nest([])
            return
        values = [unit for unit in entry.units if unit.body.text]
        if not values:
            return
        if key == "name" and values:
            self._enter_post(values[0].body, values[0])
            values = values[1:]
        elif key in FACTS or key == "deputy":
            for unit in values:
                self._fact(key, unit.body)
            return
        if key in _OF_DUTIES:
            self._all_aside(values, _OF_DUTIES[key])
            return
        if key == "duties" and not entry.label.text:
            self._post().duties.extend(grown(entry.units))
            self._open(key, None)
            return
        self._open(key or "other", None)
        for unit in values:
            self.item(unit)
        self._open("", None)

    def _all_aside(self, values: Sequence[Unit], reason: str) -> None:
        for unit in values:
            self.aside(unit.mark, reason)
            self.aside(unit.body, reason)

    def record(self, entry: Record) -> None:
        """Take in a row of a grid."""
        title = self.head.body.strip(":： ") if self.head is not None and self.section else None
        before = self.post
        self.post = self.records.place(entry, self.post, title)
        self.listed = any(each.key == "post" for each in entry.fields)
        if self.post is not before or entry.kind == "kpi":
            self.post_unit = self.post_unit if self.post is before else None
            self._open("", None)

    def _anchor(self, each: Sight, anchor: Anchor) -> None:
        unit, sign = each.unit, each.sign
        self.labelled = anchor.labelled
        if anchor.kind == "department":
            self._enter_department(anchor.name, unit)
            self.aside(unit.body, "heading")
            self._open("functions" if sign.key in ("duties", "functions") else sign.key, unit)
            self.tentative = sign.key == "duties"
        elif anchor.kind == "functions":
            self._close()
            self._open("functions", unit)
            self.aside(unit.body, "heading")
        elif anchor.kind == "about" and (known := Posts(self.built.posts, self.lexicon).known(anchor.name.text)) is not None:
            self.aside(unit.body, "heading")
            self.post, self.post_unit = known, unit
            self._open("", None)
        elif anchor.kind == "posts":
            self._enter_post(anchor.name, unit)
            self.aside(unit.body.cut(len(anchor.name), len(anchor.name) + 1), "punctuation")
            value = unit.body.cut(len(anchor.name) + 1).strip()
            if (count := HEADS_FIRST.match(value.text)) is not None and self.post is not None:
                self.post.fields.setdefault("headcount", [value.cut(*count.span(1))])
                value = value.cut(count.end()).strip()
            self._values(value, unit, "duties")
            self._open("", unit)
            self.post = None
        else:
            self._enter_post(anchor.name, unit, sign.key == "name")
            if anchor.kind == "about":
                self.aside(unit.body, "heading")
            elif sign.owner.text:
                self.aside(sign.label, "heading")
                self._open("" if sign.key == "document" else sign.key, unit)
                self._values(sign.value, unit, sign.key)
            elif sign.key == "name":
                self.aside(sign.label, "heading")
            elif anchor.kind == "led" and self.post is not None:
                start = unit.body.text.find(anchor.name.text)
                self.aside(unit.body.cut(0, start), "heading")
                self.post.fields.setdefault("purpose", []).append(unit.body.cut(start))

    def _enter_post(self, text: Passage, unit: Unit, told: bool = False) -> None:
        name = named(text, self.lexicon)
        if self._same(name, told):
            self._begin(unit, told)
            return
        post = PostPart(name.name, self.part)
        if name.aliases:
            post.fields["aliases"] = list(name.aliases)
        if name.headcount.text:
            post.fields["headcount"] = [name.headcount]
        self.post, self.told = post, told
        self.built.posts.append(post)
        self._begin(unit, told)
        self.aside(text, "heading")
        if self.department.text:
            post.fields["department"] = [self.department]
        for key, value in self.pending:
            post.fields.setdefault(key, []).append(value) if key != "department" else post.fields.update(department=[value])
        self.pending = []

    def _begin(self, unit: Unit, told: bool) -> None:
        """Stand right below the name of a post. One that is the first fact of a form (1.岗位名称：…) heads nothing."""
        first_fact = told and unit.value[-1:] == (1,)
        self.post_unit = None if first_fact else unit
        if not first_fact:
            self.scope = None
        if not (first_fact and self.section == "introduction"):
            self._open("", None)

    def _same(self, named: Name, told: bool) -> bool:
        """Whether a name is that of the post before, of which nothing has been said yet: its title again, longer or shorter."""
        post, name = self.post, named.name
        if post is None or post.duties or post.part != self.part or not post.name.text:
            return False
        long, short = sorted((plain(post.name.text), plain(name.text)), key=len, reverse=True)
        if not (long.endswith(short) or (self.told and told)) or any(key not in KINDS for key, _ in post.qualifications):
            return False
        self.aside(name, "repeated")
        if len(name) < len(post.name) and long.endswith(short):
            self.aside(post.name, "repeated")
            post.name = name
        if named.headcount.text:
            post.fields["headcount"] = [named.headcount]
        return True

    def _heads_department(self, unit: Unit) -> bool:
        return (
            (
                self.section in ("", "introduction", "recruiting")
                or self.above == "anchor"
                or (self.section == "functions" and rank(unit) <= self._rank())
            )
            and not (self.post is not None and unit.family)
            and len(unit.body) <= 12
            and not unit.end.text.strip()
            and is_department(unit.body.text, self.lexicon)
            and unit.body.text.endswith(self.lexicon.posts.sure_departments)
        )

    def _enter_department(self, name: Passage, unit: Unit) -> None:
        counted = _COUNTED.match(name.text)
        self.department = name.cut(counted.end() if counted else 0).strip(" :：【】")
        self.departments.append(self.department)
        self.aside(name, "heading")
        self.post = None
        self._open("", unit)

    def _is_item(self, each: Sight) -> bool:
        """Whether a unit with a label is one of the items of the section all the same: 4.绩效考核：…"""
        unit = each.unit
        if self.first is None or not unit.family or self.lexicon.is_certain(each.sign.label.text):
            return False
        if self.section == "introduction" and each.sign.key in FACTS:
            return False
        return unit.family == self.first.family and unit.depth >= self.first.depth

    def _label(self, unit: Unit, sign: Sign) -> None:
        key = sign.key
        self.aside(sign.label, "heading")
        if key in FACTS:
            if sign.value.text:
                self._fact(key, sign.value)
            else:
                self._open(key, unit)
            return
        if key not in self.lexicon.opening and key not in _OF_POSTS and self._ends(unit, label=True):
            self.post = None
        if key == "duties" and self.post is not None and self.post.duties and self.post.qualifications:
            self.post = None
        if key == "duties" and self.post is None and self.departments and not self.built.posts:
            key = "functions"
        if sign.value.text and (key in KINDS or key == "recruiting") and not self._has_sections():
            self._values(sign.value, unit, key)
            return
        if key == "introduction" and 0 < len(sign.value) <= _SHORT_REMARK and self.section in _LISTS and not unit.family:
            self.aside(sign.value, "introduction")
            return
        pause = (self.section, self.head, self.first, self.nest, self.last)
        self._open("" if key == "document" else key, unit)
        if key == "introduction" and not unit.family and not unit.line.heading:
            self.paused = pause
        if key == "functions":
            self.post = None
        self._values(sign.value, unit, key)

    def _goes_on(self, unit: Unit) -> bool:
        """Go on with the list that a remark (说明：…) stands in, where a unit counts on from the item before the remark."""
        if self.paused is None:
            return False
        section, head, first, nest, last = self.paused
        if last is None or not last.value or unit.value != (*last.value[:-1], last.value[-1] + 1):
            return False
        if unit.family != last.family or unit.depth != last.depth:
            return False
        self._open(section, head)
        self.first, self.nest, self.begun = first, nest, True
        return True
