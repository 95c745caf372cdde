"""A report in SARIF 2.1.0, for code scanning of GitHub and for the viewers of editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/. Columns are counted in characters, as everywhere here. GitHub refuses
a run of more than 25,000 results and keeps 100 related places of each:
https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.remedy import remedy
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report, Severity
from salesduty.results.place import Span
from salesduty.results.repair import Repair, TextEdit
from salesduty.results.wording import Lang, Text
from salesduty.text.visible import visible

MOST_RESULTS = 25_000
"""More than these are not reported; the gravest are."""
MOST_RELATED = 100
"""More related places than these of one finding are not reported."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {ERROR: "error", WARNING: "warning", INFO: "note"}
_LANGUAGES: Mapping[Lang, str] = {"zh": "zh-CN", "en": "en-US"}
_WHY = Text("为什么", "Why")
_HOW = Text("怎么改", "What to do")
_LEFT_OUT = Text(
    "问题太多，只列出最严重的 {most} 个，另有 {count} 个没有列出。",
    "Too many findings: the gravest {most} are listed, {count} are left out.",
)
_UNSAFE = Text("{what}（可能改变意思，请看过再采用）", "{what} (may change the meaning: look before taking it)")
_DRIVE = re.compile("[A-Za-z]:/")
# What would be a link or a placeholder in a message (3.11.5, 3.11.6 of the standard).
_LINK = re.compile(r"\](?=\()")
_MARKUP = re.compile(r"[\\`*_\[\]<>#&|~{}]")


def report(found: Report, look: Look) -> Iterator[Piece]:
    """Yield the findings down to `look.show` as one run; `look.about` explains their rules."""
    shown = found.at_least(look.show).findings
    kept = _gravest(shown)
    rules = {finding.code: index for index, finding in enumerate(_first_of_each_rule(kept))}
    yield Piece(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n')
    yield Piece(f'"tool": {dumped({"driver": _driver(kept, look)}, look)},\n')
    yield Piece(f'"invocations": {dumped([_invocation(len(shown) - len(kept), look)], look)},\n')
    yield Piece(f'"language": "{_LANGUAGES[look.lang]}", "columnKind": "unicodeCodePoints",\n"results": [')
    for index, finding in enumerate(kept):
        yield Piece((",\n" if index else "\n") + dumped(_result(finding, rules[finding.code], look), look))
    yield Piece("\n]}]}\n")


def _gravest(findings: Sequence[Finding]) -> Sequence[Finding]:
    """As many as may be reported, in their order."""
    if len(findings) <= MOST_RESULTS:
        return findings
    ranked = sorted(range(len(findings)), key=lambda index: -findings[index].severity)
    return [findings[index] for index in sorted(ranked[:MOST_RESULTS])]


def _first_of_each_rule(findings: Sequence[Finding]) -> list[Finding]:
    firsts = {finding.code: finding for finding in reversed(findings)}
    return [firsts[code] for code in sorted(firsts)]


def _driver(findings: Sequence[Finding], look: Look) -> dict[str, object]:
    rules = [_rule(finding, look) for finding in _first_of_each_rule(findings)]
    version = {"version": look.version, "semanticVersion": look.version} if look.version else {}
    return {"name": "salesduty", **version, "language": _LANGUAGES[look.lang], "rules": rules}


def _rule(first: Finding, look: Look) -> dict[str, object]:
    """The rule of `first`, explained in general where it can be, else by what it says to do about this finding."""
    about = look.about.get(first.code)
    why, fix = (about.why, about.fix) if about is not None else (Text("", ""), first.fix)
    sections = [(heading, text) for heading, text in ((_WHY, why), (_HOW, fix)) if text.within(look.lang)]
    said: dict[str, object] = {"id": first.code, "name": first.name}
    if sections:
        summary = _plain(sections[0][1].within(look.lang))
        lines = [f"{heading.within(look.lang)}: {visible(text.within(look.lang))}" for heading, text in sections]
        marked = [f"**{heading.within(look.lang)}**\n\n{_marked(text.within(look.lang))}" for heading, text in sections]
        said["shortDescription"] = {"text": summary}
        said["fullDescription"] = {"text": summary}
        said["help"] = {"text": "\n".join(lines), "markdown": "\n\n".join(marked)}
    said["defaultConfiguration"] = {"level": _LEVELS[about.severity if about is not None else first.severity]}
    said["properties"] = {"tags": [first.code[:3]]}
    return said


def _invocation(left_out: int, look: Look) -> dict[str, object]:
    if not left_out:
        return {"executionSuccessful": True}
    words = _LEFT_OUT.filled({"most": MOST_RESULTS, "count": left_out}).within(look.lang)
    return {"executionSuccessful": True, "toolExecutionNotifications": [{"level": "warning", "message": {"text": words}}]}


def _result(finding: Finding, rule: int, look: Look) -> dict[str, object]:
    lines = [finding.message.within(look.lang), *remedy(finding, look.lang)]
    here = _location(finding.file, finding.span, finding.address)
    related = [_related(each, number, look) for number, each in enumerate(finding.related[:MOST_RELATED], 1)]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(map(_plain, lines))},
        "locations": [here],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"salesduty/v1": finding.fingerprint},
        **({"fixes": [_fix(finding.repair, finding.edits, look)]} if finding.repair is not None and finding.edits else {}),
    }


def _fix(repair: Repair, edits: Sequence[TextEdit], look: Look) -> dict[str, object]:
    """What is proposed, safe or not: a viewer asks before it changes anything, so that words and properties say which."""
    said = repair.what if repair.safe else _UNSAFE.filled({"what": repair.what})
    change = {"artifactLocation": _artifact(edits[0].file), "replacements": [_replacement(edit) for edit in edits]}
    return {
        "description": {"text": _plain(said.within(look.lang))},
        "artifactChanges": [change],
        "properties": {"safe": repair.safe},
    }


def _replacement(edit: TextEdit) -> dict[str, object]:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.words}}


def _related(related: Related, number: int, look: Look) -> dict[str, object]:
    message = {"text": _plain(related.message.within(look.lang))}
    return {"id": number, **_location(related.file, related.span, related.address), "message": message}


def _location(file: str, span: Span, address: str) -> dict[str, object]:
    place: dict[str, object] = {"physicalLocation": {"artifactLocation": _artifact(file), "region": _region(span)}}
    if address:
        place["logicalLocations"] = [{"fullyQualifiedName": visible(address)}]
    return place


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _artifact(file: str) -> dict[str, str]:
    """The file as a URI: relative to the root of the sources, as the report is, or absolute where it lies elsewhere."""
    if file.startswith("//"):
        return {"uri": f"file:{_written(file)}"}
    if file.startswith("/"):
        return {"uri": f"file://{_written(file)}"}
    if _DRIVE.match(file):
        return {"uri": f"file:///{file[0]}:{_written(file[2:])}"}
    return {"uri": _written(file), "uriBaseId": "%SRCROOT%"}


def _written(path: str) -> str:
    """`path` with the bytes of its name percent-encoded; what is no UTF-8 on disk stays the bytes that it is."""
    from urllib.parse import quote  # loaded for no other report

    try:
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # half a pair in a name of Windows
        return quote(path.encode("utf-8", "surrogatepass"))


def _plain(text: str) -> str:
    """`text` for a message, where it makes neither a link nor a placeholder."""
    return _LINK.sub("] ", visible(text)).replace("{", "{{").replace("}", "}}")


def _marked(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", visible(text))
