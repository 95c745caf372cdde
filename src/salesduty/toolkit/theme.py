"""The look of documents out of a file: `theme.yaml`, and the logo beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from salesduty.disk.beside import Refused, read_beside, read_named
from salesduty.model.fields import parts_in
from salesduty.model.part import Part
from salesduty.model.reading import Mistake as Wrong
from salesduty.model.reading import mistakes_in
from salesduty.model.theme import Colours, Fonts, ThemeFile
from salesduty.results.picture import MOST_BYTES, MOST_PIXELS, measured
from salesduty.results.theme import THEME_FILE, Theme
from salesduty.results.wording import Text
from salesduty.settings.mistake import Mistake, in_order
from salesduty.source.decode import decode
from salesduty.source.parse import locate, parse
from salesduty.text.printable import printable
from salesduty.text.visible import one_line
from salesduty.toolkit.trouble import said

_LARGEST = 100_000
_LONGEST_QUOTE = 60
_UNREAD = {
    "missing": Text("找不到这个文件", "there is no such file"),
    "permission": Text("没有权限读", "it may not be read"),
    "special": Text("不是普通文件", "it is no plain file"),
    "link": Text("它是指到别处的链接", "it is a link that leads elsewhere"),
    "outside": Text("它不在版式文件的文件夹里", "it lies outside the folder of the theme"),
    "too-large": Text("文件太大", "it is too large"),
    "failed": Text("读不出来", "it cannot be read"),
}
_EMPTY = Text("文件是空的。至少写一项，例如 封面: 否", "the file is empty; write something, as in cover: no")
_HASH = Text("；# 号后面是注释，颜色带 # 号时要加引号", "; what follows a # is a comment, so quote a colour that begins with one")
_LOGO = Text("标志“{name}”用不了：{why}", "the logo “{name}” cannot be used: {why}")
_NO_PICTURE = Text(
    f"它不是完好的 PNG 或 JPEG 图片，或者超过 {MOST_BYTES // 1_000_000} MB、每边 {MOST_PIXELS} 像素",
    f"it is no whole PNG or JPEG picture, or larger than {MOST_BYTES // 1_000_000} MB or {MOST_PIXELS} pixels a side",
)
_KINDS = {
    "not-font": Text(
        "“{title}”要写字体的名称，和 Word 字体框里的一样，例如 仿宋；现在是“{got}”",
        "“{key}” takes the name of a font as Word lists it, such as “仿宋”, not “{got}”",
    ),
    "not-colour": Text(
        "“{title}”要写六位十六进制的颜色，例如 1F4E79，带 # 号时要加引号；现在是“{got}”",
        "“{key}” takes a colour of six hexadecimal digits such as 1F4E79, quoted where it begins with #, not “{got}”",
    ),
    "not-yes-or-no": Text("“{title}”要写 是 或 否；现在是“{got}”", "“{key}” takes yes or no, not “{got}”"),
    "not-short": Text("“{title}”太长，最多 100 个字", "“{key}” is too long; 100 characters are the most"),
}


class BadTheme(Exception):
    """A theme that cannot be used; `mistakes` are all that were found, in the order of their places."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("; ".join(f"{mistake.place} {mistake.what.en}" for mistake in mistakes))
        self.mistakes = in_order(mistakes)


def theme_of(path: str | Path) -> Theme:
    """Return the theme in the file at `path`, or in the `theme.yaml` of the folder there.

    Nothing outside the folder of the file is read. Raises BadTheme with all that is wrong.
    """
    place = Path(path)
    place = place / THEME_FILE if place.is_dir() else place
    name = place.as_posix()
    try:
        data = read_named(place, _LARGEST)
    except Refused as error:
        raise BadTheme((Mistake(name, _UNREAD[error.reason]),)) from error
    return _read(data, name, place)


def _read(data: bytes, name: str, place: Path) -> Theme:
    decoded = decode(data)
    text = decoded.text or ""
    parsed = parse(text, _keys()) if decoded.text is not None else None
    problems = [*decoded.problems, *(parsed.problems if parsed is not None else ())]
    lines = locate(text).lines
    mistakes = []
    for problem in problems:
        span = lines.span(problem.start, problem.end)
        what = said(problem.kind, problem.values)
        if problem.kind == "empty-value" and "#" in lines.line(span.line):
            what = Text(what.zh + _HASH.zh, what.en + _HASH.en)
        mistakes.append(Mistake(name, what, span.line, span.column))
    values = parsed.data if parsed is not None else None
    if values is None:
        raise BadTheme(tuple(mistakes) or (Mistake(name, _EMPTY),))
    try:
        written = ThemeFile.model_validate(values)
    except ValidationError as error:
        wrong = mistakes_in(error.errors(include_url=False), values, ThemeFile)
        raise BadTheme((*mistakes, *_located(wrong, text, name))) from error
    logo = _logo(written, text, name, place, mistakes)
    if mistakes:
        raise BadTheme(tuple(mistakes))
    return _theme(written, logo)


def _theme(written: ThemeFile, logo: bytes) -> Theme:
    given: dict[str, Any] = {f"{name}_font": font for name in Fonts.model_fields if (font := getattr(written.fonts, name))}
    given |= {name: colour for name in Colours.model_fields if (colour := getattr(written.colours, name))}
    return Theme(
        **given,
        accented=written.colours.accent is not None,
        logo=logo,
        numbering=written.numbering.value if written.numbering is not None else None,  # type: ignore[arg-type]
        cover=written.cover,
        header=printable(written.header or ""),
    )


def _logo(written: ThemeFile, text: str, name: str, place: Path, mistakes: list[Mistake]) -> bytes:
    if written.logo is None:
        return b""
    try:
        data = read_beside(place, written.logo, MOST_BYTES)
        why = None if measured(data) is not None else _NO_PICTURE
    except Refused as error:
        data, why = b"", _UNREAD[error.reason]
    if why is not None:
        span = locate(text).span(("logo",), _spellings())
        mistakes.append(Mistake(name, _LOGO.filled({"name": one_line(written.logo), "why": why}), span.line, span.column))
    return data


def _located(wrong: tuple[Wrong, ...], text: str, name: str) -> Iterator[Mistake]:
    places = locate(text)
    for each in wrong:
        span = places.span(each.path, _spellings(), on_key=each.kind == "unknown-key")
        values = {key: one_line(value, _LONGEST_QUOTE) if isinstance(value, str) else value for key, value in each.values.items()}
        what = _KINDS[each.kind].filled(values) if each.kind in _KINDS else said(each.kind, values)
        yield Mistake(name, what, span.line, span.column)


def _parts() -> tuple[type[Part], ...]:
    inner = (field.annotation for field in ThemeFile.model_fields.values())
    return (ThemeFile, *(part for annotation in inner for part in parts_in(annotation)))


def _spellings() -> Mapping[str, Set[str]]:
    """Every other spelling of a key with the keys that it stands for."""
    found: dict[str, set[str]] = {}
    for part in _parts():
        for title, key in part.titles.items():
            found.setdefault(title, set()).add(key)
    return found


def _keys() -> frozenset[str]:
    return frozenset(key for part in _parts() for key in (*part.names, *part.titles))
