"""A new department has no findings, whatever its kind and the language of its keys."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from salesduty.cli.commands import COMMANDS
from salesduty.disk.create import AlreadyThere
from salesduty.disk.packaged import starters
from salesduty.model.areas import PROFILES
from salesduty.results.finding import WARNING
from salesduty.settings.settings import Settings
from salesduty.toolkit.check import check
from salesduty.toolkit.format import format_files
from salesduty.toolkit.init import (
    CI_FILES,
    NotClean,
    Seat,
    Wishes,
    init,
    is_headcount,
    is_id,
    is_name,
    planned,
    proposed_id,
    usual,
)
from salesduty.toolkit.lint import lint
from salesduty.toolkit.render import render

TODAY = date(2026, 11, 21)
SETTINGS = Settings(today=TODAY)


def files(top: Path) -> list[str]:
    return sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())


@pytest.mark.parametrize("english_keys", [False, True], ids=["zh", "en"])
@pytest.mark.parametrize("profile", PROFILES)
def test_a_new_department_lints_and_checks_clean(profile: str, english_keys: bool, tmp_path: Path) -> None:
    name, seats = usual(profile)
    more = (Seat("大客户经理", 1, seats[0].name),)
    wishes = Wishes(name, "sales", profile, headcounts={seats[-1].name: 9}, seats=more, english_keys=english_keys)

    init(tmp_path, wishes, today=TODAY)

    found = (lint(tmp_path, settings=SETTINGS), check(tmp_path, settings=SETTINGS).report)
    assert [[f"{f.code} {f.file} {f.message.zh}" for f in report.at_least(WARNING).findings] for report in found] == [[], []]
    assert all((report.departments, report.posts) == (1, len(seats) + 1) for report in found)
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "roles").rglob("*.yaml"))
    assert ("\n  reports_to: " in text, "\n  直接上级: " in text) == (english_keys, not english_keys)
    assert len(render(tmp_path, format="md", settings=SETTINGS)) == 1
    assert format_files(tmp_path).files == ()


def test_every_kind_of_department_has_a_beginning() -> None:
    there = {name.split("/")[1] for name in starters() if name.startswith("departments/")}
    assert there == PROFILES.keys()
    for profile in PROFILES:
        name, seats = usual(profile)
        assert name.endswith("部")
        assert 3 <= len(seats) <= 6
        assert seats[0].reports_to == "总经理"


def test_what_is_wished_for_is_written(tmp_path: Path) -> None:
    wishes = Wishes("华东销售部", "east", approver="董事长", headcounts={"销售代表": 12}, ci="gitlab", editor="none")
    begun = init(tmp_path, wishes, today=date(2028, 2, 29))
    assert begun.kept == ()
    assert (
        sorted(begun.written)
        == files(tmp_path)
        == [
            ".gitlab-ci.yml",
            "roles/east/department.yaml",
            "roles/east/kpis.yaml",
            "roles/east/posts/sales-assistant.yaml",
            "roles/east/posts/sales-manager.yaml",
            "roles/east/posts/sales-representative.yaml",
            "roles/east/posts/sales-supervisor.yaml",
            "roles/east/processes/order-to-cash.yaml",
            "salesduty.schema.json",
            "salesduty.toml",
        ]
    )
    department = yaml.safe_load((tmp_path / "roles" / "east" / "department.yaml").read_text(encoding="utf-8"))["部门"]
    assert (department["部门名称"], department["编号"], department["批准人"]) == ("华东销售部", "east", "董事长")
    assert (department["生效日期"], department["复审日期"]) == (date(2028, 2, 29), date(2029, 2, 28))
    post = yaml.safe_load((tmp_path / "roles" / "east" / "posts" / "sales-representative.yaml").read_text(encoding="utf-8"))
    assert post["岗位"]["编制"] == 12


def test_every_role_file_leads_the_editor_to_the_schema_and_keeps_to_it(tmp_path: Path) -> None:
    init(tmp_path, Wishes("销售部", "sales", seats=(Seat("助理", 1, "销售经理"),)), today=TODAY)
    validator = Draft7Validator(json.loads((tmp_path / "salesduty.schema.json").read_text(encoding="utf-8")))
    paths = list((tmp_path / "roles").rglob("*.yaml"))
    assert len(paths) == 8
    for path in paths:
        first, _, text = path.read_text(encoding="utf-8").partition("\n")
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / schema).resolve() == (tmp_path / "salesduty.schema.json").resolve()
        assert list(validator.iter_errors(yaml.load(text, yaml.BaseLoader))) == []
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert list(settings["yaml.schemas"]) == ["./salesduty.schema.json"]


@pytest.mark.parametrize("host", CI_FILES)
def test_a_pipeline_runs_commands_that_there_are(host: str) -> None:
    text = planned(Wishes("销售部", "sales", ci=host), today=TODAY)[CI_FILES[host]]
    assert isinstance(yaml.safe_load(text), dict)
    assert "@" not in text.replace("@v4", "").replace("@v5", "").replace("build@python", "")
    commands = [line.strip().removeprefix("- ").removeprefix("run: ") for line in text.splitlines() if " salesduty " in line]
    assert [command.split()[:3] for command in commands] == [["salesduty", "lint", "roles"], ["salesduty", "check", "roles"]]
    assert {"lint", "check"} <= {command.name for command in COMMANDS}


def test_gitlab_gets_the_findings_in_its_own_form() -> None:
    job = yaml.safe_load(planned(Wishes("销售部", "sales", ci="gitlab"), today=TODAY)[CI_FILES["gitlab"]])["salesduty"]
    report = job["artifacts"]["reports"]["codequality"]
    assert any(f"--format gitlab={report}" in line for line in job["script"])


def test_settings_of_the_project_stay_as_they_are(tmp_path: Path) -> None:
    init(tmp_path, Wishes("销售部", "sales"), today=TODAY)
    (tmp_path / "salesduty.toml").write_text("mine", encoding="utf-8")
    begun = init(tmp_path, Wishes("市场部", "marketing"), today=TODAY)
    assert set(begun.kept) == {"salesduty.toml", "salesduty.schema.json", ".vscode/settings.json", ".vscode/extensions.json"}
    assert (tmp_path / "salesduty.toml").read_text(encoding="utf-8") == "mine"
    assert lint(tmp_path, settings=SETTINGS).at_least(WARNING).findings == ()


def test_a_department_that_is_there_and_a_pipeline_that_is_there_are_not_touched(tmp_path: Path) -> None:
    init(tmp_path, Wishes("销售部", "sales"), today=TODAY)
    before = files(tmp_path)
    with pytest.raises(AlreadyThere, match="roles/sales"):
        init(tmp_path, Wishes("销售部", "sales"), today=TODAY)
    (tmp_path / ".cnb.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(AlreadyThere, match="cnb"):
        init(tmp_path, Wishes("市场部", "marketing", ci="cnb"), today=TODAY)
    assert files(tmp_path) == sorted([*before, ".cnb.yml"])


def test_an_id_that_another_folder_uses_is_refused(tmp_path: Path) -> None:
    init(tmp_path, Wishes("销售部", "sales"), today=TODAY)
    (tmp_path / "roles" / "sales").rename(tmp_path / "roles" / "old")
    with pytest.raises(AlreadyThere, match=r"old/department\.yaml"):
        init(tmp_path, Wishes("销售部", "sales"), today=TODAY)


def test_what_would_have_findings_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(NotClean) as raised:
        init(tmp_path, Wishes("销售部", "sales", seats=(Seat("助理", 1, "销售经里"),)), today=TODAY)
    assert [finding.message.zh for finding in raised.value.report.findings] == ["找不到“销售经里”，是不是“销售经理”？"]
    assert files(tmp_path) == []


def test_ids_are_proposed_from_names_and_are_free(tmp_path: Path) -> None:
    assert [proposed_id(name, tmp_path) for name in ("销售部", "华东市场部", "East", "行政部")] == [
        "sales",
        "marketing",
        "east",
        "sales",
    ]
    (tmp_path / "roles" / "sales").mkdir(parents=True)
    (tmp_path / "roles" / "sales-2").mkdir()
    assert proposed_id("销售部", tmp_path) == "sales-3"


def test_what_can_be_an_id_a_name_a_headcount() -> None:
    assert [
        text
        for text in ("sales", "e-commerce", "a2", "Sales", "2a", "a--b", "-a", "销售", "a/b", "..", "", "a" * 61)
        if is_id(text)
    ] == [
        "sales",
        "e-commerce",
        "a2",
    ]
    assert [text for text in ("销售部", "A 部", " ", "", "a\nb", "a\x1b", "a\u202eb", "字" * 61) if is_name(text)] == [
        "销售部",
        "A 部",
    ]
    assert [text for text in ("1", "1000", "0", "1001", "-1", "一", "１", "", "9" * 99) if is_headcount(text)] == ["1", "1000"]
