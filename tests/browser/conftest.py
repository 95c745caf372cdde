"""A real browser, and a site for it to look at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from browser.hostile import HOSTILE
from opened.workspaces import PROJECT, ROLES, SETTINGS
from salesduty.toolkit.render import render

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
GOLDEN = PROJECT / "tests" / "golden" / "roles"
_AXE = Path("axe_playwright_python", "axe.min.js")


@dataclass
class Sight:
    """What a browser said and asked for while it showed a page."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests."""
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    with sync.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core, as a package brings it along."""
    found = find_spec(_AXE.parts[0])
    if found is None or found.origin is None:
        pytest.skip("axe-playwright-python is not installed")
    return Path(found.origin).with_name(_AXE.name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two departments of `roles/`, a small one, and one whose every text is markup."""
    folder = tmp_path_factory.mktemp("site")
    texts = {
        path.relative_to(parent).as_posix(): path.read_text(encoding="utf-8")
        for parent, name in ((ROLES, "general"), (ROLES, "solution"), (GOLDEN, "tea"))
        for path in (parent / name).rglob("*.yaml")
    }
    render({**texts, **HOSTILE}, format="html", output=folder, despite_errors=True, settings=SETTINGS)
    return folder


@pytest.fixture
def show(browser: Any) -> Iterator[Any]:
    """Open a file at an anchor, as `show(path, anchor, width=…, dark=…)`; nothing may go wrong or be asked for on the way."""
    contexts: list[tuple[Any, Sight]] = []

    def opened(path: Path, anchor: str = "", *, width: int = 1280, dark: bool = False, **options: Any) -> Any:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, **options)
        context.set_default_timeout(5000)
        sight = Sight()
        contexts.append((context, sight))
        page = context.new_page()
        page.on("console", lambda message: sight.said.append(message.text))
        page.on("pageerror", lambda error: sight.said.append(str(error)))
        page.on("dialog", lambda dialog: (sight.said.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: sight.asked.append(request.url))
        page.goto(path.as_uri() + anchor)
        return page

    yield opened
    for context, sight in contexts:
        context.close()
        assert sight.said == []
        assert [url for url in sight.asked if not url.startswith("file:")] == []
