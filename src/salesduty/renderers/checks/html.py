"""A check as one page without outside parts: figures, heat map and findings of each department."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from salesduty.renderers.checks.charted import (
    PARTS,
    SEVERITIES,
    STATES,
    grounds,
    groups,
    is_wanted,
    ladder,
    named,
    posts,
    titles,
)
from salesduty.renderers.engine import engine
from salesduty.results.coverage import Chart, Checked, Part, Row
from salesduty.results.finding import Finding
from salesduty.results.templates import Templates
from salesduty.text.printable import printable
from salesduty.text.visible import one_line, visible

EXTENSION = "html"

POSTS_A_TABLE = 60
"""As many columns as A4 takes across; more posts go into a second map."""
_CROWDED = 20
"""More posts than this are printed in smaller type."""
_LONGEST_HEADING = 24
_LONGEST_LADDER = 8
_AROUND, _MARKED = 80, 300


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a post has to do with a row: the weightiest part, the signs and the words of all."""

    part: str
    signs: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    state: str
    state_word: str
    ladder: str
    finding: str
    cells: tuple[_Cell | None, ...]


@dataclass(frozen=True, slots=True)
class _Map:
    """A heat map: posts across (shortened and whole name), lines in groups down, and how much each post holds."""

    posts: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, tuple[_Line, ...]], ...]
    totals: tuple[int, ...]
    range: str
    crowded: bool


@dataclass(frozen=True, slots=True)
class _Held:
    post: str
    part: str
    grounds: str
    text: str


@dataclass(frozen=True, slots=True)
class _Quote:
    """A place and what stands there; of a source line, the words meant are in the middle."""

    place: str
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class _Card:
    anchor: str
    severity: str
    word: str
    rule: str
    message: str
    quotes: tuple[_Quote, ...]
    fix: str


@dataclass(frozen=True, slots=True)
class _Section:
    """A department as it is shown; `shares` are the widths of the bar in percent."""

    anchor: str
    name: str
    posts: int
    figures: tuple[tuple[str, str, int], ...]
    shares: tuple[tuple[str, float], ...]
    maps: tuple[_Map, ...]
    evidence: tuple[tuple[str, tuple[_Held, ...]], ...]
    idle: tuple[str, ...]
    cards: tuple[_Card, ...]


def render(checked: Checked, templates: Templates) -> bytes:
    """Return `checked` as a web page; every finding of the report is on it."""
    cards = _cards(checked)
    named_charts = zip(titles(checked.charts), checked.charts, strict=True)
    sections = tuple(_section(chart, name, number, cards) for number, (name, chart) in enumerate(named_charts, 1))
    page = engine(templates).get_template("html/check.html.jinja")
    shown = page.render(
        title="职责检查" + (f"：{sections[0].name}" if len(sections) == 1 else ""),
        report=checked.report,
        counts=[
            (word, sum(finding.severity is kind for finding in checked.report.findings)) for kind, word in SEVERITIES.items()
        ],
        parts=[(part, sign, word) for part, (sign, word) in PARTS.items()],
        sections=sections,
        others=[card for department, _, card in cards if department is None],
    )
    return shown.encode("utf-8")


_Placed = tuple[int | None, str, _Card]
"""A card with the number of the department that it goes below, and the address it is about."""


def _cards(checked: Checked) -> list[_Placed]:
    numbers = {chart.department: number for number, chart in enumerate(checked.charts, 1)}
    return [
        (_department(finding.address, numbers), finding.address, _card(finding, number))
        for number, finding in enumerate(checked.report.findings, 1)
    ]


def _department(address: str, numbers: Mapping[str, int]) -> int | None:
    """The number of the department that `address` lies in."""
    while address not in numbers and "/" in address:
        address = address.rpartition("/")[0]
    return numbers.get(address)


def _card(finding: Finding, number: int) -> _Card:
    related = tuple(
        _Quote(f"{printable(each.file)}:{each.span.line}", "", printable(each.message.zh), "") for each in finding.related
    )
    return _Card(
        anchor=f"f{number}",
        severity=finding.severity.name,
        word=SEVERITIES[finding.severity],
        rule=f"{finding.code} {finding.name}",
        message=printable(finding.message.zh),
        quotes=(_source(finding), *related),
        fix=printable(finding.fix.zh),
    )


def _source(finding: Finding) -> _Quote:
    """The source line of `finding` without indentation, as far as it is near the words meant."""
    span, line = finding.span, finding.excerpt
    start = min(span.column - 1, len(line))
    end = len(line) if span.end_line > span.line else max(start, min(span.end_column - 1, len(line)))
    before = line[max(0, start - _AROUND) : start]
    return _Quote(
        f"{printable(finding.file)}:{span.line}",
        visible(before if start > _AROUND else before.lstrip(" -")),
        visible(line[start : min(end, start + _MARKED)]),
        visible(line[end : end + _AROUND].rstrip()) if end - start <= _MARKED else "…",
    )


def _section(chart: Chart, name: str, number: int, cards: list[_Placed]) -> _Section:
    own = [(address, card) for department, address, card in cards if department == number]
    required = [row for row in chart.rows if row.required]
    counts = {state: sum(row.state == state for row in required) for state in STATES}
    figures = [("required", "项要求", len(required)), ("owned", "项有人负责", counts["owned"])]
    figures += [("supported-only", "项只有协助", counts["supported-only"]), ("gap", "项空白", counts["gap"])]
    # What is about the department as a whole is about no row of it.
    anchors = {address: card.anchor for address, card in reversed(own) if address != chart.department}
    return _Section(
        anchor=f"d{number}",
        name=one_line(name),
        posts=len(chart.posts),
        figures=tuple(figures),
        shares=tuple((state, round(100 * counts[state] / len(required), 2)) for state in STATES if required and counts[state]),
        maps=tuple(_maps(chart, anchors)),
        evidence=tuple(_evidence(chart)),
        idle=tuple(named(row) for row in chart.rows if not is_wanted(row)),
        cards=tuple(card for _, card in own),
    )


def _maps(chart: Chart, anchors: Mapping[str, str]) -> Iterator[_Map]:
    """The heat map, in as many tables as the posts need."""
    every = posts(chart)
    rows = [row for row in chart.rows if is_wanted(row)]
    for start in range(0, max(len(every), 1) if rows else 0, POSTS_A_TABLE):
        shown = every[start : start + POSTS_A_TABLE]
        addresses = [address for address, _ in shown]
        holding = [{holder.post for holder in row.holders} for row in rows]
        lines = tuple((group.title, tuple(_line(row, addresses, anchors) for row in group.rows)) for group in groups(rows))
        yield _Map(
            posts=tuple((one_line(name, _LONGEST_HEADING), name) for _, name in shown),
            groups=lines,
            totals=tuple(sum(address in held for held in holding) for address in addresses),
            range=f"岗位 {start + 1}–{start + len(shown)}，共 {len(every)} 个" if len(every) > POSTS_A_TABLE else "",
            crowded=len(shown) > _CROWDED,
        )


def _line(row: Row, addresses: list[str], anchors: Mapping[str, str]) -> _Line:
    held: dict[str, set[Part]] = {}
    for holder in row.holders:
        held.setdefault(holder.post, set()).add(holder.part)
    return _Line(
        name=named(row),
        state=row.state,
        state_word=STATES[row.state],
        ladder=ladder(row, _LONGEST_LADDER),
        finding=anchors.get(row.address, ""),
        cells=tuple(_cell(held[address]) if address in held else None for address in addresses),
    )


def _cell(held: set[Part]) -> _Cell:
    parts = [part for part in PARTS if part in held]
    return _Cell(parts[0], tuple(PARTS[part][0] for part in parts), "、".join(PARTS[part][1] for part in parts))


def _evidence(chart: Chart) -> Iterator[tuple[str, tuple[_Held, ...]]]:
    """Each thing that is held, with the sentences that say so."""
    order = {address: index for index, (address, _) in enumerate(posts(chart))}
    weight = {part: index for index, part in enumerate(PARTS)}
    for row in chart.rows:
        held = sorted(row.holders, key=lambda holder: (weight[holder.part], order[holder.post], holder.address))
        if held:
            said = (_Held(printable(each.name), PARTS[each.part][1], grounds(each), printable(each.text)) for each in held)
            yield named(row), tuple(said)
