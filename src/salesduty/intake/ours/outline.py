"""What a document of ours says, as a draft: its outline, and all of it as data."""

from __future__ import annotations

from collections.abc import Iterable

from salesduty.intake.ours.tree import Node, entities
from salesduty.results.draft import (
    Draft,
    DraftDepartment,
    DraftDuty,
    DraftKpi,
    DraftPost,
    DraftProcess,
    DraftStep,
    LeftOut,
    Quoted,
)

_CONTROL = ("document_title", "document_no", "version", "effective", "review_by", "prepared_by", "reviewed_by", "approved_by")
_COLON = "："


def outlined(root: Node, file: str, kind: str, size: int, left_out: tuple[LeftOut, ...]) -> Draft:
    """Return the draft of the document `file`, which says what is below `root`."""
    say = _Say(root)
    department = DraftDepartment(
        say.one("name"),
        say.one("company"),
        say.one("headcount"),
        say.all("purpose"),
        {key: words for key in _CONTROL if (words := say.one(key))},
        tuple(words for each in _below(root, "meetings") if (words := _Say(each).one("name"))),
        tuple(words for each in _below(root, "promises") if (words := _Say(each).one("text"))),
        say.all("rules"),
    )
    return Draft(
        file,
        kind,
        size,
        department,
        tuple(_post(each) for each in _below(root, "posts")),
        tuple(_duty(each) for each in _below(root, "functions")),
        tuple(_process(each) for each in _below(root, "processes")),
        tuple(_kpi(each) for each in _below(root, "kpis")),
        tuple(sorted(left_out, key=lambda each: each.line)),
        exact=entities(root),
    )


class _Say:
    """The fields of an entity as words with their place."""

    def __init__(self, node: Node) -> None:
        self._node = node

    def all(self, key: str) -> tuple[Quoted, ...]:
        """All that a field says."""
        value = self._node.fields.get(key, ())
        several = value if isinstance(value, list) else [value]
        return tuple(Quoted(words, self._node.line) for each in several if (words := _words(each)))

    def one(self, key: str) -> Quoted | None:
        """What a field says in one text."""
        found = self.all(key)
        return Quoted("、".join(found), self._node.line) if found else None


def _words(value: object) -> str:
    """A value in words: a relation as 财务部：对账, a standard as ≥100%：100."""
    if isinstance(value, dict):
        return _COLON.join(_words(each) for each in value.values())
    return str(value) if isinstance(value, (str, int, float)) else ""


def _below(node: Node, kind: str) -> Iterable[Node]:
    return node.below.get(kind, {}).values()


def _duty(node: Node) -> DraftDuty:
    say = _Say(node)
    title = say.one("title") or say.one("name")
    text = say.one("text")
    whole = _COLON.join(each for each in (title, text) if each)
    return DraftDuty(Quoted(whole, node.line), title if text else None, "", tuple(_duty(each) for each in _below(node, "duties")))


def _post(node: Node) -> DraftPost:
    say = _Say(node)
    pairs = {
        kind: tuple(
            (key, Quoted(_words(each), node.line))
            for key, several in node.fields.get(kind, {}).items()
            for each in (several if isinstance(several, list) else [several])
        )
        for kind in ("qualifications", "relations")
    }
    return DraftPost(
        say.one("name") or Quoted(str(node.fields.get("id", "")), node.line),
        aliases=say.all("aliases"),
        group=say.one("group"),
        level=say.one("level"),
        reports_to=say.all("reports_to"),
        headcount=say.one("headcount"),
        purpose=say.all("purpose"),
        duties=tuple(_duty(each) for each in _below(node, "duties")),
        authorities=tuple(_duty(each) for each in _below(node, "authorities")),
        qualifications=pairs["qualifications"],
        relations=pairs["relations"],
        kpis=tuple(_kpi(each) for each in _below(node, "kpis")),
        deputy=say.one("deputy"),
    )


def _kpi(node: Node) -> DraftKpi:
    say = _Say(node)
    rest = {key: say.one(key) for key in ("weight", "target", "definition", "formula", "source", "cycle", "kind")}
    name = say.one("name") or say.one("ref") or Quoted("", node.line)
    return DraftKpi(name, scoring=say.all("scoring"), **rest)


def _process(node: Node) -> DraftProcess:
    say = _Say(node)
    steps = tuple(_step(each) for each in _below(node, "steps"))
    return DraftProcess(say.one("name") or Quoted("", node.line), steps, say.one("purpose"))


def _step(node: Node) -> DraftStep:
    say = _Say(node)
    duties = tuple(_duty(each) for each in _below(node, "duties"))
    name = say.one("name") or Quoted("", node.line)
    return DraftStep(name, say.one("text"), say.all("do"), say.all("to"), say.one("sla"), say.all("outputs"), duties)
