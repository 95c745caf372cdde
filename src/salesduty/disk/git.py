"""What git remembers of a folder. Only its stored objects are read: nothing that runs hooks, filters or other programs.

git is told what to do by lists of arguments, never through a shell, and a revision reaches it only where it can be no option.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import new as hasher
from pathlib import Path
from typing import Literal

from salesduty.source.problems import MOST_BYTES

Reason = Literal["no-git", "no-repository", "unknown", "shallow", "slow", "failed"]
"""There is no git; the folder lies in no repository; no such revision; it lies beyond what was fetched; git took too long or
complained otherwise."""

_PATIENCE = 120
"""Seconds that one question to git may take: blobs of a partial clone may have to come over the network."""
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_LISTED = re.compile(rb"([0-7]{6}) (\w+) ([0-9a-f]{40,64}) +(-|\d+)\t(.*)", re.DOTALL)
# Set by git while it runs a hook; they would lead to the wrong place from another folder.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_STEERED = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}


class NoHistory(Exception):
    """A revision that nothing can be compared with; `near` is one that may have been meant, `detail` what git said."""

    def __init__(self, reason: Reason, revision: str = "", *, near: str = "", detail: str = "") -> None:
        super().__init__(reason)
        self.reason: Reason = reason
        self.revision = revision
        self.near = near
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as a commit has it. `plain` is False for a link and for another repository inside this one."""

    name: str
    size: int
    plain: bool


def base(folder: Path, revision: str) -> str:
    """Return the commit where what is checked out in `folder` parted from `revision`, or `revision` itself if they never met.

    So what others have added to a branch meanwhile is not taken for a change made here. Raises NoHistory.
    """
    inside = _asked(folder, "rev-parse", "--git-dir")
    if inside.returncode:
        reason: Reason = "failed" if b"dubious" in inside.stderr else "no-repository"
        raise NoHistory(reason, revision, detail=_first_line(inside.stderr))
    wanted = _commit(folder, revision)
    if wanted is None:
        if _is_shallow(folder):
            raise NoHistory("shallow", revision)
        near = f"origin/{revision}"
        raise NoHistory("unknown", revision, near=near if _commit(folder, near) is not None else "")
    met = _asked(folder, "merge-base", wanted, "HEAD").stdout.decode("ascii", "replace").strip()
    if _COMMIT.fullmatch(met) is None and _is_shallow(folder):
        raise NoHistory("shallow", revision)
    return met if _COMMIT.fullmatch(met) is not None else wanted


def listed(folder: Path, commit: str) -> Mapping[str, Stored]:
    """Return the files below `folder` in `commit` by their names relative to it, with `/` between folders. Raises NoHistory."""
    done = _asked(folder, "ls-tree", "-r", "-l", "-z", commit)
    if done.returncode:
        raise NoHistory("failed", commit, detail=_first_line(done.stderr))
    found = {}
    for entry in done.stdout.split(b"\0"):
        if (match := _LISTED.fullmatch(entry)) is not None:
            mode, kind, name, size, path = match.groups()
            plain = kind == b"blob" and mode != b"120000"
            found[os.fsdecode(path)] = Stored(name.decode(), int(size) if size.isdigit() else 0, plain)
    return found


def contents(folder: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """Return the bytes of stored files by the names of their contents, without those that are too large. Raises NoHistory."""
    wanted = tuple(dict.fromkeys(names))
    if not wanted:
        return {}
    done = _asked(folder, "cat-file", "--batch", stdin="".join(f"{name}\n" for name in wanted).encode())
    if done.returncode:
        raise NoHistory("failed", detail=_first_line(done.stderr))
    found, at = {}, 0
    for name in wanted:
        line_end = done.stdout.find(b"\n", at)
        if line_end < 0:
            break
        head, at = done.stdout[at:line_end].split(), line_end + 1
        if len(head) == 3 and head[2].isdigit():
            size = int(head[2])
            if size <= MOST_BYTES:
                found[name] = done.stdout[at : at + size]
            at += size + 1
    return found


def is_stored(data: bytes, stored: Stored) -> bool:
    """Tell whether `data` is what `stored` is, but for the line ends that git may have changed when it checked it out."""
    return any(_named(each, stored.name) == stored.name for each in (data, data.replace(b"\r\n", b"\n")))


def _named(data: bytes, like: str) -> str:
    """The name that git gives to a content: a hash of the kind that `like` is."""
    digest = hasher("sha1" if len(like) == 40 else "sha256", usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()


def _commit(folder: Path, revision: str) -> str | None:
    if not revision or revision.startswith("-") or not revision.isprintable():
        return None
    said = _asked(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").stdout.decode("ascii", "replace").strip()
    return said if _COMMIT.fullmatch(said) is not None else None


def _is_shallow(folder: Path) -> bool:
    return _asked(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _asked(folder: Path, *args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = _git()
    environ = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, and a program from an absolute path
            [program, "-C", str(folder), *args],
            input=stdin,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env=environ | _STEERED,
        )
    except subprocess.TimeoutExpired as error:
        raise NoHistory("slow") from error
    except (OSError, ValueError) as error:
        raise NoHistory("failed", detail=str(error)) from error


def _git() -> str:
    """The git of the system: never one that lies in the working folder, where Windows would look first."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        path = Path(folder, name)
        if Path(folder).is_absolute() and path.is_file() and os.access(path, os.X_OK):
            return str(path)
    raise NoHistory("no-git")


def _first_line(said: bytes) -> str:
    return said.decode("utf-8", "replace").strip().partition("\n")[0][:200]
