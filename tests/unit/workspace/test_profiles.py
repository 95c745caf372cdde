from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from salesduty.settings.paths import Base
from salesduty.settings.settings import Settings
from salesduty.toolkit.load import load
from salesduty.workspace.profiles import profile_words, with_profiles

FILES = {
    "roles/a/department.yaml": "department: {name: 甲, profile: fmcg}\n",
    "roles/b/department.yaml": "department: {name: 乙}\nprofiles: [{id: tiny, name: 小店, requires: [C13]}]\n",
    "roles/c/posts.yaml": "post: {name: 丙}\n",
}


@pytest.mark.parametrize(
    ("settings", "profiles"),
    [
        ({}, ["fmcg", None, None]),
        ({"profile": "general"}, ["fmcg", "general", "general"]),
        ({"profile": "general", "profiles": (("roles/b", "tiny"), ("roles/**", "pharma"))}, ["fmcg", "tiny", "pharma"]),
    ],
)
def test_what_a_department_says_itself_counts_then_the_first_path_then_the_usual(
    settings: dict[str, Any], profiles: list[str | None]
) -> None:
    found = with_profiles(load(FILES), Settings(date(2026, 11, 21), base=Base("/w", "/w"), **settings))
    by_file = {department.place.file: department.spec.profile for department in found.departments}
    assert [by_file[file] for file in FILES] == profiles


def test_the_profiles_of_the_files_are_known_too() -> None:
    assert {"tiny", "general"} <= profile_words(load(FILES))
