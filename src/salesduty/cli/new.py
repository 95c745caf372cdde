"""salesduty new: a post, a process or a KPI, as a file to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salesduty.cli.options import USUAL_PATHS, Language, Paths
from salesduty.cli.terminal import Terminal
from salesduty.cli.words import LANG, NEAR, OR, Shown, Words
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.toolkit.init import NotClean
    from salesduty.toolkit.new import NoDepartment

Kind = Literal["post", "process", "kpi"]
Level = Literal["director", "manager", "supervisor", "staff"]

_WRITTEN = Text("已写入 {path}", "wrote {path}")
_FILL = {
    "post": Text(
        "岗位先记为“拟设”。写上职责，正式设岗后删掉“岗位状态”和“设立条件”。",
        "The post is proposed so far. Write its duties, and take its status out when it exists.",
    ),
    "process": Text("写上环节：谁执行、交给谁、多久之内。", "Write its steps: who does each, to whom it goes, in what time."),
    "kpi": Text(
        "写上公式、目标值和数据来源，再到岗位的绩效指标里引用它。",
        "Write its formula, target and source, then refer to it in a post.",
    ),
}
_NO_NAME = Text("名称要写 1 到 60 个字，写在一行里。", "A name has 1 to 60 characters on one line.")
_NO_ID = Text(
    "编号只用英文小写字母、数字和连字符，字母开头，如 key-account。",
    "An id has small letters, digits and hyphens, as in key-account.",
)
_ONLY_POSTS = Text("{option} 只用于 post。", "{option} goes with post only.")
_NO_DEPARTMENT = Text(
    "没有叫“{given}”的部门{near}。已有的部门：{known}", "No department is called “{given}”{near}. There are: {known}"
)
_WHICH = Text("有几个部门，请用 --department 指明：{known}", "There are several departments; name one with --department: {known}")
_NONE = Text(
    "给出的路径下没有部门。先运行 salesduty init 新建一个。",
    "There is no department below the given paths. Begin one with salesduty init.",
)
_LIST = Text("、", ", ")
_UNCLEAN = Text("没有写入文件，因为写了就有这些问题：", "Nothing was written, because it would give rise to this:")


def new(
    context: typer.Context,
    kind: Annotated[Kind, typer.Argument(metavar="KIND")],
    name: Annotated[str, typer.Argument(metavar="NAME")],
    paths: Paths = None,
    department: Annotated[str | None, typer.Option("--department", metavar="NAME")] = None,
    id: Annotated[str | None, typer.Option("--id", metavar="ID")] = None,
    reports_to: Annotated[str | None, typer.Option("--reports-to", metavar="POST")] = None,
    level: Annotated[Level | None, typer.Option("--level")] = None,
    headcount: Annotated[int | None, typer.Option("--headcount", metavar="COUNT", min=1, max=1000)] = None,
    lang: Language = None,  # noqa: ARG001 - read before the parser ran
) -> int:
    """Write one file; return 0, or 1 where it would have findings, or 2 where it cannot be done."""
    from salesduty.toolkit.init import NotClean
    from salesduty.toolkit.new import NoDepartment, Wanted
    from salesduty.toolkit.new import new as run

    terminal: Terminal = context.obj
    about_posts = {"reports_to": reports_to, "level": level, "headcount": None if headcount is None else str(headcount)}
    fault = _wrong(kind, name, id, [key for key, value in about_posts.items() if value is not None])
    if fault is not None:
        terminal.complain(fault.within(terminal.lang))
        return 2
    known = {key: value.strip() for key, value in {"id": id, **about_posts}.items() if value is not None}
    try:
        path = run(Wanted(kind, name.strip(), known, department), paths or USUAL_PATHS)
    except NoDepartment as error:
        terminal.complain(_unknown(error, terminal))
        return 2
    except NotClean as error:
        return _unclean(error, terminal)
    terminal.say(terminal.within(_WRITTEN, path=path.as_posix()))
    terminal.say(terminal.within(_FILL[kind]))
    return 0


def _wrong(kind: str, name: str, id: str | None, about_posts: list[str]) -> Text | None:
    """What is wrong with the options."""
    from salesduty.toolkit.init import is_id, is_name

    if not is_name(name):
        return _NO_NAME
    if id is not None and not is_id(id):
        return _NO_ID
    if about_posts and kind != "post":
        return _ONLY_POSTS.filled({"option": "--" + about_posts[0].replace("_", "-")})
    return None


def _unknown(error: NoDepartment, terminal: Terminal) -> str:
    """Which department is meant is not known; which there are, and which may be meant."""
    if not error.known:
        return terminal.within(_NONE)
    known = terminal.within(_LIST).join(error.known)
    if not error.given:
        return terminal.within(_WHICH, known=known)
    near = terminal.within(NEAR, names=terminal.within(OR).join(error.near)) if error.near else ""
    return terminal.within(_NO_DEPARTMENT, given=error.given[:80], near=near, known=known)


def _unclean(error: NotClean, terminal: Terminal) -> int:
    from salesduty.reporters.catalogue import REPORTERS
    from salesduty.results.finding import WARNING

    terminal.complain(terminal.within(_UNCLEAN))
    terminal.show(REPORTERS["text"](error.report, terminal.look(WARNING)))
    return 1


WORDS = Words(
    summary=Text("新建一个岗位、流程或指标的文件。", "Begin a file for a post, a process or a KPI."),
    about=Text(
        "在部门的文件夹里新建一个文件，写好已知的项目，其余的作为注释列出来，等你填。岗位先记为“拟设”，职责由你来写。"
        "项目名跟部门文件用同一种语言。名称或编号重复、上级找不到时不写入。\n"
        "退出码：0 已写入，1 写了会有问题，2 已有同名文件或命令不能这样用，3 程序自身出错。",
        "Makes a file in the folder of the department with what is known; all else stands there as comments to be filled in. A "
        "post is proposed at first, and its duties are for you to write. Keys are in the language of the department. Nothing is "
        "written where a name or an id is taken or the superior is unknown.\nExit codes: 0 written, 1 it would have findings, 2 "
        "the file is there already or wrong use, 3 a fault of salesduty itself.",
    ),
    options={
        "kind": Text("新建什么：post 岗位，process 流程，kpi 指标。", "What to begin: a post, a process or a KPI."),
        "name": Text("名称，如 大客户经理。", "Its name, such as “大客户经理”."),
        "paths": Text("部门在哪里。默认 roles。", "Where the department is. By default roles."),
        "department": Text("几个部门时写明是哪一个，写名称或编号。", "The department, by name or id, where there are several."),
        "id": Text(
            "编号，英文小写；也是文件名。默认用名称作文件名。",
            "An id in small letters, and the name of the file. By default its name.",
        ),
        "reports_to": Text("岗位的直接上级，写名称、别名或编号。", "Whom the post reports to, by name, alias or id."),
        "level": Text("岗位的层级。", "The level of the post."),
        "headcount": Text("岗位的编制人数。", "How many people the post has."),
        "lang": LANG,
    },
    examples=(
        Shown("salesduty new post 大客户经理 --reports-to 销售经理 --department sales", Text("新建岗位", "a post")),
        Shown("salesduty new process 退换货 --id returns", Text("新建流程", "a process")),
        Shown("salesduty new kpi 回款率 roles/sales", Text("新建指标", "a KPI")),
    ),
)
