from __future__ import annotations

import sys

import pytest

from salesduty.cli.language import language


@pytest.mark.parametrize(
    ("args", "environ", "encoding", "lang"),
    [
        ([], {}, "utf-8", "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, "utf-8", "zh"),
        ([], {"LANG": "zh_TW"}, "utf-8", "zh"),
        ([], {"LANG": "C"}, "utf-8", "zh"),
        ([], {"LANG": "C.UTF-8"}, "utf-8", "zh"),
        ([], {"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "utf-8", "zh"),
        ([], {"LC_ALL": "", "LANG": "en_US.UTF-8"}, "utf-8", "en"),
        ([], {"LC_MESSAGES": "de_DE@euro", "LANG": "zh_CN"}, "utf-8", "en"),
        ([], {"LC_ALL": "zh_CN.GBK", "LC_MESSAGES": "en_US"}, "gbk", "zh"),
        ([], {}, "ascii", "en"),
        ([], {"LANG": "zh_CN"}, "cp1252", "en"),
        ([], {}, "no such encoding", "en"),
        ([], {"SALESDUTY_LANG": "zh"}, "ascii", "zh"),
        ([], {"SALESDUTY_LANG": "zh_CN.UTF-8", "LANG": "en_US"}, "utf-8", "zh"),
        ([], {"SALESDUTY_LANG": "en", "LANG": "zh_CN"}, "utf-8", "en"),
        ([], {"SALESDUTY_LANG": "fr", "LANG": "zh_CN"}, "utf-8", "zh"),
        (["--lang", "en", "lint"], {"SALESDUTY_LANG": "zh"}, "utf-8", "en"),
        (["lint", "--lang=en"], {}, "utf-8", "en"),
        (["--lang", "en", "lint", "--lang", "zh"], {"LANG": "en_US"}, "utf-8", "zh"),
        (["lint", "--lang", "fr"], {"LANG": "en_US"}, "utf-8", "en"),
        (["lint", "--lang"], {}, "utf-8", "zh"),
        (["lint", "--", "--lang", "en"], {}, "utf-8", "zh"),
    ],
)
def test_the_language(args: list[str], environ: dict[str, str], encoding: str, lang: str) -> None:
    assert language(args, environ, encoding) == lang


@pytest.mark.parametrize(
    ("name", "lang"), [("Chinese (Simplified)_China", "zh"), ("zh_CN", "zh"), (None, "zh"), ("English_United States", "en")]
)
def test_windows_is_asked_where_the_environment_says_nothing(
    monkeypatch: pytest.MonkeyPatch, name: str | None, lang: str
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: (name, "936"))

    assert language([], {}, "utf-8") == lang
    assert language([], {"LANG": "en_US"}, "utf-8") == "en"
