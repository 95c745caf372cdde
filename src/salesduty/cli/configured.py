"""What the command line says about settings, joined with what the settings file says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from salesduty.cli.language import of_system
from salesduty.cli.terminal import Terminal
from salesduty.results.wording import LANGS, Text

if TYPE_CHECKING:
    from salesduty.results.finding import Severity
    from salesduty.results.setting import Source
    from salesduty.settings.configured import Configured
    from salesduty.toolkit.configure import Source as RoleFiles

_BETWEEN = re.compile(r"[,，、\s]+")

SELECT = Text(
    "只检查这些规则：代码、名称或一族的字母，用逗号分开。设置文件里的 select 和 ignore 这时不算。",
    "Check these rules only: codes, names or the letters of a family, with commas. What the settings file selects and ignores "
    "does not count then.",
)
IGNORE = Text("不检查这些规则，写法同上。", "Do not check these rules, written in the same way.")
CONFIG = Text(
    "用这个设置文件。默认从岗位文件夹往上找 salesduty.toml，或 pyproject.toml 里的 [tool.salesduty]。",
    "The settings file. By default the nearest salesduty.toml, or pyproject.toml with [tool.salesduty], from the role files up.",
)
NO_CONFIG = Text("不用设置文件。", "Do without a settings file.")
SHOW_SETTINGS = Text(
    "列出现在的全部设置，以及每一项来自哪里，不做检查。", "List every setting and where it comes from, without checking anything."
)
_APART = Text("--config 和 --no-config 不能一起用。请去掉一个。", "--config and --no-config do not go together. Leave one out.")


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that are about settings, as they were given."""

    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    config: Path | None = None
    no_config: bool = False
    fail_on: str | None = None
    show: str | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """All that is set for a run, and the terminal in the language that is set."""

    configured: Configured
    terminal: Terminal

    @property
    def failing(self) -> Severity:
        """From which severity on the run fails."""
        from salesduty.results.finding import Severity

        return Severity[self.configured.choices.get("fail-on", "warning")]

    @property
    def shown(self) -> Severity:
        """Down to which severity findings are shown: what makes the run fail is, unless something else is asked for."""
        from salesduty.results.finding import WARNING, Severity

        show = self.configured.choices.get("show")
        return Severity[show] if show else min(WARNING, self.failing)

    def tell(self, format: str) -> int:
        """Print every setting and where it comes from; return 0. Raises `BadSettings` where a rule is named that is none."""
        from salesduty.reporters import settings as reporter
        from salesduty.toolkit.rulebook import checked_team

        checked_team(self.configured.settings)
        report = reporter.json if format == "json" else reporter.text
        self.terminal.show(report(self.configured.shown, self.terminal.look(self.shown)))
        return 0


def misused(asked: Asked) -> Text | None:
    """Return what is wrong with the options taken together, and the remedy."""
    return _APART if asked.config is not None and asked.no_config else None


def in_force(terminal: Terminal, source: RoleFiles, asked: Asked) -> InForce:
    """Return what is set for a run over `source`. Raises `BadSettings`."""
    from salesduty.settings.configured import Wishes
    from salesduty.toolkit.configure import configure

    choices: dict[str, tuple[str, Source, str]] = {"lang": _lang(terminal)}
    for key, value in (("fail-on", asked.fail_on), ("show", asked.show)):
        if value is not None:
            choices[key] = (value, "option", f"--{key}")
    wishes = Wishes(_words(asked.select) if asked.select is not None else None, _words(asked.ignore or ()), choices)
    found = configure(source, wishes, config=asked.config, isolated=asked.no_config)
    wanted = found.choices.get("lang", choices["lang"][0])
    lang = next((lang for lang in LANGS if lang == wanted), terminal.lang)
    return InForce(found, replace(terminal, lang=lang))


def _lang(terminal: Terminal) -> tuple[str, Source, str]:
    """The language and what has asked for it, a settings file aside."""
    if not terminal.asked:
        return of_system(terminal.environ, terminal.encoding), "system", ""
    return terminal.lang, "option" if terminal.asked.startswith("-") else "environment", terminal.asked


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for each in given for word in _BETWEEN.split(each) if word)
