"""Posts by the names that tables have for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from salesduty.intake.building.parts import PostPart
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.passage import Passage

_SHORTEST = 2
_COUNTED = re.compile(r"(?<!\s)\s*+(?:[(（]\s*+)?(?<!\d)\d++\s*+[人名位]\s*+[)）]?\s*+$")


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
        wanted = _bare(name)
        same = next((post for post in reversed(self.posts) if _bare(post.name.text) == wanted), None)
        if same is not None:
            return same
        longer = [post for post in self.posts if len(wanted) >= _SHORTEST and _bare(post.name.text).startswith(wanted)]
        return longer[0] if len(longer) == 1 and not wanted.endswith(self.lexicon.endings) else None


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """A name without white space; asked for again and again, row after row."""
    return "".join(name.split())
