"""The grades of an appraisal scheme as bounds that a score can be looked up in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from salesduty.model.appraisal import Grade
from salesduty.model.post import Post
from salesduty.responsibility.schemes import schemes
from salesduty.text.amounts import Interval, parse_interval
from salesduty.workspace.entities import Department, Placed


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade and the least score that earns it."""

    grade: Grade
    least: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The grades from the best down. `whole` says that they leave room between 94 and 95: a score is rounded before."""

    grades: tuple[Graded, ...]
    whole: bool


def scale(department: Department, post: Placed[Post]) -> Scale | None:
    """Return the grades of a post where every score has one and only one; else None, and people look for themselves.

    None as well where several schemes have grades: which one counts is not written.
    """
    written = [placed.value.grades for placed in schemes(department, post) if placed.value.grades]
    return _tiled(written[0]) if len(written) == 1 else None


def _tiled(grades: Sequence[Grade]) -> Scale | None:
    """The grades as a scale, if each begins where the one below it ends."""
    spans = [(parse_interval(grade.score.replace("分", "")) if grade.score else None, grade) for grade in grades]
    if any(span is None or (span.low is not None and not span.low_in) for span, _ in spans):
        return None
    known = sorted(((span, grade) for span, grade in spans if span is not None), key=lambda each: _least(each[0]), reverse=True)
    joints = [_joint(above, below) for (above, _), (below, _) in pairwise(known)]
    top, bottom = known[0][0], known[-1][0]
    if None in joints or (top.high is not None and top.high < 100) or _least(bottom) > 0:
        return None
    return Scale(tuple(Graded(grade, _least(span)) for span, grade in known), whole=True in joints)


def _joint(above: Interval, below: Interval) -> bool | None:
    """Whether only whole scores are covered by both; None where they overlap or leave more out."""
    if above.low is None or below.high is None:
        return None
    if above.low == below.high and not below.high_in:
        return False
    both_whole = above.low == int(above.low) and below.high == int(below.high)
    return True if both_whole and below.high_in and above.low - below.high == 1 else None


def _least(span: Interval) -> float:
    return float(span.low or 0)
