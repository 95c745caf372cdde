"""How often the rules about wording are right, on real descriptions of posts.

Run by hand: python tests/accuracy/wordings.py [--shared FOLDER] [--show CODE|all|new] [--judge wrong|right CODE HASH…]

The shared labels (`gold/import/*.expected.yaml`) are turned into one department a document, with its posts and duties as they
stand there; the numbered sentences of the shared samples without labels follow, each by itself, so that only rules about one
sentence speak of them. Every hit was read, and `wordings.json` holds by hash which were wrong: never the sentence itself.
A hit that nobody has read yet counts as neither and is shown with `--show new`. The half-width marks (WRD017) were read by the
marks that they name, not sentence by sentence. The rules were written with these very documents at hand, so the figures flatter
them; unseen documents will give lower ones.

The figures stand in each rule (`Rule.measured`), from where its handbook entry prints them; a test compares the two.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml

from salesduty.rules.rule import Measured
from salesduty.rules.run import run
from salesduty.rules.wordings import RULES
from salesduty.settings.settings import Settings
from salesduty.toolkit.load import load

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
JUDGED = HERE / "wordings.json"
UNLABELLED = {"source0": "您可能关注的文档", "source2": "\0", "source4": "二、销售部门绩效考核"}
"""The samples without labels, and the words at which what they say of duties ends."""
SETTINGS = Settings(today=date(2026, 11, 21))
_NUMBERED = re.compile(
    r"(?<![\d.])(?:\d{1,2}(?:\.\d{1,2}){1,4}(?![\d.%])|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}、)|(?m:^\d{1,2}[.、])"
)
_SENTENCE = re.compile("[一-鿿].{5,400}")
_LONGEST_SAMPLE = 130
_NO_DUTY = re.compile(r"版权|下载|文档|VIP|网友|岗位责任制|岗位职责|用户|[概综]述|职责$|【|\d[、.]|销售(?:内勤|主管|顾问)$")
"""What stands between the duties of the samples: the site around the text, headings, and several duties in one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One hit: the rule, the sentence that it is about, what is said of it, and the hash of rule and sentence."""

    code: str
    sentence: str
    said: str

    @property
    def hash(self) -> str:
        return blake2b(f"{self.code}\0{self.sentence}".encode(), digest_size=6).hexdigest()


def hits(shared: Path = SHARED) -> Iterator[Judged]:
    """Every hit of every wording rule in the shared documents, each sentence once a rule."""
    seen = set()
    for text in (*_labelled(shared / "gold" / "import"), *_samples(shared / "samples")):
        report = run(load({"roles.yaml": text}), RULES, SETTINGS)
        for finding in report.findings:
            about_post = finding.excerpt.strip().endswith("duties:")
            hit = Judged(finding.code, finding.message.zh if about_post else finding.excerpt.strip(), finding.message.zh)
            if hit.hash not in seen:
                seen.add(hit.hash)
                yield hit


def measured(found: Iterator[Judged], judgements: Mapping[str, Any]) -> dict[str, Measured]:
    """By code how many hits were read and how many of them are right; a rule without hits is not there."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for hit in found:
        if hit.hash in judgements["wrong"] or hit.hash in judgements["right"]:
            counted[hit.code].append(hit.hash in judgements["right"])
    return {code: Measured(len(right), sum(right)) for code, right in sorted(counted.items())}


def judgements() -> dict[str, set[str]]:
    """The hashes of the hits that were read, by how they were judged."""
    read = json.loads(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else {}
    return {kind: {each for codes in read.get(kind, {}).values() for each in codes} for kind in ("right", "wrong")}


def _labelled(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.expected.yaml")):
        posts = yaml.safe_load(path.read_text(encoding="utf-8"))["posts"]
        yield _written(
            [{"name": f"{post['name']}{n}", "duties": [*map(_duty, post.get("duties", []))]} for n, post in enumerate(posts)]
        )


def _duty(label: Any) -> Any:
    if isinstance(label, str):
        return label
    return {"text": label["text"], "duties": [*map(_duty, label.get("children", []))]}


def _samples(folder: Path) -> Iterator[str]:
    for name, end in UNLABELLED.items():
        text = (folder / f"{name}.txt").read_text(encoding="utf-8").partition(end)[0]
        parts = [part.strip(" *;；\n") for line in text.splitlines() for part in _NUMBERED.split(line)]
        duties = [each for each in parts if _SENTENCE.match(each) and len(each) <= _LONGEST_SAMPLE and not _NO_DUTY.search(each)]
        yield _written([{"name": f"甲{n}", "duties": [duty]} for n, duty in enumerate(dict.fromkeys(duties))])


def _written(posts: list[dict[str, Any]]) -> str:
    return yaml.safe_dump({"posts": posts}, allow_unicode=True, width=100_000, sort_keys=False)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the rules about wording.")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--show", default="")
    parser.add_argument("--judge", nargs="+", default=())
    given = parser.parse_args()
    found = [*hits(given.shared)]
    if given.judge:
        _judge(found, given.judge)
    known = judgements()
    for hit in found:
        state = next((kind for kind in ("right", "wrong") if hit.hash in known[kind]), "new")
        if given.show in (hit.code, state, "all"):
            print(f"{hit.code} {hit.hash} {state:5} {hit.said}\n    {hit.sentence}")
    figures = measured(iter(found), known)
    for rule in RULES:
        figure = figures.get(rule.code)
        told = f"{figure.hits} read, {figure.right} right: {figure.right / figure.hits:.2f}" if figure else "no hits"
        print(
            f"{rule.code} {rule.severity.name:8}{rule.name:26}{told}{'' if figure == rule.measured else '  (the rule says otherwise)'}"
        )
    unread = sum(hit.hash not in known["right"] | known["wrong"] for hit in found)
    sys.exit(f"{unread} hits were not read yet" if unread else None)


def _judge(found: list[Judged], words: list[str]) -> None:
    """Note hits as right or wrong: all that are new of a code, or those whose hashes are given."""
    kind, *chosen = words
    read = json.loads(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else {"right": {}, "wrong": {}}
    known = judgements()
    for hit in found:
        if hit.hash in chosen or (hit.code in chosen and hit.hash not in known["right"] | known["wrong"]):
            for other in read.values():
                other.get(hit.code, []).count(hit.hash) and other[hit.code].remove(hit.hash)
            read[kind].setdefault(hit.code, []).append(hit.hash)
    there = {hit.hash for hit in found}
    ordered = {
        kind: {
            code: sorted(there.intersection(read[kind][code]))
            for code in sorted(read[kind])
            if there.intersection(read[kind][code])
        }
        for kind in read
    }
    JUDGED.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
