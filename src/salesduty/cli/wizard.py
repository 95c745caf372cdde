"""The questions of `salesduty init`: what the options do not say is asked, or taken as usual."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from salesduty.cli.asking import asked, chosen
from salesduty.cli.terminal import Terminal
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from salesduty.toolkit.init import Seat, Wishes

_PROFILES = {
    "general": Text("通用", "general"),
    "solution": Text("解决方案：卖方案、软件和服务", "solutions, software, services"),
    "manufacturing": Text("制造：按合同生产，赊销发货", "manufacturing on contract and credit"),
    "auto-dealer": Text("汽车经销：展厅零售", "car dealer, showroom"),
    "real-estate": Text("房地产：案场销售", "real estate, sales office"),
    "fmcg": Text("快速消费品：经过经销商卖到终端", "consumer goods through dealers"),
    "pharma": Text("医药：处方推广和商业渠道", "pharmaceuticals"),
    "e-commerce": Text("电子商务：店铺零售", "online shops"),
}
_HOSTS = {
    "none": Text("不用", "none"),
    "github": Text("GitHub", "GitHub"),
    "gitlab": Text("GitLab", "GitLab"),
    "gitee": Text("Gitee（Gitee Go）", "Gitee (Gitee Go)"),
    "yunxiao": Text("云效（Flow）", "Yunxiao (Flow)"),
    "cnb": Text("CNB（cnb.cool）", "CNB (cnb.cool)"),
}
_EDITORS = {"vscode": Text("VS Code", "VS Code"), "none": Text("别的编辑器，或不用", "another one, or none")}

_ASK_PROFILE = Text("部门属于哪一类", "What kind of department is it")
_ASK_NAME = Text("部门名称", "Name of the department")
_ASK_ID = Text("部门编号，英文小写，也是文件夹的名称", "Its id in small letters, which is the name of its folder as well")
_ASK_APPROVER = Text("文件由谁批准", "Who approves the document")
_ASK_HEADCOUNT = Text("{post}有几人", "How many people are {post}")
_ASK_MORE = Text("还有别的岗位吗？写名称，没有就回车", "Any other post? Its name, or nothing")
_ASK_SUPERIOR = Text("{post}的直接上级", "Whom does {post} report to")
_ASK_CI = Text("代码放在哪里，要不要每次提交都检查", "Where is the repository, to check every change")
_ASK_EDITOR = Text("用什么编辑器", "Which editor")
_NO_NAME = Text("名称要写 1 到 60 个字，写在一行里。", "A name has 1 to 60 characters on one line.")
_NO_ID = Text(
    "编号只用英文小写字母、数字和连字符，字母开头，如 sales。", "An id has small letters, digits and hyphens, as in sales."
)
_NO_HEADCOUNT = Text("请写 1 到 1000 的数字。", "Please type a number from 1 to 1000.")
_NO_POST = Text(
    "看不懂 --post {given}。写成 名称=人数，如 销售代表=6；新岗位再加上级，如 大客户经理=1:销售经理。",
    "--post {given} cannot be understood. Write NAME=COUNT, as in “销售代表=6”; a new post takes its superior as well, "
    "as in “大客户经理=1:销售经理”.",
)
_NOBODY = Text(
    "这里不是终端，没有人可以回答。请写明 {options}，或加 --yes 全部用默认值。",
    "Nobody is here to answer. Give {options}, or add --yes to take what is usual.",
)
_BAD_OPTION = Text("{option} 的值 {given} 不能用。{why}", "{option} cannot be {given}. {why}")


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says; None where it says nothing."""

    name: str | None
    id: str | None
    profile: str | None
    approver: str | None
    posts: Sequence[str]
    ci: str | None
    editor: str | None
    keys: str | None


def wrong(given: Given, terminal: Terminal, *, alone: bool) -> str | None:
    """What is wrong with the options, in words; `alone` tells that nobody can be asked for what is missing."""
    from salesduty.toolkit.init import is_id, is_name

    missing = [option for option, value in (("--name", given.name), ("--profile", given.profile)) if value is None]
    if alone and missing:
        return terminal.within(_NOBODY, options=" ".join(missing))
    checks = (
        ("--name", given.name, is_name, _NO_NAME),
        ("--id", given.id, is_id, _NO_ID),
        ("--approver", given.approver, is_name, _NO_NAME),
    )
    for option, value, fits, why in checks:
        if value is not None and not fits(value):
            return terminal.within(_BAD_OPTION, option=option, given=value[:80], why=terminal.within(why))
    unclear = next((post for post in given.posts if _split(post) is None), None)
    return terminal.within(_NO_POST, given=unclear[:80]) if unclear is not None else None


def _split(post: str) -> tuple[str, int, str] | None:
    """The name, the number of people and the superior in `大客户经理=1:销售经理`; None where it is not of this form."""
    from salesduty.toolkit.init import is_headcount, is_name

    name, _, rest = post.partition("=")
    count, _, superior = rest.partition(":")
    if not is_name(name) or not is_headcount(count.strip()) or (superior and not is_name(superior)):
        return None
    return name.strip(), int(count), superior.strip()


def wishes(given: Given, folder: Path, terminal: Terminal, *, asks: bool) -> Wishes:
    """What is wished for: what the options say, then what the person answers, then what is usual."""
    from salesduty.toolkit.init import Wishes, is_id, is_name, proposed_id, usual

    def text(value: str | None, question: Text, default: str, fits: Callable[[str], bool], otherwise: Text) -> str:
        if value is not None or not asks:
            return default if value is None else value
        return asked(terminal, question, default, fits, otherwise)

    def choice(value: str | None, question: Text, labels: Mapping[str, Text], default: str) -> str:
        if value is not None or not asks:
            return default if value is None else value
        return chosen(terminal, question, {key: terminal.within(label) for key, label in labels.items()}, default)

    profile = choice(given.profile, _ASK_PROFILE, _PROFILES, "general")
    usual_name, seats = usual(profile)
    name = text(given.name, _ASK_NAME, usual_name, is_name, _NO_NAME)
    short = text(given.id, _ASK_ID, proposed_id(name, folder), is_id, _NO_ID)
    approver = text(given.approver, _ASK_APPROVER, "总经理", is_name, _NO_NAME)
    headcounts, more = _posts(given, seats, terminal, asks=asks and not given.posts)
    ci = choice(given.ci, _ASK_CI, _HOSTS, "none")
    editor = choice(given.editor, _ASK_EDITOR, _EDITORS, "vscode")
    english = terminal.lang == "en"
    english_keys = (given.keys or terminal.lang) == "en"
    return Wishes(name, short, profile, approver, headcounts, more, ci, editor, english_keys, english)


def _posts(given: Given, seats: Sequence[Seat], terminal: Terminal, *, asks: bool) -> tuple[dict[str, int], tuple[Seat, ...]]:
    """How many people are in each post, and the posts beyond those that the profile brings."""
    from salesduty.toolkit.init import Seat, is_headcount, is_name

    known = {seat.name for seat in seats}
    named = [split for post in given.posts if (split := _split(post)) is not None]
    headcounts = {name: count for name, count, _ in named if name in known}
    more = [Seat(name, count, superior or seats[0].name) for name, count, superior in named if name not in known]
    if asks:
        for seat in seats:
            question = _ASK_HEADCOUNT.filled({"post": seat.name})
            headcounts[seat.name] = int(asked(terminal, question, str(seat.headcount), is_headcount, _NO_HEADCOUNT))
        while name := asked(terminal, _ASK_MORE, "", lambda answer: not answer or is_name(answer), _NO_NAME):
            if name not in known:
                count = asked(terminal, _ASK_HEADCOUNT.filled({"post": name}), "1", is_headcount, _NO_HEADCOUNT)
                superior = asked(terminal, _ASK_SUPERIOR.filled({"post": name}), seats[0].name, is_name, _NO_NAME)
                more.append(Seat(name, int(count), superior))
                known.add(name)
    return headcounts, tuple(more)
