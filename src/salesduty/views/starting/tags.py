"""Blocks of tags: what is repeated, what stands only where something is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from salesduty.results.paper import (
    Block,
    Column,
    Detail,
    Field,
    Form,
    Item,
    Paragraph,
    Row,
    Side,
    Signing,
    Table,
)
from salesduty.views.blanks import BLANK, SIGNING_DAY

Blocks = Iterator[Block]


def when(condition: str, blocks: Iterable[Block]) -> Blocks:
    """Yield `blocks` so that they stand only where `condition` holds."""
    yield Paragraph((f"{{%p if {condition} %}}",))
    yield from blocks
    yield Paragraph(("{%p endif %}",))


def each(item: str, several: str, blocks: Iterable[Block]) -> Blocks:
    """Yield `blocks` once for each `item` of `several`."""
    yield Paragraph((f"{{%p for {item} in {several} %}}",))
    yield from blocks
    yield Paragraph(("{%p endfor %}",))


def table(item: str, several: str, columns: Sequence[tuple[str, int, str | tuple[str, ...]]], condition: str = "") -> Table:
    """A table with one row of tags that is repeated; a condition leaves rows out."""
    rest: tuple[tuple[str, ...], ...] = ((),) * (len(columns) - 1)

    def row(tag: str) -> Row:
        return Row(((tag,), *rest))

    cells = tuple((said,) if isinstance(said, str) else said for *_, said in columns)
    rows = [row(f"{{%tr for {item} in {several} %}}"), Row(cells), row("{%tr endfor %}")]
    if condition:
        rows = [rows[0], row(f"{{%tr if {condition} %}}"), rows[1], row("{%tr endif %}"), rows[2]]
    return Table(tuple(Column(title, share, centred=share < 12) for title, share, _ in columns), tuple(rows))


def form(pairs: Sequence[tuple[str, str]]) -> Form:
    """A form that is always printed whole, two pairs to a row."""
    fields = [Field(label, (tag,)) for label, tag in pairs]
    return Form(tuple(tuple(fields[place : place + 2]) for place in range(0, len(fields), 2)))


def wide_form(base: str, pairs: Sequence[tuple[str, str]]) -> Form:
    """A form whose rows are there only where something is written."""
    rows: list[tuple[Field, ...]] = []
    for label, name in pairs:
        tag = f"{base}.{name}"
        condition = '岗位.岗位状态 != "在岗"' if tag == "岗位.岗位状态" else tag
        rows += [
            (Field(f"{{%tr if {condition} %}}", BLANK, 3),),
            (Field(label, (f"{{{{ {tag} }}}}",), 3),),
            (Field("{%tr endif %}", BLANK, 3),),
        ]
    return Form(tuple(rows))


def labelled(tag: str, label: str) -> tuple[str, str, str]:
    """Lines of a cell: what is written with its label, or nothing."""
    return (f"{{%p if {tag} %}}", f"{label}：{{{{ {tag} }}}}", "{%p endif %}")


def line(tag: str) -> tuple[str, str, str]:
    """Return the lines of a cell that say what is written, or nothing."""
    return (f"{{%p if {tag} %}}", f"{{{{ {tag} }}}}", "{%p endif %}")


def duties(several: str, depth: int = 0) -> Blocks:
    """Duties of three depths, as Word numbers them, with what is written besides."""
    levels = (f'职责.层次 == "{depth + 1}"', f'职责.层次 == "{depth + 2}"', "")
    yield Paragraph((f"{{%p for 职责 in {several} %}}",))
    for place, level in enumerate(levels):
        yield Paragraph((f"{{%p {'elif' if place else 'if'} {level} %}}" if level else "{%p else %}",))
        yield Item(depth + place, "1.", "{{ 职责.标题 }}", ("{{ 职责.内容 }}",), _DETAILS)
    yield Paragraph(("{%p endif %}",))
    yield Paragraph(("{%p endfor %}",))


_DETAILS = (Detail("{%r for 项 in 职责.说明 %}", ""), Detail("{{ 项.名目 }}", "{{ 项.内容 }}"), Detail("{%r endfor %}", ""))


def signing(first: str, second: str, by: str) -> Signing:
    """Return where both sides sign; the first does so `by`."""
    day = Detail("日期", SIGNING_DAY)
    return Signing((Side(first, (Detail(by, ""), day)), Side(second, (Detail("签字", ""), day))))


def signatures(parties: Sequence[str]) -> Table:
    """Return a table for `parties` to sign in."""
    columns = tuple(Column(title, 25) for title in ("岗位", "姓名", "签字", "日期"))
    return Table(columns, tuple(Row(((party,), (), (), ())) for party in parties))
