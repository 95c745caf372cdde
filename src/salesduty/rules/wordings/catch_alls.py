"""The catch-all duties of posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesduty.model.choices import DutyKind
from salesduty.model.duty import Duty
from salesduty.text.catch_all import CATCH_ALL, is_catch_all
from salesduty.workspace.entities import Department
from salesduty.workspace.sentences import Sentence

_SAID = (DutyKind.catch_all.value, *DutyKind.catch_all.words)
"""What a file holds that declares a catch-all."""


def catch_alls(department: Department) -> Iterator[Sentence]:
    """Yield the duties of posts that are said to be a catch-all, or worded as one and not said to be anything else."""
    worded = {sentence.at for sentence in department.sentences.holding(CATCH_ALL) if is_catch_all(sentence.normal)}
    said = any(file.text is not None and any(word in file.text for word in _SAID) for file in department.files)
    for sentence in department.sentences if said or worded else ():
        if sentence.post is None or sentence.work.duties:
            continue
        kind = sentence.work.kind
        if kind is DutyKind.catch_all or (kind is None and sentence.at in worded):
            yield sentence


def siblings(sentence: Sentence) -> Sequence[Duty]:
    """Return the duties that stand behind the one of `sentence` in the same list of its post."""
    if sentence.post is None:
        return ()
    *above, last = (step for step in sentence.item.path[len(sentence.post.place.path) :] if isinstance(step, int))
    duties = sentence.post.value.duties
    for index in above:
        duties = duties[index].duties
    return duties[last + 1 :]
