"""Every report for programs keeps to the schema that is published for it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from formats.published import GITLAB, RDJSON, SARIF, Check, junit
from formats.reports import LOOKS, printed, reports
from salesduty.reporters.look import Look

REPORTS = reports()
CASES = [(name, look) for name in REPORTS for look in LOOKS]


def documents(form: str, name: str, look: Look) -> Iterator[Any]:
    """What the report `name` is as `form`, parsed: one document, or one a line."""
    shown = printed(form, REPORTS[name], look)
    for document in shown.splitlines() if form.endswith("jsonl") else [shown]:
        yield json.loads(document, parse_constant=pytest.fail)


@pytest.mark.parametrize(("name", "look"), CASES)
@pytest.mark.parametrize(("form", "check"), [("sarif", SARIF), ("rdjsonl", RDJSON), ("gitlab", GITLAB)])
def test_json_keeps_to_its_schema(form: str, check: Check, name: str, look: str) -> None:
    found = [wrong for document in documents(form, name, LOOKS[look]) for wrong in check(document, form)]

    assert found == []


@pytest.mark.parametrize(("name", "look"), CASES)
def test_junit_keeps_to_its_schema(name: str, look: str) -> None:
    root = ElementTree.fromstring(printed("junit", REPORTS[name], LOOKS[look]))

    assert junit(root) == []
    for suites in (root, *root):
        cases = list(suites.iter("testcase"))
        assert suites.get("tests") == str(len(cases))
        assert suites.get("failures") == str(sum(case.find("failure") is not None for case in cases))


@pytest.mark.parametrize(
    ("path", "planted"),
    [
        (("version",), "2.0.0"),
        (("extra",), 1),
        (("runs", 0, "columnKind"), "bytes"),
        (("runs", 0, "language"), "chinese"),
        (("runs", 0, "tool", "driver", "name"), None),
        (("runs", 0, "tool", "driver", "rules", 0, "id"), 7),
        (("runs", 0, "results", 0, "level"), "info"),
        (("runs", 0, "results", 0, "message"), "text"),
        (("runs", 0, "results", 0, "message", "text"), None),
        (("runs", 0, "results", 0, "locations"), {}),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startLine"), 0),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startColumn"), "1"),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation", "uri"), "销售 部.yaml"),
        (("runs", 0, "results", 0, "partialFingerprints", "salesduty/v1"), 5),
        (("runs", 0, "invocations", 0, "executionSuccessful"), "yes"),
        (("runs", 0, "results", 0, "fixes", 0, "description"), "text"),
        (("runs", 0, "results", 0, "fixes", 0, "artifactChanges"), []),
        (("runs", 0, "results", 0, "fixes", 0, "artifactChanges", 0, "replacements"), []),
        (("runs", 0, "results", 0, "fixes", 0, "artifactChanges", 0, "replacements", 0, "deletedRegion"), None),
        (("runs", 0, "results", 0, "fixes", 0, "artifactChanges", 0, "replacements", 0, "deletedRegion", "endColumn"), None),
        (("runs", 0, "results", 0, "fixes", 0, "artifactChanges", 0, "replacements", 0, "insertedContent"), "x"),
    ],
)
def test_a_fault_in_sarif_is_noticed(path: tuple[Any, ...], planted: object) -> None:
    (document,) = documents("sarif", "usual", Look())

    assert list(SARIF(put(document, path, planted), "")) != []


@pytest.mark.parametrize(
    ("form", "path", "planted"),
    [
        ("rdjsonl", ("severity",), "NOTE"),
        ("rdjsonl", ("location", "range", "start", "line"), 0),
        ("rdjsonl", ("code",), "REF001"),
        ("rdjsonl", ("message",), None),
        ("rdjsonl", ("suggestions",), []),
        ("rdjsonl", ("suggestions", 0, "text"), None),
        ("rdjsonl", ("suggestions", 0, "range", "start", "column"), 0),
        ("gitlab", (0, "severity"), "error"),
        ("gitlab", (0, "location", "lines", "begin"), "4"),
        ("gitlab", (0, "fingerprint"), None),
    ],
)
def test_a_fault_in_other_json_is_noticed(form: str, path: tuple[Any, ...], planted: object) -> None:
    document = next(documents(form, "usual", Look()))
    check = {"rdjsonl": RDJSON, "gitlab": GITLAB}[form]

    assert list(check(put(document, path, planted), "")) != []


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (' errors="0"', ""),
        ("<failure ", "<fault "),
        ('classname="', 'file="'),
        ('tests="3"', 'tests="three"'),
        ("</testsuite>", "words</testsuite>"),
        ("testsuites", "tests"),
    ],
)
def test_a_fault_in_junit_is_noticed(words: str, others: str) -> None:
    shown = (
        printed("junit", REPORTS["usual"], Look())
        .replace(words, others)
        .replace("</failure", "</" + ("fault" if "fault" in others else "failure"))
    )

    assert junit(ElementTree.fromstring(shown)) != []


def put(document: Any, path: tuple[Any, ...], planted: object) -> Any:
    """`document` with `planted` at `path`, or without anything there."""
    changed = copy.deepcopy(document)
    inside = changed
    for step in path[:-1]:
        inside = inside[step]
    if planted is None:
        del inside[path[-1]]
    else:
        inside[path[-1]] = planted
    return changed
