"""A Word file of ours → entities, with what somebody changed, put in and took out since it was made.

Texts in tagged controls say where they belong. What stands beside them, such as superiors and cadences, is told by the titles of
the model that stand before or above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from salesduty.intake.manuscript import Line
from salesduty.intake.ours.register import defined
from salesduty.intake.ours.tags import Said
from salesduty.intake.ours.tree import DUTIES, Node, model_of, node, place
from salesduty.intake.ours.values import cadence, choices, is_list, split, value
from salesduty.model.department import Department
from salesduty.model.fields import below
from salesduty.model.part import Part
from salesduty.model.post import Post
from salesduty.model.process import Process
from salesduty.model.values import CADENCES

_COLON = "："
_BETWEEN = " \u3000：:、；;"
_ITEMS = frozenset(("functions", "steps", DUTIES))
_TEXT = ("text", "title", "name")
_FORMS: tuple[tuple[type[Part], str], ...] = tuple(
    (part, key) for key in ("", "qualifications", "relations") if (part := below(Post, key) if key else Post)
)


def entities_of(said: Sequence[Said], department: str) -> tuple[Node, frozenset[Said]]:
    """Return what the lines of a document of the department `department` say, and which of them say it."""
    reader = _Reader(department, _names(said))
    for table, run in groupby(said, key=lambda each: each.line.cell.table if each.line.cell else 0):
        if table:
            reader.table(list(run))
        else:
            for each in run:
                reader.line(each)
    defined(reader.root)
    return reader.root, frozenset(reader.read)


def _names(said: Iterable[Said]) -> dict[str, str]:
    """The ids of posts, KPIs and authorities by what documents call them."""
    found: dict[str, str] = {}
    for each in said:
        for key, text in each.pieces:
            address, _, field = key.rpartition("#")
            if field not in _TEXT or not (steps := place(address)):
                continue
            kind, name = steps[-1]
            wanted = "text" if kind == "authorities" else "name"
            if kind in ("posts", "kpis", "authorities", "systems") and field == wanted and not name.startswith("#"):
                found.setdefault(text.strip(), name)
    return found


class _Reader:
    """Reads the lines in order; what stands without a tag belongs to what was tagged last."""

    def __init__(self, department: str, refs: Mapping[str, str]) -> None:
        self.root = Node({"id": department})
        self._refs = refs
        self._department = department
        self._post = ""
        self._process = ""
        self._levels: dict[int, str] = {}
        self._item = ""
        self._last = ""
        self._new = 0
        self.read: set[Said] = set()
        """The lines that said something."""

    def line(self, said: Said) -> None:
        """Take a line outside of tables."""
        if said.line.heading:
            self._levels, self._item = {}, ""
        details = _labels(model_of(self._item), said.text) if self._item and not said.line.label else ()
        if details:
            self.read.add(said)
            for key, text in details:
                self._say(self._item, key, [text], said.line)
        elif said.key:
            self._tagged(said)
        elif said.line.label and said.line.depth >= 0 and self._levels and not said.line.heading:
            self._inserted(said)

    def _tagged(self, said: Said) -> None:
        pieces = _closed(said.pieces)
        self.read.add(said)
        for key, text in pieces:
            address, _, path = key.rpartition("#")
            steps = place(address)
            if steps and steps[0][0] == "posts":
                self._post = "/".join(address.split("/")[:2])
            elif steps and steps[0][0] == "processes":
                self._process = "/".join(address.split("/")[:3])
            self._put(address, path, text, said.line)
            if steps and steps[-1][0] in _ITEMS and said.line.label:
                self._item = address
                self._levels = {depth: each for depth, each in self._levels.items() if depth < said.line.depth}
                self._levels[said.line.depth] = address

    def _inserted(self, said: Said) -> None:
        """A duty that somebody put in: it lies where its number says."""
        depth = said.line.depth
        above = [each for level, each in sorted(self._levels.items()) if level < depth]
        beside = self._levels.get(depth)
        home = beside.rpartition("/")[0] if beside else above[-1] if above else ""
        if not home:
            return
        self._new += 1
        self.read.add(said)
        address = f"{home}/#new{self._new}"
        name = "title" if "title" in model_of(address).names else "name"
        title, colon, text = said.text.partition(_COLON)
        if colon and text and len(title) <= _MOST_TITLE:
            self._say(address, name, [title], said.line)
            self._say(address, "text", [text], said.line)
        else:
            self._say(address, "text" if name == "title" else name, [said.text], said.line)
        self._item = address
        self._levels = {level: each for level, each in self._levels.items() if level < depth} | {depth: address}

    def _put(self, address: str, path: str, text: str, line: Line) -> None:
        """Say a tagged text; one that goes on in the next line of its control is one text with it."""
        *above, key = path.split("/")
        part = model_of(address)
        into = node(self.root, address, line.number)
        if key.isdecimal():
            if (len(above) == 1 and above[0] not in ("scoring", "rules")) or path.startswith(("rules/", "uses/")):
                known = into.fields.setdefault(above[0], [])
                if self._last != f"{address}#{path}" and len(known) < int(key):
                    known.append(text)
        elif len(above) == 0:
            before = into.fields.get(key)
            if isinstance(before, str) and self._last == f"{address}#{path}" and not line.label:
                if text not in before.split("\n"):
                    into.fields[key] = f"{before}\n{text}"
                return
            into.put(key, value(part, key, split(key, text) if is_list(part, key) else [text], self._refs))
        self._last = f"{address}#{path}"

    def _say(self, address: str, path: str, texts: Sequence[str], line: Line) -> None:
        """Say what stands without a tag in the field at `path`."""
        *above, key = path.split("/")
        part = model_of(address)
        for each in above:
            part = below(part, each) or part
        several = [piece for text in texts for piece in split(key, text)] if _joins(part, key) else list(texts)
        node(self.root, address, line.number).put(path, value(part, key, several, self._refs))

    def table(self, cells: Sequence[Said]) -> None:
        """Take a table: a form of labels and values, or rows below their titles."""
        rows: dict[int, dict[int, list[Said]]] = {}
        for each in cells:
            if each.line.cell:
                rows.setdefault(each.line.cell.row, {}).setdefault(each.line.cell.column, []).append(each)
        first = rows[min(rows)]
        titles = {column: each[0].text for column, each in first.items()}
        if any(each.key for several in first.values() for each in several) or self._is_form(list(titles.values())):
            for row in rows.values():
                self._form(list(row.values()))
            return
        home = ""
        for row in list(rows.values())[1:]:
            home = self._row(row, titles, home)

    def _is_form(self, titles: Sequence[str]) -> bool:
        return len(titles) in (2, 4) and bool(self._path(titles[0])) and not all(self._path(each) for each in titles)

    def _path(self, title: str) -> tuple[str, str] | None:
        """The address and path of a field by its title in a form; posts have forms of their own, and processes."""
        if title == _HOME:
            return self._department, "name"
        if title in Department.titles and not (self._post and title in Post.titles):
            found: tuple[str, str] | None = (self._department, Department.titles[title])
        else:
            found = None
        if self._process and title in Process.titles:
            return self._process, Process.titles[title]
        for part, key in _FORMS:
            if title in part.titles:
                return self._post, f"{key}/{part.titles[title]}" if key else part.titles[title]
        return found

    def _form(self, cells: Sequence[Sequence[Said]]) -> None:
        for label, values in zip(cells[::2], cells[1::2], strict=False):
            address = next((each.key.rpartition("#")[0] for each in values if each.key), "")
            if place(address)[:1] and place(address)[0][0] == "posts":
                self._post, self._process = "/".join(address.split("/")[:2]), ""
            elif place(address)[:1] and place(address)[0][0] == "processes":
                self._process = address
            path = self._path(label[0].text)
            if path and path[0]:
                self.read.update(values)
                self._say(*path, [each.text for each in values], values[0].line)

    def _row(self, row: Mapping[int, Sequence[Said]], titles: Mapping[int, str], home: str) -> str:
        """Take a row of a table whose rows are things; return where its kind lies, for rows that somebody puts in below."""
        addresses = [each.key.rpartition("#")[0] for cell in row.values() for each in cell if each.key]
        own = next((each for each in addresses if len(place(each)) > 1 and place(each)[0][0] == "posts"), "")
        address = own or next(iter(addresses), "")
        if not address and home:
            self._new += 1
            address = f"{home}/#new{self._new}"
        if not address:
            return home
        elsewhere = next((each for each in addresses if own and place(each)[0][0] == "kpis"), "")
        if elsewhere:
            node(self.root, address).put("ref", place(elsewhere)[-1][1])
        part = model_of(address)
        for column, cell in row.items():
            self._cell(address, part, part.titles.get(titles.get(column, ""), ""), cell)
        return address.rpartition("/")[0]

    def _cell(self, address: str, part: type[Part], key: str, cell: Sequence[Said]) -> None:
        plain = []
        tagged = any(each.key for each in cell)
        for each in cell:
            labelled = _labels(part, each.text)
            if each.key and not each.key.rpartition("#")[2].startswith("scoring/"):
                self._tagged(each)
                continue
            self.read.add(each)
            if labelled and key not in ("scoring", "text"):
                for name, text in labelled:
                    self._say(address, name, [text], each.line)
            elif (not key or tagged) and (coded := _coded(part, each.text)):
                self._say(address, coded, [each.text], each.line)
            elif key:
                plain.append(each)
            else:
                self.read.discard(each)
        if plain and key in part.names:
            self._say(address, key, [each.text for each in plain], plain[0].line)


_MOST_TITLE = 12
_HOME = "所属部门"


def _coded(part: type[Part], text: str) -> str:
    """The field whose value alone says what it is: a cadence, or a word of a closed list; nothing where there is none."""
    if text in CADENCES.values() or cadence(text) != text:
        return next((key for key in ("cadence", "cycle") if key in part.names), "")
    known = ((key, choices(part, key)) for key in part.model_fields)
    return next((key for key, several in known if text in (each.label for each in several)), "")


def _joins(part: type[Part], key: str) -> bool:
    """Whether several values of a field stand in one line."""
    return is_list(part, key) and (below(part, key) is None or key in ("split", "outside"))


def _labels(part: type[Part], text: str) -> list[tuple[str, str]]:
    """What a line says that begins with the title of a field: 频次：每周；时限：2 小时, by the names of the fields."""
    titles = {**{title.removesuffix("岗位").removesuffix("对象"): key for title, key in part.titles.items()}, **part.titles}
    pattern = re.compile(rf"(?:^|；)({'|'.join(sorted(map(re.escape, filter(None, titles)), key=len, reverse=True))}){_COLON}")
    found = list(pattern.finditer(text))
    if not found or found[0].start() != 0:
        return []
    ends = [*(each.start() for each in found[1:]), len(text)]
    return [(titles[each[1]], text[each.end() : end].strip()) for each, end in zip(found, ends, strict=True)]


def _closed(pieces: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The tagged pieces of a line, each with what somebody wrote right behind its control."""
    found: list[tuple[str, str]] = []
    for key, text in pieces:
        if key:
            found.append((key, text))
        elif found and text.strip(_BETWEEN):
            found[-1] = (found[-1][0], found[-1][1] + text)
    return found
