"""Rows of grids → posts, duties, KPIs, processes and what else their columns say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from salesduty.intake.building.found import Posts
from salesduty.intake.building.kpis import Kpis
from salesduty.intake.building.parts import Built, DutyPart, PostPart, ProcessPart, StepPart
from salesduty.intake.building.rows import Row
from salesduty.intake.building.sections import listed
from salesduty.intake.columns import bare
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Put
from salesduty.intake.passage import EMPTY, Passage, joined
from salesduty.intake.tables import Record

_LISTS = ("reports_to", "subordinates", "aliases", "purpose", "rules")
_FACTS = ("headcount", "level", "deputy")
_QUALIFICATIONS = {
    "qualifications": "other",
    "education": "education",
    "experience": "experience",
    "skills": "skills",
    "certificates": "certificates",
}
_DETAILS = ("acceptance", "cadence", "sla", "outputs", "records", "to")
_STEP_LISTS = ("do", "to", "outputs")
_OFFICES = ("handle", "review", "approve")
_NOT_HIS = frozenset({"", "C", "I", "/", "-", "—", "×", "X", "无", "知会", "知情", "抄送", "告知", "咨询"})


@dataclass(slots=True)
class Records:
    """Places the records of one document. `at` is the table of the last one, what is remembered is of that table."""

    built: Built
    lexicon: Lexicon
    at: int = -1
    row: int = -1
    last_duty: tuple[PostPart | None, Passage, DutyPart] | None = None
    process: ProcessPart | None = None
    stage: tuple[Passage, StepPart] | None = None
    kpis: Kpis = field(default_factory=Kpis)

    def place(self, record: Record, post: PostPart | None, title: Passage | None = None) -> PostPart | None:
        """Take in the next record, which stands where `post` is being described, under the heading `title`.

        Returns the post that is being described after it.
        """
        if record.table != self.at or record.row < self.row:
            self.last_duty, self.process, self.stage, self.kpis = None, None, None, Kpis()
        self.at, self.row = record.table, record.row
        row = Row.of(record)
        self.built.aside += [Put(each, "numbering") for each in row.all("number")]
        places: Mapping[str, Callable[[Row, PostPart | None], PostPart | None]] = {
            "kpi": self._kpi,
            "duty": self._duty,
            "promise": self._promise,
            "authority": self._authority,
            "relation": self._relation,
            "rule": self._rule,
            "matrix": self._matrix,
        }
        if record.kind == "step":
            return self._step(row, post, title)
        return places[record.kind](row, post) if record.kind in places else post

    def _posts(self) -> Posts:
        return Posts(self.built.posts, self.lexicon)

    def _kpi(self, row: Row, post: PostPart | None) -> PostPart | None:
        named = row.one("post")
        holder = self._posts().named(named, row.one("department")) if named else post
        if named and holder is not None:
            self._again(named, [holder.name])
        if self._are_duties(row):
            holder = holder or self._nameless()
            post = holder if not named else post
            holder.duties += [DutyPart(each) for each in [row.one("name")] if each]
        self.kpis.take(row, holder.kpis if holder is not None else self.built.kpis)
        return post

    def _are_duties(self, row: Row) -> bool:
        """Whether what is measured are duties: a column called 工作内容 and how points are given for each, no weights."""
        heading = bare(row.heading("name").text)
        if {"weight", "points", "grade", "target"} & row.fields.keys() or not row.one("scoring"):
            return False
        return any(kind.name == "duty" and kind.words.get(heading) == "text" for kind in self.lexicon.columns)

    def _nameless(self) -> PostPart:
        """Return a post of whose name the document says nothing."""
        self.built.posts.append(PostPart(EMPTY, name_inferred=True))
        return self.built.posts[-1]

    def _duty(self, row: Row, post: PostPart | None) -> PostPart | None:
        department, named = row.one("department"), row.one("post")
        self.built.aside += [Put(each, "share") for each in row.all("share")]
        group = row.one("group")
        if group and group.text.endswith(self.lexicon.endings) and not named:
            named, group = group, None
        if named:
            post = self._posts().named(named, department)
        duties = self._duties(row, post)
        if post is None:
            self.built.functions += duties
            if department:
                self.built.department.setdefault("name", [department])
            return None
        post.duties += duties
        self._again(named, [post.name])
        self._again(department, post.fields.get("department", ()))
        if group and "department" not in post.fields:
            post.fields.setdefault("group", [group])
        for key in _LISTS:
            known = post.fields.setdefault(key, [])
            known += [each for each in row.all(key) if not self._again(each, known)]
        for key in _FACTS:
            if (value := row.one(key)) and not self._again(value, post.fields.get(key, ())):
                post.fields.setdefault(key, [value])
        for key, kind in _QUALIFICATIONS.items():
            asked = [each for before, each in post.qualifications if before == kind]
            bodies = [unit.body for unit in row.units(key) if unit.body.text]
            post.qualifications += [(kind, body) for body in bodies if not self._again(body, asked)]
            self.built.aside += [Put(unit.mark, "numbering") for unit in row.units(key)]
        granted = [each.text for each in post.authorities]
        post.authorities += [each for each in grown(row.units("authorities")) if not self._again(each.text, granted)]
        return post

    def _again(self, value: Passage | None, known: Sequence[Passage]) -> bool:
        """Whether what a row says of a post was said by a row before, as where each row repeats whose it is."""
        if value is None or value.text not in {each.text for each in known}:
            return False
        self.built.aside.append(Put(value, "repeated"))
        return True

    def _duties(self, row: Row, post: PostPart | None) -> list[DutyPart]:
        """Return the duties of a row, without those that hang below one that an earlier row began."""
        found = self._listed(row.units("text"))
        heading = row.one("title")
        details = [(key, row.units(key)) for key in _DETAILS]
        for place, duty in enumerate(found):
            for key, units in details:
                own = [units[place]] if len(units) == len(found) > 1 else units
                duty.details += [(key, each) for unit in own if (each := _words(unit)).text]
        if not heading:
            return found
        before = self.last_duty
        if before is not None and before[0] is post and before[1] == heading:
            before[2].children += found
            return []
        parent = DutyPart(heading, mark=row.mark("title"), children=found)
        self.last_duty = (post, heading, parent)
        return [parent]

    def _listed(self, units: tuple[Unit, ...]) -> list[DutyPart]:
        """Return the duties of a cell; a single one that semicolons divide is a list."""
        if len(units) != 1 or units[0].family:
            return grown(units)
        pieces, marks = listed(units[0].body)
        self.built.aside += [Put(each, "punctuation") for each in marks]
        return [DutyPart(each) for each in pieces] if len(pieces) > 1 else grown(units)

    def _step(self, row: Row, post: PostPart | None, title: Passage | None) -> PostPart | None:
        name = row.one("name")
        if self.process is None:
            self.process = ProcessPart(title or row.heading("name"))
            self.built.processes.append(self.process)
        if not name:
            return post
        if self.stage is None or self.stage[0] != name:
            self.stage = (name, StepPart(name))
            self.process.steps.append(self.stage[1])
        step = self.stage[1]
        for key in (*_STEP_LISTS, "sla"):
            step.fields.setdefault(key, []).extend(row.all(key))
        texts = grown(row.units("text"))
        if len(texts) == 1 and not texts[0].children and "text" not in step.fields:
            step.fields["text"] = [joined([texts[0].mark, texts[0].text])]
        else:
            step.children += texts
        return post

    def _promise(self, row: Row, post: PostPart | None) -> PostPart | None:
        words = [each for key in ("item", "text", "limit") for each in row.all(key)]
        if row.one("limit"):
            self.built.department.setdefault("promises", []).append(joined(words))
        return post

    def _authority(self, row: Row, post: PostPart | None) -> PostPart | None:
        item = row.one("item")
        if not item:
            return post
        words = joined([item, *row.all("amount")])
        if named := row.one("post"):
            post = self._posts().named(named, None)
        if named or (post is not None and not any(row.one(key) for key in _OFFICES)):
            assert post is not None  # noqa: S101
            post.authorities.append(DutyPart(words))
            return post
        process = ProcessPart(item)
        for key in _OFFICES:
            process.steps += [StepPart(row.heading(key), {"do": row.all(key)})] if row.one(key) else []
        if amounts := row.all("amount"):
            process.steps += [] if process.steps else [StepPart(row.heading("amount"))]
            process.steps[-1].fields["text"] = amounts[:1]
        self.built.processes.append(process)
        return post

    def _relation(self, row: Row, post: PostPart | None) -> PostPart | None:
        side = row.one("side") or row.one("group")
        key = "external" if side is not None and "外" in side.text and "内" not in side.text else "internal"
        if post is not None:
            words = joined([*row.all("object"), *row.all("text"), *row.all("note")])
            post.relations.append((key, words))
        return post

    def _rule(self, row: Row, post: PostPart | None) -> PostPart | None:
        if named := row.one("post"):
            post = self._posts().named(named, None)
        if post is None:
            self.built.department.setdefault("rules", []).extend([*row.all("do"), *row.all("dont")])
            return None
        post.duties += grown(row.units("do"))
        post.fields.setdefault("rules", []).extend(row.all("dont"))
        return post

    def _matrix(self, row: Row, post: PostPart | None) -> PostPart | None:
        item = row.one("item")
        if not item:
            return post
        for heading, units in row.columns("post"):
            sign = joined(_words(unit) for unit in units).strip()
            if sign.text.upper() in _NOT_HIS:
                continue
            self._posts().named(heading, None).duties.append(DutyPart(item, mark=sign))
        return post


def _words(unit: Unit) -> Passage:
    return joined([unit.mark, unit.body]).strip()


def grown(units: tuple[Unit, ...]) -> list[DutyPart]:
    """Return units as duties, those that lie deeper below the one before them."""
    top: list[DutyPart] = []
    above: list[tuple[int, DutyPart]] = []
    for unit in units:
        duty = DutyPart(unit.body, mark=unit.mark, label=unit.line.label)
        while above and above[-1][0] >= unit.depth:
            above.pop()
        (above[-1][1].children if above else top).append(duty)
        if unit.depth >= 0:
            above.append((unit.depth, duty))
    return top
