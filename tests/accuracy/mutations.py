"""Mutation test on roles/: does `check` notice what is taken away, and what is copied?

Run by hand: python tests/accuracy/mutations.py [DEPARTMENT…] [-v] [--record]. Each department is checked by itself, from
texts in memory; a mutation changes the parsed YAML and writes back the files that it touched.

- Deletion: for each declared function and step all that holds it goes: the parties that the step names and every duty
  that coverage lists as more than support. A new gap about it must be told.
- Thorough deletion: coverage lists only the surest, and others come to light when these are gone. So whatever it lists
  then of the posts that the step named goes as well, until nothing of theirs is listed.
- Copying: a duty, said anew as another author would (rewordings.yaml), goes as a plain sentence to a peer: a post of the
  same level, not in its line and not told apart by its group; where there is none, a new post beside it. A new overlap that
  rests on the copy and names both posts must be told.

Only findings at warning level or above count.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from salesduty.model.duty import Duty
from salesduty.model.fields import spellings
from salesduty.model.post import Post
from salesduty.responsibility.overlaps import Lines
from salesduty.results.coverage import Checked, Row
from salesduty.results.finding import WARNING, Finding
from salesduty.results.place import Place
from salesduty.rules.checks import CHECKS
from salesduty.toolkit import check as checking
from salesduty.toolkit.load import load
from salesduty.workspace.entities import Department
from salesduty.workspace.placed import Placed

HERE = Path(__file__).parent
ROLES = HERE.parents[1] / "roles"
REWORDINGS = HERE / "rewordings.yaml"
RECORD = HERE / "record.json"
FOLDERS = tuple(sorted(path.parent.name for path in ROLES.glob("*/department.yaml")))

OTHER_WORDS = {
    "催收": "追收",
    "编制": "拟定",
    "起草": "草拟",
    "审批": "批准",
    "批准": "审批",
    "审核": "审查",
    "审查": "审核",
    "提交": "报送",
    "登记": "记录",
    "汇总": "归总",
    "走访": "拜访",
    "拜访": "走访",
    "处理": "处置",
    "收集": "搜集",
    "分解": "拆分",
    "制定": "拟订",
    "检查": "查看",
    "核对": "核实",
    "核实": "核对",
    "回复": "答复",
    "录入": "输入",
    "更新": "刷新",
    "维护": "维系",
    "开发": "开拓",
    "发放": "派发",
    "通知": "告知",
    "整理": "梳理",
    "组织": "安排",
    "客户": "顾客",
    "货款": "账款",
    "合同": "协议",
    "报价单": "价格单",
    "投诉": "抱怨",
    "每周": "每星期",
    "每月": "逐月",
    "当天": "当日",
    "当日": "当天",
    "个工作日": "个工作天",
    "小时内": "个钟头内",
    "每季度": "逐季",
    "销售目标": "销售指标",
}
"""What somebody says instead who copies a duty and does not want it to look copied."""
NOBODY_HOLDS = frozenset(("GAP001", "GAP002", "GAP003", "GAP004"))
"""The gaps that say that nobody holds something; a step without a receiver or a time limit is another matter."""
HOLDING = frozenset(("decide", "do", "review"))
"""The parts that are more than support."""
NAMED = ("accountable", "do", "review")
"""The fields of a step that name who holds it."""
BESIDE = {"director": "业务副总监", "manager": "业务经理", "supervisor": "业务主管", "staff": "业务专员"}
"""What a new post beside another is called, by its level: a name that tells nothing about what it is for."""
TOLD, AS_INFO, NOT = "told", "told as info", "not told"
FREE = frozenset(("function", "stage", None))
"""Kinds of group that do not divide the customers or goods."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """A need whose holders were taken away.

    `once` is whether that was told with those gone that coverage lists, `after_all` with the duties gone as well that come
    to light behind them in the posts that the step names; `removed` are their addresses, `left` who is still said to hold it.
    """

    department: str
    kind: str
    address: str
    name: str
    removed: tuple[str, ...]
    once: str
    after_all: str
    left: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Whether a gap was told at warning level, with those gone that are listed at first."""
        return self.once == TOLD

    @property
    def thorough(self) -> Deletion:
        """The same deletion, judged by what was told in the end."""
        return replace(self, once=self.after_all)


@dataclass(frozen=True, slots=True)
class Copy:
    """A duty copied to a peer. `kind` tells whether the original has fields, and whether the peer is new."""

    department: str
    kind: str
    address: str
    text: str
    peer: str
    reworded: str
    told: bool


@dataclass(frozen=True, slots=True)
class Rewording:
    """A duty, as roles/ says it and as another author would."""

    duty: str
    text: str
    reworded: str


class Roles:
    """The files of one department, their parsed data, and where its posts, duties and steps stand in it.

    Addresses lead to a file and a path in its data. Nothing is ever changed in place; see `Mutant`.
    """

    def __init__(self, folder: str) -> None:
        names = sorted((ROLES / folder).rglob("*.yaml"))
        self.texts = {path.relative_to(ROLES).as_posix(): path.read_text(encoding="utf-8") for path in names}
        self.data: dict[str, Any] = {name: yaml.load(text, _Plain) for name, text in self.texts.items()}
        self.folder = folder
        (self.department,) = load(self.texts).departments
        self.posts = {post.address: post for post in self.department.posts}
        self.places = {address: post.place for address, post in self.posts.items()}
        self.duties: dict[str, Duty] = {}
        self.by_text: dict[tuple[str, str], str] = {}
        for post in self.department.posts:
            self._put(post.value.duties, post.address, post / "duties")
        for process in self.department.processes:
            for index, step in enumerate(process.value.steps):
                self.places[f"{process.address}/{step.id or f'#{index + 1}'}"] = process / "steps" / index

    def _put(self, duties: Iterable[Duty], address: str, place: Place) -> None:
        for index, duty in enumerate(duties):
            own = f"{address}/{duty.id or f'#{index + 1}'}"
            self.duties[own], self.places[own] = duty, place / index
            self.by_text["/".join(own.split("/")[:2]), duty.text or duty.title or ""] = own
            self._put(duty.duties, own, place / index / "duties")

    def holding(self, row: Row, posts: Set[str] | None = None) -> frozenset[str]:
        """Return the addresses of all that holds `row` by more than support, of `posts` only where they are given.

        Where duties were taken away the numbers behind them have moved, so they are found again by their text.
        """
        holders = [each for each in row.holders if each.part in HOLDING and (posts is None or each.post in posts)]
        return frozenset(self.by_text.get((each.post, each.text), each.address) for each in holders)

    def checked(self, *families: str) -> Checked:
        """What `check` says of the unmutated files; see `_checked`."""
        return _checked(self.texts, families)


class Mutant:
    """A copy of the files of a department with something changed."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._data: dict[str, Any] = {}

    def checked(self, *families: str) -> Checked:
        """What `check` says of the mutated files; see `_checked`."""
        return _checked(self._roles.texts | {name: _written(data) for name, data in self._data.items()}, families)

    def without_parties(self, step: str) -> None:
        """Let the step at an address name nobody who holds it."""
        place = self._roles.places[step]
        value = _at(self._of(place.file), place.path)
        for key in NAMED if isinstance(value, dict) else ():
            value.pop(_key(value, key), None)

    def without(self, holders: Iterable[str]) -> None:
        """Take away the duties at the addresses of `holders`, and posts that hold something by their name alone.

        Duties below one that is taken away stay. The last go first, so that the paths of the others stay right.
        """
        places = sorted(
            (self._roles.places[each] for each in holders), key=lambda place: [str(step).zfill(6) for step in place.path]
        )
        for place in reversed(places):
            if "duties" not in place.path:
                self._data[place.file] = {}
                continue
            above, last = _at(self._of(place.file), place.path[:-1]), place.path[-1]
            value = above[last]
            if isinstance(value, dict) and value.get(_key(value, "duties")):
                kept = {_key(value, name) for name in ("id", "title", "duties")}
                above[last] = {key: value[key] for key in value if key in kept}
            else:
                del above[last]
        for file in {place.file for place in places}:
            self._data[file] = _pruned(self._data[file])

    def with_duty(self, post: str, sentence: str) -> str:
        """Give a plain duty to a post and return its address."""
        place = self._roles.places[post]
        value = _at(self._of(place.file), place.path)
        duties = value[_key(value, "duties")]
        duties.append(sentence)
        return f"{post}/#{len(duties)}"

    def with_post_beside(self, post: str, sentence: str) -> tuple[str, str]:
        """Put a new post with one plain duty beside a post; return the name of the post and the address of the duty."""
        beside = self._roles.posts[post].value
        level = str(beside.level)
        new = {"id": "beside", "name": BESIDE[level], "level": level, "reports_to": [*beside.reports_to], "duties": [sentence]}
        self._data[f"{self._roles.folder}/posts/beside.yaml"] = {"post": new}
        return BESIDE[level], f"{self._roles.department.id}/beside/#1"

    def rewrite(self) -> None:
        """Write every file back, though nothing in it was changed."""
        for file in self._roles.data:
            self._of(file)

    def _of(self, file: str) -> Any:
        if file not in self._data:
            self._data[file] = deepcopy(self._roles.data[file])
        return self._data[file]


def _checked(texts: Mapping[str, str], families: Sequence[str]) -> Checked:
    """What `check` says of `texts`, when only the rules whose codes begin with one of `families` are asked: six times faster."""
    with patch.object(checking, "CHECKS", tuple(rule for rule in CHECKS if rule.code.startswith(tuple(families)))):
        return checking.check(texts)


@cache
def roles(folder: str) -> Roles:
    """Return the department in a folder of roles/."""
    return Roles(folder)


def rewordings() -> tuple[Rewording, ...]:
    """Return the duties reworded as an author would who has never seen them."""
    return tuple(Rewording(**each) for each in yaml.safe_load(REWORDINGS.read_text(encoding="utf-8"))["rewordings"])


def light_rewordings() -> tuple[Rewording, ...]:
    """Return the same duties with other words for the usual ones, as somebody rewords who copies from a neighbour."""
    return tuple(replace(each, reworded=_lightly(each.text)) for each in rewordings())


def _lightly(text: str) -> str:
    words = re.compile("|".join(sorted(map(re.escape, OTHER_WORDS), key=len, reverse=True)))
    return "负责" + words.sub(lambda match: OTHER_WORDS[match[0]], text)


def deletions(found: Roles) -> Iterator[Deletion]:
    """Yield every function and step of a department with all that holds it taken away, and whether `check` tells."""
    clean = found.checked(*NOBODY_HOLDS)
    before = {finding.fingerprint for finding in clean.report.findings}
    named = {row.address: {holder.post for holder in row.holders} for row in _needs(clean) if row.kind == "step"}
    nameless = Mutant(found)
    for address in found.places:
        if "/processes/" in address:
            nameless.without_parties(address)
    for row in _needs(nameless.checked(*NOBODY_HOLDS)):
        removed = found.holding(row)
        after = _without(found, row, removed)
        left = _row(after, row)
        once = told = outcome(row, after, before)
        while told == NOT and (more := found.holding(left, named.get(row.address, frozenset())) - removed):
            removed |= more
            after = _without(found, row, removed)
            left = _row(after, row)
            told = outcome(row, after, before)
        still = tuple(f"{each.address} {each.part} {each.confidence} [{each.words}] {each.text}" for each in left.holders)
        yield Deletion(found.department.id, row.kind, row.address, row.name, tuple(sorted(removed)), once, told, still)


def _without(found: Roles, row: Row, holders: Iterable[str]) -> Checked:
    mutant = Mutant(found)
    if row.kind == "step":
        mutant.without_parties(row.address)
    mutant.without(holders)
    return mutant.checked(*NOBODY_HOLDS)


def outcome(row: Row, after: Checked, before: Set[str]) -> str:
    """Return how a gap about `row` is told `after` a mutation; `before` are the fingerprints of what was told without it."""
    new = [finding for finding in after.report.findings if finding.fingerprint not in before and _is_gap_of(row, finding)]
    return TOLD if any(finding.severity >= WARNING for finding in new) else AS_INFO if new else NOT


def _row(checked: Checked, wanted: Row) -> Row:
    return next(row for row in _needs(checked) if row.address == wanted.address)


def _needs(checked: Checked) -> Iterator[Row]:
    return (row for row in checked.charts[0].rows if row.kind != "area")


def _is_gap_of(row: Row, finding: Finding) -> bool:
    """Whether a finding says that nobody holds what `row` asks for, by itself, beside another need, or by its area."""
    if finding.code not in NOBODY_HOLDS:
        return False
    if row.address in (finding.address, *(related.address for related in finding.related)):
        return True
    return finding.code == "GAP004" and finding.evidence.get("area") in {*row.areas, *(area.split(".")[0] for area in row.areas)}


def copies(found: Roles, wanted: Iterable[Rewording]) -> Iterator[Copy]:
    """Yield the reworded duties of a department, each copied to a peer, and whether `check` tells."""
    for each in wanted:
        if each.duty.split("/")[0] != found.department.id:
            continue
        post = "/".join(each.duty.split("/")[:2])
        peer = peer_of(found.department, found.posts[post])
        mutant = Mutant(found)
        if peer is not None:
            name, copied = peer.value.name, mutant.with_duty(peer.address, each.reworded)
        else:
            name, copied = mutant.with_post_beside(post, each.reworded)
        names = (found.posts[post].value.name, name)
        told = any(_is_overlap_of(copied, names, finding) for finding in _warnings(mutant.checked("OVL")))
        fields = found.duties[each.duty].model_fields_set - {"id", "text", "title"}
        kind = f"{'fields' if fields else 'plain'}, {'new post' if peer is None else 'peer'}"
        yield Copy(found.department.id, kind, each.duty, each.text, name, each.reworded, told)


def _is_overlap_of(copied: str, names: Sequence[str], finding: Finding) -> bool:
    """Whether an overlap rests on the duty at the address `copied` and names both posts. The duty is new, so is the finding."""
    if not finding.code.startswith("OVL"):
        return False
    said = str(finding.evidence.get("posts", "")) or finding.message.zh
    return copied in (finding.address, *(each.address for each in finding.related)) and all(f"“{name}”" in said for name in names)


def peer_of(department: Department, post: Placed[Post]) -> Placed[Post] | None:
    """Return the first post of the same level that is not in the line of `post` and not told apart by its group, or None."""
    lines = Lines(department)
    for other in sorted(department.active_posts, key=lambda placed: placed.address):
        groups = [each.value.group.by if each.value.group is not None else None for each in (post, other)]
        apart = None not in groups or not FREE.issuperset(groups)
        peer = other.address != post.address and other.value.level == post.value.level
        if peer and not apart and not lines.one_leads(post.address, other.address):
            return other
    return None


def unmutated(found: Roles) -> list[str]:
    """Return the gaps and overlaps that are told of a department as it is."""
    return [f"{finding.code} {finding.address} {finding.message.zh}" for finding in _warnings(found.checked("GAP", "OVL"))]


def _warnings(checked: Checked) -> list[Finding]:
    return [finding for finding in checked.report.findings if finding.severity >= WARNING]


class _Plain(yaml.CSafeLoader):
    """YAML as salesduty reads it: a date is a word."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _at(data: Any, path: Iterable[str | int]) -> Any:
    """What `path` leads to. A single entity, written without a list, stands where its list would."""
    for step in path:
        if isinstance(step, str):
            data = data[_key(data, step)]
        elif isinstance(data, list):
            data = data[step]
    return data


def _pruned(data: Any) -> Any:
    """`data` without the headings whose duties were all taken away."""
    if isinstance(data, dict):
        return {key: _pruned(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_pruned(each) for each in data if not _is_bare(each)]
    return data


def _is_bare(duty: Any) -> bool:
    """Whether a duty says nothing and heads nothing, even when all below it that is bare has gone."""
    if not isinstance(duty, dict) or _key(duty, "duties") not in duty or _key(duty, "text") in duty:
        return False
    return all(map(_is_bare, duty[_key(duty, "duties")]))


def _key(mapping: Mapping[str, Any], name: str) -> str:
    """Return the key of `mapping` that stands for the field `name`: itself, or what it is called in Chinese."""
    return next((key for key in mapping if name in spellings().get(key, ())), name)


def _written(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def share(several: Iterable[Deletion | Copy]) -> float:
    """Return the share that was told."""
    told = [each.told for each in several]
    return sum(told) / len(told) if told else 0.0


def shown(title: str, several: Sequence[Deletion | Copy]) -> str:
    """Return the shares: of all, of each department, of each kind."""
    groups: dict[str, list[Deletion | Copy]] = defaultdict(list)
    for each in several:
        groups[f"  {each.department}"].append(each)
    for each in several:
        groups[f"  {each.kind}"].append(each)
    lines = [f"{name}: {share(group):.2f} ({sum(each.told for each in group)} of {len(group)})" for name, group in groups.items()]
    return "\n".join([f"{title}: {share(several):.3f} ({sum(each.told for each in several)} of {len(several)})", *lines])


def failed(several: Iterable[Deletion | Copy]) -> str:
    """Return what was not told, with the sentences."""
    lines = []
    for each in several:
        if each.told:
            continue
        if isinstance(each, Copy):
            lines.append(f"- {each.address} → {each.peer}\n    {each.text}\n    {each.reworded}")
        else:
            lines.append(
                "\n    ".join(
                    (f"- {each.kind} {each.name} ({each.address}), {each.after_all}, {len(each.removed)} removed", *each.left)
                )
            )
    return "\n".join(lines)


def main() -> None:
    """Print the shares, and with -v what was not told; --record keeps the figures of a full run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("departments", nargs="*", help="folders of roles/; all unless given")
    parser.add_argument("-v", "--verbose", action="store_true", help="what was not told, with the sentences")
    parser.add_argument("--record", action="store_true", help="write record.json")
    given = parser.parse_args()
    chosen = [roles(folder) for folder in given.departments or FOLDERS]
    deleted = [each for found in chosen for each in deletions(found)]
    copied = [each for found in chosen for each in copies(found, rewordings())]
    lightly = [each for found in chosen for each in copies(found, light_rewordings())]
    clean = [each for found in chosen for each in unmutated(found)]
    thorough = [each.thorough for each in deleted]
    out = [shown("deletion", deleted), shown("thorough deletion", thorough)]
    out += [f"  told as info: {sum(each.once == AS_INFO for each in thorough)}"]
    out += [shown("copying", copied), shown("copying, lightly reworded", lightly), f"unmutated: {len(clean)} findings"]
    if given.verbose:
        out += [
            "",
            "thorough deletions not told",
            failed(thorough),
            "",
            "copies not told",
            failed(copied),
            "",
            "light copies not told",
            failed(lightly),
            "",
            "unmutated",
            *clean,
        ]
    sys.stdout.write("\n".join(out) + "\n")
    if given.record and not given.departments:
        kept = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
        kept["deletion"] = {"reached": _floor(share(deleted)), "target": 0.9}
        kept["thorough deletion"] = {"reached": _floor(share(thorough)), "target": 0.9}
        kept["copying"] = {"reached": _floor(share(copied)), "target": 0.9}
        kept["copying, lightly reworded"] = {"reached": _floor(share(lightly)), "target": 0.9}
        kept["unmutated"] = {"reached": len(clean), "target": 0}
        RECORD.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def _floor(figure: float) -> float:
    """Three decimals, never more than was reached."""
    return int(figure * 1000) / 1000


if __name__ == "__main__":
    main()
