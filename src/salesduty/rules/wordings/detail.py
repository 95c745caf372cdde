"""Whether the fields of a duty say what its sentence leaves open."""

from __future__ import annotations

from salesduty.model.duty import Work


def is_timed(work: Work) -> bool:
    """Tell whether a field says by when or how often."""
    return work.sla is not None or work.cadence is not None


def is_detailed(work: Work) -> bool:
    """Tell whether a field says what comes of it, or duties below it do."""
    return is_timed(work) or bool(work.outputs or work.records or work.acceptance or work.kpis or work.duties)


def names_parties(work: Work) -> bool:
    """Tell whether a field names who else takes part."""
    return bool(work.to or work.from_ or work.shared_with)
