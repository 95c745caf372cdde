"""Posts that are told apart by what they are there for: by group, by the scope in their names, by their names."""

from __future__ import annotations

from salesduty.model.post import Post
from salesduty.responsibility.parallel import names_alike
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.workspace.placed import Placed


def grouped_apart(one: Post, other: Post) -> bool:
    """Tell whether both posts stand in a group and the groups differ."""
    return one.group is not None and other.group is not None and one.group.value != other.group.value


def posts_apart(one: Placed[Post], other: Placed[Post], found: Responsibilities) -> bool:
    """Tell whether two posts of a department do the same for different parts of the business."""
    if grouped_apart(one.value, other.value) or names_alike(one.value.name, other.value.name):
        return True
    mine, theirs = found.seats[one.address], found.seats[other.address]
    return mine.scope.named != theirs.scope.named or mine.segments != theirs.segments
