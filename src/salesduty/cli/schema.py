"""salesduty schema: the JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from salesduty.cli.options import Language
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

Entity = Literal["department", "post", "process", "kpi", "appraisal"]

_WRITTEN = Text("已写入 {path}", "wrote {path}")
_UNCHANGED = Text("未变化 {path}", "unchanged {path}")


def schema(
    context: typer.Context,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    entity: Annotated[Entity | None, typer.Option("--entity")] = None,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Print the schema of a role file, or write it to `output`; return 0."""
    from salesduty.toolkit.schema import schema_text, write_schema

    terminal: Terminal = context.obj
    if output is None:
        terminal.say(schema_text(entity).rstrip("\n"))
    else:
        words = _WRITTEN if write_schema(output, entity) else _UNCHANGED
        terminal.say(terminal.within(words, path=str(output)))
    return 0


WORDS = Words(
    summary=Text("输出岗位文件的 JSON Schema，编辑器用它补全和提示。", "The JSON Schema of role files, for editors."),
    about=Text(
        "JSON Schema（draft-07），中文项目名和英文项目名都有，带中文标题和说明。编辑器装上 YAML 插件"
        "（VS Code 里是 redhat.vscode-yaml），就能补全项目名、悬停看说明、当场标出写错的地方。"
        "salesduty init 已经把它写好、接好。\n"
        "退出码：0 已输出，2 命令不能这样用，3 程序自身出错。",
        "JSON Schema (draft-07) with the keys of both languages, with Chinese titles and descriptions. With a YAML extension "
        "(redhat.vscode-yaml in VS Code) an editor completes keys, explains them and underlines mistakes. salesduty init has "
        "written and connected it already.\nExit codes: 0 done, 2 wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "output": Text("写到这个文件。默认显示在屏幕上。", "The file to write. By default it is printed."),
        "entity": Text(
            "只要一种内容的写法，例如岗位。默认是整个文件。", "What stands below one key only. By default a whole file."
        ),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty schema --output salesduty.schema.json", Text("写成文件，给编辑器用", "write it for an editor")),
        Shown("salesduty schema --entity post", Text("只看岗位能写哪些项目", "what a post may say")),
    ),
)
