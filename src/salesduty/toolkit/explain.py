"""Explain: how one duty was read, or all duties of one post."""

from __future__ import annotations

from salesduty.responsibility.explain import addresses, explained, meant
from salesduty.responsibility.responsibilities import Responsibilities
from salesduty.results.explained import Explained
from salesduty.text.nearest import nearest
from salesduty.toolkit.check import analyse, is_reported
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.load import Progress, Source, load


class UnknownAddress(Exception):
    """No duty or post has the address `address`; `near` are those that look like it."""

    def __init__(self, address: str, near: tuple[str, ...]) -> None:
        super().__init__(address)
        self.address = address
        self.near = near


def explain(address: str, source: Source = "roles", *, progress: Progress | None = None) -> tuple[Explained, ...]:
    """Return how the duty at `address` was read; for a post, or a heading, all duties below it. See `load` for `source`.

    Raises UnknownAddress, and `NotFound` for a path that does not exist.
    """
    wanted = address.strip().strip("/")
    with without_collector():
        workspace = load(source, progress=progress)
        analysed = sorted(analyse(workspace), key=lambda each: not is_reported(each.department))
        for found in analysed:
            if holdings := meant(found, wanted):
                places = ((holding, workspace.file(holding.file).span(holding.place)) for holding in holdings)
                return tuple(explained(holding, found, span) for holding, span in places)
        raise UnknownAddress(address, _near(wanted, analysed))


def _near(wanted: str, analysed: list[Responsibilities]) -> tuple[str, ...]:
    """The addresses that look like `wanted`, those in the post or department that it names before all others."""
    known = [each for found in analysed for each in addresses(found)]
    department, _, rest = wanted.partition("/")
    circles = (f"{department}/{rest.partition('/')[0]}/", f"{department}/")
    for circle in circles:
        within = [each for each in known if each.startswith(circle)]
        if within:
            return nearest(wanted, within) or tuple(within[:3])
    return _ending(wanted, known) or nearest(wanted, known)


def _ending(wanted: str, known: list[str]) -> tuple[str, ...]:
    """The addresses that end with `wanted`: who leaves out the department, or writes only the id of a duty."""
    return tuple(each for each in known if each.endswith("/" + wanted))[:3]
