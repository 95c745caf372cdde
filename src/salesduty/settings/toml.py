"""TOML text to plain values. `tomllib` has no Chinese, and takes minutes for a key of a hundred thousand dots."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from salesduty.results.wording import Text
from salesduty.settings.mistake import Mistake

MOST_BYTES = 200_000
_LONGEST_LINE = 4_000
_WHERE = re.compile(r"(?P<what>.*?) ?\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL)

_TOO_LARGE = Text("文件太大，不像是设置文件", "the file is too large for settings")
_NOT_UTF8 = Text("不是 UTF-8 编码，请用 UTF-8 另存", "it is not UTF-8; save it as UTF-8")
_LONG_LINE = Text("这一行太长，请分成几行", "this line is too long; break it into several")
_TOO_DEEP = Text("括号套得太深", "brackets are nested too deeply")
_TWICE = Text("这一项写了两次", "this stands there twice")
_SECTION_TWICE = Text("这一节写了两次", "this section stands there twice")
_NO_TOML = Text("这里不符合 TOML 的写法", "this is no TOML")
_SAID = {
    "Expected '=' after a key in a key/value pair": Text("名称后面要写等号“=”", "there must be “=” behind a name"),
    "Invalid value": Text(
        "等号后面的值写得不对：文字要加引号，是和否写 true、false",
        "the value behind “=” is none: quote text, and write true or false for yes and no",
    ),
    "Invalid statement": Text(
        "这一行看不懂：要写“名称 = 值”，或者“[小节]”。中文名称要加引号",
        "this line is neither “name = value” nor “[section]”; names that are not plain Latin letters need quotes",
    ),
    "Invalid initial character for a key part": Text(
        "这里应当是名称；中文名称要加引号", "a name is wanted here; names that are not plain Latin letters need quotes"
    ),
    "Expected newline or end of document after a statement": Text(
        "值的后面还有多余的内容，一行只写一项", "there is more behind the value; write one thing a line"
    ),
    "Cannot overwrite a value": _TWICE,
    "Cannot declare": _SECTION_TWICE,
    "Cannot mutate": _TWICE,
    "Cannot redefine": _TWICE,
    "Duplicate": _TWICE,
    "Expected ']": Text("小节的名称缺少结尾的“]”", "the name of the section lacks its “]”"),
    "Unclosed array": Text("列表缺少结尾的“]”，或者两项之间缺少逗号", "the list lacks its “]”, or a comma between two items"),
    "Unclosed inline table": Text(
        "缺少结尾的右花括号，或者两项之间缺少逗号", "there is no closing brace, or no comma between two items"
    ),
    "Unterminated string": Text("引号没有成对", "a quotation mark is not closed"),
    "Illegal character": Text(
        "这里有不能直接写的字符，多半是引号没有成对", "a character that may not stand here; look for an open quote"
    ),
    "Unescaped '\\' in a string": Text("引号里的“\\”要写成“\\\\”，或者改用单引号", "write “\\\\” for “\\”, or use single quotes"),
}


def parsed(data: bytes, file: str) -> tuple[Mapping[str, Any], str] | Mistake:
    """Return the values of `data` and its text, or the mistake that makes it none. The text is at most MOST_BYTES long."""
    if len(data) > MOST_BYTES:
        return Mistake(file, _TOO_LARGE)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Mistake(file, _NOT_UTF8, data.count(b"\n", 0, error.start) + 1)
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            return Mistake(file, _LONG_LINE, number)
    import tomllib

    try:
        return tomllib.loads(text), text
    except RecursionError:
        return Mistake(file, _TOO_DEEP)
    except ValueError as error:
        return _told(str(error), text, file)


def _told(message: str, text: str, file: str) -> Mistake:
    """The words of `tomllib` in ours, with the place that stands behind them."""
    match = _WHERE.match(message)
    what, line, column = (match["what"], match["line"], match["column"]) if match else (message, None, None)
    said = next((said for begin, said in _SAID.items() if what.startswith(begin)), _NO_TOML)
    at = (int(line), int(column or 0)) if line else (text.count("\n") + 1, 0) if match else (0, 0)
    return Mistake(file, said, *at)
