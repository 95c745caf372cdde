"""What an import into definitions that are there comes to, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from salesduty.reporters.drafts.lines import line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.merged import Merge, Merged
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_MOST = 60
_LONGEST = 160
_NOTHING = Text("没有变化：文档里的 {count} 条职责都已经写在 {folder} 里。", "No change: all {count} duties are in {folder}.")
_POST = Text("{post}", "{post}")
_HEADS = {
    "new-post": Text("新岗位（{file}）", "a new post ({file})"),
    "new": Text("新增（{document} 第 {at} 行）：{new}", "new ({document}, line {at}): {new}"),
    "changed": Text("改了（{file}:{line}）", "changed ({file}:{line})"),
    "kept": Text(
        "两边都改过，没有动，请您选一种（{file}:{line}）", "changed on both sides and left alone; choose one ({file}:{line})"
    ),
    "gone": Text("原文已经没有，没有删（{file}:{line}）：{old}", "gone from the document, not deleted ({file}:{line}): {old}"),
}
_STYLES: dict[str, Style] = {"new-post": "good", "new": "good", "changed": "info", "kept": "warning", "gone": "warning"}
_OLD, _NEW = Text("原来：{words}", "before: {words}"), Text("现在：{words}", "now: {words}")
_MORE = Text("还有 {count} 处", "and {count} more")
_TOTAL = Text(
    "新岗位 {posts} 个，新增 {new} 条，改了 {changed} 条，两边都改过 {kept} 条，原文已经没有 {gone} 条，没有变化 {same} 条",
    "{posts} new posts; duties: {new} new, {changed} changed, {kept} changed on both sides, {gone} gone, {same} as they were",
)
_WROTE = Text("已写入 {count} 个文件：{files}", "wrote {count} files: {files}")
_LEFT = Text(
    "{file} 的写法特殊，没有把握只改这些地方，有的没有写，请手工改",
    "{file} is written in a way that cannot be changed with certainty; put in the rest by hand",
)
_MOST_FILES = 10


def merged(done: Merged, look: Look) -> Iterator[Piece]:
    """Yield every difference by post, how many there are, and what was written."""
    if not done.merges:
        folder = one_line(done.folder, _LONGEST)
        yield from line(_NOTHING.filled({"count": done.unchanged, "folder": folder}), look, "good")
        return
    post = None
    for merge in done.merges[:_MOST]:
        if merge.post != post:
            post = merge.post
            yield from line(_POST.filled({"post": one_line(post)}), look, "strong")
        yield from _difference(merge, look)
    if len(done.merges) > _MOST:
        yield from line(_MORE.filled({"count": len(done.merges) - _MOST}), look, "quiet", first="  ")
    kinds = Counter(merge.kind for merge in done.merges)
    told: dict[str, object] = {"posts": kinds["new-post"], "same": done.unchanged}
    told |= {"new": kinds["new"], "changed": kinds["changed"], "kept": kinds["kept"], "gone": kinds["gone"]}
    yield Piece("\n")
    yield from line(_TOTAL.filled(told), look, "strong")
    if done.writing:
        files = [one_line(file, _LONGEST) for file in done.files[:_MOST_FILES]]
        yield from line(_WROTE.filled({"count": len(done.files), "files": files}), look, "good", further="  ")
    for file in dict.fromkeys(done.left):
        yield from line(_LEFT.filled({"file": one_line(file, _LONGEST)}), look, "warning", further="  ")


def _difference(merge: Merge, look: Look) -> Iterator[Piece]:
    told = {
        "file": one_line(merge.file, _LONGEST),
        "line": merge.line,
        "document": one_line(merge.document, _LONGEST),
        "at": merge.at,
        "old": one_line(merge.old, _LONGEST),
        "new": one_line(merge.new, _LONGEST),
    }
    yield from line(_HEADS[merge.kind].filled(told), look, _STYLES[merge.kind], first="  ", further="    ")
    if merge.kind in ("changed", "kept"):
        for words, said in ((_OLD, merge.old), (_NEW, merge.new)):
            yield from line(words.filled({"words": one_line(said, _LONGEST)}), look, first="    ", further="      ")
