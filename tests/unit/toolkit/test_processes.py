"""Processes that work for this one."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from salesduty.toolkit.processes import can_fork


def test_a_process_that_has_set_pages_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    # A copy would wait for ever for threads of Typst that it does not have.
    monkeypatch.setitem(sys.modules, "typst", ModuleType("typst"))

    assert not can_fork()
