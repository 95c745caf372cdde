"""What the published schemas ask of our reports, as tables of our own.

A table is stricter than its schema: it allows only what we write. Each was compared with the schema itself:
SARIF 2.1.0 errata 01 (docs.oasis-open.org), `Diagnostic.json` of reviewdog, `codeclimate.json` of GitLab and
`junit-10.xsd` of Jenkins' xunit plugin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

Check = Callable[[Any, str], Iterator[str]]
"""From a value and where it stands to what is wrong with it."""


@dataclass(frozen=True)
class Object:
    """A JSON object: the members it must have, and those it may have."""

    required: Mapping[str, Check]
    optional: Mapping[str, Check]

    def __call__(self, value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{at}: no object"
            return
        known = {**self.required, **self.optional}
        yield from (f"{at}: {name} is missing" for name in self.required if name not in value)
        yield from (f"{at}: {name} is not allowed" for name in value if name not in known)
        for name, item in value.items():
            if name in known:
                yield from known[name](item, f"{at}.{name}")


def object_(optional: Mapping[str, Check] | None = None, **required: Check) -> Object:
    return Object(required, optional or {})


def listed(check: Check, *, unique: bool = False) -> Check:
    def checked(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{at}: no list"
            return
        if unique and len({repr(item) for item in value}) < len(value):
            yield f"{at}: something stands twice"
        for index, item in enumerate(value):
            yield from check(item, f"{at}[{index}]")

    return checked


def at_least_one(check: Check) -> Check:
    def checked(value: Any, at: str) -> Iterator[str]:
        yield from listed(check)(value, at)
        if value == []:
            yield f"{at}: nothing in it"

    return checked


def text(pattern: str = r"(?s).*") -> Check:
    def checked(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield f"{at}: {value!r} is no text like {pattern}"

    return checked


def one_of(*choices: str) -> Check:
    return text("|".join(map(re.escape, choices)))


def number(least: int) -> Check:
    def checked(value: Any, at: str) -> Iterator[str]:
        if type(value) is not int or value < least:
            yield f"{at}: {value!r} is no number from {least}"

    return checked


def true_or_false(value: Any, at: str) -> Iterator[str]:
    if type(value) is not bool:
        yield f"{at}: {value!r} is neither true nor false"


def by_name(check: Check) -> Check:
    def checked(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{at}: no object"
            return
        for name, item in value.items():
            yield from check(item, f"{at}.{name}")

    return checked


# RFC 3986: the characters of a URI reference; a first segment with a colon would be a scheme.
_URI = text(r"(?:file:)?(?:[A-Za-z0-9._~!$&'()*+,;=@/:-]|%[0-9A-F]{2})+")
_LEVEL = one_of("none", "note", "warning", "error")
_LANGUAGE = text(r"[a-zA-Z]{2}(-[a-zA-Z]{2})?")
_MESSAGE = object_(text=text())
_MULTIFORMAT = object_({"markdown": text()}, text=text())
_REGION = object_({"endLine": number(1), "startColumn": number(1), "endColumn": number(1)}, startLine=number(1))
_ARTIFACT = object_({"uriBaseId": one_of("%SRCROOT%")}, uri=_URI)
_LOCATION = object_(
    {
        "id": number(-1),
        "message": _MESSAGE,
        "logicalLocations": listed(object_(fullyQualifiedName=text()), unique=True),
    },
    physicalLocation=object_({"region": _REGION}, artifactLocation=_ARTIFACT),
)
_RULE = object_(
    {
        "name": text(),
        "shortDescription": _MULTIFORMAT,
        "fullDescription": _MULTIFORMAT,
        "help": _MULTIFORMAT,
        "defaultConfiguration": object_(level=_LEVEL),
        "properties": object_(tags=listed(text(), unique=True)),
    },
    id=text(),
)
_EDITED = object_(startLine=number(1), startColumn=number(1), endLine=number(1), endColumn=number(1))
_FIX = object_(
    description=_MESSAGE,
    artifactChanges=at_least_one(
        object_(
            artifactLocation=_ARTIFACT,
            replacements=at_least_one(object_(deletedRegion=_EDITED, insertedContent=object_(text=text()))),
        )
    ),
    properties=object_(safe=true_or_false),
)
_RESULT = object_(
    {"relatedLocations": listed(_LOCATION, unique=True), "fixes": listed(_FIX, unique=True)},
    ruleId=text(),
    ruleIndex=number(0),
    level=_LEVEL,
    message=_MESSAGE,
    locations=listed(_LOCATION),
    partialFingerprints=by_name(text(r"[0-9a-f]{16}")),
)
_RUN = object_(
    tool=object_(
        driver=object_(
            {
                "version": text(),
                "semanticVersion": text(r"\d+\.\d+\.\d+.*"),
                "language": _LANGUAGE,
                "rules": listed(_RULE, unique=True),
            },
            name=text(),
        )
    ),
    invocations=listed(
        object_(
            {"toolExecutionNotifications": listed(object_(level=_LEVEL, message=_MESSAGE))}, executionSuccessful=true_or_false
        )
    ),
    language=_LANGUAGE,
    columnKind=one_of("utf16CodeUnits", "unicodeCodePoints"),
    results=listed(_RESULT),
)
SARIF = object_({"$schema": text("https://.*")}, version=one_of("2.1.0"), runs=listed(_RUN))

_POSITION = object_({"column": number(1)}, line=number(1))
_PLACE = object_(path=text("(?s).+"), range=object_(start=_POSITION, end=_POSITION))
_BYTES = object_(line=number(1), column=number(1))
RDJSON = object_(
    {
        "related_locations": listed(object_(message=text(), location=_PLACE)),
        "suggestions": at_least_one(object_(range=object_(start=_BYTES, end=_BYTES), text=text())),
    },
    message=text(),
    location=_PLACE,
    severity=one_of("UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"),
    source=object_(name=text()),
    code=object_(value=text()),
)

GITLAB = listed(
    object_(
        description=text(),
        check_name=text(),
        fingerprint=text(r"[0-9a-f-]+"),
        severity=one_of("info", "minor", "major", "critical", "blocker"),
        location=object_(path=text("(?s).+"), lines=object_({"end": number(1)}, begin=number(1))),
    )
)


@dataclass(frozen=True)
class Element:
    """An XML element: its attributes and whether each is needed, the elements in it, and whether text may stand in it."""

    attributes: Mapping[str, bool]
    inside: tuple[str, ...] = ()
    holds_text: bool = False


_SUITE = {"name": True, "tests": True, "failures": True, "errors": True}
JUNIT: Mapping[str, Element] = {
    "testsuites": Element({"name": False, "tests": False, "failures": False, "errors": False}, ("testsuite",)),
    "testsuite": Element(_SUITE, ("testcase",)),
    "testcase": Element({"name": True, "classname": False}, ("failure", "system-out")),
    "failure": Element({"type": False, "message": False}, holds_text=True),
    "system-out": Element({}, holds_text=True),
}


def junit(root: ElementTree.Element) -> list[str]:
    """Return what Jenkins would refuse in a report whose root is `root`."""
    return [*_element(root, "/"), *([] if root.tag == "testsuites" else ["the root is no testsuites"])]


def _element(element: ElementTree.Element, at: str) -> Iterator[str]:
    known = JUNIT.get(element.tag)
    here = f"{at}{element.tag}"
    if known is None:
        yield f"{here} is not allowed"
        return
    yield from (
        f"{here}: {name} is missing" for name, needed in known.attributes.items() if needed and name not in element.attrib
    )
    yield from (f"{here}: {name} is not allowed" for name in element.attrib if name not in known.attributes)
    counts = (element.get(name, "0") for name in ("tests", "failures", "errors"))
    yield from (f"{here}: {count} is no number" for count in counts if not count.isdigit())
    if not known.holds_text and any((words or "").strip() for words in (element.text, *(child.tail for child in element))):
        yield f"{here}: text is not allowed"
    for child in element:
        if child.tag not in known.inside:
            yield f"{here}: {child.tag} is not allowed"
        yield from _element(child, f"{here}/")
