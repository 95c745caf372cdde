"""The sentences of a handbook entry that every form of it has in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from salesduty.results.handbook import Command, Entry, Mending
from salesduty.results.wording import Text

WHY, FIX = Text("为什么", "Why"), Text("怎么改", "What to do")
BAD, GOOD = Text("不好的例子", "Not like this"), Text("好的例子", "Like this")
SOURCE, MEASURED = Text("出处", "Source"), Text("实测", "Measured")
MENDING, EXCEPT, SETTINGS = Text("自动改", "Fixing"), Text("例外", "Exceptions"), Text("设置", "Settings")
COUNT = Text("{count} 条规则", "{count} rules")

_MENDING: Mapping[Mending, Text] = {
    "safe": Text("salesduty lint --fix 可以改。", "salesduty lint --fix does it."),
    "unsafe": Text(
        "salesduty lint --fix --unsafe-fixes 可以改，改完要人看一遍。",
        "salesduty lint --fix --unsafe-fixes does it; read what comes out.",
    ),
    "no": Text("要人来改，--fix 不动它。", "By hand; --fix leaves it alone."),
}
_COMMANDS: Mapping[tuple[Command, ...], Text] = {
    ("lint",): Text("salesduty lint", "salesduty lint"),
    ("check",): Text("salesduty check", "salesduty check"),
    ("lint", "check"): Text("salesduty lint 和 check", "salesduty lint and check"),
}
_NOT_MET = Text(
    "用来实测的真实岗位文件里一处也没有碰到，还没有准确率。",
    "None of the real documents that were read by hand has such a place, so there is no figure yet.",
)
_WORDINGS = "WRD"
_MEASURED = Text(
    "在真实的岗位文件上读了 {hits} 处，{right} 处确实要改，准确率 {percent}%。",
    "Places in real documents that were read by hand: {hits}; of these {right} had to be mended: {percent}%.",
)
_IN_PLACE = Text(
    "有理由保留的，在那一行末尾写 # salesduty: ignore[{code}] 加理由，可以加期限 until=2027-03-01。",
    "What has to stay gets # salesduty: ignore[{code}] at the end of its line, with the reason and, if it is to end, "
    "until=2027-03-01.",
)
_SETTINGS = Text(
    '在 salesduty.toml 里：不查它，写 ignore = ["{code}"]；改级别，在 [severity] 下写 {code} = "{other}"。',
    'In salesduty.toml: ignore = ["{code}"] turns it off, {code} = "{other}" below [severity] changes how grave it is.',
)
_THRESHOLDS = Text("在 [thresholds] 下可以改：{named}。", "Below [thresholds]: {named}.")


def commands(entry: Entry) -> Text:
    """Return which commands report it."""
    return _COMMANDS[entry.commands]


def notes(entry: Entry) -> Iterator[tuple[Text, Text]]:
    """Yield what stands behind the examples: a label and a sentence each."""
    if entry.source is not None:
        yield SOURCE, entry.source
    if entry.hits:
        percent = round(100 * entry.right / entry.hits)
        yield MEASURED, _MEASURED.filled({"hits": entry.hits, "right": entry.right, "percent": percent})
    elif entry.code.startswith(_WORDINGS):
        yield MEASURED, _NOT_MET
    yield MENDING, _MENDING[entry.mending]
    yield EXCEPT, _IN_PLACE.filled({"code": entry.code})
    other = "warning" if entry.severity.name == "info" else "info"
    settings = _SETTINGS.filled({"code": entry.code, "other": other})
    if entry.thresholds:
        named = "，".join(f"{name.replace('_', '-')} = {_toml(value)}" for name, value in entry.thresholds.items())
        thresholds = _THRESHOLDS.filled({"named": Text(named, named.replace("，", ", "))})
        settings = Text(settings.zh + thresholds.zh, f"{settings.en} {thresholds.en}")
    yield SETTINGS, settings


def _toml(value: object) -> str:
    """A value as the settings file has it."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {each}" for key, each in value.items()) + "}"
    return f'"{value}"' if isinstance(value, str) else str(value)
