"""The templates that come with the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from opened.workspaces import PROJECT
from salesduty.disk import packaged
from salesduty.disk.packaged import starters, templates


def test_every_file_is_there_by_its_name() -> None:
    folder = PROJECT / "templates"
    found = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()
    }
    assert {**templates().sources, **{f"init/{name}": text for name, text in starters().items()}} == found
    assert not templates().sources.keys() & starters().keys()
    assert {"docx/[Content_Types].xml.jinja", "html/document.html.jinja", "md/document.md.jinja"} <= set(found)
    assert templates() is templates()


def test_templates_are_text_that_a_reviewer_can_read() -> None:
    for name, text in templates().sources.items():
        assert name.endswith((".jinja", ".xml", ".rels", ".css", ".js", ".typ")), name
        assert "\0" not in text
        assert "\r" not in text


@pytest.mark.parametrize("where", ["_IN_WHEEL", "_IN_SOURCE"])
def test_those_in_the_wheel_come_before_those_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setattr(packaged, "_IN_WHEEL", tmp_path / "wheel")
    monkeypatch.setattr(packaged, "_IN_SOURCE", tmp_path / "source")
    for folder in ("wheel", "source")[("_IN_WHEEL", "_IN_SOURCE").index(where) :]:
        (tmp_path / folder / "md").mkdir(parents=True)
        (tmp_path / folder / "md" / "x.jinja").write_text(folder, encoding="utf-8")
        (tmp_path / folder / ".DS_Store").write_bytes(b"\0\xff")
    found = templates.__wrapped__().sources
    assert found == {"md/x.jinja": "wheel" if where == "_IN_WHEEL" else "source"}
