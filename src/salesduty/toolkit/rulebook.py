"""The rules of one run: those of salesduty and those of the team; and whether the settings name any that do not exist."""

from __future__ import annotations

from collections.abc import Iterable

from salesduty.results.wording import Text
from salesduty.rules.rule import Rule
from salesduty.rules.selected import rule_words, unknown_words
from salesduty.rules.suggestion import did_you_mean
from salesduty.settings.mistake import BadSettings, Mistake
from salesduty.settings.settings import Settings
from salesduty.text.nearest import nearest
from salesduty.text.visible import one_line
from salesduty.workspace.entities import Workspace
from salesduty.workspace.profiles import profile_words

_NO_RULE = Text("没有“{word}”这条规则或这一族规则{near}", "no rule or family of rules is called “{word}”{near}")
_NO_PROFILE = Text("没有“{word}”这种部门类型{near}", "there is no profile “{word}”{near}")


def with_team(rules: Iterable[Rule], settings: Settings) -> tuple[Rule, ...]:
    """Return `rules` and those of the team.

    Raises `BadSettings` for words that name no rule, and for files of rules in which something is wrong.
    """
    return (*rules, *checked_team(settings))


def checked_team(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules of the team when every word of the settings is known to name some rule. Raises `BadSettings`."""
    if not settings.team and not settings.selection.words():
        return ()
    # The rules that read sentences take time to load, and most runs ask for no rule by name.
    from salesduty.rules.checks import ALL
    from salesduty.toolkit.team import team_rules

    team = team_rules(settings)
    rules = (*ALL, *team)
    _refuse(unknown_words(settings.selection, rules), rule_words(rules), _NO_RULE, settings)
    return team


def check_profiles(workspace: Workspace, settings: Settings) -> None:
    """Raise `BadSettings` where the settings name a profile that neither salesduty nor the workspace has."""
    words = {settings.profile, *(profile for _, profile in settings.profiles)} - {""}
    if words:
        known = profile_words(workspace)
        _refuse(sorted(words - known), known, _NO_PROFILE, settings)


def _refuse(words: Iterable[str], known: Iterable[str], what: Text, settings: Settings) -> None:
    among = sorted(known)
    mistakes = []
    for word in words:
        file, line, column = settings.places.get(word, ("settings", 0, 0))
        said = what.filled({"word": one_line(word), "near": did_you_mean(nearest(word, among, most=1))})
        mistakes.append(Mistake(file, said, line, column))
    if mistakes:
        raise BadSettings(tuple(mistakes))
