"""How well `salesduty import` reads documents whose posts, duties and the rest somebody has labelled.

Run by hand: python tests/accuracy/imports.py [FOLDER…] [--detail] [--only NAME] [--record]. A folder holds documents, each with its label beside it:
`x.docx` and `x.expected.yaml`. Without a folder it takes the project's own set and the shared one where that is there.

A label says `posts` (name, part, duties with `children`, qualifications, authorities, kpis, headcount, reports_to),
`department`, `department_duties`, `processes`, `kpis`, `sla` and `noise`. `complete: true` says that it names everything of
every kind; otherwise a kind that the label does not speak of is not held against the import. What is `optional` or under
`constraints` may be a duty or not; so may the posts of a `group` of which the import made none, as long as it made those of another.

Texts are compared after NFKC, without white space and without the mark at their end, and are the same within one character
in a hundred. Posts go by name and part, then texts one to one inside their post. Figures are added up over all documents.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from io import StringIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings

import yaml

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
GOLD = HERE.parents[2] / "shared" / "gold" / "import"
FIGURES = HERE / "imports.json"
"""What was reached, which the tests compare with, and what is aimed at on documents nobody has seen."""
AIMS = {"posts": 0.95, "duties": 0.92, "nesting": 0.9, "kpi fields": 0.85, "noise let in": 0.01}
LOWER_IS_BETTER = ("noise let in", "strange items")
SUFFIX = ".expected.yaml"
KINDS = (
    "posts",
    "duties",
    "nesting",
    "department duties",
    "qualifications",
    "authorities",
    "kpi fields",
    "facts",
    "steps",
    "promises",
)
_END = "；。;.,，、:：!！"
_PLAIN = ("txt", "md", "csv")
_ABOUT = ("doc", "made_by", "encoding", "noise", "notes")
"""Keys of a label that hold nothing to be imported."""
_NOT_OF_THE_TEXT = {"file", "title", "line", "where", "reason"}
"""Keys of the result whose strings repeat another one or are salesduty's own words."""


@dataclass(slots=True)
class Tally:
    """What was found, missed and too much of one kind; the texts are kept for those who look into it."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.found + other.found, self.missed + other.missed, self.extra + other.extra)

    @property
    def labelled(self) -> int:
        return self.found + len(self.missed)

    @property
    def precision(self) -> float:
        """The share of what was imported that is labelled."""
        return _share(self.found, self.found + len(self.extra))

    @property
    def recall(self) -> float:
        """The share of what is labelled that was imported."""
        return _share(self.found, self.labelled)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall, nothing=0.0)


@dataclass(slots=True)
class Score:
    """How one document, or all together, were read: a tally a kind; noise let in; and whether no character got lost."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    noise: Tally = field(default_factory=Tally)
    """`extra` is the noise let in, `found` counts the noise kept out."""
    strange: Tally = field(default_factory=Tally)
    """`extra` is what resembles nothing in the label, `found` counts the other imported items."""
    lost: Counter[str] = field(default_factory=Counter)
    characters: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            {kind: self.kinds[kind] + other.kinds[kind] for kind in KINDS},
            self.noise + other.noise,
            self.strange + other.strange,
            self.lost + other.lost,
            self.characters + other.characters,
        )

    def figures(self) -> dict[str, float]:
        """Return the figures that are kept and compared; shares, rounded to three digits."""
        return {
            **{kind: round(tally.f1, 3) for kind, tally in self.kinds.items()},
            "noise let in": round(self.noise_share, 3),
            "strange items": round(self.strange_share, 3),
            "conserved": round(self.conserved, 4),
        }

    @property
    def noise_share(self) -> float:
        """The share of the labelled noise that stands in some value."""
        return _share(len(self.noise.extra), self.noise.found + len(self.noise.extra), nothing=0.0)

    @property
    def strange_share(self) -> float:
        """The share of the imported items that resemble nothing in the label."""
        return _share(len(self.strange.extra), self.strange.found + len(self.strange.extra), nothing=0.0)

    @property
    def conserved(self) -> float:
        """The share of the characters that are in the result or in what was left out; 1 where the text is not known."""
        return 1 - _share(self.lost.total(), self.characters, nothing=0.0)


def score(result: Mapping[str, Any], label: Mapping[str, Any], text: str | None = None) -> Score:
    """Return how well `result`, as `import --format json` prints it, agrees with `label`; `text` is what was imported."""
    told = Score()
    complete = bool(label.get("complete"))
    ours, theirs = _posts(result), _posts(label)
    pairs = _paired(ours, theirs)
    matched = {id(post) for pair in pairs for post in pair}
    skipped = _groups_left_out(theirs, matched)
    theirs = [post for post in theirs if id(post) in matched or post.get("group") not in skipped or not post.get("group")]
    told.kinds["posts"] = Tally(
        len(pairs),
        [_called(post) for post in theirs if id(post) not in matched],
        [_called(post) for post in ours if id(post) not in matched],
    )
    rows: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = [(mine, label_post) for mine, label_post in pairs]
    rows += [(post, {}) for post in ours if id(post) not in matched] + [({}, post) for post in theirs if id(post) not in matched]
    speaks = {key for post in theirs for key in post}
    for mine, expected in rows:
        at = f"{_called(expected or mine)} · "
        free = _texts(expected.get("optional")) + _texts(expected.get("constraints"))
        duties, nesting = _tree(mine.get("duties"), expected.get("duties"), at, free)
        told.kinds["duties"] += duties
        told.kinds["nesting"] += nesting
        for key in ("qualifications", "authorities"):
            if complete or key in speaks:
                told.kinds[key] += _lists(_texts(mine.get(key)), _texts(expected.get(key)), at)
        if complete or "kpis" in speaks:
            told.kinds["kpi fields"] += _kpis(mine.get("kpis"), expected.get("kpis"), at)
        told.kinds["facts"] += _facts(mine, expected, ("headcount", "reports_to"), at, complete)
    told.kinds["facts"] += _facts(_department(result), _department(label), ("name",), "department ", complete)
    if complete or label.get("department_duties"):
        flat, nested = _tree(result.get("department_duties"), label.get("department_duties"), "department · ", [])
        told.kinds["department duties"] += flat
        told.kinds["nesting"] += nested
    if complete or label.get("kpis"):
        told.kinds["kpi fields"] += _kpis(result.get("kpis"), label.get("kpis"), "")
    if complete or label.get("processes"):
        told.kinds["steps"] += _lists(_steps(result), _steps(label), "")
    told.kinds["promises"] += _promises(result, label)
    told.noise, told.strange = _noise(result, label), _strange(result, label, speaks | set(label), complete)
    if text is not None:
        told.lost, told.characters = _lost(result, text)
    return told


def canonical(text: object) -> str:
    """Return `text` as texts are compared: NFKC, no white space, no mark at the end."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(text))).rstrip(_END)


def same(one: str, other: str) -> bool:
    """Whether two canonical texts differ in no more than one character in a hundred."""
    allowed = max(len(one), len(other)) // 100
    return one == other or (allowed > 0 and abs(len(one) - len(other)) <= allowed and _distance_within(one, other, allowed))


def import_file(path: Path) -> dict[str, Any]:
    """Return what `salesduty import PATH --format json` prints; ValueError with its words where it prints no JSON."""
    from salesduty.cli import main

    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["import", str(path), "--format", "json"])
    try:
        result = json.loads(out.getvalue())
    except ValueError:
        said = (err.getvalue() or out.getvalue()).strip().splitlines()
        raise ValueError(f"exit code {code}: {' '.join(said)[-300:]}") from None
    return result if isinstance(result, dict) else {}


def documents(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield every document below `folder` with its label, by name."""
    for label in sorted(folder.rglob(f"*{SUFFIX}")):
        stem = label.name.removesuffix(SUFFIX)
        for path in sorted(label.parent.iterdir()):
            if path.stem == stem and path != label:
                yield path, label


def read_label(path: Path) -> dict[str, Any]:
    """Return the label that stands in `path`."""
    label = yaml.safe_load(path.read_text(encoding="utf-8"))
    return label if isinstance(label, dict) else {}


def source_text(path: Path, encoding: str | None = None) -> str | None:
    """Return the characters of a document as its reader sees them, or None where that takes more than a few lines to know."""
    if path.suffix[1:] in (*_PLAIN, "html", "htm"):
        text = path.read_bytes().decode(encoding) if encoding else _decoded(path.read_bytes())
        if path.suffix in (".html", ".htm"):
            text = re.sub(r"(?is)<!--.*?-->|<(script|style|head)\b.*?</\1>|<[!?/a-z][^>]*>", " ", text)
            return html.unescape(text)
        if path.suffix == ".csv":
            return "".join(cell for row in csv.reader(StringIO(text)) for cell in row)
        return text
    if path.suffix == ".xlsx":
        import openpyxl

        with catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(path, data_only=True)
        return "".join(
            value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if isinstance(value, str)
        )
    if path.suffix == ".docx":
        import docx
        from docx.oxml.ns import qn

        body = docx.Document(str(path)).element.body
        fallbacks = {node for each in body.iter() if str(each.tag).endswith("}Fallback") for node in each.iter(qn("w:t"))}
        return "".join(node.text or "" for node in body.iter(qn("w:t")) if node not in fallbacks)
    return None


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", errors="replace")


def _posts(of: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [post for post in of.get("posts") or () if isinstance(post, dict)]


def _called(post: Mapping[str, Any]) -> str:
    return "".join(str(each) for each in (post.get("name", "?"), f" [{post['part']}]" if post.get("part") else ""))


def _paired(ours: list[Mapping[str, Any]], theirs: list[Mapping[str, Any]]) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Return the posts that are the same: by name, of several by part and by how many duties they share.

    A post of whose name the document says nothing (`name_inferred`) is whatever post holds most of its duties.
    """
    candidates = []
    for i, mine in enumerate(ours):
        for j, label in enumerate(theirs):
            shared = len(_flat(mine.get("duties")) & _flat(label.get("duties")))
            named = canonical(mine.get("name")) in {canonical(name) for name in (label.get("name"), *(label.get("also") or ()))}
            if named or (label.get("name_inferred") and shared):
                part, labelled = canonical(mine.get("part") or ""), canonical(label.get("part") or "")
                candidates.append((not named, not (part == labelled or (bool(labelled) and labelled in part)), -shared, i, j))
    left, right, pairs = set(range(len(ours))), set(range(len(theirs))), []
    for *_, i, j in sorted(candidates):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((j, i))
    return [(ours[i], theirs[j]) for j, i in sorted(pairs)]


def _groups_left_out(theirs: Iterable[Mapping[str, Any]], matched: set[int]) -> set[str]:
    groups = {post["group"] for post in theirs if post.get("group")}
    read = {post["group"] for post in theirs if post.get("group") and id(post) in matched}
    return groups - read if read else set()


def _nodes(duties: object) -> Iterator[tuple[str, str | None]]:
    """Yield every duty with its parent, as canonical texts."""
    stack: list[tuple[Any, str | None]] = [(duty, None) for duty in reversed(_listed(duties))]
    while stack:
        duty, parent = stack.pop()
        text = canonical(_text(duty))
        yield text, parent
        children = _listed(duty.get("children")) if isinstance(duty, dict) else []
        stack += [(child, text) for child in reversed(children)]


def _as_said(expected: object, ours: set[str]) -> list[tuple[str, str | None]]:
    """Return the labelled duties with their parents; one that may be said otherwise (`also`) as the import says it."""
    said = {
        canonical(_text(duty)): next(
            (canonical(other) for other in duty["also"] if canonical(other) in ours), canonical(_text(duty))
        )
        for duty in _listed(expected)
        if isinstance(duty, dict) and duty.get("also")
    }
    return [(said.get(text, text), parent) for text, parent in _nodes(expected)]


def _flat(duties: object) -> set[str]:
    return {text for text, _ in _nodes(duties)}


def _tree(mine: object, expected: object, at: str, free: Sequence[str]) -> tuple[Tally, Tally]:
    """Return how the duties agree and how their parent–child pairs do."""
    ours, theirs = [*_nodes(mine)], _as_said(expected, {text for text, _ in _nodes(mine)})
    twins = _one_to_one([text for text, _ in ours], [text for text, _ in theirs])
    may_be = {canonical(text) for text in free}
    flat = Tally(
        len(twins),
        [at + text for j, (text, _) in enumerate(theirs) if j not in twins.values()],
        [at + text for i, (text, _) in enumerate(ours) if i not in twins and text not in may_be],
    )
    good = {i for i, j in twins.items() if ours[i][1] and theirs[j][1] and same(ours[i][1] or "", theirs[j][1] or "")}
    paired = {twins[i] for i in good}
    nested = Tally(
        len(good),
        [f"{at}{parent} > {text}" for j, (text, parent) in enumerate(theirs) if parent and j not in paired],
        [f"{at}{parent} > {text}" for i, (text, parent) in enumerate(ours) if parent and i not in good],
    )
    return flat, nested


def _lists(mine: Sequence[str], expected: Sequence[str], at: str) -> Tally:
    ours, theirs = [canonical(text) for text in mine], [canonical(text) for text in expected]
    twins = _one_to_one(ours, theirs)
    return Tally(
        len(twins),
        [at + text for j, text in enumerate(theirs) if j not in twins.values()],
        [at + text for i, text in enumerate(ours) if i not in twins],
    )


def _one_to_one(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Return which of ours is which of theirs: equal texts first, then those within one character in a hundred."""
    waiting: dict[str, list[int]] = {}
    for j in reversed(range(len(theirs))):
        waiting.setdefault(theirs[j], []).append(j)
    twins = {i: waiting[text].pop() for i, text in enumerate(ours) if waiting.get(text)}
    rest = [j for j in range(len(theirs)) if j not in set(twins.values()) and len(theirs[j]) >= 99]
    for i, text in enumerate(ours):
        if i not in twins and (near := next((j for j in rest if same(text, theirs[j])), None)) is not None:
            twins[i] = near
            rest.remove(near)
    return twins


def _kpis(mine: object, expected: object, at: str) -> Tally:
    """Count the fields of KPIs: a KPI goes by its name, and each field that is written counts for itself."""
    ours = {(name, i): _fields(kpi) for name, i, kpi in _numbered(mine)}
    theirs = {(name, i): _fields(kpi) for name, i, kpi in _numbered(expected)}
    tally = Tally()
    for key in theirs.keys() | ours.keys():
        left, right = ours.get(key, {}), theirs.get(key, {})
        for name in sorted(left.keys() | right.keys()):
            tally += _fact(left.get(name), right.get(name), f"{at}{key[0]}.{name} = ")
    return tally


def _numbered(kpis: object) -> Iterator[tuple[str, int, Any]]:
    seen: Counter[str] = Counter()
    for kpi in _listed(kpis):
        name = canonical(kpi.get("name", "") if isinstance(kpi, dict) else kpi)
        yield name, seen[name], kpi
        seen[name] += 1


def _fields(kpi: object) -> dict[str, str]:
    if not isinstance(kpi, dict):
        return {"name": canonical(kpi)}
    fields = {key: "".join(_strings(kpi.get(key))) for key in ("name", "weight", "target", "scoring")}
    weight = re.search(r"\d+(?:\.\d+)?", unicodedata.normalize("NFKC", fields["weight"]))
    if weight:
        fields["weight"] = f"{float(weight[0]):g}"
    return {key: re.sub(f"[{_END}]", "", canonical(value)) for key, value in fields.items() if canonical(value)}


def _facts(mine: Mapping[str, Any], expected: Mapping[str, Any], keys: Sequence[str], at: str, complete: bool) -> Tally:
    tally = Tally()
    for key in keys:
        left, right = ("".join(_strings(each.get(key))) for each in (mine, expected))
        if key == "headcount":
            left, right = (_number(text) for text in (left, right))
        if right or (complete and left):
            tally += _fact(canonical(left), canonical(right), f"{at}{key} = ")
    return tally


def _fact(mine: str | None, expected: str | None, at: str) -> Tally:
    if mine and expected and same(mine, expected):
        return Tally(1)
    return Tally(0, [at + expected] if expected else [], [at + mine] if mine else [])


def _number(text: str) -> str:
    digits = re.search(r"\d+", unicodedata.normalize("NFKC", text))
    return digits[0] if digits else text


def _department(of: Mapping[str, Any]) -> Mapping[str, Any]:
    department = of.get("department")
    return department if isinstance(department, dict) else {"name": department}


def _steps(of: Mapping[str, Any]) -> list[str]:
    return [
        _step(step)
        for process in _listed(of.get("processes"))
        for step in _listed(process.get("steps") if isinstance(process, dict) else ())
    ]


def _step(step: object) -> str:
    """Return the name and the text of a step as one, without a colon between them."""
    name, text = (str(step.get(key) or "") for key in ("name", "text")) if isinstance(step, dict) else ("", str(step))
    return re.sub("[:：]", "", text if text.startswith(name) else name + text)


def _promises(result: Mapping[str, Any], label: Mapping[str, Any]) -> Tally:
    """Count the time limits that some one value besides those left out holds, be it a step, a promise or a duty."""
    values = [canonical(" ".join(_strings(each))) for each in _values_with_words(result)]
    tally = Tally()
    for promise in _listed(label.get("sla")):
        limit, item = canonical(promise.get("limit", "")), canonical(promise.get("item", ""))
        found = any(limit in value for value in values)
        tally += Tally(int(found), [] if found else [f"{item}: {limit}"])
    return tally


def _values_with_words(result: Mapping[str, Any]) -> Iterator[object]:
    for key, value in result.items():
        if key != "left_out":
            yield from _small(value)


def _small(value: object) -> Iterator[object]:
    """Yield every mapping below `value` without the lists and mappings in it, and every plain value of a list."""
    if isinstance(value, dict):
        yield {key: each for key, each in value.items() if not isinstance(each, list | dict)}
        yield from (small for each in value.values() if isinstance(each, list | dict) for small in _small(each))
    elif isinstance(value, list):
        yield from (small for each in value for small in _small(each))
    else:
        yield value


def _noise(result: Mapping[str, Any], label: Mapping[str, Any]) -> Tally:
    labelled = [canonical(text) for key in label if key not in _ABOUT for text in _strings(label[key])]
    values = [canonical(text) for key in result if key not in ("left_out", "file", "kind") for text in _strings(result[key])]
    tally = Tally()
    for noise in (canonical(text) for text in label.get("noise") or ()):
        if any(noise in text for text in labelled):
            continue
        inside = next((value for value in values if noise in value), None)
        tally += Tally(int(inside is None), [], [] if inside is None else [f"{noise} in {inside}"])
    return tally


def _strange(result: Mapping[str, Any], label: Mapping[str, Any], speaks: set[str], complete: bool) -> Tally:
    """Tell the imported items that resemble no text of the label, of whatever kind, from the others."""
    known = {canonical(text) for key in label if key not in _ABOUT for text in _strings(label[key])} - {""}
    items: list[str] = []
    for post in _posts(result):
        items += [str(post.get("name")), *_flat(post.get("duties"))]
        for key in ("qualifications", "authorities", "kpis"):
            if complete or key in speaks:
                items += [
                    each.get("name", "") if key == "kpis" and isinstance(each, dict) else _text(each)
                    for each in _listed(post.get(key))
                ]
    for key in ("department_duties", "kpis"):
        if complete or key in speaks:
            items += _flat(result.get(key)) if key == "department_duties" else {_text(each) for each in _listed(result.get(key))}
    if complete or "processes" in speaks:
        items += _steps(result)
    tally = Tally()
    for item in filter(None, map(canonical, items)):
        near = item in known or any(item in text or text in item or _like(item, text) >= 0.6 for text in known)
        tally += Tally(int(near), [], [] if near else [item])
    return tally


def _lost(result: Mapping[str, Any], text: str) -> tuple[Counter[str], int]:
    """Return which characters of `text` are nowhere in the result, each as often as it is missing, and how many there are."""
    there = Counter(character for part in _strings(result, _NOT_OF_THE_TEXT) for character in part)
    wanted = Counter(
        character for character in text if not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf")
    )
    return wanted - there, wanted.total()


def _strings(value: object, skipped: Iterable[str] = ()) -> Iterator[str]:
    """Yield every string and number below `value`, but for those under the keys that are `skipped`."""
    if isinstance(value, dict):
        yield from (text for key, each in value.items() if key not in skipped for text in _strings(each, skipped))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in _strings(each, skipped))
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _texts(value: object) -> list[str]:
    """Return the texts of a list of strings or mappings with `text`, children included, or those of a mapping of such lists."""
    if isinstance(value, dict) and "text" not in value and "name" not in value:
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _texts(each)]
    if isinstance(value, dict):
        return [_text(value), *_texts(value.get("children"))]
    return [] if value is None else [str(value)]


def _text(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or value.get("name") or value.get("title") or "")
    return "" if value is None else str(value)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _like(one: str, other: str) -> float:
    if 4 * min(len(one), len(other)) < max(len(one), len(other)):
        return 0.0
    left, right = Counter(one), Counter(other)
    rough = 2 * (left & right).total() / (len(one) + len(other))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if rough >= 0.6 else rough


def _distance_within(one: str, other: str, most: int) -> bool:
    """Whether at most `most` characters have to be put in, taken out or changed; looks only at a band of that width."""
    row = {j: j for j in range(most + 1)}
    for i, character in enumerate(one, 1):
        new: dict[int, int] = {}
        for j in range(max(0, i - most), min(len(other), i + most) + 1):
            changed = row.get(j - 1, most + 1) + (j > 0 and other[j - 1] != character) if j else most + 1
            new[j] = min(row.get(j, most + 1) + 1, new.get(j - 1, most + 1) + 1, changed)
        row = new
        if min(row.values()) > most:
            return False
    return row.get(len(other), most + 1) <= most


def _share(part: float, whole: float, nothing: float = 1.0) -> float:
    return part / whole if whole else nothing


def sets() -> dict[str, list[tuple[Path, Path]]]:
    """Return the documents of each set that is scored by itself: those of Word 97 are, as they need LibreOffice."""
    own, gold = [*documents(DOCUMENTS)], [*documents(GOLD)] if GOLD.is_dir() else []
    return {
        "own": [each for each in own if each[0].suffix != ".doc" and each[0].parent == DOCUMENTS],
        "held": [each for each in own if each[0].suffix != ".doc" and each[0].parent != DOCUMENTS],
        "doc": [each for each in own if each[0].suffix == ".doc"],
        "gold": gold,
    }


def total(given: Iterable[tuple[Path, Path]]) -> Score:
    """Return how the documents were read all together; ValueError names the one that was not."""
    result = Score()
    for path, label_path in given:
        label = read_label(label_path)
        result += score(import_file(path), label, source_text(path, label.get("encoding")))
    return result


def record() -> None:
    """Write the figures of every set that is here over those that were reached before."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    figures |= {name: total(given).figures() for name, given in sets().items() if given}
    FIGURES.write_text(json.dumps(figures | {"aims": AIMS}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def score_folder(folder: Path, only: str = "") -> Iterator[tuple[str, Score | str]]:
    """Yield each document of `folder` with its score, or with what is said instead of importing it."""
    for path, label_path in documents(folder):
        label, name = read_label(label_path), str(path.relative_to(folder))
        if only not in name:
            continue
        try:
            result = import_file(path)
        except ValueError as trouble:
            yield name, str(trouble)
            result = {}
        yield name, score(result, label, source_text(path, label.get("encoding")))


def table(rows: Iterable[tuple[str, Score]]) -> str:
    """Return the scores as a table: F1 of each kind (– where neither label nor import has any), noise, strange items, lost characters."""
    heads = ["posts", "duties", "nest", "dep.", "qual.", "auth.", "kpi", "facts", "steps", "sla"]
    lines = [f"{'document':<34}" + "".join(f"{head:>7}" for head in heads) + f"{'noise':>8}{'strange':>9}{'lost':>7}"]
    for name, told in rows:
        cells = [f"{tally.f1:7.2f}" if tally.labelled or tally.extra else f"{'–':>7}" for tally in told.kinds.values()]
        noise = f"{len(told.noise.extra)}/{told.noise.found + len(told.noise.extra)}"
        strange = f"{len(told.strange.extra)}/{told.strange.found + len(told.strange.extra)}"
        lines.append(
            f"{name[:33]:<34}" + "".join(cells) + f"{noise:>8}{strange:>9}{told.lost.total() if told.characters else '–':>7}"
        )
    return "\n".join(lines)


def totals(told: Score) -> str:
    """Return precision, recall and F1 of each kind, and the shares."""
    lines = [
        f"{kind:<18} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}   "
        f"{tally.found} found, {len(tally.missed)} missed, {len(tally.extra)} too much"
        for kind, tally in told.kinds.items()
    ]
    lines.append(
        f"{'noise let in':<18} {told.noise_share:.1%}   strange items {told.strange_share:.1%}   conserved {told.conserved:.2%}"
    )
    return "\n".join(lines)


def detail(told: Score) -> Iterator[str]:
    """Yield what was missed and what was too much, each missed text with the nearest that was too much."""
    for kind, tally in told.kinds.items():
        for text in tally.missed:
            near = max(tally.extra, key=lambda other: _like(text, other), default="")
            yield f"    {kind}: missed    {text}" + (f"\n        ≈ {near}" if near and _like(text, near) >= 0.5 else "")
        yield from (f"    {kind}: too much  {text}" for text in tally.extra)
    yield from (f"    noise let in: {text}" for text in told.noise.extra)
    yield from (f"    strange: {text}" for text in told.strange.extra)
    if told.lost:
        yield "    lost: " + "".join(sorted(told.lost.elements()))[:200]


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the import of labelled documents.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--detail", action="store_true", help="say what was missed and what was too much")
    parser.add_argument("--only", default="", help="documents whose name holds this")
    parser.add_argument("--record", action="store_true", help="write the figures down as what was reached")
    given = parser.parse_args()
    if given.record:
        record()
        return
    for folder in given.folders or (DOCUMENTS, GOLD):
        print(f"\n{folder}" + ("" if folder.is_dir() else ": not here"))
        rows: list[tuple[str, Score]] = []
        for name, told in score_folder(folder, given.only):
            if isinstance(told, str):
                print(f"  {name}: {told}", file=sys.stderr)
                continue
            rows.append((name, told))
        if rows:
            everything = sum((told for _, told in rows), Score())
            print(table([*rows, ("all", everything)]), totals(everything), sep="\n\n")
        if given.detail:
            for name, told in rows:
                print(f"\n  {name}", *detail(told), sep="\n")


if __name__ == "__main__":
    main()
