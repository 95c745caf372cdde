"""Posts by the names that tables have for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salesduty.intake.building.parts import PostPart
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.passage import Passage

_SHORTEST = 2
_COUNTED = re.compile(r"\s*[(（]?\s*\d+\s*[人名位]\s*[)）]?\s*$")


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of a document so far."""

    posts: list[PostPart]
    lexicon: Lexicon

    def named(self, name: Passage, department: Passage | None) -> PostPart:
        """Return the post called `name`, a new one where there is none. A name may be short for one: 客服 for 客服（一线）."""
        counted = _COUNTED.search(name.text)
        count = name.cut(counted.start()).strip("()（） ") if counted and counted.start() else None
        name = name.cut(0, counted.start()).strip() if counted and counted.start() else name.strip()
        post = self.known(name.text)
        if post is None:
            post = PostPart(name)
            self.posts.append(post)
        if department is not None:
            post.fields.setdefault("department", [department])
        if count is not None:
            post.fields.setdefault("headcount", [count])
        return post

    def known(self, name: str) -> PostPart | None:
        """Return the post called `name`, or the only one whose name begins with it, if there is one."""
        wanted = "".join(name.split())
        names = [("".join(post.name.text.split()), post) for post in self.posts]
        same = [post for each, post in names if each == wanted]
        if same:
            return same[-1]
        longer = [post for each, post in names if len(wanted) >= _SHORTEST and each.startswith(wanted)]
        return longer[0] if len(longer) == 1 and not wanted.endswith(self.lexicon.endings) else None
