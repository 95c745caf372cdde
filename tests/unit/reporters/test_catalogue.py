from __future__ import annotations

import pkgutil
from importlib import import_module

import salesduty.reporters
from salesduty.reporters.catalogue import REPORTERS


def test_every_reporter_is_in_the_catalogue_under_its_own_name() -> None:
    modules = {
        module.name: import_module(f"salesduty.reporters.{module.name}")
        for module in pkgutil.iter_modules(salesduty.reporters.__path__)
    }

    assert {name: module.report for name, module in modules.items() if hasattr(module, "report")} == dict(REPORTERS)
