"""Excel: the sheets of a book, computing, ready to print, and inert whatever their texts say."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from salesduty.results.book import Book, Formula

EXTENSION = "xlsx"
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def render(book: Book) -> bytes:
    """Return `book` as a workbook; the same book gives the same bytes."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # a tenth of a second, for workbooks only

    packed = BytesIO()
    with Workbook(packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": book.title, "company": book.company, "created": _MADE})
        for sheet in book.sheets:
            page = workbook.add_worksheet(sheet.name)
            for number, row in enumerate((tuple(column.title for column in sheet.columns), *sheet.rows)):
                for column, cell in enumerate(row):
                    if isinstance(cell, Formula):
                        page.write_formula(number, column, cell.text, None, cell.value)
                    elif isinstance(cell, str):
                        page.write_string(number, column, cell)
                    elif cell is not None:
                        page.write_number(number, column, cell)
    return packed.getvalue()
