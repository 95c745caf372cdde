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
_HOW = {
    "permission": Text(
        "请文件的主人或管理员给你读取的权限，再检查一次。",
        "Ask its owner or an administrator for the right to read it, and check again.",
    ),
    "special": Text(
        "把它移出这个文件夹；需要检查的岗位文件，换成普通文件放在这里。",
        "Move it out of this folder, and put an ordinary file here if there are posts to be checked.",
    ),
    "link": Text(
        "把链接指向的文件复制到这个文件夹里，代替这个链接。",
        "Put a copy of the file that it leads to into this folder, in place of the link.",
    ),
}
_TRY_AGAIN = Text(
    "确认磁盘或网络盘连接正常，再检查一次；仍然读不出来的，请管理员处理。",
    "Make sure that the disk or the network drive is connected and check again; if that fails, ask an administrator.",
)


def _cannot_read(values: Mapping[str, object]) -> Text:
    """The words for the reason that the disk gave."""
    return _REASONS.get(str(values["reason"]), _FAILED)


def _how_to_read(values: Mapping[str, object]) -> Text:
    """What helps against the reason that the disk gave."""
    return _HOW.get(str(values["reason"]), _TRY_AGAIN)


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
        "other-format": Text(
            "这是 Word/Excel、PDF 或图片文件，不是 YAML",
            "this is a file of Word or Excel, a PDF or a picture, and no YAML",
        ),
        "cannot-read": _cannot_read,
    },
    fixes={
        "undecodable": Text(
            "用记事本或 VS Code 打开，删掉乱码，另存为 UTF-8；打开后全是乱码的，确认它是不是岗位文件，不是就移到别处。",
            "Open it in Notepad or VS Code, delete the garbage and save it as UTF-8. If there is nothing else in it, it is "
            "perhaps no file of posts; then move it elsewhere.",
        ),
        "control-character": Text(
            "用记事本或 VS Code 打开，删掉这个字符前后的文字，重新输入，再保存。",
            "Open it in Notepad or VS Code, delete the words around the character, type them again and save.",
        ),
        "other-format": Text(
            "把内容按岗位文件的写法写进一个新的文本文件，扩展名用 .yaml；这个文件移到别处。",
            "Write its content into a new text file as a file of posts, with .yaml at the end of its name, and move this one "
            "elsewhere.",
        ),
        "cannot-read": _how_to_read,
    },
    message=Text(zh="{what}，没有读", en="{what}; it has not been read"),
    why=Text(
        zh="文件读不出来，里面的岗位和职责就不会参加检查，别处提到它们的地方也查不到人。",
        en="The posts and duties in the file are neither checked nor printed, and whoever refers to them finds nobody.",
    ),
    fix=Text(zh="{how}", en="{how}"),
    good=(Example("post:\n  name: 销售代表\n"), Example("post:\n  name: 销售代表\n".encode("utf-16"))),
    bad=(
        Example(
            b"post:\n  name: \xff\xfe\n",
            finds=("2:9 文件里有不属于文字的内容（字节 0xFF），既不是 UTF-8 也不是 GBK，没有读",),
        ),
        Example(b"PK\x03\x04\x14\0", finds=("1:1 这是 Word/Excel、PDF 或图片文件，不是 YAML，没有读",)),
        Example("post:\n  name: 销售\x07代表\n", finds=("2:11 文字里夹着一个看不见的控制字符（U+0007），没有读",)),
    ),
)
