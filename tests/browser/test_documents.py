"""The plain pages of single documents in a real browser, on a phone and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from opened.workspaces import ROLES, SETTINGS
from salesduty.toolkit.render import render


def _page(document: str, folder: Path) -> Path:
    rendered = render(ROLES / "general", document=document, format="html", output=folder, settings=SETTINGS)
    assert rendered[0].path is not None
    return rendered[0].path


@pytest.mark.parametrize("width", [390, 1360])
def test_a_small_chart_is_not_blown_up(width: int, show: Any, tmp_path: Path) -> None:
    page = show(_page("chart", tmp_path), width=width)
    svg = page.locator("figure svg")
    assert svg.bounding_box()["width"] == pytest.approx(float(svg.get_attribute("width").removesuffix("pt")) * 96 / 72, abs=1)


def test_labels_of_cells_stand_at_the_left_on_a_phone(show: Any, tmp_path: Path) -> None:
    page = show(_page("check", tmp_path), width=390)
    assert page.evaluate(
        "[...new Set([...document.querySelectorAll('td')].map(e => getComputedStyle(e, '::before').textAlign))]"
    ) == ["left"]


def test_a_form_is_not_torn_from_its_heading_on_paper(show: Any, tmp_path: Path) -> None:
    page = show(_page("post", tmp_path))
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.form')).breakInside") == "avoid"
