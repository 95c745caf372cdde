"""Who leads whom: direct reports, across the departments of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.model.post import Post
from salesduty.results.place import Place
from salesduty.workspace.entities import Department, Placed, Workspace


@dataclass(frozen=True, slots=True)
class Team:
    """An active post, the department that it belongs to, and the active posts that report to it directly."""

    department: Department
    lead: Placed[Post]
    reports: tuple[Placed[Post], ...]

    @property
    def people(self) -> int:
        """How many people the reports are; a post without a headcount counts as one person."""
        return sum(1 if post.value.headcount is None else post.value.headcount for post in self.reports)


def teams(workspace: Workspace) -> Iterator[Team]:
    """Yield the team of every active post that others report to."""
    reports: dict[Place, dict[Place, Placed[Post]]] = {}
    for department in workspace.departments:
        for post in department.active_posts:
            for party in department.superiors(post):
                if party.post is not None and party.post.place != post.place:
                    reports.setdefault(party.post.place, {})[post.place] = post
    for department in workspace.departments:
        for lead in department.active_posts:
            if lead.place in reports:
                yield Team(department, lead, tuple(reports[lead.place].values()))
