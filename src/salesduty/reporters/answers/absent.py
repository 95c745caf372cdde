"""What breaks when a post is empty, for a director: who stands in, what nobody takes over, what rests on one deputy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from salesduty.reporters.answers.layout import INDENT, Said, cadence, column_of, joined, labelled, paragraph, placed, safe
from salesduty.reporters.look import Look, Piece
from salesduty.results.answers import Absence, Absent, Break, BreakKind, Deputy, Doubt, Weight
from salesduty.results.wording import Text

_DEPUTY, _WAITING = Text("备岗", "deputy"), Text("在等的人", "who waits")
_WEIGHTS: Mapping[Weight, Text] = {
    "money": Text("钱和合同", "money"),
    "customer": Text("客户", "customers"),
    "other": Text("其他", "others"),
}
_LABELS = (_DEPUTY, _WAITING, *_WEIGHTS.values())

_ONE = Text("{department}：{post}不在（编制 {people} 人）", "{department}: {post} is away (headcount {people})")
_UNCOUNTED = Text("{department}：{post}不在（没有写编制，按 1 人算）", "{department}: {post} is away (no headcount, taken as 1)")
_NOT_YET = Text("{department}：{post}现在没有人，它还没有设立或已经撤销。", "{department}: {post} does not exist today.")
_BROKEN = Text("没人接（{count} 件）", "Nobody takes over ({count})")
_ON_DEPUTY = Text("全靠备岗{deputy}接（{count} 件）", "All up to the deputy {deputy} ({count})")
_ON_ONE = Text("全落到剩下的 1 名同事身上（{count} 件）", "All up to the one colleague who is left ({count})")
_ON_COLLEAGUES = Text("由其余 {people} 名同事接（{count} 件）", "The {people} colleagues take over ({count})")
_NOTHING = Text("什么都不耽误。", "Nothing breaks.")
_MORE = Text("还有 {count} 件", "{count} more")

_NO_DEPUTY = Text("没有写", "none is named")
_AMONG = Text("同岗同事互相顶，还有 {people} 人", "colleagues in the same post, {people} left")
_CAN = Text("{name}，能顶", "{name} can stand in")
_CANNOT = Text("{name}，顶不了", "{name} cannot stand in")
_LOAD = Text("自己有 {duties} 项职责", "has {duties} duties already")
_DOUBTS: Mapping[Doubt, Text] = {
    "none": Text("没有写备岗", "no deputy is named"),
    "unknown": Text("备岗写的“{name}”找不到", "the deputy “{name}” is unknown"),
    "itself": Text("备岗写的是本岗，本岗没有第二个人", "the deputy is the post itself, which has nobody else"),
    "inactive": Text("备岗“{name}”还没有设立或已撤销", "the deputy “{name}” does not exist today"),
    "outside": Text("备岗“{name}”不是本部门的岗位", "the deputy “{name}” is no post of the department"),
    "level": Text("备岗“{name}”低两级", "the deputy “{name}” stands two levels lower"),
    "busy": Text("还要顶{others}", "stands in for {others} as well"),
    "limit": Text("有的审批没有权限", "may not approve all of it"),
    "half": Text("有的事会自己做、自己审", "would check its own work in places"),
}
_LOW = Text("低两级", "two levels lower")
_NO_PLAIN: frozenset[Doubt] = frozenset(("busy", "limit", "half"))

_SAID: Mapping[BreakKind, Text] = {
    "approval": Text("{what}", "{what}"),
    "duty": Text("{what}", "{what}"),
    "step": Text("流程停在“{what}”", "the process stops at “{what}”"),
    "promise": Text("承诺没人守：{what}", "a promise nobody keeps: {what}"),
    "meeting": Text("没人主持：{what}", "nobody leads: {what}"),
    "system": Text("没人维护系统：{what}", "nobody keeps the system: {what}"),
    "signal": Text("没人监测：{what}", "nobody watches: {what}"),
    "kpi": Text("没人承担指标：{what}", "nobody carries the KPI: {what}"),
    "team": Text("{count} 个岗位没有上级：{who}", "{count} without a superior: {who}"),
    "check": Text("{what}", "{what}"),
    "deputy": Text("{what}", "{what}"),
}
_TAKEN: Mapping[BreakKind, Text] = {
    "approval": Text("批：{what}", "approve: {what}"),
    "step": Text("环节“{what}”", "the step “{what}”"),
    "promise": Text("守承诺：{what}", "keep the promise: {what}"),
    "meeting": Text("主持：{what}", "lead: {what}"),
    "system": Text("维护系统：{what}", "keep the system: {what}"),
    "signal": Text("监测：{what}", "watch: {what}"),
    "kpi": Text("承担指标：{what}", "carry the KPI: {what}"),
    "team": Text("带 {count} 个岗位：{who}", "lead {count} posts: {who}"),
}
_STEP_TAKEN: Mapping[str, Text] = {
    "decide": Text("在环节“{what}”拍板", "decide in the step “{what}”"),
    "review": Text("审核环节“{what}”", "review the step “{what}”"),
}
_STEP_LACKS: Mapping[str, Text] = {
    "decide": Text("环节“{what}”没人拍板", "nobody decides in the step “{what}”"),
    "review": Text("环节“{what}”没人审核", "nobody reviews in the step “{what}”"),
}
_TOO_FEW = Text("要 {wanted} 人办，只剩 {left} 人：{what}", "takes {wanted} people, {left} left: {what}")
_SECOND = Text("双人办理，备岗补第二人：{what}", "takes two, the deputy is the second: {what}")
_HALF = Text("{who}会自己做、自己审：{what}", "{who} would check its own work: {what}")
_APPROVALS = Text("没人能批：", "nobody may approve:")
_LACKS = Text("没人能批，备岗{who}没有这些权限：", "nobody may approve, {who} has no such power:")
_WITHIN, _BRACKET = Text("（时限 {limit}）", " (within {limit})"), Text("（{limit}）", " ({limit})")

_MOST_BROKEN, _MOST_TAKEN, _MOST_NAMES = 5, 3, 6
_SENTENCE = 48


def report(found: Absent, look: Look) -> Iterator[Piece]:
    """Yield `found` for a person to read in a window of `look.columns` columns."""
    names = Counter({absence.department: absence.department_name for absence in found.absences}.values())
    for index, absence in enumerate(found.absences):
        if index:
            yield Piece("\n")
        yield from _absence(absence, look, with_id=names[absence.department_name] > 1)


def _absence(absence: Absence, look: Look, *, with_id: bool) -> Iterator[Piece]:
    department = safe(absence.department_name, look) + (f" ({safe(absence.department, look)})" if with_id else "")
    values = {"department": department, "post": safe(absence.name, look), "people": absence.people}
    if not absence.active:
        yield from paragraph(_NOT_YET.filled(values).within(look.lang), look, style="strong")
        return
    title = _UNCOUNTED if absence.people is None else _ONE
    column = column_of(_LABELS, look)
    yield from paragraph(title.filled(values).within(look.lang), look, style="strong")
    yield from labelled(_DEPUTY, [_deputy(absence, look)], column, look)
    if not absence.breaks:
        yield from paragraph(_NOTHING.within(look.lang), look, INDENT, "good")
        return
    broken = absence.broken
    if broken:
        heading = _BROKEN.filled({"count": len(broken)})
        yield from _section(heading, broken, column, look, alone=True)
    left = (absence.people or 1) - 1
    for rest, words in (("deputy", _ON_DEPUTY), ("colleagues", _ON_ONE if left == 1 else _ON_COLLEAGUES)):
        taken = [each for each in absence.breaks if each.rests_on == rest]
        if taken:
            heading = words.filled({"count": len(taken), "deputy": safe(absence.deputy.name, look), "people": left})
            yield from _section(heading, taken, column, look, alone=False)
    yield from labelled(_WAITING, _waiting(absence.breaks, look), column, look)


def _deputy(absence: Absence, look: Look) -> Said:
    """Who stands in, and what stands against it."""
    deputy = absence.deputy
    if (absence.people or 1) > 1 and (deputy.name == absence.name or "none" in deputy.doubts):
        return _AMONG.filled({"people": (absence.people or 1) - 1}).within(look.lang), ""
    if "none" in deputy.doubts:
        return _NO_DEPUTY.within(look.lang), "error"
    words = [(_CAN if deputy.can else _CANNOT).filled({"name": safe(deputy.name, look)}).within(look.lang)]
    words += [(_LOW.within(look.lang) if doubt == "level" else _doubt(doubt, deputy, look)) for doubt in deputy.doubts]
    if deputy.can and deputy.duties:
        words.append(_LOAD.filled({"duties": deputy.duties}).within(look.lang))
    comma = "；" if look.lang == "zh" else "; "
    style = "" if deputy.can and not _NO_PLAIN.intersection(deputy.doubts) else "warning"
    return comma.join(words), style  # type: ignore[return-value]


def _doubt(doubt: Doubt, deputy: Deputy, look: Look) -> str:
    values = {"name": safe(deputy.name, look), "others": joined(deputy.for_others, look, _MOST_NAMES)}
    return _DOUBTS[doubt].filled(values).within(look.lang)


def _section(heading: Text, breaks: Sequence[Break], column: int, look: Look, *, alone: bool) -> Iterator[Piece]:
    """What breaks or is taken over, the first few of each weight."""
    yield from paragraph(heading.within(look.lang), look, INDENT, "error" if alone else "strong")
    most = _MOST_BROKEN if alone else _MOST_TAKEN
    for weight, label in _WEIGHTS.items():
        several = [each for each in breaks if each.weight == weight]
        said: list[Said] = []
        if alone and any(each.kind == "approval" for each in several[:most]):
            said.append(_approvals(several, look))
        for each in several[:most]:
            inset = INDENT if alone and each.kind == "approval" else ""
            said.append((inset + _said(each, look, alone=alone), ""))
        if len(several) > most:
            said.append((_MORE.filled({"count": len(several) - most}).within(look.lang), "quiet"))
        yield from labelled(label, said, column, look)


def _approvals(breaks: Sequence[Break], look: Look) -> Said:
    """The line above the approvals, which come first."""
    who = [name for each in breaks if each.kind == "approval" for name in each.who]
    words = _LACKS.filled({"who": joined(who, look, 1)}) if who else _APPROVALS
    return words.within(look.lang), "strong"


def _said(each: Break, look: Look, *, alone: bool) -> str:
    """One thing on a line: what it is, its time limit, and where it is written if nobody takes it over."""
    values: dict[str, object] = {"what": _what(each, look), "who": joined(each.who, look, _MOST_NAMES), "count": len(each.who)}
    place = f"  {placed(each.at, look)}" if alone and each.at is not None else ""
    if each.kind == "check":
        left, _, wanted = each.limit.partition("/")
        words = _HALF if each.why == "half" else _TOO_FEW if alone else _SECOND
        return words.filled({**values, "left": left, "wanted": wanted}).within(look.lang) + place
    if each.kind == "deputy":
        return _DOUBTS[each.why].filled({"name": safe(each.what, look)}).within(look.lang)  # type: ignore[index]
    words = (_STEP_LACKS if alone else _STEP_TAKEN).get(each.why) or (_SAID if alone else {**_SAID, **_TAKEN})[each.kind]
    return words.filled(values).within(look.lang) + _limit(each, str(values["what"]), look) + place


def _what(each: Break, look: Look) -> str:
    """The name of a thing; of a duty without a title its sentence, as far as it is short."""
    named = (
        each.kind in ("step", "system", "kpi", "meeting")
        or not each.text
        or (each.what and not each.text.startswith(each.what[:8]))
    )
    return safe(each.what if named and each.kind != "approval" else each.text, look, _SENTENCE)


def _limit(each: Break, what: str, look: Look) -> str:
    """A limit that the words do not tell already."""
    if not each.limit or safe(each.limit, look) in what or each.kind == "approval":
        return ""
    words = _WITHIN if each.kind in ("duty", "step") else _BRACKET
    return words.filled({"limit": cadence(each.limit, look)}).within(look.lang)


def _waiting(breaks: Sequence[Break], look: Look) -> list[Said]:
    """Who waits for what the post hands over."""
    names = [name for each in breaks if each.kind in ("duty", "step") for name in each.who]
    outputs = [output for each in breaks if each.kind in ("duty", "step") and each.who for output in each.outputs]
    if not names:
        return []
    said = joined(names, look, _MOST_NAMES)
    if outputs:
        said += _BRACKET.filled({"limit": joined(outputs, look, 4)}).within(look.lang)
    return [(said, "")]
