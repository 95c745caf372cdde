"""Templates from outside: a Word file, or a folder whose files stand in for built-in ones. Never more is read than is wanted."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from salesduty.disk.find import NotFound
from salesduty.results.flaw import BadTemplate
from salesduty.results.theme import THEME_FILE
from salesduty.results.wording import Text

MOST_BYTES = 20 * 2**20
_MOST_FILES = 200
_MOST_OF_FILE = 2**20
_PICTURES = frozenset({".png", ".jpg", ".jpeg"})
_NO_FILE = Text("它不是普通的文件。", "It is no ordinary file.")
_TOO_BIG = Text("文件太大，模板最多 {most} MB。请去掉大图片。", "It is too big; {most} MB is the most. Take large pictures out.")
_LINK = Text(
    "{file} 是指到文件夹外面的链接，或不是普通的文件。请把它换成文件本身。",
    "{file} is a link that leads out of the folder, or no ordinary file. Put the file itself there.",
)
_TOO_MANY = Text(
    "文件太多，最多 {most} 个。像是选错了文件夹。", "There are more than {most} files; it looks like the wrong folder."
)
_NO_TEXT = Text("{file} 不是 UTF-8 编码的文本。请另存为 UTF-8。", "{file} is no text in UTF-8. Save it as UTF-8.")


@dataclass(frozen=True, slots=True)
class Outside:
    """What lies at a path: the bytes of a Word file, or else the texts of a folder by name, and the theme in it, if any."""

    name: str
    word: bytes | None = None
    texts: Mapping[str, str] | None = None
    theme: Path | None = None


def outside(path: Path) -> Outside:
    """Return what is at `path`. Raises NotFound and BadTemplate."""
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            theme = path / THEME_FILE
            themed = os.path.lexists(theme)
            return Outside(str(path), texts=dict(_texts(path, themed)), theme=theme if themed else None)
        if not stat.S_ISREG(kind):
            raise BadTemplate(str(path), _NO_FILE)
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(str(path), "missing") from error
    if len(data) > MOST_BYTES:
        raise BadTemplate(str(path), _TOO_BIG.filled({"most": MOST_BYTES // 2**20}))
    return Outside(str(path), word=data)


def _texts(root: Path, themed: bool) -> Iterator[tuple[str, str]]:
    """The files below `root`, without hidden ones; where a theme is there, without it and the pictures that it may name."""
    count = 0
    real = os.path.realpath(root)
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (*linked, *sorted(names)):
            if name.startswith(".") or name in ("Thumbs.db", "desktop.ini"):
                continue
            path = Path(folder, name)
            file = path.relative_to(root).as_posix()
            count += 1
            if count > _MOST_FILES:
                raise BadTemplate(str(root), _TOO_MANY.filled({"most": _MOST_FILES}))
            if not path.is_file() or not Path(os.path.realpath(path)).is_relative_to(real):
                raise BadTemplate(str(root), _LINK.filled({"file": file}))
            if themed and (file == THEME_FILE or path.suffix.lower() in _PICTURES):
                continue
            yield file, _text(path, root, file)


def _text(path: Path, root: Path, file: str) -> str:
    with path.open("rb") as stream:
        data = stream.read(_MOST_OF_FILE + 1)
    if len(data) > _MOST_OF_FILE:
        raise BadTemplate(str(root), _TOO_BIG.filled({"most": _MOST_OF_FILE // 2**20}))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadTemplate(str(root), _NO_TEXT.filled({"file": file})) from error
