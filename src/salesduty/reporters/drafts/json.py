"""Drafts for programs: one object for a document; for several a list of them under `documents`, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from salesduty.reporters.drafts.troubles import trouble
from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece
from salesduty.results.draft import Draft, DraftDepartment, DraftDuty, DraftKpi, DraftPost, DraftProcess, DraftStep, LeftOut
from salesduty.results.imported import Refused


def drafts(found: Iterable[Draft | Refused], look: Look, *, several: bool) -> Iterator[Piece]:
    """Yield what each document says, as it comes; and which could not be read, if there are several or may be."""
    if not several:
        yield from (Piece(dumped(_draft(each), look) + "\n") for each in found if isinstance(each, Draft))
        return
    refused: list[Refused] = []
    yield Piece('{"documents": [')
    comma = ""
    for each in found:
        if isinstance(each, Refused):
            refused.append(each)
            continue
        yield Piece(f"{comma}\n{dumped(_draft(each), look)}")
        comma = ","
    yield Piece(f'\n], "unreadable": {dumped([_refused(each, look) for each in refused], look)}}}\n')


def _refused(refused: Refused, look: Look) -> dict[str, object]:
    return {"file": refused.file, "reason": refused.reason, "message": trouble(refused).within(look.lang)}


def _draft(draft: Draft) -> dict[str, object]:
    return {
        "file": draft.file,
        "kind": draft.kind,
        "department": _department(draft.department),
        "posts": [_post(each) for each in draft.posts],
        "department_duties": [_duty(each) for each in draft.department_duties],
        "processes": [_process(each) for each in draft.processes],
        "kpis": [_kpi(each) for each in draft.kpis],
        "left_out": [_left_out(each) for each in draft.left_out],
        "size": draft.size,
        "notes": dict(draft.notes),
    }


def _department(department: DraftDepartment) -> dict[str, object]:
    return {
        "name": department.name,
        "company": department.company,
        "headcount": department.headcount,
        "purpose": department.purpose,
        **department.control,
        "meetings": department.meetings,
        "promises": department.promises,
        "rules": department.rules,
    }


def _post(post: DraftPost) -> dict[str, object]:
    return {
        "name": post.name,
        "part": post.part,
        "line": post.name.line,
        "department": post.department,
        "name_inferred": post.name_inferred,
        "aliases": post.aliases,
        "group": post.group,
        "level": post.level,
        "reports_to": post.reports_to,
        "subordinates": post.subordinates,
        "headcount": post.headcount,
        "purpose": post.purpose,
        "duties": [_duty(each) for each in post.duties],
        "authorities": [_duty(each) for each in post.authorities],
        "qualifications": [text for _, text in post.qualifications],
        "relations": _by_key(post.relations),
        "kpis": [_kpi(each) for each in post.kpis],
        "deputy": post.deputy,
        "rules": post.rules,
    }


def _by_key(pairs: tuple[tuple[str, str], ...]) -> Mapping[str, list[str]]:
    keys = dict.fromkeys(key for key, _ in pairs)
    return {key: [text for each, text in pairs if each == key] for key in keys}


def _duty(duty: DraftDuty) -> dict[str, object]:
    return {
        "text": duty.text,
        "title": duty.title,
        "number": duty.number,
        "line": duty.text.line,
        **_details(duty),
        "children": [_duty(each) for each in duty.children],
    }


def _details(duty: DraftDuty) -> dict[str, list[str]]:
    return {name: [text for key, text in duty.details if key == name] for name in dict.fromkeys(key for key, _ in duty.details)}


def _kpi(kpi: DraftKpi) -> dict[str, object]:
    return {
        "name": kpi.name,
        "weight": kpi.weight,
        "target": kpi.target,
        "scoring": kpi.scoring,
        "definition": kpi.definition,
        "formula": kpi.formula,
        "source": kpi.source,
        "cycle": kpi.cycle,
        "kind": kpi.kind,
        "line": kpi.name.line,
    }


def _step(step: DraftStep) -> dict[str, object]:
    return {
        "name": step.name,
        "text": step.text,
        "do": step.do,
        "to": step.to,
        "sla": step.sla,
        "outputs": step.outputs,
        "children": [_duty(each) for each in step.children],
    }


def _process(process: DraftProcess) -> dict[str, object]:
    return {"name": process.name, "purpose": process.purpose, "steps": [_step(each) for each in process.steps]}


def _left_out(left: LeftOut) -> dict[str, object]:
    return {"text": left.text, "line": left.line, "where": left.where, "reason": left.reason}
