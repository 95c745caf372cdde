"""What `fmt` has done, for people: the diff, or a line for each file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesduty.reporters.columns import wrapped
from salesduty.reporters.edited import LEFT, diff
from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.formatted import Formatted
from salesduty.results.wording import Text
from salesduty.text.visible import one_line

_DONE, _WOULD = Text("已整理 {file}", "formatted {file}"), Text("会整理 {file}", "would format {file}")
_ALONE = Text("没有改 {file}：{why}", "left {file} alone: {why}")
_WHY: Mapping[str, Text] = {
    "unreadable": Text("文件读不懂，请先运行 salesduty lint 改正", "it cannot be read; run salesduty lint first and mend it"),
    "unsure": Text("不能保证整理后内容一字不差，请手工整理", "it is not certain that nothing would be lost; format it by hand"),
}
_TOTAL = Text("看了 {looked} 个文件，整理了 {count} 个", "looked at {looked} files, formatted {count}")
_TOTAL_WOULD = Text("看了 {looked} 个文件，要整理 {count} 个", "looked at {looked} files, {count} to be formatted")
_LONGEST_PATH = 200


def differences(done: Formatted, look: Look) -> Iterator[Piece]:
    """Yield what would change in every file, as a unified diff."""
    for edited in done.files:
        yield from diff(edited, look)


def told(done: Formatted, look: Look) -> Iterator[Piece]:
    """Yield which files were formatted, which were left alone and why, and how many there are."""
    for edited in done.files:
        file = one_line(edited.file, _LONGEST_PATH)
        if edited.left:
            yield from _line(_ALONE.filled({"file": file, "why": LEFT[edited.left]}), look, "warning")
        else:
            yield from _line((_DONE if done.writing else _WOULD).filled({"file": file}), look, "good")
    for left in done.left:
        yield from _line(_ALONE.filled({"file": one_line(left.file, _LONGEST_PATH), "why": _WHY[left.why]}), look, "warning")
    count = sum(not edited.left for edited in done.files)
    total = _TOTAL if done.writing else _TOTAL_WOULD
    yield from _line(total.filled({"looked": done.looked, "count": count}), look, "quiet")


def _line(text: Text, look: Look, style: Style) -> Iterator[Piece]:
    for line in wrapped(harmless(text.within(look.lang), look.encoding), look.columns):
        yield Piece(harmless_line(line) + "\n", style)
