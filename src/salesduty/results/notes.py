"""What a person should know about how a document was read: keys of `Draft.notes` with their words."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.results.wording import Text

NOTES: Mapping[str, Text] = {
    "encoding": Text("编码是 {words}", "its encoding is {words}"),
    "simplified": Text("繁体已转成简体", "turned into simplified characters"),
    "macros": Text("文件带有宏，没有运行，也没有导入", "it carries macros, which were neither run nor imported"),
}
"""A note without words here is for programs alone."""
