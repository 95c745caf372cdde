from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from salesduty.settings.fingerprint import fingerprint
from salesduty.settings.paths import Base, leads_out
from salesduty.settings.selection import Layer, Selection
from salesduty.settings.settings import RulesFile, Settings

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("layer", "turns"),
    [
        (Layer(), None),
        (Layer(select=("KPI",)), True),
        (Layer(ignore=("KPI001",)), False),
        (Layer(ignore=("weights",)), False),
        (Layer(select=("KPI001",), ignore=("KPI",)), True),
        (Layer(select=("KPI",), ignore=("KPI001",)), False),
        (Layer(select=("KPI",), ignore=("KPI",)), False),
        (Layer(select=("weights",), ignore=("KPI001",)), False),
        (Layer(severity={"KPI": "off"}), False),
        (Layer(severity={"KPI": "off", "KPI001": "error"}), False),
        (Layer(select=("KPI001",), severity={"KPI": "off"}), True),
        (Layer(select=("KP",), ignore=("REF", "KPI00")), None),
    ],
)
def test_what_is_nearer_to_the_rule_wins(layer: Layer, turns: bool | None) -> None:
    assert layer.turns("KPI001", "weights") is turns


def test_a_severity_of_the_rule_goes_before_that_of_its_family() -> None:
    layer = Layer(severity={"KPI": "info", "weights": "error", "REF": "off"})
    assert [
        layer.weight("KPI001", "weights"),
        layer.weight("KPI002", "x"),
        layer.weight("REF001", "y"),
        layer.weight("STR001", "z"),
    ] == [
        "error",
        "info",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("glob", "holds"),
    [
        ("", True),
        ("roles", True),
        ("roles/", True),
        ("./roles/**", True),
        ("roles/*", True),
        ("roles/*.yaml", False),
        ("roles/**/*.yaml", True),
        ("**/rep.yaml", True),
        ("**/*.yml", False),
        ("rep.yaml", False),
        ("role", False),
        ("roles/old/re?.yaml", True),
        ("roles/old/re?yaml", False),
        (r"roles\old", True),
        ("roles/old/rep.yaml", True),
        ("roles/o(l)d", False),
    ],
)
def test_a_glob_means_files_and_folders(glob: str, holds: bool) -> None:
    assert Base("/here", "/here").holds(glob, "roles/old/rep.yaml") is holds


def test_files_are_counted_from_the_folder_of_the_settings() -> None:
    below, above = Base("/here", "/here/a"), Base("/here/a", "/here")
    assert (below.relative("roles/x.yaml"), below.relative("/here/x.yaml"), below.relative("/else/x.yaml")) == (
        "a/roles/x.yaml",
        "x.yaml",
        None,
    )
    assert (above.relative("a/roles/x.yaml"), above.relative("b/x.yaml")) == ("roles/x.yaml", None)
    assert (Base("C:/w", "C:/w").relative("C:/w/x.yaml"), Base("/", "/").relative("x.yaml")) == ("x.yaml", "x.yaml")
    assert Base().relative("x.yaml") == "x.yaml"
    assert [path for path in ("a/../b", "/a", "C:/a", r"\a", "a..b", "..a") if leads_out(path)] == ["a/../b", "/a", "C:/a", r"\a"]


def test_a_fingerprint_is_that_of_what_is_set() -> None:
    one = Settings(TODAY, glossary={"a": ("b",), "c": ("d",)}, places={"KPI": ("x", 1, 1)})
    same = Settings(TODAY, glossary={"c": ("d",), "a": ("b",)}, places={})
    others: list[dict[str, Any]] = [
        {"most_duties": 13},
        {"widest_span": {"manager": 3}},
        {"glossary": {"a": ("b", "d")}},
        {"profile": "general"},
        {"profiles": (("a", "b"), ("c", "d"))},
        {"profiles": (("c", "d"), ("a", "b"))},
        {"selection": Selection(False)},
        {"selection": Selection(True, (Layer(ignore=("KPI",)),))},
        {"base": Base("/a", "/b")},
        {"team": (RulesFile("a", b"b"),)},
    ]
    assert fingerprint(one) == fingerprint(same)
    prints = [
        fingerprint(Settings(TODAY)),
        fingerprint(Settings(date(2026, 11, 22))),
        *(fingerprint(Settings(TODAY, **each)) for each in others),
    ]
    assert len(set(prints)) == len(others) + 2
