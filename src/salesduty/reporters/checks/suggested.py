"""What is worth asking, for people: a reason for each field, then the edits as a unified diff; and the same for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesduty.reporters.columns import width, wrapped
from salesduty.reporters.edited import LEFT, diff
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.suggestion import Asked, Suggested, Suggestion
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_NOTHING = Text(
    "没有需要确认的字段：没有哪个结论能靠确认一个字段定下来",
    "nothing to confirm: no finding can be settled by confirming a field",
)
_TITLE = Text(
    "确认下面 {count} 处，就能定下 {findings} 个问题，要紧的在前：",
    "{count} to confirm, which settle {findings} findings, the gravest first:",
)
_MORE = Text("还有 {count} 处没有列出，处理完这些再运行一次", "{count} more are not listed; run again when these are done")
_ASKED: Mapping[Asked, Text] = {
    "gap": Text("空白", "gap"),
    "overlap": Text("重叠", "overlap"),
    "unread": Text("看不懂", "unread"),
}
_WRITE, _NO_EDIT = Text("写上：", "write: "), Text("没有自动修改：", "no edit: ")
_OTHERWISE = Text("否则：", "else: ")
_APPLY = Text("以上改动还没有写入；加 --write 写入文件", "none of this is written yet; add --write to write it")
_WRITTEN, _ALONE = Text("已写入 {file}", "wrote {file}"), Text("没有改 {file}：{why}", "left {file} alone: {why}")
_INDENT = "  "
_LONGEST_PATH = 200


def text(suggested: Suggested, look: Look) -> Iterator[Piece]:
    """Yield `suggested` for a person to read; the diff is as `patch` and `git apply` take it, where the files are plain."""
    if not suggested.suggestions:
        yield from _lines("", _NOTHING.within(look.lang), look, "good")
        return
    settled = {message.zh for each in suggested.suggestions for message in each.settles}
    title = _TITLE.filled({"count": len(suggested.suggestions), "findings": len(settled)})
    yield from _lines("", title.within(look.lang), look, "strong")
    for each in suggested.suggestions:
        yield Piece("\n")
        yield from _one(each, look)
    if suggested.untried:
        yield Piece("\n")
        yield from _lines("", _MORE.filled({"count": suggested.untried}).within(look.lang), look, "quiet")
    for edited in suggested.files:
        yield Piece("\n")
        yield from diff(edited, look)
    yield from _end(suggested, look)


def json(suggested: Suggested, look: Look) -> Iterator[Piece]:
    """Yield `suggested` as JSON, one suggestion and one file a line."""
    yield Piece(f'{{"version": {dumped(look.version, look)}, "suggestions": [')
    for index, each in enumerate(suggested.suggestions):
        yield Piece((",\n" if index else "\n") + dumped(_as_json(each, look), look))
    yield Piece(f'\n], "untried": {suggested.untried}, "files": [')
    for index, edited in enumerate(suggested.files):
        shown = {"file": edited.file, "written": edited.written, "left_alone": edited.left or None, "diff": edited.diff}
        yield Piece((",\n" if index else "\n") + dumped(shown, look))
    yield Piece("\n]}\n")


def _one(each: Suggestion, look: Look) -> Iterator[Piece]:
    place = f"{one_line(each.file, _LONGEST_PATH)}:{each.span.line}:{each.span.column}  {_ASKED[each.asked].within(look.lang)}"
    yield from _lines("", place, look, "place")
    yield from _lines(_INDENT, one_line(each.text, 120), look, "strong")
    yield from _lines(_INDENT, each.reason.within(look.lang), look, "")
    if each.left:
        added = f"{_fields(each)}；" if each.added and look.lang == "zh" else f"{_fields(each)}; " if each.added else ""
        yield from _labelled(_NO_EDIT, added + LEFT[each.left].within(look.lang), look)
    elif each.added:
        yield from _labelled(_WRITE, _fields(each), look)
    yield from _labelled(_OTHERWISE, each.otherwise.within(look.lang), look)


def _fields(each: Suggestion) -> str:
    return ", ".join(f"{name}: {value}" for name, value in each.added.items())


def _end(suggested: Suggested, look: Look) -> Iterator[Piece]:
    if suggested.files:
        yield Piece("\n")
    if suggested.files and not suggested.writing:
        yield from _lines("", _APPLY.within(look.lang), look, "strong")
    for edited in suggested.files if suggested.writing else ():
        file = one_line(edited.file, _LONGEST_PATH)
        if edited.written:
            yield from _lines("", _WRITTEN.filled({"file": file}).within(look.lang), look, "good")
        elif edited.left:
            yield from _lines("", _ALONE.filled({"file": file, "why": LEFT[edited.left]}).within(look.lang), look, "warning")


def _labelled(label: Text, said: str, look: Look) -> Iterator[Piece]:
    lead = label.within(look.lang)
    hang = " " * width(lead)
    for index, line in enumerate(wrapped(harmless(said, look.encoding), look.columns - len(_INDENT) - len(hang))):
        yield Piece(_INDENT + (hang if index else lead), "good")
        yield Piece(harmless_line(line) + "\n")


def _lines(indent: str, said: str, look: Look, style: Style) -> Iterator[Piece]:
    for line in wrapped(harmless(said, look.encoding), look.columns - len(indent)):
        yield Piece(indent + harmless_line(line) + "\n", style)


def _as_json(each: Suggestion, look: Look) -> dict[str, object]:
    return {
        "asked": each.asked,
        "file": each.file,
        "line": each.span.line,
        "column": each.span.column,
        "address": each.address,
        "text": each.text,
        "add": dict(each.added),
        "reason": each.reason.within(look.lang),
        "otherwise": each.otherwise.within(look.lang),
        "settles": [message.within(look.lang) for message in each.settles],
        "left_alone": each.left or None,
    }
