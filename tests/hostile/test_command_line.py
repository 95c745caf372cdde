"""The same files through the command line, where a person meets them, and files that only a disk can hold."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from hostile.generated import GENERATED
from salesduty.reporters.catalogue import REPORTERS
from salesduty.reporters.look import Look
from salesduty.reporters.markdown import inert
from salesduty.results.finding import ERROR, WARNING, Report
from salesduty.toolkit.lint import lint

FILES = Path(__file__).parent / "files"
SAMPLE = (
    "five-thousand-problems.yaml",
    "hundred-thousand-open-brackets.yaml",
    "ten-megabytes-and-one.yaml",
    "circle-of-a-thousand.yaml",
)
FORMS = tuple(REPORTERS)
_ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds `roles/`, with every file of the corpus in a folder of its own, and some large ones."""
    folder = tmp_path_factory.mktemp("hostile")
    for path in FILES.glob("*.yaml"):
        (folder / "roles" / path.stem).mkdir(parents=True)
        shutil.copy(path, folder / "roles" / path.stem)
    for name in SAMPLE:
        (folder / "roles" / f"generated-{name}").mkdir()
        (folder / "roles" / f"generated-{name}" / name).write_text(GENERATED[name](), encoding="utf-8")
    return folder


def run(folder: Path, *args: str, **environ: str) -> tuple[int, str, str]:
    """Run salesduty in `folder`; return its exit code and what it printed."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "salesduty", *args],
        cwd=folder,
        env={**os.environ, "SALESDUTY_LANG": "zh", "PYTHONIOENCODING": "utf-8", **environ},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert time.monotonic() - began < 60
    encoding = environ.get("PYTHONIOENCODING", "utf-8").partition(":")[0]
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)


def shown(format: str, file: str) -> str:
    """How a format writes the name of a file."""
    written = {"markdown": inert(file, Look()), "sarif": quote(file)}
    return written.get(format, file)


@pytest.mark.parametrize("format", FORMS)
def test_all_of_them_at_once(everything: Path, format: str) -> None:
    code, out, err = run(everything, "lint", "--format", format, "--show", "info")
    assert code == 1, err
    assert (err, "Traceback" in out, _ESCAPES.search(out)) == ("", False, None)
    for path in FILES.glob("*.yaml"):
        assert shown(format, f"roles/{path.stem}/{path.name}") in out
    if format == "json":
        assert json.loads(out)["summary"]["files"] == sum(path.is_file() for path in everything.rglob("*.yaml"))
    if format == "github":
        commands = [line for line in out.split("\n") if line.lstrip().startswith("::")]
        assert all(re.match(r"::(error|warning|notice) file=roles/[^,:]+,line=\d+,", command) for command in commands)


@pytest.mark.parametrize("encoding", ["gbk", "ascii:strict", "cp1252"])
def test_a_console_that_lacks_characters(everything: Path, encoding: str) -> None:
    code, out, err = run(everything, "lint", PYTHONIOENCODING=encoding)
    assert (code, err, "Traceback" in out) == (1, "", False)


def test_rendering_them_despite_everything(everything: Path, tmp_path: Path) -> None:
    code, out, err = run(everything, "render", "--despite-errors", "--format", "html", "--output", str(tmp_path / "dist"))
    assert (code, "Traceback" in out + err, _ESCAPES.search(out + err)) == (0, False, None), out + err
    written = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 80
    pages = [path for path in written if path != Path("dist/index.html")]
    assert {(path.parts[0], len(path.parts), path.suffix) for path in pages} == {("dist", 3, ".html")}
    assert len(pages) == len(written) - 1


def test_rendering_them_is_refused_without_a_traceback(everything: Path, tmp_path: Path) -> None:
    code, out, err = run(everything, "render", "--output", str(tmp_path / "dist"))
    assert (code, "Traceback" in out + err, list(tmp_path.iterdir())) == (1, False, [])


# --- What only a disk can hold


@pytest.fixture
def roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`roles/` with one sound file in it, which one stands beside."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "a.yaml").write_text(
        "department: {name: 部, version: '1', effective: 2026-01-01, approved_by: 长}\n", encoding="utf-8"
    )
    return tmp_path / "roles"


def found(report: Report) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.file, str(finding.evidence.get("what", ""))) for finding in report.findings]


def linked(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError as error:
        pytest.skip(f"no symbolic links here: {error}")


def test_a_link_out_of_the_root_is_not_quoted(roles: Path) -> None:
    (roles.parent / "secret.txt").write_text("password: hunter2\n", encoding="utf-8")
    linked(roles / "b.yaml", roles.parent / "secret.txt")
    report = lint()
    assert [(finding.code, finding.file, finding.excerpt) for finding in report.findings] == [("STR010", "roles/b.yaml", "")]
    assert "hunter2" not in repr(report)


def test_a_link_that_leads_to_itself(roles: Path) -> None:
    linked(roles / "b.yaml", roles / "b.yaml")
    assert [(code, file) for code, file, _ in found(lint())] == [("STR010", "roles/b.yaml")]


def test_a_folder_called_like_a_file(roles: Path) -> None:
    (roles / "b.yaml").mkdir()
    assert found(lint()) == []
    assert found(lint("roles/b.yaml")) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(roles: Path) -> None:
    os.mkfifo(roles / "b.yaml")
    assert [(code, file) for code, file, _ in found(lint())] == [("STR010", "roles/b.yaml")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions bind nobody here: Windows, or root")
def test_a_file_without_permission(roles: Path) -> None:
    (roles / "b.yaml").write_bytes(b"")
    (roles / "b.yaml").chmod(0)
    assert [(code, file) for code, file, _ in found(lint())] == [("STR010", "roles/b.yaml")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_file_names_that_are_markup(roles: Path) -> None:
    for name in ("\x1b[31mred", "a\n::error::x", "::error file=a::b", "[red]", "\u202egpj", "##vso[x]y", "%0A::error::x"):
        (roles / f"{name}.yaml").write_bytes(b"post: {name: x, levle: y, duties: [z]}\n")
    report = lint().at_least(WARNING)
    wanted = sum(min(report.count(severity), 10) for severity in (ERROR, WARNING))
    assert wanted >= 7
    for reporter in FORMS:
        code, out, err = run(roles.parent, "lint", "--format", reporter)
        assert (code, err, _ESCAPES.search(out)) == (1, "", None)
        commands = [line for line in out.split("\n") if line.lstrip().startswith("::")]
        assert len(commands) == (wanted if reporter == "github" else 0), commands
        assert not re.search(r"##\w*\[", out)
