"""salesduty init: a new department and everything beside it, by questions at a terminal or by options in a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salesduty.cli.asking import agreed
from salesduty.cli.options import Language
from salesduty.cli.terminal import Terminal
from salesduty.cli.wizard import Given, wishes, wrong
from salesduty.cli.words import LANG, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.toolkit.init import NotClean, Wishes

Profile = Literal["general", "solution", "manufacturing", "auto-dealer", "real-estate", "fmcg", "pharma", "e-commerce"]
CI = Literal["github", "gitlab", "gitee", "yunxiao", "cnb", "none"]
Editor = Literal["vscode", "none"]
Keys = Literal["zh", "en"]

_ASK_WRITE = Text("写入 {folder} 下的 {count} 个文件", "Write {count} files below {folder}")

_NOTHING = Text("没有写入任何文件。", "Nothing was written.")
_WROTE = Text("已写入 {count} 个文件：", "Wrote {count} files:")
_KEPT = Text("已经有了，没有动：", "There already, and left as they are:")
_FILE = Text("  {path}", "  {path}")
_UNCLEAN = Text("这样写出来的部门通不过检查，没有写入任何文件：", "The department would have findings, so nothing was written:")
_NEXT = Text("接下来：", "What to do next:")
_STEPS = (
    Text(
        "  岗位、指标和流程都是起点，逐句改成你们自己的",
        "  posts, KPIs and the process are a beginning: make each sentence your own",
    ),
    Text("  salesduty lint     检查写法", "  salesduty lint     check what is written"),
    Text("  salesduty check    看谁负责什么，有没有空白和重叠", "  salesduty check    see who holds what, and what nobody does"),
    Text("  salesduty render   生成签字用的 Word 文件", "  salesduty render   make the Word files that people sign"),
)
_PASTE = Text(
    "  云效：把 ci/yunxiao.yml 的内容粘贴到流水线的 YAML 编排里", "  Yunxiao: paste ci/yunxiao.yml into the YAML of the pipeline"
)
_PROPOSED = Text(
    "  写了“拟设”的岗位还没有职责，写好以后删掉“拟设”",
    "  posts that are proposed have no duties yet; write them, then take `status` out",
)
_GO = Text("  cd {folder}", "  cd {folder}")


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]")] = Path(),
    name: Annotated[str | None, typer.Option("--name", metavar="NAME")] = None,
    id: Annotated[str | None, typer.Option("--id", metavar="ID")] = None,
    profile: Annotated[Profile | None, typer.Option("--profile")] = None,
    approver: Annotated[str | None, typer.Option("--approver", metavar="NAME")] = None,
    post: Annotated[list[str] | None, typer.Option("--post", metavar="NAME=COUNT")] = None,
    ci: Annotated[CI | None, typer.Option("--ci")] = None,
    editor: Annotated[Editor | None, typer.Option("--editor")] = None,
    keys: Annotated[Keys | None, typer.Option("--keys")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Write a new department below `folder`; return 0, or 1 where it would have findings, or 2 where it cannot be done."""
    from salesduty.toolkit.init import NotClean
    from salesduty.toolkit.init import init as run

    terminal: Terminal = context.obj
    given = Given(name, id, profile, approver, post or (), ci, editor, keys)
    asks = terminal.takes_answers and not yes
    fault = wrong(given, terminal, alone=not asks and not yes)
    if fault is not None:
        terminal.complain(fault)
        return 2
    wished = wishes(given, folder, terminal, asks=asks)
    try:
        if asks and not _agreed(wished, folder, terminal):
            terminal.complain(terminal.within(_NOTHING))
            return 2
        begun = run(folder, wished)
    except NotClean as error:
        return _unclean(error, terminal)
    for words, files in ((_WROTE, begun.written), (_KEPT, begun.kept)):
        if files:
            terminal.say(terminal.within(words, count=len(files)))
        for file in files:
            terminal.say(terminal.within(_FILE, path=(folder / file).as_posix()))
    _tell_next(wished, folder, terminal)
    return 0


def _agreed(wishes: Wishes, folder: Path, terminal: Terminal) -> bool:
    from salesduty.toolkit.init import planned

    files = planned(wishes)
    return agreed(terminal, terminal.within(_ASK_WRITE, folder=folder.as_posix(), count=len(files)))


def _unclean(error: NotClean, terminal: Terminal) -> int:
    from salesduty.reporters.catalogue import REPORTERS
    from salesduty.results.finding import WARNING

    terminal.complain(terminal.within(_UNCLEAN))
    terminal.show(REPORTERS["text"](error.report, terminal.look(WARNING)))
    return 1


def _tell_next(wishes: Wishes, folder: Path, terminal: Terminal) -> None:
    terminal.say("\n" + terminal.within(_NEXT))
    if folder != Path():
        terminal.say(terminal.within(_GO, folder=folder.as_posix()))
    steps = (*_STEPS, *((_PROPOSED,) if wishes.seats else ()), *((_PASTE,) if wishes.ci == "yunxiao" else ()))
    for step in steps:
        terminal.say(terminal.within(step))


WORDS = Words(
    summary=Text(
        "新建一个部门：岗位、指标、流程、设置和流水线。", "Begin a department: posts, KPIs, a process, settings, a pipeline."
    ),
    about=Text(
        "在终端里一步一步地问，在脚本里用选项回答。写出的部门检查起来没有问题，可以照着改成自己的；还写出 salesduty.toml、"
        "编辑器用的 salesduty.schema.json 和代码平台的流水线。已有的文件一个也不覆盖，要么全部写好，要么什么都不写。\n"
        "退出码：0 已写入，1 写出来会有问题，2 已有同名文件或命令不能这样用，3 程序自身出错，130 中断。",
        "Asks step by step at a terminal; options answer in a script. The department that it writes has no findings and is there "
        "to be made your own; with it come salesduty.toml, salesduty.schema.json for editors, and a pipeline. Nothing is "
        "overwritten, and all is written or nothing.\nExit codes: 0 written, 1 it would have findings, 2 files are there already "
        "or wrong use, 3 a fault of salesduty itself, 130 interrupted.",
    ),
    options={
        "folder": Text(
            "写到哪个文件夹，通常是仓库的顶层。默认当前文件夹。", "The folder to write to, usually the top of a repository."
        ),
        "name": Text("部门名称。", "The name of the department."),
        "id": Text(
            "部门编号，英文小写；也是 roles 下文件夹的名称。", "Its id in small letters, and the name of its folder below roles."
        ),
        "profile": Text("部门的类型，决定先写好哪些岗位和职责。", "The kind of department, which brings posts and duties."),
        "approver": Text("文件由谁批准。默认总经理。", "Who approves the document. By default “总经理”."),
        "post": Text(
            "岗位的人数，如 销售代表=6；新岗位再加上级，如 大客户经理=1:销售经理。可以写几次。",
            "People in a post, as in “销售代表=6”; a new post with its superior, as in “大客户经理=1:销售经理”. May be repeated.",
        ),
        "ci": Text("写出哪个平台的流水线。默认不写。", "The code host to write a pipeline for. By default none."),
        "editor": Text("写出哪个编辑器的设置。默认 vscode。", "The editor to write settings for. By default vscode."),
        "keys": Text("项目名用中文还是英文。默认跟随 --lang。", "The language of the keys. By default that of --lang."),
        "yes": Text("不提问，没写的都用默认值。", "Ask nothing; take what is usual for all that is not given."),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty init", Text("一步一步地问", "by questions")),
        Shown("salesduty init --yes", Text("全部用默认值", "all as usual")),
        Shown(
            "salesduty init 岗位库 --name 华东销售部 --id east --profile manufacturing --post 销售工程师=8 --ci gitlab --yes",
            Text("在脚本里", "in a script"),
        ),
    ),
)
