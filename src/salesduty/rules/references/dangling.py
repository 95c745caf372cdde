"""References that lead nowhere, each with what it may have meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from salesduty.results.repair import Put, Repair
from salesduty.results.wording import Text
from salesduty.rules.quoted import quoted
from salesduty.rules.rule import Hit
from salesduty.rules.suggestion import did_you_mean
from salesduty.text.nearest import nearest
from salesduty.workspace.entities import Department
from salesduty.workspace.references import Kind, Reference, references

_CLOSE = 0.6
"""Any two words about sales share a character or two; only a nearer one is worth suggesting."""
_MOST_HINTS = 300
"""Where more words than this lead nowhere, they were all renamed at once, and hints for each would take minutes."""


def dangling(
    department: Department,
    kind: Kind,
    leads_nowhere: Callable[[Reference], bool],
    known: Callable[[Reference], Iterable[str]],
    around: Iterable[Department] = (),
) -> Iterator[Hit]:
    """Yield the references of `kind` for which `leads_nowhere` is True, with the values `ref` and `near`, and `post` if in one.

    `known` returns the words that the reference might have meant. What may be written in a part of the
    department, or of those `around` it, that could not be read is not missing.
    """
    searched = (department, *around)
    near: dict[tuple[str, str], tuple[str, ...]] = {}
    unread: dict[str, bool] = {}
    for reference in references(department):
        if reference.kind != kind or not leads_nowhere(reference):
            continue
        if reference.ref not in unread:
            unread[reference.ref] = _unread(searched, reference.ref)
        if unread[reference.ref]:
            continue
        key = (reference.ref, reference.post.address if reference.post is not None else "")
        if key not in near:
            near[key] = nearest(reference.ref, sorted(set(known(reference))), cutoff=_CLOSE) if len(near) < _MOST_HINTS else ()
        post = {"post": reference.post.value.name} if reference.post is not None else {}
        values = {"ref": reference.ref, "near": did_you_mean(near[key]), **post}
        yield Hit(reference.place, values, repair=_meant(reference, near[key]))


def _meant(reference: Reference, near: tuple[str, ...]) -> Repair | None:
    """The name that was meant, where only one looks like it."""
    if len(near) != 1:
        return None
    return Repair(Text(f"改成{quoted(near[0])}", f"write {quoted(near[0])}"), (Put(reference.place, near[0]),), safe=False)


def _unread(departments: Iterable[Department], words: str) -> bool:
    """Tell whether `words` stand in a file or a value that could not be understood.

    Only what can be seen counts: a file that hides all its words must not hide the findings of the others.
    """
    files = [file for department in departments for file in department.files]
    return any(not file.readable and words in (file.partial if file.text is None else file.text) for file in files) or any(
        words in str(mistake.values.get("got", "")) for file in files for mistake in file.reading.mistakes
    )
