"""salesduty rules: the rules that a team has written itself, tried on their own examples."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from salesduty.cli.options import ConfigFile, Language, Paths
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

Format = Literal["text", "json"]


def rules(
    context: typer.Context,
    paths: Paths = None,
    format: Annotated[Format, typer.Option("--format")] = "text",
    config: ConfigFile = None,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """List the rules in `paths`, or those that the settings name; return 1 where anything is wrong with them, else 0."""
    from salesduty.reporters import proved as reporter
    from salesduty.results.finding import WARNING
    from salesduty.toolkit.team import prove

    terminal: Terminal = context.obj
    found = prove(paths, config=config)
    report = reporter.json if format == "json" else reporter.text
    terminal.show(report(found, terminal.look(WARNING)))
    return int(bool(found.wrong))


WORDS = Words(
    summary=Text("用例子检验本公司自己的规则。", "Try the rules of one's own on their examples."),
    about=Text(
        "列出本公司自己写的规则，逐条用文件里的好例子和坏例子检验：好例子不该报，坏例子应当报。"
        "\n退出码：0 全部成立，1 有例子不成立或规则写错，2 命令不能这样用，3 程序自身出错。",
        "Lists the rules that a team has written itself and tries each on its examples: a good one must not be found, a bad "
        "one must.\nExit codes: 0 all hold, 1 an example does not hold or a rule is wrong, 2 wrong use, 3 a fault of salesduty.",
    ),
    options={
        "paths": Text(
            "规则文件。默认是设置文件里 team-rules 写的文件。", "Files of rules. By default those of team-rules in the settings."
        ),
        "format": Text("输出形式：text 给人看，json 给程序用。", "The form: text for people, json for programs."),
        "config": Text("用这个设置文件。", "The settings file."),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty rules", Text("检验设置文件里写明的规则", "try the rules that the settings name")),
        Shown("salesduty rules salesduty-rules.yaml", Text("检验一个规则文件", "try one file of rules")),
    ),
)
