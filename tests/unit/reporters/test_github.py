from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from salesduty.reporters.github import report
from salesduty.reporters.look import Look, plain
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Report, Severity
from salesduty.results.place import Span
from salesduty.results.wording import Text

Make = Callable[..., Finding]


def printed(*findings: Finding, **look: object) -> str:
    return plain(report(Report(findings, 6, 42, 57), Look(**look)))  # type: ignore[arg-type]


def understood(line: str) -> tuple[str, dict[str, str], str] | None:
    """What GitHub's runner makes of a line of the log (actions/runner, ActionCommand.TryParseV2)."""
    line = line.lstrip()
    if not line.startswith("::") or (end := line.find("::", 2)) < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    properties = dict(pair.split("=", 1) for pair in rest.strip().split(",") if "=" in pair)
    return name, {key: unescaped(value) for key, value in properties.items()}, unescaped(line[end + 2 :])


def unescaped(text: str) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_an_annotation(finding: Make) -> None:
    assert printed(finding()) == (
        "::error file=roles/sales/posts.yaml,line=4,endLine=4,col=17,endColumn=21,title=REF001 unknown-party"
        "::找不到“销售经里”%0A改法：改成岗位的名称。%0Aroles/sales/posts.yaml:4:17\n"
        "1 个错误（6 个部门，42 个岗位）\n"
    )


@pytest.mark.parametrize(("severity", "command"), [(ERROR, "error"), (WARNING, "warning"), (INFO, "notice")])
def test_each_severity_has_its_command(finding: Make, severity: Severity, command: str) -> None:
    assert printed(finding(severity=severity), show=INFO, lang="en").startswith(f"::{command} file=")


def test_what_is_not_shown_is_counted(finding: Make) -> None:
    assert printed(finding(severity=INFO), lang="en") == (
        "nothing found (6 departments, 42 posts, 57 files); 1 info not shown, add --show info to see them\n"
    )


def test_columns_stand_only_where_the_place_is_on_one_line(finding: Make) -> None:
    said = understood(printed(finding(span=Span(4, 2, 6, 3))).splitlines()[0])

    assert said is not None
    assert said[1] == {"file": "roles/sales/posts.yaml", "line": "4", "endLine": "6", "title": "REF001 unknown-party"}


def test_a_stranger_cannot_add_a_property_or_a_command(finding: Make) -> None:
    hostile = finding(
        file="a,line=1::warning file=b%0A::\n.yaml",
        message=Text("100%\r\n::error file=x::y %0A::z ##[stop-commands]q \x1b[2J", ""),
        fix=Text("", ""),
    )

    shown = printed(hostile)
    said = understood(shown.splitlines()[0])

    assert len(shown.splitlines()) == 2
    assert said is not None
    name, properties, message = said
    assert (name, list(properties)) == ("error", ["file", "line", "endLine", "col", "endColumn", "title"])
    assert properties["file"] == r"a,line=1::warning file=b%0A::\x0a.yaml"
    assert message.split("\n")[0] == r"100%\x0d\x0a::error file=x::y %0A::z #\x23[stop-commands]q \x1b[2J"
    assert not re.search(r"##\[|[\x00-\x09\x0b-\x1f]", shown)
