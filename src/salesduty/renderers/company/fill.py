"""Fill a Word file of a company with values, by docxtpl. Meant for a process of its own, with limits: see toolkit/confined."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Environment, TemplateError

from salesduty.renderers.company.package import look_through, packed
from salesduty.renderers.company.unique import make_unique
from salesduty.renderers.guard import Guarded
from salesduty.results.flaw import BadTemplate
from salesduty.results.record import Value
from salesduty.results.wording import Text

# How docxtpl lets people write braces that are no tags; it replaces them after filling, where they may be the model's own.
_BRACES = {"{_{": "{{ '{{' }}", "}_}": "{{ '}}' }}", "{_%": "{{ '{%' }}", "%_}": "{{ '%}' }}"}
_BRACE = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_PARAGRAPH_AFTER_BREAK = re.compile(r"\n<w:p(?=[ >])")
_TAG = re.compile(r"<[^>]*>")

_FAILED = Text(
    "填到“{near}”附近出了错：{why}。请运行 salesduty template check 查看，改好再生成。",
    "Filling failed near “{near}”: {why}. Run salesduty template check, mend it and render again.",
)
_BROKEN = Text(
    "填好之后文档的结构坏了：{part}。多半是循环或条件的开头和结尾不在同样的位置：整段的用 {{%p … %}}，表格整行的用 {{%tr … %}}，"
    "各自单独成段、成行。",
    "Once filled, the document is broken: {part}. Most likely a loop or condition begins and ends in places of different kinds: "
    "use {{%p … %}} for paragraphs and {{%tr … %}} for rows, each in a paragraph or row of its own.",
)


def fill(data: bytes, values: Mapping[str, Value], name: str) -> bytes:
    """Return the Word file `data`, whose tags are filled with `values`; the same give the same bytes.

    Raises BadTemplate, in `name`, where that cannot be done.
    """
    filled = BytesIO()
    template = _Filling(BytesIO(data), name)
    template.render(dict(values), Guarded())
    template.save(filled)
    with ZipFile(filled) as archive:
        result = packed({entry: archive.read(entry) for entry in archive.namelist()})
    look_through(result, name)
    return result


class _Filling(DocxTemplate):  # type: ignore[misc]  # it has no types
    """docxtpl, with the model's own text kept to the letter, and trouble told by the words around it."""

    def __init__(self, stream: BytesIO, called: str) -> None:
        super().__init__(stream)
        self.called = called

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """Return the text of a part with its tags filled."""
        source = _PARAGRAPH.sub(r"\n<w:p", _BRACE.sub(lambda match: _BRACES[match[0]], src_xml))
        self.current_rendering_part = part
        text = self._filled(source, context, jinja_env)
        resolved: str = self.resolve_listing(_PARAGRAPH_AFTER_BREAK.sub("<w:p", text))
        _refuse_broken(resolved, str(part.partname), self.called)
        return resolved

    def _filled(self, source: str, context: Any, engine: Environment) -> str:
        try:
            return engine.from_string(source).render(context)
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, SyntaxError, RecursionError) as error:
            lines = source.split("\n")
            near = _TAG.sub("", lines[min(_line(error), len(lines)) - 1])[:80] if _line(error) else ""
            why = str(error) or type(error).__name__
            raise BadTemplate(self.called, _FAILED.filled({"near": near, "why": why[:200]})) from error

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Fill the title and what else is said of the document; these are no XML yet, and not to be escaped."""
        engine = jinja_env.overlay(autoescape=False)
        properties = self.docx.core_properties
        for key in ("author", "comments", "identifier", "language", "subject", "title"):
            said = str(getattr(properties, key))
            if "{" in said:
                setattr(properties, key, self._filled(said, context, engine)[:255])

    def fix_tables(self, xml: str) -> Any:
        """Return the tree of the body, with tables mended; nothing of it may be lost."""
        tree = super().fix_tables(xml)
        if sum(1 for _ in tree.iter("{*}p")) != sum(1 for _ in re.finditer(r"<(?:w|a|m):p[ />]", xml)):
            raise BadTemplate(self.called, _BROKEN.filled({"part": "word/document.xml"}))
        return tree

    def map_tree(self, tree: Any) -> None:
        """Put the filled body in its place."""
        make_unique(tree)
        super().map_tree(tree)


def _refuse_broken(xml: str, part: str, name: str) -> None:
    parser = expat.ParserCreate()
    try:
        parser.Parse(xml.encode("utf-8", errors="replace"), True)
    except expat.ExpatError as error:
        raise BadTemplate(name, _BROKEN.filled({"part": part})) from error


def _line(error: BaseException) -> int:
    """The line of the source that `error` comes from, counted from 1; 0 where it is not known."""
    number = getattr(error, "lineno", None) or 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            number = trace.tb_lineno
        trace = trace.tb_next
    return number
