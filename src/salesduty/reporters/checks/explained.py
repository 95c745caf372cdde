"""How duties were read, for people: the sentence with its words marked, then each field; and the same for programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from salesduty.reporters.columns import padded, width, wrapped
from salesduty.reporters.harmless import harmless, harmless_line, spelt
from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.coverage import PART_NAMES
from salesduty.results.explained import Characters, ClauseRead, Compared, Covers, Explained, Role, Told
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_FIELDS: Mapping[str, Text] = {
    "area": Text("职责领域", "area"),
    "action": Text("动作", "action"),
    "object": Text("对象", "object"),
    "scope": Text("范围", "scope"),
    "cadence": Text("频次", "cadence"),
    "sla": Text("时限", "sla"),
    "inputs": Text("输入", "inputs"),
    "outputs": Text("产出", "outputs"),
    "from": Text("来自", "from"),
    "to": Text("接收方", "to"),
    "kind": Text("类别", "kind"),
}
_ROLES: Mapping[Role, Text] = {
    "main": Text("本职", "the duty"),
    "purpose": Text("目的", "its purpose"),
    "input": Text("依据", "its ground"),
}
_KINDS = {"function": Text("职能", "function"), "step": Text("环节", "step"), "area": Text("领域", "area")}
_WHY: Mapping[str, Text] = {
    "action": Text("动作不同", "another action"),
    "level": Text("上下级各有分工", "each level has its part"),
    "line": Text("上下级关系", "one leads the other"),
    "stage": Text("先后两道审核", "one review after the other"),
    "shared": Text("已写明共担", "declared as shared"),
    "same": Text("领域、动作、范围相同", "same area, action and scope"),
    "words": Text("用词相同", "same words"),
}
_RELATIONS = {"conflict": Text("重叠", "overlaps"), "layered": Text("分层", "layered")}
_WRITTEN = Text("写明", "written")
_INFERRED = Text("推断 {percent}%", "inferred {percent}%")
_BY = {
    "title": Text("据标题“{words}”", "by the title “{words}”"),
    "sentence": Text("据“{words}”", "by “{words}”"),
    "post": Text("据岗位名称", "by the name of the post"),
}
_USUAL = Text("没有写，按惯例", "not said, as usual")
_CLAUSES, _COVERS = Text("分句：", "Clauses:"), Text("覆盖：", "Covers:")
_NO_COVER = Text("覆盖：没有对应的职能、环节或必备领域", "Covers: no function, step or required area")
_MET = Text("与其他岗位的 {count} 条同领域职责对照：", "Compared with {count} duties of other posts in its areas:")
_NO_CLASH = Text("没有重叠，也没有分层", "neither overlapping nor layered")
_MORE = Text("另有 {count} 条", "{count} more")
_OR = Text("，也可能是{others}", ", or {others}")
_AREA = Text("{name}（{id}）", "{name} ({id})")
_UNTOLD = Text("看不出领域", "no area told")
_COMMA, _LIST = Text("，", ", "), Text("、", ", ")
_INDENT = "  "
_MOST_COMPARED = 4
_LONGEST = 60


def text(found: Sequence[Explained], look: Look) -> Iterator[Piece]:
    """Yield each of `found` for a person to read in a window of `look.columns` columns."""
    for index, each in enumerate(found):
        if index:
            yield Piece("\n")
        yield from _one(each, look)


def json(found: Sequence[Explained], look: Look) -> Iterator[Piece]:
    """Yield `found` as JSON, one duty a line; `span` counts characters of `text` from 0."""
    yield Piece(f'{{"version": {dumped(look.version, look)}, "explained": [')
    for index, each in enumerate(found):
        yield Piece((",\n" if index else "\n") + dumped(_as_json(each, look), look))
    yield Piece("\n]}\n")


def _one(each: Explained, look: Look) -> Iterator[Piece]:
    yield from _lines("", one_line(each.post, _LONGEST) + "  " + each.address, look, "strong")
    yield from _lines(_INDENT, f"{each.file}:{each.span.line}:{each.span.column}", look, "place")
    if each.title and each.title != each.text:
        yield from _lines(_INDENT, one_line(each.title, _LONGEST), look, "quiet")
    yield from _marked(each, look)
    yield Piece("\n")
    label = max(width(words.within(look.lang)) for words in _FIELDS.values()) + 2
    for told in each.read:
        lead = _INDENT + padded(_FIELDS[told.field].within(look.lang), label)
        yield from _hanging(lead, _value(told, look), look)
    yield from _clauses(each.clauses, look)
    yield from _covered(each.covers, look)
    yield from _beside(each, look)


def _marked(each: Explained, look: Look) -> Iterator[Piece]:
    """The sentence, cut where the window ends, and below each line what marks the words in it."""
    room = look.columns - len(_INDENT)
    cells = spelt(re.sub(r"[\r\n]", " ", each.text), look.encoding)
    widths = [width(cell) for cell in cells]
    labels: dict[Characters, list[str]] = {}
    for told in each.read:
        if told.span[1] > told.span[0] and told.field != "kind":
            labels.setdefault(told.span, []).append(_FIELDS[told.field].within(look.lang))
    for first, last in _chunks(widths, room):
        yield Piece(_INDENT + harmless_line("".join(cells[first:last])).rstrip() + "\n")
        for (start, end), names in sorted(labels.items()):
            begin, stop = max(start, first), min(end, last)
            if begin < stop:
                before, carets = sum(widths[first:begin]), max(1, sum(widths[begin:stop]))
                name = " " + _LIST.within(look.lang).join(names)
                yield Piece(_INDENT + " " * before + "^" * carets, "good")
                yield Piece((name if before + carets + width(name) <= room else "") + "\n", "quiet")


def _chunks(widths: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """Stretches of characters that fit into `room` columns each, one at the least."""
    first, used = 0, 0
    for index, wide in enumerate(widths):
        if used + wide > room and index > first:
            yield first, index
            first, used = index, 0
        used += wide
    yield first, len(widths)


def _value(told: Told, look: Look) -> str:
    value = one_line(told.value.within(look.lang), 200)
    if told.source == "written":
        return f"{value}  {_WRITTEN.within(look.lang)}"
    if told.source == "usual":
        return f"{value}  {_USUAL.within(look.lang)}"
    said = f"{value}  {_percent(told.certainty, look)}"
    by = _BY[told.source] if told.words or told.source == "post" else None
    return said + (_COMMA.within(look.lang) + by.filled({"words": one_line(told.words)}).within(look.lang) if by else "")


def _percent(certainty: float, look: Look) -> str:
    if certainty >= 1:
        return _WRITTEN.within(look.lang)
    return _INFERRED.filled({"percent": round(certainty * 100)}).within(look.lang)


def _clauses(clauses: Sequence[ClauseRead], look: Look) -> Iterator[Piece]:
    if clauses:
        yield from _lines(_INDENT, _CLAUSES.within(look.lang), look, "quiet")
    role = max(width(words.within(look.lang)) for words in _ROLES.values()) + 2
    for clause in clauses:
        area = _AREA.filled({"name": clause.name, "id": clause.area}) if clause.area else _UNTOLD
        said = area.within(look.lang)
        parts = [clause.action.within(look.lang), said]
        if clause.area:
            parts.append(_percent(clause.certainty, look))
        others = _OR.filled({"others": clause.others}).within(look.lang) if clause.others else ""
        words = f"“{one_line(clause.words, _LONGEST)}”  " if clause.words else ""
        lead = _INDENT * 2 + padded(_ROLES[clause.role].within(look.lang), role)
        yield from _hanging(lead, words + _COMMA.within(look.lang).join(parts) + others, look)


def _covered(covers: Sequence[Covers], look: Look) -> Iterator[Piece]:
    yield from _lines(_INDENT, (_COVERS if covers else _NO_COVER).within(look.lang), look, "quiet")
    for each in covers:
        kind = _KINDS[each.kind].within(look.lang)
        group = f"{one_line(each.group, _LONGEST)} → " if each.group else ""
        said = [
            f"{group}{one_line(each.name, _LONGEST)}",
            PART_NAMES[each.part].within(look.lang),
            _percent(each.confidence, look),
        ]
        yield from _hanging(_INDENT * 2 + kind + "  ", _COMMA.within(look.lang).join(said), look)


def _beside(each: Explained, look: Look) -> Iterator[Piece]:
    yield from _lines(_INDENT, _MET.filled({"count": each.met}).within(look.lang), look, "quiet")
    if not each.compared:
        yield from _lines(_INDENT * 2, _NO_CLASH.within(look.lang), look, "")
    conflicts = [one for one in each.compared if one.relation == "conflict"]
    layered = [one for one in each.compared if one.relation == "layered"]
    styled: tuple[tuple[list[Compared], Style], ...] = ((conflicts, "warning"), (layered, ""))
    for several, style in styled:
        for one in several[:_MOST_COMPARED]:
            yield from _hanging(_INDENT * 2 + _RELATIONS[one.relation].within(look.lang) + "  ", _stands(one, look), look, style)
        if len(several) > _MOST_COMPARED:
            yield from _lines(
                _INDENT * 2, _MORE.filled({"count": len(several) - _MOST_COMPARED}).within(look.lang), look, "quiet"
            )


def _stands(one: Compared, look: Look) -> str:
    why = _WHY[one.why].within(look.lang) if one.why in _WHY else ""
    said = f"{one_line(one.post, _LONGEST)} “{one_line(one.text, _LONGEST)}”"
    return _COMMA.within(look.lang).join(part for part in (said, why) if part)


def _hanging(lead: str, said: str, look: Look, style: Style = "") -> Iterator[Piece]:
    """`said` behind `lead`, wrapped, and lined up below its first line."""
    hang = " " * width(lead)
    for index, line in enumerate(wrapped(harmless(said, look.encoding), look.columns - len(hang))):
        yield Piece(hang if index else lead, "" if style else "quiet")
        yield Piece(harmless_line(line) + "\n", style)


def _lines(indent: str, said: str, look: Look, style: Style) -> Iterator[Piece]:
    for line in wrapped(harmless(said, look.encoding), look.columns - len(indent)):
        yield Piece(indent + harmless_line(line) + "\n", style)


def _as_json(each: Explained, look: Look) -> dict[str, object]:
    return {
        "address": each.address,
        "department": each.department,
        "post": each.post,
        "file": each.file,
        "line": each.span.line,
        "column": each.span.column,
        "text": each.text,
        "title": each.title,
        "fields": [
            {
                "field": told.field,
                "value": told.value.within(look.lang),
                "source": told.source,
                "confidence": told.certainty,
                "span": list(told.span) if told.span[1] > told.span[0] else None,
                "words": told.words,
            }
            for told in each.read
        ],
        "clauses": [_clause_as_json(clause, look) for clause in each.clauses],
        "covers": [
            {
                "kind": one.kind,
                "name": one.name,
                "group": one.group,
                "address": one.address,
                "part": one.part,
                "confidence": one.confidence,
                "state": one.state,
            }
            for one in each.covers
        ],
        "compared_with": each.met,
        "compared": [
            {
                "relation": one.relation,
                "post": one.post,
                "address": one.address,
                "text": one.text,
                "why": one.why,
                "confidence": one.certainty,
            }
            for one in each.compared
        ],
    }


def _clause_as_json(clause: ClauseRead, look: Look) -> dict[str, object]:
    return {
        "role": clause.role,
        "words": clause.words,
        "span": list(clause.span) if clause.span[1] > clause.span[0] else None,
        "area": clause.area,
        "name": clause.name,
        "action": clause.action.within(look.lang),
        "confidence": clause.certainty,
        "others": list(clause.others),
    }
