"""What `--fix` has done, for people: the diff, or a line for each file and what else could be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from salesduty.reporters.columns import wrapped
from salesduty.reporters.edited import LEFT, diff
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.fixed import ID, Fixed
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_FILE = Text("已修正 {file}：{what}", "fixed {file}: {what}")
_WOULD = Text("会修正 {file}：{what}", "would fix {file}: {what}")
_ALONE = Text("没有改 {file}：{why}", "left {file} alone: {why}")
_TIMES = Text("{name} {count} 处", "{name} ({count})")
_IDS = Text("补编号 {count} 个", "ids given ({count})")
_BETWEEN = Text("，", ", ")
_NOTHING = Text("没有可以自动修正的地方", "nothing that can be fixed automatically")
_MORE = Text(
    "另有 {count} 处加 --unsafe-fixes 也能修正，但会改动内容；请先加 --diff 看一遍",
    "{count} more can be fixed with --unsafe-fixes, which may change what is meant; look at it with --diff first",
)
_NO_IDS = Text(
    "编号让修改对比、签字和往来认得出每一条职责，改了措辞也不变；不想补，请加 --no-ids",
    "ids tell each duty in comparisons and signatures, whatever its words become; for none of them, add --no-ids",
)
_LONGEST_PATH = 200


def differences(fixed: Fixed, look: Look) -> Iterator[Piece]:
    """Yield what would change in every file, as a unified diff."""
    for edited in fixed.files:
        yield from diff(edited, look)


def told(fixed: Fixed, look: Look) -> Iterator[Piece]:
    """Yield which rules were satisfied in which file, which files were left alone and why, and what else could be done."""
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for done in fixed.kept():
        counts.setdefault(done.file, Counter())[done.code, done.name] += 1
    for edited in fixed.files:
        file = one_line(edited.file, _LONGEST_PATH)
        if edited.left:
            yield from _line(_ALONE.filled({"file": file, "why": LEFT[edited.left]}), look, "warning")
        else:
            what = _BETWEEN.within(look.lang).join(_times(*each, look) for each in sorted(counts.get(edited.file, {}).items()))
            yield from _line((_FILE if fixed.writing else _WOULD).filled({"file": file, "what": what}), look, "good")
    if not fixed.files:
        yield from _line(_NOTHING, look, "quiet")
    if any(done.code == ID for done in fixed.kept()):
        yield from _line(_NO_IDS, look, "quiet")
    if fixed.more:
        yield from _line(_MORE.filled({"count": fixed.more}), look, "quiet")


def _times(rule: tuple[str, str], count: int, look: Look) -> str:
    code, name = rule
    said = _IDS if code == ID else _TIMES
    return said.filled({"name": f"{code} {name}", "count": count}).within(look.lang)


def _line(text: Text, look: Look, style: Style) -> Iterator[Piece]:
    for line in wrapped(harmless(text.within(look.lang), look.encoding), look.columns):
        yield Piece(harmless_line(line) + "\n", style)
