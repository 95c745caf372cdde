"""上岗一页纸: what somebody new in a post has to know, on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salesduty.model.duty import Duty
from salesduty.model.kpi import PostKpi
from salesduty.model.post import Authority, Post
from salesduty.model.values import cadence_label
from salesduty.results.paper import Block, Field, Form, Paper, Paragraph
from salesduty.text import amounts
from salesduty.text.printable import printable
from salesduty.views import naming
from salesduty.views.documents import TITLES
from salesduty.views.fitting import NARROW, WIDE, Ways, fitted, height, in_a_row, width
from salesduty.views.forms import form, pair
from salesduty.views.handing import Handing, Things, handing
from salesduty.views.post_paper import filled_posts, post_paper
from salesduty.workspace.entities import Department, Placed

_WELCOME = "欢迎你！这一页写着你管什么、找谁、怎么算做好。"
_ROOM = 30
"""Printed lines of a page below its title and the welcome, in the size of tables."""
_LED, _PURPOSE = "你带的人", "岗位目的"
_DUTIES, _GIVEN, _TAKEN, _KPIS, _POWERS, _SYSTEMS = "你管这些事", "你交给谁", "谁交给你", "考核看什么", "你能决定", "常用系统"
_STEPS = (
    *(_DUTIES, _GIVEN, _TAKEN, _POWERS, _DUTIES, _GIVEN, _TAKEN, _KPIS, _DUTIES),
    *((_POWERS, _GIVEN, _TAKEN, _DUTIES) * 12),
    *((_LED, _PURPOSE, _SYSTEMS, _KPIS) * 10),
)
"""What is said shorter, one after the other, until the page is not too full: what is measured goes last."""
_BACK = (_PURPOSE, _LED, _DUTIES, _KPIS, _POWERS, _GIVEN, _TAKEN)
_CLAUSE = re.compile(r"[，。；！？]|[,;](?=\s)")
_LEAST, _MOST = 8, 28
"""How many characters a duty in short has: at least, where a clause ends, and at most."""


def papers(department: Department) -> Iterator[Paper]:
    """Yield one page for each post of `department` that exists today, in reporting order."""
    handed = handing(department)
    stood_in: dict[str, list[str]] = {}
    for placed in department.active_posts:
        deputy = department.parties(placed.value.deputy)[:1] if placed.value.deputy else ()
        for party in deputy:
            stood_in.setdefault(party.address, []).append(printable(placed.value.name))
    for placed in filled_posts(department):
        blocks = _blocks(placed, department, handed[placed.address], stood_in.get(placed.address, []))
        yield post_paper(placed, department, "onboarding", blocks, subtitle="")


def _blocks(placed: Placed[Post], department: Department, handed: Handing, stood_in: list[str]) -> Iterator[Block]:
    full = f"《{printable(placed.value.name)}{TITLES['post']}》"
    people = form(_people(placed, department, stood_in))
    more = pair("想看全文", f"每项职责和权限的全文，都在{full}里。", 3)
    above = people.rows if people is not None else ()
    room = _ROOM - sum(_height(row) for row in (*above, (more,)))
    sections = {
        _LED: _led(placed, department),
        _PURPOSE: _purpose(placed),
        _DUTIES: _duties(placed, f"另有 {{count}} 项，见{full}"),
        _GIVEN: _handed(handed.given),
        _TAKEN: _handed(handed.taken),
        _KPIS: _kpis(placed, department),
        _POWERS: _powers(placed.value),
        _SYSTEMS: _systems(placed.value, department),
    }
    said = fitted(sections, room, _STEPS, _BACK)
    below = form(pair(label, lines, 3) for label, lines in said.items())
    yield Paragraph((_WELCOME,))
    yield Form((*above, *(below.rows if below is not None else ()), (more,)))


def _people(placed: Placed[Post], department: Department, stood_in: list[str]) -> Iterator[Field]:
    post = placed.value
    yield _short("你的部门", printable(department.spec.name))
    yield _short("你的上级", naming.parties(department, post.reports_to))
    yield _short("谁考核你", naming.parties(department, post.appraised_by))
    yield _short("你不在时", _deputy(placed, department))
    yield _short("你替谁", naming.JOIN.join(name for name in stood_in if name != printable(post.name)))


def _led(placed: Placed[Post], department: Department) -> Ways:
    below = department.reports.get(placed.address, ())
    said = [printable(each.value.name) + (f"（{each.value.headcount} 人）" if each.value.headcount else "") for each in below]
    return ((naming.JOIN.join(said),), *in_a_row(said, "另有 {count} 个岗位")[1:]) if said else ()


def _purpose(placed: Placed[Post]) -> Ways:
    whole = naming.lines(placed.value.purpose, f"{placed.address}#purpose")
    return (whole, (clause(placed.value.purpose or ""),)) if whole else ()


def _deputy(placed: Placed[Post], department: Department) -> str:
    if placed.value.deputy is None:
        return ""
    name = naming.party(department, placed.value.deputy)
    return f"另一位{name}代你" if name == printable(placed.value.name) else f"{name}代你"


def _short(label: str, value: str) -> Field:
    return pair(label, value, 1 if height((value,), NARROW) < 3 else 3)


def _height(row: tuple[Field, ...]) -> int:
    return max(height(field.lines, WIDE if field.span > 1 else NARROW) for field in row)


def _duties(placed: Placed[Post], rest: str) -> Ways:
    """Every duty in full, in short, on a line each, by title alone, in one running line, and at worst some of them."""
    duties = placed.value.duties
    if not duties:
        return ()
    ways = (
        tuple(_numbered(number, *told(duty)) for number, duty in enumerate(duties, 1)) for told in (_full, _in_short, _on_a_line)
    )
    titles = [_title(duty) for duty in duties]
    return (*ways, tuple(_numbered(number, title, "") for number, title in enumerate(titles, 1)), *in_a_row(titles, rest))


def _numbered(number: int, title: str, text: str) -> str:
    return f"{number}. {'：'.join(part for part in (title, text) if part)}"


def _full(duty: Duty) -> tuple[str, str]:
    below = (text for child in duty.duties for text in ("：".join(part for part in _full(child) if part),) if text)
    return printable(duty.title or ""), "；".join(part for part in (printable(duty.text or ""), *below) if part)


def _in_short(duty: Duty) -> tuple[str, str]:
    below = (printable(child.title) if child.title else clause(child.text or "") for child in duty.duties)
    own = clause(duty.text or "")
    return printable(duty.title or ""), "；".join(part for part in (own, *below) if part)


def _on_a_line(duty: Duty) -> tuple[str, str]:
    """The title and as much of what is below it as a line holds, with the number of things where some are left out."""
    title, text = _in_short(duty)
    said, below = text.split("；"), len(duty.walk()) - 1
    kept = len(said)
    while kept > 1 and width(f"{title}{'；'.join(said[:kept])}") > WIDE - 11:
        kept -= 1
    return title, "；".join(said[:kept]) + (f" 等 {below} 项" if kept < len(said) else "")


def _title(duty: Duty) -> str:
    said = printable(duty.title) if duty.title else clause(duty.text or "")
    inside = len(duty.walk()) - 1
    return f"{said}（{inside} 项）" if inside else said


def clause(text: str) -> str:
    """Return the first clause of `text` that says something, no longer than a line: a duty told in short."""
    line = printable(text)
    end = next((found.start() for found in _CLAUSE.finditer(line) if found.start() >= _LEAST), len(line))
    return line[:end] if end <= _MOST else f"{line[:_MOST]}…"


def _handed(things: Things) -> Ways:
    """A line for each party, all in one line, with two things of each at most, and at worst some parties."""
    if not things:
        return ()
    whole, brief = (
        [_of_one(name, list(handed), most) for name, handed in things.items()] for most in (max(map(len, things.values())), 2)
    )
    return (tuple(whole), in_a_row(whole, "")[0], *in_a_row(brief, "另有 {count} 方"))


def _of_one(name: str, things: list[str], most: int) -> str:
    more = f"等 {len(things)} 样" if len(things) > most else ""
    return f"{name}：{naming.JOIN.join(things[:most])}{more}" if things else name


def _kpis(placed: Placed[Post], department: Department) -> Ways:
    measures = [department.measure(kpi, placed) for kpi in placed.value.kpis]
    if not measures:
        return ()
    whole, brief = ([_measured(measure, cycle=cycle) for measure in measures] for cycle in (True, False))
    return (tuple(whole), *in_a_row(brief, "另有 {count} 项指标"))


def _measured(measure: PostKpi, *, cycle: bool) -> str:
    target = printable(measure.target or "")
    known = (
        f"占 {measure.weight:g}%" if measure.weight is not None else "",
        f"目标 {target}{_behind_figure(measure)}" if target else "",
        cadence_label(measure.cycle) if measure.cycle and cycle else "",
    )
    told = "，".join(part for part in known if part)
    name = printable(measure.name or measure.ref or "")
    return f"{name}：{told}" if told else name


def _behind_figure(measure: PostKpi) -> str:
    """The unit of a target that is a figure without one."""
    unit, target = printable(measure.unit or ""), printable(measure.target or "")
    return f" {unit}" if unit and unit not in target and any(map(str.isdecimal, target)) else ""


def _powers(post: Post) -> Ways:
    if not post.authorities:
        return ()
    said = [_power(each) for each in post.authorities]
    return (tuple(said), *in_a_row(said, "另有 {count} 项"))


def _power(authority: Authority) -> str:
    """An authority in full, for a part of it could promise more than is meant; its limit where the text does not say it."""
    text, limit = printable(authority.text), amounts.in_words(authority.limit) if authority.limit else ""
    return f"{text}（{limit}）" if limit and limit not in text else text


def _systems(post: Post, department: Department) -> Ways:
    refs = dict.fromkeys(ref for duty in post.duties for _, each in duty.walk() for ref in each.systems)
    said = list(dict.fromkeys(naming.system(department, ref) for ref in refs))
    return ((naming.JOIN.join(said),), *in_a_row(said, "另有 {count} 个")[1:]) if said else ()
