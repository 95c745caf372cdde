"""The rules of a team and whether their examples hold: as lines, and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesduty.reporters.columns import padded, width
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece
from salesduty.results.finding import ERROR, INFO, WARNING, Severity
from salesduty.results.proved import Proved, ProvedRule
from salesduty.results.wording import Text

_SEVERITIES: Mapping[Severity, Text] = {
    ERROR: Text("错误", "error"),
    WARNING: Text("警告", "warning"),
    INFO: Text("提示", "info"),
}
_EXAMPLES = Text("好例子 {good} 个，坏例子 {bad} 个", "{good} good, {bad} bad")
_FAILS = Text("不成立", "does not hold")
_HOLDS = Text("成立", "holds")
_SUM = Text("{rules} 条规则，{examples} 个例子，全部成立。", "{rules} rules, {examples} examples, all of which hold.")
_WRONG = Text("有 {count} 处不对，请改好。", "{count} mistakes; mend them.")
_NONE = Text(
    "没有规则文件。请在 salesduty.toml 里用 team-rules 写明，或在命令后面写文件。",
    "There is no file of rules. Name it as team-rules in salesduty.toml, or behind the command.",
)


def text(proved: Proved, look: Look) -> Iterator[Piece]:
    """Yield a line for each rule, a line for each mistake, and what it adds up to."""
    if not proved.files:
        yield Piece(_NONE.within(look.lang) + "\n")
        return
    longest = max((width(rule.name) for rule in proved.rules), default=0)
    for rule in proved.rules:
        yield from _line(rule, longest, look)
    for place, what in proved.wrong:
        yield Piece(harmless_line(harmless(place, look.encoding)), "place")
        yield Piece("  " + harmless(what.within(look.lang), look.encoding) + "\n")
    if proved.wrong:
        yield Piece(_WRONG.filled({"count": len(proved.wrong)}).within(look.lang) + "\n", "error")
    else:
        examples = sum(rule.good + rule.bad for rule in proved.rules)
        yield Piece(_SUM.filled({"rules": len(proved.rules), "examples": examples}).within(look.lang) + "\n", "good")


def json(proved: Proved, look: Look) -> Iterator[Piece]:
    """Yield `{"version", "rules": [{"code", "name", "severity", "good", "bad", "holds"}], "wrong": [{"place", "message"}]}`."""
    rules = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.name,
            "good": rule.good,
            "bad": rule.bad,
            "holds": rule.holds,
        }
        for rule in proved.rules
    ]
    wrong = [{"place": place, "message": what.within(look.lang)} for place, what in proved.wrong]
    yield Piece(dumped({"version": look.version, "rules": rules, "wrong": wrong}, look) + "\n")


def _line(rule: ProvedRule, longest: int, look: Look) -> Iterator[Piece]:
    severity = _SEVERITIES[rule.severity].within(look.lang)
    examples = _EXAMPLES.filled({"good": rule.good, "bad": rule.bad}).within(look.lang)
    yield Piece(rule.code, "code")
    yield Piece(harmless(f"  {padded(rule.name, longest)}  {severity}  {examples}  ", look.encoding))
    verdict = (_HOLDS if rule.holds else _FAILS).within(look.lang)
    yield Piece(verdict + "\n", "good" if rule.holds else "error")
