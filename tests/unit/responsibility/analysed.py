"""A department written in a few words, as the analysis sees it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.toolkit.check import analyse
from salesduty.toolkit.load import load

Posts = Mapping[str, Sequence[object] | Mapping[str, object]]


def department(posts: Posts, **fields: object) -> Responsibilities:
    """Return a department of `posts`: by name their duties, or all their fields."""
    (found,) = company({"销售部": posts}, **fields)
    return found


def company(departments: Mapping[str, Posts], **fields: object) -> tuple[Responsibilities, ...]:
    """Return departments of one company, by name."""
    files = {
        f"d{number}/department.yaml": json.dumps(
            {"department": {"id": f"d{number}", "name": name, "company": "示例公司", **fields}, "posts": _posts(posts)},
            ensure_ascii=False,
        )
        for number, (name, posts) in enumerate(departments.items())
    }
    return tuple(analyse(load(files)))


def _posts(posts: Posts) -> list[dict[str, object]]:
    return [{"name": name, **(said if isinstance(said, Mapping) else {"duties": said})} for name, said in posts.items()]
