"""Offers: a report with the exact places of the text that its repairs would change, for programs that make the changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from salesduty.disk.find import Found
from salesduty.disk.survey import Stamp, survey
from salesduty.results.finding import Finding, Report
from salesduty.results.repair import Repair, TextEdit
from salesduty.source.edit import Effort
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.load import read_file
from salesduty.toolkit.repairs import text_edits
from salesduty.workspace.file import File

MOST_REPAIRS = 2_000
"""The repairs of a report behind these get no edits: nobody goes through more one by one, and `--fix` does them all."""
MOST_READ = 10_000_000
"""Characters, some seconds: a file is read once to prove its repairs, and several times where some of them cannot be done."""


def with_edits(report: Report, file_of: Callable[[str], File | None]) -> Report:
    """Return `report` with the edits of its repairs: the first `MOST_REPAIRS`, as far as `MOST_READ` goes.

    `file_of` gives a file by its name, None where it is not what it was. A finding gets no edits where its repair cannot be
    done by itself.
    """
    with without_collector():
        known = dict(_known(_wanted(report), file_of))
    return report.only(tuple(_with(finding, known) for finding in report.findings))


def with_edits_on_disk(report: Report, files: Sequence[Found], before: Sequence[Stamp]) -> Report:
    """Return `report` on `files`, which may have been remembered, with edits; reads no other files than have a repair.

    `before` is what the system said of each file before it was looked at; what is another one by now gets no edits.
    """
    known = {found.name: (found, stamp) for found, stamp in zip(files, before, strict=True)}

    def read(name: str) -> File | None:
        found, stamp = known[name]
        file = read_file(found)
        return file if survey((found,)).stamps == (stamp,) else None

    return with_edits(report, read)


def _wanted(report: Report) -> Mapping[str, Sequence[Repair]]:
    """The repairs by the file that they are about, each once."""
    repairs = dict.fromkeys(finding.repair for finding in report.findings if finding.repair is not None and finding.repair.steps)
    wanted: dict[str, list[Repair]] = {}
    for repair in list(repairs)[:MOST_REPAIRS]:
        if repair is not None:
            wanted.setdefault(repair.steps[0].at.file, []).append(repair)
    return wanted


def _known(
    wanted: Mapping[str, Sequence[Repair]], file_of: Callable[[str], File | None]
) -> Iterator[tuple[Repair, tuple[TextEdit, ...]]]:
    effort = Effort(MOST_READ)
    for name, repairs in wanted.items():
        file = file_of(name) if effort.left > 0 else None
        if file is not None:
            yield from zip(repairs, text_edits(file, repairs, effort), strict=True)


def _with(finding: Finding, known: Mapping[Repair, tuple[TextEdit, ...]]) -> Finding:
    return finding if finding.repair is None else replace(finding, edits=known.get(finding.repair, ()))
