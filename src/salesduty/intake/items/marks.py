"""Where a number or a bullet may stand in a text: every candidate, with what speaks for and against it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from salesduty.intake.items.numerals import HAN, han, roman, sign

_CHAPTER = r"篇|章|节|条|部分|款|编|讲"
_HAN = rf"[{HAN}]{{1,3}}"
_SIGNS = "①-⑳㉑-㉟㊱-㊿❶-❿➀-➉⑴-⒇⒈-⒛㈠-㈩Ⅰ-Ⅻⅰ-ⅻ⒜-⒵"
_SIGNS_OF_LISTS = "▪-▽▾▿◂-◈◉◎◘◙◦★☆✀-❟❢-❵➔-➿⬛⬜⬤\ue000-\uf8ff"
_SEED = re.compile(
    rf"(?=[第(【\[\sA-Za-z\d\-*·{HAN}{_SIGNS}●•◆◇■{_SIGNS_OF_LISTS}])(?:"  # No other character begins one: most places end here.
    rf"(?P<chapter>(?:[【\[]\s?)?第(?:{_HAN}|\d{{1,3}})(?:{_CHAPTER})\s?[】\]]?[:、.]?|第(?:{_HAN})[、,:])"
    rf"|\(\s?(?P<paren>{_HAN}|\d{{1,3}}|[A-Za-z]|[ivxIVX]{{2,4}})\s?\)(?P<parentail>[、.:]?)"
    r"|(?<!\d)(?<!\d\.)(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,5})(?!\d)(?P<decimaltail>[、:)]|\.(?!\d))?"
    r"|(?<!\d)(?<!\d\.)(?P<number>\d{1,3})(?P<numbertail>\s?[、)]|[.)\],:。;]、?)"
    rf"|(?P<han>{_HAN})(?P<hantail>[、.)\],:])"
    rf"|(?P<sign>[{_SIGNS}])(?P<signtail>[、.:)]?)"
    r"|(?<![A-Za-z\d])(?P<letter>[A-Za-z]|[ivxIVX]{2,4})(?P<lettertail>[、.)])"
    r"|(?<![\dA-Za-z.\-~])(?P<bare>\d{1,2})(?=\s{0,4}[\u4e00-\u9fff])"
    r"|(?<=[。;:；：])\s{0,4}(?P<dash>[-*])(?=\s{1,4}[\u4e00-\u9fff])"
    r"|(?<=\s)(?P<dot>·)(?=\s{0,4}[\u4e00-\u9fff])"
    rf"|(?P<bullet>[•●◆◇■{_SIGNS_OF_LISTS}]))"
)
_BULLETS = rf"*•·●○◆◇■□→√※‣⁃∙∎»+–\-{_SIGNS_OF_LISTS}"
_OPENING = re.compile(
    rf"\s*(?:(?P<bullet>[{_BULLETS}])(?!(?P=bullet))(?<![-–+](?=\d))|(?P<letterbullet>[lnuvØü§](?=\s{{0,4}}[\u4e00-\u9fff])))\s*"
)
_BARE = re.compile(r"\s*(?P<number>\d{1,2}(?:-\d{1,2})?)(?P<zero>\.0)?(?P<gap>[\s、.]*)(?=[\u4e00-\u9fff(《“A-Za-z])")
_NAMED = re.compile(rf"(?P<word>[\u4e00-\u9fff]{{2,4}}?)(?P<number>{_HAN}|\d{{1,2}}):")
_MEASURE = re.compile(
    r"年(?!度)|月(?!度)|日(?!常)|[号个次家天秒万亿千百元块米吨套倍岁级楼届版折℃%‰位种类份辆户轮只间条~+×/-]|小时|公[里斤]|季度|名(?!片)"
    r"|分(?![析解管配类公店别])|台(?![账帐])|周(?![期边报转密])|期(?!间)|人(?![员力事才际])|组(?![织建])|[以之][上下内后前]|[至到]\d"
)
_WEAK_TAILS = frozenset(",:。;]")
_AFTER = frozenset(",。;:、)】》”!?%")

# Costs, in one currency with those of `reading`: below nothing speaks for a mark, above against it.
_START, _ENDED, _COLON, _SPACED, _CLOSED = -1.2, -0.8, -0.2, 0.3, 0.8
_COMMA, _WORD, _LATIN, _OPENED = 1.8, 1.8, 3.0, 3.0
_FORMS = {"paren": -0.6, "sign": -0.6, "chapter": 0.2, "number": 0.5, "han": 0.5, "decimal": 0.5, "letter": 1.2, "bullet": -0.6}
_FORMS |= {"bare": 0.9, "dash": 0.4, "dot": -0.6}
_HIDDEN, _FRAMED, _UNDER, _BARE_WORD, _LETTER_BULLET, _DASH = 2.5, -2.0, 0.4, 1.2, 1.2, 0.6
_INNER_KINDS = frozenset({"bullet", "dash", "dot", "bare"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate in the text of a block from `start` to `stop`, the white space behind it included.

    `family` is how it is written, `kin` what a careless writer would take for the same; `value` is what it counts, nothing for a
    bullet. `cost` is what its place costs if it is one, `loss` what it costs if it is none. `first` says that it begins a
    line, `indent` how far in. `heading` is where the heading before it begins, -1 where none sticks to it.
    """

    start: int
    stop: int
    family: str
    kin: str
    value: tuple[int, ...]
    cost: float
    loss: float = 0.0
    first: bool = False
    indent: int = 0
    heading: int = -1


def opening(text: str) -> list[Mark]:
    """Return the candidates at the beginning of a line: all readings of it, and what may count nowhere else."""
    prefix = _OPENING.match(text)
    at = prefix.end() if prefix else len(text) - len(text.lstrip())
    indent = len(text) - len(text.lstrip())
    found = [
        Mark(0, stop, family, kin, value, _START + cost, loss, first=True, indent=indent)
        for stop, family, kin, value, cost, loss in _at_start(text, at)
    ]
    if prefix:
        shape = prefix["bullet"] or prefix["letterbullet"]
        cost, loss = (_LETTER_BULLET, 0.0) if prefix["letterbullet"] else (_DASH, 0.0) if shape in "-–+·→" else (0.0, 1.0)
        cost += _UNDER if found else 0.0
        found.append(Mark(0, prefix.end(), f"•{shape}", f"•{shape}", (), _START + cost, loss, first=True, indent=indent))
    return found


def _at_start(text: str, at: int) -> Iterator[tuple[int, str, str, tuple[int, ...], float, float]]:
    seed = _SEED.match(text, at)
    if seed and _kind(seed) not in _INNER_KINDS:
        for stop, family, kin, value in _readings(seed):
            end = _blank(text, stop)
            cost = _following(text, end) / 2
            weak = text[stop - 1 : stop] in _WEAK_TAILS or (text[stop : stop + 1].isdigit() and stop == end)
            if not (weak and text[stop : stop + 1].isdigit() and text[stop - 1] in ":,"):
                yield end, family, kin, value, cost + (0.5 if weak else 0.0), 0.0 if weak else 1.5
    elif bare := _BARE.match(text, at):
        yield from _bare(text, bare)
    if named := _NAMED.match(text, at):
        value = (han(named["number"]) or int(named["number"]),) if named["number"].isdigit() else (han(named["number"]),)
        word = named["word"] + "一"
        if value[0]:
            yield _blank(text, named.end()), word, word, value, 0.2, 0.5


def _bare(text: str, bare: re.Match[str]) -> Iterator[tuple[int, str, str, tuple[int, ...], float, float]]:
    value = tuple(int(part) for part in bare["number"].split("-"))
    if 0 in value or (len(value) == 1 and "." in bare["gap"]):
        return
    family = "1-1" if len(value) > 1 else "1.0" if bare["zero"] else "1"
    measured = _MEASURE.match(text, bare.end()) and not bare["zero"]
    cost = (0.6 if bare["gap"] or bare["zero"] else 1.3) + (2.5 if measured else 0.0)
    yield bare.end(), family, "bare" if family == "1" else family, value, cost, 0.0


def inside(text: str) -> Iterator[Mark]:
    """Yield the candidates within a line, by where they begin, all but those at its very beginning."""
    begin = len(text) - len(text.lstrip())
    hidden = _Brackets(text)
    for seed in _SEED.finditer(text, begin):
        start = seed.start()
        if start <= begin:
            continue
        closing = (seed["numbertail"] or seed["hantail"] or seed["lettertail"] or "") == ")"
        deep = hidden.at(start)
        if closing and deep:
            continue
        kind = _kind(seed)
        place = _before(text, start) + _FORMS[kind] + (_HIDDEN if deep else 0.0) + (_FRAMED if seed[0][0] in "【[" else 0.0)
        for stop, family, kin, value in _readings(seed):
            if text[stop - 1] in _WEAK_TAILS and kind != "chapter":
                continue
            end = _blank(text, stop)
            yield Mark(start, end, family, kin, value, place + _favoured(kind, text, end, place, value) + _following(text, stop))


def _favoured(kind: str, text: str, stop: int, place: float, value: tuple[int, ...]) -> float:
    """What speaks for a kind of mark beyond its place."""
    after = text[stop : stop + 1]
    if kind == "decimal" and len(value) > 2:
        return -1.1
    if kind in ("number", "han", "decimal", "letter"):
        return (-1.1 if kind == "number" else -0.8) if "\u4e00" <= after <= "\u9fff" and after not in HAN else 0.0
    return _BARE_WORD - place if kind == "bare" and place > _BARE_WORD else 0.0


def _kind(seed: re.Match[str]) -> str:
    return next(kind for kind in _FORMS if seed[kind])


def _readings(seed: re.Match[str]) -> Iterator[tuple[int, str, str, tuple[int, ...]]]:
    """Yield what a candidate may be: where it ends, its family, its kin, its value."""
    kind = _kind(seed)
    if kind == "decimal":
        parts = tuple(int(part) for part in seed["decimal"].split("."))
        if 0 not in parts[:-1] and not (len(parts) == 2 and parts[1] == 0):
            yield seed.end(), "8.1", "8.1", parts
        whole, _, rest = seed["decimal"].partition(".")
        if rest == "0" and int(whole):
            yield seed.end(), "1.0", "1.0", (int(whole),)
        elif int(whole) and "." not in rest:
            yield seed.start("decimal") + len(whole) + 1, "1.", "1", (int(whole),)
        return
    text = seed[kind]
    if kind in ("bullet", "dash", "dot"):
        yield seed.end(), f"•{text}", f"•{text}", ()
        return
    if kind == "bare":
        yield seed.end(), "1", "bare", (int(text),)
        return
    tail = seed[f"{kind}tail"].strip() if kind != "chapter" else ""
    for shape, value in _shapes(kind, text):
        if value:
            family = f"({shape})" if kind == "paren" else shape + ("" if kind == "sign" else tail)
            yield seed.end(), family, _kin(kind, shape, tail), (value,)


def _kin(kind: str, shape: str, tail: str) -> str:
    if kind == "paren" or (tail == ")" and kind != "sign"):
        return f"({shape})"
    return shape


def _shapes(kind: str, text: str) -> Iterator[tuple[str, int]]:
    if kind == "chapter":
        number = re.search(rf"({_HAN}|\d{{1,3}})", text)
        count = re.search(_CHAPTER, text)
        if number:
            yield f"第一{count[0] if count else text[-1]}", han(number[0]) if not number[0].isdigit() else int(number[0])
    elif kind == "sign":
        yield {"⑴": "⑴", "⒈": "⒈", "㈠": "㈠", "Ⅰ": "I", "ⅰ": "i", "⒜": "⒜"}.get(_row(text), "①"), sign(text)
    elif text.isdigit():
        yield "1", int(text)
    elif text.isascii():
        if counted := roman(text):
            yield ("I" if text.isupper() else "i"), counted
        if len(text) == 1:
            yield ("A", ord(text) - 64) if text.isupper() else ("a", ord(text) - 96)
    else:
        yield "一", han(text)


def _row(text: str) -> str:
    return next((first for first, last in ("⑴⒇", "⒈⒛", "㈠㈩", "ⅠⅫ", "ⅰⅻ", "⒜⒵") if first <= text <= last), "①")


def _before(text: str, start: int) -> float:
    """What the character before an inner candidate costs."""
    near = text[max(0, start - 40) : start]
    before = near.rstrip()[-1:]
    if near[-1].isspace():
        return _ENDED if before in "。;!?…" else _COLON if before == ":" else _SPACED
    for chars, cost in (("。;!?…", _ENDED), (":", _COLON), (')】》”’"]', _CLOSED), (",、", _COMMA), ("(《“‘第周", _OPENED)):
        if before in chars:
            return cost
    return _LATIN if before.isascii() and before != "%" else _WORD


def _following(text: str, stop: int) -> float:
    """What the character behind a candidate costs."""
    after = text[stop : stop + 1]
    if not after:
        return 0.5
    if after in _AFTER:
        return 3.0
    if after.isdigit():
        return 1.0
    return 2.5 if text[stop - 1].isdigit() and _MEASURE.match(text, stop) else 0.0


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


class _Brackets:
    """Tells whether a place lies within brackets that opened not far before it; asked from left to right."""

    _FAR = 60

    def __init__(self, text: str) -> None:
        self._found = [(match.start(), match[0] in "(《“「") for match in re.finditer(r"[()《》“”「」]", text)]
        self._next = 0
        self._open: list[int] = []

    def at(self, place: int) -> bool:
        while self._next < len(self._found) and self._found[self._next][0] < place:
            at, opens = self._found[self._next]
            if opens:
                self._open.append(at)
            elif self._open:
                self._open.pop()
            self._next += 1
        return bool(self._open) and place - self._open[-1] <= self._FAR
