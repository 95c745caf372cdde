"""A check written to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesduty.disk.packaged import templates
from salesduty.disk.write import CannotWrite
from salesduty.renderers.checks import CHECK_RENDERERS
from salesduty.results.coverage import Chart, Checked
from salesduty.results.finding import Report
from salesduty.toolkit.check_files import CHECK_FORMATS, write_check
from salesduty.toolkit.render import UnknownChoice

CHECKED = Checked(Report((), 1, 0, 1), (Chart("sales", "销售部", (), ()),))


def test_every_renderer_is_called_after_the_ending_of_its_files() -> None:
    assert tuple(CHECK_RENDERERS) == CHECK_FORMATS == ("html", "xlsx")


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_it_is_written_where_it_is_wanted(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert write_check(CHECKED, form) == Path("dist", f"check.{form}")
    assert write_check(CHECKED, form, "a/b.x") == Path("a", "b.x")
    assert Path("a/b.x").read_bytes() == Path(f"dist/check.{form}").read_bytes() == CHECK_RENDERERS[form](CHECKED, templates())
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2


def test_a_format_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownChoice, match="docx"):
        write_check(CHECKED, "docx", tmp_path / "x")


def test_what_cannot_be_written_is_said_and_leaves_the_old(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old", encoding="utf-8")

    with pytest.raises(CannotWrite):
        write_check(CHECKED, "html", tmp_path / "file" / "below")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "old"
