"""Whatever goes wrong, in a sentence: no traceback reaches a person."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from salesduty.cli.missing import broken_logo, missing_characters, missing_font, missing_package
from salesduty.cli.refusals import bad_baseline, no_baseline, no_history, unreadable
from salesduty.cli.template.refusing import bad_template, cannot_template, flawed_template
from salesduty.cli.terminal import Terminal
from salesduty.cli.usage import explained, is_usage_error
from salesduty.cli.words import INTERRUPTED, NEAR, OR, SEE_HELP
from salesduty.cli.words import WRONG_USE as WRONG_USE_SAID
from salesduty.reporters.harmless import harmless
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from types import TracebackType

WRONG_USE, OUR_FAULT, STOPPED = 2, 3, 130
DEBUG = "SALESDUTY_DEBUG"

_NO_ROLES = Text(
    "当前文件夹下没有 roles 文件夹。请先进入放着 roles 的文件夹，或在命令后面写明路径。",
    "There is no folder roles here. Change to the folder that holds it, or name a path behind the command.",
)
_NOT_FOUND = {
    "missing": Text(
        "找不到 {path}{near}。请检查路径有没有写错。", "{path} does not exist{near}. Check the spelling of the path."
    ),
    "unlistable": Text("打不开文件夹 {path}。请检查有没有权限。", "The folder {path} cannot be opened. Check its permissions."),
    "no-folder": Text(
        "{path} 是文件，不是文件夹。请写放岗位文件的文件夹。",
        "{path} is a file, not a folder. Name the folder of the definitions.",
    ),
    "no-definitions": Text(
        "{path} 里还没有岗位文件，没有什么可以比较。第一次导入请用 --to，写一个新的文件夹。",
        "There are no definitions in {path} to compare with. To import for the first time, use --to with a new folder.",
    ),
    "too-many": Text(
        "{path} 下的文件太多，像是选错了文件夹。请指向放岗位文件的文件夹。",
        "There are too many files below {path}; it looks like the wrong folder. Point to the one that holds the role files.",
    ),
}
_CANNOT_WRITE = {
    "permission": Text(
        "没有权限写 {path}。请换一个位置，或改好权限。",
        "{path} may not be written. Choose another place, or mend its permissions.",
    ),
    "full": Text(
        "磁盘满了，{path} 没有写。请腾出空间再运行。", "The disk is full; {path} was not written. Make room and run again."
    ),
    "locked": Text(
        "{path} 没有写：文件可能正在 Word 中打开，或没有权限。请关闭后再运行。",
        "{path} was not written: it may be open in Word, or you may lack permission. Close it and run again.",
    ),
    "outside": Text(
        "没有写 {path}：它所在的文件夹是链接，指到了输出文件夹的外面。请删掉这个链接，或换一个输出文件夹。",
        "{path} was not written: its folder is a link that leads out of the output folder. Remove the link, or choose another "
        "output folder.",
    ),
    "no-folder": Text(
        "{path} 是文件，不是文件夹，没有写入任何文件。请换一个新的文件夹名称。",
        "{path} is a file, not a folder, and nothing was written. Name a new folder.",
    ),
    "failed": Text("写不了 {path}。请检查路径和磁盘。", "{path} cannot be written. Check the path and the disk."),
}
_COMMA = Text("、", ", ")
_THERE = Text(
    "已经有了，没有写入任何文件：{paths}。请换一个文件夹、编号或名称；流水线已经有的，加 --ci none。",
    "These are there already, so nothing was written: {paths}. Choose another folder, id or name; where it is the pipeline, add "
    "--ci none.",
)
_NOT_EMPTY = Text(
    "{path} 里已经有文件了（如 {first}），没有写入任何文件。请换一个新的文件夹；要更新已经导入的内容，用 --into {path}。",
    "There is something in {path} already ({first}, for one), so nothing was written. Choose a new folder; to bring up to date "
    "what was imported before, use --into {path}.",
)
_NO_CHOICE = Text("没有 {given} 这一种，可以是：{known}", "there is no {given}; it is one of: {known}")
_NO_SUCH_FORMAT = Text(
    "{document} 不能生成 {given}，可以是：{known}{others}",
    "{document} cannot be made as {given}; it is one of: {known}{others}",
)
_OTHERS = Text("。能生成 {given} 的有：{documents}", ". What can be made as {given}: {documents}")
_BAD_NAMES = {
    "unknown": Text(
        "--name 里没有 {{{given}}} 这一项{near}。可以写：{known}", "--name knows no {{{given}}}{near}; there are: {known}"
    ),
    "brace": Text(
        "--name {given} 里的花括号不成对。花括号本身写成 {{{{ 和 }}}}",
        "the braces in --name {given} do not match; a brace itself is written {{{{ or }}}}",
    ),
    "outside": Text(
        "--name {given} 指到了输出文件夹的外面。写成相对的名字，输出文件夹用 --output 指定",
        "--name {given} leads out of the output folder; write a relative name, and choose the folder with --output",
    ),
    "ending": Text(
        "--name 以 {given} 结尾，生成的却是 {format}。请把结尾改成 .{format}，或加上对应的 --format",
        "--name ends in {given}, but what is made is {format}; let it end in .{format}, or add the --format that goes with it",
    ),
    "deep": Text("--name {given} 的文件夹层数太多，最多 7 层", "--name {given} has too many folders; 7 is the most"),
    "empty": Text(
        '--name 没有写文件名。例如 --name "{{department}}/{{post}}-{{version}}"',
        '--name names no file; an example is --name "{{department}}/{{post}}-{{version}}"',
    ),
}
_MOST_MISTAKES = 20
_MISTAKE = Text("  {place}  {what}", "  {place}  {what}")
_MORE = Text("  还有 {count} 处", "  and {count} more")
_SETTINGS = Text(
    "设置有误，没有检查：\n{mistakes}\n请改好再运行；加 --no-config 可以不用设置文件。",
    "The settings cannot be used, and nothing was checked:\n{mistakes}\nMend them and run again; --no-config does without a "
    "settings file.",
)
_THEME = Text(
    "版式文件有误，没有生成：\n{mistakes}\n请改好再运行；写法见 docs/theme.zh-CN.md。",
    "The theme cannot be used, and nothing was rendered:\n{mistakes}\nMend it and run again; see docs/theme.zh-CN.md.",
)
_COSTLY = Text(
    "自定规则里的“{pattern}”太费时间，没有查完。请写得简单些，例如少用次数很大的重复。",
    "“{pattern}” in a rule of the team takes too long, and not all was checked. Make it simpler, with fewer long repetitions.",
)
_SYSTEM = Text("系统拒绝了操作：{path}（{reason}）。", "The system refused: {path} ({reason}).")
_NO_OUTPUT = Text("输出写不出去（{reason}）。", "The output cannot be written ({reason}).")
_FAULT = Text(
    "salesduty 自身出错了，不是你的文件的错：{kind}，位于 {place}。\n"
    "请把这几行连同引起它的文件交给 salesduty 的维护者（版本 {version}，Python {python}，{system}）。\n"
    "设置环境变量 SALESDUTY_DEBUG=1 再运行一次，可以看到全部细节。",
    "This is a fault of salesduty, not of your files: {kind} at {place}.\n"
    "Please send these lines and the file that causes it to the maintainers of salesduty "
    "(version {version}, Python {python}, {system}).\n"
    "Run again with the environment variable SALESDUTY_DEBUG=1 to see every detail.",
)
_NO_MEMORY = Text(
    "内存不够，没能做完。请关闭别的程序，或分部门运行。",
    "Out of memory. Close other programs, or run it department by department.",
)


def told(error: BaseException, terminal: Terminal) -> int:
    """Tell the person what `error` means on the standard error and return the exit code that goes with it."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else OUR_FAULT if error.code else 0
    if terminal.environ.get(DEBUG) == "1":
        _trace(error, terminal)
    if isinstance(error, KeyboardInterrupt):
        terminal.complain(terminal.within(INTERRUPTED))
        return STOPPED
    if is_usage_error(error):
        terminal.complain(explained(error, terminal.lang, terminal.encoding))
        return WRONG_USE
    for kind, say in _SAID.items():
        if kind in {f"{base.__module__}.{base.__qualname__}" for base in type(error).__mro__}:
            terminal.complain(say(error, terminal))
            return WRONG_USE
    terminal.complain(_fault(error))
    return OUR_FAULT


def _not_found(error: Any, terminal: Terminal) -> str:
    if error.path == "roles" and error.reason == "missing":
        return terminal.within(_NO_ROLES)
    near = terminal.within(NEAR, names=terminal.within(OR).join(error.near)) if error.near else ""
    return terminal.within(_NOT_FOUND[error.reason], path=error.path, near=near)


def _cannot_write(error: Any, terminal: Terminal) -> str:
    return terminal.within(_CANNOT_WRITE[error.reason], path=error.path)


def _already_there(error: Any, terminal: Terminal) -> str:
    return terminal.within(_THERE, paths=terminal.within(_COMMA).join(error.paths))


def _not_empty(error: Any, terminal: Terminal) -> str:
    return terminal.within(_NOT_EMPTY, path=error.path, first=error.first)


def _bad_settings(error: Any, terminal: Terminal) -> str:
    return _listed(_SETTINGS, error, terminal)


def _bad_theme(error: Any, terminal: Terminal) -> str:
    return _listed(_THEME, error, terminal)


def _listed(words: Text, error: Any, terminal: Terminal) -> str:
    """What is wrong, mistake by mistake."""
    shown = error.mistakes[:_MOST_MISTAKES]
    lines = [terminal.within(_MISTAKE, place=mistake.place, what=mistake.what.within(terminal.lang)) for mistake in shown]
    if len(error.mistakes) > len(shown):
        lines.append(terminal.within(_MORE, count=len(error.mistakes) - len(shown)))
    # Each line is harmless already, and the breaks between them are to stay.
    return words.filled({"mistakes": "\n".join(lines)}).within(terminal.lang)


def _too_costly(error: Any, terminal: Terminal) -> str:
    return terminal.within(_COSTLY, pattern=str(error))


def _unknown_choice(error: Any, terminal: Terminal) -> str:
    return terminal.within(_NO_CHOICE, given=error.given, known=error.known)


def _no_such_format(error: Any, terminal: Terminal) -> str:
    others = _OTHERS.filled({"given": error.given, "documents": error.others}) if error.others else Text("", "")
    values = {"document": error.document, "given": error.given, "known": error.known, "others": others}
    return _wrong_use(_NO_SUCH_FORMAT.filled(values), terminal)


def _bad_name(error: Any, terminal: Terminal) -> str:
    from salesduty.toolkit.filenames import PLACEHOLDERS

    near = NEAR.filled({"names": Text(*(word.join(error.near) for word in (OR.zh, OR.en)))}) if error.near else Text("", "")
    known = Text("、".join(PLACEHOLDERS.values()), ", ".join(PLACEHOLDERS))
    values = {"given": harmless(error.given, terminal.encoding), "near": near, "known": known, "format": error.format}
    return _wrong_use(_BAD_NAMES[error.kind].filled(values), terminal)


def _wrong_use(what: Text, terminal: Terminal) -> str:
    """A wrong command line in words, with where to read more."""
    lines = (WRONG_USE_SAID.filled({"what": what}), SEE_HELP.filled({"command": "salesduty render"}))
    return "\n".join(line.within(terminal.lang) for line in lines)


def _refused(error: Any, terminal: Terminal) -> str:
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return terminal.within(_NO_OUTPUT, reason=reason)
    return terminal.within(_SYSTEM, path=os.fsdecode(error.filename), reason=reason)


# By name, so that a start pays for no module that is not wanted. The most special ones first.
_SAID: Mapping[str, Callable[[Any, Terminal], str]] = {
    "salesduty.disk.find.NotFound": _not_found,
    "salesduty.disk.write.CannotWrite": _cannot_write,
    "salesduty.disk.create.AlreadyThere": _already_there,
    "salesduty.disk.staged.NotEmpty": _not_empty,
    "salesduty.settings.mistake.BadSettings": _bad_settings,
    "salesduty.text.pattern.TooCostly": _too_costly,
    "salesduty.toolkit.theme.BadTheme": _bad_theme,
    "salesduty.toolkit.render.NoSuchFormat": _no_such_format,
    "salesduty.toolkit.filenames.BadName": _bad_name,
    "salesduty.toolkit.render.UnknownChoice": _unknown_choice,
    "salesduty.results.baseline.BadBaseline": bad_baseline,
    "salesduty.results.baseline.NoBaseline": no_baseline,
    "salesduty.disk.git.NoHistory": no_history,
    "salesduty.results.missing.MissingPackage": missing_package,
    "salesduty.results.missing.MissingFont": missing_font,
    "salesduty.results.missing.MissingCharacters": missing_characters,
    "salesduty.results.missing.BrokenLogo": broken_logo,
    "salesduty.results.flaw.BadTemplate": bad_template,
    "salesduty.results.flaw.FlawedTemplate": flawed_template,
    "salesduty.toolkit.company.CannotTemplate": cannot_template,
    "salesduty.intake.manuscript.Unreadable": unreadable,
    "builtins.OSError": _refused,
}


def _fault(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return _in_both(_NO_MEMORY)
    from salesduty import __version__

    said = {
        "kind": type(error).__name__,
        "place": _place(error.__traceback__),
        "version": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "system": sys.platform,
    }
    return _in_both(_FAULT.filled(said))


def _in_both(text: Text) -> str:
    """Both languages: who gets this passes it on to somebody."""
    return f"{text.zh}\n\n{text.en}"


def _place(trace: TracebackType | None) -> str:
    """The last line of ours that `trace` goes through: its file below the package, and its number."""
    package = Path(__file__).parent.parent
    place = "?"
    while trace is not None:
        file = PurePath(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(package):
            place = f"{file.relative_to(package).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _trace(error: BaseException, terminal: Terminal) -> None:
    from traceback import format_exception

    terminal.complain("".join(format_exception(error)).rstrip())
