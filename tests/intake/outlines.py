"""Outlines made up by chance, printed as people print them, and what the units say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from salesduty.intake.items import Unit, units
from salesduty.intake.manuscript import Line
from salesduty.intake.noise import Clean
from salesduty.intake.passage import Passage
from salesduty.toolkit.importing import lexicon

WORDS = lexicon()
_HAN = "一二三四五六七八九"
_VERBS = ("负责", "组织", "编制", "审核", "每周汇总", "协助经理完成", "跟进", "定期分析", "监督", "建立并维护")
_THINGS = (
    "客户档案",
    "年度、季度计划",
    "3-5家门店的巡检",
    "QC-S报告1的数据",
    "1.5倍库存",
    "8:30前的晨会",
    "ISO9001体系文件",
    "5年以上的合同",
    "《展厅5S管理表》",
    "周一、周二的排班",
    "回款率95%以上的客户",
    "报表(含附件2)",
    "2#5#设备",
    "24小时内的投诉",
    "样品与资料",
    "第2页的清单",
)
_HEADS = ("信息沟通", "市场开发", "货款监控", "团队建设与管理", "现场服务", "安全与卫生", "资料归档", "成本控制")


def han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _HAN[tens - 1] + "十") + (_HAN[ones - 1] if ones else "")


STYLES: dict[str, Callable[[Sequence[int]], str]] = {
    "一、": lambda path: f"{han(path[-1])}、",
    "（一）": lambda path: f"（{han(path[-1])}）",
    "1、": lambda path: f"{path[-1]}、",
    "1.": lambda path: f"{path[-1]}.",
    "1．": lambda path: "".join(chr(ord(digit) + 0xFEE0) for digit in str(path[-1])) + "．",
    "(1)": lambda path: f"({path[-1]})",
    "1）": lambda path: f"{path[-1]}）",
    "①": lambda path: chr(ord("①") + path[-1] - 1),
    "⑴": lambda path: chr(ord("⑴") + path[-1] - 1),
    "A.": lambda path: f"{chr(64 + path[-1])}.",
    "第一条": lambda path: f"第{han(path[-1])}条 ",
    "8.1": lambda path: ".".join(map(str, (8, *path))),
    "●": lambda path: "● ",
}
_KINS = ({"1、", "1.", "1．"}, {"(1)", "1）"}, {"①"}, {"⑴"}, {"A."}, {"第一条"}, {"一、"}, {"（一）"}, {"8.1"}, {"●"})
OUTER = ("一、", "（一）", "1、", "1.", "第一条", "8.1")
INNER = ("（一）", "1、", "1.", "1．", "(1)", "1）", "①", "⑴", "A.", "8.1", "●")


@dataclass(frozen=True)
class Item:
    text: str
    children: tuple[Item, ...] = ()


def outline(chance: Random, levels: int) -> tuple[Item, ...]:
    """Return items, those that have others below them named by a heading."""
    found = []
    for _ in range(chance.randint(3, 12 if levels == 1 else 4)):
        if levels > 1 and chance.random() < 0.7:
            found.append(Item(chance.choice(_HEADS), outline(chance, levels - 1)))
        else:
            found.append(Item(chance.choice(_VERBS) + chance.choice(_THINGS) + chance.choice(("", "，确保按时完成", "并报经理"))))
    return tuple(found)


def styles(chance: Random, levels: int) -> tuple[str, ...]:
    """Return how each level is counted, no two alike."""
    found: list[str] = []
    while len(found) < levels:
        style = chance.choice(OUTER if not found else INNER)
        kin = next(kin for kin in _KINS if style in kin)
        if not any(each in kin for each in found) and (style != "8.1" or not found):
            found.append(style)
    return tuple("8.1" if found[0] == "8.1" else each for each in found)


def printed(items: Sequence[Item], levels: Sequence[str], *, end: str, gap: str, path: tuple[int, ...] = ()) -> Iterator[str]:
    """Yield the items as they would be printed, each with `end` behind it; a heading has none."""
    for number, item in enumerate(items, 1):
        place = (*path, number)
        yield STYLES[levels[len(path)]](place) + gap + item.text + ("" if item.children else end)
        yield from printed(item.children, levels, end=end, gap=gap, path=place)


def flat(items: Sequence[Item], depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield depth and text of all items."""
    for item in items:
        yield depth, item.text
        yield from flat(item.children, depth + 1)


def clean(text: str) -> list[Clean]:
    """Return the lines of a text as they come out of a reader."""
    lines, at, blank = [], 0, False
    for number, each in enumerate(text.split("\n"), 1):
        if each.strip():
            lines.append(Clean(Line(each, number, blank=blank), Passage(each, range(at, at + len(each)))))
            at += len(each)
        blank = not each.strip()
    return lines


def read(text: str) -> tuple[Unit, ...]:
    """Return the units of a text."""
    return units(clean(text), WORDS)


def counted(found: Sequence[Unit]) -> list[tuple[int, str]]:
    """Return depth and text of what is counted."""
    return [(unit.depth, unit.body.text) for unit in found if unit.family]


def agreement(pairs: Sequence[tuple[Sequence[tuple[int, str]], Sequence[tuple[int, str]]]]) -> tuple[float, float]:
    """Return precision and recall of what was found against what was meant."""
    right = sum((Counter(meant) & Counter(found)).total() for meant, found in pairs)
    return right / sum(len(found) for _, found in pairs), right / sum(len(meant) for meant, _ in pairs)
