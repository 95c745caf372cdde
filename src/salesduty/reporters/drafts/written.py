"""What an import has written, what is to be decided, and what to do next, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.reporters.drafts.lines import line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.finding import ERROR, WARNING, Finding, Report
from salesduty.results.imported import Remark, Written
from salesduty.results.remarks import REMARKS
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_MOST_REMARKS = 8
_MOST_FINDINGS = 3
_LONGEST = 60
_LONGEST_WORDS = 160

_WROTE = Text(
    "已写入 {folder}：{files} 个文件，{departments} 个部门，{posts} 个岗位",
    "wrote {files} files to {folder}: {departments} departments, {posts} posts",
)
_TOLD = frozenset(("same-twice",))
"""Remarks that ask for nothing; all others are in the files as well."""
_DID = Text("已经处理好的（{count} 处）：", "Settled already ({count}):")
_MORE_DID = Text("还有 {count} 处", "and {count} more")
_DECIDE = Text("要您决定的（{count} 处）：", "For you to decide ({count}):")
_AT = Text("{file} 第 {line} 行：{what}", "{file}, line {line}: {what}")
_MORE = Text("还有 {count} 处，都写在文件里的“请确认”后面", "and {count} more, all in the files behind “please check”")
_CLEAN = Text("检查过了，没有错误和警告。", "Checked: no errors and no warnings.")
_CHECKED = Text("检查过了：{counts}。", "Checked: {counts}.")
_FIRST = Text("先看这几处：", "Look at these first:")
_FINDING = Text("{file}:{line} {message}", "{file}:{line} {message}")
_NEXT = Text("接下来：", "What to do next:")
_STEPS = (
    (Text("salesduty lint {folder}", "salesduty lint {folder}"), Text("看全部问题和改法", "every finding and how to mend it")),
    (Text("salesduty check {folder}", "salesduty check {folder}"), Text("看谁负责什么，有没有空白和重叠", "who holds what")),
    (Text("salesduty render {folder}", "salesduty render {folder}"), Text("生成签字用的 Word 文件", "Word files to be signed")),
)
_STEP = Text("{command}    {does}", "{command}    {does}")
_FAMILIES = {
    "STR": Text("文件结构和必填项", "structure"),
    "REF": Text("找不到所指的岗位、指标", "references"),
    "ORG": Text("汇报关系", "reporting lines"),
    "WRD": Text("措辞", "wording"),
    "ACC": Text("谁负责", "accountability"),
    "KPI": Text("指标和权重", "KPIs"),
    "CAD": Text("频次", "cadence"),
    "SOD": Text("不相容职务", "segregation of duties"),
}
_COUNTED = Text("{family} {count} 个", "{family} {count}")
_OTHER = Text("其他", "others")
_COMMA = Text("，", ", ")


def written(done: Written, report: Report, look: Look) -> Iterator[Piece]:
    """Yield where things were written, what a person should decide, what lint says of it, and the next commands."""
    told = {
        "folder": one_line(done.folder, _LONGEST_WORDS),
        "files": done.files,
        "departments": len(done.departments),
        "posts": done.posts,
    }
    yield from line(_WROTE.filled(told), look, "good", further="  ")
    yield from remarks(done.remarks, look)
    yield Piece("\n")
    yield from checked(report, look)
    yield Piece("\n")
    yield from line(_NEXT, look, "strong")
    folder = shell_word(done.folder)
    for command, does in _STEPS:
        step = _STEP.filled({"command": command.filled({"folder": folder}), "does": does})
        yield from line(step, look, first="  ", further="    ")


def shell_word(path: str) -> str:
    """Return a path as it is typed behind a command: in quotes where it has blanks."""
    shown = one_line(path, _LONGEST_WORDS)
    return f'"{shown}"' if " " in shown else shown


def remarks(several: Sequence[Remark], look: Look) -> Iterator[Piece]:
    """Yield what a person should decide, the first of it, and what needs no decision."""
    decide = [each for each in several if each.kind not in _TOLD]
    yield from _remarks(decide, _DECIDE, _MORE, "warning", look)
    yield from _remarks([each for each in several if each.kind in _TOLD], _DID, _MORE_DID, "", look)


def _remarks(several: Sequence[Remark], head: Text, more: Text, style: Style, look: Look) -> Iterator[Piece]:
    if not several:
        return
    yield from line(head.filled({"count": len(several)}), look, style)
    for each in several[:_MOST_REMARKS]:
        told = {key: one_line(value, _LONGEST) for key, value in each.told.items()}
        what = REMARKS[each.kind].filled(told)
        if each.file and each.line:
            what = _AT.filled({"file": one_line(each.file, _LONGEST), "line": each.line, "what": what})
        yield from line(what, look, first="  ", further="    ")
    if len(several) > _MOST_REMARKS:
        yield from line(more.filled({"count": len(several) - _MOST_REMARKS}), look, "quiet", first="  ")


def checked(report: Report, look: Look) -> Iterator[Piece]:
    """Yield what lint says in counts by family, and the findings to be looked at first."""
    grave = report.at_least(WARNING).findings
    if not grave:
        yield from line(_CLEAN, look, "good")
        return
    families: dict[str, int] = {}
    for finding in grave:
        family = finding.code[:3] if finding.code[:3] in _FAMILIES else ""
        families[family] = families.get(family, 0) + 1
    ordered = sorted(families.items(), key=lambda each: (-each[1], each[0]))
    counts = [_COUNTED.filled({"family": _FAMILIES.get(family, _OTHER), "count": count}) for family, count in ordered]
    joined = Text(_COMMA.zh.join(each.zh for each in counts), _COMMA.en.join(each.en for each in counts))
    yield from line(_CHECKED.filled({"counts": joined}), look)
    yield from line(_FIRST, look)
    for finding in _first(grave):
        message = finding.message.within(look.lang)
        told = {"file": one_line(finding.file, _LONGEST_WORDS), "line": finding.span.line, "message": one_line(message, 300)}
        style: Style = "error" if finding.severity is ERROR else "warning"
        yield from line(_FINDING.filled(told), look, style, first="  ", further="    ")


def _first(findings: Sequence[Finding]) -> list[Finding]:
    """The gravest findings, of different rules where there are."""
    ordered = sorted(findings, key=lambda each: (-each.severity, -each.consequence, each.order))
    by_rule: dict[str, Finding] = {}
    for finding in ordered:
        by_rule.setdefault(finding.code, finding)
    return list(by_rule.values())[:_MOST_FINDINGS]
