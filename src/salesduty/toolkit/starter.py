"""A Word file to start a template from: our own document, with tags in place of words."""

from __future__ import annotations

import re
from pathlib import Path

from salesduty.disk.create import create
from salesduty.disk.packaged import stationery
from salesduty.disk.write import write
from salesduty.renderers import docx
from salesduty.renderers.company.package import MAIN, opened, packed
from salesduty.views.starting.handbook import CHAPTERS
from salesduty.views.starting.starter import starter

_DETAIL = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Detail\d"/></w:pPr>.*?</w:p>', re.DOTALL)
_KEPT = re.compile(r'(<w:pStyle w:val="Duty\d"/>)<w:keepNext/>')
"""Duties repeated in a loop must not all stay on one page."""
_STYLES = "word/styles.xml"
_LOOSE = re.compile(rb'(w:styleId="TableHead">(?:(?!</w:style>).)*?)<w:keepNext/>', re.DOTALL)
"""Labels at the side of a long form would keep all of it on one page."""
_TITLED = {"职责.标题": "职责.内容", "职能.职能名称": "职能.职能说明", "原则.标题": "原则.原则内容"}
"""Titles, and the text after each that makes a colon come between."""
_ANOTHER_RUN = r"(?:</w:t></w:r><w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t [^>]*>)?"
"""Where a run ends and the next begins, if one does."""
_ENTRY = re.compile(r'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>(?:(?!</w:p>).)*\{\{ 岗位\.岗位名称 \}\}.*?</w:p>', re.DOTALL)
_CHAPTER = re.compile(
    r'(<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>(?:(?!</w:p>|<w:hyperlink).)*)(<w:hyperlink [^>]*>(?:(?!</w:p>).)*?<w:t [^>]*>'
    r"([^<{]*)</w:t></w:r></w:hyperlink>)</w:p>",
    re.DOTALL,
)
_LABEL = re.compile(r'(<w:pStyle w:val="TOC1"/>(?:(?!</w:p>).)*?<w:t xml:space="preserve">)[^<{]*?、')


def start(document: str, path: Path, *, force: bool = False) -> None:
    """Write the starter of a template for `document` to `path`.

    Raises `AlreadyThere` where something is there, unless `force`, and `CannotWrite`.
    """
    data = starting(document)
    if force:
        write(path, data)
    else:
        create({path: data})


def starting(document: str) -> bytes:
    """Return the starter of a template for `document` as a Word file; the same every time."""
    parts = dict(opened(docx.render(starter(document), stationery()), document))
    parts[MAIN] = _with_tags(parts[MAIN].decode()).encode()
    parts[_STYLES] = _LOOSE.sub(rb"\1", parts[_STYLES])
    return packed(parts)


def _with_tags(xml: str) -> str:
    """The document with what no paper can say: colons, separators and lines that are there only where they are needed."""
    for title, text in _TITLED.items():
        colon = f"{{% if {title} and {text} %}}：{{% endif %}}"
        after = re.compile(rf"(\{{\{{ {re.escape(title)} \}}\}}{_ANOTHER_RUN})：(?=</w:t>)")
        xml = after.sub(rf"\g<1>{colon}", xml)
    # A control of docxtpl takes its own run away and leaves what stands beside it there.
    xml = xml.replace("{%r for 项 in 职责.说明 %}：", "{%r for 项 in 职责.说明 %}").replace("；{%r endfor %}：", "{%r endfor %}")
    xml = _KEPT.sub(r"\1", xml)
    xml = xml.replace("；{{ 项.名目 }}", "{% if not loop.first %}；{% endif %}{{ 项.名目 }}")
    xml = _DETAIL.sub(lambda match: _around(match[0], "if 职责.说明", "endif"), xml)
    # Posts are chapters made in a loop, so no number is known before Word counts them.
    xml = _LABEL.sub(r"\1", xml)
    xml = _CHAPTER.sub(_conditional, xml)
    return _ENTRY.sub(lambda match: _around(match[0], "for 岗位 in 岗位清单", "endfor"), xml)


def _conditional(match: re.Match[str]) -> str:
    """A line of the contents that is there only where its chapter is; that with the beginning of the field stays, empty."""
    condition = CHAPTERS.get(match[3])
    if condition is None:
        return match[0]
    if "fldChar" in match[1]:
        tags = [f'<w:r><w:t xml:space="preserve">{{%r {words} %}}</w:t></w:r>' for words in (f"if {condition}", "endif")]
        return f"{match[1]}{tags[0]}{match[2]}{tags[1]}</w:p>"
    return _around(match[0], f"if {condition}", "endif")


def _around(paragraph: str, begin: str, end: str) -> str:
    return f"{_tag(begin)}{paragraph}{_tag(end)}"


def _tag(words: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{{%p {words} %}}</w:t></w:r></w:p>'
