"""KPIs told in words: in a sentence, in a list in one line, with lines below that say more of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from salesduty.intake.building.parts import KpiPart
from salesduty.intake.passage import Passage

_OPEN, _CLOSE = "（(【[“「《", "）)】]”」》"
_MORE_OR_LESS = r"[≥≤＞＜><=＝]+|不(?:低于|高于|少于|超过|大于|小于|得?[低高少多]于)|控制在|达到|大于|小于|高于|低于|达(?=\s*\d)"
_FIGURE = r"\d+(?:\.\d+)?\s*[%％分]"
_NAME = re.compile(
    rf"\s*([^，,：:；;（(。\s]{{2,30}}?)(?=\s*(?:[，,：:；;（(。\s]|$|{_MORE_OR_LESS}|(?<=[^\d.]){_FIGURE}[。.]?$))"
)
_BEHIND = re.compile(rf"[\s：:]*({_FIGURE})[。.]?$")
_FIELDS = (
    ("weight", re.compile(r"(?:权重|占比|比重|分值|配分|占)\s*[:：为]?\s*(\d+(?:\.\d+)?\s*[%％分]?)")),
    ("weight", re.compile(rf"[（(]\s*({_FIGURE})\s*[)）]")),
    ("target", re.compile(r"(?:目标值?|指标值|标准值|基准值)\s*[:：为是]?\s*([^，,；;。（）()]{1,30})")),
    ("target", re.compile(rf"^\s*((?:{_MORE_OR_LESS})[^，,；;。（）()]{{1,30}})")),
    ("cycle", re.compile(r"(?:考核周期|周期|频次)\s*[:：为]?\s*([^，,；;。（）()]{1,10})")),
    ("source", re.compile(r"(?:数据来源|信息来源)\s*[:：为]?\s*([^，,；;。（）()]{1,20})")),
    ("formula", re.compile(r"(?:计算公式|公式|计算方法|计算方式)\s*[:：为]?\s*([^；;。]{2,80})")),
)  # fmt: skip
_SCORING = re.compile(
    r"(?:评分标准|评分方法|计分方法|计分方式|计分标准|扣分标准|评分|考核标准)\s*[:：为]?\s*([^。]{2,120})|((?:每|未|低于|超过|少|出现)[^；;。，,]{1,40}[扣加减]\s*\d[^；;。]{0,20})"
)
_SAYS_MORE = re.compile(
    r"\s*(?:权重|占比|比重|分值|配分|目标值?|指标值|标准值|基准值|考核周期|周期|频次|数据来源|信息来源|计算公式|公式|计算方法|计算方式|评分标准|评分方法|计分方法|计分方式|计分标准|扣分标准|评分|考核标准|每|未|低于|超过|少于|出现|若|如|否则|达不到|完成|得|扣|加|减|满分|\d)"
)
_SHAPE = re.compile(
    r"(?:[\s，,、：:；;。（）()]|权重|占比|比重|分值|配分|占|目标值?|指标值|标准值|基准值|考核周期|周期|频次|数据来源|信息来源|计算公式|公式|计算方法|计算方式|"
    r"评分标准|评分方法|计分方法|计分方式|计分标准|扣分标准|评分|考核标准|[为是])+"
)
_MEASURES = tuple("率度数量额值润本用效比期")
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]\s*[。；;]?")
_ACTS = "扣加减得罚低高超差少多每"
_LONGEST = 20
_FEW_WORDS = 10
_FEWEST = 2
_ALL = 100


def told(text: Passage) -> list[KpiPart]:
    """Return the KPIs that a text tells, as in `A（40%）、B（60%）` or `A，权重40%，目标95%；B，…`."""
    whole: list[tuple[int, int]] = []
    for start, stop in _parted(text, "；;。"):
        piece = text.text[start:stop]
        if whole and (_SAYS_MORE.match(piece) or _NAME.match(piece) is None):
            whole[-1] = (whole[-1][0], stop)
        else:
            whole.append((start, stop))
    return [kpi for start, stop in whole for kpi in _listed(text.cut(start, stop).strip())]


def shapes(text: Passage, parts: Sequence[KpiPart]) -> Iterator[Passage]:
    """Yield what of a text only says which field follows: labels and marks between what `parts` have of it."""
    claimed = {at for part in parts for each in (part.name, *part.fields.values(), *part.scoring) for at in each.at}
    ends = [n for n, at in enumerate(text.at) if at in claimed]
    for start, stop in pairwise([-1, *ends, len(text)]):
        if stop - start > 1 and _SHAPE.fullmatch(text.text[start + 1 : stop]):
            yield text.cut(start + 1, stop)


def sounds(part: KpiPart) -> bool:
    """Whether what a plain line tells is a KPI: a figure or points go with it, it is called as they are, or is a few words."""
    said = bool(part.scoring or part.fields.keys() - {"definition"})
    return said or part.name.text.endswith(_MEASURES) or (not part.fields and len(part.name) <= _FEW_WORDS)


def says_more(text: str) -> bool:
    """Whether a line under a KPI begins as what is said of it does: 权重：40%, 每低于目标1%扣2分."""
    return _SAYS_MORE.match(text) is not None


def detailed(part: KpiPart, text: Passage) -> None:
    """Take in a line below a KPI."""
    before = (len(part.fields), len(part.scoring))
    _detail(part, text)
    if (len(part.fields), len(part.scoring)) == before:
        part.scoring.append(text)


def _parted(text: Passage, marks: str) -> list[tuple[int, int]]:
    """Return where the pieces of a text lie that `marks` outside of brackets part."""
    deep, cuts = 0, []
    for at, char in enumerate(text.text):
        if char in _OPEN:
            deep += 1
        elif char in _CLOSE:
            deep = max(0, deep - 1)
        elif char in marks and not deep:
            cuts.append(at)
    return [(start + 1, stop) for start, stop in pairwise([-1, *cuts, len(text)]) if text.text[start + 1 : stop].strip()]


def _listed(text: Passage) -> list[KpiPart]:
    """Return the KPIs of a list in one line without anything else, or the one that the text tells."""
    for mark in ("、", "，,", "、，,"):
        pieces = [text.cut(*each).strip() for each in _parted(text, mark)]
        if len(pieces) < _FEWEST or any(_SAYS_MORE.match(piece.text) for piece in pieces):
            continue
        parts = [_kpi(piece) for piece in pieces]
        if all("weight" in part.fields or "target" in part.fields for part in parts):
            return _shares(parts)
        if mark == "、" and _are_measures(pieces):
            return parts
    return [_kpi(text)]


def _are_measures(pieces: Sequence[Passage]) -> bool:
    """Whether pieces of a list are called as KPIs are, most of them."""
    few = all(len(piece) <= _LONGEST and not any(map(str.isdigit, piece.text)) for piece in pieces)
    return few and sum(piece.text.rstrip("等").endswith(_MEASURES) for piece in pieces) * 2 > len(pieces)


def _shares(parts: list[KpiPart]) -> list[KpiPart]:
    """Make bare figures behind the names weights where they add up to all."""
    bare = [part for part in parts if part.fields.keys() == {"target"} and re.fullmatch(_FIGURE, part.fields["target"].text)]
    if len(bare) == len(parts) and sum(float(part.fields["target"].text.rstrip("%％分 ")) for part in parts) == _ALL:
        for part in parts:
            part.fields["weight"] = part.fields.pop("target")
    return parts


def _kpi(text: Passage) -> KpiPart:
    """Return a KPI told in a sentence: the name, then weight, target, scoring and the rest as far as it says."""
    found = _NAME.match(text.text)
    if found is not None and (behind := _BEHIND.fullmatch(text.text, found.end(1))) is not None and found[1][-1] not in _ACTS:
        return KpiPart(text.cut(*found.span(1)), {"target": text.cut(*behind.span(1))})
    if found is None:
        return KpiPart(text)
    part, rest = KpiPart(text.cut(*found.span(1))), text.cut(found.end())
    _detail(part, rest)
    if part.fields or part.scoring or not rest.text.strip():
        return part
    words = rest.strip("：: 。；;")
    if rest.text.lstrip()[:1] in (":", "："):
        return KpiPart(part.name, {"definition": words} if words.text else {})
    return part if _BRACKETED.fullmatch(rest.text) else KpiPart(text.strip("。；; "))


def _detail(part: KpiPart, text: Passage) -> None:
    for key, pattern in _FIELDS:
        if key not in part.fields and (found := pattern.search(text.text)) is not None:
            part.fields[key] = text.cut(*found.span(1)).strip()
    if (scored := _SCORING.search(text.text)) is not None:
        which = 1 if scored.group(1) is not None else 2
        part.scoring.append(text.cut(*scored.span(which)).strip("。；;"))
