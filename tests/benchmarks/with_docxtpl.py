"""Set a paper with docxtpl: a Word file with Jinja in it, as somebody draws it in Word, filled from the same paper.

Chapters, duties with details, forms, tables and the lines to sign; no contents and no bookmarks, which docxtpl cannot number.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from docxtpl import DocxTemplate
from timed import timed

from salesduty.results.paper import Paper

_LINES = (
    "{%p for block in blocks %}",
    '{%p if block.kind == "heading" %}',
    "{{ block.text }}",
    "{%p endif %}",
    '{%p if block.kind == "paragraph" %}',
    "{%p for line in block.lines %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p endif %}",
    '{%p if block.kind == "item" %}',
    "{{ block.label }}{{ block.title }}：{{ block.lines | join }}",
    "{%p if block.details %}",
    "{% for detail in block.details %}{{ detail.label }}：{{ detail.text }}；{% endfor %}",
    "{%p endif %}",
    "{%p endif %}",
)
_TABLES = (
    (
        '{%p if block.kind == "form" %}',
        "{%tr for row in block.rows %}",
        "row",
        "field.label ~ '：' ~ (field.lines | join('\\n'))",
    ),
    ('{%p if block.kind == "table" %}', "{%tr for row in block.rows %}", "row.cells", "field | join('\\n')"),
    ('{%p if block.kind == "signatures" %}', "{%tr for party in block.parties %}", "(party, '', '', '')", "field"),
)


def template(path: Path) -> None:
    """Write the Word file with Jinja in it."""
    document = Document()
    document.add_paragraph("{{ paper.title }}", "Title")
    for line in _LINES:
        document.add_paragraph(line, "Heading 1" if line == "{{ block.text }}" else None)
    for condition, loop, cells, text in _TABLES:
        document.add_paragraph(condition)
        table = document.add_table(rows=3, cols=1)
        table.style = "Table Grid"
        for row, content in zip(table.rows, (loop, f"{{%tc for field in {cells} %}}", "{%tr endfor %}"), strict=True):
            row.cells[0].text = content
        middle = table.rows[1]
        for content in (f"{{{{ {text} }}}}", "{%tc endfor %}"):
            table.add_column(1_000_000)
            middle.cells[-1].text = content
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))


def render(paper: Paper, _: str) -> bytes:
    made = DocxTemplate(WHERE)
    made.render({"paper": paper, "blocks": paper.blocks}, autoescape=True)
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        WHERE = Path(folder, "template.docx")
        template(WHERE)
        timed(render)
