"""Who holds a thing, for a director: a short block for each department that has something to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from salesduty.reporters.answers.layout import (
    INDENT,
    SEMICOLON,
    Said,
    cadence,
    column_of,
    joined,
    labelled,
    paragraph,
    placed,
    safe,
)
from salesduty.reporters.columns import width
from salesduty.reporters.look import Look, Piece
from salesduty.results.answers import Answer, Bearer, BearerKind, Measured, Subject, Timed, Who
from salesduty.results.coverage import PART_NAMES, PARTS
from salesduty.results.wording import Text

_KINDS: Mapping[BearerKind, Text] = {
    "step": Text("环节：{what}", "step: {what}"),
    "authority": Text("权限：{what}", "power: {what}"),
    "promise": Text("接手承诺：{what}", "receives: {what}"),
    "meeting": Text("主持：{what}", "leads: {what}"),
    "system": Text("维护系统：{what}", "keeps the system: {what}"),
    "signal": Text("监测：{what}", "watches: {what}"),
    "name": Text("只是岗位名称对得上", "only the name of the post says so"),
}
_TO, _ESCALATE, _WITHIN = Text("交给", "goes to"), Text("升级", "on to"), Text("时限", "within")
_EVERY, _KPI, _IN, _FORMS = Text("频次", "how often"), Text("考核", "KPI"), Text("出处", "part of"), Text("表单", "forms")
_LABELS = (*PART_NAMES.values(), _TO, _ESCALATE, _WITHIN, _EVERY, _KPI, _IN, _FORMS)

_READ_AS: Mapping[Subject, Text] = {
    "matter": Text("“{question}”按这件事查：{areas}", "“{question}” read as: {areas}"),
    "area": Text("“{question}”是职责领域：{areas}", "“{question}” is an area: {areas}"),
    "function": Text("“{question}”是部门职能：{areas}", "“{question}” is a function: {areas}"),
    "step": Text("“{question}”是流程环节：{areas}", "“{question}” is a step: {areas}"),
    "kpi": Text("“{question}”是绩效指标，靠这些事推动：{areas}", "“{question}” is a KPI, driven by: {areas}"),
    "post": Text("“{question}”是岗位，它负责的事：", "“{question}” is a post; what it holds:"),
}
_BY_WORDS = Text("“{question}”按字面查：", "“{question}”, by its words:")
_STATED, _INFERRED = Text("写明", "stated"), Text("推断", "inferred")
_SUPPORT_ONLY = Text("只有人协助或知会，没有人负责", "somebody supports it, but nobody holds it")
_MORE_SENTENCES = Text("还有 {count} 条", "{count} more")
_ALSO = Text("还有 {names}", "also {names}")
_AGAIN = Text("同上：{names}", "as above: {names}")
_STEPS = Text("流程“{group}”：{steps}", "process “{group}”: {steps}")
_OWNER = Text("（{owner}总负责）", " (owner: {owner})")
_FUNCTIONS = Text("部门职能：{names}", "functions: {names}")
_OTHERS = Text("其余 {count} 个部门没有。", "Nothing in {count} other {noun}.")
_NOBODY = Text("没有人负责“{question}”。", "Nobody holds “{question}”.")
_UNKNOWN = Text(
    "看不懂“{question}”。换一个说法，或写职能、环节、岗位、指标的名称。",
    "“{question}” is not understood. Use other words, or the name of a function, a step, a post or a KPI.",
)
_NEAREST = Text("最接近的：", "What comes nearest:")
_DID_YOU_MEAN = Text("是不是想问：{names}", "Did you mean: {names}")
_DONE_BY = Text("{department} {post}：{text}", "{department}, {post}: {text}")

_SENTENCE = 24
"""So many columns are a sentence rather than a figure."""
_MOST_POSTS, _MOST_SENTENCES, _MOST_OF_POST, _MOST_NAMES, _MOST_STEPS = 4, 2, 8, 6, 6


def report(found: Who, look: Look) -> Iterator[Piece]:
    """Yield `found` for a person to read in a window of `look.columns` columns."""
    yield from _headline(found, look)
    names = Counter(answer.name for answer in found.answers)
    column = column_of(_LABELS, look)
    for answer in found.answers:
        yield Piece("\n")
        title = safe(answer.name, look) + (f" ({safe(answer.department, look)})" if names[answer.name] > 1 else "")
        yield from paragraph(title, look, style="strong")
        yield from _block(answer, column, look, most=_MOST_OF_POST if found.subject == "post" else _MOST_SENTENCES)
    if found.answers and found.others:
        noun = "department" if found.others == 1 else "departments"
        yield Piece("\n")
        yield from paragraph(_OTHERS.filled({"count": found.others, "noun": noun}).within(look.lang), look, style="quiet")
    if not found.is_held:
        yield from _helped(found, look)


def _headline(found: Who, look: Look) -> Iterator[Piece]:
    question = safe(found.question, look, 40)
    if not found.is_held:
        words = _NOBODY if found.subject else _UNKNOWN
        yield from paragraph(words.filled({"question": question}).within(look.lang), look, style="warning")
        return
    words = _READ_AS[found.subject] if found.areas or found.subject == "post" else _BY_WORDS
    yield from paragraph(words.filled({"question": question, "areas": joined(found.areas, look, 4)}).within(look.lang), look)


def _helped(found: Who, look: Look) -> Iterator[Piece]:
    """What may have been meant, and what comes nearest."""
    if found.nearest:
        yield from paragraph(_NEAREST.within(look.lang), look)
        for near in found.nearest:
            text = safe(near.bearer.text or near.bearer.title, look)
            values = {"department": safe(near.department, look), "post": safe(near.bearer.name, look), "text": text}
            yield from paragraph(_DONE_BY.filled(values).within(look.lang), look, INDENT)
            yield from paragraph(placed(near.bearer.at, look), look, INDENT * 2, "quiet")
    if found.suggestions:
        yield from paragraph(_DID_YOU_MEAN.filled({"names": joined(found.suggestions, look, 6)}).within(look.lang), look)


def _block(answer: Answer, column: int, look: Look, *, most: int) -> Iterator[Piece]:
    if not answer.is_held:
        yield from paragraph(_SUPPORT_ONLY.within(look.lang), look, INDENT, "warning")
    told: set[tuple[str, str, str]] = set()
    for part in PARTS:
        bearers = [bearer for bearer in answer.bearers if bearer.part == part]
        yield from labelled(
            PART_NAMES[part], _part(bearers, told, look, 0 if part in ("support", "inform") else most), column, look
        )
    ways = {way: [handed for handed in answer.handed if handed.way == way] for way in ("to", "escalate")}
    yield from labelled(_TO, _plainly(joined([handed.name for handed in ways["to"]], look, _MOST_NAMES)), column, look)
    escalated = [f"{safe(handed.about, look)} → {safe(handed.name, look)}" for handed in ways["escalate"]]
    yield from labelled(_ESCALATE, _plainly(_some(escalated, look)), column, look)
    yield from labelled(
        _WITHIN, _plainly(_some([_timed(timed, safe(timed.value, look), look) for timed in answer.limits], look)), column, look
    )
    rhythms = [_timed(timed, cadence(timed.value, look), look) for timed in answer.rhythms]
    yield from labelled(_EVERY, _plainly(_some(rhythms, look)), column, look)
    yield from labelled(_KPI, [(_measured(measured, look), "") for measured in answer.measures[:_MOST_NAMES]], column, look)
    yield from labelled(_IN, _mentions(answer, look), column, look)
    yield from labelled(_FORMS, _plainly(joined(answer.records, look, _MOST_NAMES)), column, look)


def _plainly(text: str) -> list[Said]:
    return [(text, "")] if text else []


def _some(sayings: Sequence[str], look: Look) -> str:
    """The first few of several, each once, and how many more there are."""
    once = list(dict.fromkeys(sayings))
    more = [_MORE_SENTENCES.filled({"count": len(once) - _MOST_STEPS}).within(look.lang)] if len(once) > _MOST_STEPS else []
    return SEMICOLON.within(look.lang).join([*once[:_MOST_STEPS], *more])


def _part(bearers: Sequence[Bearer], told: set[tuple[str, str, str]], look: Look, most: int) -> Iterator[Said]:
    """Who has one part: the first few with their sentences, which are told once, the others by name."""
    by_name: dict[str, list[Bearer]] = {}
    for bearer in bearers:
        by_name.setdefault(bearer.name, []).append(bearer)
    if not most:
        yield from _plainly(joined(list(by_name), look, _MOST_NAMES))
        return
    fresh = {name: [bearer for bearer in several if _key(bearer) not in told] for name, several in by_name.items()}
    told.update(_key(bearer) for bearer in bearers)
    shown = [name for name, several in fresh.items() if several]
    for name in shown[:_MOST_POSTS]:
        known = _STATED if any(bearer.stated for bearer in by_name[name]) else _INFERRED
        yield f"{safe(name, look)}  {known.within(look.lang)}", "strong"
        yield from _sentences(fresh[name], look, most)
    if shown[_MOST_POSTS:]:
        yield _ALSO.filled({"names": joined(shown[_MOST_POSTS:], look, _MOST_NAMES)}).within(look.lang), "quiet"
    if again := [name for name, several in fresh.items() if not several]:
        yield _AGAIN.filled({"names": joined(again, look, _MOST_NAMES)}).within(look.lang), ""


def _key(bearer: Bearer) -> tuple[str, str, str]:
    return bearer.name, bearer.kind, bearer.at.address


def _sentences(bearers: Sequence[Bearer], look: Look, most: int) -> Iterator[Said]:
    """The sentences of one post, each with its place; the steps that name it take one line."""
    steps = [bearer for bearer in bearers if bearer.kind == "step"]
    others = [bearer for bearer in bearers if bearer.kind != "step"]
    if steps:
        what = joined([bearer.title for bearer in steps], look, _MOST_STEPS)
        yield _with_place(_KINDS["step"].filled({"what": what}).within(look.lang), steps[0], look)
    for bearer in others[:most]:
        what = safe(bearer.text or bearer.title, look)
        said = what if bearer.kind == "duty" else _KINDS[bearer.kind].filled({"what": what}).within(look.lang)
        yield _with_place(said, bearer, look)
    if len(others) > most:
        yield INDENT + _MORE_SENTENCES.filled({"count": len(others) - most}).within(look.lang), "quiet"


def _with_place(said: str, bearer: Bearer, look: Look) -> Said:
    return f"{INDENT}{said}  {placed(bearer.at, look)}", ""


def _timed(timed: Timed, value: str, look: Look) -> str:
    """`投诉登记 1 小时`; a promise tells its limit itself."""
    about = (
        safe(timed.about or timed.who, look)
        if timed.about or value != safe(timed.value, look) or width(value) < _SENTENCE
        else ""
    )
    return f"{about} {value}" if about else value


def _measured(measured: Measured, look: Look) -> str:
    """`投诉限时办结率 ≥95%：销售主管 10%、大区经理 10%`."""
    carriers = [f"{one.name} {one.weight:g}%" if one.weight is not None else one.name for one in measured.carriers]
    name = " ".join(filter(None, (safe(measured.name, look), safe(measured.target, look))))
    colon = "：" if look.lang == "zh" else ": "
    return name + colon + joined(carriers, look, _MOST_NAMES)


def _mentions(answer: Answer, look: Look) -> Iterator[Said]:
    functions = [mention.name for mention in answer.mentions if mention.kind == "function"]
    if functions:
        yield _FUNCTIONS.filled({"names": joined(functions, look, _MOST_NAMES)}).within(look.lang), ""
    groups: dict[str, list[str]] = {}
    owners: dict[str, str] = {}
    for mention in answer.mentions:
        if mention.kind == "step":
            groups.setdefault(mention.group, []).append(mention.name)
            owners[mention.group] = mention.owner
    for group, steps in groups.items():
        said = _STEPS.filled({"group": safe(group, look), "steps": joined(steps, look, _MOST_STEPS)})
        owner = _OWNER.filled({"owner": safe(owners[group], look)}).within(look.lang) if owners[group] else ""
        yield said.within(look.lang) + owner, ""
