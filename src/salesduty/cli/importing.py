"""What `salesduty import` does: read and tell, and write where that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from salesduty.cli.progress import READ, Progress
from salesduty.cli.terminal import Terminal
from salesduty.results.wording import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from salesduty.disk.documents import Paper
    from salesduty.reporters.look import Look, Piece
    from salesduty.results.draft import Draft
    from salesduty.results.imported import Outline, Refused
    from salesduty.toolkit.importing import Wanted

_NONE_READ = Text("没有一份文件读得出来，什么都没有写。", "None of the documents could be read, and nothing was written.")
_SOME_UNREAD = Text(
    "有 {count} 份文件没有读出来，原因见上；其余的都处理了。",
    "{count} documents could not be read, for the reasons above; the others were dealt with.",
)
_NO_DUTIES = Text(
    "没有找到岗位和职责，什么都没有写。请检查是不是选错了文件；没有选错的，请把岗位名称各写成一行小标题，再导入。",
    "No posts and no duties were found, and nothing was written. Check whether these are the right documents; if they are, give "
    "each post a heading of its own and import again.",
)
_NO_DUTIES_SEEN = Text(
    "没有找到岗位和职责。请检查是不是选错了文件；没有选错的，请把岗位名称各写成一行小标题，再导入。",
    "No posts and no duties were found. Check whether these are the right documents; if they are, give each post a heading of "
    "its own and import again.",
)
_PASSED_OVER = Text(
    "没有看这 {count} 个文件，能导入的只有 Word、Excel、WPS、PDF、网页和文本文件：{names}",
    "These {count} files were passed over, as only Word, Excel, WPS, PDF, web and text files can be imported: {names}",
)
_LOOKED = Text(
    "以上只是看一看，什么都没有写。要写成文件，请运行：", "This was a look, and nothing was written. To write files, run:"
)
_COMMAND = Text("  salesduty import {files} --to {folder}", "  salesduty import {files} --to {folder}")
_MERGE = Text(
    "还没有写。要写进去，请运行：\n  salesduty import {files} --into {folder} --write",
    "Nothing was written. To write it, run:\n  salesduty import {files} --into {folder} --write",
)
_USUAL_ROOT = "roles"
_MOST_NAMED = 3
_MOST_PASSED_OVER = 10
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Importing:
    """A run: where it speaks, what it reads and how."""

    terminal: Terminal
    papers: Sequence[Paper]
    wanted: Wanted
    jobs: int
    passed_over: Sequence[str] = ()

    @property
    def look(self) -> Look:
        """How reports look."""
        from salesduty.results.finding import INFO

        return self.terminal.look(INFO)

    def outline(self, files: Sequence[str], to: Path | None) -> int:
        """Tell what is in the documents, and how they would be written; return the exit code."""
        from salesduty.disk.staged import refuse_filled
        from salesduty.reporters.drafts.outlines import outlines
        from salesduty.results.imported import Outline
        from salesduty.toolkit.importing import read_outlines

        if to is not None:
            refuse_filled(to)
        found: list[Outline] = []
        refused: list[Refused] = []
        with Progress(self.terminal, READ) as progress:
            for each in read_outlines(self.papers, self.wanted, jobs=self.jobs, progress=progress):
                (found if isinstance(each, Outline) else refused).append(each)  # type: ignore[arg-type]
        self._complain(refused)
        if not found:
            return self._nothing()
        self.terminal.show(outlines(found, self.look))
        if not any(each.anything for each in found):
            self.terminal.complain(self.terminal.within(_NO_DUTIES_SEEN))
            return 1
        self.terminal.say(self.terminal.within(_LOOKED))
        named = " ".join(map(_typed, files[:_MOST_NAMED])) + (" …" if len(files) > _MOST_NAMED else "")
        folder = to.as_posix() if to is not None else f"{_USUAL_ROOT}/{_folder_for(files)}"
        self.terminal.say(self.terminal.within(_COMMAND, files=named, folder=_typed(folder)))
        return self._ended(refused)

    def write(self, folder: Path, *, quiet: bool) -> int:
        """Write the documents as definitions into a new folder; return the exit code.

        What was written and what could not be read is told, unless `quiet`: then `print_json` is to come.
        """
        from salesduty.reporters.drafts.outlines import outlines
        from salesduty.reporters.drafts.written import written
        from salesduty.toolkit.import_to import import_to

        with Progress(self.terminal, READ) as progress:
            done = import_to(self.papers, folder, self.wanted, jobs=self.jobs, progress=progress)
        if not quiet or not done.outlines:
            self._complain(done.refused)
        if not done.outlines:
            return self._nothing()
        if not quiet:
            self.terminal.show(outlines(done.outlines, self.look))
        if done.written is None or done.report is None:
            self.terminal.complain(self.terminal.within(_NO_DUTIES))
            return 1
        if not quiet:
            self.terminal.show(written(done.written, done.report, self.look))
        return int(bool(done.refused)) if quiet else self._ended(done.refused)

    def merge(self, folder: Path, files: Sequence[str], *, write: bool, json: bool) -> int:
        """Compare the documents with definitions that are there, and with `write` change these; return the exit code."""
        from salesduty.disk.find import refuse_without_definitions
        from salesduty.reporters.drafts.merged import merged, merged_json
        from salesduty.reporters.look import Piece
        from salesduty.toolkit.import_into import import_into

        refuse_without_definitions(folder)
        with Progress(self.terminal, READ) as progress:
            done, refused, count = import_into(self.papers, folder, self.wanted, write=write, jobs=self.jobs, progress=progress)
        self._complain(refused)
        if not count:
            return self._nothing()
        if json:
            self._print(Piece(merged_json(done, refused, self.look)))
            return self._ended(refused)
        self.terminal.show(merged(done, self.look))
        if not write and any(merge.writes for merge in done.merges):
            named = " ".join(map(_typed, files[:_MOST_NAMED])) + (" …" if len(files) > _MOST_NAMED else "")
            self.terminal.say(self.terminal.within(_MERGE, files=named, folder=_typed(folder.as_posix())))
        return self._ended(refused)

    def print_json(self, *, several: bool) -> int:
        """Print what the documents say for programs; return the exit code."""
        from salesduty.reporters.drafts.json import drafts
        from salesduty.results.imported import Refused
        from salesduty.toolkit.importing import read_drafts

        refused: list[Refused] = []
        read = 0

        def passed(found: Iterable[Draft | Refused]) -> Iterator[Draft | Refused]:
            nonlocal read
            for each in found:
                if isinstance(each, Refused):
                    refused.append(each)
                else:
                    read += 1
                yield each

        with Progress(self.terminal, READ) as progress:
            found = passed(read_drafts(self.papers, self.wanted, jobs=self.jobs, progress=progress))
            for piece in drafts(found, self.look, several=several):
                self._print(piece)
        self._complain(refused)
        return self._ended(refused) if read else self._nothing()

    def _print(self, piece: Piece) -> None:
        self.terminal.show((piece,))

    def _complain(self, refused: Sequence[Refused]) -> None:
        """Tell which files were passed over, and file by file what could not be read."""
        from salesduty.reporters.drafts.lines import line
        from salesduty.reporters.drafts.troubles import trouble
        from salesduty.reporters.look import plain
        from salesduty.text.visible import one_line

        if self.passed_over:
            named = [one_line(each, _LONGEST_NAME) for each in self.passed_over[:_MOST_PASSED_OVER]]
            names = "、".join(named) + ("、…" if len(self.passed_over) > _MOST_PASSED_OVER else "")
            told = _PASSED_OVER.filled({"count": len(self.passed_over), "names": names})
            self.terminal.complain(plain(line(told, self.look, further="  ")).rstrip("\n"))
        for each in refused:
            self.terminal.complain(plain(line(trouble(each), self.look, further="  ")).rstrip("\n"))

    def _ended(self, refused: Sequence[Refused]) -> int:
        if refused:
            self.terminal.complain(self.terminal.within(_SOME_UNREAD, count=len(refused)))
        return int(bool(refused))

    def _nothing(self) -> int:
        self.terminal.complain(self.terminal.within(_NONE_READ))
        return 2


def _typed(path: str) -> str:
    return f'"{path}"' if " " in path else path


def _folder_for(files: Sequence[str]) -> str:
    """A name for the folder to write into: that of the first document, or of the folder it is in."""
    return Path(files[0]).absolute().stem or _USUAL_ROOT
