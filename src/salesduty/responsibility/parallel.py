"""Posts and duties made after one pattern, with another region, product or kind of customer put in: no conflict.

Who copies a sentence for a second post and changes one word of it divides the work; who writes the same thing
independently chooses other words throughout. So a high likeness with a replaced noun speaks against a conflict.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from salesduty.text.normal import normal

_TITLE = re.compile(
    r"(?:工程师|设计师|总监|总经理|经理|主管|主任|专员|代表|助理|顾问|组长|队长|班长|店长|文员|员|岗|师|老师|内勤|负责人|"
    r"销售)+$"
)
_BRACKET = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_LINES = frozenset("线组区店片")
"""What a team or a line of business is called after: 肿瘤线代表 and 心血管线代表."""
_NUMBERING = re.compile(r"(?:职责|岗位|第|版本|方案)?[一二三四五六七八九十\d甲乙丙丁A-Z]*(?:号|岗|组|级)?")
_HAN = re.compile(r"[\u4e00-\u9fffA-Z]")
_PATTERN = 0.45
"""Likeness from which two sentences may be one pattern: nearly half of their characters agree in order."""
_LETTER = 0.8
"""Likeness from which a single replaced character tells them apart: 东城 and 西城."""
_MOST_ADDED = 0.2
"""Share of the shorter sentence that one may have beyond the other; who rewords adds and leaves out more."""
_LONGEST = 400
"""Characters beyond which nobody copies a sentence for one noun."""
_LOPSIDED = 3
"""A replaced part so many times as long as what it replaces is no other noun in its place, but another wording."""


@lru_cache(maxsize=4096)
def names_alike(one: str, other: str) -> bool:
    """Tell whether two posts differ by name only in what they are for: 区域经理(胶东) and 区域经理(鲁南)."""
    if one == other:
        return False
    first, second = normal(one), normal(other)
    mine, theirs = _purposes(first), _purposes(second)
    bare_one, bare_other = _BRACKET.sub("", first), _BRACKET.sub("", second)
    if mine and theirs and mine != theirs:
        return True
    core_one, core_other = _TITLE.sub("", bare_one), _TITLE.sub("", bare_other)
    if bare_one[len(core_one) :] != bare_other[len(core_other) :]:
        return False
    shared = _common_end(core_one, core_other)
    least = 1 if core_one[-1:] in _LINES else 2
    return shared >= least and len(core_one) > shared and len(core_other) > shared


def _purposes(name: str) -> list[str]:
    """What stands in the brackets of a name, unless it only numbers the posts."""
    return [words for words in _BRACKET.findall(name) if not _NUMBERING.fullmatch(words)]


def sentences_alike(one: str, other: str) -> bool:
    """Tell whether one sentence is the other with nouns replaced. Both are normalised; equal ones are not meant."""
    if one == other or max(len(one), len(other)) > _LONGEST:
        return False
    one, other = sorted((one, other))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _PATTERN or matcher.quick_ratio() < _PATTERN or (likeness := matcher.ratio()) < _PATTERN:
        return False
    replaced: list[tuple[int, int]] = []
    added = 0
    for operation, a, b, c, d in matcher.get_opcodes():
        mine, theirs = len(_HAN.findall(one, a, b)), len(_HAN.findall(other, c, d))
        if mine and theirs and operation == "replace":
            replaced.append((mine, theirs))
        elif operation != "equal":
            added += mine + theirs
    if added > _MOST_ADDED * min(len(one), len(other)) or any(max(pair) > _LOPSIDED * min(pair) for pair in replaced):
        return False
    shortest = 1 if likeness >= _LETTER else 2
    return any(min(pair) >= shortest for pair in replaced)


def _common_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length
