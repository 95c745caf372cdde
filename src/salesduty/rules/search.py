"""Find rules by their code, their name, or words that they use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from salesduty.rules.families import FAMILIES, Family
from salesduty.rules.rule import Rule
from salesduty.text.nearest import nearest
from salesduty.text.normal import normal

_CODE = re.compile(r"([a-z]{3,8})[-_ ]?(\d{1,3})")
_PIECES = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+")
_MOST_ASKED = 200
# What a rule says matters more than why it says so, which talks of everything around it.
_SAID, _REMEDY, _REASON = 3.0, 1.5, 1.0
_WHOLE = 3.0
_ALIKE = 0.6
# Pairs of characters that stand across two words are found nowhere, so that less is asked of Chinese.
_LEAST_SHARE, _LEAST_SHARE_OF_LATIN = 0.5, 0.6
_LEAST_OF_BEST = 0.6
_FAMILIAR = frozenset(
    ("the", "of", "is", "in", "an", "and", "or", "to", "it", "no", "not", "for", "by", "has", "are", "be", "that")
)


def called(asked: str, rules: Sequence[Rule]) -> Rule | None:
    """Return the rule whose code or name is `asked`, however it is spelt: `WRD004`, `wrd4`, `bare-manage`."""
    words = normal(asked).strip().lower()
    code = _CODE.fullmatch(words)
    wanted = f"{code[1].upper()}{int(code[2]):03}" if code else ""
    name = re.sub(r"[\s_]+", "-", words)
    return next((rule for rule in rules if rule.code == wanted or rule.name == name), None)


def family_called(asked: str) -> Family | None:
    """Return the family whose prefix, title or other name is `asked`."""
    words = normal(asked).strip().lower()
    for family in FAMILIES:
        if words in (family.prefix.lower(), family.title.zh, family.title.en.lower(), *family.words):
            return family
    return None


def found_by_words(asked: str, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules that use the words of `asked` in what they say, in their remedy or in their reason, best first."""
    wanted = _pieces(asked[:_MOST_ASKED])
    if not wanted:
        return ()
    scored = sorted((-_score(asked, wanted, rule), rule.code, rule) for rule in rules)
    best = -scored[0][0] if scored else 0.0
    return tuple(rule for score, _, rule in scored if score < 0 and -score >= best * _LEAST_OF_BEST)


def near(asked: str, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Return the codes, names and families that look like `asked`."""
    words = asked.strip()
    known = [rule.code for rule in rules] if _CODE.fullmatch(words.lower()) else [rule.name for rule in rules]
    titles = (
        each for family in FAMILIES for each in (family.prefix, *(word for word in family.words if word != family.prefix.lower()))
    )
    return nearest(words.upper() if words.isascii() and words.isupper() else words, [*known, *titles], cutoff=_ALIKE)


def _score(asked: str, wanted: Set[str], rule: Rule) -> float:
    """How well a rule answers: the share of the pieces that it uses, each as much as the place where it stands counts."""
    weights = _weights(rule)
    share = sum(piece in weights for piece in wanted) / len(wanted)
    if share < (_LEAST_SHARE_OF_LATIN if asked.isascii() else _LEAST_SHARE):
        return 0.0
    return _whole(normal(asked).strip().lower(), rule) + sum(weights.get(piece, 0.0) for piece in wanted) / len(wanted)


def _whole(words: str, rule: Rule) -> float:
    """What it adds that the words stand together, in the order in which they were asked."""
    if words in _said(rule):
        return _WHOLE
    rest = normal(" ".join((rule.fix.zh, rule.fix.en, rule.why.zh, rule.why.en))).lower()
    return _WHOLE / 2 if words in rest else 0.0


def _weights(rule: Rule) -> Mapping[str, float]:
    remedy = f"{rule.fix.zh} {rule.fix.en}"
    reason = f"{rule.why.zh} {rule.why.en}"
    weights: dict[str, float] = {}
    for words, weight in ((reason, _REASON), (remedy, _REMEDY), (_said(rule), _SAID)):
        weights.update(dict.fromkeys(_pieces(words), weight))
    return weights


def _said(rule: Rule) -> str:
    """What the rule says of its examples, and its name; what stands between quotation marks belongs to the example."""
    finds = (find for example in rule.bad for find in example.finds)
    said = " ".join((rule.name.replace("-", " "), rule.message.zh, rule.message.en, *finds))
    return normal(re.sub(r"“[^”]*”|\{\w+\}", "“”", said)).lower()


def _pieces(words: str) -> Set[str]:
    """What can be compared: Latin words, and pairs of neighbouring Chinese characters."""
    pieces: set[str] = set()
    for piece in _PIECES.findall(normal(words).lower()):
        if piece.isascii():
            pieces.add(piece.rstrip("s") if len(piece) > 3 else piece)
        else:
            pieces.update(piece[index : index + 2] for index in range(max(1, len(piece) - 1)))
    return pieces - _FAMILIAR
