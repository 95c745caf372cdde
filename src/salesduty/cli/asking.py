"""Questions to a person at the terminal, one after the other, until the answer will do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from salesduty.cli.terminal import Terminal
from salesduty.results.wording import Text

_PROMPT = Text("{question}（{usual}）：", "{question} [{usual}]: ")
_BARE = Text("{question}：", "{question}: ")
_NUMBERED = Text("  {number}  {label}", "  {number}  {label}")
_NOT_ONE = Text("请写 1 到 {count} 的数字。", "Please type a number from 1 to {count}.")
_YES_NO = Text("{question}（回车或 y 写入，n 不写）：", "{question} [Y/n]: ")
_YES, _NO = ("", "y", "yes", "是", "好"), ("n", "no", "否", "不")
_NEITHER = Text("请写 y 或 n。", "Please type y or n.")


def asked(terminal: Terminal, question: Text, usual: str, fits: Callable[[str], bool], otherwise: Text) -> str:
    """Ask for a text; an empty answer means `usual`. What does not fit is told `otherwise` and asked again."""
    words = _PROMPT if usual else _BARE
    prompt = terminal.within(words, question=terminal.within(question), usual=usual)
    while True:
        answer = terminal.ask(prompt) or usual
        if fits(answer):
            return answer
        terminal.complain(terminal.within(otherwise))


def chosen(terminal: Terminal, question: Text, labels: Mapping[str, str], usual: str) -> str:
    """Ask for one of `labels`, which are shown with numbers; the name of one will do as well."""
    names: Sequence[str] = tuple(labels)
    for number, name in enumerate(names, 1):
        terminal.complain(terminal.within(_NUMBERED, number=number, label=labels[name]))
    prompt = terminal.within(_PROMPT, question=terminal.within(question), usual=str(names.index(usual) + 1))
    while True:
        answer = terminal.ask(prompt)
        if not answer:
            return usual
        if answer in names:
            return answer
        if answer.isascii() and answer.isdigit() and len(answer) < 4 and 1 <= int(answer) <= len(names):
            return names[int(answer) - 1]
        terminal.complain(terminal.within(_NOT_ONE, count=len(names)))


def agreed(terminal: Terminal, question: str) -> bool:
    """Ask whether to go on; an empty answer means yes."""
    prompt = terminal.within(_YES_NO, question=question)
    while True:
        answer = terminal.ask(prompt).lower()
        if answer in _YES:
            return True
        if answer in _NO:
            return False
        terminal.complain(terminal.within(_NEITHER))
