"""The map of one department: a line for each thing that has to be held, and who holds it in what way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from salesduty.reporters.columns import columns_of, padded, width, wrapped
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.coverage import PART_NAMES, Chart, Part, Row, State
from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

MANY_ROWS = 25
"""In a longer map, what is well held is only counted."""
TABLE = 76
"""A narrower window has no room for a table; holders go below what they hold."""

_PARTS: tuple[Part, ...] = ("decide", "do", "review", "support")
"""The columns of the map; who is only told has none."""
_HEADINGS = tuple(PART_NAMES[part] for part in _PARTS)
_STATES: Mapping[State, Text] = {
    "owned": Text("有人负责", "held"),
    "supported-only": Text("只有协助", "support only"),
    "gap": Text("空白", "nobody"),
    "optional": Text("未要求", "optional"),
}
_STYLES: Mapping[State, Style] = {"owned": "", "supported-only": "warning", "gap": "error", "optional": "quiet"}
_MARKED: frozenset[State] = frozenset(("gap", "supported-only"))

_TITLE = Text("{name}（{posts} 个岗位）", "{name} ({posts} {noun})")
_COUNTED: tuple[tuple[str, Text], ...] = (
    ("required", Text("{count} 项要求", "{count} required")),
    ("owned", Text("{count} 项有人负责", "{count} held")),
    ("supported-only", Text("{count} 项只有协助", "{count} with support only")),
    ("gap", Text("{count} 项空白", "{count} held by nobody")),
)
_NOTHING_REQUIRED = Text(
    "没有写明部门职能、流程或部门类型，看不出缺什么；下面是各岗位已经承担的事",
    "No functions, processes or profile are declared, so nothing can be missing; this is what the posts hold",
)
_NO_ROWS = Text("还没有可以对照的内容", "There is nothing to set against the posts yet")
_FUNCTIONS, _AREAS = Text("部门职能", "Functions"), Text("职责领域", "Areas")
_PROCESS, _PROCESSES = Text("流程：{name}", "Process: {name}"), Text("流程", "Processes")
_STATE = Text("状态", "state")
_LADDER = Text("层级：", "levels: ")
_REST, _ALL = Text("其余 {count} 项有人负责", "{count} more are held"), Text("{count} 项都有人负责", "all {count} are held")
_IDLE = Text("{count} 项没有要求，也无人负责", "{count} neither required nor answered for")
_MORE = Text("加 --show info 可逐项列出", "add --show info to list them one by one")
_COMMA, _LIST = Text("，", ", "), Text("、", ", ")

_INDENT, _GAP = "  ", "  "
_MARK = "! "
_ARROW = " → "
_LONGEST_NAME = 60
_NARROWEST_NAME, _NARROWEST = 12, 8


def mapped(chart: Chart, look: Look, *, with_id: bool = False) -> Iterator[Piece]:
    """Yield the map of `chart`, fitted into `look.columns` columns; it ends with a line end.

    `with_id` tells departments of the same name apart.
    """
    name = one_line(chart.name) + (f" {one_line(chart.department)}" if with_id else "")
    title = _TITLE.filled({"name": name, "posts": len(chart.posts), "noun": "post" if len(chart.posts) == 1 else "posts"})
    for line in wrapped(harmless(title.within(look.lang), look.encoding), look.columns):
        yield Piece(harmless_line(line) + "\n", "strong")
    yield from _headline(chart, look)
    groups = [(name, _Folded.of(rows, chart, look)) for name, rows in _groups(chart.rows)]
    layout = _Layout.of(chart, [row for _, folded in groups for row in folded.listed], look)
    yield from _listed(groups, layout, look)
    if any(folded.hides for _, folded in groups):
        yield from _lines(_INDENT, _MORE.within(look.lang), look, "quiet")


def _listed(groups: list[tuple[Text, _Folded]], layout: _Layout, look: Look) -> Iterator[Piece]:
    """The groups with their rows; one that lists none takes a line, and the first that does says what the columns are."""
    with_columns, apart = True, True
    for name, folded in groups:
        if folded.listed or apart:
            yield Piece("\n")
        apart = bool(folded.listed)
        said = name.within(look.lang)
        if not folded.listed:
            yield from _lines(_INDENT, harmless(said, look.encoding) + _GAP + folded.rest(look), look, "quiet")
            continue
        yield from layout.heading(said, with_columns=with_columns)
        with_columns = False
        for row in folded.listed:
            yield from layout.row(row)
        if folded.hides:
            yield from _lines(_INDENT, folded.rest(look), look, "quiet")


def _headline(chart: Chart, look: Look) -> Iterator[Piece]:
    """How many things are required, and how many of them are held; what is not stands out."""
    if not chart.required:
        words = _NOTHING_REQUIRED if chart.rows else _NO_ROWS
        yield from _lines(_INDENT, words.within(look.lang), look, "quiet")
        return
    counts = {"required": chart.required}
    for row in chart.rows:
        counts[row.state] = counts.get(row.state, 0) + row.required
    said = [
        (name, words.filled({"count": counts.get(name, 0)}).within(look.lang))
        for name, words in _COUNTED
        if counts.get(name) or name in ("required", "owned")
    ]
    comma = _COMMA.within(look.lang)
    if width(_INDENT + comma.join(text for _, text in said)) > look.columns:
        yield from _lines(_INDENT, comma.join(text for _, text in said), look, "strong")
        return
    yield Piece(_INDENT)
    styles: Mapping[str, Style] = {"supported-only": "warning", "gap": "error"}
    for index, (name, text) in enumerate(said):
        yield Piece(comma if index else "")
        yield Piece(text, styles.get(name, ""))
    yield Piece("\n")


def _groups(rows: Iterable[Row]) -> list[tuple[Text, list[Row]]]:
    """The rows in groups, in the order that they are shown in: functions, each process, areas."""
    functions: list[Row] = []
    areas: list[Row] = []
    processes: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind == "step":
            processes.setdefault(row.group, []).append(row)
        else:
            (functions if row.kind == "function" else areas).append(row)
    steps = [(_PROCESS.filled({"name": one_line(name)}) if name else _PROCESSES, members) for name, members in processes.items()]
    return [group for group in ((_FUNCTIONS, functions), *steps, (_AREAS, areas)) if group[1]]


@dataclass(frozen=True, slots=True)
class _Folded:
    """The rows of a group that are listed, and how many more are well held, or idle."""

    listed: tuple[Row, ...]
    held: int
    idle: int

    @classmethod
    def of(cls, rows: list[Row], chart: Chart, look: Look) -> _Folded:
        if look.show == INFO:
            return cls(tuple(rows), 0, 0)
        wanted = [row for row in rows if row.required or row.holders]
        many = sum(row.required or bool(row.holders) for row in chart.rows) > MANY_ROWS
        listed = [row for row in wanted if row.state in _MARKED] if many else wanted
        left = [row.state for row in rows if row not in listed]
        return cls(tuple(listed), left.count("owned"), left.count("optional"))

    @property
    def hides(self) -> bool:
        return bool(self.held or self.idle)

    def rest(self, look: Look) -> str:
        held = (_REST if self.listed else _ALL).filled({"count": self.held}).within(look.lang)
        idle = _IDLE.filled({"count": self.idle}).within(look.lang)
        return _COMMA.within(look.lang).join(text for text, count in ((held, self.held), (idle, self.idle)) if count)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How wide the columns of a table are: the name, the state, then a column for each part. No columns: no table."""

    look: Look
    order: Mapping[str, int]
    state: int
    name: int = 0
    parts: tuple[int, ...] = ()

    @classmethod
    def of(cls, chart: Chart, rows: list[Row], look: Look) -> _Layout:
        state = max(width(words.within(look.lang)) for words in (_STATE, *_STATES.values()))
        narrow = cls(look, {address: index for index, (address, _, _) in enumerate(chart.posts)}, state)
        if look.columns < TABLE:
            return narrow
        headings = [width(words.within(look.lang)) for words in _HEADINGS]
        wide = [max((width(_name(row, look)) for row in rows), default=0)]
        for part, heading in zip(_PARTS, headings, strict=True):
            wide.append(max([heading, *(width(_LIST.within(look.lang).join(narrow.holders(row, part))) for row in rows)]))
        least = [max(_NARROWEST_NAME, min(wide[0], look.columns // 4))]
        least += [max(heading, min(columns, _NARROWEST)) for heading, columns in zip(headings, wide[1:], strict=True)]
        room = look.columns - len(_INDENT) - state - len(_GAP) * (len(_PARTS) + 1)
        name, *parts = _fitted([min(columns, room) for columns in wide], least, room)
        return cls(look, narrow.order, state, name, tuple(parts))

    def heading(self, name: str, *, with_columns: bool) -> Iterator[Piece]:
        shown = harmless(name, self.look.encoding)
        if not self.parts or not with_columns or width(shown) > self.name:
            yield from _lines(_INDENT, shown, self.look, "strong")
            shown = ""
        if self.parts and with_columns:
            yield Piece(_INDENT + padded(shown, self.name), "strong")
            heads = [words.within(self.look.lang) for words in _HEADINGS]
            cells = [padded(_STATE.within(self.look.lang), self.state), *map(padded, heads, self.parts)]
            yield Piece((_GAP + _GAP.join(cells)).rstrip() + "\n", "quiet")

    def row(self, row: Row) -> Iterator[Piece]:
        yield from self._in_table(row) if self.parts else self._stacked(row)
        if row.ladder:
            lead = _INDENT * 2 + _LADDER.within(self.look.lang)
            steps = [harmless(one_line(step), self.look.encoding) for step in row.ladder]
            yield Piece(lead + _shortened(steps, self.look.columns - width(lead), self.look, _ARROW) + "\n", "quiet")

    def holders(self, row: Row, part: Part) -> list[str]:
        """The names of the posts that hold `row` by `part`, in the order of the department."""
        held = {holder.post: holder.name for holder in row.holders if holder.part == part}
        posts = sorted(held, key=lambda post: (self.order.get(post, len(self.order)), post))
        return [harmless(one_line(held[post]), self.look.encoding) for post in posts]

    def _in_table(self, row: Row) -> Iterator[Piece]:
        first, *more = wrapped(_name(row, self.look), self.name)
        style = _STYLES[row.state]
        yield Piece(_mark(row), style)
        yield Piece(padded(harmless_line(first), self.name) + _GAP, style)
        state = _STATES[row.state].within(self.look.lang)
        yield Piece(state, style)
        cells = [self._cell(row, part, columns) for part, columns in zip(_PARTS, self.parts, strict=True)]
        yield Piece(_GAP.join((" " * (self.state - width(state)), *cells)).rstrip() + "\n")
        for line in more:
            yield Piece(_INDENT + harmless_line(line) + "\n", style)

    def _cell(self, row: Row, part: Part, columns: int) -> str:
        return padded(_shortened(self.holders(row, part), columns, self.look), columns)

    def _stacked(self, row: Row) -> Iterator[Piece]:
        state = padded(_STATES[row.state].within(self.look.lang), self.state)
        hang = len(_INDENT) + self.state + len(_GAP)
        for index, line in enumerate(wrapped(_name(row, self.look), self.look.columns - hang)):
            lead = " " * hang if index else _mark(row) + state + _GAP
            yield Piece(lead + harmless_line(line) + "\n", _STYLES[row.state])
        for part, words in zip(_PARTS, _HEADINGS, strict=True):
            if holders := self.holders(row, part):
                lead = " " * hang + words.within(self.look.lang) + " "
                yield Piece(lead, "quiet")
                yield Piece(_shortened(holders, self.look.columns - width(lead), self.look) + "\n")


def _fitted(wide: list[int], least: list[int], room: int) -> list[int]:
    """The widths `wide`, the widest of them made narrower until all fit into `room`, none below its `least`."""
    fitted = [max(pair) for pair in zip(wide, least, strict=True)]
    while sum(fitted) > room:
        spare = [columns if columns > floor else 0 for columns, floor in zip(fitted, least, strict=True)]
        if not any(spare):
            break
        fitted[spare.index(max(spare))] -= 1
    return fitted


def _shortened(names: list[str], columns: int, look: Look, comma: str = "") -> str:
    """As many of `names` as fit, and how many are left out."""
    comma = comma or _LIST.within(look.lang)
    for kept in range(min(len(names), columns), 0, -1):
        shown = comma.join(names[:kept]) + _left_out(len(names) - kept, look)
        if width(shown) <= columns:
            return shown
    rest = f"+{len(names) - 1}" if len(names) > 1 else ""
    return _cut(names[0], columns - len(rest), look) + rest if names else ""


def _left_out(count: int, look: Look) -> str:
    return f"{_dots(look)}+{count}" if count else ""


def _cut(text: str, columns: int, look: Look) -> str:
    """`text` in at most `columns` columns, with dots where something is missing."""
    if width(text) <= columns:
        return text
    room, end = columns - len(_dots(look)), 0
    for char in text:
        room -= columns_of(char)
        if room < 0:
            break
        end += 1
    return text[:end] + _dots(look)


def _dots(look: Look) -> str:
    """One column in UTF-8; the consoles of other encodings make it two, or have no such character."""
    return "..." if look.ascii_only else "…"


def _name(row: Row, look: Look) -> str:
    return harmless(one_line(row.name or row.area, _LONGEST_NAME), look.encoding)


def _mark(row: Row) -> str:
    return _MARK if row.state in _MARKED else _INDENT


def _lines(indent: str, text: str, look: Look, style: Style) -> Iterator[Piece]:
    for line in wrapped(text, look.columns - len(indent)):
        yield Piece(indent + harmless_line(line) + "\n", style)
