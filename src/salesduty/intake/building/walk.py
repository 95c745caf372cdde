"""The walk through a document: where each unit goes, given what stands before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from salesduty.intake.building.anchors import Anchor
from salesduty.intake.building.found import Posts
from salesduty.intake.building.naming import Name, is_department, named
from salesduty.intake.building.parts import Built, DutyPart, PostPart, ProcessPart
from salesduty.intake.building.qualifications import KINDS, kind
from salesduty.intake.building.records import Records, grown
from salesduty.intake.building.sections import Nest, Rank, chains, detailed, duty, is_recruiting, kpi, listed, rank
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import CONTROL, FACTS, Sign, begins_with_verb
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon, plain
from salesduty.intake.noise import Put
from salesduty.intake.passage import EMPTY, Passage
from salesduty.intake.tables import Field, Record

_NOWHERE: Rank = (3, 0)
_OF_POSTS = ("authorities", "relations.internal", "relations.external", "kpis", "rules", "recruiting", "introduction")
_LONG_ENOUGH = 6
_COUNTED = re.compile(r"[一二三四五六七八九十]{1,3}、")
_NO_MATTER = ("不限", "无", "否", "无要求", "不要求", "/", "-")
_PURPOSE_WORDS = ("作为", "是", "领导下", "全面负责", "负全面", "直接对")


@dataclass(slots=True)
class Walk:
    """Where the walk is: the part, the department, the post and the section that what comes next belongs to."""

    lexicon: Lexicon
    built: Built = field(default_factory=Built)
    part: str = ""
    department: Passage = EMPTY
    post: PostPart | None = None
    post_unit: Unit | None = None
    section: str = ""
    tentative: bool = False
    labelled: bool = False
    above: str = ""
    begun: bool = False
    head: Unit | None = None
    first: Unit | None = None
    nest: Nest = field(default_factory=lambda: Nest([]))
    functions: list[tuple[Passage, list[DutyPart]]] = field(default_factory=list)
    pending: list[tuple[str, Passage]] = field(default_factory=list)
    departments: list[Passage] = field(default_factory=list)
    process: ProcessPart | None = None
    records: Records = field(init=False)

    def __post_init__(self) -> None:
        """Let tables write into what is being built."""
        self.records = Records(self.built, self.lexicon)

    def sight(self, each: Sight, anchor: Anchor | None, above: str = "") -> None:
        """Take in the next unit; it stands right `above` the first item of a `list`, an `anchor`, or nothing that matters."""
        self.above = above
        unit, sign = each.unit, each.sign
        self.aside(unit.end, "punctuation")
        if each.part.text:
            self.part = each.part.text
            self.aside(each.part, "heading")
            self._close()
        if anchor is not None:
            self._anchor(each, anchor)
        elif not unit.body.text:
            return
        elif sign.key and not self._is_item(each):
            self._label(unit, sign)
        elif self._heads_department(unit):
            self._enter_department(unit.body, unit)
            self.section, self.tentative = "functions", True
        else:
            if self._ends(unit):
                self._leave(unit)
            self.item(unit)

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
        if key == "duties" and not entry.label.text:
            self._post().duties.extend(grown(entry.units))
            self._open(key, None)
            return
        self._open(key or "other", None)
        for unit in values:
            self.item(unit)
        self._open("", None)

    def record(self, entry: Record) -> None:
        """Take in a row of a grid."""
        title = self.head.body.strip(":： ") if self.head is not None and self.section else None
        before = self.post
        self.post = self.records.place(entry, self.post, title)
        if self.post is not before:
            self.post_unit = None
            self._open("", None)

    # -- anchors

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
            self._values(unit.body.cut(len(anchor.name) + 1).strip(), unit, "duties")
            self._open("", unit)
            self.post = None
        else:
            self._enter_post(anchor.name, unit)
            if anchor.kind == "about":
                self.aside(unit.body, "heading")
            elif sign.owner.text:
                self.aside(sign.label, "heading")
                self._open("" if sign.key == "document" else sign.key, unit)
                self._values(sign.value, unit, sign.key)
            elif sign.key == "name":
                self.aside(sign.label, "heading")
            elif len(unit.body) > len(anchor.name) + 12 and self.post is not None:
                start = unit.body.text.find(anchor.name.text)
                self.aside(unit.body.cut(0, start), "heading")
                self.post.fields.setdefault("purpose", []).append(unit.body.cut(start))

    def _enter_post(self, text: Passage, unit: Unit) -> None:
        name = named(text, self.lexicon)
        if self._same(name):
            return
        post = PostPart(name.name, self.part)
        if name.aliases:
            post.fields["aliases"] = list(name.aliases)
        if name.headcount.text:
            post.fields["headcount"] = [name.headcount]
        self.post, self.post_unit = post, unit
        self.built.posts.append(post)
        self._open("", None)
        self.aside(text, "heading")
        if self.department.text:
            post.fields["department"] = [self.department]
        for key, value in self.pending:
            post.fields.setdefault(key, []).append(value) if key != "department" else post.fields.update(department=[value])
        self.pending = []

    def _same(self, named: Name) -> bool:
        """Whether a name is that of the post before, of which nothing has been said yet: its title again, longer or shorter."""
        post, name = self.post, named.name
        if post is None or post.duties or post.part != self.part or not post.name.text:
            return False
        long, short = sorted((plain(post.name.text), plain(name.text)), key=len, reverse=True)
        if not long.endswith(short) or any(key not in KINDS for key, _ in post.qualifications):
            return False
        self.aside(name, "repeated")
        if len(name) < len(post.name):
            self.aside(post.name, "repeated")
            post.name = name
        if named.headcount.text:
            post.fields["headcount"] = [named.headcount]
        self._open("", None)
        return True

    def _heads_department(self, unit: Unit) -> bool:
        return (
            (self.section in ("", "introduction", "recruiting") or (self.section == "functions" and rank(unit) <= self._rank()))
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

    # -- labels

    def _is_item(self, each: Sight) -> bool:
        """Whether a unit with a label is one of the items of the section all the same: 4.绩效考核：…"""
        unit = each.unit
        if self.first is None or not unit.family or self.lexicon.is_certain(each.sign.label.text):
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
        self._open("" if key == "document" else key, unit)
        if key == "functions":
            self.post = None
        self._values(sign.value, unit, key)

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

    def _open(self, key: str, unit: Unit | None) -> None:
        self.section, self.head, self.first, self.tentative = key, unit, None, False
        self.nest = Nest([])
        self.process = None
        self.begun = False

    def _fact(self, key: str, value: Passage) -> None:
        if key in CONTROL or key == "company":
            self.built.department.setdefault(key, []).append(value)
            return
        if key == "headcount" and self.post is None and self.department.text:
            self.built.department.setdefault(key, []).append(value)
            return
        full = self.post is not None and bool(self.post.duties or self.post.qualifications)
        if self.post is None or (full and (key in self.post.fields or key == "department")):
            self.pending.append((key, value))
        else:
            self.post.fields.setdefault(key, []).append(value) if key != "department" else self.post.fields.update(
                department=[value]
            )

    # -- where a section ends

    def _rank(self) -> Rank:
        return rank(self.head) if self.head is not None else _NOWHERE

    def _ends(self, unit: Unit, label: bool = False) -> bool:
        """Whether a unit stands as high as the heading of the post or higher, so that the post is over."""
        return any(
            self._over(unit, head) for head in (self.post_unit if self.post is not None else None, None if label else self.head)
        )

    def _over(self, unit: Unit, head: Unit | None) -> bool:
        if head is None:
            return False
        if unit.line.heading:
            return 0 < unit.line.heading <= head.line.heading or (
                not head.line.heading and not head.family and unit.line.heading < 4
            )
        if not unit.family or not head.family or head.line.heading:
            return False
        if self.first is not None and self.first.family == unit.family and self.first.depth == unit.depth:
            return False
        return unit.depth < head.depth or (unit.depth == head.depth and unit.family == head.family and unit.value > head.value)

    def _leave(self, unit: Unit) -> None:
        if self._over(unit, self.post_unit if self.post is not None else None) or self.post is None:
            self._close()
        else:
            self._open("closed", None)

    def _close(self) -> None:
        self.post = None
        self._open("", None)

    # -- items

    def item(self, unit: Unit) -> None:
        """Take in an item of the section."""
        key = self.section
        if key in FACTS:
            self._fact(key, unit.body)
            self._open("", None)
            return
        if key == "" and self.post is not None:
            self._direct(unit)
            return
        if self.first is None and unit.family:
            self.first = unit
        if key in KINDS:
            self._qualification(unit, key)
        elif key.startswith("relations."):
            self._post().relations.append((key.partition(".")[2], unit.body))
        elif (take := self._TAKES.get(key)) is not None:
            take(self, unit, key)
        else:
            self.aside(unit.body, "recruiting" if key == "recruiting" or is_recruiting(unit.body.text) else "introduction")

    def _post(self) -> PostPart:
        """Return the post that the section belongs to; one without a name where none is named."""
        if self.post is None:
            self.post = PostPart(EMPTY, self.part, name_inferred=True)
            self.post_unit = None
            self.built.posts.append(self.post)
            if self.department.text:
                self.post.fields["department"] = [self.department]
            for key, value in self.pending:
                self.post.fields.setdefault(key, []).append(value)
            self.pending = []
        return self.post

    def _direct(self, unit: Unit) -> None:
        """Take in what stands right below the name of a post."""
        post = self._post()
        if self.labelled and (unit.family or is_recruiting(unit.body.text)):
            self.aside(unit.mark, "numbering")
            self.aside(unit.body, "recruiting" if is_recruiting(unit.body.text) else "introduction")
        elif unit.family or (unit.line.heading and self.post_unit is not None and rank(unit) > rank(self.post_unit)):
            asked = not unit.title.text and kind(unit.body.text, self.lexicon) in ("education", "experience")
            self._open("qualifications" if asked and not begins_with_verb(unit.body.text) else "duties", None)
            self.head = self.post_unit
            self.item(unit)
        elif is_recruiting(unit.body.text):
            self.aside(unit.body, "recruiting")
        elif not post.duties and any(word in unit.body.text for word in _PURPOSE_WORDS) and len(unit.body) > 12:
            post.fields.setdefault("purpose", []).append(unit.body)
        elif begins_with_verb(unit.body.text):
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
        if not self._said_before(
            unit, [each.text for each in (self.nest.open[-1][2].children if self.nest.open else self.nest.top)]
        ):
            self.nest.add(unit)

    def _introduces(self, unit: Unit) -> bool:
        """Put a plain sentence above a list where it belongs: to the purpose of the post, or aside."""
        if self.begun or unit.family or not self.above or unit.line.heading or len(unit.body) < _LONG_ENOUGH:
            return False
        if self.post is not None and self.above == "list" and any(word in unit.body.text for word in _PURPOSE_WORDS):
            self.post.fields.setdefault("purpose", []).append(unit.body)
        elif self.above == "anchor" or (unit.leads and self.post is None):
            self.aside(unit.body, "introduction")
        else:
            return False
        return True

    def _said_before(self, unit: Unit, texts: Iterable[Passage]) -> bool:
        """Put aside an item that stands in the list before, in the same words."""
        if len(unit.body) < _LONG_ENOUGH or all(unit.body.text != each.text for each in texts):
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
        self.nest.add(unit)

    def _is_other(self, unit: Unit) -> bool:
        """Put aside a plain line that ends a list: a slogan, how to apply."""
        if unit.family or not is_recruiting(unit.body.text) or begins_with_verb(unit.body.text):
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
        if self._said_before(unit, [each for _, each in self._post().qualifications]):
            return
        self._post().qualifications.append((kind(body.text, self.lexicon) if key == "qualifications" else key, body))

    def _kpi(self, unit: Unit, _key: str) -> None:
        kpis = self.post.kpis if self.post is not None else self.built.kpis
        if kpis and self.first is not None and unit.depth > self.first.depth:
            detailed(kpis[-1], unit.body)
        else:
            kpis.append(kpi(unit.body))

    def _process(self, unit: Unit, _key: str) -> None:
        if self.process is None:
            name = self.head.body.strip(":： ") if self.head is not None else EMPTY
            self.process = ProcessPart(name)
            self.built.processes.append(self.process)
        for shape in chains(self.process, unit):
            self.aside(shape, "punctuation")

    def _text(self, unit: Unit, key: str) -> None:
        if self.post is not None:
            self.post.fields.setdefault(key, []).append(unit.body)
        else:
            self.built.department.setdefault(key, []).append(unit.body)

    def _said(self, unit: Unit, key: str) -> None:
        self.built.department.setdefault(key.rpartition(".")[2], []).append(unit.body)

    _TAKES: ClassVar[Mapping[str, Callable[[Walk, Unit, str], None]]] = {
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

    def aside(self, passage: Passage, reason: str) -> None:
        """Put characters aside unless a value claims them."""
        if passage.text:
            self.built.aside.append(Put(passage, reason))


__all__ = ["Walk", "duty"]
