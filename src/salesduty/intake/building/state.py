"""Where the walk through a document is."""

from __future__ import annotations

from dataclasses import dataclass, field

from salesduty.intake.building.parts import Built, DutyPart, PostPart, ProcessPart
from salesduty.intake.building.records import Records
from salesduty.intake.building.said import Said
from salesduty.intake.building.sections import Nest, Rank, rank
from salesduty.intake.building.signs import CONTROL
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Put
from salesduty.intake.passage import EMPTY, Passage

_NOWHERE: Rank = (3, 0)


@dataclass(slots=True)
class State:
    """The part, the department, the post and the section that what comes next belongs to."""

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
    told: bool = False
    listed: bool = False
    head: Unit | None = None
    scope: Unit | None = None
    first: Unit | None = None
    nest: Nest = field(default_factory=lambda: Nest([]))
    last: Unit | None = None
    paused: tuple[str, Unit | None, Unit | None, Nest, Unit | None] | None = None
    functions: list[tuple[Passage, list[DutyPart]]] = field(default_factory=list)
    pending: list[tuple[str, Passage]] = field(default_factory=list)
    departments: list[Passage] = field(default_factory=list)
    process: ProcessPart | None = None
    said: Said = field(default_factory=Said)
    records: Records = field(init=False)

    def __post_init__(self) -> None:
        """Let tables write into what is being built."""
        self.records = Records(self.built, self.lexicon)

    def _open(self, key: str, unit: Unit | None) -> None:
        self.section, self.head, self.first, self.tentative = key, unit, None, False
        if unit is not None and (unit.family or unit.line.heading):
            self.scope = unit
        self.nest = Nest([])
        self.process = None
        self.begun = False
        self.last = self.paused = None

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

    def _has_sections(self) -> bool:
        """Whether anything has been said of the post besides facts."""
        post = self.post
        return post is not None and bool(
            post.duties or post.authorities or post.kpis or self.section in ("duties", "qualifications")
        )

    def _rank(self) -> Rank:
        return rank(self.head) if self.head is not None else _NOWHERE

    def _ends(self, unit: Unit, label: bool = False) -> bool:
        """Whether a unit stands as high as the heading of the post or higher, so that the post is over."""
        return any(
            self._over(unit, head)
            for head in (self.post_unit if self.post is not None else None, *(() if label else (self.head, self.scope)))
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
        self.post = self.scope = None
        self._open("", None)

    def aside(self, passage: Passage, reason: str) -> None:
        """Put characters aside unless a value claims them."""
        if passage.text:
            self.built.aside.append(Put(passage, reason))
