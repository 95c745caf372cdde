"""What the rules of all pairs have in common: which posts hold both sides, and how that is said."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.model.separation import Separation, Side
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.responsibility.separation import Both, both
from salesduty.results.finding import ERROR, INFO, WARNING, Severity
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Example, Hit, Judgement, Mention, Rule
from salesduty.rules.says import says
from salesduty.rules.weight import weight
from salesduty.settings.settings import Settings

MESSAGE = Text(zh="“{post}”{what}：{reason}", en="“{post}” {what}: {reason}")
FIX = Text(
    zh="把其中一件事交给别的岗位{to}；人手实在分不开的，在部门的“豁免”（waivers）里写明理由、批准人、有效期和替代控制（control）{control}。",
    en="Give one of the two to another post{to}. Where there are too few people, write a waiver (`waivers`) with its reason, "
    "approver, last day and the `control` that makes up for it{control}.",
)
_SEVERITIES: dict[str, Severity] = {"error": ERROR, "warning": WARNING, "info": INFO}


def rule_of(
    code: str, name: str, pair: str, why: Text, source: Text, good: tuple[Example, ...], bad: tuple[Example, ...]
) -> Rule:
    """Return the rule about the pair called `pair` in the vocabulary."""
    return Rule(
        code=code,
        name=name,
        severity=WARNING,
        judge=judging(pair),
        message=MESSAGE,
        why=why,
        fix=FIX,
        good=good,
        bad=bad,
        source=source,
    )


def judging(name: str) -> Judgement:
    """Return what finds the posts that hold both sides of the pair called `name` in the vocabulary."""

    def judge(found: Responsibilities, settings: Settings) -> Iterator[Hit]:
        """Yield one hit for each post that holds both sides."""
        pair = found.vocabulary.separations.get(name)
        if pair is not None:
            yield from hits(pair, found, settings)

    return judge


def hits(pair: Separation, found: Responsibilities, settings: Settings) -> Iterator[Hit]:
    """Yield one hit for each post that holds both sides of `pair`.

    What holds of a general pair, such as to draw up and to review a thing, is left to the pair that is about just this.
    """
    several = tuple(both(pair, found))
    told = _told_more_closely(found) if pair.same and several else frozenset()
    for each in several:
        if (each.post.address, frozenset((each.one.place, each.other.place))) not in told:
            yield _hit(each, found, settings)


def _told_more_closely(found: Responsibilities) -> frozenset[tuple[str, frozenset[object]]]:
    """The duties that pairs about something in particular tell of, by post."""
    pairs = (pair for pair in found.vocabulary.separations.values() if not pair.same)
    return frozenset(
        (each.post.address, frozenset[object]((each.one.place, each.other.place))) for pair in pairs for each in both(pair, found)
    )


def _hit(each: Both, found: Responsibilities, settings: Settings) -> Hit:
    pair = each.pair
    related = (
        (Mention(each.other.place, says(each.post.value.name, each.other.text)),) if each.one.place != each.other.place else ()
    )
    control = Text(f"，例如：{pair.control}", f", such as: {pair.control_en or pair.control}") if pair.control else Text("", "")
    return Hit(
        each.one.place,
        {
            "post": each.post.value.name,
            "pair": pair.id,
            "what": _what(each),
            "reason": Text(pair.reason, pair.reason_en or pair.reason),
            "to": _to(each),
            "control": control,
        },
        related,
        severity=_severity(each, found, settings),
        consequence=weight(facet for deed in (each.one, each.other) for facet in deed.claim.facets),
    )


def _what(each: Both) -> Text:
    """Both things with the words that say so, once where one sentence says both."""
    one, other = _named(each.pair.one), _named(each.pair.other)
    first, second = quoted(each.one.text), quoted(each.other.text)
    if first == second:
        return Text(f"既{one.zh}又{other.zh}（{first}）", f"both {one.en} and {other.en} ({first})")
    return Text(f"既{one.zh}（{first}）又{other.zh}（{second}）", f"both {one.en} ({first}) and {other.en} ({second})")


def _named(side: Side) -> Text:
    return Text(side.name, side.name_en or side.name)


def _to(each: Both) -> Text:
    """Who has one of the two already, and could have it for this post as well."""
    if not each.others:
        return Text("", "")
    post, first = each.others[0]
    side, name = _named(each.pair.one if first else each.pair.other), quoted(post.value.name)
    return Text(f"，例如已经在{side.zh}的{name}", f", such as {name}, who {side.en} already")


def _severity(each: Both, found: Responsibilities, settings: Settings) -> Severity:
    """That of the pair; one less where another post makes up for it, or where hardly anybody is there to share with."""
    severity = _SEVERITIES[each.pair.severity]
    small = len(found.department.active_posts) <= settings.fewest_posts_to_separate
    return Severity(max(severity - 1, INFO)) if each.eased or small else severity
