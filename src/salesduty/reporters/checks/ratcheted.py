"""What a check did to the record of what is held: a few lines for people, an annotation, a key in the JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from salesduty.reporters.columns import wrapped
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.ratchet import Entry, Kind, Lost, Outcome, Ratcheted
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_SAID: Mapping[Outcome, Text] = {
    "made": Text("已建立覆盖记录 {file}，共 {count} 项", "made the record of what is held, {file}: {count} in it"),
    "kept": Text("覆盖没有低于记录 {file}（{count} 项）", "nothing in the record {file} is lost ({count} in it)"),
    "raised": Text("覆盖提高了，已记入 {file}：{gained}", "more is held, recorded in {file}: {gained}"),
    "fallen": Text(
        "覆盖低于记录 {file}，少了 {lost} 项，记录没有改动：",
        "less is held than {file} records; {lost} lost, the record is as it was:",
    ),
}
_STYLES: Mapping[Outcome, Style] = {"made": "good", "kept": "good", "raised": "good", "fallen": "error"}
_KINDS: Mapping[Kind, Text] = {
    "function": Text("职能“{name}”", "the function “{name}”"),
    "step": Text("流程“{group}”的环节“{name}”", "the step “{name}” of “{group}”"),
    "area": Text("职责领域“{name}”", "the area “{name}”"),
}
_LOST = {
    True: Text("{department}：{what}已经没有岗位负责{by}", "{department}: nobody holds {what} any more{by}"),
    False: Text("{department}：{what}已经不再写明{by}", "{department}: {what} is no longer declared{by}"),
}
_BY = Text("，原来由{posts}负责", "; it was held by {posts}")
_FIX = Text(
    "补上负责的岗位；确实不再需要的，从记录里删去那一行，和这次修改一起评审。",
    "Give it back to a post; if it is given up for good, delete its line from the record in the same change.",
)
_FIX_LABEL = Text("改法：", "fix: ")
_AND_MORE = Text("等 {count} 项", " and {count} more")
_INDENT = "  "
_LONGEST, _MOST_NAMED = 40, 8


def told(ratcheted: Ratcheted, look: Look) -> Iterator[Piece]:
    """Yield what became of the record, for a person."""
    values = {
        "file": one_line(ratcheted.file, 200),
        "count": ratcheted.recorded,
        "lost": len(ratcheted.lost),
        "gained": _gained(ratcheted.gained),
    }
    yield from _lines("", _SAID[ratcheted.outcome].filled(values), look, _STYLES[ratcheted.outcome])
    for lost in ratcheted.lost:
        yield from _lines(_INDENT, _lost(lost), look, "")
    if ratcheted.lost:
        yield from _lines(_INDENT, Text(_FIX_LABEL.zh + _FIX.zh, _FIX_LABEL.en + _FIX.en), look, "")


def annotated(ratcheted: Ratcheted, look: Look) -> Iterator[Piece]:
    """Yield an annotation for each loss, and what became of the record for the log."""
    file = _escaped(harmless(ratcheted.file, look.encoding)).replace(":", "%3A").replace(",", "%2C")
    for lost in ratcheted.lost:
        lines = (harmless(text.within(look.lang), look.encoding) for text in (_lost(lost), _FIX))
        yield Piece(f"::error file={file},title=ratchet::{'%0A'.join(map(_escaped, lines))}\n")
    if not ratcheted.lost:
        yield from told(ratcheted, look)


def with_ratchet(pieces: Iterable[Piece], ratcheted: Ratcheted, look: Look) -> Iterator[Piece]:
    """Yield `pieces`, a JSON object, with the key `ratchet` at its end."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting is not None:
            yield waiting
        waiting = piece
    end = waiting.text.rstrip() if waiting is not None else "}"
    yield Piece(end.removesuffix("}") + f', "ratchet": {dumped(_as_json(ratcheted), look)}' + "}\n")


def _lost(lost: Lost) -> Text:
    by = "、".join(f"“{one_line(name, _LONGEST)}”" for name in lost.entry.by[:_MOST_NAMED])
    values = {
        "department": one_line(lost.department, _LONGEST),
        "what": _named(lost.entry),
        "by": _BY.filled({"posts": by}) if by else "",
    }
    return _LOST[lost.declared].filled(values)


def _named(entry: Entry) -> Text:
    return _KINDS[entry.kind].filled({"name": one_line(entry.name, _LONGEST), "group": one_line(entry.group, _LONGEST)})


def _gained(gained: tuple[Entry, ...]) -> Text:
    named = [_named(entry) for entry in gained[:_MOST_NAMED]]
    zh, en = "、".join(each.zh for each in named), ", ".join(each.en for each in named)
    if len(gained) <= _MOST_NAMED:
        return Text(zh, en)
    rest = _AND_MORE.filled({"count": len(gained) - _MOST_NAMED})
    whole = _AND_MORE.filled({"count": len(gained)})
    return Text(zh + whole.zh, en + rest.en)


def _as_json(ratcheted: Ratcheted) -> dict[str, object]:
    return {
        "file": ratcheted.file,
        "outcome": ratcheted.outcome,
        "recorded": ratcheted.recorded,
        "lost": [{"department": lost.department, **_entry(lost.entry), "declared": lost.declared} for lost in ratcheted.lost],
        "gained": [_entry(entry) for entry in ratcheted.gained],
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {"address": entry.address, "kind": entry.kind, "name": entry.name, "group": entry.group, "by": list(entry.by)}


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _lines(indent: str, said: Text, look: Look, style: Style) -> Iterator[Piece]:
    for line in wrapped(harmless(said.within(look.lang), look.encoding), look.columns - len(indent)):
        yield Piece(indent + harmless_line(line) + "\n", style)
