"""Excel: the sheets of a book, computing, ready to print, and inert whatever their texts say."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from salesduty.renderers.cells import A4, LINE, LONGEST_CELL, SheetNames, cut, downwards, height, inert, units, wide
from salesduty.renderers.looks import Looks
from salesduty.results.book import Book, Cell, Formula, Line, Sheet, SheetColumn, first_row, letters
from salesduty.results.stationery import Stationery

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

EXTENSION = "xlsx"
# A fixed day keeps the bytes the same from run to run.
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_MANY_CELLS = 200_000
"""From so many cells on rows go to a file of the system's while they are written: a third of a kilobyte a cell is saved."""
_WIDEST_TITLE = 170
"""How many characters wide a table may be for its title to stand in its middle."""
_TALLEST_PAGE = 840.0
"""How many points of rows still read well on one landscape page; a card of usual width shows some 680 unshrunk."""
_LONG = "长文本"
_LONG_COLUMNS = (SheetColumn("所在单元格", 26), SheetColumn("第几段", 9, "mark"), SheetColumn("内容", 90))
_ROOM_FOR_POINTER = 60
_PROPERTIES = {"folder": "department"}
_LONGEST_PROPERTY = 255
_LONGEST_FOOTER = 60
_LONGEST_LIST = 255
"""How many characters Excel takes for a list to choose from."""


def render(book: Book, stationery: Stationery) -> bytes:
    """Return `book` as a workbook; the same bytes each time. A text too long for a cell goes on in a sheet of its own."""
    from xlsxwriter import Workbook

    packed = BytesIO()
    cells = sum(len(sheet.rows) * len(sheet.columns) for sheet in book.sheets)
    with Workbook(packed, {"constant_memory": True} if cells > _MANY_CELLS else {"in_memory": True}) as workbook:
        workbook.set_properties(
            {
                "title": inert(book.title),
                "subject": inert(book.post),
                "company": inert(book.company),
                "keywords": book.document,
                "created": _MADE,
            }
        )
        for name in ("document", "folder", "post", "source"):
            # The same names as in Word files: what an edited file is read back with.
            if value := getattr(book, name):
                workbook.set_custom_property(
                    f"salesduty.{_PROPERTIES.get(name, name)}", cut(inert(value), _LONGEST_PROPERTY), "text"
                )
        _Writer(workbook, Looks(workbook, stationery.theme), book).write()
    return packed.getvalue()


class _Writer:
    """Writes the sheets of one book, row after row, and remembers which texts did not go into their cells."""

    def __init__(self, workbook: Workbook, looks: Looks, book: Book) -> None:
        self._workbook = workbook
        self._looks = looks
        self._book = book
        self._names = SheetNames((_LONG,))
        self._pieces: list[tuple[Cell, ...]] = []
        self._tall = 0.0

    def write(self) -> None:
        """Write all sheets, and behind them what was too long."""
        for sheet in self._book.sheets:
            self._sheet(sheet, self._names.named(sheet.name))
        if self._pieces:
            self._names.free(_LONG)
            long = Sheet(_LONG, "超过一个单元格长度的文本", _LONG_COLUMNS, tuple(self._pieces), frozen=0)
            self._sheet(long, self._names.named(_LONG))

    def _sheet(self, sheet: Sheet, name: str) -> None:
        page = self._workbook.add_worksheet(name)
        self._tall = 0.0
        self._columns(page, sheet)
        self._title(page, sheet)
        for row, lines in enumerate(sheet.above, 1):
            self._lines(page, row, lines, sheet)
        head = first_row(len(sheet.above)) - 2
        self._head(page, head, sheet)
        exact = [_is_broken(sheet, column) for column in range(len(sheet.columns))]
        for total, rows, start in ((False, sheet.rows, head + 1), (True, sheet.totals, head + 1 + len(sheet.rows))):
            looks = [
                self._looks.cell(column.manner, total=total, whole=not broken)
                for column, broken in zip(sheet.columns, exact, strict=True)
            ]
            for row, cells in enumerate(rows, start):
                self._row(page, row, self._height(cells, sheet))
                for column, cell in enumerate(cells):
                    self._cell(page, row, column, cell, looks[column])
        after = head + 1 + len(sheet.rows) + len(sheet.totals)
        for row, lines in enumerate(sheet.below, after + 1):
            self._lines(page, row, lines, sheet)
        self._behaviour(page, sheet, head)
        self._paper(page, sheet, head, after + len(sheet.below))

    def _row(self, page: Worksheet, row: int, points: float) -> None:
        """Make a row so many points high."""
        page.set_row(row, points)
        self._tall += points

    def _columns(self, page: Worksheet, sheet: Sheet) -> None:
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width, None, {"hidden": True} if column.hidden else {})

    def _title(self, page: Worksheet, sheet: Sheet) -> None:
        shown = _shown(sheet)
        room = sum(sheet.columns[column].width for column in shown)
        centred = len(shown) > 1 and room <= _WIDEST_TITLE
        self._row(page, 0, 30 * max(1, -(-wide(sheet.title) * 3 // (2 * room))) if centred else 30)
        self._over(page, 0, 0, shown[-1] if centred else 0, sheet.title, self._looks.title(centred=centred))

    def _head(self, page: Worksheet, row: int, sheet: Sheet) -> None:
        level = ((column.title, column.width) for column in sheet.columns if not column.upright)
        upright = (downwards(column.title) for column in sheet.columns if column.upright)
        self._row(page, row, max(24, height(level), *upright))
        for number, column in enumerate(sheet.columns):
            self._text(page, row, number, column.title, self._looks.head(column.title, upright=column.upright))

    def _lines(self, page: Worksheet, row: int, lines: tuple[Line, ...], sheet: Sheet) -> None:
        """A row outside of the table. What stands in several columns is as high as its text needs there."""
        said = []
        for line in lines:
            value = line.at + (line.room if line.label else 0)
            if line.label:
                self._over(page, row, line.at, value - 1, line.label, self._looks.label())
                said.append((line.label, _width(sheet, line.at, value)))
            self._over(page, row, value, value + line.span - 1, line.value, self._looks.beside(entry=line.entry))
            said.append((_said(line.value), _width(sheet, value, value + line.span)))
        self._row(page, row, max(20, height(said), *(LINE * line.lines for line in lines)))

    def _over(self, page: Worksheet, row: int, first: int, last: int, cell: Cell, look: Format) -> None:
        """Write `cell` over the columns `first` to `last`."""
        if last > first:
            page.merge_range(row, first, row, last, "", look)
        self._cell(page, row, first, cell, look)

    def _cell(self, page: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
        if isinstance(cell, Formula):
            page.write_formula(row, column, cell.text, look, cell.value)
        elif isinstance(cell, str):
            self._text(page, row, column, cell, look)
        elif cell is None:
            page.write_blank(row, column, None, look)
        else:
            page.write_number(row, column, cell, look)

    def _text(self, page: Worksheet, row: int, column: int, text: str, look: Format) -> None:
        if not text:
            page.write_blank(row, column, None, look)
            return
        shown = inert(text)
        if units(shown) > LONGEST_CELL:
            place = f"{page.get_name()}!{letters(column)}{row + 1}"
            shown, *rest = _pieces(shown)
            self._pieces.extend((place, number, piece) for number, piece in enumerate(rest, 2))
            shown += f"……（未完，下文见“{_LONG}”表，共 {len(rest) + 1} 段）"
        page.write_string(row, column, shown, look)

    def _height(self, cells: tuple[Cell, ...], sheet: Sheet) -> float:
        shown = zip(cells, sheet.columns, strict=True)
        return max(20.0, height((_said(cell), column.width) for cell, column in shown if not column.hidden))

    def _behaviour(self, page: Worksheet, sheet: Sheet, head: int) -> None:
        """What stays in view, what can be filtered, typed and changed, and what stands out."""
        last = head + len(sheet.rows)
        page.freeze_panes(head + 1, sheet.frozen)
        if not sheet.rows:
            return
        # Excel would put a green corner on every number that stands there as a text, as 1.2 and 100 do.
        page.ignore_errors({"number_stored_as_text": f"A{head + 2}:{letters(len(sheet.columns) - 1)}{last + 1}"})
        if sheet.filtered:
            page.autofilter(head, 0, last, len(sheet.columns) - 1)
        for number, column in enumerate(sheet.columns):
            if (asked := _asked(column)) is not None:
                page.data_validation(head + 1, number, last, number, asked)
        for light in sheet.highlights:
            look = {"type": "formula", "criteria": light.when, "format": self._looks.tone(light.tone)}
            page.conditional_format(head + 1, light.first, last, light.last, look)
        if sheet.protected:
            page.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})

    def _paper(self, page: Worksheet, sheet: Sheet, head: int, last: int) -> None:
        """How it is printed: as wide as so many pages, with its header on each, and with numbers of pages."""
        if sheet.landscape:
            page.set_landscape()
        page.set_paper(A4)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        page.center_horizontally()
        page.repeat_rows(head)
        if sheet.frozen and sheet.pages > 1:
            page.repeat_columns(0, sheet.frozen - 1)
        page.fit_to_pages(sheet.pages, int(sheet.whole and self._tall <= _TALLEST_PAGE))
        page.print_area(0, 0, last, _shown(sheet)[-1])
        left, right = (
            cut(_in_footer(text), _LONGEST_FOOTER)
            for text in (self._book.title, self._book.version and f"版本 {self._book.version}")
        )
        page.set_footer(f"&L&9{left}&C&9第 &P 页，共 &N 页&R&9{right}")


def _in_footer(text: str) -> str:
    """Return `text` for the foot of a page, where `&` commands; a space keeps digits apart from the size before them."""
    return " " + inert(text).replace("\n", " ").replace("&", "＆") if text else ""


def _shown(sheet: Sheet) -> list[int]:
    """The columns that people see."""
    return [number for number, column in enumerate(sheet.columns) if not column.hidden] or [0]


def _width(sheet: Sheet, first: int, end: int) -> int:
    return sum(column.width for column in sheet.columns[first:end])


def _is_broken(sheet: Sheet, column: int) -> bool:
    """Whether a column of percentages has some that are not whole."""
    numbers = (_now(row[column]) for row in (*sheet.rows, *sheet.totals))
    return sheet.columns[column].manner == "percent" and any(abs(each * 100 - round(each * 100)) > 1e-9 for each in numbers)


def _now(cell: Cell) -> float:
    value = cell.value if isinstance(cell, Formula) else cell
    return value if isinstance(value, (int, float)) else 0.0


def _said(cell: Cell) -> str:
    value = cell.value if isinstance(cell, Formula) else cell
    return value if isinstance(value, str) else ""


def _pieces(text: str) -> list[str]:
    """`text` in pieces that each go into a cell, with room for what is said behind the first."""
    most = LONGEST_CELL - _ROOM_FOR_POINTER
    found = []
    while text:
        found.append(cut(text, most))
        text = text[len(found[-1]) :]
    return found


def _asked(column: SheetColumn) -> dict[str, object] | None:
    """What Excel asks of the entries of a column; None where it asks for nothing."""
    if column.choices:
        if len(",".join(column.choices)) > _LONGEST_LIST:
            return None
        return {
            "validate": "list",
            "source": list(column.choices),
            "error_type": "stop" if column.strict else "warning",
            "error_title": "不在可选范围内",
            "error_message": "请从下拉列表中选择。" if column.strict else "通常从下拉列表中选择；确实要这样写，请点“是”。",
        }
    if column.least is None or column.most is None:
        return None
    bounds = f"{column.least:g} 到 {column.most:g}"
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": column.least,
        "maximum": column.most,
        "input_title": cut(column.title, 32),
        "input_message": f"请填 {bounds} 的数字，可以有小数。",
        "error_title": "分数不对",
        "error_message": f"只能填 {bounds} 的数字，请改正。",
    }
