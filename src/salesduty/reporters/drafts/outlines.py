"""Documents as trees, for people: departments, posts and how much was found of each; what was put aside; what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from salesduty.reporters.drafts.lines import line
from salesduty.reporters.look import Look, Piece
from salesduty.results.draft import LeftOut
from salesduty.results.imported import DepartmentOutline, Outline, PostOutline
from salesduty.results.notes import NOTES
from salesduty.results.reasons import REASONS
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

MOST_TREES = 20
"""More documents than these get a line each."""
MOST_LINES = 100
_MOST_DOUBTS = 5
_LONGEST_NAME = 60
_LONGEST_WORDS = 46
_SMALL = 0.05

_FILE = Text("{file}（{kind}，{size} 字）", "{file} ({kind}, {size} characters)")
_NO_DEPARTMENT = Text("（没有写部门名称）", "(no department is named)")
_NO_POST = Text("（没有写岗位名称）", "(the post is not named)")
_NOBODY = Text("没有找到岗位", "no posts were found")
_AT = Text("第 {line} 行", "line {line}")
_POST = Text("{name}（{counts}）", "{name} ({counts})")
_COUNTS = {
    "duties": Text("职责 {count}", "duties {count}"),
    "below": Text("下级职责 {count}", "below them {count}"),
    "authorities": Text("权限 {count}", "authorities {count}"),
    "qualifications": Text("任职资格 {count}", "qualifications {count}"),
    "kpis": Text("指标 {count}", "KPIs {count}"),
}
_INFERRED = Text("名称取自正文", "name taken from the text")
_FUNCTIONS = Text("部门职能 {count}", "functions {count}")
_PROCESS = Text("流程：{names}", "processes: {names}")
_KPIS = Text("部门指标 {count}", "KPIs of the department {count}")
_COMMA = Text("，", ", ")
_LEFT = Text("没有写进定义的占 {share}：{reasons}", "{share} became no definition: {reasons}")
_SHAPE = Text("编号、标点、小标题等占 {share}，已体现在结构里", "{share} are numbers, headings and the like, kept as structure")
_NOTHING_LEFT = Text("原文都写进了定义", "all of it became definitions")
_REASON = Text("{words} {share}", "{words} {share}")
_DOUBTS = Text("请看一看这 {count} 处，要的话手工补上：", "Please look at these {count} places and add by hand what is wanted:")
_DOUBT = Text("{at}，{why}：“{words}”", "{at}, {why}: “{words}”")
_MORE_DOUBTS = Text("还有 {count} 处", "and {count} more")
_BRIEF = Text(
    "{file}：{posts} 个岗位，{duties} 条职责；没有写进定义的占 {share}{doubts}",
    "{file}: {posts} posts, {duties} duties; {share} became no definition{doubts}",
)
_BRIEF_DOUBTS = Text("，{count} 处要看", ", {count} places to look at")
_MORE = Text("还有 {count} 份文件", "and {count} more documents")
_TOTAL = Text(
    "共 {files} 份文件，{posts} 个岗位，{duties} 条职责",
    "{files} documents, {posts} posts, {duties} duties in all",
)


def outlines(found: Sequence[Outline], look: Look) -> Iterator[Piece]:
    """Yield the documents one after the other: as trees, or a line each where there are many."""
    if len(found) <= MOST_TREES:
        for outline in found:
            yield from _tree(outline, look)
            yield Piece("\n")
    else:
        for outline in found[:MOST_LINES]:
            yield from _brief(outline, look)
        if len(found) > MOST_LINES:
            yield from line(_MORE.filled({"count": len(found) - MOST_LINES}), look, "quiet")
        yield Piece("\n")
    if len(found) > 1:
        told = {"files": len(found), "posts": sum(map(_posts, found)), "duties": sum(map(_duties, found))}
        yield from line(_TOTAL.filled(told), look, "strong")
        yield Piece("\n")


def _posts(outline: Outline) -> int:
    return sum(len(each.posts) for each in outline.departments)


def _duties(outline: Outline) -> int:
    return sum(post.duties + post.below for each in outline.departments for post in each.posts)


def _tree(outline: Outline, look: Look) -> Iterator[Piece]:
    told = {"file": one_line(outline.file, _LONGEST_NAME), "kind": outline.kind, "size": f"{outline.size:,}"}
    yield from line(_FILE.filled(told), look, "strong")
    for key, words in outline.notes:
        if key in NOTES:
            yield from line(NOTES[key].filled({"words": one_line(words)}), look, "quiet", first="  ")
    for department in outline.departments:
        name = one_line(department.name, _LONGEST_NAME) if department.name else _NO_DEPARTMENT
        yield from line(name, look, first="  ")
        yield from _branches(department, look)
    yield from _aside(outline, look)


def _branches(department: DepartmentOutline, look: Look) -> Iterator[Piece]:
    branches: list[tuple[Text | str, str]] = [(_post(post, look), "") for post in department.posts]
    if department.functions:
        branches.append((_FUNCTIONS.filled({"count": department.functions}), ""))
    if department.processes:
        names = [one_line(name, _LONGEST_NAME) for name in department.processes]
        branches.append((_PROCESS.filled({"names": names}), ""))
    if department.kpis:
        branches.append((_KPIS.filled({"count": department.kpis}), ""))
    for number, (text, _) in enumerate(branches, 1):
        last = number == len(branches)
        yield from line(text, look, first="  └─ " if last else "  ├─ ", further="     " if last else "  │  ")
    if not branches:
        yield from line(_NOBODY, look, "warning", first="  └─ ")


def _post(post: PostOutline, look: Look) -> Text:
    parts = [words.filled({"count": getattr(post, key)}) for key, words in _COUNTS.items() if getattr(post, key)]
    place = one_line(post.where) if post.where else _AT.filled({"line": post.line}).within(look.lang)
    parts.insert(0, Text(place, place))
    if post.inferred:
        parts.append(_INFERRED)
    name = one_line(post.name, _LONGEST_NAME) if post.name else _NO_POST
    return _POST.filled({"name": name, "counts": _joined(parts)})


def _joined(parts: Sequence[Text]) -> Text:
    return Text(_COMMA.zh.join(part.zh for part in parts), _COMMA.en.join(part.en for part in parts))


def _shares(outline: Outline) -> tuple[Mapping[str, int], int]:
    """How many characters became nothing, by reason, the most first, and how many are shape alone."""
    words = {reason: count for reason, count in outline.left.items() if not REASONS[reason].shape}
    ordered = dict(sorted(words.items(), key=lambda each: (-each[1], each[0])))
    return ordered, sum(count for reason, count in outline.left.items() if REASONS[reason].shape)


def _share(count: int, size: int) -> str:
    share = 100 * count / max(size, 1)
    return f"{share:.1f}%" if share >= _SMALL else "<0.1%"


def _aside(outline: Outline, look: Look) -> Iterator[Piece]:
    words, shape = _shares(outline)
    if words:
        parts = [
            _REASON.filled({"words": REASONS[reason].words, "share": _share(count, outline.size)})
            for reason, count in words.items()
        ]
        told = {"share": _share(sum(words.values()), outline.size), "reasons": _joined(parts)}
        yield from line(_LEFT.filled(told), look, first="  ", further="    ")
    else:
        yield from line(_NOTHING_LEFT, look, "good", first="  ")
    if shape:
        yield from line(_SHAPE.filled({"share": _share(shape, outline.size)}), look, "quiet", first="  ", further="    ")
    if outline.doubtful:
        yield from line(_DOUBTS.filled({"count": outline.doubtful}), look, "warning", first="  ", further="    ")
        for doubt in outline.doubts[:_MOST_DOUBTS]:
            yield from line(_doubt(doubt, look), look, first="    ", further="      ")
        if outline.doubtful > _MOST_DOUBTS:
            more = _MORE_DOUBTS.filled({"count": outline.doubtful - len(outline.doubts[:_MOST_DOUBTS])})
            yield from line(more, look, "quiet", first="    ")


def _doubt(doubt: LeftOut, look: Look) -> Text:
    place = one_line(doubt.where) if doubt.where else _AT.filled({"line": doubt.line}).within(look.lang)
    return _DOUBT.filled({"at": place, "why": REASONS[doubt.reason].words, "words": one_line(doubt.text, _LONGEST_WORDS)})


def _brief(outline: Outline, look: Look) -> Iterator[Piece]:
    words, _ = _shares(outline)
    told = {
        "file": one_line(outline.file, _LONGEST_NAME),
        "posts": _posts(outline),
        "duties": _duties(outline),
        "share": _share(sum(words.values()), outline.size) if words else "0%",
        "doubts": _BRIEF_DOUBTS.filled({"count": outline.doubtful}) if outline.doubtful else "",
    }
    yield from line(_BRIEF.filled(told), look, further="  ")
