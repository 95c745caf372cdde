"""Format: role files in one style, with nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from salesduty.model.order import Keys, of_file
from salesduty.model.reading import read
from salesduty.results.formatted import Formatted, Unformatted
from salesduty.results.suggestion import Edited
from salesduty.source.edit import CannotEdit
from salesduty.source.formatted import formatted
from salesduty.source.parse import parse
from salesduty.toolkit.collector import without_collector
from salesduty.toolkit.edited import with_diff, written
from salesduty.toolkit.load import Progress, Source, read_trees
from salesduty.workspace.file import File


def format_files(
    source: Source = "roles", *, keys: Keys | None = None, write: bool = False, progress: Progress | None = None
) -> Formatted:
    """Return the role files of `source`, see `load`, as they are in the one style; with `write` write them.

    `keys` turns all keys into one language. A file is left alone where it cannot be proved that it says the same afterwards.
    Raises `NotFound` for a path that does not exist.
    """
    with without_collector():
        trees = read_trees(source, progress=progress)
        files = sorted((file for tree in trees for file in tree.files if _is_ours(file)), key=lambda file: file.name)
        looked = [_formatted(file, keys) for file in files]
    edited = tuple(each for each in looked if isinstance(each, Edited) and each.before != each.after)
    left = tuple(each for each in looked if isinstance(each, Unformatted))
    if write and not isinstance(source, Mapping):
        roots = {file.name: tree.root for tree in trees for file in tree.files}
        edited = tuple(written(each, roots[each.file] or Path()) for each in edited)
    else:
        edited = tuple(map(with_diff, edited))
    return Formatted(edited, left, len(files), writing=write)


def _is_ours(file: File) -> bool:
    """Whether a file is asked for and says anything that salesduty knows, or cannot be read so far as to tell."""
    return file.reported and (file.roles or not file.readable)


def _formatted(file: File, keys: Keys | None) -> Edited | Unformatted:
    if file.text is None or not file.readable:
        return Unformatted(file.name, "unreadable")
    if not file.roles or not file.text.strip():
        return Edited(file.name, file.text, file.text)
    try:
        after = formatted(file.text, of_file(keys))
    except CannotEdit:
        return Unformatted(file.name, "unsure")
    again = read(parse(after).data or {})
    if again.document != file.document or len(again.mistakes) != len(file.reading.mistakes):
        return Unformatted(file.name, "unsure")
    return Edited(file.name, file.text, after)
