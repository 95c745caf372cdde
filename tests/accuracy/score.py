"""How well `check` judges labelled material. Run by hand: python tests/accuracy/score.py [--pairs FILE] [--organisations FILE].

Pairs are put into a department of two posts with one duty each; an organisation becomes a department as its people would
write it. Whatever `check` says at warning level or above counts; nothing is asked of the analysis behind its back.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from salesduty.disk.packaged import vocabulary as packaged
from salesduty.model.reading import read
from salesduty.responsibility.vocabulary import compiled
from salesduty.results.finding import WARNING, Finding
from salesduty.source.parse import parse
from salesduty.toolkit.check import check
from salesduty.toolkit.load import field_keys

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "gold"
PAIRS = {"own": HERE / "pairs.jsonl", "gold": SHARED / "overlaps.dev.jsonl"}
ORGANISATIONS = {"own": HERE / "organisations.yaml", "gold": SHARED / "gaps.dev.yaml"}


FIGURES = HERE / "figures.json"
"""What was reached, which the tests compare with, and what is aimed at."""
AIMS = {
    "pairs": {"precision": 0.8, "recall": 0.8, "layered called a conflict": 0.1},
    "organisations": {"found": 0.9, "false gaps an organisation": 1.0},
}
LEFT_OUT = {
    "汽车经销": "consumer",
    "电商零售": "consumer",
    "保险/银行": "services",
    "教育培训": "services",
    "医疗器械/医药": "services",
    "外贸物流": "industry",
    "建材/工程/房地产": "industry",
    "电商": "consumer",
    "保险/银行零售": "services",
    "外贸/货代物流": "industry",
    "医疗器械": "services",
    "餐饮酒店/旅游": "consumer",
    "建材家居/工程": "industry",
}
"""The file of the lexicon that was written for an industry: without it, the industry is as unseen as any other."""


@dataclass(frozen=True)
class Pairs:
    """How labelled pairs were judged: hits, false alarms and misses of `duplicate`, and `layered` pairs called conflicts."""

    hits: int = 0
    alarms: int = 0
    misses: int = 0
    layered: int = 0
    layered_alarms: int = 0
    by_industry: Mapping[str, Pairs] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """The share of what was called a conflict that is one."""
        return _share(self.hits, self.hits + self.alarms)

    @property
    def recall(self) -> float:
        """The share of the conflicts that was found."""
        return _share(self.hits, self.hits + self.misses)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    @property
    def layered_share(self) -> float:
        """The share of the layered pairs that was called a conflict."""
        return _share(self.layered_alarms, self.layered)


@dataclass(frozen=True)
class Gaps:
    """How organisations were judged: planted gaps and overlaps found, and what was said besides."""

    planted: Counter[str]
    found: Counter[str]
    false_gaps: tuple[str, ...]
    missed: tuple[str, ...]
    overlaps: int
    overlaps_found: int
    false_overlaps: tuple[str, ...]
    organisations: int

    @property
    def recall(self) -> float:
        """The share of the planted gaps that was found."""
        return _share(self.found.total(), self.planted.total())

    @property
    def false_per_organisation(self) -> float:
        """How many gaps too many an organisation gets."""
        return _share(len(self.false_gaps), self.organisations)


def score_pairs(rows: Sequence[Mapping[str, Any]], *, written: bool = False) -> Pairs:
    """Return how the pairs of `rows` are judged; with `written` fields, as somebody would write who agrees with the labels."""
    called = [_is_conflict(row, written=written) for row in rows]
    return _pairs(rows, called)


def _pairs(rows: Sequence[Mapping[str, Any]], called: Sequence[bool], *, split: bool = True) -> Pairs:
    both = list(zip(rows, called, strict=True))
    industries = sorted({row["industry"] for row in rows if row.get("industry")}) if split else []
    return Pairs(
        hits=sum(yes and row["label"] == "duplicate" for row, yes in both),
        alarms=sum(yes and row["label"] != "duplicate" for row, yes in both),
        misses=sum(not yes and row["label"] == "duplicate" for row, yes in both),
        layered=sum(row["label"] == "layered" for row in rows),
        layered_alarms=sum(yes and row["label"] == "layered" for row, yes in both),
        by_industry={
            name: _pairs(
                [row for row in rows if row["industry"] == name],
                [yes for row, yes in both if row["industry"] == name],
                split=False,
            )
            for name in industries
        },
    )


def _is_conflict(row: Mapping[str, Any], *, written: bool) -> bool:
    one, other = ({"text": row["a"]}, {"text": row["b"]})
    if written:
        one |= {"area": "C13.collect", "action": "do", "object": "货款", "scope": {"region": "华东"}}
        other |= _as_labelled(row["label"])
    first, second = row["post_a"], row["post_b"]
    posts = [
        {"id": "a", "name": first, "duties": [one]},
        {"id": "b", "name": second if second != first else f"{second}二", "duties": [other]},
    ]
    document = {"department": {"id": "sales", "name": "销售部"}, "posts": posts}
    return any(finding.code.startswith("OVL") for finding in _said({"sales/department.yaml": document}))


def _as_labelled(label: str) -> dict[str, object]:
    """The fields of the second duty, for somebody who holds that the pair is `label`."""
    same = {"area": "C13.collect", "action": "do", "object": "应收账款", "scope": {"region": "上海"}}
    return (
        same
        | {
            "duplicate": {},
            "layered": {"action": "review"},
            "related": {"scope": {"region": "华南"}},
            "unrelated": {"area": "M18.sample", "object": "样品"},
        }[label]
    )


def _said(documents: Mapping[str, Mapping[str, Any]]) -> list[Finding]:
    files = {name: json.dumps(document, ensure_ascii=False) for name, document in documents.items()}
    return [finding for finding in check(files).report.findings if finding.severity >= WARNING]


def score_organisations(organisations: Iterable[Mapping[str, Any]]) -> Gaps:
    """Return how `organisations` are judged."""
    organisations = tuple(organisations)
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false_gaps: list[str] = []
    missed: list[str] = []
    false_overlaps: list[str] = []
    overlaps = overlaps_found = 0
    for each in organisations:
        findings = _said({f"{each['id']}/department.yaml": as_document(each)})
        gaps = [finding for finding in findings if not finding.code.startswith(("OVL", "KPI"))]
        explained: set[int] = set()
        for gap in each["planted_gaps"]:
            hits = [index for index, finding in enumerate(gaps) if _tells(finding, gap["where"])]
            planted[gap["kind"]] += 1
            found[gap["kind"]] += bool(hits)
            explained.update(hits)
            if not hits:
                missed.append(f"{each['id']} {gap['kind']} {gap['where']}")
        false_gaps += [
            f"{each['id']} {finding.code} {finding.message.zh}"
            for index, finding in enumerate(gaps)
            if index not in explained and finding.code.startswith("GAP")
        ]
        fights = [finding for finding in findings if finding.code.startswith("OVL")]
        expected = each.get("planted_overlaps") or []
        told = [[finding for finding in fights if _names(finding, overlap["posts"])] for overlap in expected]
        overlaps += len(expected)
        overlaps_found += sum(map(bool, told))
        missed += [f"{each['id']} overlap {overlap['posts']}" for overlap, hits in zip(expected, told, strict=True) if not hits]
        right = {id(finding) for hits in told for finding in hits}
        false_overlaps += [f"{each['id']} {finding.code} {finding.message.zh}" for finding in fights if id(finding) not in right]
    return Gaps(
        planted, found, tuple(false_gaps), tuple(missed), overlaps, overlaps_found, tuple(false_overlaps), len(organisations)
    )


def _tells(finding: Finding, where: str) -> bool:
    """Whether a finding speaks of what was planted: by its message, by a second place, or by the line it points at."""
    texts = (finding.message.zh, *(related.message.zh for related in finding.related))
    return any(where in text or (len(where) > 20 and where[:12] in text) for text in texts)


def _names(finding: Finding, posts: Sequence[str]) -> bool:
    texts = " ".join((finding.message.zh, *(related.message.zh for related in finding.related)))
    return sum(post in texts for post in posts) >= 2


def as_document(organisation: Mapping[str, Any]) -> dict[str, Any]:
    """Return an organisation of the labelled form as the YAML that its people would write."""
    department: dict[str, Any] = {
        "id": str(organisation["id"]).lower(),
        "name": organisation["name"],
        "functions": organisation.get("functions") or [],
        "outside": organisation.get("outside_posts") or [],
    }
    if organisation.get("rules"):
        department["rules"] = organisation["rules"]
    if organisation.get("sla"):
        department["promises"] = [
            {"text": each["text"], **({"receiver": each["receiver"]} if each.get("receiver") else {})}
            for each in organisation["sla"]
        ]
    document: dict[str, Any] = {"department": department, "posts": [_post(post, organisation) for post in organisation["posts"]]}
    if organisation.get("process"):
        document["process"] = {"name": "主流程", "steps": organisation["process"]}
    return document


def _post(post: Mapping[str, Any], organisation: Mapping[str, Any]) -> dict[str, Any]:
    written = {key: post[key] for key in ("name", "headcount", "deputy", "authorities", "level", "aliases") if post.get(key)}
    if post.get("reports_to"):
        written["reports_to"] = post["reports_to"]
    written["duties"] = [{"text": duty} if isinstance(duty, str) else duty for duty in post.get("duties") or []]
    if kpis := [each for each in organisation.get("kpis") or [] if each["post"] == post["name"]]:
        written["kpis"] = [{"name": each["name"], **({"weight": each["weight"]} if each.get("weight") else {})} for each in kpis]
    return written


@contextmanager
def without(industry: str) -> Iterator[None]:
    """Let `check` know none of the words that were written for `industry`."""
    left_out = f"industries/{LEFT_OUT[industry]}.yaml"
    texts = [text for name, text in packaged().items() if name != left_out]
    assert len(texts) == len(packaged()) - 1, f"there is no {left_out}"
    known = compiled(read(parse(text, field_keys()).data).document for text in texts)
    with mock.patch("salesduty.toolkit.vocabulary.standard", return_value=known):
        yield


def leave_one_out(rows: Sequence[Mapping[str, Any]]) -> dict[str, Pairs]:
    """Return how the pairs of each industry are judged without the words that were written for it."""
    found = {}
    for industry in sorted({row["industry"] for row in rows}):
        with without(industry):
            found[industry] = score_pairs([row for row in rows if row["industry"] == industry])
    return found


def leave_one_out_organisations(organisations: Sequence[Mapping[str, Any]]) -> dict[str, Gaps]:
    """Return how the organisations of each industry are judged without the words that were written for it."""
    found = {}
    for industry in sorted({each["industry"] for each in organisations}):
        with without(industry):
            found[industry] = score_organisations([each for each in organisations if each["industry"] == industry])
    return found


def figures_of_pairs(result: Pairs) -> dict[str, float]:
    """Return the figures that are recorded of pairs."""
    return {
        "precision": round(result.precision, 2),
        "recall": round(result.recall, 2),
        "layered called a conflict": round(result.layered_share, 2),
    }


def figures_of_gaps(result: Gaps) -> dict[str, float]:
    """Return the figures that are recorded of organisations."""
    return {
        "found": round(result.recall, 2),
        "false gaps an organisation": round(result.false_per_organisation, 2),
        "overlaps found": result.overlaps_found,
        "false overlaps": len(result.false_overlaps),
    }


def record() -> None:
    """Write down what is reached now."""
    figures: dict[str, Mapping[str, float]] = {f"aim for {name}": aims for name, aims in AIMS.items()}
    for name, path in PAIRS.items():
        if path.exists():
            figures[f"pairs {name}"] = figures_of_pairs(score_pairs(read_pairs(path)))
    for name, path in ORGANISATIONS.items():
        if path.exists():
            figures[f"organisations {name}"] = figures_of_gaps(score_organisations(read_organisations(path)))
    FIGURES.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def best_f1_of_characters(rows: Sequence[Mapping[str, Any]]) -> float:
    """Return the best F1 over all thresholds of the cosine of TF-IDF vectors over one and two characters."""
    texts = [text for row in rows for text in (row["a"], row["b"])]
    grams = [Counter(text[at : at + size] for size in (1, 2) for at in range(len(text) - size + 1)) for text in texts]
    seen = Counter(gram for each in grams for gram in each)
    weights = {gram: math.log((1 + len(texts)) / (1 + count)) + 1 for gram, count in seen.items()}
    vectors = [{gram: count * weights[gram] for gram, count in each.items()} for each in grams]
    lengths = [math.sqrt(sum(value * value for value in vector.values())) for vector in vectors]
    scores = [
        sum(value * vectors[at + 1].get(gram, 0.0) for gram, value in vectors[at].items()) / (lengths[at] * lengths[at + 1])
        for at in range(0, len(vectors), 2)
    ]
    return max(_pairs(rows, [score >= threshold for score in scores], split=False).f1 for threshold in set(scores))


def read_pairs(path: Path) -> list[dict[str, Any]]:
    """Return the labelled pairs in a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_organisations(path: Path) -> list[dict[str, Any]]:
    """Return the labelled organisations in a YAML file."""
    return list(yaml.safe_load(path.read_text(encoding="utf-8"))["organisations"])


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def shown_pairs(name: str, result: Pairs) -> str:
    """Return one line of figures."""
    return (
        f"{name}: P {result.precision:.2f}  R {result.recall:.2f}  F1 {result.f1:.2f}  "
        f"layered called a conflict {result.layered_share:.2f}"
    )


def shown_gaps(name: str, result: Gaps) -> str:
    """Return the figures of organisations, a line for each kind of gap."""
    lines = [
        f"{name}: planted gaps found {result.recall:.2f} ({result.found.total()} of {result.planted.total()}), "
        f"false gaps an organisation {result.false_per_organisation:.2f}; "
        f"overlaps found {result.overlaps_found} of {result.overlaps}, false {len(result.false_overlaps)}"
    ]
    lines += [f"  {kind}: {result.found[kind]} of {count}" for kind, count in sorted(result.planted.items())]
    return "\n".join(lines)


def main() -> None:
    """Print the figures of the files asked for, or of all that are there."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--organisations", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="what was missed and what was said too much")
    parser.add_argument("--record", action="store_true", help="write down what is reached now")
    given = parser.parse_args()
    if given.record:
        record()
        return
    pairs = {given.pairs.stem: given.pairs} if given.pairs else {} if given.organisations else PAIRS
    organisations = (
        {given.organisations.stem: given.organisations} if given.organisations else {} if given.pairs else ORGANISATIONS
    )
    for name, path in pairs.items():
        if path.exists():
            _print_pairs(name, read_pairs(path))
    for name, path in organisations.items():
        if path.exists():
            _print_organisations(name, read_organisations(path), verbose=given.verbose)


def _print_pairs(name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    result = score_pairs(rows)
    print(shown_pairs(f"pairs {name}", result))
    for industry, part in result.by_industry.items():
        print("  " + shown_pairs(industry, part))
    print(shown_pairs(f"pairs {name}, fields written", score_pairs(rows, written=True)))
    if all(row.get("industry") in LEFT_OUT for row in rows):
        print(f"pairs {name}, each industry without the words written for it:")
        for industry, part in leave_one_out(rows).items():
            print("  " + shown_pairs(industry, part))


def _print_organisations(name: str, organisations: Sequence[Mapping[str, Any]], *, verbose: bool) -> None:
    gaps = score_organisations(organisations)
    print(shown_gaps(f"organisations {name}", gaps))
    if all(each["industry"] in LEFT_OUT for each in organisations):
        print(f"organisations {name}, each industry without the words written for it:")
        for industry, part in leave_one_out_organisations(organisations).items():
            print("  " + shown_gaps(industry, part).splitlines()[0])
    if verbose:
        print("\n".join(("missed", *gaps.missed, "false", *gaps.false_gaps, *gaps.false_overlaps)))


if __name__ == "__main__":
    main()
