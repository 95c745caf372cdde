"""A file as it would be: its diff for a terminal, and why a file was left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesduty.reporters.harmless import harmless, harmless_line
from salesduty.reporters.look import Look, Piece, Style
from salesduty.results.suggestion import Edited, Why
from salesduty.results.wording import Text
from salesduty.text.visible import visible

LEFT: Mapping[Why, Text] = {
    "alias": Text("这里用了 YAML 别名，请手工改", "a YAML alias stands here; edit it by hand"),
    "lines": Text("这句用 | 或 > 写成多行，请手工改", "the sentence stands behind | or >; edit it by hand"),
    "taken": Text("这个字段已经有值，请手工核对", "the field has a value already; look at it yourself"),
    "nowhere": Text("文件里找不到这一处，请手工改", "the place cannot be found in the file; edit it by hand"),
    "unsure": Text("改了会影响别处，请手工改", "an edit would change something else as well; do it by hand"),
    "encoding": Text("文件的编码没法原样写回，请先另存为 UTF-8", "its encoding cannot be kept; save it as UTF-8 first"),
    "changed": Text("文件刚被改过，请再运行一次", "the file has changed meanwhile; run again"),
    "unwritable": Text("没有权限写这个文件，或正被别的程序打开", "the file may not be written, or another program holds it"),
}

_ADDED, _TAKEN, _HEAD = "+", "-", "@@"


def diff(edited: Edited, look: Look) -> Iterator[Piece]:
    """Yield the diff of `edited`, as `patch` and `git apply` take it where the file is plain."""
    for line in edited.diff.removesuffix("\n").split("\n"):
        shown = harmless(visible(line.removesuffix("\r")), look.encoding)
        style: Style = "quiet"
        if line.startswith(("---", "+++")):
            style = "strong"
        elif line.startswith(_ADDED):
            style = "good"
        elif line.startswith(_TAKEN):
            style = "error"
        elif line.startswith(_HEAD):
            style = "code"
        yield Piece(harmless_line(shown) + "\n", style)
