"""WRD: a sentence says one thing, plainly."""

from __future__ import annotations

from salesduty.rules.rule import Rule
from salesduty.rules.wordings import (
    above_level,
    bare_charge,
    catch_all_not_last,
    conduct_among_duties,
    fullwidth,
    half_a_sentence,
    helping_nobody,
    incomplete,
    mixed_scripts,
    narrow_marks,
    said_twice,
    several_catch_alls,
    several_duties,
    stray_blank,
    two_words,
    unbalanced,
    unnamed_party,
    vague_amount,
    vague_time,
)

RULES: tuple[Rule, ...] = (
    bare_charge.RULE,
    several_duties.RULE,
    vague_amount.RULE,
    vague_time.RULE,
    catch_all_not_last.RULE,
    several_catch_alls.RULE,
    unnamed_party.RULE,
    conduct_among_duties.RULE,
    helping_nobody.RULE,
    two_words.RULE,
    above_level.RULE,
    said_twice.RULE,
    mixed_scripts.RULE,
    fullwidth.RULE,
    stray_blank.RULE,
    unbalanced.RULE,
    narrow_marks.RULE,
    half_a_sentence.RULE,
    incomplete.RULE,
)
