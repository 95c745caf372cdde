"""A page as a tree: what stands in it, what is called what, what leads where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import unquote

_VOID = frozenset(("meta", "br", "hr", "img", "input", "link", "base", "col", "area", "embed", "source", "track", "wbr"))
_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "li", "br", "span", "tr", "title"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass
class Tag:
    """An element: its name, attributes and children, which are elements and texts."""

    name: str
    attributes: dict[str, str]
    children: list[Tag | str] = field(default_factory=list)

    def walk(self) -> Iterator[Tag]:
        """Yield this element and all inside it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Tag):
                yield from child.walk()

    @property
    def text(self) -> str:
        """What is read inside the element, blocks on lines of their own."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.name not in ("style", "script"):
                yield from (f"\n{child.text}\n",) if child.name in _BLOCKS else (child.text,)


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Tag("", {})
        self.complaints: list[str] = []
        self.comments: list[str] = []
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names):
            self.complaints.append(f"<{tag}> has an attribute twice: {names}")
        element = Tag(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if len(self._open) == 1 or self._open[-1].name != tag:
            self.complaints.append(f"</{tag}> ends <{self._open[-1].name}>")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def done(self) -> Tag:
        self.close()
        self.complaints += [f"<{element.name}> is not closed" for element in self._open[1:]]
        return self.root


@dataclass(frozen=True)
class Page:
    """A page: its tree, and what is wrong with its tags."""

    root: Tag
    complaints: tuple[str, ...]
    comments: tuple[str, ...]

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Every element, in document order."""
        return tuple(self.root.walk())[1:]

    @property
    def ids(self) -> list[str]:
        """Every id, in document order."""
        return [tag.attributes["id"] for tag in self.tags if "id" in tag.attributes]

    def inline(self, name: str) -> list[str]:
        """Return the text of every `style` or `script` element, in document order."""
        return ["".join(map(str, tag.children)) for tag in self.tags if tag.name == name]

    @property
    def targets(self) -> list[str]:
        """What the links lead to, as a browser decodes it."""
        return [unquote(tag.attributes["href"]) for tag in self.tags if tag.name == "a"]

    @property
    def lines(self) -> list[str]:
        """What is read on the page, below its head, block by block."""
        body = next(tag for tag in self.tags if tag.name == "body")
        return [line.strip() for line in body.text.split("\n") if line.strip()]

    def inside(self, anchor: str) -> str:
        """Return what is read at `anchor`: in its element, or for a heading up to the next one as high. KeyError if it is nowhere."""
        siblings, place = self._places[anchor]
        tag = siblings[place]
        assert isinstance(tag, Tag)
        return _chapter(siblings, place, tag.name) if tag.name in _HEADINGS else tag.text

    @cached_property
    def _places(self) -> dict[str, tuple[list[Tag | str], int]]:
        return {
            child.attributes["id"]: (parent.children, place)
            for parent in self.root.walk()
            for place, child in enumerate(parent.children)
            if isinstance(child, Tag) and "id" in child.attributes
        }


def opened(data: bytes) -> Page:
    """Return the page in `data`."""
    tree = _Tree()
    tree.feed(data.decode("utf-8"))
    root = tree.done()
    return Page(root, tuple(tree.complaints), tuple(tree.comments))


def _chapter(siblings: list[Tag | str], start: int, level: str) -> str:
    found = []
    for place, sibling in enumerate(siblings[start:]):
        if isinstance(sibling, Tag):
            if place and sibling.name in _HEADINGS and sibling.name <= level:
                break
            found.append(sibling.text)
    return "\n".join(found)
