"""Everything that is wrong with a Word file as a template, found without filling it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from salesduty.renderers.company.names import Names
from salesduty.renderers.company.package import opened
from salesduty.renderers.company.places import Spot, Tag, halves, mismatched, spots, tags
from salesduty.results.flaw import Flaw
from salesduty.results.record import Kind
from salesduty.results.wording import Text

_MOST_FLAWS = 200
_OPENING = frozenset(("for", "if", "macro", "call", "filter", "with", "raw", "block", "autoescape"))
_MIDDLE = {"else": ("for", "if"), "elif": ("if",)}
_SAME = {"p": "container", "tr": "table", "tc": "row", "r": "paragraph", "": "container"}
_HOW = {
    "p": Text("{%p … %}", "{%p … %}"),
    "tr": Text("{%tr … %}", "{%tr … %}"),
    "tc": Text("{%tc … %}", "{%tc … %}"),
    "": Text("{% … %}", "{% … %}"),
}

_HALF = Text(
    "“{half}”没有配成一对：一个标签要写在同一段里，以 {{{{ 开头、}}}} 结尾，或以 {{% 开头、%}} 结尾。",
    "“{half}” stands alone: a tag lies within one paragraph and goes from {{{{ to }}}} or from {{% to %}}.",
)
_FULL_WIDTH = Text(
    "花括号“{half}”是中文的，要换成英文的 {{{{ 和 }}}}、{{% 和 %}}。",
    "The braces “{half}” are full-width; type {{{{ }}}} or {{% %}}.",
)
_MISMATCHED = Text(
    "{tag} 的开头和结尾不是一对：{{{{ 配 }}}}，{{% 配 %}}。",
    "{tag} begins and ends in different ways: {{{{ goes with }}}}, {{% with %}}.",
)
_NOT_FILLED = Text(
    "这里的标签不会被替换。请移到正文、表格、页眉或页脚。",
    "Tags are not filled here. Move them to the body, a header or a footer.",
)
_NO_TAGS = Text(
    "文件里没有标签，生成出来的每一份都一样。在要填内容的地方写上标签，例如 {{ 部门.部门名称 }}。",
    "There is no tag in it, so that all documents would be the same. Write tags where values belong, as in {{ 部门.部门名称 }}.",
)
_NO_TABLE = Text(
    "{{%tr 和 {{%tc 只能写在表格里；整段的循环写 {{%p。", "{{%tr and {{%tc belong into tables; for paragraphs write {{%p."
)
_LOST = {
    "tr": Text(
        "这一行里还有别的文字或标签，会一起被删掉。{tag} 要单独占一行。",
        "All else in this row would be deleted with it. Let {tag} have a row of its own.",
    ),
    "tc": Text(
        "这一格里还有别的文字或标签，会一起被删掉。{tag} 要单独占一格。",
        "All else in this cell would be deleted with it. Let {tag} have a cell of its own.",
    ),
    "p": Text(
        "这一段里还有别的文字或标签，会一起被删掉。{tag} 要单独占一段。",
        "All else in this paragraph would be deleted with it. Let {tag} have a paragraph of its own.",
    ),
}
_RICH = Text(
    "不需要写 {tag}，直接写 {{{{ … }}}} 就行，否则内容会丢。", "{tag} is not needed and would lose the text; write {{{{ … }}}}."
)
_NOT_OPENED = Text("{tag} 前面没有对应的开头。", "{tag} has no beginning.")
_NOT_CLOSED = Text("{tag} 后面没有对应的 {end}。", "{tag} has no {end} behind it.")
_OTHER_KIND = Text(
    "{tag} 和开头 {begin} 写法不一样：开头用 {how}，结尾也要用 {how}。",
    "{tag} is of another kind than its beginning {begin}: where that is {how}, this is too.",
)
_OTHER_PLACE = Text(
    "{tag} 和开头 {begin} 不在同一个表格、同一格或同一段正文里，填出来会乱：整段的循环用 {{%p，表格行的循环用 {{%tr。",
    "{tag} and its beginning {begin} are not in the same table, cell or text. Move them together: {{%p for paragraphs, {{%tr for "
    "rows.",
)


@dataclass(frozen=True, slots=True)
class _Open:
    tag: Tag
    word: str


def flaws(data: bytes, kinds: Mapping[str, Kind], document: str, name: str) -> tuple[Flaw, ...]:
    """Return what is wrong with the Word file `data`, in the order of the text; `document` is the kind that it is filled with.

    Raises BadTemplate, in `name`, for what is no Word file or not to be opened.
    """
    found: list[Flaw] = []
    known = Names(kinds, document)
    whole = tuple(spots(opened(data, name)))
    several = [(spot, tuple(tags(spot))) for spot in whole]
    for flaw in _all(several, known):
        if flaw not in found:
            found.append(flaw)
        if len(found) >= _MOST_FLAWS:
            break
    if not found and not any(each for _, each in several):
        found.append(Flaw(whole[0].place if whole else Text("正文", "body"), "", _NO_TAGS))
    return tuple(found)


def _all(several: Sequence[tuple[Spot, tuple[Tag, ...]]], known: Names) -> Iterator[Flaw]:
    opened_tags: list[_Open] = []
    containers = _Containers(several)
    for spot, each in several:
        yield from _of_spot(spot, each)
        if not spot.filled:
            continue
        for tag in each:
            yield from _prefix(tag, containers)
            yield from _nesting(tag, opened_tags)
            yield from known.flaws(tag)
    for begun in opened_tags:
        yield Flaw(begun.tag.spot.place, begun.tag.near, _NOT_CLOSED.filled({"tag": begun.tag.typed, "end": f"end{begun.word}"}))


def _of_spot(spot: Spot, each: Sequence[Tag]) -> Iterator[Flaw]:
    near = spot.text.strip()[:60]
    for half in halves(spot):
        words = _HALF if half.isascii() else _FULL_WIDTH
        yield Flaw(spot.place, near, words.filled({"half": half}))
    for typed in mismatched(spot):
        yield Flaw(spot.place, near, _MISMATCHED.filled({"tag": typed}))
    if each and not spot.filled:
        yield Flaw(spot.place, near, _NOT_FILLED)


class _Containers:
    """What stands beside each other in a row, a cell and a paragraph."""

    def __init__(self, several: Iterable[tuple[Spot, tuple[Tag, ...]]]) -> None:
        self._texts: dict[tuple[str, int], list[str]] = {}
        for spot, _ in several:
            for key in ("row", "cell", "paragraph"):
                self._texts.setdefault((key, getattr(spot, key)), []).append(spot.text.strip())

    def beside(self, tag: Tag, key: str) -> str:
        """What the row, cell or paragraph of `tag` says besides it."""
        texts = self._texts[key, getattr(tag.spot, key)]
        return "".join(texts).replace(tag.typed, "", 1).strip()


def _prefix(tag: Tag, containers: _Containers) -> Iterator[Flaw]:
    """What is wrong with `p`, `tr`, `tc` or `r` in a tag."""
    said = {"tag": tag.typed}
    if tag.opening == "{{" and tag.prefix:
        yield Flaw(tag.spot.place, tag.near, _RICH.filled(said))
    elif tag.prefix in ("tr", "tc") and not tag.spot.row:
        yield Flaw(tag.spot.place, tag.near, _NO_TABLE.filled({}))
    elif tag.prefix in _LOST and containers.beside(tag, {"tr": "row", "tc": "cell", "p": "paragraph"}[tag.prefix]):
        yield Flaw(tag.spot.place, tag.near, _LOST[tag.prefix].filled(said))


def _nesting(tag: Tag, opened_tags: list[_Open]) -> Iterator[Flaw]:
    """What is wrong with how tags are nested."""
    word = tag.body.split(maxsplit=1)[0] if tag.opening == "{%" and tag.body else ""
    if word in _OPENING or (word == "set" and "=" not in tag.body):
        opened_tags.append(_Open(tag, word))
        return
    if word.startswith("end"):
        if not opened_tags or opened_tags[-1].word != word.removeprefix("end"):
            yield Flaw(tag.spot.place, tag.near, _NOT_OPENED.filled({"tag": tag.typed}))
            return
        yield from _matched(tag, opened_tags.pop())
    elif word in _MIDDLE:
        if not opened_tags or opened_tags[-1].word not in _MIDDLE[word]:
            yield Flaw(tag.spot.place, tag.near, _NOT_OPENED.filled({"tag": tag.typed}))
            return
        yield from _matched(tag, opened_tags[-1])


def _matched(tag: Tag, begun: _Open) -> Iterator[Flaw]:
    said = {"tag": tag.typed, "begin": begun.tag.typed}
    if tag.prefix != begun.tag.prefix:
        how = _HOW.get(begun.tag.prefix, _HOW[""])
        yield Flaw(tag.spot.place, tag.near, _OTHER_KIND.filled({**said, "how": how}))
    elif getattr(tag.spot, _SAME[tag.prefix]) != getattr(begun.tag.spot, _SAME[tag.prefix]):
        yield Flaw(tag.spot.place, tag.near, _OTHER_PLACE.filled(said))
