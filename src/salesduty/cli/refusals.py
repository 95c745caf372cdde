"""What to say where a baseline or a history cannot be used. Known without Typer, because every run may have to say it."""

from __future__ import annotations

from typing import Any

from salesduty.cli.terminal import Terminal
from salesduty.results.wording import Text

_BAD_BASELINE = Text(
    "看不懂基线 {place}：{what}。请改好这一处，或从版本库恢复；要重新记录，先删掉这个文件，再用 --write-baseline。",
    "The baseline {place} cannot be understood: {what}. Mend it, or take it from version control; to record anew, delete the "
    "file and use --write-baseline.",
)
_NO_BASELINE = Text(
    "没有基线文件 {file}。请检查文件名；还没有记录过的，先加上 --write-baseline 运行一次。",
    "There is no baseline {file}. Check its name; if nothing has been recorded yet, run with --write-baseline first.",
)
_NO_HISTORY = {
    "no-git": Text(
        "--changed-since 要用 git，这台电脑上没有找到。请安装 git，或去掉 --changed-since。",
        "--changed-since needs git, and there is none. Install git, or leave --changed-since out.",
    ),
    "no-repository": Text(
        "这里不是 git 仓库，没法和 {revision} 比较。请在仓库里运行，或去掉 --changed-since。",
        "This is no git repository, so nothing can be compared with {revision}. Run inside one, or leave --changed-since out.",
    ),
    "unknown": Text(
        "git 里没有 {revision} 这个版本{near}。请写一个分支、标签或提交号，如 --changed-since origin/main。",
        "git knows no revision {revision}{near}. Name a branch, a tag or a commit, as in --changed-since origin/main.",
    ),
    "shallow": Text(
        "这份仓库只取了最近的提交，够不到 {revision}，没法比较。请取全部历史再运行：在 GitHub Actions 里给 actions/checkout "
        "写上 fetch-depth: 0，在自己的电脑上运行 git fetch --unshallow。",
        "This repository was fetched without its history, and {revision} lies beyond. Fetch all of it: write fetch-depth: 0 "
        "below actions/checkout in GitHub Actions, or run git fetch --unshallow.",
    ),
    "slow": Text(
        "git 太久没有回答，已经停止比较。请检查网络盘和仓库，或去掉 --changed-since。",
        "git took too long to answer. Check the disk and the repository, or leave --changed-since out.",
    ),
    "failed": Text(
        "git 没能读出以前的版本：{detail}。请先让 git log 能在这里运行。",
        "git could not read what was there before: {detail}. See that git log works here first.",
    ),
}
_NEAR = Text("（是不是 {name}？）", " (did you mean {name}?)")


def bad_baseline(error: Any, terminal: Terminal) -> str:
    """Return what to say of a baseline that cannot be understood."""
    place = ":".join(str(part) for part in (error.file, error.line, error.column) if part)
    return terminal.within(_BAD_BASELINE, place=place, what=error.what.within(terminal.lang))


def no_baseline(error: Any, terminal: Terminal) -> str:
    """Return what to say of a baseline that is not there."""
    return terminal.within(_NO_BASELINE, file=error.file)


def no_history(error: Any, terminal: Terminal) -> str:
    """Return what to say where git cannot tell what has changed."""
    near = terminal.within(_NEAR, name=error.near) if error.near else ""
    return terminal.within(_NO_HISTORY[error.reason], revision=error.revision, near=near, detail=error.detail)


def unreadable(error: Any, terminal: Terminal) -> str:
    """A document that could not be imported."""
    from salesduty.results.unreadable import TROUBLES

    return terminal.within(TROUBLES[error.reason], **error.told)
