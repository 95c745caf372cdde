"""What an import into definitions that are there comes to: for people, by department and post; for programs as one object."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from salesduty.reporters.drafts.lines import line
from salesduty.reporters.drafts.troubles import trouble
from salesduty.reporters.json import dumped
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.imported import Refused
from salesduty.results.merged import Merge, Merged
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_MOST = 100
_LONGEST = 160
_NOTHING = Text("没有变化：文档里的 {count} 处内容都已经写在 {folder} 里。", "No change: all {count} values are in {folder}.")
_OWNER = Text("{department} {owner}", "{department} {owner}")
_HEADS = {
    "new-department": Text("新部门：{new}（{document}），写在 {file}", "a new department: {new} ({document}), to {file}"),
    "new-post": Text("新岗位：{new}（{document} 第 {at} 行）", "a new post: {new} ({document}, line {at})"),
    "new-process": Text("新流程：{new}（{document} 第 {at} 行）", "a new process: {new} ({document}, line {at})"),
    "renamed": Text("岗位改名（{file}:{line}）：{old} → {new}", "the post has another name ({file}:{line}): {old} → {new}"),
    "moved": Text(
        "{field}从“{other}”移到这里：{new}。“{other}”里的那条没有删，请您确认后删掉",
        "{field} moved here from “{other}”: {new}. It still stands in “{other}” as well; delete it there if that is right",
    ),
    "new": Text("新增{field}：{new}", "new {field}: {new}"),
    "changed": Text("{field}改了（{file}:{line}）", "{field} changed ({file}:{line})"),
    "kept": Text(
        "{field}：原文和您写的不一样，没有动，请您选一种（{file}:{line}）",
        "{field}: the document says something else than you wrote; left alone, choose one ({file}:{line})",
    ),
    "gone": Text(
        "{field}：原文已经没有，没有删（{file}:{line}）：{old}",
        "{field} gone from the document, not deleted ({file}:{line}): {old}",
    ),
}
_STYLES: dict[str, Style] = {"changed": "info", "renamed": "info", "kept": "warning", "gone": "warning", "moved": "warning"}
_OLD, _NEW = Text("原来：{words}", "before: {words}"), Text("现在：{words}", "now: {words}")
_YOURS, _THEIRS = Text("文件里：{words}", "in the file: {words}"), Text("原文：{words}", "in the document: {words}")
_MORE = Text("还有 {count} 处没有列出；全部内容见 --format json", "and {count} more; --format json has all of them")
_COUNTS = {
    "new-department": Text("新部门 {count} 个", "{count} new departments"),
    "new-post": Text("新岗位 {count} 个", "{count} new posts"),
    "new-process": Text("新流程 {count} 个", "{count} new processes"),
    "renamed": Text("改名 {count} 个", "{count} renamed"),
    "moved": Text("移动 {count} 条", "{count} moved"),
    "new": Text("新增 {count} 处", "{count} new"),
    "changed": Text("改了 {count} 处", "{count} changed"),
    "kept": Text("要您选的 {count} 处", "{count} to choose"),
    "gone": Text("原文已经没有 {count} 处", "{count} gone"),
}
_SAME = Text("没有变化 {count} 处", "{count} as they were")
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
    place = None
    for merge in done.merges[:_MOST]:
        if (merge.department, merge.owner) != place:
            place = (merge.department, merge.owner)
            told = {"department": one_line(merge.department, _LONGEST), "owner": one_line(merge.owner, _LONGEST)}
            yield from line(_OWNER.filled(told), look, "strong")
        yield from _difference(merge, look)
    if len(done.merges) > _MOST:
        yield from line(_MORE.filled({"count": len(done.merges) - _MOST}), look, "quiet", first="  ")
    yield Piece("\n")
    yield from line(_total(done), look, "strong")
    if done.writing:
        files = [one_line(file, _LONGEST) for file in done.files[:_MOST_FILES]]
        yield from line(_WROTE.filled({"count": len(done.files), "files": files}), look, "good", further="  ")
    for file in done.left:
        yield from line(_LEFT.filled({"file": one_line(file, _LONGEST)}), look, "warning", further="  ")


def merged_json(done: Merged, refused: Iterable[Refused], look: Look) -> str:
    """Return all differences as one object, with what could not be read."""
    told = {
        "folder": done.folder,
        "differences": [_told(merge, look, writing=done.writing and merge.file not in done.left) for merge in done.merges],
        "unchanged": done.unchanged,
        "written": list(done.files),
        "not_written": list(done.left),
        "unreadable": [
            {"file": each.file, "reason": each.reason, "message": trouble(each).within(look.lang)} for each in refused
        ],
    }
    return dumped(told, look) + "\n"


def _told(merge: Merge, look: Look, *, writing: bool) -> dict[str, object]:
    return {
        "kind": merge.kind,
        "department": merge.department,
        "owner": merge.owner,
        "field": merge.key,
        "title": merge.field.within(look.lang),
        "old": merge.old,
        "new": merge.new,
        "from": merge.other,
        "file": merge.file,
        "line": merge.line,
        "document": merge.document,
        "document_line": merge.at,
        "writes": merge.writes,
        "written": writing and merge.writes,
    }


def _total(done: Merged) -> Text:
    kinds = Counter(merge.kind for merge in done.merges)
    counts = [words.filled({"count": kinds[kind]}) for kind, words in _COUNTS.items() if kinds[kind]]  # type: ignore[index]
    counts.append(_SAME.filled({"count": done.unchanged}))
    return Text("，".join(each.zh for each in counts), ", ".join(each.en for each in counts))


def _difference(merge: Merge, look: Look) -> Iterator[Piece]:
    told = {
        "field": merge.field,
        "other": one_line(merge.other, _LONGEST),
        "file": one_line(merge.file, _LONGEST),
        "line": merge.line,
        "document": one_line(merge.document, _LONGEST),
        "at": merge.at,
        "old": one_line(merge.old, _LONGEST),
        "new": one_line(merge.new, _LONGEST),
    }
    style = _STYLES.get(merge.kind, "good")
    yield from line(_HEADS[merge.kind].filled(told), look, style, first="  ", further="    ")
    if merge.kind in ("changed", "kept"):
        words = (_OLD, _NEW) if merge.kind == "changed" else (_YOURS, _THEIRS)
        for each, said in zip(words, (merge.old, merge.new), strict=True):
            yield from line(each.filled({"words": one_line(said, _LONGEST)}), look, first="    ", further="      ")
