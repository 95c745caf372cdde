"""What a duty says, as the second place of a finding."""

from __future__ import annotations

from salesduty.responsibility.holdings import Holding
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Mention


def says(post: str, text: str) -> Text:
    """Return a sentence with the post that it stands in."""
    return Text(f"{quoted(post)}：{quoted(text)}", f"{quoted(post)}: {quoted(text)}")


def mention(holding: Holding) -> Mention:
    """Return the place of a duty with its post and its sentence."""
    return Mention(holding.place, says(holding.post.value.name, holding.text))
