"""JSON files that a team keeps beside its roles: read with care, since people merge and edit them, written to be reviewed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from salesduty.disk.read import CannotRead
from salesduty.disk.record import read_record
from salesduty.results.ratchet import BadRecord
from salesduty.results.wording import Text
from salesduty.source.problems import MOST_BYTES
from salesduty.text.visible import visible

_UNREADABLE = {
    "permission": Text("没有权限读", "it may not be read"),
    "special": Text("不是普通文件", "it is no plain file"),
}
_FAILED = Text("读不出来", "it cannot be read")
TOO_LARGE = Text("太大，不像是记录", "it is too large for a record")
_NOT_UTF8 = Text("不是 UTF-8 编码", "it is not UTF-8")
_NOT_JSON = Text("不是正确的 JSON：{detail}", "it is no JSON: {detail}")
_CONFLICT = Text("有没解决的合并冲突", "a merge conflict is not resolved")
SHAPE = Text("{place} 应当是 {wanted}", "{place} must be {wanted}")
_NEWER = Text("是更新版本的 salesduty 写的", "a newer version of salesduty has written it")
_TWICE = Text("“{key}”写了两次", "“{key}” stands there twice")
MAPPING, LIST = Text("一组键值", "an object"), Text("列表", "a list")


def recorded(path: Path) -> bytes | None:
    """Return the bytes of the record at `path`, None where there is none. Raises BadRecord where it cannot be read."""
    try:
        return read_record(path)
    except CannotRead as error:
        raise BadRecord(str(path), _UNREADABLE.get(error.reason, _FAILED)) from error


def read_object(data: bytes, file: str, *, key: str, kind: type, version: int) -> Mapping[str, Any]:
    """Return the JSON object in `data`, the bytes of the file called `file`, whose `key` holds a `kind`. Raises BadRecord."""
    if len(data) > MOST_BYTES:
        raise BadRecord(file, TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRecord(file, _NOT_UTF8, data.count(b"\n", 0, error.start) + 1) from error
    if (conflict := re.search(r"^(?:<{7}|={7}|>{7})", text, re.MULTILINE)) is not None:
        raise BadRecord(file, _CONFLICT, text.count("\n", 0, conflict.start()) + 1)
    read = _loaded(text, file)
    if not isinstance(read, dict) or not isinstance(read.get(key), kind):
        raise BadRecord(file, SHAPE.filled({"place": key, "wanted": MAPPING if kind is dict else LIST}), 1)
    if read.get("version") != version:
        newer = isinstance(read.get("version"), int) and read["version"] > version
        raise BadRecord(file, _NEWER if newer else SHAPE.filled({"place": "version", "wanted": str(version)}), 1)
    return cast("Mapping[str, Any]", read)


def _loaded(text: str, file: str) -> object:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read: dict[str, Any] = {}
        for key, value in pairs:
            if key in read:
                raise BadRecord(file, _TWICE.filled({"key": key}), _last_line_with(text, key))
            read[key] = value
        return read

    try:
        return json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise BadRecord(file, _NOT_JSON.filled({"detail": error.msg}), error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:
        raise BadRecord(file, _NOT_JSON.filled({"detail": type(error).__name__})) from error


def _last_line_with(text: str, word: str) -> int:
    return text.count("\n", 0, max(text.rfind(json.dumps(word, ensure_ascii=False)), 0)) + 1


def json_line(value: object) -> str:
    """Return `value` as JSON that UTF-8 can hold, on one line, with every character that is not to be seen spelt out."""
    text = json.dumps(value, ensure_ascii=False)
    if visible(text) == text:
        return text
    return "".join(char if visible(char) == char else json.dumps(char)[1:-1] for char in text)
