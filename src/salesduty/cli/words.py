"""What the command line says that belongs to no single command, and the shape of what each command says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from salesduty.results.wording import Text


@dataclass(frozen=True, slots=True)
class Shown:
    """An example: what is typed, and what it does."""

    typed: str
    does: Text


@dataclass(frozen=True, slots=True)
class Words:
    """All that a command says of itself. `options` has a sentence for each parameter, by its name in Python."""

    summary: Text
    about: Text
    options: Mapping[str, Text]
    examples: tuple[Shown, ...]


USAGE = Text("用法：", "Usage: ")
ARGUMENTS = Text("参数：", "Arguments:")
OPTIONS = Text("选项：", "Options:")
COMMANDS = Text("命令：", "Commands:")
EXAMPLES = Text("示例：", "Examples:")
OPTIONS_PLACE = Text("[选项]", "[OPTIONS]")
COMMAND_PLACE = Text("命令 [参数]...", "COMMAND [ARGS]...")
PATHS_PLACE = Text("[路径]...", "[PATHS]...")
KIND_PLACE, NAME_PLACE = Text("post|process|kpi", "post|process|kpi"), Text("名称", "NAME")
FOLDER_PLACE = Text("[文件夹]", "[FOLDER]")
WORDS_PLACE = Text("[代码或词]...", "[CODE|WORDS]...")
PLACES = {
    "paths": PATHS_PLACE,
    "question": Text("要问的事", "QUESTION"),
    "post": Text("岗位", "POST"),
    "words": WORDS_PLACE,
    "folder": FOLDER_PLACE,
    "kind": KIND_PLACE,
    "document": Text("文件种类", "DOCUMENT"),
    "file": Text("文件", "FILE"),
    "files": Text("文件……", "FILES…"),
    "name": NAME_PLACE,
}
"""What stands for each argument in the help, by its name in Python."""
DEFAULT = Text("默认 {value}", "default: {value}")

HELP = Text("显示这段说明。", "Show this text.")
VERSION = Text("显示版本。", "Show the version.")
LANG = Text(
    "用哪种语言说话；也可以设环境变量 SALESDUTY_LANG。默认跟随系统。",
    "The language to speak; the variable SALESDUTY_LANG sets it as well. By default that of the system.",
)

APART = Text("{one} 和 {other} 不能一起用。请分两次运行。", "{one} and {other} do not go together. Run them one after the other.")
NEAR = Text("（是不是 {names}？）", " (did you mean {names}?)")
OR = Text(" 或 ", " or ")
WRONG_USE = Text("用法不对：{what}", "error: {what}")
SEE_HELP = Text("运行 {command} --help 查看用法。", "Run {command} --help to see how it is used.")
INTERRUPTED = Text("已中断。没有留下写了一半的文件。", "Interrupted. No half-written file is left behind.")
