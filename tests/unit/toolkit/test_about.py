from __future__ import annotations

from salesduty.rules.checks import ALL
from salesduty.toolkit.about import about


def test_every_rule_says_what_it_is_about_in_both_languages() -> None:
    told = about()

    assert list(told) == list(dict.fromkeys(rule.code for rule in ALL))
    assert [code for code, each in told.items() if not each.why.zh or not each.why.en] == []


def test_a_remedy_in_general_has_no_blanks_to_fill() -> None:
    told = about()

    assert [code for code, each in told.items() if "{" in each.fix.zh + each.fix.en] == []
    assert (told["STR012"].fix.zh, told["STR012"].fix.en) == ("", "")
    assert told["REF001"].fix.zh.startswith("改成岗位的编号、名称或别名")
