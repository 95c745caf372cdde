"""A company's own templates: read, checked, and used in a process with limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TypeVar

from salesduty.disk.outside import Outside, outside
from salesduty.disk.packaged import stationery as ours
from salesduty.renderers.catalogue import BOOK_RENDERERS
from salesduty.results.flaw import BadTemplate, Flaw, FlawedTemplate
from salesduty.results.limits import Limits
from salesduty.results.missing import MissingPackage
from salesduty.results.paper import Paper
from salesduty.results.record import Record, Several
from salesduty.results.stationery import Stationery
from salesduty.results.templates import Templates
from salesduty.results.theme import THEME_FILE
from salesduty.results.wording import Text
from salesduty.text.nearest import nearest
from salesduty.toolkit.confined import Confined
from salesduty.toolkit.theme import BadTheme, theme_of
from salesduty.toolkit.works import Work
from salesduty.views.filling import FILLED
from salesduty.views.kinds import kinds

T = TypeVar("T")
WORD = "docx"
_TYPST = "typ/"
_SHARED = ("department", "posts", "processes", "kpis", "appraisal")
_FOR_PDF = 4 * 2**30
"""Fonts are mapped into memory, and count."""

_NOT_DOCX = Text(
    "模板要用 docx 格式，这个文件是 {suffix}。请用 Word 打开，另存为 docx；也可以给一个文件夹。",
    "A template is a docx file, and this is {suffix}. Open it in Word and save it as docx; a folder will do as well.",
)
_NO_SUFFIX = Text("没有扩展名的文件", "a file without a suffix")
_ONLY_WORD = Text(
    "Word 模板只能生成 docx，不能生成 {format}。请去掉 --format，或改用模板文件夹。",
    "A Word file as template makes docx, not {format}. Leave --format out, or use a folder of templates.",
)
_NO_DOCUMENT = Text(
    "{document} 不能用 Word 模板生成。可以用的有：{known}",
    "{document} cannot be made with a Word file as template; these can: {known}",
)
_NO_TEMPLATES = Text("{format} 不用模板。请去掉 --template。", "{format} uses no templates. Leave --template out.")
_UNKNOWN = Text(
    "自带的模板里没有这个文件{near}，放在这里不起作用。请改成自带模板的名字，或移走。",
    "No built-in template is called that{near}, so it has no effect. Rename it, or take it away.",
)
_NO_TYPST = Text(
    "PDF 的模板不能换：Typst 没有限制，会从网上取东西。请移走；字体、颜色和标志写在 theme.yaml 里。",
    "Templates of PDF cannot be replaced: nothing keeps Typst from fetching from outside. Take it away; fonts, colours and the "
    "logo belong into theme.yaml.",
)
_NEAR = Text("（是不是 {names}？）", " (did you mean {names}?)")
_EMPTY = Text(
    "文件夹里没有模板。放一个与自带模板同名的文件，例如 html/style.css。",
    "There is no template in the folder. Put a file there that is called as a built-in one, such as html/style.css.",
)


class CannotTemplate(ValueError):
    """A template that does not go with the document or the format; `what` says so."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what


def template(path: str | Path) -> Outside:
    """Return the template at `path`: a Word file or a folder. Raises `NotFound`, BadTemplate and MissingPackage."""
    suffix = PurePath(path).suffix.lower()
    found = outside(Path(path))
    if found.word is not None and suffix != f".{WORD}":
        raise BadTemplate(found.name, _NOT_DOCX.filled({"suffix": suffix or _NO_SUFFIX}))
    if found.word is not None and find_spec("docxtpl") is None:
        raise MissingPackage("docxtpl", "word")
    return found


def refuse_others(found: Outside, document: str, format: str) -> None:
    """Raise CannotTemplate where the template does not go with what is to be made."""
    if found.word is not None and format != WORD:
        raise CannotTemplate(_ONLY_WORD.filled({"format": format}))
    if found.word is not None and document not in FILLED:
        raise CannotTemplate(_NO_DOCUMENT.filled({"document": document, "known": tuple(FILLED)}))
    if format in BOOK_RENDERERS:
        raise CannotTemplate(_NO_TEMPLATES.filled({"format": format}))


def printed(
    works: Iterable[tuple[T, Work]],
    found: Outside,
    document: str,
    format: str,
    used: Stationery,
    limits: Limits | None = None,
) -> Iterator[tuple[T, bytes]]:
    """Yield the bytes of each work, set with the template `found`, each with what came with it.

    Raises FlawedTemplate where there is something to be mended first, BadTemplate for what goes wrong while it is used, and
    for a limit that was reached.
    """
    with _process(found, format, limits) as process:
        if found.word is not None:
            _refuse(found, process.flaws("check", found.word, dict(kinds()), FILLED[document], found.name))
            yield from _filled(works, found.word, found.name, process, limits or Limits())
        else:
            templates, flaws = _together(found, used.templates)
            _refuse(found, flaws)
            stationery = replace(used, templates=templates)
            process.share(stationery)
            for about, work in works:
                yield about, process.made("render", work, stationery, format, found.name)


def flaws(found: Outside, document: str | None = None, limits: Limits | None = None) -> tuple[Flaw, ...]:
    """Return what is wrong with the template `found`; a Word file is looked at as one for `document`.

    Without a document it is one for whichever has the least to be mended. Raises BadTemplate.
    """
    if found.word is None:
        templates, wrong = _together(found, ours().templates)
        with _process(found, "", limits) as process:
            return (*_flaws_of_theme(found), *wrong, *process.flaws("check-folder", templates))
    wanted = [FILLED[document]] if document else list(dict.fromkeys(FILLED.values()))
    with _process(found, "", limits) as process:
        several = [process.flaws("check", found.word, dict(kinds()), kind, found.name) for kind in wanted]
    return min(several, key=len)


@contextmanager
def _process(found: Outside, format: str, limits: Limits | None) -> Iterator[Confined]:
    usual = Limits(bytes=_FOR_PDF) if format == "pdf" else Limits()
    with Confined(found.name, limits or usual) as process:
        yield process


def _refuse(found: Outside, wrong: tuple[Flaw, ...]) -> None:
    if wrong:
        raise FlawedTemplate(found.name, wrong)


def _filled(
    works: Iterable[tuple[T, Work]], word: bytes, name: str, process: Confined, limits: Limits
) -> Iterator[tuple[T, bytes]]:
    department: object = None
    for about, work in works:
        values = work.values if isinstance(work, Paper) else None
        if values is None:
            raise TypeError("only papers with values can be filled into a Word file")
        if values["department"] is not department:
            department, posts = values["department"], values["posts"]
            process.allow(limits.for_posts(len(posts) if isinstance(posts, Several) else 0))
            process.share(word, *_shared(values))
        yield about, process.made("fill", word, values, name)


def _shared(values: Record) -> Iterator[object]:
    """What the documents of a department have in common."""
    for key in _SHARED:
        yield values[key]
    posts = values["posts"]
    if isinstance(posts, Several):
        yield from posts


def _together(found: Outside, built_in: Templates) -> tuple[Templates, tuple[Flaw, ...]]:
    """The built-in templates with those of the folder instead, and what in the folder stands in for none.

    Typst is no sandbox: it imports packages from the network. So its templates are ours alone.
    """
    texts = found.texts or {}
    known = {name: text for name, text in texts.items() if name in built_in.sources and not name.startswith(_TYPST)}
    wrong = tuple(Flaw(Text(name, name), "", _why_not(name, built_in)) for name in texts if name not in known)
    if not texts and found.theme is None:
        wrong = (Flaw(Text(found.name, found.name), "", _EMPTY),)
    return Templates({**built_in.sources, **known}, frozenset(known)), wrong


def _why_not(name: str, built_in: Templates) -> Text:
    return _NO_TYPST if name.startswith(_TYPST) else _UNKNOWN.filled({"near": _near(name, built_in)})


def _flaws_of_theme(found: Outside) -> Iterator[Flaw]:
    if found.theme is None:
        return
    try:
        theme_of(found.theme)
    except BadTheme as error:
        for mistake in error.mistakes:
            yield Flaw(Text(mistake.place, mistake.place), "", mistake.what)


def _near(name: str, built_in: Templates) -> Text:
    several = nearest(name, (*built_in.sources, THEME_FILE), most=2)
    if not several:
        return Text("", "")
    return _NEAR.filled({"names": Text(" 或 ".join(several), " or ".join(several))})
