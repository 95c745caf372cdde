"""Papers rendered with a folder of templates from outside, and what is wrong with such a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from jinja2 import TemplateError, TemplateNotFound

from salesduty.renderers.company.package import look_through
from salesduty.renderers.engine import SUFFIX, engine
from salesduty.results.flaw import BadTemplate, Flaw
from salesduty.results.stationery import Stationery
from salesduty.results.templates import Templates
from salesduty.results.wording import Text

T = TypeVar("T")

_FAILED = Text(
    "{place}出了错：{why}。请改好，或删掉这个文件，改用自带的。",
    "It failed {place}: {why}. Mend it, or delete the file and have ours instead.",
)
_AT = Text("{file} 第 {line} 行", "{file}, line {line}")
_SYNTAX = Text("写法不对：{why}", "it is not written right: {why}")
_NOT_FOUND = Text("要读的文件 {file} 不在模板里", "the file {file} that it reads is none of the templates")
_TROUBLE = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, SyntaxError, RecursionError)


def rendered(work: T, stationery: Stationery, format: str, name: str, press: Callable[[T], bytes]) -> bytes:
    """Return what `press` makes of `work`. Raises BadTemplate, in `name`, for what goes wrong in a template from outside."""
    try:
        data = press(work)
    except _TROUBLE as error:
        raise BadTemplate(name, _FAILED.filled({"place": _place(error, stationery.templates), "why": _why(error)})) from error
    if format == "docx":
        look_through(data, name)
    return data


def flaws(templates: Templates) -> tuple[Flaw, ...]:
    """Return what cannot be read in the templates from outside, a sentence for each file."""
    return tuple(_unwritten(templates))


def _unwritten(templates: Templates) -> Iterator[Flaw]:
    reading = engine(templates)
    for file in sorted(templates.outside):
        if not file.endswith(SUFFIX):
            continue
        try:
            reading.get_template(file)
        except TemplateError as error:
            line = getattr(error, "lineno", None) or 1
            lines = templates.sources[file].splitlines()
            near = lines[line - 1].strip()[:60] if line <= len(lines) else ""
            yield Flaw(_AT.filled({"file": file, "line": line}), near, _SYNTAX.filled({"why": _why(error)}))
        except (SyntaxError, RecursionError, ValueError) as error:
            yield Flaw(_AT.filled({"file": file, "line": 1}), "", _SYNTAX.filled({"why": _why(error)}))


def _why(error: BaseException) -> Text:
    if isinstance(error, TemplateNotFound):
        return _NOT_FOUND.filled({"file": str(error)[:80]})
    said = (str(error) or type(error).__name__)[:200]
    return Text(said, said)


def _place(error: BaseException, templates: Templates) -> Text:
    """The innermost line of a template that `error` comes from."""
    file, line = getattr(error, "name", None), getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace is not None:
        # A template of a DictLoader has no file; Jinja calls its code by the template's name.
        if trace.tb_frame.f_code.co_filename == "<template>" or trace.tb_frame.f_code.co_filename in templates.sources:
            file = trace.tb_frame.f_globals.get("name") or file
            line = trace.tb_lineno
        trace = trace.tb_next
    if file is None or line is None:
        return Text("模板里", "in a template")
    return _AT.filled({"file": file, "line": line})
