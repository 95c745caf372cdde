"""What a table is about, where it does not say so itself: the post or the department in the heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salesduty.intake.building.naming import ends_like_post, ends_surely, is_department, likeness
from salesduty.intake.building.sights import Sight
from salesduty.intake.building.signs import FACTS
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.passage import Passage
from salesduty.intake.tables import Entry, Field, Record

_FRAME = " \t\u3000:：【】[]《》<>■◆●★*#"
_YEAR = r"(?:20\d\d\s*年?)?(?:第?[一二三四上下]季?半?年?度?)?(?:年度|月度|季度)?"
_PAPER = r"(?:表单|量表|[表卡单册书])"
_TITLE = re.compile(
    rf"{_YEAR}(?P<whose>.{{2,16}}?)(?:的)?(?:岗位|月度|季度|年度|关键|目标|工作)*"
    rf"(?:绩效|业绩|KPI|kpi|考核|考评)(?:KPI|绩效|目标|考核|考评|指标|评分|评价|评估|量化|管理|计划|标准|方案|细则|一览|合同|责任)*{_PAPER}?"
)
_PEOPLE = re.compile(r"(?:全体)?(?:员工|职员|人员|职工)$")
_LONGEST = 30
_LONGEST_NAME = 16
_BACK = 5
_LIKELY = 3
_WHOSE = frozenset({"kpi", "duty", "relation", "authority"})


def titles(seen: Sequence[Sight | Entry], lexicon: Lexicon) -> Iterator[tuple[int, str, Passage]]:
    """Yield the headings that say what the table below is about: place, `post` or `department`, and the name."""
    for place, each in enumerate(seen):
        if isinstance(each, Sight) or (place and not isinstance(seen[place - 1], Sight)):
            continue
        names_none = _open(seen, place)
        for back in range(place - 1, max(place - _BACK, 0) - 1, -1):
            above = seen[back]
            if not isinstance(above, Sight):
                break
            before = seen[back - 1] if back else None
            if isinstance(before, Sight) and before.sign.key in FACTS - {"name"} and before.sign.bare:
                continue
            found = _subject(above, lexicon)
            if found is not None and (names_none or found[0] == "department"):
                yield back, *found
            if found is not None:
                break
            if above.sign.key not in ("", "introduction", "duties", "kpis", "document", *FACTS):
                break


def _open(seen: Sequence[Sight | Entry], place: int) -> bool:
    """Whether the table that begins at `place` says of something what it is, and does not say of what."""
    while place < len(seen) and not isinstance(each := seen[place], Sight):
        if isinstance(each, Record):
            return each.kind in _WHOSE and not any(field.key == "post" for field in each.fields)
        if isinstance(each, Field) and each.key == "name":
            return False
        place += 1
    return isinstance(last := seen[place - 1], Field) and bool(last.units)


def _subject(above: Sight, lexicon: Lexicon) -> tuple[str, Passage] | None:
    """Return what a heading names, as `post` or `department`: 销售经理绩效考核表, 财务部职员绩效考核表, 外勤操作员."""
    body = above.body.strip(_FRAME)
    if not body.text or len(body) > _LONGEST or above.sign.value.text:
        return None
    title = _TITLE.fullmatch(body.text)
    if title is not None:
        name = body.cut(*title.span("whose"))
        people = _PEOPLE.search(name.text)
        department = name.cut(0, people.start()) if people is not None else name
        if is_department(department.text, lexicon):
            return "department", department
        return ("post", name) if people is None and ends_surely(name.text, lexicon) else None
    if above.sign.key or len(body) > _LONGEST_NAME or likeness(above.unit, lexicon) < _LIKELY:
        return None
    known = ends_surely(body.text, lexicon) or (above.unit.line.heading and ends_like_post(body.text, lexicon))
    return ("post", body) if known else None
