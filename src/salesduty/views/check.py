"""职责检查报告: what is found of gaps and overlaps in a department, for the director who has to decide what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from salesduty.results.coverage import Row
from salesduty.results.finding import ERROR, WARNING, Finding
from salesduty.results.judged import Judged
from salesduty.results.paper import Block, Column, Detail, Orientation, Paper, Paragraph, Table
from salesduty.results.paper import Row as TableRow
from salesduty.results.place import Span
from salesduty.text.printable import printable
from salesduty.text.visible import one_line
from salesduty.views import naming, raci
from salesduty.views.department_paper import department_paper
from salesduty.views.outline import FlatOutline, style_of
from salesduty.workspace.entities import Department

_TOPICS = (
    ("GAP", "没有人负责的事"),
    ("OVL", "几个岗位重复或冲突的事"),
    ("SOD", "不该由一个人包办的事"),
    ("ACC", "责任没有写清的事"),
    ("", "其他要改的地方"),
)
"""What findings are about, by the letters that their codes begin with; the last takes the rest."""
_KINDS = (("function", "部门职能"), ("step", "流程环节"), ("area", "职责领域"))
_WORDS = {ERROR: "错误", WARNING: "警告"}
_GRAVEST = 3
_LONGEST_QUOTE = 120
_MOST_LISTED = 8


def papers(department: Department, judged: Judged) -> Iterator[Paper]:
    """Yield the report about `department`: one for each, because each has somebody else to mend what is in it."""
    yield replace(department_paper(department, "check", _blocks(department, judged)), document_no="", effective="")


def _blocks(department: Department, judged: Judged) -> Iterator[Block]:
    outline = FlatOutline(style_of(department.spec.numbering))
    told = tuple(finding for finding in judged.findings if finding.severity >= WARNING)
    yield outline.section("结论", f"{department.id}#summary")
    yield Paragraph((_coverage(judged), _findings(told, len(judged.findings) - len(told))))
    if judged.chart.required:
        yield _figures(judged)
    issues = _issues(told)
    if issues:
        gravest = (f"{number}. {issue.message}" for number, issue in enumerate(issues[:_GRAVEST], 1))
        yield Paragraph(("最要紧的：" if len(issues) > 1 else "要处理的是：", *gravest))
    if judged.unread:
        yield outline.section("没有看全的文件", f"{department.id}#unread")
        yield Paragraph(("下列文件有错误，没有读全，里面的职责没有算进来，结论可能不完整：", *map(printable, judged.unread)))
    for topic, own in _by_topic(issues):
        yield outline.section(f"{topic}（{len(own)} 项）")
        for issue in own:
            yield outline.item(0, _WORDS[issue.findings[0].severity], (issue.message,), _details(issue, department))
    table = raci.matrix(department, judged)
    if table.rows:
        yield Orientation(landscape=True)
        yield outline.section("职责覆盖图", f"{department.id}#map")
        yield table


@dataclass(frozen=True, slots=True)
class _Issue:
    """Findings that say the same of several places."""

    findings: tuple[Finding, ...]

    @property
    def message(self) -> str:
        """What is wrong, and at how many places if at several."""
        said, count = printable(self.findings[0].message.zh), len(self.findings)
        return f"{said}（共 {count} 处）" if count > 1 else said


def _issues(findings: tuple[Finding, ...]) -> tuple[_Issue, ...]:
    """The findings, those of one rule in the same words together, in the place of the first."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.code, finding.message.zh), []).append(finding)
    return tuple(_Issue(tuple(several)) for several in alike.values())


def _coverage(judged: Judged) -> str:
    """How much of what has to be held is held, in a sentence."""
    chart = judged.chart
    posts = f"本部门共 {len(chart.posts)} 个岗位"
    if not chart.required:
        return f"{posts}。没有写明部门职能、流程或部门类型，看不出缺什么。"
    rest = [
        f"{count} 项{word}"
        for word, count in (("只有人协助", _count(chart.rows, "supported-only")), ("没有人负责", _count(chart.rows, "gap")))
        if count
    ]
    if not rest:
        return f"{posts}，应当有人负责的 {chart.required} 项都有人负责。"
    held = f"{chart.owned} 项有人负责（{100 * chart.owned // chart.required}%）"
    return f"{posts}，应当有人负责的共 {chart.required} 项：{'，'.join((held, *rest))}。"


def _findings(told: tuple[Finding, ...], hints: int) -> str:
    """How many findings there are, in a sentence."""
    also = f"另有 {hints} 条提示，没有列在这里。" if hints else ""
    if not told:
        return f"没有发现需要处理的问题。{also}"
    counts = ((word, sum(finding.severity is kind for finding in told)) for kind, word in _WORDS.items())
    listed = "、".join(f"{word} {count} 个" for word, count in counts if count)
    return f"发现需要处理的问题 {len(told)} 个：{listed}，后果重的排在前面。{also}"


def _count(rows: tuple[Row, ...], state: str) -> int:
    return sum(row.required and row.state == state for row in rows)


def _figures(judged: Judged) -> Table:
    """What has to be held and is, by kind."""
    rows = []
    for kind, word in _KINDS:
        asked = tuple(row for row in judged.chart.rows if row.required and row.kind == kind)
        if asked:
            rows.append(_figured(word, asked))
    if len(rows) > 1:
        rows.append(_figured("合计", tuple(row for row in judged.chart.rows if row.required)))
    titles = ("应当有人负责", "有人负责", "只有人协助", "没有人负责")
    return Table((Column("类别", 28), *(Column(title, 18, centred=True) for title in titles)), tuple(rows))


def _figured(word: str, rows: tuple[Row, ...]) -> TableRow:
    counts = (len(rows), _count(rows, "owned"), _count(rows, "supported-only"), _count(rows, "gap"))
    return TableRow(((word,), *((str(count),) for count in counts)))


def _by_topic(issues: tuple[_Issue, ...]) -> Iterator[tuple[str, tuple[_Issue, ...]]]:
    rest = issues
    for prefix, topic in _TOPICS:
        own = tuple(issue for issue in rest if issue.findings[0].code.startswith(prefix))
        rest = tuple(issue for issue in rest if not issue.findings[0].code.startswith(prefix))
        if own:
            yield topic, own


def _details(issue: _Issue, department: Department) -> Iterator[Detail]:
    """The words that an issue rests on, where they stand, and what to do."""
    first = issue.findings[0]
    if quoted := one_line(_words(first), _LONGEST_QUOTE):
        yield Detail("原文", quoted)
    others = tuple(dict.fromkeys(printable(each.message.zh) for each in first.related))
    if others:
        yield Detail("对照", _listed(others, "；"))
    at = [place for finding in issue.findings for place in _at(finding)]
    places = dict.fromkeys(_place(file, span.line, department) for file, span in at)
    yield Detail("位置", _listed(tuple(places), naming.JOIN))
    yield Detail("建议", printable(first.fix.zh))


def _at(finding: Finding) -> Iterator[tuple[str, Span]]:
    yield finding.file, finding.span
    for related in finding.related:
        yield related.file, related.span


def _words(finding: Finding) -> str:
    """The words of the source line that are meant; from a key that is meant on to the end of the line."""
    span, line = finding.span, finding.excerpt
    start, end = span.column - 1, span.end_column - 1 if span.end_line == span.line else len(line)
    if line[end : end + 1] in (":", "："):
        end = len(line)
    return line[start:end].strip(" -") or line.strip(" -")


def _listed(texts: tuple[str, ...], between: str) -> str:
    shown = between.join(texts[:_MOST_LISTED])
    return f"{shown} 等 {len(texts)} 处" if len(texts) > _MOST_LISTED else shown


def _place(name: str, line: int, department: Department) -> str:
    """The file, counted from the root of the workspace where that is known, and the line."""
    return f"{naming.file(name, department)} 第 {line} 行"
