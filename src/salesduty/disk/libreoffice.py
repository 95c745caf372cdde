"""Formats that LibreOffice knows and we do not: a copy of the document is converted in a process of its own.

The process has a profile and a folder of its own, which vanish with it, runs no macros, follows no links, and is stopped with all
that it started when its time is up.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from salesduty.disk.bounded import MOST_BYTES
from salesduty.intake.manuscript import Unreadable

CONVERTED: Mapping[str, str] = {
    "doc": "docx",
    "wps": "docx",
    "rtf": "docx",
    "odt": "docx",
    "wordml": "docx",
    "xls": "xlsx",
    "ods": "xlsx",
}
"""The formats that are converted, and what into."""
SECONDS = 90
"""A document of 200 pages takes about ten; the first one pays for the profile as well."""
_ENDINGS = {"wordml": "xml"}
_NAMES = ("soffice", "libreoffice", "soffice.com")
_MEMORY = 4 * 2**30
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""  # noqa: E501


def program() -> str:
    """Return where LibreOffice is on this machine, or nothing."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    bases = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")]
    places = [Path(base) / "LibreOffice" / "program" / "soffice.com" for base in bases if base]
    places.append(Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
    return next((str(each) for each in places if each.is_file()), "")


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """Converts documents one after the other, in `folder`, with a profile that the first of them makes."""

    program: str
    folder: Path
    seconds: float = SECONDS

    def convert(self, data: bytes, kind: str) -> bytes:
        """Return the document `data`, which is of the format `kind`, in the one of CONVERTED.

        Raises Unreadable: `office-missing`, `office-slow`, `office-failed`.
        """
        better = CONVERTED[kind]
        said = {"format": kind, "better": better}
        if not self.program:
            raise Unreadable("office-missing", **said)
        profile, source = self.folder / "profile", self.folder / f"document.{_ENDINGS.get(kind, kind)}"
        made = self.folder / "made" / f"document.{better}"
        made.unlink(missing_ok=True)
        if not profile.exists():
            (profile / "user").mkdir(parents=True)
            (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        source.write_bytes(data)
        try:
            ended = _ran(self._command(profile, source, better), self.folder, self.seconds)
        except OSError as error:
            raise Unreadable("office-failed", **said) from error
        finally:
            source.unlink(missing_ok=True)
        if not ended:
            raise Unreadable("office-slow", most=int(self.seconds), **said)
        if not made.is_file() or made.stat().st_size > MOST_BYTES:
            raise Unreadable("office-failed", **said)
        return made.read_bytes()

    def _command(self, profile: Path, source: Path, better: str) -> list[str]:
        own = f"-env:UserInstallation={profile.as_uri()}"
        quiet = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"]
        return [self.program, own, *quiet, "--convert-to", better, "--outdir", str(self.folder / "made"), str(source)]


@contextmanager
def libreoffice(seconds: float = SECONDS) -> Iterator[LibreOffice]:
    """Yield what converts documents, and remove its folder then."""
    with TemporaryDirectory(prefix="salesduty-", ignore_cleanup_errors=True) as folder:
        yield LibreOffice(program(), Path(folder).resolve(), seconds)


def _ran(command: list[str], folder: Path, seconds: float) -> bool:
    """Whether a program came to an end in time; it is stopped with all that it started where it did not."""
    quiet = subprocess.DEVNULL
    posix = sys.platform != "win32"
    before = _bounded if posix else None
    with subprocess.Popen(  # noqa: S603 (our own arguments; the name of the document is ours too)
        command,
        cwd=folder,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=posix,
        preexec_fn=before,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        finally:
            _stopped(process)
    return True


def _stopped(process: subprocess.Popen[bytes]) -> None:
    """End the process and its children, some of which may live on when it has ended."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = [str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"), "/T", "/F", "/PID"]
            subprocess.run([*command, str(process.pid)], check=False, capture_output=True)  # noqa: S603
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _bounded() -> None:
    """Give the process that is about to start no more memory than a large document needs."""
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
