"""What a person is told where a package, a font or a character is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from salesduty.results.missing import MissingCharacters, MissingFont, MissingPackage, Unprintable

TOLD = (Unprintable("𓀀", "在前𓀀在后"), Unprintable("\u202e", "\x1b[31m"))


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (
            MissingPackage("typst", "pdf"),
            '没有安装 typst，这种格式用不了。请运行 pip install "salesduty[pdf]"，再试一次。\n',
            'typst is not installed, and this format needs it. Run pip install "salesduty[pdf]" and try again.\n',
        ),
        (
            MissingFont((), "linux"),
            "没有找到中文字体，生成不了 PDF。请安装一种：Debian 和 Ubuntu 用 apt install fonts-noto-cjk，Fedora 用 dnf install "
            "google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts，Alpine 用 apk add font-noto-cjk，Arch 用 pacman -S "
            "noto-fonts-cjk。也可以用 --font-path 指向放字体文件（.ttf、.otf、.ttc）的文件夹。\n",
            "No Chinese font was found, and a PDF needs one. Install one: apt install fonts-noto-cjk (Debian, Ubuntu), dnf install "
            "google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts (Fedora), apk add font-noto-cjk (Alpine), pacman -S "
            "noto-fonts-cjk (Arch). Or point --font-path to a folder with font files (.ttf, .otf, .ttc).\n",
        ),
        (
            MissingFont(("f",), "win32"),
            "没有找到中文字体，生成不了 PDF。请在 Windows 的“设置”里打开“可选功能”，添加“简体中文补充字体”。也可以用 --font-path "
            "指向放字体文件（.ttf、.otf、.ttc）的文件夹。\n",
            "No Chinese font was found, and a PDF needs one. Open Optional features in the settings of Windows and add the Chinese "
            "(Simplified) Supplemental Fonts. Or point --font-path to a folder with font files (.ttf, .otf, .ttc).\n",
        ),
        (
            MissingCharacters("某部\x1b责任制", TOLD, 3, "linux"),
            "《某部\\x1b责任制》没有生成：有 3 个字符，找到的字体里都没有，印出来会是空白。\n"
            "  𓀀（U+13000），在“在前𓀀在后”\n  \\u202e（U+202E），在“\\x1b[31m”\n  还有 1 个\n"
            "请换成常用的写法，或安装有这些字符的字体（生僻字：fonts-hanazono；表情符号：fonts-noto-color-emoji），或用 --font-path "
            "指向放字体文件（.ttf、.otf、.ttc）的文件夹。\n",
            "“某部\\x1b责任制” was not made: 3 of its characters are in no font that was found, and would be blank.\n"
            "  𓀀 (U+13000) in “在前𓀀在后”\n  \\u202e (U+202E) in “\\x1b[31m”\n  and 1 more\n"
            "Write them another way, or install a font that has them (rare characters: fonts-hanazono; emoji: "
            "fonts-noto-color-emoji), or point --font-path to a folder with font files (.ttf, .otf, .ttc).\n",
        ),
    ],
)
def test_what_is_missing_is_named_with_its_remedy(
    run: Callable, monkeypatch: pytest.MonkeyPatch, error: Exception, zh: str, en: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("salesduty.toolkit.render.renderings", fail)

    for lang, told in (("zh", zh), ("en", en)):
        ran = run("render", "--format", "pdf", "--lang", lang)
        assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_a_folder_of_fonts_that_is_not_there(run: Callable) -> None:
    ran = run("render", "--format", "pdf", "--font-path", "没有")

    assert (ran.code, ran.err) == (2, "找不到 没有。请检查路径有没有写错。\n")
