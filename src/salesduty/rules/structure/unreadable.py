"""STR010: a file that cannot be read as text."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

_REASONS = {
    "permission": Text("没有读取这个文件的权限", "there is no permission to read this file"),
    "special": Text("这不是普通文件", "this is no ordinary file"),
    "link": Text("这个链接指向文件夹以外", "this link leads out of the folder"),
}
_FAILED = Text("磁盘或网络出错，文件读不出来", "the disk or the network failed while the file was read")


def _cannot_read(values: Mapping[str, object]) -> Text:
    """The words for the reason that the disk gave."""
    return _REASONS.get(str(values["reason"]), _FAILED)


RULE = Rule(
    code="STR010",
    name="unreadable",
    severity=ERROR,
    kinds={
        "undecodable": Text(
            "文件里有不属于文字的内容（字节 {byte}），既不是 UTF-8 也不是 GBK",
            "the file holds what is no text (byte {byte}), neither UTF-8 nor GBK",
        ),
        "control-character": Text(
            "文字里夹着一个看不见的控制字符（{character}）",
            "an invisible control character ({character}) stands in the text",
        ),
        "cannot-read": _cannot_read,
    },
    message=Text(zh="{what}，没有读", en="{what}; it has not been read"),
    why=Text(
        zh="文件读不出来，里面的岗位和职责就不会参加检查，别处提到它们的地方也查不到人。",
        en="The posts and duties in the file are neither checked nor printed, and whoever refers to them finds nobody.",
    ),
    fix=Text(
        zh="用记事本或 VS Code 打开，删掉乱码和看不见的字符，另存为 UTF-8；打不开时先确认它是岗位文件，并且自己有权限读它。",
        en="Open it in Notepad or VS Code, delete the garbage and save it as UTF-8. If it does not open, make sure that it is "
        "a file of posts and that you may read it.",
    ),
    good=(Example("post:\n  name: 销售代表\n"), Example("post:\n  name: 销售代表\n".encode("utf-16"))),
    bad=(
        Example(
            b"post:\n  name: \xff\xfe\n",
            finds=("2:9 文件里有不属于文字的内容（字节 0xFF），既不是 UTF-8 也不是 GBK，没有读",),
        ),
        Example("post:\n  name: 销售\x07代表\n", finds=("2:11 文字里夹着一个看不见的控制字符（U+0007），没有读",)),
    ),
)
