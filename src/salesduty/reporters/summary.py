"""What a report adds up to: how often each rule was broken, and the last line with how much was found in how much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from salesduty.reporters.look import Look
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report, Severity
from salesduty.results.wording import Text

MANY = 12
"""More findings than this are counted by rule."""

SEVERITIES = {ERROR: Text("错误", "error"), WARNING: Text("警告", "warning"), INFO: Text("提示", "info")}

_COUNTED = {
    ERROR: Text("{count} 个错误", "{count} error{s}"),
    WARNING: Text("{count} 个警告", "{count} warning{s}"),
    INFO: Text("{count} 条提示", "{count} info{s}"),
}
_LOOKED_AT = {
    "departments": Text("{count} 个部门", "{count} department{s}"),
    "posts": Text("{count} 个岗位", "{count} post{s}"),
    "files": Text("{count} 个文件", "{count} file{s}"),
}
_COMMA = Text("，", ", ")
_IN = Text("{what}（{where}）", "{what} ({where})")
_NOTHING = Text("没有发现问题", "nothing found")
_NO_ERRORS = Text("没有错误", "no errors")
_HIDDEN = Text("{said}；另有 {hidden}，加 --show {show} 查看", "{said}; {hidden} not shown, add --show {show} to see them")
_NO_FILES = Text(
    "没有文件可以检查：给出的路径下没有 .yaml 文件", "no files to look at: there is no .yaml file below the given paths"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A rule with a severity, how often it was broken, and in how many files."""

    code: str
    name: str
    severity: Severity
    findings: int
    files: int


def counted_by_rule(findings: Iterable[Finding]) -> list[Counted]:
    """Return how often each rule was broken: the gravest first, then the most frequent."""
    files: dict[tuple[str, str, Severity], list[str]] = {}
    for finding in findings:
        files.setdefault((finding.code, finding.name, finding.severity), []).append(finding.file)
    counted = (Counted(*rule, findings=len(names), files=len(set(names))) for rule, names in files.items())
    return sorted(counted, key=lambda rule: (-rule.severity, -rule.findings, rule.code))


def summary(report: Report, look: Look) -> str:
    """Return the sentence that sums `report` up; what `look` hides is counted and said to be hidden."""
    if not report.files and not report.findings:
        return _NO_FILES.within(look.lang)
    shown = [_count(_COUNTED[kind], report.count(kind)) for kind in SEVERITIES if kind >= look.show and report.count(kind)]
    hidden = [kind for kind in SEVERITIES if kind < look.show and report.count(kind)]
    nothing = _NO_ERRORS if look.show is ERROR else _NOTHING
    where = ("departments", "posts") if shown else ("departments", "posts", "files")
    looked_at = [_count(_LOOKED_AT[name], getattr(report, name)) for name in where]
    said = _IN.filled({"what": _joined(shown) if shown else nothing, "where": _joined(looked_at)})
    return (_with_hidden(said, report, hidden) if hidden else said).within(look.lang)


def _with_hidden(said: Text, report: Report, hidden: list[Severity]) -> Text:
    counts = _joined([_count(_COUNTED[kind], report.count(kind)) for kind in hidden])
    return _HIDDEN.filled({"said": said, "hidden": counts, "show": min(hidden).name})


def _count(words: Text, count: int) -> Text:
    return words.filled({"count": count, "s": "" if count == 1 else "s"})


def _joined(parts: list[Text]) -> Text:
    return Text(_COMMA.zh.join(part.zh for part in parts), _COMMA.en.join(part.en for part in parts))
