"""What to say where the machine lacks what a format needs: a package, a font, a character."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from salesduty.cli.terminal import Terminal
from salesduty.results.wording import Text

_PACKAGE = Text(
    '没有安装 {package}，这种格式用不了。请运行 pip install "salesduty[{extra}]"，再试一次。',
    '{package} is not installed, and this format needs it. Run pip install "salesduty[{extra}]" and try again.',
)
_FONT = Text(
    "没有找到中文字体，生成不了 PDF。{remedy}也可以{own}",
    "No Chinese font was found, and a PDF needs one. {remedy} Or {own}",
)
_OWN = Text(
    "用 --font-path 指向放字体文件（.ttf、.otf、.ttc）的文件夹。",
    "point --font-path to a folder with font files (.ttf, .otf, .ttc).",
)
_INSTALL: Mapping[str, Text] = {
    "linux": Text(
        "请安装一种：Debian 和 Ubuntu 用 apt install fonts-noto-cjk，Fedora 用 dnf install google-noto-serif-cjk-fonts "
        "google-noto-sans-cjk-fonts，Alpine 用 apk add font-noto-cjk，Arch 用 pacman -S noto-fonts-cjk。",
        "Install one: apt install fonts-noto-cjk (Debian, Ubuntu), dnf install google-noto-serif-cjk-fonts "
        "google-noto-sans-cjk-fonts (Fedora), apk add font-noto-cjk (Alpine), pacman -S noto-fonts-cjk (Arch).",
    ),
    "darwin": Text(
        "macOS 自带宋体（Songti SC）和黑体（Heiti SC），请在“字体册”里启用。",
        "macOS brings Songti SC and Heiti SC; enable them in Font Book.",
    ),
    "win32": Text(
        "请在 Windows 的“设置”里打开“可选功能”，添加“简体中文补充字体”。",
        "Open Optional features in the settings of Windows and add the Chinese (Simplified) Supplemental Fonts.",
    ),
}
_CHARACTERS = Text(
    "{name}没有生成：有 {count} 个字符，找到的字体里都没有，印出来会是空白。\n{told}\n"
    "请换成常用的写法，或安装有这些字符的字体（生僻字：{rare}；表情符号：{emoji}），或{own}",
    "{name} was not made: {count} of its characters are in no font that was found, and would be blank.\n{told}\n"
    "Write them another way, or install a font that has them (rare characters: {rare}; emoji: {emoji}), or {own}",
)
_CHARACTER = Text("  {character}（{code}），在“{context}”", "  {character} ({code}) in “{context}”")
_NAME = Text("《{name}》", "“{name}”")
_MORE = Text("  还有 {count} 个", "  and {count} more")
_RARE = {"linux": "fonts-hanazono", "win32": "SimSun-ExtB", "darwin": "Songti SC"}
_EMOJI = {"linux": "fonts-noto-color-emoji", "win32": "Segoe UI Emoji", "darwin": "Apple Color Emoji"}
_LINUX = "linux"
_LOGO = Text(
    "theme.yaml 里的标志图片坏了，画不出来。请换一个 PNG 或 JPEG 文件，或去掉“标志”这一项，再试一次。",
    "The picture of the logo in theme.yaml is damaged and cannot be drawn. Take another PNG or JPEG file, or leave the logo out, "
    "and try again.",
)


def missing_package(error: Any, terminal: Terminal) -> str:
    """Return what to say where a package is not installed."""
    return terminal.within(_PACKAGE, package=error.package, extra=error.extra)


def missing_font(error: Any, terminal: Terminal) -> str:
    """Return what to say where there is no font to set Chinese in."""
    return terminal.within(_FONT, remedy=_INSTALL.get(error.system, _INSTALL[_LINUX]), own=_OWN)


def broken_logo(error: Any, terminal: Terminal) -> str:  # noqa: ARG001 - called like the others
    """Return what to say where the picture of a theme cannot be drawn."""
    return terminal.within(_LOGO)


def missing_characters(error: Any, terminal: Terminal) -> str:
    """Return what to say where a document has characters that no font has: which, and where each stands first."""
    told = [
        terminal.within(_CHARACTER, character=each.character, code=f"U+{ord(each.character):04X}", context=each.context)
        for each in error.told
    ]
    if error.count > len(told):
        told.append(terminal.within(_MORE, count=error.count - len(told)))
    # Each line is harmless already, and the breaks between them are to stay.
    return _CHARACTERS.filled(
        {
            "name": terminal.within(_NAME, name=error.name),
            "count": error.count,
            "told": "\n".join(told),
            "rare": _RARE.get(error.system, _RARE[_LINUX]),
            "emoji": _EMOJI.get(error.system, _EMOJI[_LINUX]),
            "own": _OWN,
        }
    ).within(terminal.lang)
