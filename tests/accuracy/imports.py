"""How well `salesduty import` reads documents whose posts, duties and the rest somebody has labelled.

Run by hand: python tests/accuracy/imports.py [FOLDER…] [--detail] [--only NAME] [--record]. A folder holds documents, each with its label beside it:
`x.docx` and `x.expected.yaml`. Without a folder it takes the project's own set and the shared one where that is there.

A label says `posts` (name, part, duties with `children`, qualifications, authorities, kpis, headcount, reports_to, department, mission),
`department`, `control`, `department_duties`, `processes`, `kpis`, `sla` and `noise`. `complete: true` says that it names everything of
every kind; otherwise a kind that the label does not speak of is not held against the import. What is `optional` or under
`constraints` may be a duty or not; so may the posts of a `group` of which the import made none, as long as it made those of another.

Texts are compared after NFKC, without white space and without the mark at their end, and are the same within one character
in a hundred. Posts go by name and part, then texts one to one inside their post. Figures are added up over all documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accuracy.importing.scoring import score
from accuracy.importing.sources import documents, import_file, read_label, source_text
from accuracy.importing.tally import Score
from accuracy.importing.values import likeness

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
GOLD = HERE.parents[2] / "shared" / "gold" / "import"
FIGURES = HERE / "imports.json"
"""What was reached, which the tests compare with, and what is aimed at on documents nobody has seen."""
AIMS = {"posts": 0.95, "duties": 0.92, "nesting": 0.9, "kpi fields": 0.85, "noise let in": 0.01}
HELD = "held"
"""The folder of the documents that nobody tunes on: what was missed in them is not shown."""
LOWER_IS_BETTER = ("noise let in", "strange items")


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
    """Return how the documents were read all together; one that cannot be read is as if nothing had been found in it."""
    result = Score()
    for path, label_path in given:
        label = read_label(label_path)
        try:
            imported = import_file(path)
        except ValueError:
            imported = {}
        result += score(imported, label, source_text(path, label.get("encoding")))
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
    heads = ["posts", "duties", "anyw.", "nest", "dep.", "qual.", "auth.", "kpi", "facts", "steps", "sla"]
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
    """Yield what was missed and what was too much, each missed text with the nearest that was too much.

    Of posts that are missed or too much as a whole only those duties are shown that stand nowhere else.
    """
    whole = tuple(f"{post} · " for side in (told.kinds["posts"].missed, told.kinds["posts"].extra) for post in side)
    shown = set()
    for kind, tally in told.kinds.items():
        missed, extra = ([text for text in side if not text.startswith(whole)] for side in (tally.missed, tally.extra))
        if kind == "duties anywhere":
            missed, extra = ([text for text in side if text not in shown] for side in (missed, extra))
        shown |= {text.split(" · ")[-1] for text in (*missed, *extra)}
        for text in missed:
            near = max(extra, key=lambda other: likeness(text, other), default="")
            yield f"    {kind}: missed    {text}" + (f"\n        ≈ {near}" if near and likeness(text, near) >= 0.5 else "")
        yield from (f"    {kind}: too much  {text}" for text in extra)
        skipped = len(tally.missed) + len(tally.extra) - len(missed) - len(extra)
        if skipped and kind != "duties anywhere":
            yield f"    {kind}: {skipped} more in posts that are missed or too much"
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
                if Path(name).parts[0] == HELD:
                    print(f"\n  {name}: held back, and nobody looks at it")
                    continue
                print(f"\n  {name}", *detail(told), sep="\n")


if __name__ == "__main__":
    main()
