"""The page about templates: the table of names is that of the program, and what it shows has no flaws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from opened.templates import word
from opened.workspaces import PROJECT
from salesduty.renderers.company.check import flaws
from salesduty.results.record import Kind
from salesduty.views.kinds import DEPARTMENT, POST, kinds

PAGE = PROJECT / "docs" / "templates.zh-CN.md"
_BETWEEN = re.compile(r"(?<=<!-- names -->\n).*?(?=<!-- /names -->)", re.DOTALL)
_SHOWN = re.compile(r"`(\{\{[^`]*\}\}|\{%[^`]*%\})`")


def test_the_names_are_all_there(update_golden: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    wanted = _BETWEEN.sub(lambda _: "".join(_tables()), page)
    if update_golden:
        PAGE.write_text(wanted, encoding="utf-8", newline="\n")
    assert page == wanted


def test_what_is_shown_can_be_written_like_this() -> None:
    shown = _SHOWN.findall(_BETWEEN.sub("", Path(PAGE).read_text(encoding="utf-8")))
    assert len(shown) > 10
    tables = [tag for tag in shown if tag.startswith("{%tr") or "指标.指标名称" in tag or "指标.权重" in tag]
    rest = [tag for tag in shown if tag not in tables]
    closed = [tag for tag in rest if "…" not in tag]
    body, rows = tuple(closed), tuple((tag,) for tag in tables if "…" not in tag)
    assert [flaw.what.zh for flaw in flaws(word(body, rows), kinds(), POST, "page")] == []


def _tables() -> Iterator[str]:
    for kind in _in_order():
        yield f"\n### {kind.title}\n\n| 名称 | 英文名称 | 是什么 | 内容 |\n| --- | --- | --- | --- |\n"
        for name in kind.names:
            what = kinds()[name.of].title if name.of else "文字"
            also = f"（也可写 {'、'.join(name.also)}）" if name.also else ""
            yield f"| {name.title}{also} | `{name.key}` | {what}{'，清单' if name.many else ''} | {name.about} |\n"
    yield "\n"


def _in_order() -> Iterator[Kind]:
    """What a document sees, then each kind of record when it is first met."""
    met: list[str] = []
    waiting = [POST, DEPARTMENT]
    while waiting:
        kind = waiting.pop(0)
        if kind in met:
            continue
        met.append(kind)
        yield kinds()[kind]
        waiting += [name.of for name in kinds()[kind].names if name.of]
