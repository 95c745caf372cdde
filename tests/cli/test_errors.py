from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from salesduty.cli import errors
from salesduty.disk.find import NotFound
from salesduty.disk.write import CannotWrite
from salesduty.toolkit.render import UnknownChoice


@pytest.fixture
def raising(monkeypatch: pytest.MonkeyPatch, run: Callable) -> Callable:
    """Run lint in Chinese, the toolkit raising this."""

    def ran(error: BaseException, lang: str = "zh") -> object:
        def lint(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr("salesduty.toolkit.lint.lint", lint)
        return run("lint", "--lang", lang)

    return ran


def test_a_fault_of_ours_is_one_sentence_in_both_languages(raising: Callable) -> None:
    ran = raising(KeyError("x"))

    assert (ran.code, ran.out) == (3, "")
    assert "Traceback" not in ran.err
    assert re.match(r"salesduty 自身出错了，不是你的文件的错：KeyError，位于 cli/lint\.py:\d+。\n", ran.err)
    assert re.search(r"\nThis is a fault of salesduty, not of your files: KeyError at cli/lint\.py:\d+\.\n", ran.err)
    assert ran.err.count("SALESDUTY_DEBUG=1") == 2
    assert ran.err.count("0.1.0") == 2


def test_the_whole_trace_is_there_for_who_asks(raising: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDUTY_DEBUG", "1")
    ran = raising(KeyError("x"))

    assert ran.code == 3
    assert ran.err.startswith("Traceback (most recent call last):\n")
    assert "KeyError: 'x'\nsalesduty 自身出错了" in ran.err


def test_a_fault_outside_our_files_has_no_place() -> None:
    assert "ValueError，位于 ?。" in errors._fault(ValueError())


@pytest.mark.parametrize("error", [RecursionError(), AssertionError("a"), ZeroDivisionError(), TypeError(), GeneratorExit()])
def test_whatever_is_raised_is_told(raising: Callable, error: BaseException) -> None:
    ran = raising(error)

    assert ran.code == 3
    assert f"{type(error).__name__}，位于 cli/lint.py:" in ran.err


def test_out_of_memory(raising: Callable) -> None:
    ran = raising(MemoryError())

    assert (ran.code, ran.err.splitlines()) == (
        3,
        [
            "内存不够，没能做完。请关闭别的程序，或分部门运行。",
            "",
            "Out of memory. Close other programs, or run it department by department.",
        ],
    )


def test_an_interruption(raising: Callable) -> None:
    ran = raising(KeyboardInterrupt())
    assert (ran.code, ran.out, ran.err) == (130, "", "已中断。没有留下写了一半的文件。\n")
    assert raising(KeyboardInterrupt(), "en").err == "Interrupted. No half-written file is left behind.\n"


def test_an_interruption_while_starting(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("salesduty.cli.run.run", interrupted)

    assert run("lint").code == 130


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (NotFound("a"), "找不到 a。请检查", "a does not exist."),
        (NotFound("roles"), "当前文件夹下没有 roles 文件夹。", "There is no folder roles here."),
        (NotFound("a", "unlistable"), "打不开文件夹 a。", "The folder a cannot be opened."),
        (NotFound("roles", "unlistable"), "打不开文件夹 roles。", "The folder roles cannot be opened."),
        (NotFound("a", "too-many"), "a 下的文件太多", "There are too many files below a;"),
        (CannotWrite("a", "permission"), "没有权限写 a。", "a may not be written."),
        (CannotWrite("a", "full"), "磁盘满了，a 没有写。", "The disk is full; a was not written."),
        (
            CannotWrite("a\x1b", "locked"),
            "a\\x1b 没有写：文件可能正在 Word 中打开",
            "a\\x1b was not written: it may be open in Word",
        ),
        (CannotWrite("a", "failed"), "写不了 a。", "a cannot be written."),
        (
            UnknownChoice("format", "pdf", ("docx", "md")),
            "没有 pdf 这一种，可以是：docx、md",
            "there is no pdf; it is one of: docx, md",
        ),
        (PermissionError(13, "no", "a\n"), "系统拒绝了操作：a\\x0a（no）。", "The system refused: a\\x0a (no)."),
        (OSError(28, "disk full"), "输出写不出去（disk full）。", "The output cannot be written (disk full)."),
        (TimeoutError(), "输出写不出去（TimeoutError）。", "The output cannot be written (TimeoutError)."),
    ],
)
def test_trouble_that_is_not_ours_is_a_sentence_and_2(raising: Callable, error: Exception, zh: str, en: str) -> None:
    for lang, words in (("zh", zh), ("en", en)):
        ran = raising(error, lang)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(words)


def test_every_exception_that_is_told_by_name_exists() -> None:
    for kind in errors._SAID:
        module, _, name = kind.rpartition(".")
        assert issubclass(getattr(import_module(module), name), Exception)


def test_every_reason_has_words() -> None:
    """What `find` and `write` give as reasons, read from their source."""
    assert set(re.findall(r'NotFound\([^)]*\), "([\w-]+)"\)', source("salesduty.disk.find"))) | {"missing"} == set(
        errors._NOT_FOUND
    )
    (documented,) = re.findall(r"`reason` is (.*)\.", source("salesduty.disk.write"))
    assert set(re.findall(r"`([\w-]+)`", documented)) == set(errors._CANNOT_WRITE)


def source(module: str) -> str:
    file = import_module(module).__file__
    assert file is not None
    return Path(file).read_text(encoding="utf-8")


@pytest.mark.parametrize(("code", "exit_code"), [(None, 0), (0, 0), (5, 5), ("words", 3)])
def test_an_exit_that_somebody_raises_is_an_exit(raising: Callable, code: object, exit_code: int) -> None:
    assert raising(SystemExit(code)).code == exit_code
